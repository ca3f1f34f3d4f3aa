"""What the page of an event adds: its showings, practical facts, how to book, and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly, next_showing
from contributions.record.states import event_status
from contributions.record.values import Located, Occurrence
from contributions.words.typography import typo
from publishing.page import Passage
from publishing.strings import _, counted
from views.cards import card, cards, sign, town
from views.detail import reach
from views.french import dates, labels
from views.french.numbers import ages
from views.french.states import status_sentence
from views.french.terms import price
from views.pages import sentence
from views.values import Badge, Card, Day, Fact, FoundBy, Link


@dataclass(frozen=True, slots=True)
class Showing:
    """A line of the event's timetable."""

    day: Day | None
    when: str
    iso: str
    audience: str
    badge: Badge | None
    place: str | None
    past: bool


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event, and a way to find it without a third party being loaded."""

    name: str
    address: str | None
    town: str
    department: Link | None
    geo: str | None
    """A geo: address (RFC 5870), opened by the visitor's own map."""


def event_data(library: Library, event: Contribution[Event]) -> dict[str, Any]:
    """The values of event.html beside `detail`."""
    meta = event.meta
    tool = library.page("exhibition", meta.exhibition)
    parent = library.page("event", meta.parent)
    children = library.by_parent.get(event.slug, ())
    showings, where = tuple(_showing(library, o) for o in event.showings), _where(library, event)
    return {
        "showings": showings,
        "next_showing": _next(library, event),
        "over": all(o.last_day < library.today for o in event.showings),
        "status": status_sentence(meta, event_status(event, library.today)),
        "where": where,
        "found_by": _found_by(where, showings),
        "facts": tuple(_facts(meta)),
        "booking": tuple(_booking(meta)),
        "booking_url": meta.booking.url if meta.booking else None,
        "school_booking": tuple(_school_booking(meta)),
        "calendar_url": None if monthly(event) else f"/agenda/{event.slug}.ics",
        "tool": card(library, tool) if tool else None,
        "parent": Link(typo(parent.meta.title), parent.url) if parent else None,
        "children": _children(library, children),
    }


def names(data: Mapping[str, Any]) -> tuple[str | None, ...]:
    """Where it is, and what is the matter with it: what its page is found by before its words."""
    where: Where | None = data["where"]
    places = (where.name, where.address, where.town if where.town != where.name else None) if where else ()
    others = dict.fromkeys(showing.place for showing in data["showings"] if showing.place)
    return (*places, *(others if len(others) > 1 else ()), data["status"])


def found_after(data: Mapping[str, Any]) -> tuple[Passage, ...]:
    """The tool that it shows."""
    tool: Card | None = data["tool"]
    return (Passage(tuple(filter(None, (tool.title, tool.kicker, tool.summary))), _("L’outil présenté")),) if tool else ()


def _children(library: Library, children: Iterable[Any]) -> tuple[Card, ...]:
    return cards(library, sorted(children, key=lambda c: (c.showings[0].start.moment, c.slug)))


def _showing(library: Library, occurrence: Occurrence) -> Showing:
    start = occurrence.start
    known = start.precision in {"day", "time"}
    badge = None
    if occurrence.status != "programme":
        badge = Badge(labels.label(labels.STATUS, occurrence.status), labels.STATUS_TONE.get(occurrence.status, "neutral"))
    return Showing(
        day=sign(occurrence.first_day) if known else None,
        when=dates.showing(occurrence),
        iso=start.iso,
        audience=labels.label(labels.FOR, occurrence.audience) if labels.FOR.get(occurrence.audience) else "",
        badge=badge,
        place=f"{typo(occurrence.place.name)}, {town(occurrence.place)}" if occurrence.place and occurrence.place.name else None,
        past=occurrence.last_day < library.today,
    )


def _next(library: Library, event: Contribution[Event]) -> Showing | None:
    told = next_showing(event, library.today)
    return _showing(library, told) if told.last_day >= library.today else None


def _where(library: Library, event: Contribution[Event]) -> Where | None:
    if not event.places or all(showing.mode == "en-ligne" for showing in event.showings):
        return None
    place: Located = event.places[0]
    code = place.department if place.inside else None
    return Where(
        name=typo(place.name or place.city),
        address=typo(place.address) if place.address else None,
        town=" ".join(part for part in (place.postcode, typo(place.city)) if part),
        department=Link(f"{library.hub.departments[code]} ({code})", f"/territoires/{code}/") if code else None,
        geo=f"geo:{place.lat},{place.lon}" if place.lat is not None else None,
    )


def _found_by(where: Where | None, showings: Iterable[Showing]) -> FoundBy:
    """Its place, and all of them where there are several."""
    words = sentence((where.name, where.address, where.town if where.town != where.name else None)) if where else ""
    places = tuple(dict.fromkeys(showing.place for showing in showings if showing.place))
    if len(places) > 1:
        words += f" {'. '.join(places)}."
    return FoundBy(words, where.name if where else "")


def _facts(meta: Event) -> Iterable[Fact]:
    if text := ages(meta.age):
        yield Fact(_("Âge"), text.capitalize())
    if meta.price:
        yield Fact(_("Tarif"), price(meta.price))
    if meta.online_url:
        yield Fact(_("En ligne"), meta.online_url.split("://", 1)[1].split("/", 1)[0], url=meta.online_url)
    if meta.accessibility:
        yield Fact(_("Accessibilité"), values=tuple(labels.label(labels.ACCESS, value) for value in meta.accessibility))
    if meta.pass_culture:
        yield Fact(_("Pass Culture"), _("Réservable par les établissements scolaires"))


def _booking(meta: Event) -> Iterable[Fact]:
    keys = meta.booking
    if keys is None:
        return
    yield Fact(_("Réservation"), _("Obligatoire") if keys.required else _("Conseillée"))
    if keys.deadline:
        yield Fact(_("Jusqu’au"), dates.precise(keys.deadline))
    if keys.capacity is not None:
        text = counted("{n} place", "{n} places", keys.capacity)
        if keys.left is not None:
            text += ", " + (counted("{n} restante", "{n} restantes", keys.left) if keys.left else _("plus aucune"))
        yield Fact(_("Jauge"), text)
    yield from reach(keys.email, keys.phone, keys.url)


def _school_booking(meta: Event) -> Iterable[Fact]:
    keys = meta.school_booking
    if keys is None:
        return
    if keys.levels:
        yield Fact(_("Niveaux"), labels.levels(keys.levels))
    yield from reach(keys.email, keys.phone, keys.url)
