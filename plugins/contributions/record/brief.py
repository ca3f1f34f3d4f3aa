"""What lists and indexes need to know of a contribution, without its values: small enough to hold all of them in memory."""

from __future__ import annotations

import marshal
import sys
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, NamedTuple

from contributions.lending.offer import left_on
from contributions.models import Announcement, Common, Contributed, Event, Exhibition, Organisation, Programme
from contributions.models.common import Themed
from contributions.record.values import Located, Occurrence, Stop, Sums, Whole
from contributions.words.beginnings import beginnings
from contributions.words.folding import words

FOREVER = 10_000_000
"""A day (ordinal) that never comes."""
DAY = 24 * 60


Town = tuple[str, str, float | None, float | None, bool, str]
"""Department (or nothing), name, latitude, longitude, whether it is of the region, and its INSEE code (or nothing)."""
StopRow = tuple[int, int, int, Town | None, bool, tuple[str, ...]]
"""Of a public showing of a tool: number, first and last day, town, and of its venue whether it is free, and to whom it is accessible."""


class Showing(NamedTuple):
    """A showing of an event: `start` in minutes from the calendar's origin, first and last day as ordinals."""

    start: int
    first: int
    last: int
    timed: bool
    """Whether its hour is known; else `start` is the day's beginning."""
    stands: bool
    """Whether it takes place when it was announced."""
    public: bool
    """Whether it is not for schools alone."""
    schools: bool
    """Whether schools can come: it is for them, or for all and they can book."""
    here: bool
    """Whether there is a place where one can go."""
    online: bool
    """Whether it can be followed on line."""
    town: int
    """Where one can go: a position in the brief's towns, or -1."""

    @property
    def attendable(self) -> bool:
        """Whether the public can go: it takes place, and is not for schools alone."""
        return self.stands and self.public


class Brief(NamedTuple):
    """Days are ordinals (`date.toordinal`). Only text, numbers and tuples, so that `marshal` reads 20,000 of them at once."""

    kind: str
    slug: str
    path: str
    example: bool
    id: str
    """Where its front matter gives one, else empty."""
    title: str
    status: str
    visibility: str
    featured: bool
    date: int | None
    updated: int | None
    expires: int | None
    category: str
    themes: tuple[str, ...]
    audiences: tuple[str, ...]
    access: tuple[str, ...]
    """To whom an event is accessible."""
    free: bool
    """Whether an event is said to be free."""
    departments: tuple[str, ...]
    organisations: tuple[str, ...]
    programmes: tuple[str, ...]
    parent: str | None
    exhibition: str | None
    consent: bool
    visited: bool
    """Whether an organisation is a place to visit too."""
    lends: bool
    """Whether an organisation says that it lends tools."""
    owner: str
    """The organisation that a tool is of; empty where it is of none."""
    withdrawn: int
    """The first day on which a tool is not lent any more: 0 where that day is past all telling, FOREVER where it is not known."""
    pass_culture: bool
    monthly: bool
    showings: tuple[Showing, ...]
    stops: tuple[StopRow, ...]
    """A tool's public showings, in time order."""
    cancelled_stops: tuple[StopRow, ...]
    """The same of those that do not take place."""
    towns: tuple[Town, ...]
    """Where its places are."""
    aliases: tuple[str, ...]
    beginnings: tuple[str, ...]
    """The first letters of the words that it is suggested by (words/beginnings.py): those of its title, and of an acronym."""
    related: tuple[str, ...]
    """As its author names them (« events/nuit »)."""

    @property
    def key(self) -> tuple[str, str]:
        """Kind and slug: unique in the library."""
        return self.kind, self.slug

    @property
    def public_from(self) -> int:
        """The first day on which it has a page; FOREVER for a draft, and for whoever has not agreed to one."""
        return FOREVER if self.status == "brouillon" or not self.consent else self.date or 0


class Origin(NamedTuple):
    """Which file a contribution comes from, and what that makes of it."""

    kind: str
    slug: str
    path: str
    example: bool


