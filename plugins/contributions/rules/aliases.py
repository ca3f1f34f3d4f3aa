"""Old addresses are paths of this site, and belong to one contribution only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from contributions.library.contribution import PATHS, Contribution
from contributions.library.library import Library
from contributions.models import KINDS, Common
from contributions.models.page import SITE_PAGES
from contributions.problems.problem import Finding

LISTS = {path: KINDS[kind].list_slugs for kind, path in PATHS.items()}
"""First part of an address → second parts that the list keeps for itself."""
BELOW = frozenset({"themes", "territoires", "contribuer"})
"""First parts of addresses of which none is a contribution's."""
PATH = re.compile(r"/[^\s:?#]*")


def owned(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about aliases that are no path, that a page has, or that another contribution claims too."""
    del content
    for index, alias in enumerate(contribution.meta.aliases):
        location = ("aliases", index)
        if not PATH.fullmatch(alias):
            yield Finding(
                "E119", f"« {alias} » n’est pas une adresse de ce site.", "Écrivez un chemin, comme /agenda/ancien-nom/.", location
            )
            continue
        owner = library.addresses.get(alias.strip("/"))
        if owner is not None and owner.key != contribution.key:
            yield Finding(
                "E209", f"« {alias} » est déjà une adresse de {owner.path}.", "Retirez-la de l’une des deux contributions.", location
            )
        elif alias.strip("/") != contribution.url.strip("/") and of_the_site(alias):
            yield Finding("E209", f"« {alias} » est une page du site.", "Retirez-la de « aliases ».", location)


def of_the_site(path: str) -> bool:
    """Whether a path is home, a list, or one of the pages below a list that are no contribution's.

    >>> of_the_site("/agenda/"), of_the_site("/agenda/archives/2025/"), of_the_site("/agenda/nuit/")
    (True, True, False)
    """
    first, *rest = path.strip("/").removesuffix("index.html").strip("/").split("/")
    return (not rest and first in SITE_PAGES | {""}) or first in BELOW or bool(rest and rest[0] in LISTS.get(first, ()))
