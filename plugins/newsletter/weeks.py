"""What each week's letter holds, by the briefs of contributions: what appeared the week before, and what could be attended then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from contributions.cache.listing import Index
from contributions.library.library import Library
from contributions.reading.introductions import monday_of

AHEAD_DAYS = 10
WEEK = 7


class Coming(NamedTuple):
    """Something to attend from a Monday on; `number` is the position of an event's showing, or the number of a tool's stop."""

    begun: bool
    start: int
    kind: str
    slug: str
    number: int


def weeks(library: Library) -> Mapping[str, tuple[tuple[tuple[str, str], ...], tuple[Coming, ...]]]:
    """Week (« 2026-w47 ») → (what is new, what comes), since the first contribution; none of a Monday to come, none without either.

    Their addresses were mailed: none ever goes. What is new are (kind, slug) pairs.
    """
    return cast("Mapping[str, Any]", library.list_of("weeks", lambda: Index("weeks", lambda: _weeks(library))))


def neighbours(library: Library) -> Mapping[str, tuple[str | None, str | None]]:
    """Each week with a letter → the one before and the one after."""

    def table() -> Index:
        known = tuple(reversed(tuple(weeks(library))))
        around = zip(known, (None, *known), (*known[1:], None), strict=False)
        return Index("weeks_beside", lambda: {week: (older, newer) for week, older, newer in around})

    return cast("Mapping[str, Any]", library.list_of("weeks_beside", table))


def week_of(monday: int) -> str:
    """« 2026-w47 » (ISO 8601)."""
    year, week, _weekday = date.fromordinal(monday).isocalendar()
    return f"{year}-w{week:02}"


def _weeks(library: Library) -> dict[str, tuple[object, ...]]:
    last = _monday(library.today.toordinal())
    new: dict[int, list[tuple[str, str]]] = defaultdict(list)
    coming: dict[int, list[Coming]] = defaultdict(list)
    for contribution in library.published:
        brief = contribution.brief
        if brief.date is None or brief.status == "archive":
            continue
        if brief.visibility != "reserve" and _monday(brief.date) + WEEK <= last:
            new[_monday(brief.date) + WEEK].append((brief.kind, brief.slug))
        if brief.kind == "event" and brief.visibility == "public" and not brief.monthly:
            shown = [(s.first, s.last, s.start, position) for position, s in enumerate(brief.showings) if s.attendable]
            for monday, begun, start, position in _mondays(shown, brief.date, last):
                coming[monday].append(Coming(begun, start, brief.kind, brief.slug, position))
    for tool in library.touring:
        for number, first, end, *_ in tool.brief.stops:
            for monday, begun, start, _number in _mondays([(first, end, first * 1440, number)], tool.brief.date or 0, last):
                coming[monday].append(Coming(begun, start, tool.kind, tool.slug, number))
    for week in library.introductions:
        if (day := monday_of(week)) and day.toordinal() <= last:
            new[day.toordinal()] += []
    mondays = sorted({*new, *coming}, reverse=True)
    held = {week_of(monday): (tuple(new[monday]), tuple(sorted(coming[monday]))) for monday in mondays}
    return {week: of_week for week, of_week in held.items() if monday_of(week)}  # nobody had letters when « 1926 » was


def _mondays(showings: Iterable[tuple[int, int, int, int]], since: int, last: int) -> Iterator[tuple[int, bool, int, int]]:
    """For each Monday on which one of some showings (first and last day, start, number) was announced and ahead: the first that is."""
    told: set[int] = set()
    for first, end, start, number in showings:
        monday = max(_monday(first - AHEAD_DAYS + WEEK - 1), _monday(since + WEEK - 1))
        while monday <= min(end, last):
            if monday not in told:
                told.add(monday)
                yield monday, first < monday, start, number
            monday += WEEK


def _monday(day: int) -> int:
    """The Monday of a day's week; ordinal 1 was a Monday."""
    return day - (day - 1) % WEEK
