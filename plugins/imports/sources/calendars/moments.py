"""Days and times of a calendar (RFC 5545, 3.3.4, 3.3.5, 3.3.6), each with the zone that it is meant in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TypeGuard

from icalendar.prop import vDDDTypes

from imports.sources.calendars.lines import Line
from imports.sources.calendars.zones import Zones

FIRST, LAST = 1970, 2200
"""Years that an event is in."""
MIDNIGHT = re.compile(r"T24:?00(?::?00)?(?=Z?\Z)")
DAYS = re.compile(r"\d{4}-?\d\d-?\d\d")
EMPTY = "(vide)"


class NoMoment(ValueError):
    """What is wrong with a time; its text is a French sentence."""


@dataclass(frozen=True, slots=True)
class Clock:
    """What times are read with: the calendar's zones, and the zone of those that name none."""

    zones: Zones
    floating: tzinfo
    universal: tzinfo | None = None
    """What UTC is shown in, where the calendar says so (X-WR-TIMEZONE): repetitions then keep the hour of that zone."""

    def read(self, line: Line, value: str | None = None) -> date | datetime:
        """The day, or the moment with its zone, of a property, or of one of its values. Raises NoMoment."""
        written = (line.value if value is None else value).strip()
        name = line.parameters.get("TZID", "").strip()
        zone = self.zones.named(name) if name and not written.endswith("Z") else self.floating
        if zone is None:
            raise NoMoment(f"Le fuseau horaire « {name[:60]} » n’est pas connu : l’heure serait fausse.")
        moment = _moment(written)
        if not FIRST <= moment.year <= LAST:
            raise NoMoment(f"« {written[:40]} » n’est pas une date d’événement.")
        if not timed(moment) or line.parameters.get("VALUE", "").upper() == "DATE":
            return date(moment.year, moment.month, moment.day)
        if moment.tzinfo is None:
            return moment.replace(tzinfo=zone)
        return moment.astimezone(self.universal or UTC)


def timed(moment: date | datetime) -> TypeGuard[datetime]:
    """Whether it has hours."""
    return isinstance(moment, datetime)


def _moment(written: str) -> date | datetime:
    """Raises NoMoment."""
    later = MIDNIGHT.search(written)
    text = MIDNIGHT.sub("T000000", written) if later else written
    moment = _standard(text)
    if not isinstance(moment, date):
        try:
            moment = date.fromisoformat(text) if DAYS.fullmatch(text) else datetime.fromisoformat(text)
        except ValueError as error:
            raise NoMoment(f"« {written[:40] or EMPTY} » n’est pas une date.") from error
    return moment + timedelta(days=1) if later else moment


def _standard(text: str) -> object:
    """A value as the standard has it; None where it is none."""
    try:
        return vDDDTypes.from_ical(text)
    except (ValueError, OverflowError):
        return None


def length(line: Line) -> timedelta:
    """A DURATION. Raises NoMoment."""
    found = _standard(line.value.strip().lstrip("+"))
    if not isinstance(found, timedelta) or not timedelta(0) <= found < timedelta(days=3660):
        raise NoMoment(f"« {line.value.strip()[:40] or EMPTY} » n’est pas une durée.")
    return found


def day_of(moment: date | datetime, zone: tzinfo) -> date:
    """The day of it in a zone."""
    return moment.astimezone(zone).date() if timed(moment) else moment


def local(moment: date | datetime, zone: tzinfo) -> str:
    """How the contract writes it, in a zone."""
    # By way of UTC: an hour that clocks leave out would come back from its own zone as it went.
    return f"{moment.astimezone(UTC).astimezone(zone):%Y-%m-%d %H:%M}" if timed(moment) else moment.isoformat()


def said_twice(moment: date | datetime, zone: tzinfo) -> bool:
    """Whether a clock shows this time twice that night, and the second is meant: nothing in a local time says so."""
    return timed(moment) and bool(moment.astimezone(UTC).astimezone(zone).fold)
