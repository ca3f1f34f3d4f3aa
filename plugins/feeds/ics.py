"""Calendars as iCalendar text (RFC 5545): a header, the zone's changes of hour, then events that exist as text already."""

from __future__ import annotations

import re
from collections.abc import Iterable

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.occurrences import monthly
from contributions.models import Event
from contributions.words.typography import typo
from feeds.catalogue import Offer
from feeds.content_lines import line, text_line
from feeds.vevent import event_text, stop_text
from feeds.vtimezone import vtimezone

BEGIN, END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"
REFRESH_HOURS = 12
LINE_BREAKS = re.compile(r"[\r\n]+")


def calendar(library: Library, offer: Offer) -> bytes:
    """The calendar of an offer: its events, then its public stops, each in time order."""
    events = [event_text(library, event) for event in library.passing(offer.events)]
    stops = [stop_text(library, tool, stop) for tool, stop in offer.stops]
    return _text(library, f"{library.hub.name} – {offer.label}", offer.description, [*events, *stops])


def event_calendar(library: Library, event: Contribution[Event]) -> bytes | None:
    """The calendar of one event; None where only its month is known."""
    if monthly(event):
        return None
    return _text(library, typo(event.meta.title), "", [event_text(library, event)])


def _text(library: Library, name: str, description: str, components: Iterable[bytes]) -> bytes:
    """A calendar: its properties (RFC 5545 section 3.7; names and refreshing, RFC 7986 sections 5.1, 5.2 and 5.7), then its events."""
    hub = library.hub
    shown = LINE_BREAKS.sub(" ", name)
    head = [
        BEGIN,
        b"VERSION:2.0\r\n",
        text_line("PRODID", f"-//{hub.hostname}//Escale//FR"),
        b"CALSCALE:GREGORIAN\r\n",
        b"METHOD:PUBLISH\r\n",
        text_line("DESCRIPTION", description) if description else b"",
        # Verbatim, as subscribers have always got them; RFC 7986 section 5.1 would escape commas and semicolons.
        line(f"NAME:{shown}"),
        line(f"X-WR-CALNAME:{shown}"),
        f"REFRESH-INTERVAL;VALUE=DURATION:PT{REFRESH_HOURS}H\r\n".encode(),
        line(f"X-WR-TIMEZONE:{hub.timezone}"),
    ]
    body = b"".join(components)
    # A calendar needs one component at least (RFC 5545 section 3.6): without events, its zone is that.
    zone = vtimezone(hub.timezone) if b";TZID=" in body or not body else b""
    return b"".join((*head, zone, body, END))
