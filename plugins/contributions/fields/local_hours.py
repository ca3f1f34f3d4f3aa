"""A written day and hour as the contract writes them: in the hub's own time, whatever zone they are given in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from contributions.fields.date_spelling import HERE, LOCAL_HOURS
from contributions.fields.written_dates import Clock, Day

UNIVERSAL, ELSEWHERE = "{zone} : heure universelle. ", "{zone} : heure d’un autre fuseau. "
WEST, EAST = -12 * 60, 14 * 60
"""The zones of the world, in minutes."""


def iso_of(day: Day) -> str:
    """A day in ISO form, « AAAA » for a year that is not said."""
    if day.day is None or day.month is None:
        return "AAAA-MM-JJ"
    return f"{f'{day.year:04}' if day.year else 'AAAA'}-{day.month:02}-{day.day:02}"


def resolved(day: Day, clock: Clock, here: ZoneInfo | None) -> str | None:
    """A day and an hour as the contract writes them, in the hub's time; None where zones are not known or not of one mind."""
    if not (day.year and day.month and day.day):
        return f"{iso_of(day)} {clock.hour:02}:{clock.minute:02}" if clock.hour < 24 and not clock.zones else None
    local = datetime(day.year, day.month, day.day) + timedelta(hours=clock.hour, minutes=clock.minute)
    found = {_moved(local, zone.offset, here) for zone in clock.zones} or {local}
    moment = found.pop()
    return f"{moment:%Y-%m-%d %H:%M}" if moment and not found else None


def _moved(local: datetime, offset: int | str, here: ZoneInfo | None) -> datetime | None:
    """A local time of a zone, in the hub's."""
    if offset == HERE:
        return local
    if here is None or (isinstance(offset, int) and not WEST <= offset <= EAST):
        return None
    zone = timezone(timedelta(minutes=offset)) if isinstance(offset, int) else ZoneInfo(offset)
    return local.replace(tzinfo=zone).astimezone(UTC).astimezone(here).replace(tzinfo=None)


def zone_marks(day: Day, clock: Clock, here: ZoneInfo | None) -> dict[str, str]:
    """What is said of an hour's zone, and whose hour is given instead."""
    if here is None or all(zone.offset in {HERE, here.key} for zone in clock.zones):
        return {}
    zone = clock.zones[0]
    marks = {"here": f" ({local_hour(here)})"}
    if zone.offset == 0:
        return {**marks, "zone": UNIVERSAL.replace("{zone}", zone.said)}
    moved = resolved(day, clock, here) != resolved(day, clock._replace(zones=()), here)
    return {**marks, "zone": ELSEWHERE.replace("{zone}", zone.said)} if moved else marks


def local_hour(zone: ZoneInfo) -> str:
    """A time zone as one says it: « heure de Paris »."""
    city = zone.key.rpartition("/")[2].replace("_", " ")
    return LOCAL_HOURS.get(zone.key, f"heure de {city}")
