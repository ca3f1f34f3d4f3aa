"""By what other names people ask for an organisation, and for a town: acronyms, initials, postcodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from contributions.geography.gazetteer import Gazetteer
from contributions.library.library import Library
from contributions.models import Organisation
from contributions.record.values import Located

SMALL = frozenset("à au aux d de des du en et l la le les ou par pour s sur un une".split())
"""Words that give an acronym no letter."""
LETTERS = range(3, 8)
"""How many letters make an acronym."""
WORD = re.compile(r"[^\W\d_]+")


def acronyms(library: Library, slugs: Iterable[str]) -> Iterator[str]:
    """Those of some organisations: as their records say, else as their names give."""
    for slug in slugs:
        found = library.find("organisation", slug)
        if found is not None and isinstance(found.meta, Organisation):
            yield from _names(slug, found.meta)


def postcodes(library: Library, place: Located) -> tuple[str, ...]:
    """The postcode of a place, else those of its town."""
    if place.postcode:
        return (place.postcode,)
    town = Gazetteer.load(library.hub.region.code).coded(place.insee) if place.insee else None
    return town.postcodes if town else ()


def initials(name: str) -> str:
    """« MRES » for « Maison régionale de l’environnement et des solidarités »; nothing where that makes no acronym."""
    telling = [word for word in WORD.findall(name) if word.lower() not in SMALL]
    if any(len(word) in LETTERS and word.isupper() for word in telling):
        return ""  # it holds its acronym
    letters = "".join(word[0] for word in telling).upper()
    return letters if len(letters) in LETTERS else ""


def _names(slug: str, meta: Organisation) -> Iterator[str]:
    if meta.acronym:
        yield meta.acronym.replace(".", "").replace(" ", "")
    elif found := initials(meta.title):
        yield found
    if len(slug) in LETTERS and slug.isalpha():
        yield slug.upper()
