"""VEVENTs as icalendar makes them, whose short lines are not looked at letter by letter: calendars have a hundred thousand lines."""

from __future__ import annotations

from typing import Any, cast

from icalendar import Event, Parameters
from icalendar.parser import Contentline

WIDEST = 74
"""Octets of a line that icalendar leaves whole; RFC 5545 section 3.1 has one more."""


class Line(Contentline):
    """A content line."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """The line, folded where it is long."""
        written = self.encode()
        return written if len(written) <= WIDEST else bytes(super().to_ical())  # type: ignore[no-untyped-call]  # because the library gives it no type


class Component(Event):
    """A VEVENT."""

    def content_line(self, name: str, value: Any, sorted: bool = True) -> Line:
        """A property as it stands in a calendar."""
        known = getattr(value, "params", None)
        return cast("Line", Line.from_parts(name, known if isinstance(known, Parameters) else Parameters(), value, sorted=sorted))
