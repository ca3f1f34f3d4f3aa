"""What it costs and how one books, in a line each, for calendars and feeds; pages show the same as facts."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.models import Event
from contributions.models.event import Booking, SchoolBooking
from contributions.models.exhibition import LoanPrice
from contributions.models.groups import Price
from contributions.models.loan import VenuePrice
from contributions.words.typography import NBSP, typo
from publishing.strings import _
from views.french import dates, labels
from views.french.numbers import number


def price(given: Price | VenuePrice) -> str:
    """In the contributor's words, else « Gratuit » or « Payant »."""
    return typo(given.text) if given.text else _("Gratuit") if given.free else _("Payant")


def loan_price(given: LoanPrice) -> str:
    """What a loan costs: « Gratuit », « 150 € par semaine »."""
    if given.free:
        return _("Gratuit")
    if given.amount is None:
        return _("Payant, à demander")
    return f"{euros(given.amount)} {labels.label(labels.PERIODS, given.per)}" if given.per else euros(given.amount)


def euros(amount: float | int) -> str:
    """« 1 250 € », « 12,50 € »."""
    whole, cents = divmod(round(amount * 100), 100)
    return f"{number(whole)},{cents:02}{NBSP}€" if cents else f"{number(whole)}{NBSP}€"


def practical(meta: Event, *, schools: bool) -> Iterator[str]:
    """Price, the address on line, and how the public books, or schools do."""
    if meta.price:
        yield _("Tarif : {price}").format(price=price(meta.price))
    if meta.online_url:
        yield _("En ligne : {url}").format(url=meta.online_url)
    booking = meta.school_booking if schools and meta.school_booking else meta.booking
    if booking:
        yield from _booking(booking)


def _booking(booking: Booking | SchoolBooking) -> Iterator[str]:
    ways = ", ".join(way for way in (booking.url, booking.email, booking.phone) if way)
    if isinstance(booking, SchoolBooking):
        yield from [_("Réservation des scolaires : {ways}").format(ways=ways)] if ways else []
        return
    if ways or booking.required:
        needed = _("Réservation obligatoire") if booking.required else _("Réservation conseillée")
        yield f"{needed} : {ways}" if ways else needed
    if booking.deadline:
        yield _("À réserver jusqu’au {day}").format(day=dates.precise(booking.deadline))
