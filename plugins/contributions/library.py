"""All contributions together: references resolved, and indexes by kind, theme, department, organisation and programme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cached_property
from typing import Any, TypeVar, cast

from contributions.contribution import Contribution, Stop
from contributions.hub import Hub
from contributions.media import Size
from contributions.models import (
    KINDS,
    Announcement,
    Article,
    Common,
    Contributed,
    Event,
    Exhibition,
    Organisation,
    Programme,
    Resource,
    StandalonePage,
)
from contributions.models.letter import Figure, Introduction
from contributions.occurrences import monthly, next_showing, span
from contributions.town_names import normalise

Any_ = Contribution[Common]
T = TypeVar("T")


class Library:
    """What the capabilities read. Built once; all lists are in a stable order. `drafts` shows what is not published yet."""

    def __init__(
        self,
        hub: Hub,
        contributions: Iterable[Any_],
        today: date,
        *,
        introductions: Mapping[str, Introduction] | None = None,
        figures: tuple[Figure, ...] = (),
        media: Mapping[str, Size] | None = None,
        drafts: bool = False,
    ) -> None:
        self.hub = hub
        self.today = today
        self.drafts = drafts
        self.introductions = dict(introductions or {})
        self.figures = figures
        self.media = dict(media or {})
        self.all: tuple[Any_, ...] = tuple(sorted(contributions, key=lambda c: (list(KINDS).index(c.kind), c.slug)))
        self.by_key: dict[tuple[str, str], Any_] = {c.key: c for c in self.all}
        self._kept: dict[tuple[object, ...], Any] = {}

    def as_of(self, day: date) -> Library:
        """The same contributions seen from another day: what a weekly letter knew on its Monday."""
        other = Library.__new__(Library)
        for name in ("hub", "drafts", "introductions", "figures", "media", "all", "by_key"):
            setattr(other, name, getattr(self, name))
        other.today = day
        other._kept = {}
        return other

    def once(self, key: tuple[object, ...], make: Callable[[], T]) -> T:
        """What pure functions of the library give, computed once: the card of an event stands on a dozen pages."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("T", self._kept[key])

    def find(self, kind: str, slug: str | None) -> Any_ | None:
        """Any contribution, published or not."""
        return self.by_key.get((kind, slug)) if slug else None

    def page(self, kind: str, slug: str | None) -> Any_ | None:
        """A contribution that has a page to link to."""
        return self._pages.get((kind, slug)) if slug else None

    @staticmethod
    def list_pages(kind: str) -> frozenset[str]:
        """First parts of addresses that a kind's list keeps for itself (archives, page…)."""
        return KINDS[kind].list_slugs

    @cached_property
    def addresses(self) -> Mapping[str, Any_]:
        """Who has each path, without its outer bars: pages first, then old addresses, the first that claims one."""
        found = {c.url.strip("/"): c for c in self.all}
        for contribution in self.all:
            for alias in contribution.meta.aliases:
                found.setdefault(alias.strip("/"), contribution)
        return found

    def has_page(self, contribution: Any_) -> bool:
        """Published by today; an organisation only with its consent."""
        meta = contribution.meta
        if isinstance(meta, Organisation):
            return meta.listed and (self.drafts or meta.status != "brouillon")
        if self.drafts:
            return True
        return meta.status != "brouillon" and (not isinstance(meta, Contributed) or meta.date <= self.today)

    def is_listed(self, contribution: Any_) -> bool:
        """Whether lists, feeds and the letter show it: it has a page and is not archived."""
        meta = contribution.meta
        if not self.has_page(contribution) or meta.status == "archive":
            return False
        return not (isinstance(meta, Announcement) and meta.expires < self.today)

    @cached_property
    def _pages(self) -> dict[tuple[str, str], Any_]:
        return {c.key: c for c in self.all if self.has_page(c)}

    @cached_property
    def published(self) -> tuple[Any_, ...]:
        """All that have a page."""
        return tuple(self._pages.values())

    @cached_property
    def listed(self) -> tuple[Any_, ...]:
        """All that lists show, newest first (organisations and pages last, by title)."""
        return tuple(sorted((c for c in self.published if self.is_listed(c)), key=newest_first))

    def of(self, kind: str, *, archived: bool = True) -> tuple[Any_, ...]:
        """Published contributions of a kind, newest first; `archived=False` leaves out what lists do not show."""
        return tuple(sorted((c for c in self.published if c.kind == kind and (archived or self.is_listed(c))), key=newest_first))

    @cached_property
    def events(self) -> tuple[Contribution[Event], ...]:
        """Published events that have a day, in time order; archived ones too."""
        return tuple(sorted(cast("tuple[Contribution[Event], ...]", self.of("event")), key=lambda e: (span(e)[0], e.slug)))

    @cached_property
    def upcoming(self) -> tuple[Contribution[Event], ...]:
        """Listed events whose last slot is not before today, by their next showing."""
        ahead = [e for e in self.events if self.is_listed(e) and span(e)[1] >= self.today and not monthly(e)]
        return tuple(sorted(ahead, key=lambda e: (next_showing(e, self.today).start.moment, e.slug)))

    @cached_property
    def exhibitions(self) -> tuple[Contribution[Exhibition], ...]:
        """Listed tools."""
        return cast("tuple[Contribution[Exhibition], ...]", self.of("exhibition", archived=False))

    @cached_property
    def tour_stops(self) -> tuple[tuple[Contribution[Exhibition], Stop], ...]:
        """Public showings of all listed tools, in time order: entries of the agenda."""
        found = [(tool, stop) for tool in self.exhibitions if tool.meta.visibility == "public" for stop in tool.stops]
        return tuple(sorted(found, key=lambda entry: (entry[1].loan.start, entry[0].slug, entry[1].number)))

    @cached_property
    def articles(self) -> tuple[Contribution[Article], ...]:
        """Listed articles, newest first."""
        return cast("tuple[Contribution[Article], ...]", self.of("article", archived=False))

    @cached_property
    def announcements(self) -> tuple[Contribution[Announcement], ...]:
        """Open announcements, closing soonest first."""
        open_ = cast("tuple[Contribution[Announcement], ...]", self.of("announcement", archived=False))
        return tuple(sorted(open_, key=lambda a: (a.meta.expires, a.slug)))

    @cached_property
    def resources(self) -> tuple[Contribution[Resource], ...]:
        """Listed resources, newest first."""
        return cast("tuple[Contribution[Resource], ...]", self.of("resource", archived=False))

    @cached_property
    def organisations(self) -> tuple[Contribution[Organisation], ...]:
        """Organisations of the directory, by name."""
        return cast("tuple[Contribution[Organisation], ...]", self.of("organisation", archived=False))

    @cached_property
    def programmes(self) -> tuple[Contribution[Programme], ...]:
        """Listed programmes, newest first."""
        return cast("tuple[Contribution[Programme], ...]", self.of("programme", archived=False))

    @cached_property
    def pages(self) -> tuple[Contribution[StandalonePage], ...]:
        """Pages that stand alone, by title."""
        return cast("tuple[Contribution[StandalonePage], ...]", self.of("page"))

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[Any_, ...]]:
        """Listed contributions of each theme, newest first."""
        return self._index(lambda c: getattr(c.meta, "themes", ()))

    @cached_property
    def by_department(self) -> Mapping[str, tuple[Any_, ...]]:
        """Listed contributions of each department, newest first."""
        return self._index(lambda c: c.departments)

    @cached_property
    def by_organisation(self) -> Mapping[str, tuple[Any_, ...]]:
        """What each organisation publishes, lends, coordinates or takes part in, newest first."""
        return self._index(_organisations_of)

    @cached_property
    def by_programme(self) -> Mapping[str, tuple[Any_, ...]]:
        """What belongs to each programme, newest first."""
        return self._index(lambda c: c.meta.programmes)

    @cached_property
    def by_parent(self) -> Mapping[str, tuple[Any_, ...]]:
        """The events that each event reunites."""
        return self._index(lambda c: (c.meta.parent,) if isinstance(c.meta, Event) and c.meta.parent else ())

    @cached_property
    def by_exhibition(self) -> Mapping[str, tuple[Any_, ...]]:
        """The events that show each tool."""
        return self._index(lambda c: (c.meta.exhibition,) if isinstance(c.meta, Event) and c.meta.exhibition else ())

    def _index(self, keys: Callable[[Any_], Iterable[str]]) -> Mapping[str, tuple[Any_, ...]]:
        table: dict[str, list[Any_]] = defaultdict(list)
        for contribution in self.listed:
            for value in dict.fromkeys(keys(contribution)):
                table[value].append(contribution)
        return {value: tuple(found) for value, found in sorted(table.items())}


def newest_first(contribution: Any_) -> tuple[int, str, str]:
    """Sort key: newest day first, then by slug; what has no day comes last, by title."""
    meta = contribution.meta
    if isinstance(meta, Contributed):
        return -meta.date.toordinal(), contribution.slug, ""
    return 0, normalise(meta.title), contribution.slug


def _organisations_of(contribution: Any_) -> list[str]:
    meta = contribution.meta
    slugs = [meta.organisation] if isinstance(meta, Contributed) and meta.organisation else []
    if isinstance(meta, Programme) and meta.coordinator:
        slugs.append(meta.coordinator)
    return slugs + [partner.organisation for partner in meta.partners if partner.organisation]
