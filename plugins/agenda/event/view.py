"""What the page of an event shows beside what all contributions do: see the modules beside this one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from agenda.event.around import animations, elsewhere, gathering
from agenda.event.booking import asked_elsewhere, public_booking, school_booking
from agenda.event.dates import place_words, showing, timetable
from agenda.event.place import Where, drawn, online, ways, where
from agenda.event.sharing import announcement
from agenda.event.state import past, state
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly, next_showing, span
from contributions.record.states import ahead
from contributions.words.typography import typo
from publishing.strings import _
from views.cards import badges, card
from views.detail import contact, related
from views.french import labels
from views.french.numbers import ages
from views.french.repetition import sentence
from views.french.terms import price
from views.pages import sentence as joined
from views.values import Badge, FoundBy

SAID_ONCE = frozenset({"free", "neutral"})
"""Tones of badges whose matter the page tells by itself: its price, how many dates. It tells its state, too."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A pictogram of icons.svg, and the words that say the same."""

    icon: str
    label: str


def event_data(library: Library, event: Contribution[Event]) -> dict[str, Any]:
    """The values of event.html beside `detail`."""
    meta, told = event.meta, next_showing(event, library.today)
    tool = library.page("exhibition", meta.exhibition)
    place, so, over = where(library, event, told), state(library, event), told.last_day < library.today
    booking, schools = public_booking(library, event), school_booking(library, event)
    whole = gathering(library, event)
    others = tuple(one for part in whole.others for one in part.cards) if whole else ()
    return {
        "state": so,
        "shown_badges": _badges(library, event),
        "told": showing(library, event, told),
        "over": over,
        "past": "" if over else past(),
        "lasts": told.first_day < told.last_day,
        "last": span(event)[1].isoformat(),
        "repetition": _repetition(library, event),
        "dates": timetable(library, event),
        "count": len(event.showings),
        "where": place,
        "ways": ways(library, event),
        "map": drawn(library, event),
        "online": online(event, ahead(event, library.today)),
        "found_by": _found_by(place, _places(event)),
        "places": _places(event),
        "price": price(meta.price) if meta.price else None,
        "age": (ages(meta.age) or "").capitalize(),
        "access": tuple(Sign(f"access-{code}", labels.label(labels.ACCESS, code)) for code in meta.accessibility),
        "access_note": typo(meta.access_note) if meta.access_note else None,
        "outside": _outside(meta),
        "booking": booking,
        "school_booking": schools,
        "contact": asked_elsewhere(contact(meta), booking, schools),
        "calendar_url": None if monthly(event) else f"/agenda/{event.slug}.ics",
        "announcement": announcement(library, event),
        "tool": card(library, tool) if tool else None,
        "gathering": whole,
        "animations": animations(library, event),
        "elsewhere": elsewhere(library, event, (*others, *related(library, event))),
    }


def _badges(library: Library, event: Contribution[Event]) -> tuple[Badge, ...]:
    states = {labels.label(labels.STATUS, status) for status in labels.STATUS}
    return tuple(badge for badge in badges(library, event) if badge.tone not in SAID_ONCE and badge.label not in states)


def _repetition(library: Library, event: Contribution[Event]) -> str:
    """What there is ahead of a repetition as a sentence; empty where it is one date alone, or no repetition."""
    rule, coming = event.meta.recurrence, ahead(event, library.today)
    return sentence(rule, event.showings, library.today, library.today.year) if rule and len(coming) > 1 else ""


def _places(event: Contribution[Event]) -> tuple[str, ...]:
    """Its places, where it has several."""
    found = tuple(dict.fromkeys(place_words(one.place) for one in event.showings if one.place))
    return found if len(found) > 1 else ()


def _found_by(place: Where | None, places: Iterable[str]) -> FoundBy:
    words = joined((place.name, place.address, place.town)) if place else ""
    more = ". ".join(places)
    return FoundBy(f"{words} {more}." if more else words, place.name if place else "")


def _outside(meta: Event) -> Sign | None:
    """Where one is when it rains, if its contributor says so."""
    if meta.outdoors is None:
        return None
    return Sign("tree", _("En plein air")) if meta.outdoors else Sign("house", _("À l’abri"))
