"""The starts and ends that several days and hours make, to be written one by one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from contributions.fields.local_hours import iso_of, resolved
from contributions.fields.when import When, overnight
from contributions.fields.written_dates import Clock, Day, Written

MOST = 366
"""Days from one to another that are told one by one."""

Row = tuple[str, str | None]
"""A start and, where it is known, its end."""


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
