"""A repetition as RRULE and EXDATE (RFC 5545 sections 3.8.5.3 and 3.8.5.1)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Event, vRecur

from contributions.models.event import Recurrence

LAST_SECOND = time(23, 59, 59)


def add_rule(component: Event, recurrence: Recurrence, zone: ZoneInfo) -> None:
    """Give a component the rule and its exceptions, which have the hour of DTSTART where it has one."""
    rule = vRecur.from_ical(recurrence.rule)
    if "UNTIL" in rule:
        rule["UNTIL"] = [_until(last, zone, timed=recurrence.start.timed) for last in rule["UNTIL"]]
    component.add("rrule", rule)
    clock = recurrence.start.clock
    if not recurrence.except_:
        return
    if clock is None:
        component.add("exdate", list(recurrence.except_), parameters={"VALUE": "DATE"})
    else:
        component.add("exdate", [datetime.combine(day, clock, tzinfo=zone) for day in recurrence.except_])


def _until(last: date, zone: ZoneInfo, *, timed: bool) -> date:
    """A day beside a day, UTC beside a zoned DTSTART (RFC 5545 section 3.3.10); it is written as a local time or day, included."""
    if not timed:
        return last.date() if isinstance(last, datetime) else last
    moment = last if isinstance(last, datetime) else datetime.combine(last, LAST_SECOND)
    return moment.replace(tzinfo=zone).astimezone(UTC)
