"""Name the file of a new contribution: an address made of its title, and of the year for what happens once."""

from __future__ import annotations

from itertools import count

from contributions.library.library import Library
from contributions.region.addresses import addresses
from contributions.words.slugs import slug_of

LONGEST = 60


def address_of(title: str, year: str = "") -> str:
    """A title as an address, cut between words; `year` ends it where the title does not say it.

    >>> address_of("L’été des œuvres, à Amiens !", "2026")
    'l-ete-des-oeuvres-a-amiens-2026'
    """
    slug = slug_of(title)
    if len(slug) > LONGEST:
        slug = slug[: LONGEST + 1].rpartition("-")[0] or slug[:LONGEST]
    dated = f"{slug}-{year}" if year and year not in slug.split("-") else slug
    return dated.strip("-") or "contribution"


def free_slug(library: Library, kind: str, wanted: str) -> str:
    """The slug, or the first « slug-2 », « slug-3 »… that no contribution of the kind has and no list keeps for itself."""
    taken = {c.slug for c in library.all if c.kind == kind} | addresses().reserved(kind)
    return wanted if wanted not in taken else next(slug for n in count(2) if (slug := f"{wanted}-{n}") not in taken)
