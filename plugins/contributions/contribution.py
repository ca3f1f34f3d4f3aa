"""A contribution that has been read: its kind, slug, values and body, and what follows from them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, Protocol, TypeVar

from contributions.facts import note, recorder
from contributions.models import Common
from contributions.models.common import Town as TownKeys
from contributions.models.exhibition import Loan
from contributions.when import When

if TYPE_CHECKING:
    from contributions.brief import Brief

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


class Occurrence(NamedTuple):
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

    @property
    def attendable(self) -> bool:
        """Whether the public can go: it is on, and not for schools alone."""
        return self.status not in {"annule", "reporte"} and self.audience != "scolaires"

    def on(self, first: date, last: date) -> bool:
        """Whether it touches the days from `first` to `last`, both included."""
        return self.first_day <= last and self.last_day >= first


class Stop(NamedTuple):
    """A loan of a tool that the public can visit: a stop of its tour, an entry of the agenda. `number` counts its loans from 1."""

    number: int
    loan: Loan
    place: Located | None

    def on(self, first: date, last: date) -> bool:
        """Whether it touches the days from `first` to `last`, both included."""
        return self.loan.start <= last and self.loan.end >= first


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


class Sums(NamedTuple):
    """Digests of a contribution: what differs where one of its values does."""

    meta: bytes
    """Of its front matter (and path)."""
    body: bytes
    listing: bytes
    """Of all that lists and checks depend on."""


class Stored(Protocol):
    """Where what is known of a contribution can be had when it is needed."""

    def brief(self) -> Brief:
        """What lists need to know of it."""

    def whole(self) -> Whole:
        """Its values."""

    def html(self) -> str:
        """Its body."""


class Contribution(Generic[M_co]):
    """A contribution: its brief, its values and its body are fetched when they are asked for; reading the last two is noted."""

    __slots__ = ("_fact", "_html", "_stored", "_whole", "brief", "kind", "slug", "sums")

    at_hand: ClassVar[int] = 0
    """How many hold their values, in this process."""
    brief: Brief

    def __init__(self, kind: str, slug: str, sums: Sums, stored: Stored) -> None:
        self.kind, self.slug, self.sums = kind, slug, sums
        self._stored = stored
        self._whole: Whole | None = None
        self._html: str | None = None
        self._fact = f"meta:{kind}/{slug}"

    def __getattr__(self, name: str) -> Any:
        """Called for a slot that is still empty: most builds look at few briefs."""
        if name != "brief":
            raise AttributeError(name)
        self.brief = self._stored.brief()
        return self.brief

    def __repr__(self) -> str:
        return f"<{self.kind}/{self.slug}>"

    @property
    def whole(self) -> Whole:
        """All values together."""
        if recorder.reads is not None:
            recorder.reads.add(self._fact)
        if self._whole is None:
            self._whole = self._stored.whole()
            Contribution.at_hand += 1
        return self._whole

    @property
    def meta(self) -> M_co:
        """The values of its front matter."""
        if recorder.reads is not None:
            recorder.reads.add(self._fact)
        found: Any = self._whole or self.whole
        meta: M_co = found.meta  # its kind decides which model that is
        return meta

    @property
    def html(self) -> str:
        """Its body, as safe HTML."""
        note(f"body:{self.kind}/{self.slug}")
        if self._html is None:
            self._html = self._stored.html()
        return self._html

    @property
    def path(self) -> str:
        """Its file, from the folder that holds content/."""
        note(self._fact)
        return self.brief.path

    @property
    def example(self) -> bool:
        """Whether it is of the fictional set of a demo."""
        note(self._fact)
        return self.brief.example

    @property
    def places(self) -> tuple[Located, ...]:
        """Its places, found in the list of towns."""
        return self.whole.places

    @property
    def departments(self) -> tuple[str, ...]:
        """Codes of the region's departments that it touches."""
        note(self._fact)
        return self.brief.departments

    @property
    def showings(self) -> tuple[Occurrence, ...]:
        """An event's showings, in time order."""
        return self.whole.showings if self.brief.showings else ()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """A tool's public showings, in time order."""
        return self.whole.stops if self.brief.stops else ()

    @property
    def url(self) -> str:
        """Root-relative address of its page."""
        return f"/{self.slug}/" if self.kind == "page" else f"/{PATHS[self.kind]}/{self.slug}/"

    @property
    def key(self) -> tuple[str, str]:
        """Kind and slug: unique in the library."""
        return self.kind, self.slug

    @property
    def visibility(self) -> str:
        """To whom it is shown, from its brief."""
        note(self._fact)
        return self.brief.visibility

    @property
    def first_day(self) -> int:
        """The first day (ordinal) of an event, from its brief."""
        note(self._fact)
        return min(showing.first for showing in self.brief.showings)

    @property
    def fetched(self) -> bool:
        """Whether its values are at hand."""
        return self._whole is not None

    def forget(self) -> None:
        """Let go of what was fetched: it can be fetched again."""
        if self._whole is not None:
            Contribution.at_hand -= 1
        self._whole = self._html = None


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
