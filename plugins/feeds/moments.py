"""Days and times of the hub's zone as iCalendar values: DATE and DATE-TIME (RFC 5545 sections 3.3.4 and 3.3.5)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from functools import cache
from zoneinfo import ZoneInfo

from contributions.models.when import When
from feeds.vtimezone import onsets


def day_line(name: str, day: date) -> bytes:
    """A property whose value is a day, such as DTSTART of what lasts all day."""
    return f"{name};VALUE=DATE:{day_value(day)}\r\n".encode()


def time_line(name: str, when: When, zone: ZoneInfo) -> bytes:
    """A property whose value is a local time and names its zone (RFC 5545 section 3.3.5, form 3)."""
    before, after = around(zone)
    return f"{name}{before}:{day_value(when.day)}T{clock_value(when.clock or time.min)}{after}\r\n".encode()


@cache
def around(zone: ZoneInfo) -> tuple[str, str]:
    """What stands around local times. Those of a zone that never leaves UTC are in UTC, and name none (RFC 5545 section 3.2.19)."""
    at_utc = not datetime(2000, 1, 1, tzinfo=zone).utcoffset() and not onsets(zone)
    return ("", "Z") if at_utc else (f";TZID={zone.key}", "")


@cache
def stamp(day: date, zone: ZoneInfo) -> str:
    """Its midnight in UTC: stamps must be so; a contribution knows a day, and no clock of the build may enter."""
    return utc_value(datetime.combine(day, time.min, tzinfo=zone))


def utc_value(moment: datetime) -> str:
    """A time in UTC (RFC 5545 section 3.3.5, form 2)."""
    moment = moment.astimezone(UTC)
    return f"{day_value(moment.date())}T{clock_value(moment.time())}Z"


def day_value(day: date) -> str:
    """The digits of a day (RFC 5545 section 3.3.4)."""
    return day.isoformat().replace("-", "")


def clock_value(clock: time) -> str:
    """The digits of a time of day (RFC 5545 section 3.3.12)."""
    return clock.isoformat("seconds").replace(":", "")
