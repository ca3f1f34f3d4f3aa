"""Which column of a yearly file is what: by the map of the year that has it so, else by near names, which is told."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from contributions.words.folding import folded
from imports.agendas.instants import MOMENT
from imports.agendas.json_values import inside
from imports.agendas.plain_values import line, number
from imports.taken import Refusal

LIKENESS = 85
"""The score (rapidfuzz, out of 100) under which a name is not taken for another."""
LOOKED_AT = 50
"""Values of a column that are looked at before it is taken for what its name seems to say."""
LONGEST, MOST = 100, 500
"""Characters of a column's name, and columns of a file: more is none."""


def _moments(value: Any) -> bool:
    return MOMENT.search(str(value)[:200]) is not None


def _text(value: Any) -> bool:
    return bool(line(value)) and number(value) is None


LOOKS: Mapping[str, Callable[[Any], bool]] = {
    "timings": _moments, "first_begin": _moments, "first_end": _moments, "last_begin": _moments, "last_end": _moments,
    "created": _moments, "updated": _moments, "title": _text, "city": _text, "place": _text, "organiser": _text,
    "lat": lambda value: number(value) is not None, "lon": lambda value: number(value) is not None,
    "age_min": lambda value: number(value) is not None, "age_max": lambda value: number(value) is not None,
    "postcode": lambda value: re.fullmatch(r"\d{4,5}", line(value)) is not None,
    "insee": lambda value: re.fullmatch(r"\d{4,5}|2[ab]\d{3}", line(value), re.IGNORECASE) is not None,
    "point": lambda value: len(re.findall(r"-?\d+(?:\.\d+)?", str(inside(value))[:200])) == 2,
    "page": lambda value: line(value).startswith(("http://", "https://")),
    "picture": lambda value: line(value).startswith(("http://", "https://")),
    "online": lambda value: line(value).startswith(("http://", "https://")),
    "website": lambda value: line(value).startswith(("http", "www.")),
    "must_book": lambda value: folded(line(value)) in {"oui", "non", "true", "false", "0", "1"} or isinstance(value, bool),
}  # fmt: skip
"""What the values of a guessed column must look like, more often than not."""


@dataclass(frozen=True, slots=True)
class Columns:
    """For each word of `record.py` the columns of the file that hold it, the best first; and what is told of the others."""

    names: Mapping[str, tuple[str, ...]]
    refused: tuple[Refusal, ...] = ()
    year: str = ""
    """Whose map it is."""


@dataclass(frozen=True, slots=True)
class _Map:
    year: str
    names: Mapping[str, tuple[str, ...]]
    known: frozenset[str]

    @property
    def columns(self) -> set[str]:
        return {column for columns in self.names.values() for column in columns} | self.known


def understood(columns: Iterable[str], values: Callable[[str], Iterable[Any]]) -> Columns:
    """What each column of a file is; `values` gives those of a column that are not empty."""
    called: dict[str, str] = {}
    told: list[Refusal] = []
    for column in list(columns)[:MOST]:
        name = written(column)
        if name in called:
            told.append(_told(column, f"Cette colonne a le nom de « {called[name][:LONGEST]} » : elle n’est pas lue."))
        elif name:
            called[name] = column
    year = max(_maps(), key=lambda each: (len(each.columns & called.keys()), each.year))
    names = {word: [called[name] for name in known if name in called] for word, known in year.names.items()}
    for name in [name for name in called if name not in year.columns]:
        sample = [value for _, value in zip(range(LOOKED_AT), values(called[name]), strict=False)]
        word = _near(name, {word for word, found in names.items() if found and word != "words"}, sample)
        if word:
            names.setdefault(word, []).append(called[name])
            told.append(_told(called[name], f"Colonne inconnue, lue d’après son nom comme {_data()['said'][word]} : vérifiez-le."))
        elif sample and not any(name in each.known for each in _maps()):
            told.append(_told(called[name], "Colonne inconnue : elle n’est pas lue."))
    order = {column: at for at, column in enumerate(called.values())}
    return Columns(
        {word: tuple(found if word != "words" else sorted(found, key=order.__getitem__)) for word, found in names.items() if found},
        tuple(told),
        year.year,
    )


def written(column: str) -> str:
    """A column's name as the maps write it.

    >>> written("Titre - FR"), written("Lieu: Code postal")
    ('titre_fr', 'lieu_code_postal')
    """
    return "_".join(folded(column[:LONGEST]).split())


def _near(name: str, taken: set[str], sample: list[Any]) -> str:
    """The word of this room that a column's name most likely means, of those that no column has; empty where none is near."""
    from rapidfuzz import fuzz  # only for a year that is not known

    scores: dict[str, float] = {}
    for word, names in _spellings().items():
        if word not in taken:
            scores[word] = max(100.0 if other == name else fuzz.ratio(other, name, score_cutoff=LIKENESS) for other in names)
    word = max(scores, key=lambda each: scores[each], default="")
    if not word or scores[word] < LIKENESS or not sample:
        return ""
    looks = LOOKS.get(word, bool)
    return word if 2 * sum(looks(value) for value in sample) > len(sample) else ""


def _told(column: str, message: str) -> Refusal:
    return Refusal(f"colonne « {column[:LONGEST]} »", message)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "years.toml").read_text(encoding="utf-8"))


@cache
def _maps() -> tuple[_Map, ...]:
    return tuple(
        _Map(year, {word: tuple(names) for word, names in words.items() if word != "known"}, frozenset(words["known"]))
        for year, words in _data()["years"].items()
    )


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """All names that a word has in any year, and near ones."""
    near = {word: set(names) for word, names in _data()["near"].items()}
    for each in _maps():
        for word, names in each.names.items():
            near.setdefault(word, set()).update(names)
    return {word: frozenset(names) for word, names in near.items()}
