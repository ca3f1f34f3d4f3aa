"""What contributions were before: old addresses are paths of this site, and they and identifiers belong to one contribution only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.region.addresses import addresses, plain
from contributions.rules.bodies import answered

PATH = re.compile(r"/[^\s:?#]*")
FOLDERS = ("images/", "documents/", "theme/", "pagefind")
ASTRAY = re.compile(r"//|.*[\0-\x1f\x7f\\]|(?:.*/)?\.{1,2}(?:/|\Z)", re.DOTALL)
"""A path that browsers and hosts read otherwise, once its escapes are read: it names a host, or climbs out of its folder."""


def owned(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about aliases that are no path, that a page has, or that another contribution claims too."""
    del content
    for index, alias in enumerate(contribution.meta.aliases):
        location = ("aliases", index)
        if not PATH.fullmatch(alias) or ASTRAY.match(unquote(alias)):
            yield Finding(
                "E119", f"« {alias} » n’est pas une adresse de ce site.", "Écrivez un chemin, comme /agenda/ancien-nom/.", location
            )
            continue
        owner = next(iter(library.addresses.get(plain(alias), ())), None)
        if owner is not None and owner.key != contribution.key:
            yield Finding(
                "E209", f"« {alias} » est déjà une adresse de {owner.path}.", "Retirez-la de l’une des deux contributions.", location
            )
        elif plain(alias) != plain(contribution.url) and (addresses().of_the_site(alias) or _stands(library, plain(alias))):
            yield Finding("E209", f"« {alias} » est une page du site.", "Retirez-la de « aliases ».", location)


def _stands(library: Library, path: str) -> bool:
    """Whether something of a contribution's own, a file beside them or one of the theme stands at a path: a host shows that."""
    return path.startswith(FOLDERS) or answered(library, f"/{path}")


def identified(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about an `id` that another contribution of the kind has, or whose file is named so."""
    del content
    own = contribution.meta.id
    for other in library.identities.get(f"{contribution.kind}/{own}", ()) if own else ():
        if other is not contribution:
            yield Finding("E223", f"« {own} » est déjà l’identifiant de {other.path}.", "Donnez à l’une des deux un autre « id ».", ("id",))
            return
