"""Instants as sources write them (ISO 8601, RFC 3339), and the same in the hub's own time."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from contributions.fields.when import EARLIEST, LATEST

OFFSET = r"(?:[Zz]|[+-]\d\d:\d\d|[+-]\d{4}(?!-\d\d-))"
"""Not the beginning of a day that is glued on by a hyphen: « T14:00:00-2026-10-05 »."""
MOMENT = re.compile(
    rf"(?P<day>\d{{4}}-\d\d-\d\d)(?:[T ](?P<clock>\d\d:\d\d(?::\d\d(?:[.,]\d{{1,9}})?)?)\s?(?P<offset>{OFFSET})?)?", re.ASCII
)
ZONE = re.compile(r"[A-Za-z_]{2,20}(?:/[A-Za-z_+-]{2,30}){0,2}")


def zone_called(name: Any, otherwise: ZoneInfo) -> ZoneInfo:
    """The time zone of a name, or another where there is none of it."""
    if not isinstance(name, str) or not ZONE.fullmatch(name):
        return otherwise
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return otherwise


def instant(text: Any, floating: ZoneInfo) -> datetime | date | None:
    """The instant (in UTC) that a text says, or a day where it has no hour; None where it is neither, or of no likely year.

    An hour without offset is one of the zone `floating`; one that this zone leaves out is none.
    """
    found = MOMENT.fullmatch(text.strip()) if isinstance(text, str) and len(text) < 100 else None
    if not found:
        return None
    try:
        day = date.fromisoformat(found["day"])
        if not EARLIEST < day.year < LATEST:
            return None
        if not found["clock"]:
            return day
        moment = datetime.fromisoformat(f"{day}T{found['clock'].replace(',', '.')}{(found['offset'] or '').upper()}")
    except ValueError:
        return None
    if moment.tzinfo is not None:
        return moment.astimezone(UTC)
    there = moment.replace(tzinfo=floating).astimezone(UTC)
    return there if there.astimezone(floating).replace(tzinfo=None) == moment else None


def local(moment: datetime, zone: ZoneInfo) -> datetime | None:
    """An instant in the hub's time, to the minute and without its zone; None in the hour that comes twice, the second time."""
    moment = moment - timedelta(seconds=moment.second, microseconds=moment.microsecond)
    here = moment.astimezone(zone)
    return None if here.fold else here.replace(tzinfo=None)


def day_of(text: Any, zone: ZoneInfo) -> date | None:
    """The day, in the hub's time, of an instant."""
    found = instant(text, zone)
    return found.astimezone(zone).date() if isinstance(found, datetime) else found
