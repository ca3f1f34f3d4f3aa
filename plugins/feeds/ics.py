"""Calendars as iCalendar text (RFC 5545): a header, the zone's changes of hour, then events that exist as text already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from icalendar import Calendar, vDuration

from contributions.library.library import Library
from contributions.models import Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly
from contributions.region.hub import Hub
from contributions.words.typography import typo
from feeds.occupied import occupied_texts, what_it_means
from feeds.offers import Offer
from feeds.text import Text
from feeds.vevent import event_text, listed_text, stop_text
from feeds.vtimezone import vtimezone

BEGIN, END = b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"
REFRESH = timedelta(hours=12)
LINE_BREAKS = re.compile(r"[\r\n]+")


def calendar(library: Library, offer: Offer) -> bytes:
    """The calendar of an offer: its events, then its public stops, each in time order."""
    events = [listed_text(library, event) for event in library.passing(offer.events)]
    stops = [stop_text(library, tool, stop) for tool, stop in offer.stops]
    return _text(library, f"{library.hub.name} – {offer.label}", offer.description, [*events, *stops])


def event_calendar(library: Library, event: Contribution[Event]) -> bytes | None:
    """The calendar of one event; None where only its month is known."""
    if monthly(event):
        return None
    return _text(library, typo(event.meta.title), "", [event_text(library, event)])


def tool_calendar(library: Library, tool: Contribution[Exhibition]) -> bytes:
    """The days on which a tool cannot be had."""
    return _text(library, typo(tool.meta.title), what_it_means(library, tool), occupied_texts(library, tool))


def _text(library: Library, name: str, description: str, components: Iterable[bytes]) -> bytes:
    """A calendar: its properties (RFC 5545 section 3.7; names and refreshing, RFC 7986 sections 5.1, 5.2 and 5.7), then its events."""
    hub, shown = library.hub, Text(LINE_BREAKS.sub(" ", name))
    own = Calendar()
    own.add("name", shown)
    own.add("x-wr-calname", shown)
    if description:
        own.add("description", Text(description))
    common = library.once(("calendar",), partial(_common, hub))
    body = b"".join(components)
    # A calendar needs one component at least (RFC 5545 section 3.6): without events, its zone is that.
    zone = vtimezone(hub.timezone) if b";TZID=" in body or not body else b""
    return b"".join((common, bytes(own.to_ical()).removeprefix(BEGIN).removesuffix(END), zone, body, END))


def _common(hub: Hub) -> bytes:
    """How every calendar of a hub begins: there are thousands."""
    found = Calendar()
    found.add("version", "2.0")
    found.add("prodid", Text(f"-//{hub.hostname}//Escale//FR"))
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("x-wr-timezone", hub.timezone)
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    found.add("x-published-ttl", vDuration(REFRESH))  # the same, to Outlook
    return bytes(found.to_ical()).removesuffix(END)
