"""A time zone as VTIMEZONE (RFC 5545 section 3.6.5), its changes of hour as a yearly rule where they follow one.

icalendar's `Timezone.from_tzinfo` lists every change of forty years in each file (1.7 KB for Paris against 0.3), and gives
onsets in the new offset where the standard wants the old one: summer would begin an hour late.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

FIRST_YEAR, LAST_YEAR = 2000, 2037
STEP = timedelta(days=14)
"""No zone changes its hour twice within a fortnight."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Onset:
    """A change of hour: its local time in the old offset, both offsets, the new name."""

    at: datetime
    before: timedelta
    after: timedelta
    name: str
    daylight: bool


@cache
def vtimezone(name: str) -> bytes:
    """The component for a zone of the IANA database, as text."""
    zone = ZoneInfo(name)
    found = onsets(zone) or [_fixed(zone)]
    component = Timezone()
    component.add("tzid", name)
    for daylight in (False, True):
        same = [onset for onset in found if onset.daylight == daylight]
        if same:
            component.add_component(_observance(same))
    return bytes(component.to_ical())


def _fixed(zone: ZoneInfo) -> Onset:
    """What a zone without changes of hour begins with."""
    first = datetime(FIRST_YEAR, 1, 1, tzinfo=zone)
    offset = first.utcoffset() or timedelta()
    return Onset(first.replace(tzinfo=None), offset, offset, first.tzname() or zone.key, False)


def onsets(zone: ZoneInfo) -> list[Onset]:
    """The changes of hour from FIRST_YEAR to LAST_YEAR, found to the minute."""
    found: list[Onset] = []
    moment = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    while moment.year <= LAST_YEAR:
        later = moment + STEP
        if _offset(moment, zone) != _offset(later, zone):
            found.append(_between(moment, later, zone))
        moment = later
    return found


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _between(low: datetime, high: datetime, zone: ZoneInfo) -> Onset:
    before, after = _offset(low, zone), _offset(high, zone)
    while high - low > timedelta(minutes=1):
        middle = (low + (high - low) / 2).replace(second=0, microsecond=0)
        low, high = (middle, high) if _offset(middle, zone) == before else (low, middle)
    local = high.astimezone(zone)
    return Onset((high + before).replace(tzinfo=None), before, after, local.tzname() or "", bool(local.dst()))


def _observance(same: list[Onset]) -> TimezoneDaylight | TimezoneStandard:
    """The onsets of summer time, or of standard time."""
    first = same[0]
    component = TimezoneDaylight() if first.daylight else TimezoneStandard()
    component.add("dtstart", first.at)
    component.add("tzoffsetfrom", first.before)
    component.add("tzoffsetto", first.after)
    component.add("tzname", first.name)
    if len(same) > 1 and all(_last_weekday(onset, first) for onset in same):
        component.add("rrule", vRecur(FREQ="YEARLY", BYMONTH=first.at.month, BYDAY=f"-1{DAYS[first.at.weekday()]}"))
    elif len(same) > 1:
        component.add("rdate", [onset.at for onset in same[1:]])
    return component


def _last_weekday(onset: Onset, first: Onset) -> bool:
    """Whether a change falls on the same last weekday of the same month, at the same hour, as the first."""
    last = (onset.at + timedelta(days=7)).month != onset.at.month
    same = (onset.at.month, onset.at.weekday(), onset.at.time()) == (first.at.month, first.at.weekday(), first.at.time())
    return last and same
