"""A repetition as RRULE and EXDATE (RFC 5545 sections 3.8.5.3 and 3.8.5.1): parts in the standard's order, numbers plain."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from contributions.models.event import Recurrence
from feeds.content_lines import line
from feeds.moments import around, clock_value, day_value, utc_value

ORDER = "FREQ UNTIL COUNT INTERVAL BYMINUTE BYHOUR BYDAY BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH BYSETPOS WKST".split()
"""The parts that `contributions.models.fields.Rule` lets in, as RFC 5545 section 3.3.10 lists them: some calendars want FREQ first."""

WORDS = {"FREQ", "BYDAY", "WKST"}
"""Parts whose values are no plain numbers."""


def rule_lines(recurrence: Recurrence, zone: ZoneInfo) -> bytes:
    """The rule and its exceptions, which have the hour of DTSTART where it has one."""
    parts = dict(part.split("=") for part in recurrence.rule.split(";"))
    for name, value in parts.items():
        if name == "UNTIL":
            parts[name] = _until(value, zone, timed=recurrence.start.timed)
        elif name not in WORDS:
            parts[name] = ",".join(str(int(number)) for number in value.split(","))
    found = line("RRULE:" + ";".join(f"{name}={parts[name]}" for name in ORDER if name in parts))
    return found + _exceptions(recurrence, zone)


def _until(value: str, zone: ZoneInfo, *, timed: bool) -> str:
    """A day beside a day, UTC beside a zoned DTSTART (RFC 5545 section 3.3.10); it is written as a local time or day, included."""
    if not timed:
        return value[:8]
    moment = datetime.fromisoformat(value if "T" in value else f"{value}T235959")
    return utc_value(moment.replace(tzinfo=zone))


def _exceptions(recurrence: Recurrence, zone: ZoneInfo) -> bytes:
    days = [day_value(day) for day in recurrence.except_]
    if not days:
        return b""
    if recurrence.start.clock is None:
        return line(f"EXDATE;VALUE=DATE:{','.join(days)}")
    before, after = around(zone)
    clock = clock_value(recurrence.start.clock)
    return line(f"EXDATE{before}:{','.join(f'{day}T{clock}{after}' for day in days)}")
