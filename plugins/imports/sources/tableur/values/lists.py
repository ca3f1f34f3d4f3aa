"""The entries of a list in a cell: words of the region, school levels, or whatever is parted by what nothing else is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from contributions.fields.levels import CLASSES, LEVELS, level_of, levels_in
from contributions.fields.vocabulary import meant
from imports.sources.tableur.values.taking import NotTaken, shortened

PARTS = re.compile(r"\s*[;\n|•]\s*")
"""What parts the entries of a list, whatever they are."""
FINER = re.compile(r"\s*[,/]\s*|\s+-\s+")
"""What parts them where no entry has it inside."""
AND = re.compile(r"\s+(?:et|&|\+)\s+")
RANGE = re.compile(r"(?:du|de la|de|des)?\s*(?P<first>\S.*?)\s+(?:à la|à|au|jusqu.(?:à la|à|au))\s+(?P<last>\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a cell that are none of the region's: the map may know them."""

    found: tuple[str, ...]
    left: tuple[str, ...]


def levels(text: str) -> list[str]:
    """School levels one and another, or from one to another. Raises NotTaken."""
    if one := level_of(text):
        return [one]
    if whole := levels_in(text):
        return whole
    found: list[str] = []
    for part in (part for entry in PARTS.split(text) for part in re.split(r"\s*[,/]\s*", entry) if part):
        span = RANGE.fullmatch(part)
        first, last = (level_of(span[name]) for name in ("first", "last")) if span else ("", "")
        classes = [level for level in LEVELS if level not in CLASSES]
        if first in classes and last in classes and classes.index(first) <= classes.index(last):
            found += classes[classes.index(first) : classes.index(last) + 1]
        elif each := [one] if (one := level_of(part)) else levels_in(part):
            found += each
        else:
            raise NotTaken(f"« {shortened(part)} » n’est pas un niveau scolaire connu.")
    return list(dict.fromkeys(found))


def vocabulary_words(text: str, known: Mapping[str, Any]) -> Words:
    """The region's words that a cell has, by their labels or as they are, and those that are none of them."""
    found: list[str] = []
    left: list[str] = []
    for entry in filter(None, PARTS.split(text)):
        whole = [entry] if _known(entry, known) else [part for part in FINER.split(entry) if part]
        for part in whole:
            both = [part] if _known(part, known) or not all(_known(each, known) for each in AND.split(part)) else AND.split(part)
            for each in both:
                (found if (sure := _known(each, known)) else left).append(sure or each)
    return Words(tuple(dict.fromkeys(found)), tuple(dict.fromkeys(left)))


def entries(text: str) -> list[str]:
    """The entries of a list in a cell."""
    several = [part for part in PARTS.split(text) if part]
    if len(several) == 1:
        several = [part for part in FINER.split(text) if part.strip()]
    return [part.strip(" -–•") for part in several if part.strip(" -–•")]


def _known(text: str, known: Mapping[str, Any]) -> str:
    return text if text in known else meant(text, known)
