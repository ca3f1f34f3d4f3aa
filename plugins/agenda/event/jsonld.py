"""JSON-LD of an event: Event and its subtypes of schema.org, one sub-event a showing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agenda.event.dates import anchor
from agenda.event.offer import offer
from contributions.fields.when import When
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import span
from contributions.record.states import event_status, places_left, told_as_a_whole
from contributions.record.values import Occurrence
from contributions.words.typography import typo
from views.jsonld import Node, image_url, organisation_node, place_node, publisher_node, without_nothing

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
    """The event as a whole, from its first showing that stands to its last; its showings as `subEvent` where there are several.

    What Google asks of events: https://developers.google.com/search/docs/appearance/structured-data/event
    """
    meta, hub, status = event.meta, library.hub, event_status(event, library.today)
    told = told_as_a_whole(event, library.today)
    first, last = told[0], told[-1]
    node = without_nothing(
        {
            "@type": TYPES.get(meta.category, "Event"),
            "@id": _id(library, event),
            "name": typo(meta.title),
            "description": typo(meta.summary),
            "url": hub.url + event.url,
            "startDate": _iso(library, first.start),
            "endDate": _end(library, event, last),
            "eventStatus": f"https://schema.org/{STATUS[status]}",
            "eventAttendanceMode": f"https://schema.org/{MODES[_mode(told)]}",
            "previousStartDate": _iso(library, meta.previous_start) if meta.previous_start else None,
            "location": _location(library, event, told),
            "image": image_url(library, meta),
            "organizer": publisher_node(library, event),
            "performer": _performers(library, event),
            "isAccessibleForFree": meta.price.free if meta.price else None,
            "inLanguage": meta.lang,
            "typicalAgeRange": _age(meta),
            "audience": _audience(event),
            "maximumAttendeeCapacity": meta.booking.capacity if meta.booking else None,
            "remainingAttendeeCapacity": places_left(meta, status),
            "offers": offer(library, event, status),
            "superEvent": _parent(library, event),
        }
    )
    if len(event.showings) > 1:
        node["subEvent"] = [_sub(library, event, showing) for showing in _told(library, event)]
    return node


def _id(library: Library, event: Contribution[Any]) -> str:
    return f"{library.hub.url}{event.url}#event"


def _told(library: Library, event: Contribution[Event]) -> Sequence[Occurrence]:
    """The next showings, or the last ones where fewer are ahead."""
    over = sum(showing.last_day < library.today for showing in event.showings)
    start = max(0, min(over, len(event.showings) - SUB_EVENTS))
    return event.showings[start : start + SUB_EVENTS]


def _sub(library: Library, event: Contribution[Event], showing: Occurrence) -> Node:
    """A showing; what it does not say is the whole's."""
    return without_nothing(
        {
            "@type": TYPES.get(event.meta.category, "Event"),
            "name": typo(event.meta.title),
            "url": f"{library.hub.url}{event.url}#{anchor(showing)}",
            "startDate": _iso(library, showing.start),
            "endDate": _iso(library, showing.end) if showing.end else None,
            "eventStatus": f"https://schema.org/{STATUS[showing.status]}",
            "eventAttendanceMode": f"https://schema.org/{MODES[showing.mode]}",
            "location": _location(library, event, [showing]),
            "offers": offer(library, event, showing.status),
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


def _location(library: Library, event: Contribution[Event], showings: Sequence[Occurrence]) -> list[Node] | Node:
    """The first place of some showings, and where one of them is followed on line: its page here, where no address is given."""
    found: list[Node] = [place_node(showing.place) for showing in showings if showing.place][:1]
    if _mode(showings) != "sur-place":
        found.append({"@type": "VirtualLocation", "url": event.meta.online_url or library.hub.url + event.url})
    return found[0] if len(found) == 1 else found


def _age(meta: Event) -> str | None:
    if meta.age is None:
        return None
    low = "" if meta.age.min is None else str(meta.age.min)
    return f"{low or 0}-{'' if meta.age.max is None else meta.age.max}"


def _audience(event: Contribution[Event]) -> Node | None:
    """Only where it is for schools alone: of others anybody may come."""
    alone = all(showing.audience == "scolaires" for showing in event.showings)
    return {"@type": "EducationalAudience", "educationalRole": "student"} if alone else None


def _performers(library: Library, event: Contribution[Event]) -> list[Node]:
    """Who takes the floor, where that is an organisation or a person of the directory: of a name alone nobody knows which it is."""
    slugs = [partner.organisation for partner in event.meta.partners if partner.role == "intervenant" and partner.organisation]
    return [node for slug in dict.fromkeys(slugs) if (node := organisation_node(library, slug))]


def _parent(library: Library, event: Contribution[Event]) -> Node | None:
    parent = library.page("event", event.meta.parent)
    return {"@type": "Event", "@id": _id(library, parent)} if parent else None
