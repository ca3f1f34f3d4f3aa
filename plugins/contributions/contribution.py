"""A contribution that has been read: its kind, slug, values and body, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from contributions.models import Common
from contributions.models.common import Town as TownKeys
from contributions.models.exhibition import Loan
from contributions.when import When

M_co = TypeVar("M_co", bound=Common, covariant=True)

PATHS = {
    "event": "agenda",
    "exhibition": "outils",
    "article": "articles",
    "announcement": "annonces",
    "resource": "ressources",
    "organisation": "annuaire",
    "programme": "dossiers",
}
"""Kind → first part of its URLs (the contract)."""


@dataclass(frozen=True, slots=True)
class Located:
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


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One showing of an event. `number` is the slot's id or its position from 1, never reused in calendar UIDs."""

    number: str
    start: When
    end: When | None
    audience: str
    status: str
    place: Located | None

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

    def on(self, first: date, last: date) -> bool:
        """Whether it touches the days from `first` to `last`, both included."""
        return self.first_day <= last and self.last_day >= first


@dataclass(frozen=True, slots=True)
class Stop:
    """A loan of a tool that the public can visit: a stop of its tour, an entry of the agenda. `number` counts its loans from 1."""

    number: int
    loan: Loan
    place: Located | None

    def on(self, first: date, last: date) -> bool:
        """Whether it touches the days from `first` to `last`, both included."""
        return self.loan.start <= last and self.loan.end >= first


@dataclass(frozen=True, slots=True)
class Contribution(Generic[M_co]):
    """`path` is relative to the folder that holds content/; `example` marks the fictional set of a demo."""

    kind: str
    slug: str
    meta: M_co
    html: str
    path: str
    example: bool
    places: tuple[Located, ...] = ()
    departments: tuple[str, ...] = ()
    """Codes of the region's departments, from its places; empty with places means « hors région »."""
    showings: tuple[Occurrence, ...] = ()
    """An event's slots or repetitions, in time order."""
    stops: tuple[Stop, ...] = ()
    """A tool's public showings, in time order."""

    @property
    def url(self) -> str:
        """Root-relative address of its page."""
        return f"/{self.slug}/" if self.kind == "page" else f"/{PATHS[self.kind]}/{self.slug}/"

    @property
    def key(self) -> tuple[str, str]:
        """Kind and slug: unique in the library."""
        return self.kind, self.slug


def place_keys(meta: Common) -> tuple[tuple[tuple[str | int, ...], TownKeys], ...]:
    """Every place that a contribution gives, with its location in the front matter."""
    found: list[tuple[tuple[str | int, ...], TownKeys]] = []
    if place := getattr(meta, "place", None):
        found.append((("place",), place))
    for index, place in enumerate(getattr(meta, "places", ())):
        found.append((("places", index), place))
    for index, slot in enumerate(getattr(meta, "slots", ())):
        if slot.place:
            found.append((("slots", index, "place"), slot.place))
    return tuple(found)
