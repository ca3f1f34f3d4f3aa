"""The entries of the agenda, a showing each, in the order in which they are told, and those that answer each of its static pages.

A question is called by its address below /agenda/ (« jour/2026-12-05 », « themes/astronomie »); « » is the agenda without a question,
« communes/80021 » what a town holds. What is cancelled or postponed answers no question; what is for schools alone answers « scolaires »
only; what is for professionals answers « publics/professionnels » only. The agenda without a question shows them all. docs/agenda.md says
it to users.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from contributions.library.periods import first_day, touched
from contributions.models import Event, Exhibition
from contributions.record.brief import DAY, Brief, Showing, StopRow
from contributions.record.contribution import Contribution

ALL = ""
LEAST, MOST = 40, 160
"""Entries of a page: it ends with the week that makes it so many; where there would be more with a day, or within one."""
FEWEST = 20
"""A page with fewer takes what it can of a week that it has no room for as a whole."""
WEEK = 7
SCHOOLS = "scolaires"
PROFESSIONALS = "publics/professionnels"


class Row(NamedTuple):
    """A showing of an event, or of a tool on tour. Days are ordinals; only plain values, so that a list of them has a digest."""

    kind: str
    slug: str
    number: int
    """Of an event, the position of the showing; of a tool, the number of the stop."""
    start: int
    """Minutes from the calendar's origin."""
    timed: bool
    first: int
    last: int

    @property
    def order(self) -> tuple[int, bool, str, int]:
        """By start, whole days before hours, then by name."""
        return self.start, self.timed, self.slug, self.number


def in_order(rows: Iterable[Row], first: int) -> list[Row]:
    """As a list from the day `first` on tells them: what began before, by its end; then by start."""
    return sorted(rows, key=lambda row: (row.first >= first, row.last if row.first < first else 0, *row.order))


def answers(events: Iterable[Contribution[Event]], tools: Iterable[Contribution[Exhibition]], today: int) -> dict[str, tuple[Row, ...]]:
    """What is to come of listed events and of tools on tour, by question, each in its order. A question that nothing answers is absent."""
    found: dict[str, list[Row]] = defaultdict(list)
    for event in events:
        if not event.brief.monthly:
            for number, showing in enumerate(event.brief.showings):
                if showing.last >= today:
                    row = Row("event", event.slug, number, showing.start, showing.timed, showing.first, showing.last)
                    for question in (ALL, *_of_showing(event.brief, showing, today)):
                        found[question].append(row)
    for tool in tools:
        for stop in tool.brief.stops:
            number, first, last, *_ = stop
            if last >= today:
                row = Row("exhibition", tool.slug, number, first * DAY, False, first, last)
                for question in (ALL, *_of_stop(tool.brief, stop, today)):
                    found[question].append(row)
    return {question: tuple(in_order(rows, first_day(question, today))) for question, rows in sorted(found.items())}


def parts(question: str, rows: Sequence[Row], today: int) -> dict[str, tuple[Row, ...]]:
    """The entries of each page of a list, by its address (« themes/astronomie/page/2/ »).

    Pages end with weeks, so that one entry more moves that of its week, and seldom another.
    """
    first, base = first_day(question, today), f"{question}/" if question else ""
    found: list[list[Row]] = [[row for row in rows if row.first < first]]
    begun = 0
    later = (row for row in rows if row.first >= first)
    for _week, group in groupby(later, key=lambda row: (row.first - 1) // WEEK):  # from Monday on, as was the calendar's first day
        for entries in _together(tuple(group), len(found[-1])):
            if found[-1] and (begun >= LEAST or (len(found[-1]) >= FEWEST and len(found[-1]) + len(entries) > MOST)):
                found.append([])
                begun = 0
            found[-1] += entries
            begun += len(entries)
    cut = [tuple(page[at : at + MOST]) for page in found for at in range(0, max(1, len(page)), MOST)]
    return {f"{base}page/{number}/" if number > 1 else base: entries for number, entries in enumerate(cut, 1)}


def _together(week: Sequence[Row], before: int) -> Iterator[Sequence[Row]]:
    """What stands on one page: the entries of a week; of a day, where a week has more than a page, or a page has few `before` it."""
    if len(week) + (before if before < FEWEST else 0) <= MOST:
        yield week
    else:
        yield from (tuple(of_day) for _day, of_day in groupby(week, key=lambda row: row.first))


def _of_showing(brief: Brief, showing: Showing, today: int) -> Iterator[str]:
    if not showing.stands:
        return
    professionals = brief.visibility == "professionnels"
    if professionals and (not showing.public or "professionnels" not in brief.audiences):
        return
    if professionals:
        yield PROFESSIONALS
        return
    if showing.schools:
        yield SCHOOLS
    if not showing.public:
        return
    town = brief.towns[showing.town] if showing.town >= 0 else None
    yield from touched(showing.first, showing.last, today)
    yield from _of_all(brief, brief.access, free=brief.free)
    yield f"categories/{brief.category}"
    if showing.online:
        yield "en-ligne"
    if town:
        yield from _of_town(town[0], town[5])


def _of_stop(brief: Brief, stop: StopRow, today: int) -> Iterator[str]:
    _number, first, last, town, free, access = stop
    yield from touched(first, last, today)
    yield from _of_all(brief, access, free=free)
    yield "categories/exposition"
    if town:
        yield from _of_town(town[0], town[5])


def _of_all(brief: Brief, access: Iterable[str], *, free: bool) -> Iterator[str]:
    yield from (f"themes/{theme}" for theme in brief.themes)
    yield from (f"publics/{audience}" for audience in brief.audiences)
    yield from (f"accessibilite/{code}" for code in access)
    if free:
        yield "gratuit"


def _of_town(department: str, insee: str) -> Iterator[str]:
    if department:
        yield f"territoires/{department}"
    if insee:
        yield f"communes/{insee}"
