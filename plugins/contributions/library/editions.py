"""The events of each programme, cut as its pages are: by day, by town, for schools, and under the villages and trails that reunite some."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from contributions.geography.town_names import normalise
from contributions.library.agenda import Row, in_order
from contributions.models import Event
from contributions.record.brief import Showing, Town
from contributions.record.contribution import Contribution

GATHERING = frozenset({"village-des-sciences", "parcours", "festival"})
"""Categories of events that reunite others, be there any yet."""
DAYS, DEPARTMENTS, SCHOOLS, GATHERINGS, ELSEWHERE, UNDATED = "jours", "territoires", "scolaires", "reunions", "ailleurs", "sans-jour"
"""Names of parts; a day's is itself, a department's its code."""

DAYS_APART = 40
"""Days of a programme that have a page each; those of a longer one share the pages of months."""
MONTH = len("2026-12")


class InTown(NamedTuple):
    """An event in a town; « » is on line."""

    town: str
    insee: str
    slug: str


def editions(events: Iterable[Contribution[Event]], by_parent: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """What belongs to programmes, of published events in time order: « PROGRAMME » has its events, « PROGRAMME/PART » a part.

    - « jours »: the days of its showings (ISO), or their months where they are many; by each day the Rows of the showings that it has, in
      the agenda's order; by each month its days;
    - « territoires »: the codes of its departments, and « ailleurs » for other regions and on line; by each of these the events InTown,
      by town;
    - « scolaires »: (department, slug) of events with showings for schools alone, by the first of these; « ailleurs » as above;
    - « reunions »: (slug, slug of an animation) of each event that reunites others, or (slug, « ») of one that will;
    - « sans-jour »: slugs of those of which the month alone is known.
    """
    of: dict[str, list[Contribution[Event]]] = defaultdict(list)
    for event in events:
        for slug in event.brief.programmes:
            of[slug].append(event)
    found: dict[str, tuple[Any, ...]] = {}
    for slug, own in of.items():
        found[slug] = tuple(own)
        found |= {f"{slug}/{part}": entries for part, entries in _parts(own, by_parent)}
    return found


def _parts(events: Sequence[Contribution[Event]], by_parent: Mapping[str, tuple[Any, ...]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    days = _by_day(events)
    months = {month: tuple(of_month) for month, of_month in groupby(days, key=lambda day: day[:MONTH])}
    yield DAYS, tuple(months if len(days) > DAYS_APART else days)
    yield from days.items()
    yield from months.items()
    towns = _by_department(events)
    yield DEPARTMENTS, tuple(towns)
    yield from towns.items()
    yield SCHOOLS, tuple(_schools(events))
    yield GATHERINGS, tuple(_gatherings(events, by_parent))
    yield UNDATED, tuple(event.slug for event in events if event.brief.monthly)


def _by_day(events: Iterable[Contribution[Event]]) -> dict[str, tuple[Row, ...]]:
    found: dict[int, list[Row]] = defaultdict(list)
    for event in events:
        for number, shown in enumerate(() if event.brief.monthly else event.brief.showings):
            row = Row("event", event.slug, number, shown.start, shown.timed, shown.first, shown.last)
            for day in range(row.first, row.last + 1):
                found[day].append(row)
    return {date.fromordinal(day).isoformat(): tuple(in_order(rows, day)) for day, rows in sorted(found.items())}


def _by_department(events: Iterable[Contribution[Event]]) -> dict[str, tuple[InTown, ...]]:
    found: dict[str, dict[InTown, None]] = defaultdict(dict)
    for event in events:
        for shown in event.brief.showings:
            town = _town(event, shown)
            found[_department(town)][InTown(town[1] if town else "", town[5] if town else "", event.slug)] = None
    return {code: tuple(sorted(entries, key=lambda one: (normalise(one.town), one.insee))) for code, entries in sorted(found.items())}


def _department(town: Town | None) -> str:
    """The code of a town's department, if that is of the region."""
    return town[0] if town and town[4] else ELSEWHERE


def _town(event: Contribution[Event], shown: Showing) -> Town | None:
    return event.brief.towns[shown.town] if shown.town >= 0 else None


def _schools(events: Iterable[Contribution[Event]]) -> Iterator[tuple[str, str]]:
    found = []
    for event in events:
        shown = next((one for one in event.brief.showings if not one.public), None)
        if shown:
            found.append((_department(_town(event, shown)), shown.start, event.slug))
    return ((department, slug) for department, _start, slug in sorted(found))


def _gatherings(events: Iterable[Contribution[Event]], by_parent: Mapping[str, tuple[Any, ...]]) -> Iterator[tuple[str, str]]:
    for event in events:
        animations = sorted(by_parent.get(event.slug, ()), key=lambda one: (one.brief.showings[0].start, one.slug))
        if animations:
            yield from ((event.slug, animation.slug) for animation in animations)
        elif event.brief.category in GATHERING and event.brief.parent is None:
            yield event.slug, ""
