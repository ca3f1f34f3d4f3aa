"""What is so with an event and its showings: the one place that says it. Pages, feeds, calendars, data and the letter read it here.

Status words are those of `event_status` and of a slot's `status`; views/french/states.py says them in French.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from contributions.models import Common, Event
from contributions.models.event import Slot
from contributions.record.contribution import Contribution
from contributions.record.values import Occurrence

MOVED = frozenset({"reprogramme", "passe-en-ligne"})
"""States of an event that its showings keep, whatever else is so with some of them."""


VISITED = frozenset({"confirme", "en-cours", "rendu"})
"""States of a loan whose showing the public can visit, or could: an option is no appointment yet."""
ANNOUNCED = VISITED | {"annule"}
"""Those of which it knows, or knew."""


class Shown(Protocol):
    """What takes place, or not."""

    @property
    def stands(self) -> bool:
        """Whether it takes place when it was announced."""


S = TypeVar("S", bound=Shown)


def slot_status(meta: Event, slot: Slot | None) -> str:
    """The state of a showing: its slot's goes before the event's; what has no place left is full."""
    status = (slot.status if slot else None) or meta.event_status
    return "complet" if status == "programme" and is_full(meta, status) else status


def is_full(meta: Event, status: str) -> bool:
    """Whether it is known that no place is left in a showing of that state."""
    return status == "complet" or (meta.booking is not None and meta.booking.left == 0)


def places_left(meta: Event, status: str) -> int | None:
    """How many places are left in what is in that state, where that is known: none of what is full, whatever `left` says."""
    return 0 if is_full(meta, status) else meta.booking.left if meta.booking else None


def event_status(event: Contribution[Event], today: date) -> str:
    """The state of an event as a whole: that of its showings ahead (of all, once it is over) where they share one.

    It is called off only when all are; where some are full, or called off, and others are not, it is on.
    """
    shown = ahead(event, today)
    standing = {showing.status for showing in shown if showing.stands}
    if not standing:
        return "reporte" if any(showing.status == "reporte" for showing in shown) else "annule"
    own = event.meta.event_status
    return standing.pop() if len(standing) == 1 else own if own in MOVED else "programme"


def ahead(event: Contribution[Event], today: date) -> Sequence[Occurrence]:
    """The showings that are not over; all of them, once the event is."""
    return [showing for showing in event.showings if showing.last_day >= today] or event.showings


def open_to_all(event: Contribution[Common], today: date) -> Occurrence | None:
    """The first showing ahead that the public can go to and that is not full."""
    return next((one for one in event.showings if one.last_day >= today and one.attendable and not one.full), None)


def told_as_a_whole(event: Contribution[Event], today: date) -> Sequence[Occurrence]:
    """The showings of which the state of the whole is said: those that stand, or those ahead where none of these does."""
    coming = ahead(event, today)
    if not any(showing.stands for showing in coming):
        return coming
    return [showing for showing in event.showings if showing.stands]


def to_tell(showings: Sequence[S], ahead: Callable[[S], bool]) -> S:
    """The showing to tell where one stands for all: the first ahead that takes place, else the first ahead, else the last one."""
    found = [showing for showing in showings if ahead(showing)]
    return next((showing for showing in found if showing.stands), found[0] if found else showings[-1])


def offered(visibility: str, beside: str) -> bool:
    """Whether something is offered on the page of something else: what is for professionals, where that is for them too."""
    return visibility != "professionnels" or beside == visibility


def apart(status: str, visibility: str) -> bool:
    """Whether a page is for those who have its address alone: no search finds it, and no list of the site names it."""
    return status == "brouillon" or visibility == "reserve"
