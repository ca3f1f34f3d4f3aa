"""What follows from the values of a contribution and the list of towns: places, showings, stops, and the digests of it all."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from contributions.fields.when import When
from contributions.models import Common
from contributions.models.loan import Loan
from contributions.record.identity import Revision


class Located(NamedTuple):
    """A place with what the list of communes adds: department and point. `department` is None where unknown."""

    name: str | None
    address: str | None
    postcode: str | None
    city: str
    insee: str | None
    department: str | None
    lat: float | None
    lon: float | None
    inside: bool
    """Whether its department is one of the region's."""


CALLED_OFF = frozenset({"annule", "reporte"})
"""States of a showing that does not take place when it was announced."""


class Occurrence(NamedTuple):
    """One showing of an event, with the state that it is in: its slot's where that says one, else its event's (states.py)."""

    name: str
    """By which calendars know it; see identity.py."""
    start: When
    end: When | None
    audience: str
    status: str
    place: Located | None
    """Where one can go; None where it is on line alone, or has moved there."""
    mode: str = "sur-place"
    """How it can be followed: sur-place, en-ligne or mixte."""
    full: bool = False
    announced: Located | None = None
    """Its own place, be it on line now: nobody goes there, but whoever looks for the place finds it."""

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return self.start.day

    @property
    def last_day(self) -> date:
        """The day it ends, included; a night that ends before six belongs to its evening."""
        if self.end is None:
            return self.start.last_day
        if self.end.clock and self.end.clock.hour < 6 and self.end.day == self.start.day + timedelta(days=1):
            return self.start.day
        return self.end.last_day

    @property
    def stands(self) -> bool:
        """Whether it takes place when it was announced."""
        return self.status not in CALLED_OFF

    @property
    def attendable(self) -> bool:
        """Whether the public can go: it takes place, and is not for schools alone."""
        return self.stands and self.audience != "scolaires"

    def on(self, first: date, last: date) -> bool:
        """Whether it touches the days from `first` to `last`, both included."""
        return self.first_day <= last and self.last_day >= first


class Stop(NamedTuple):
    """A loan of a tool that the public can visit: a stop of its tour, an entry of the agenda. `number` counts its loans from 1."""

    number: int
    name: str
    """By which calendars know it; see identity.py."""
    loan: Loan
    place: Located | None

    @property
    def stands(self) -> bool:
        """Whether it takes place when it was announced."""
        return self.loan.state not in CALLED_OFF

    @property
    def first_day(self) -> date:
        """The day it opens to the public."""
        return self.loan.first_shown

    @property
    def last_day(self) -> date:
        """The last day it is open, included."""
        return self.loan.last_shown

    def on(self, first: date, last: date) -> bool:
        """Whether it touches the days from `first` to `last`, both included."""
        return self.first_day <= last and self.last_day >= first


class Whole(NamedTuple):
    """The values of a contribution, and what follows from them and the list of towns."""

    meta: Common
    places: tuple[Located, ...] = ()
    departments: tuple[str, ...] = ()
    """Codes of the region's departments, from its places; empty with places means « hors région »."""
    showings: tuple[Occurrence, ...] = ()
    """An event's slots or repetitions, in time order."""
    stops: tuple[Stop, ...] = ()
    """A tool's public showings, in time order."""
    cancelled_stops: tuple[Stop, ...] = ()
    """Those that were announced and do not take place."""
    inherited: tuple[str, ...] = ()
    """The keys whose values are those of its parent; see inheritance.py."""
    revision: Revision = Revision()
    """The parent's, where calendars hold something of it."""
    lent_to: tuple[str | None, ...] = ()
    """The department of each of a tool's loans, by its town, in the order of the loans; None where that is not known."""


class Sums(NamedTuple):
    """Digests of a contribution: what differs where one of its values does."""

    meta: bytes
    """Of its front matter (and path)."""
    body: bytes
    listing: bytes
    """Of all that lists and checks depend on."""
