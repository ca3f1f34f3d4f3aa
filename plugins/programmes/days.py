"""A programme day by day: under each day all that is on then, what lasts in a line, what begins in a row of the timetable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from contributions.library.agenda import Row
from contributions.library.library import Library
from programmes.parts import Part
from publishing.strings import _, counted
from views.cards import sign
from views.french import dates
from views.timetable import Again, Entry, timetable
from views.values import Day, FacetLink

DayRows = Sequence[tuple[str, Row]]
"""Days (ISO) with the showings of each."""


@dataclass(frozen=True, slots=True)
class ProgrammeDay:
    """A day: what has begun before it and lasts, and what begins."""

    id: str
    iso: str
    title: str
    lasting: tuple[Entry, ...]
    lines: tuple[Entry | Again, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Days one after the other; with a title those that a page folds: that are over, or on which nothing begins."""

    title: str | None
    days: tuple[ProgrammeDay, ...]


@dataclass(frozen=True, slots=True)
class Station:
    """A day that has pages, with how many showings it has."""

    day: Day
    count: str
    url: str


def stations(days: Iterable[Part]) -> tuple[Station, ...]:
    """The days that have pages."""
    return tuple(Station(sign(part.day), _count(part), part.url) for part in days if part.day)


def months(days: Iterable[Part]) -> tuple[FacetLink, ...]:
    """The months that have pages, where days have none."""
    return tuple(FacetLink(part.title, part.url, len(part.read())) for part in days if not part.day)


def _count(part: Part) -> str:
    return counted("{n} rendez-vous", "{n} rendez-vous", len(part.read()))


def runs(library: Library, entries: DayRows) -> tuple[Run, ...]:
    """The days of some showings, in order.

    Those that are over stand together while others are ahead, and so do two or more in a row on which nothing begins.
    """
    days = [_day(library, iso, [row for _day, row in rows]) for iso, rows in groupby(entries, key=lambda entry: entry[0])]
    over = [day for day in days if library.is_past(date.fromisoformat(day.iso))]
    if len(over) == len(days):
        over = []
    past = (Run(counted("{n} jour passé", "{n} jours passés", len(over)), tuple(over)),) if over else ()
    return (*past, *_runs(days[len(over) :]))


def _runs(days: Iterable[ProgrammeDay]) -> Iterator[Run]:
    for begins, group in groupby(days, key=lambda day: bool(day.lines)):
        found = tuple(group)
        if begins or len(found) == 1:
            yield Run(None, found)
            continue
        first, last = (date.fromisoformat(day.iso) for day in (found[0], found[-1]))
        yield Run(_("{days} : ce qui dure").format(days=dates.days(first, last).capitalize()), found)


def _day(library: Library, iso: str, rows: Sequence[Row]) -> ProgrammeDay:
    day = date.fromisoformat(iso)
    told = timetable(library, rows, day.toordinal())
    lines = told.days[0].lines if told.days else ()
    return ProgrammeDay(f"j{iso}", iso, dates.full_day(day), told.lasting, lines)
