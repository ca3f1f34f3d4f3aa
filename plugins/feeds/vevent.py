"""Turn events and public stops of tools into VEVENTs (RFC 5545 section 3.6.1), with stable UIDs and times in the hub's zone.

icalendar writes them. As an event stands in half a dozen calendars of thousands, its text is made once and stored.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from icalendar import Event as Component

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.occurrences import monthly
from contributions.library.values import Located, Occurrence, Stop
from contributions.models import Event, Exhibition
from contributions.words.typography import typo
from feeds.rrule import add_rule
from feeds.text import Text, categories
from publishing.strings import _
from views.cards import publisher, stop_url

STATUS = {"annule": "CANCELLED", "reporte": "TENTATIVE"}
CANCELLED_TITLE = {"annule": "Annulé : ", "reporte": "Reporté : ", "complet": "Complet : "}
FORMER = re.compile(r"/agenda/([a-z0-9-]+)/?")


def event_text(library: Library, event: Contribution[Event]) -> bytes:
    """The VEVENTs of an event, one a slot, or one with RRULE; none where only its month is known."""
    return library.stored(f"vevent/{event.slug}", partial(_event, library, event))


def stop_text(library: Library, tool: Contribution[Exhibition], stop: Stop) -> bytes:
    """The VEVENT of a public stop of a tool."""
    return library.stored(f"vevent/{tool.slug}/{stop.number}", partial(_stop, library, tool, stop))


def _event(library: Library, event: Contribution[Event]) -> bytes:
    if monthly(event):
        return b""
    showings = event.showings
    if rule := event.meta.recurrence:
        place = event.places[0] if event.places else None
        showings = (Occurrence("1", rule.start, rule.end, "tous", event.meta.event_status, place),)
    return b"".join(_showing(library, event, showing) for showing in showings)


def _showing(library: Library, event: Contribution[Event], showing: Occurrence) -> bytes:
    """An event at one of its times, or from its first time on."""
    meta, hub = event.meta, library.hub
    address, revised = hub.url + event.url, stamp(meta.updated or meta.date, hub.zone)
    found = Component()
    found.add("uid", Text(f"{uid_slug(event)}.{showing.number}@{hub.hostname}"))
    found.add("dtstamp", revised)
    found.add("last-modified", revised)
    found.add("sequence", meta.sequence)
    found.add("summary", Text(CANCELLED_TITLE.get(showing.status, "") + typo(meta.title)))
    _add_times(found, showing, hub.zone)
    if meta.recurrence:
        add_rule(found, meta.recurrence, hub.zone)
    if showing.place:
        _add_place(found, showing.place)
    elif meta.online_url:
        found.add("location", Text(meta.online_url))
    found.add("description", Text(_description(library, event, address)))
    found.add("categories", categories(hub.themes.get(theme, theme) for theme in meta.themes))
    found.add("status", STATUS.get(showing.status, "CONFIRMED"))
    found.add("url", address)
    return bytes(found.to_ical())


def uid_slug(event: Contribution[Event]) -> str:
    """The name in its UIDs, `SLUG.N@host`: an event that changed its own keeps the first one that its aliases remember."""
    former = (FORMER.fullmatch(alias) for alias in event.meta.aliases)
    return next((match[1] for match in former if match), event.slug)


def stamp(day: date, zone: ZoneInfo) -> datetime:
    """Its midnight in UTC: stamps must be so; a contribution knows a day, and no clock of the build may enter."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def _add_times(component: Component, showing: Occurrence, zone: ZoneInfo) -> None:
    """DTSTART and DTEND, which is the day after the last one where there are no hours, and none where it takes no time."""
    start, end = showing.start, showing.end
    if not start.clock:
        _add_days(component, start.day, end.day if end else start.day)
        return
    component.add("dtstart", start.moment.replace(tzinfo=zone))
    if end and end.moment > start.moment:
        component.add("dtend", end.moment.replace(tzinfo=zone))


def _add_days(component: Component, first: date, last: date) -> None:
    component.add("dtstart", first)
    component.add("dtend", last + timedelta(days=1))


def _add_place(component: Component, place: Located) -> None:
    component.add("location", Text(location(place)))
    if place.lat is not None and place.lon is not None:
        component.add("geo", (place.lat, place.lon))


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> bytes:
    """A public showing of a tool: whole days; its UID keeps the loan's position."""
    meta, hub = tool.meta, library.hub
    found = Component()
    found.add("uid", Text(f"outil-{tool.slug}.{stop.number}@{hub.hostname}"))
    found.add("dtstamp", stamp(meta.updated or meta.date, hub.zone))
    found.add("summary", Text(typo(meta.title)))
    _add_days(found, stop.loan.start, stop.loan.end)
    if stop.place:
        _add_place(found, stop.place)
    found.add("description", Text(typo(meta.summary)))
    found.add("status", "CONFIRMED")
    found.add("transp", "TRANSPARENT")
    found.add("url", hub.url + stop_url(tool, stop))
    return bytes(found.to_ical())


def location(place: Located) -> str:
    """Name, address, postcode and town on one line."""
    town = " ".join(part for part in (place.postcode, place.city) if part)
    return typo(", ".join(part for part in (place.name, place.address, town) if part))


def _description(library: Library, event: Contribution[Event], address: str) -> str:
    meta = event.meta
    lines = [typo(meta.summary), publisher(library, event).label, address]
    if meta.booking and meta.booking.url:
        lines.insert(2, _("Réservation : {url}").format(url=meta.booking.url))
    return "\n".join(line for line in lines if line)
