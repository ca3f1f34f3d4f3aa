"""How one books, said once: for the public, and apart for classes and groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contributions.library.library import Library
from contributions.models import Event
from contributions.models.event import Booking as BookingKeys
from contributions.record.contribution import Contribution
from contributions.record.occurrences import next_showing
from contributions.record.states import event_status, is_full, places_left
from contributions.record.values import CALLED_OFF
from publishing.strings import _, counted
from views.detail import reach
from views.french import dates, labels
from views.values import Fact


@dataclass(frozen=True, slots=True)
class Booking:
    """What must be known, where one books, and whom one asks."""

    sentences: tuple[str, ...]
    url: str | None
    ways: tuple[Fact, ...]
    until: str = ""
    """The last day on which one books, as an ISO date; empty where none is said."""


def public_booking(library: Library, event: Contribution[Event]) -> Booking | None:
    """How the public books; None where nothing can be booked any more, or nothing is said, or classes alone may come."""
    keys, status = event.meta.booking, event_status(event, library.today)
    if keys is None or not _offered(library, event) or (_schools_alone(event) and event.meta.school_booking):
        return None
    full = is_full(event.meta, status)
    late = keys.deadline is not None and keys.deadline.last_day < library.today
    sentences = (_needed(keys, library.today, full=full, late=late), _places(keys, places_left(event.meta, status)))
    url = None if full or late else keys.url
    until = keys.deadline.last_day.isoformat() if keys.deadline else ""
    return Booking(tuple(filter(None, sentences)), url, reach(keys.email, keys.phone, None), until)


def school_booking(library: Library, event: Contribution[Event]) -> Booking | None:
    """How a class books."""
    keys = event.meta.school_booking
    if keys is None or not _offered(library, event):
        return None
    levels = _("Niveaux : {levels}.").format(levels=labels.levels(keys.levels)) if keys.levels else ""
    culture = _("À réserver avec le pass Culture.") if event.meta.pass_culture else ""
    return Booking(tuple(filter(None, (levels, culture))), keys.url, reach(keys.email, keys.phone, None))


def asked_elsewhere(contact: Iterable[Fact], *bookings: Booking | None) -> tuple[Fact, ...]:
    """Whom to ask, without the ways that one books by: each stands once."""
    known = {way.url for booking in bookings if booking for way in booking.ways} | {booking.url for booking in bookings if booking}
    return tuple(fact for fact in contact if fact.url is None or fact.url not in known)


def _offered(library: Library, event: Contribution[Event]) -> bool:
    """Whether it is ahead, and takes place."""
    over = next_showing(event, library.today).last_day < library.today
    return not over and event_status(event, library.today) not in CALLED_OFF


def _schools_alone(event: Contribution[Event]) -> bool:
    return all(one.audience == "scolaires" for one in event.showings)


def _needed(keys: BookingKeys, today: date, *, full: bool, late: bool) -> str:
    if full:
        return _("Complet : il n’y a plus de place à réserver.")
    if keys.deadline is not None:
        day = dates.precise(keys.deadline, today.year)
        if late:
            return _("Les réservations sont closes depuis le {day}.").format(day=day)
        needed = _("Réservation obligatoire, jusqu’au {day}.") if keys.required else _("Réservation conseillée, jusqu’au {day}.")
        return needed.format(day=day)
    return _("Réservation obligatoire.") if keys.required else _("Réservation conseillée.")


def _places(keys: BookingKeys, left: int | None) -> str:
    """« 30 places, dont 12 encore libres. »; of what is full, how many it holds."""
    if left:
        free = counted("Il reste {n} place", "Il reste {n} places", left)
        return (_("{free} sur {capacity}.") if keys.capacity else "{free}.").format(free=free, capacity=keys.capacity)
    return counted("{n} place en tout.", "{n} places en tout.", keys.capacity) if keys.capacity else ""
