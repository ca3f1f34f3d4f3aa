"""Turn events and public stops of tools into VEVENTs (RFC 5545 section 3.6.1), with stable UIDs and times in the hub's zone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Event, vRecur

from contributions.contribution import Contribution, Located, Occurrence, Stop
from contributions.library import Library
from contributions.models import Event as EventKeys
from contributions.models import Exhibition
from contributions.occurrences import monthly
from publishing.strings import _
from views.cards import publisher, stop_url
from views.typography import typo

STATUS = {"annule": "CANCELLED", "reporte": "TENTATIVE"}
CANCELLED_TITLE = {"annule": "Annulé : ", "reporte": "Reporté : ", "complet": "Complet : "}


def event_text(library: Library, event: Contribution[EventKeys]) -> bytes:
    """The VEVENTs of an event, one a slot, or one with RRULE; none where only its month is known."""
    return library.once(("vevent", event.slug), lambda: b"".join(found.to_ical() for found in _event(library, event)))


def stop_text(library: Library, tool: Contribution[Exhibition], stop: Stop) -> bytes:
    """The VEVENT of a public stop of a tool."""
    return library.once(("vevent", "stop", tool.slug, stop.number), lambda: bytes(_stop(library, tool, stop).to_ical()))


def _event(library: Library, event: Contribution[EventKeys]) -> Iterator[Event]:
    if monthly(event):
        return
    if event.meta.recurrence:
        yield _recurring(library, event)
        return
    for occurrence in event.showings:
        component = _component(library, event, occurrence)
        _when(library, component, occurrence)
        yield component


def _component(library: Library, event: Contribution[EventKeys], occurrence: Occurrence) -> Event:
    meta = event.meta
    found = Event()
    found.add("uid", uid(library, event, occurrence.number))
    found.add("dtstamp", _stamp(library, meta.updated or meta.date))
    found.add("last-modified", _stamp(library, meta.updated or meta.date))
    found.add("sequence", meta.sequence)
    found.add("summary", CANCELLED_TITLE.get(occurrence.status, "") + typo(meta.title))
    found.add("description", _description(library, event))
    found.add("url", library.hub.url + event.url)
    found.add("status", STATUS.get(occurrence.status, "CONFIRMED"))
    if place := occurrence.place:
        found.add("location", location(place))
        if place.lat is not None and place.lon is not None:
            found.add("geo", (place.lat, place.lon))
    elif meta.online_url:
        found.add("location", meta.online_url)
    found.add("categories", [library.hub.themes.get(slug, slug) for slug in meta.themes])
    return found


def uid(library: Library, event: Contribution[EventKeys], number: str) -> str:
    """`SLUG.N@host`; an event that changed its name keeps the first one that its aliases remember."""
    slug = event.slug
    for alias in event.meta.aliases:
        match = re.fullmatch(r"/agenda/([a-z0-9-]+)/?", alias)
        if match:
            slug = match[1]
            break
    return f"{slug}.{number}@{library.hub.hostname}"


def _when(library: Library, found: Event, occurrence: Occurrence) -> None:
    start, end = occurrence.start, occurrence.end
    if start.clock:
        found.add("dtstart", start.moment.replace(tzinfo=library.hub.zone))
        if end and end.moment > start.moment:
            found.add("dtend", end.moment.replace(tzinfo=library.hub.zone))
        return
    found.add("dtstart", start.day)
    found.add("dtend", (end.day if end else start.day) + timedelta(days=1))


def _recurring(library: Library, event: Contribution[EventKeys]) -> Event:
    """One VEVENT with RRULE and EXDATE. UNTIL is told in UTC, as RFC 5545 section 3.3.10 wants beside a zoned DTSTART."""
    rule = event.meta.recurrence
    assert rule is not None
    zone = library.hub.zone
    place = event.places[0] if event.places else None
    first = Occurrence("1", rule.start, rule.end, "tous", event.meta.event_status, place)
    found = _component(library, event, first)
    _when(library, found, first)
    recurrence = vRecur.from_ical(rule.rule)
    for until in recurrence.get("UNTIL", [])[:1]:
        moment = until if isinstance(until, datetime) else datetime.combine(until, time.max.replace(microsecond=0))
        recurrence["UNTIL"] = [moment.replace(tzinfo=zone).astimezone(UTC) if rule.start.clock else moment.date()]
    found.add("rrule", recurrence)
    if rule.except_ and rule.start.clock:
        found.add("exdate", [datetime.combine(day, rule.start.clock, tzinfo=zone) for day in rule.except_])
    elif rule.except_:
        found.add("exdate", list(rule.except_), parameters={"VALUE": "DATE"})
    return found


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> Event:
    """A public showing of a tool: whole days; its UID keeps the loan's position."""
    found = Event()
    found.add("uid", f"outil-{tool.slug}.{stop.number}@{library.hub.hostname}")
    found.add("dtstamp", _stamp(library, tool.meta.updated or tool.meta.date))
    found.add("dtstart", stop.loan.start)
    found.add("dtend", stop.loan.end + timedelta(days=1))
    found.add("summary", typo(tool.meta.title))
    found.add("description", typo(tool.meta.summary))
    found.add("url", library.hub.url + stop_url(tool, stop))
    found.add("status", "CONFIRMED")
    found.add("transp", "TRANSPARENT")
    if stop.place:
        found.add("location", location(stop.place))
        if stop.place.lat is not None and stop.place.lon is not None:
            found.add("geo", (stop.place.lat, stop.place.lon))
    return found


def location(place: Located) -> str:
    """Name, address, postcode and town on one line."""
    town = " ".join(part for part in (place.postcode, place.city) if part)
    return typo(", ".join(part for part in (place.name, place.address, town) if part))


def _description(library: Library, event: Contribution[EventKeys]) -> str:
    lines = [typo(event.meta.summary), publisher(library, event).label, library.hub.url + event.url]
    if event.meta.booking and event.meta.booking.url:
        lines.insert(2, _("Réservation : {url}").format(url=event.meta.booking.url))
    return "\n".join(line for line in lines if line)


def _stamp(library: Library, day: date) -> datetime:
    """Calendars need a time in UTC; the contribution knows a day, and no clock of the build may enter."""
    return datetime.combine(day, time.min, tzinfo=library.hub.zone).astimezone(UTC)
