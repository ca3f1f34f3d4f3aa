"""The days that pages of the agenda ask for, by the names of these pages: « jour/2026-12-05 », « mois/2026-12 », « ce-week-end ».

Days are ordinals (`date.toordinal`).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

DAYS_AHEAD = 60
"""A page a day: today's, and those of so many days after it."""
DAYS_KNOWN = 150
"""Days are told apart as far as the end of the next school holidays."""
MONTHS_AHEAD = 24
WEEKEND = "ce-week-end"
DAY, MONTH = "jour/", "mois/"


def day(ordinal: int) -> str:
    """The name of a day's page."""
    return f"{DAY}{date.fromordinal(ordinal)}"


def weekend(today: int) -> tuple[int, int]:
    """Saturday and Sunday of this week; on a Sunday that day alone."""
    sunday = today + 6 - date.fromordinal(today).weekday()
    return max(today, sunday - 1), sunday


def months(first: int, last: int) -> Iterator[str]:
    """The names of the months that two days, and all between them, lie in."""
    begin, end = date.fromordinal(first), date.fromordinal(last)
    for number in range(begin.year * 12 + begin.month - 1, end.year * 12 + end.month):
        yield f"{MONTH}{number // 12:04}-{number % 12 + 1:02}"


def touched(first: int, last: int, today: int) -> Iterator[str]:
    """The pages of days, months and the week-end that ask for what lasts from one day to another."""
    begin, saturday, sunday = max(first, today), *weekend(today)
    yield from map(day, range(begin, min(last, today + DAYS_KNOWN) + 1))
    yield from months(begin, min(last, today + MONTHS_AHEAD * 31))
    if first <= sunday and last >= saturday:
        yield WEEKEND


def named_day(question: str) -> int | None:
    """The first day that the name of a day's page, or of a month's, tells."""
    sort, _, named = question.partition("/")
    if f"{sort}/" not in {DAY, MONTH}:
        return None
    return date.fromisoformat(named if f"{sort}/" == DAY else f"{named}-01").toordinal()


def first_day(question: str, today: int) -> int:
    """The first day that a page asks for: today where its name tells no later one."""
    return weekend(today)[0] if question == WEEKEND else max(today, named_day(question) or today)
