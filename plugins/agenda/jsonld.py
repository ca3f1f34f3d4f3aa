"""JSON-LD of an event: Event and its subtypes of schema.org, one sub-event a showing."""

from __future__ import annotations

from collections.abc import Sequence

from contributions.fields.when import When
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import span
from contributions.record.states import event_status, is_full, told_as_a_whole
from contributions.record.values import CALLED_OFF, Occurrence
from contributions.words.typography import typo
from views.jsonld import Node, image_url, place_node, publisher_node, without_nothing

TYPES = {
    "exposition": "ExhibitionEvent",
    "festival": "Festival",
    "village-des-sciences": "Festival",
    "projection": "ScreeningEvent",
    "formation": "EducationEvent",
}
STATUS = {
    "programme": "EventScheduled",
    "complet": "EventScheduled",
    "reprogramme": "EventRescheduled",
    "reporte": "EventPostponed",
    "annule": "EventCancelled",
    "passe-en-ligne": "EventMovedOnline",
}
MODES = {"sur-place": "OfflineEventAttendanceMode", "en-ligne": "OnlineEventAttendanceMode", "mixte": "MixedEventAttendanceMode"}
SUB_EVENTS = 60


def event_node(library: Library, event: Contribution[Event]) -> Node:
    """The event as a whole, from its first showing that stands to its last; its showings as `subEvent` where there are several."""
    meta, hub, status = event.meta, library.hub, event_status(event, library.today)
    told = told_as_a_whole(event, library.today)
    first, last = told[0], told[-1]
    node = without_nothing(
        {
            "@type": TYPES.get(meta.category, "Event"),
            "@id": f"{hub.url}{event.url}#event",
            "name": typo(meta.title),
            "description": typo(meta.summary),
            "url": hub.url + event.url,
            "startDate": _iso(library, first.start),
            "endDate": _end(library, event, last),
            "eventStatus": f"https://schema.org/{STATUS[status]}",
            "eventAttendanceMode": f"https://schema.org/{MODES[_mode(told)]}",
            "previousStartDate": _iso(library, meta.previous_start) if meta.previous_start else None,
            "location": _location(event, told),
            "image": image_url(library, meta),
            "organizer": publisher_node(library, event),
            "isAccessibleForFree": meta.price.free if meta.price else None,
            "inLanguage": meta.lang,
            "typicalAgeRange": _age(meta),
            "maximumAttendeeCapacity": meta.booking.capacity if meta.booking else None,
            "remainingAttendeeCapacity": 0 if is_full(meta, status) else meta.booking.left if meta.booking else None,
            "offers": _offer(library, event, status),
        }
    )
    if len(event.showings) > 1:
        node["subEvent"] = [_sub(library, event, showing) for showing in _told(library, event)]
    return node


def _told(library: Library, event: Contribution[Event]) -> Sequence[Occurrence]:
    """The next showings, or the last ones where fewer are ahead."""
    over = sum(showing.last_day < library.today for showing in event.showings)
    start = max(0, min(over, len(event.showings) - SUB_EVENTS))
    return event.showings[start : start + SUB_EVENTS]


def _sub(library: Library, event: Contribution[Event], showing: Occurrence) -> Node:
    return without_nothing(
        {
            "@type": TYPES.get(event.meta.category, "Event"),
            "name": typo(event.meta.title),
            "startDate": _iso(library, showing.start),
            "endDate": _iso(library, showing.end) if showing.end else None,
            "eventStatus": f"https://schema.org/{STATUS[showing.status]}",
            "eventAttendanceMode": f"https://schema.org/{MODES[showing.mode]}",
            "location": _location(event, [showing]),
        }
    )


def _iso(library: Library, when: When) -> str:
    """A day, or a time with its offset from UTC; the first day of what is known by the month."""
    if when.clock is None:
        return when.day.isoformat()
    return when.moment.replace(tzinfo=library.hub.zone).isoformat(timespec="minutes")


def _end(library: Library, event: Contribution[Event], last: Occurrence) -> str:
    if last.end:
        return _iso(library, last.end)
    if last.start.clock:
        return _iso(library, last.start)
    return span(event)[1].isoformat()


def _mode(showings: Sequence[Occurrence]) -> str:
    """How some showings can be followed together."""
    modes = {showing.mode for showing in showings}
    return modes.pop() if len(modes) == 1 else "mixte"


def _location(event: Contribution[Event], showings: Sequence[Occurrence]) -> list[Node] | Node:
    """The first place of some showings, and the address on line where one of them has it."""
    found: list[Node] = [place_node(showing.place) for showing in showings if showing.place][:1]
    if event.meta.online_url and _mode(showings) != "sur-place":
        found.append({"@type": "VirtualLocation", "url": event.meta.online_url})
    return found[0] if len(found) == 1 else found


def _age(meta: Event) -> str | None:
    if meta.age is None:
        return None
    low = "" if meta.age.min is None else str(meta.age.min)
    return f"{low or 0}-{'' if meta.age.max is None else meta.age.max}"


def _offer(library: Library, event: Contribution[Event], status: str) -> Node | None:
    """What is free: of what is to be paid no price is known but in words. Nothing is offered of what is called off."""
    meta = event.meta
    if status in CALLED_OFF or meta.price is None or not meta.price.free:
        return None
    return without_nothing(
        {
            "@type": "Offer",
            "price": "0",
            "priceCurrency": "EUR",
            "availability": f"https://schema.org/{'SoldOut' if is_full(meta, status) else 'InStock'}",
            "url": (meta.booking.url if meta.booking else None) or library.hub.url + event.url,
            "validFrom": meta.date.isoformat(),
        }
    )
