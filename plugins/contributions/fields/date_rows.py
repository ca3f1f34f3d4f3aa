"""The days, and the starts and ends, that several days and hours make, to be written one by one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from contributions.fields.local_hours import iso_of, resolved
from contributions.fields.when import EARLIEST, LATEST, When, overnight
from contributions.fields.written_dates import Clock, Day, Written, read

MOST = 366
"""Days from one to another that are told one by one."""

Row = tuple[str, str | None]
"""A start and, where it is known, its end."""


def slots_in(text: str) -> list[Row]:
    """The starts and ends that a text gives, in the hub's own hour; none where it says something else, or not all of them whole.

    >>> slots_in("13 mars 2027 de 18h à 21h")
    [('2027-03-13 18:00', '2027-03-13 21:00')]
    """
    written = read(text)
    if written is None or written.one or written.english or any(clock.zones for clock in written.clocks):
        return []
    return (rows_of(written, None) or []) if all(map(_whole, written.days)) else []


def days_in(text: str) -> tuple[str, ...]:
    """The days that a text gives one and another, without an hour; empty where it says something else, or not all of them whole.

    >>> days_in("20 et 27 avril 2027"), days_in("du 20 au 27 avril 2027")
    (('2027-04-20', '2027-04-27'), ())
    """
    written = read(text)
    if written is None or written.clocks or written.days_range or not all(map(_whole, written.days)):
        return ()
    return tuple(map(iso_of, written.days))


def _whole(day: Day) -> bool:
    """Whether a day has its year, is in the calendar, and is the day of the week that is said of it."""
    if not (day.year and day.month and day.day and EARLIEST <= day.year <= LATEST and exists(day.year, day.month, day.day)):
        return False
    return day.weekday is None or date(day.year, day.month, day.day).weekday() == day.weekday


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def rows_of(written: Written, zone: ZoneInfo | None) -> list[Row] | None:
    """The starts and ends that several days and hours make; none where one of them is not sure."""
    days, clocks = written.days, written.clocks
    if written.paired:
        moments = [resolved(day, clock, zone) if not clock.midnight else None for day, clock in zip(days, clocks, strict=True)]
        if not all(moments) or moments != sorted(set(filter(None, moments))):
            return None
        return [(str(moments[0]), moments[1])] if written.days_range else [(str(moment), None) for moment in moments]
    if not clocks:
        isos = [iso_of(day) for day in days]
        return [(isos[0], isos[1])] if written.days_range else [(iso, None) for iso in isos]
    each = _each(days) if written.days_range else list(days) or [Day()]
    if written.clocks_range:
        spans = [(resolved(day, clocks[0], zone), _ended(day, (clocks[0], clocks[-1]), zone)) for day in each if not clocks[0].midnight]
        return [(str(start), end) for start, end in spans] if all(map(all, spans)) else None
    singles = [resolved(day, clock, zone) if not clock.midnight else None for day, clock in product(each, clocks)]
    return [(str(moment), None) for moment in singles] if all(singles) else None


def _each(days: tuple[Day, ...]) -> list[Day]:
    """Every day from one to another; none where they are too many, or of no year."""
    first, last = days
    if not (first.year and last.year and first.month and last.month and first.day and last.day):
        return []
    begin, end = date(first.year, first.month, first.day), date(last.year, last.month, last.day)
    number = (end - begin).days + 1
    return [Day(day.day, day.month, day.year) for day in (begin + timedelta(at) for at in range(number))] if number <= MOST else []


def _ended(day: Day, span: tuple[Clock, Clock], zone: ZoneInfo | None) -> str | None:
    """The end of a span of hours: on its day, or in the night after it."""
    first, last = span
    clock = last._replace(hour=24) if last.midnight else last
    if (clock.hour, clock.minute) > (first.hour, first.minute):
        return resolved(day, clock, zone)
    start, end = (resolved(day, one, zone) for one in (first, clock))
    if not (start and end and day.year):
        return None
    later = overnight(When.parse(start), When.parse(end))
    return str(later) if later else None
