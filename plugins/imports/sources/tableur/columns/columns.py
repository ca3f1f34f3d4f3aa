"""What the columns of a sheet are, whatever they are called, with the unit and the number that a heading says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from contributions.fields.measures import UNITS
from contributions.judging.structure import field_at, shape_of
from contributions.models import KINDS
from contributions.words.folding import ascii_of
from contributions.words.spelling import denies
from imports.sources.tableur.columns.names import OF_SHOWINGS, Column, called, form, known_names, paths_of

NEAR = 84
"""Likeness (0–100) from which on letters alone propose a column."""
LONGEST = 120
"""Characters of a heading."""
SHORT = 4
"""Letters of a heading below which letters alone say nothing."""
BRACKETS = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]")
IN_UNIT = re.compile(r"(?:\ben|/|,)\s+(?P<unit>\S+(?: (?:carrés?|cubes?|linéaires?))?)\s*\Z", re.IGNORECASE)
ENTRY = re.compile(r"(?<!\w)(?<!\d[.,])(?:n°\s*)?(?P<number>[1-9])(?!\w|[.,]\d)")
UNIT_WORDS: Mapping[str, str] = {
    **{word: word for _one, known in UNITS.values() for word in known},
    "kgs": "kg", "kilogrammes": "kg", "kilos": "kg", "cms": "cm", "centimetres": "cm", "metres": "m", "mètres": "m", "mn": "min",
    "minutes": "min", "heures": "h", "jours": "jour", "semaines": "semaine", "euros": "euro", "m2": "m2", "m²": "m2", "m3": "m3",
    "m³": "m3", "litres": "litre",
}  # fmt: skip


def column(kind: str, heading: str) -> Column | None:
    """The column that a heading names; None where nothing is near.

    >>> column("exhibition", "Poids (kg)").path, column("event", "Lieu : commune").path, column("event", "lieu_commune").path
    (('format', 'weight_kg'), ('place', 'city'), ('place', 'city'))
    """
    if found := understood(kind, heading):
        return found
    near = _near(kind, heading)
    return replace(near, heading=heading, unit=unit_said(heading)) if near else None


@lru_cache(maxsize=20_000)  # to find the heading row, and the kind, the same cells are asked for again and again
def understood(kind: str, heading: str) -> Column | None:
    """The same, where it is no guess by letters."""
    if not heading or len(heading) > LONGEST:
        return None
    for named in (_named, _below):
        for written, entry in _readings(heading):
            found = named(kind, written)
            if found and (entry == 0 or found.role in OF_SHOWINGS or shape_of_first(kind, found) == "groups"):
                return replace(found, heading=heading, unit=unit_said(heading), entry=entry)
    return None


def shape_of_first(kind: str, found: Column) -> str:
    """The shape of the value of a column's first key."""
    field = field_at(KINDS[kind], found.path[:1])
    return shape_of(field) if field else ""


def unit_said(heading: str) -> str:
    """The unit that a heading names: « Poids (kg) », « Hauteur en cm »; empty where it names none.

    >>> unit_said("Dimensions (L x H, en cm)"), unit_said("Durée de montage en minutes"), unit_said("Poids")
    ('cm', 'min', '')
    """
    insides = [found["inside"] for found in BRACKETS.finditer(heading)]
    if found := IN_UNIT.search(heading):
        insides.append(found["unit"])
    for inside in reversed(insides):
        words = [word.strip(".") for word in re.split(r"[\s,;/:]+", inside) if word]
        for word in reversed(words):  # « L x H, en cm »: letters stand for sides
            if (len(words) == 1 or len(word) > 1) and (unit := UNIT_WORDS.get(word.lower()) or UNIT_WORDS.get(ascii_of(word))):
                return unit
    return ""


def _readings(heading: str) -> Iterator[tuple[str, int]]:
    """A heading whole, then without what brackets explain, then without the number of its entry."""
    bare = BRACKETS.sub(" ", heading).strip()
    bare = IN_UNIT.sub("", bare) if unit_said(bare) else bare
    yield heading, 0
    yield bare, 0
    if numbered := ENTRY.search(bare):
        yield f"{bare[: numbered.start()]} {bare[numbered.end() :]}".strip(" .:_-").replace("..", "."), int(numbered["number"]) - 1


def _named(kind: str, heading: str) -> Column | None:
    """The column of a heading that is known: the very path of a key, else any name."""
    path = tuple(heading.strip().lower().split("."))
    return Column("", path, exact=True) if len(path) > 1 and path in paths_of(kind) else known_names(kind).get(form(heading))


def _below(kind: str, heading: str) -> Column | None:
    """The column of a heading that is known by itself, below another one that spans it; whatever is said of a person is a person's."""
    above, _colon, below = heading.rpartition(" : ")
    over = known_names(kind).get(form(above)) if above else None
    return over if over and over.role == "@person" else known_names(kind).get(form(below)) if above else None


def _near(kind: str, heading: str) -> Column | None:
    """The column whose name is nearest in letters."""
    from rapidfuzz import fuzz, process  # slow to import, and a sheet of ours never needs it

    bare = BRACKETS.sub(" ", heading)
    own = form(bare.rpartition(" : ")[2])
    if len(own) < SHORT or len(own) > LONGEST:
        return None
    known = known_names(kind)
    words = [name for name in known if len(name) >= SHORT and not denies(own, name)]
    near = process.extractOne(own, words, scorer=fuzz.ratio, score_cutoff=NEAR)
    return replace(known[near[0]], guessed=called(kind, known[near[0]])) if near else None