def brief_of(origin: Origin, whole: Whole) -> Brief:
    """The row of a contribution that has been read."""
    meta = whole.meta
    towns = tuple(dict.fromkeys(town_of(place) for place in whole.places))
    known: dict[str, Any] = {
        **origin._asdict(),
        "id": meta.id or "",
        "title": meta.title,
        "status": meta.status,
        "visibility": meta.visibility,
        "featured": meta.featured,
        "date": meta.date.toordinal() if isinstance(meta, Contributed) else None,
        "updated": meta.updated.toordinal() if meta.updated else None,
        "expires": meta.expires.toordinal() if isinstance(meta, Announcement) else None,
        "category": meta.category if isinstance(meta, Themed) else "",
        "themes": meta.themes if isinstance(meta, Themed) else (),
        "audiences": meta.audiences,
        "access": meta.accessibility if isinstance(meta, Event) else (),
        "free": isinstance(meta, Event) and meta.price is not None and meta.price.free,
        "departments": whole.departments,
        "organisations": tuple(dict.fromkeys(organisations_of(meta))),
        "programmes": tuple(dict.fromkeys(meta.programmes)),
        "parent": meta.parent if isinstance(meta, Event) else None,
        "exhibition": meta.exhibition if isinstance(meta, Event) else None,
        "visited": isinstance(meta, Organisation) and meta.visit is not None,
        "lends": isinstance(meta, Organisation) and meta.lends,
        "owner": (meta.organisation or "") if isinstance(meta, Exhibition) else "",
        "withdrawn": _withdrawn(meta) if isinstance(meta, Exhibition) else FOREVER,
        "pass_culture": isinstance(meta, Contributed) and meta.pass_culture,
        "consent": meta.listed if isinstance(meta, Organisation) else True,
        "monthly": any(o.start.precision in {"month", "year"} for o in whole.showings),
        "showings": tuple(_showing(o, meta, towns) for o in whole.showings) if isinstance(meta, Event) else (),
        "stops": stops_of(whole.stops),
        "cancelled_stops": stops_of(whole.cancelled_stops),
        "towns": towns,
        "aliases": meta.aliases,
        "beginnings": beginnings(meta.title, "".join(words(meta.acronym or "")) if isinstance(meta, Organisation) else ""),
        "related": meta.related,
    }
    return Brief(**known)


def _withdrawn(tool: Exhibition) -> int:
    if tool.condition == "retire":
        return 0
    left = left_on(tool)
    return left.toordinal() if left else FOREVER


def _showing(shown: Occurrence, meta: Event, towns: tuple[Town, ...]) -> Showing:
    clock = shown.start.clock
    return Showing(
        start=shown.start.day.toordinal() * DAY + (clock.hour * 60 + clock.minute if clock else 0),
        first=shown.first_day.toordinal(),
        last=shown.last_day.toordinal(),
        timed=clock is not None,
        stands=shown.stands,
        public=shown.audience != "scolaires",
        schools=shown.audience == "scolaires" or (shown.audience == "tous" and meta.school_booking is not None),
        here=shown.place is not None,
        online=shown.mode != "sur-place",
        town=towns.index(town_of(shown.place)) if shown.place else -1,
    )


def digest_of(part: bytes) -> bytes:
    """The digest of a part of a file: of its path and front matter, or of its body."""
    return blake2b(part, digest_size=12).digest()


def sums_of(brief: Brief, meta: bytes, body: bytes) -> Sums:
    """The digests of a contribution, by those of the two parts of its file."""
    # Lists of what has no day are sorted by title. When a tool is free follows from all that it says, and from the days on which its
    # owner is closed; others do not care for either.
    title = brief.title if brief.date is None else ""
    listing = packed(brief._replace(title=title, path="")) + (meta if brief.kind in {"exhibition", "organisation"} else b"")
    return Sums(meta, body, digest_of(listing))


def packed(brief: Brief) -> bytes:
    """The row as bytes, the same for the same values."""
    rows = tuple(tuple(showing) for showing in brief.showings)  # `marshal` knows no named tuples
    return marshal.dumps((*brief[:SHOWINGS], rows, *brief[SHOWINGS + 1 :]), 2)  # 2: no references, whose number depends on more than values


def restored(row: bytes) -> Brief:
    """The row as it was before `packed`; words that many rows have are kept once."""
    found = list(marshal.loads(row))
    for at in WORDS:
        found[at] = sys.intern(found[at])
    for at in LISTS_OF_WORDS:
        found[at] = tuple(map(sys.intern, found[at])) if found[at] else ()
    if found[SHOWINGS]:
        found[SHOWINGS] = tuple(Showing(*showing) for showing in found[SHOWINGS])
    return Brief(*found)


WORDS = tuple(map(Brief._fields.index, ("kind", "status", "visibility", "category")))
LISTS_OF_WORDS = tuple(
    map(Brief._fields.index, ("themes", "audiences", "access", "departments", "organisations", "programmes", "beginnings"))
)
SHOWINGS = Brief._fields.index("showings")


def stops_of(stops: Iterable[Stop]) -> tuple[StopRow, ...]:
    """The rows of a tool's public showings."""
    return tuple(map(_stop, stops))


def _stop(stop: Stop) -> StopRow:
    venue, town = stop.loan.venue, town_of(stop.place) if stop.place else None
    free, access = bool(venue and venue.price and venue.price.free), venue.accessibility if venue else ()
    return stop.number, stop.first_day.toordinal(), stop.last_day.toordinal(), town, free, access


def town_of(place: Located) -> Town:
    """The town of a place."""
    return place.department or "", place.city, place.lat, place.lon, place.inside, place.insee or ""


def organisations_of(meta: Common) -> list[str]:
    """Who publishes, lends, coordinates or takes part."""
    slugs = [meta.organisation] if isinstance(meta, Contributed) and meta.organisation else []
    if isinstance(meta, Programme) and meta.coordinator:
        slugs.append(meta.coordinator)
    return slugs + [partner.organisation for partner in meta.partners if partner.organisation]
