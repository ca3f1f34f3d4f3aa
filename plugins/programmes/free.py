"""Where places are left in a programme: events to come that tell how many."""

from __future__ import annotations

from dataclasses import dataclass

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.values import Occurrence
from programmes.figures import Events, places
from programmes.lines import Line, line
from publishing.strings import _, counted
from views.french.numbers import number

SHOWN = 12
"""Events that are told one by one, those that begin first; each page of a day tells its own."""


@dataclass(frozen=True, slots=True)
class Free:
    """An event with places left, and how many."""

    line: Line
    left: str


@dataclass(frozen=True, slots=True)
class FreePlaces:
    """The places left of all events to come, and the first of these."""

    said: str
    full: str | None
    shown: tuple[Free, ...]
    more: str | None


def free_places(library: Library, events: Events) -> FreePlaces | None:
    """What can still be booked; None where nobody tells, or all is over."""
    told = [event for event in events if _left(event) is not None and _coming(library, event)]
    if not told:
        return None
    open_ = sorted((event for event in told if _left(event)), key=lambda event: _coming(library, event)[0].start.moment)
    full, left = len(told) - len(open_), places(told)
    said = counted("{n} place encore libre", "{n} places encore libres", left.left)
    if left.capacity:
        said = _("{said} sur {capacity}").format(said=said, capacity=number(left.capacity))
    return FreePlaces(
        said,
        counted("{n} rendez-vous est complet", "{n} rendez-vous sont complets", full) if full else None,
        tuple(Free(line(library, event, _coming(library, event)), _said(event)) for event in open_[:SHOWN]),
        counted("et {n} autre rendez-vous", "et {n} autres rendez-vous", len(open_) - SHOWN) if len(open_) > SHOWN else None,
    )


def _left(event: Contribution[Event]) -> int | None:
    return event.meta.booking.left if event.meta.booking else None


def _coming(library: Library, event: Contribution[Event]) -> list[Occurrence]:
    return [one for one in event.showings if one.stands and not library.is_past(one.last_day)]


def _said(event: Contribution[Event]) -> str:
    booking = event.meta.booking
    assert booking is not None
    left = counted("{n} place", "{n} places", booking.left or 0)
    return _("{left} sur {capacity}").format(left=left, capacity=booking.capacity) if booking.capacity else left
