"""What a teacher needs of a programme: each event with sessions for schools alone, its levels, its hours, and how to book."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from programmes.lines import Line, line
from publishing.strings import _, counted
from views.detail import reach
from views.french import dates, labels
from views.french.terms import price
from views.values import Fact

MANY = 6
"""Sessions of an event that are told one by one; of more, these and how many others."""


@dataclass(frozen=True, slots=True)
class SchoolOffer:
    """An event at its sessions for schools."""

    line: Line
    sessions: tuple[str, ...]
    facts: tuple[Fact, ...]


def offers(library: Library, slugs: Iterable[str]) -> tuple[SchoolOffer, ...]:
    """The events of these names."""
    return tuple(_offer(library, cast("Contribution[Event]", library.by_key["event", slug])) for slug in slugs)


def _offer(library: Library, event: Contribution[Event]) -> SchoolOffer:
    showings = [one for one in event.showings if one.audience == "scolaires"]
    told = [_said(dates.showing(one), one.status) for one in showings[:MANY]]
    if len(showings) > MANY:
        last = dates.day_month(showings[-1].last_day)
        rest = counted("et {n} autre séance", "et {n} autres séances", len(showings) - MANY)
        told.append(_("{rest}, jusqu’au {day}").format(rest=rest, day=last))
    return SchoolOffer(line(library, event, showings), tuple(told), tuple(_facts(event.meta)))


def _said(when: str, status: str) -> str:
    return when if status == "programme" else f"{when} ({labels.label(labels.STATUS, status).lower()})"


def _facts(meta: Event) -> Iterable[Fact]:
    booking = meta.school_booking
    if booking and booking.levels:
        yield Fact(_("Niveaux"), labels.levels(booking.levels))
    if meta.price:
        yield Fact(_("Tarif"), price(meta.price))
    if booking:
        yield from reach(booking.email, booking.phone, booking.url)
    elif meta.contact:
        yield from reach(meta.contact.email, meta.contact.phone, meta.contact.url)
    if meta.accessibility:
        yield Fact(_("Accessibilité"), ", ".join(labels.label(labels.ACCESS, one) for one in meta.accessibility))
    if meta.access_note:
        yield Fact(_("Accès"), typo(meta.access_note))
