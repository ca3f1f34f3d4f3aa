"""School levels, the contract's words for them, read as teachers write them: « CM1 », « Cycle 3 », « Lycée »."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, WithJsonSchema

from contributions.fields.fields import wrong
from contributions.fields.vocabulary import did_you_mean
from contributions.words.folding import folded
from contributions.words.spelling import marked, spelt_alike

SchoolLevel = Literal[
    "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2", "6e", "5e", "4e", "3e", "2de", "1re", "terminale", "superieur",
    "cycle-1", "cycle-2", "cycle-3", "cycle-4", "maternelle", "elementaire", "college", "lycee",
]  # fmt: skip
LEVELS: tuple[str, ...] = get_args(SchoolLevel)
CLASSES = {
    "cycle-1": ("ps", "ms", "gs"), "cycle-2": ("cp", "ce1", "ce2"), "cycle-3": ("cm1", "cm2", "6e"), "cycle-4": ("5e", "4e", "3e"),
    "maternelle": ("ps", "ms", "gs"), "elementaire": ("cp", "ce1", "ce2", "cm1", "cm2"), "college": ("6e", "5e", "4e", "3e"),
    "lycee": ("2de", "1re", "terminale"),
}  # fmt: skip
"""The classes of the levels that cover several; any other level is one by itself."""
MEANT = {
    "petitesection": "ps", "moyennesection": "ms", "grandesection": "gs", "primaire": "elementaire", "ecoleprimaire": "elementaire",
    "ecoleelementaire": "elementaire", "ecolematernelle": "maternelle", "6eme": "6e", "6ieme": "6e", "sixieme": "6e", "5eme": "5e",
    "5ieme": "5e", "cinquieme": "5e", "4eme": "4e", "4ieme": "4e", "quatrieme": "4e", "3eme": "3e", "3ieme": "3e", "troisieme": "3e",
    "2nde": "2de", "2e": "2de", "seconde": "2de", "1ere": "1re", "1e": "1re", "premiere": "1re", "tle": "terminale",
    "term": "terminale", "terminales": "terminale", "c1": "cycle-1", "c2": "cycle-2", "c3": "cycle-3", "c4": "cycle-4",
    "colleges": "college", "collegiens": "college", "lycees": "lycee", "lyceens": "lycee", "sup": "superieur",
    "enseignementsuperieur": "superieur", "etudessuperieures": "superieur", "etudiants": "superieur",
}  # fmt: skip
"""What else people write, in one word without accents → the level that it is."""
HOLDS = {
    "cap": "lycee", "bep": "lycee", "bacpro": "lycee",
    "tps": "maternelle", "ecole": "elementaire", "lyceeprofessionnel": "lycee", "lyceegeneral": "lycee",
    "lyceetechnologique": "lycee", "lyceeagricole": "lycee", "universite": "superieur", "bts": "superieur", "licence": "superieur",
    "master": "superieur",
}  # fmt: skip
"""The same → the level that holds it, and more: whoever wrote it decides."""
ACCENTED = {"a": "aàâ", "c": "cç", "e": "eéèêë", "i": "iîï", "u": "uùûü"}
AND = re.compile(r"\s*[,;/&+]\s*|\s+et\s+")
DASH = re.compile(r"\s*[-–—]\s*")
CYCLES = re.compile(r"cycles?\s+(?P<numbers>[1-4](?:\s*(?:,|/|&|\bet\b)\s*[1-4])+)", re.IGNORECASE)
GAP = r"(?:\.?[\s_-])*\.?"
"""What may stand between two letters; several points are a doubt."""


def _bare(text: str) -> str:
    """Letters and digits alone, without accents."""
    return folded(text).replace(" ", "")


BARE = {_bare(level): level for level in LEVELS}


def level_of(written: str) -> str:
    """The level that words are for sure; empty where they are none, or leave a doubt."""
    bare = "" if marked(written) else _bare(written)
    return BARE.get(bare) or MEANT.get(bare, "")


def sharing(levels: Iterable[str]) -> list[str]:
    """The levels that share a class with one of these, in the contract's order.

    >>> sharing(["cm1"])
    ['cm1', 'cycle-3', 'elementaire']
    """
    classes = {one for level in levels for one in CLASSES.get(level, (level,))}
    return [level for level in LEVELS if not classes.isdisjoint(CLASSES.get(level, (level,)))]


def holding(written: str) -> str:
    """The level that holds what words name, and more; empty where there is none."""
    return HOLDS.get(_bare(written), "")


def levels_in(written: str) -> list[str]:
    """The levels that a text gives one and another; empty where a part of it is none, or leaves out some between two.

    >>> levels_in("CM1-CM2"), levels_in("cycles 3 et 4"), levels_in("6e-3e"), levels_in("CM1, sauf mardi")
    (['cm1', 'cm2'], ['cycle-3', 'cycle-4'], [], [])
    """
    text = " ".join(written.split())  # what parts two levels looks for blanks around it
    cycles = CYCLES.fullmatch(text)
    parts = [f"cycle {number}" for number in re.findall(r"\d", cycles["numbers"])] if cycles else AND.split(text)
    found = [level_of(part) for part in parts]
    if len(parts) == 1 and (both := DASH.split(text)) and len(both) == 2:
        found = [level_of(part) for part in both]
        if not all(found) or LEVELS.index(found[1]) - LEVELS.index(found[0]) != 1:
            return []
    return found if all(found) else []


def _level(value: Any) -> str:
    bare = "" if marked(str(value)) else _bare(str(value))
    if bare in BARE:
        return BARE[bare]
    meant, held = MEANT.get(bare, ""), HOLDS.get(bare)
    if held:
        raise wrong("E109", f"« {value} » n’est pas un niveau scolaire connu ici.", f"Écrivez « {held} », qui le comprend.")
    several = [] if meant else levels_in(str(value))
    if len(several) > 1:
        raise wrong("E109", f"« {value} » dit plusieurs niveaux scolaires.", f"Séparez-les par une virgule : {', '.join(several)}.")
    repair = f"Écrivez « {meant} »." if meant else did_you_mean(str(value), LEVELS)
    raise wrong("E109", f"« {value} » n’est pas un niveau scolaire connu ici.", repair, meant or spelt_alike(str(value), LEVELS))


def _pattern(level: str) -> str:
    """Whatever is read as a level, for programs that know patterns alone."""
    marks = [ACCENTED.get(mark, mark) for mark in level if mark != "-"]
    return GAP.join(f"[{''.join(dict.fromkeys(one + one.upper()))}]" for one in marks)


WRITTEN = f"^{GAP}(?:{'|'.join(map(_pattern, LEVELS))}){GAP}$"
"""A level in upper or lower case, with or without accents, with or without spaces between its letters."""
Level = Annotated[SchoolLevel, BeforeValidator(_level), WithJsonSchema({"type": "string", "enum": list(LEVELS), "read_as": WRITTEN})]
