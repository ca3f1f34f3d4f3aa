"""What the panel of a programme's page says: its edition, its days, who coordinates it, and how one enrols."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from contributions.library.library import Library
from contributions.models import Event, Programme
from contributions.record.contribution import Contribution
from contributions.record.values import Located
from contributions.words.typography import NNBSP, typo
from programmes.figures import Events, minutes, sessions
from publishing.strings import _, counted
from views.cards import organisation, town
from views.detail import reach
from views.french import dates, labels
from views.french.numbers import ages
from views.values import Fact

COURSES = frozenset({"formation", "parcours"})
"""Categories of programmes for which one enrols once, and goes to all of their sessions."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """How one enrols, once for all sessions, until when; `closed` once that is over."""

    until: str | None
    closed: bool
    ways: tuple[Fact, ...]


def facts(library: Library, programme: Contribution[Programme]) -> tuple[Fact, ...]:
    """What its keys say."""
    return tuple(_facts(library, programme))


def _facts(library: Library, programme: Contribution[Programme]) -> Iterator[Fact]:
    meta = programme.meta
    if meta.edition:
        yield Fact(_("Édition"), typo(meta.edition))
    if meta.start and meta.end:
        yield Fact(_("Dates"), dates.days(meta.start.day, meta.end.last_day))
    elif meta.start:
        yield Fact(_("Dates"), dates.precise(meta.start))
    if meta.deadline and meta.category not in COURSES:
        yield Fact(_("Inscriptions"), _("jusqu’au {day}").format(day=dates.precise(meta.deadline)))
    if meta.coordinator:
        link = organisation(library, meta.coordinator)
        yield Fact(_("Coordination"), link.label, url=link.url)
    if meta.label:
        yield Fact(_("Label"), typo(meta.label))
    if programme.places:
        yield Fact(_("Lieux"), values=tuple(dict.fromkeys(_place(place) for place in programme.places)))
    if said := ages(meta.age):
        yield Fact(_("Âge"), said[:1].upper() + said[1:])
    if meta.school_levels:
        yield Fact(_("Niveaux scolaires"), labels.levels(meta.school_levels))


def _place(place: Located) -> str:
    return f"{town(place)}, {typo(place.name)}" if place.name else town(place)


def course(meta: Programme, events: Events) -> tuple[str, ...]:
    """Of a course or a trail, how many sessions it has and how long they last together: « 4 séances », « 7 h 30 »."""
    count = sessions(events)
    if meta.category not in COURSES or not count:
        return ()
    told = [counted("{n} séance", "{n} séances", count)]
    hours, rest = divmod(minutes(events), 60)
    if hours or rest:
        told.append(f"{hours}{NNBSP}h" + (f"{NNBSP}{rest:02}" if rest else ""))
    return tuple(told)


def enrolment(library: Library, meta: Programme, events: Events) -> Enrolment | None:
    """How one enrols in a course or a trail: as its contact says, or as all of its sessions do; None of other programmes."""
    if meta.category not in COURSES or not (meta.deadline or meta.contact):
        return None
    ways = reach(meta.contact.email, meta.contact.phone, meta.contact.url) if meta.contact else _shared(events)
    closed = meta.deadline is not None and library.is_past(meta.deadline.last_day)
    return Enrolment(dates.precise(meta.deadline) if meta.deadline else None, closed, ways)


def _shared(events: Events) -> tuple[Fact, ...]:
    """How one books any of some events, where it is the same way for all."""
    ways = {_ways(event) for event in events}
    return ways.pop() if len(ways) == 1 else ()


def _ways(event: Contribution[Event]) -> tuple[Fact, ...]:
    booking = event.meta.booking
    return reach(booking.email, booking.phone, booking.url) if booking else ()
