"""Which time zone a calendar means: by its name, by what Windows calls it, or by the rules that the calendar gives (VTIMEZONE)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import tzinfo
from functools import cache
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

from dateutil.tz import tzical
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from imports.sources.calendars.lines import Component

OF_THE_MACHINE = {"localtime", "posixrules", "Factory"}
UNIVERSAL = {"utc", "gmt", "z", "coordinated universal time", "(utc) coordinated universal time"}
NUMBERED = re.compile(r" \d+\Z")
"""What Outlook adds to the second zone of a name."""
RULE = re.compile(r"FREQ=YEARLY(?:;(?:INTERVAL|BYMONTH|BYDAY|BYMONTHDAY|UNTIL|WKST)=[A-Z0-9+,-]{1,40})*")
"""Changes of hour come once a year; a rule of a zone that says otherwise is none."""
MOST = 200
"""Lines of a zone's rules."""
OF_RULES = {"DTSTART", "RRULE", "RDATE", "TZOFFSETFROM", "TZOFFSETTO", "TZNAME"}


class Zones:
    """The zones of a calendar."""

    def __init__(self, components: Iterable[Component]) -> None:
        self._given = {component.text("TZID"): component for component in components if component.name == "VTIMEZONE"}
        self._known: dict[str, tzinfo | None] = {}

    def named(self, name: str) -> tzinfo | None:
        """The zone of a TZID; None where nobody knows it."""
        if name not in self._known:
            given = self._given.get(name)
            self._known[name] = _known(name) or (_known(given.text("X-LIC-LOCATION")) or _ruled(given) if given else None)
        return self._known[name]


def _known(name: str) -> tzinfo | None:
    """By its name in the list of the world's zones, whatever stands before it (« /mozilla.org/20050126_1/Europe/Paris »)."""
    words = name.strip().strip("\"'").strip("/")
    if not words or len(words) > 100:
        return None
    if words.casefold() in UNIVERSAL:
        return ZoneInfo("UTC")
    if key := WINDOWS_TO_OLSON.get(NUMBERED.sub("", words)):
        return ZoneInfo(key)
    parts = words.replace(" ", "_").split("/")
    names = _names()
    for length in (len(parts), 3, 2):
        if key := names.get("/".join(parts[-length:]).casefold()):
            return ZoneInfo(key)
    return None


@cache
def _names() -> dict[str, str]:
    return {name.casefold(): name for name in available_timezones() - OF_THE_MACHINE}


def _ruled(component: Component) -> tzinfo | None:
    """The zone that the calendar's own rules make."""
    parts = [part for part in component.parts if part.name in {"STANDARD", "DAYLIGHT"}]
    lines = [line for part in parts for line in part.lines if line.name in OF_RULES]
    if not any(part.name == "STANDARD" for part in parts) or len(lines) > MOST:
        return None
    if any(line.name == "RRULE" and not RULE.fullmatch(line.value.strip().upper()) for line in lines):
        return None
    text = ["BEGIN:VTIMEZONE", "TZID:own"]
    for part in parts:
        own = [f"{line.name}:{line.value.strip()}" for line in part.lines if line.name in OF_RULES]
        text += [f"BEGIN:{part.name}", *own, f"END:{part.name}"]
    try:
        return tzical(StringIO("\n".join([*text, "END:VTIMEZONE"]))).get("own")
    except (ValueError, TypeError, IndexError, OverflowError):  # what the library says of rules that are none
        return None
