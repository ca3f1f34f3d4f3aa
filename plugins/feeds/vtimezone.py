"""A time zone as VTIMEZONE (RFC 5545 section 3.6.5), its changes of hour as a yearly rule where they follow one.

icalendar's own generator lists every change of forty years in each file, and gives the onset in the new offset where
the standard wants the old one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

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
    """The component for a zone of the IANA database, CRLF ended."""
    zone = ZoneInfo(name)
    found = onsets(zone)
    lines = ["BEGIN:VTIMEZONE", f"TZID:{name}"]
    for daylight in (False, True):
        same = [onset for onset in found if onset.daylight == daylight]
        if same:
            lines += _observance("DAYLIGHT" if daylight else "STANDARD", same)
    if not found:
        fixed = datetime(FIRST_YEAR, 1, 1, tzinfo=zone)
        offset = fixed.utcoffset() or timedelta()
        lines += _observance("STANDARD", [Onset(datetime(FIRST_YEAR, 1, 1), offset, offset, fixed.tzname() or name, False)])
    lines.append("END:VTIMEZONE")
    return ("\r\n".join(lines) + "\r\n").encode("ascii")


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


def _observance(kind: str, same: list[Onset]) -> list[str]:
    first = same[0]
    lines = [f"BEGIN:{kind}", f"DTSTART:{first.at:%Y%m%dT%H%M%S}"]
    if all(_last_weekday(onset, first) for onset in same) and len(same) > 1:
        lines.append(f"RRULE:FREQ=YEARLY;BYMONTH={first.at.month};BYDAY=-1{DAYS[first.at.weekday()]}")
    else:
        lines += [f"RDATE:{onset.at:%Y%m%dT%H%M%S}" for onset in same[1:]]
    lines += [f"TZOFFSETFROM:{_utc(first.before)}", f"TZOFFSETTO:{_utc(first.after)}", f"TZNAME:{first.name}", f"END:{kind}"]
    return lines


def _last_weekday(onset: Onset, first: Onset) -> bool:
    """Whether a change falls on the same last weekday of the same month, at the same hour, as the first."""
    last = (onset.at + timedelta(days=7)).month != onset.at.month
    same = (onset.at.month, onset.at.weekday(), onset.at.time()) == (first.at.month, first.at.weekday(), first.at.time())
    return last and same


def _utc(offset: timedelta) -> str:
    minutes = round(offset.total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}{abs(minutes) % 60:02}"
