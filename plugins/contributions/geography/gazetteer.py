"""The official list of towns (communes) of a region or of France, and the indexes that find a town in it."""

import csv
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Self

from contributions.geography.town_names import normalise, without_article

GEO = Path(__file__).parent / "geo"
"""Where the lists are: communes-REGION.csv, made by scripts/towns.py."""

INSEE, NAME, POSTCODES, DEPARTMENT, FORMER, FORMER_CODES = 0, 1, 2, 3, 8, 9
"""Columns of the list."""


@dataclass(frozen=True, slots=True)
class Town:
    """A commune of today: codes are text, `lat` and `lon` WGS84 degrees, `population` inhabitants.

    `former` are the names of the communes that merged into it and that people still use.
    """

    insee: str
    name: str
    postcodes: tuple[str, ...]
    department: str
    lat: float
    lon: float
    population: int
    former: tuple[str, ...] = ()


class Gazetteer:
    """A list of towns, with an index for each way to name one.

    Made of the rows of a list (the columns of scripts/towns.py), which become towns when they are asked for: a build
    names a few hundred of some four thousand. The indexes, too, are made when they are first needed.
    """

    def __init__(self, rows: Iterable[Sequence[str]]) -> None:
        self._rows = tuple(rows)
        self._made: dict[int, Town] = {}
        self.departments = frozenset(row[DEPARTMENT] for row in self._rows)

    @classmethod
    @cache
    def load(cls, region_code: str) -> Self:
        """The towns of a region by its INSEE code, read once.

        Raises FileNotFoundError where the region's list has not been made yet; its message names the remedy.
        """
        path = GEO / f"communes-{region_code}.csv"
        if not path.is_file():
            raise FileNotFoundError(f"No list of the towns of region {region_code}: run scripts/towns.py {region_code}")
        return cls(_read(path))

    @classmethod
    @cache
    def of_france(cls) -> Self:
        """The towns of all regions whose lists are there, read once (a third of a second)."""
        return cls(row for path in sorted(GEO.glob("communes-*.csv")) for row in _read(path))

    def __iter__(self) -> Iterator[Town]:
        return iter(self._towns(range(len(self))))

    def __len__(self) -> int:
        return len(self._rows)

    def coded(self, insee: str) -> Town | None:
        """The town of an INSEE code, be it that of a commune that merged into it."""
        number = self._by_insee.get(insee)
        return None if number is None else self._towns((number,))[0]

    def with_postcode(self, postcode: str) -> list[Town]:
        """The towns that have a postcode."""
        return self._towns(self._by_postcode.get(postcode, ()))

    def named(self, city: str) -> Iterator[list[Town]]:
        """The towns of a name: those that have it, then without regard to articles, then those that it merged into."""
        name = normalise(city)
        yield self._towns(self._by_name.get(name, ()))
        yield self._towns(self._by_name_without_article.get(without_article(name), ()))
        yield self._towns(self._by_former_name.get(name, ()))

    def known(self, city: str) -> list[Town]:
        """The towns that a name means by the first of those ways that knows any."""
        return next((towns for towns in self.named(city) if towns), [])

    def beginning(self, city: str) -> list[Town]:
        """The towns whose name begins with these words and goes on, as Vélizy-Villacoublay does for « Vélizy »."""
        start = normalise(city) + " "
        names = self._names[bisect_left(self._names, start) : bisect_left(self._names, start + "~")]
        return self._towns([number for name in names for number in self._by_name[name]])

    def like(self, city: str, least: float, most: int) -> dict[Town, float]:
        """The towns whose names, of today or former, resemble this one or go on after it, each with its likeness (`least` to 100).

        `most`: how many names are looked at.
        """
        from rapidfuzz import fuzz, process  # slow to import, and a list without mistakes never needs it

        likeness: dict[Town, float] = dict.fromkeys(self.beginning(city), 100.0)
        names = [*self._by_name, *self._by_former_name]
        for name, score, _ in process.extract(normalise(city), names, scorer=fuzz.token_sort_ratio, limit=most, score_cutoff=least):
            for town in self._towns((*self._by_name.get(name, ()), *self._by_former_name.get(name, ()))):
                likeness[town] = max(likeness.get(town, 0), score)
        return likeness

    def _towns(self, numbers: Collection[int]) -> list[Town]:
        for number in numbers:
            if number not in self._made:
                self._made[number] = _town(self._rows[number])
        return [self._made[number] for number in numbers]

    def _column(self, column: int, separator: str = " ") -> Iterator[tuple[str, int]]:
        """The values of a column of several values, each with the number of its row."""
        return ((value, at) for at, row in enumerate(self._rows) if row[column] for value in row[column].split(separator))

    @cached_property
    def _by_insee(self) -> dict[str, int]:
        return dict(self._column(FORMER_CODES)) | {row[INSEE]: at for at, row in enumerate(self._rows)}

    @cached_property
    def _by_postcode(self) -> dict[str, list[int]]:
        return _index(self._column(POSTCODES))

    @cached_property
    def _by_name(self) -> dict[str, list[int]]:
        return _index((normalise(row[NAME]), at) for at, row in enumerate(self._rows))

    @cached_property
    def _by_name_without_article(self) -> dict[str, list[int]]:
        return _index((without_article(name), at) for name, towns in self._by_name.items() for at in towns)

    @cached_property
    def _by_former_name(self) -> dict[str, list[int]]:
        return _index((normalise(name), at) for name, at in self._column(FORMER, "|"))

    @cached_property
    def _names(self) -> list[str]:
        return sorted(self._by_name)


def _read(path: Path) -> Iterator[list[str]]:
    """The rows of a list, without its header."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from rows


def _index(entries: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    for key, number in entries:
        index[key].append(number)
    return dict(index)


def _town(row: Sequence[str]) -> Town:
    insee, name, postcodes, department, lat, lon, population, _exact, former = row[:9]
    return Town(
        insee,
        name,
        tuple(postcodes.split()),
        department,
        float(lat),
        float(lon),
        int(population),
        tuple(former.split("|")) if former else (),
    )
