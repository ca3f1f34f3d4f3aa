"""What belongs to each programme, cut as its pages are: by day and month, by department and town, for schools, and under its villages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from contributions.library.brief import Showing
from contributions.library.contribution import Contribution
from contributions.models import Event

GATHERING = frozenset({"village-des-sciences", "parcours", "festival"})
"""Categories of events that reunite others, be there any yet."""


class Entry(NamedTuple):
    """A showing of an event on one of its days: the day (ISO), and its position among the event's showings."""

    day: str
    event: Contribution[Event]
    position: int


def editions(events: Iterable[Contribution[Event]], by_parent: Mapping[str, tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """Lists by the names of their programmes and of their parts, of published events in time order:

    - `PROGRAMME`: its events; `PROGRAMME/jours`, `/mois`, `/territoires`: which parts of that sort there are;
    - `PROGRAMME/2026-10-09` and `PROGRAMME/2026-10`: entries of a day or a month, in the agenda's order;
    - `PROGRAMME/80`: (town, event) of a department, by town; `PROGRAMME/hors-region` those of other regions;
    - `PROGRAMME/scolaires`: events of which a showing is for schools alone, or does not take place and may have been;
    - `PROGRAMME/reunions`: (event, animation) of those that reunite others, or (event, None).

    An event of which the month alone is known has no days.
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


def _parts(events: list[Contribution[Event]], by_parent: Mapping[str, tuple[Any, ...]]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    days, months = _by_day(events), defaultdict[str, list[Entry]](list)
    yield "jours", tuple(days)
    for day, entries in days.items():
        yield day, tuple(entries)
        months[day[:7]] += entries
    yield "mois", tuple(months)
    yield from ((month, tuple(entries)) for month, entries in months.items())
    departments = _by_department(events)
    yield "territoires", tuple(departments)
    yield from departments.items()
    yield "scolaires", tuple(event for event in events if not all(showing.attendable for showing in event.brief.showings))
    yield "reunions", tuple(_gatherings(events, by_parent))


def _by_day(events: Iterable[Contribution[Event]]) -> dict[str, list[Entry]]:
    """The entries of each day: what began before it first, what ends soonest before the rest; then by start, and by slug."""
    found: dict[int, list[tuple[tuple[Any, ...], Entry]]] = defaultdict(list)
    for event in events:
        for position, showing in enumerate(() if event.brief.monthly else event.brief.showings):
            for day in range(showing.first, showing.last + 1):
                entry = Entry(date.fromordinal(day).isoformat(), event, position)
                found[day].append(((*_order(showing, day), event.slug, position), entry))
    return {entries[0][1].day: [entry for _key, entry in sorted(entries, key=lambda one: one[0])] for _day, entries in sorted(found.items())}


def _order(showing: Showing, day: int) -> tuple[bool, int, int]:
    begun = showing.first < day
    return not begun, showing.last if begun else 0, showing.start


def _by_department(events: Iterable[Contribution[Event]]) -> dict[str, tuple[tuple[str, Contribution[Event]], ...]]:
    """(town, event) of each department, in the order of towns; what lies elsewhere last."""
    found: dict[str, dict[tuple[str, str], Contribution[Event]]] = defaultdict(dict)
    for event in events:
        for department, town, _lat, _lon, inside in event.brief.towns:
            found[department if inside else "hors-region"][town, event.slug] = event
    return {
        code: tuple((town, event) for (town, _slug), event in sorted(entries.items(), key=lambda one: one[0][0]))
        for code, entries in sorted(found.items())
    }


def _gatherings(
    events: Iterable[Contribution[Event]], by_parent: Mapping[str, tuple[Any, ...]]
) -> Iterator[tuple[Contribution[Event], Contribution[Event] | None]]:
    for event in events:
        animations = sorted(by_parent.get(event.slug, ()), key=lambda one: (one.brief.showings[0].start, one.slug))
        if animations:
            yield from ((event, animation) for animation in animations)
        elif event.brief.category in GATHERING and event.brief.parent is None:
            yield event, None
