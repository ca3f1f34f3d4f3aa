"""Calendars as iCalendar text (RFC 5545): a header, the zone's changes of hour, then events that exist as text already."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from icalendar import Calendar

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Event
from contributions.occurrences import monthly
from feeds.catalogue import Offer
from feeds.vevent import event_text, stop_text
from feeds.vtimezone import vtimezone
from views.typography import typo

END = b"END:VCALENDAR\r\n"
REFRESH = timedelta(hours=12)


def calendar(library: Library, offer: Offer) -> bytes:
    """The calendar of an offer: its events, then its public stops, each in time order."""
    events = [event_text(library, event) for event in offer.events]
    stops = [stop_text(library, tool, stop) for tool, stop in offer.stops]
    return _text(library, f"{library.hub.name} – {offer.label}", offer.description, [*events, *stops])


def event_calendar(library: Library, event: Contribution[Event]) -> bytes | None:
    """The calendar of one event; None where only its month is known."""
    if monthly(event):
        return None
    return _text(library, typo(event.meta.title), "", [event_text(library, event)])


def _text(library: Library, name: str, description: str, components: Iterable[bytes]) -> bytes:
    hub = library.hub
    found = Calendar()
    found.add("prodid", f"-//{hub.hostname}//Escale//FR")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("method", "PUBLISH")
    found.add("name", name)
    found.add("x-wr-calname", name)
    found.add("x-wr-timezone", hub.timezone)
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    if description:
        found.add("description", description)
    body = b"".join(components)
    # A calendar needs one component at least (RFC 5545 section 3.6): without events, its zone is that.
    zone = library.once(("vtimezone",), lambda: vtimezone(hub.timezone)) if b";TZID=" in body or not body else b""
    head = bytes(found.to_ical()).removesuffix(END)
    return head + zone + body + END
