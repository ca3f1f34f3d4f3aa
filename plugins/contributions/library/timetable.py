"""When and where: the entries of the agenda (events, and stops of tools that the public can visit), and what each town holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contributions.models import Common, Event, Exhibition
from contributions.record.brief import DAY, Town
from contributions.record.contribution import Contribution
from contributions.record.states import to_tell


class Entry(NamedTuple):
    """Days are ordinals; `next` is the day under which an entry is listed. Only plain values, so that a list of them has a digest."""

    kind: str
    slug: str
    number: int
    """Of an event, the position of the showing to tell, or -1 for the next one; of a tool, the number of the stop."""
    first: int
    last: int
    next: int
    start: int
    """Minutes from the calendar's origin."""
    running: bool
    """Several days long, and begun."""
    open: bool
    """Whether the public can go: on, and for everybody."""
    themes: tuple[str, ...]
    department: str | None


def entries(events: Iterable[Contribution[Event]], tools: Iterable[Contribution[Exhibition]], today: int) -> Iterator[Entry]:
    """Every event and every public stop, past ones too. Past events show their first day, others their next one."""
    for event in events:
        brief = event.brief
        first, last = min(s.first for s in brief.showings), max(s.last for s in brief.showings)
        ahead = last >= today
        if brief.monthly and ahead:
            continue
        shown = to_tell(brief.showings, lambda showing: showing.last >= today) if ahead else brief.showings[0]
        running = ahead and shown.first < today and shown.last > shown.first
        offered = brief.visibility == "public" and shown.attendable
        department = brief.departments[0] if brief.departments else None
        number = -1 if ahead else 0
        yield Entry("event", event.slug, number, first, last, shown.first, shown.start, running, offered, brief.themes, department)
    for tool in tools:
        for number, first, last, town, *_ in tool.brief.stops:
            department = (town[0] or None) if town else None
            running = first < today <= last
            themes = tool.brief.themes
            yield Entry("exhibition", tool.slug, number, first, last, first, first * DAY, running, True, themes, department)


def in_order(entry: Entry) -> tuple[bool, int, int, str, str, int]:
    """Sort key of what is to come: what has begun and lasts first, then by day and hour."""
    return not entry.running, entry.next, entry.start, entry.kind, entry.slug, entry.number


class InTown(NamedTuple):
    """What a town holds: (kind, slug, number of the stop or 0), each page once."""

    lat: float | None
    lon: float | None
    inside: bool
    entries: tuple[tuple[str, str, int], ...]


def towns(tools: Iterable[Contribution[Exhibition]], listed: Iterable[Contribution[Common]], today: int) -> dict[tuple[str, str], InTown]:
    """What each town holds, by department and name."""
    first: dict[tuple[str, str], Town] = {}
    held: dict[tuple[str, str], dict[tuple[str, str, int], None]] = {}
    stops = [
        (town, (tool.kind, tool.slug, n)) for tool in tools for n, _first, last, town, *_ in tool.brief.stops if town and last >= today
    ]
    places = [(town, (c.kind, c.slug, 0)) for c in listed for town in c.brief.towns]
    for town, entry in [*stops, *places]:
        key = town[0], town[1]
        first.setdefault(key, town)
        held.setdefault(key, {})[entry] = None
    return {key: InTown(*town[2:5], tuple(held[key])) for key, town in first.items()}
