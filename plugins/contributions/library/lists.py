"""The lists and indexes of a library, each made of briefs when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import cast
from zlib import crc32

from contributions.cache.listing import Index, listing
from contributions.library.calendars import calendars
from contributions.library.claims import Claims
from contributions.library.windows import is_for_the_press, windows
from contributions.models import (
    Announcement,
    Article,
    Common,
    Event,
    Exhibition,
    Organisation,
    Programme,
    Resource,
    StandalonePage,
)
from contributions.record.contribution import Contribution
from contributions.record.states import to_tell
from contributions.record.values import Stop
from contributions.words.folding import folded

Any_ = Contribution[Common]
TourStops = tuple[tuple[Contribution[Exhibition], Stop], ...]

RUN = 32
"""Contributions of a run, about."""


class Lists(Claims):
    """What the capabilities list. All lists are in a stable order."""

    all: tuple[Any_, ...]
    by_key: dict[tuple[str, str], Any_]
    _day: int

    def _has_page(self, contribution: Any_) -> bool:
        raise NotImplementedError

    def _is_listed(self, contribution: Any_) -> bool:
        raise NotImplementedError

    def of(self, kind: str, *, archived: bool = True) -> tuple[Any_, ...]:
        """Published contributions of a kind, newest first; `archived=False` leaves out what lists do not show."""
        return (self.of_kinds if archived else self.listed_kinds).get(kind, ())

    @listing
    def published(self) -> tuple[Any_, ...]:
        """All that have a page."""
        return tuple(c for c in self.all if self._has_page(c))

    @listing
    def listed(self) -> tuple[Any_, ...]:
        """All that lists show, newest first (organisations and pages last, by title)."""
        return tuple(sorted((c for c in self.all if self._is_listed(c)), key=newest_first))

    @listing
    def of_kinds(self) -> Mapping[str, tuple[Any_, ...]]:
        """Published contributions of each kind, newest first; not those that are for a closed group."""
        found: dict[str, list[Any_]] = defaultdict(list)
        for contribution in sorted((c for c in self.published if c.brief.visibility != "reserve"), key=newest_first):
            found[contribution.kind].append(contribution)
        return Index("of_kinds", lambda: {kind: tuple(entries) for kind, entries in found.items()})

    @listing
    def runs(self) -> Mapping[str, tuple[Any_, ...]]:
        """The same by slug, cut into runs of some dozens by kind and the slug that each begins with (« event/nuit »).

        Where a run begins follows from that slug alone: a contribution more is in one run, and leaves the others as they are.
        """
        found: dict[str, list[Any_]] = {}
        for kind, contributions in self.of_kinds.items():
            for number, contribution in enumerate(sorted(contributions, key=lambda c: c.slug)):
                if number == 0 or crc32(contribution.slug.encode()) % RUN == 0:
                    run = found[f"{kind}/{contribution.slug}"] = []
                run.append(contribution)
        return Index("runs", lambda: {name: tuple(run) for name, run in found.items()})

    @listing
    def runs_of(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the runs of each kind, in order."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in self.runs:
            found[name.partition("/")[0]].append(name)
        return Index("runs_of", lambda: {kind: tuple(names) for kind, names in found.items()})

    @listing
    def listed_kinds(self) -> Mapping[str, tuple[Any_, ...]]:
        """Listed contributions of each kind, newest first."""
        return self._index("listed_kinds", lambda c: (c.kind,))

    @listing
    def events(self) -> tuple[Contribution[Event], ...]:
        """Published events that have a day, in time order; archived ones too."""
        found = cast("tuple[Contribution[Event], ...]", self.of("event"))
        dated = (event for event in found if event.brief.showings)
        return tuple(sorted(dated, key=lambda e: (min(s.first for s in e.brief.showings), e.slug)))

    @listing
    def upcoming(self) -> tuple[Contribution[Event], ...]:
        """Listed events whose last slot is not before today, by their next showing."""
        day = self._day

        def starts(event: Contribution[Event]) -> int:
            return to_tell(event.brief.showings, lambda showing: showing.last >= day).start

        ahead = [e for e in self.events if not e.brief.monthly and max(s.last for s in e.brief.showings) >= day and self._is_listed(e)]
        return tuple(sorted(ahead, key=lambda e: (starts(e), e.slug)))

    @listing
    def exhibitions(self) -> tuple[Contribution[Exhibition], ...]:
        """Listed tools."""
        return cast("tuple[Contribution[Exhibition], ...]", self.of("exhibition", archived=False))

    @listing
    def lendable(self) -> tuple[Contribution[Exhibition], ...]:
        """Those that can be lent, now or later."""
        return tuple(tool for tool in self.exhibitions if tool.brief.withdrawn > self._day)

    @listing
    def tour_stops(self) -> TourStops:
        """Public showings of all listed tools, in time order: entries of the agenda."""
        found = [(tool, stop) for tool in self.touring for stop in tool.stops]
        return tuple(sorted(found, key=lambda entry: (entry[1].first_day, entry[0].slug, entry[1].number)))

    @listing
    def touring(self) -> tuple[Contribution[Exhibition], ...]:
        """Listed tools that the public can visit somewhere."""
        return tuple(tool for tool in self.exhibitions if tool.brief.stops and tool.brief.visibility == "public")

    @listing
    def stops_at(self) -> Mapping[str, TourStops]:
        """The public showings of tools by who shows them, in time order."""
        found: dict[str, list[tuple[Contribution[Exhibition], Stop]]] = defaultdict(list)
        for tool, stop in self.tour_stops:
            if stop.loan.borrower:
                found[stop.loan.borrower].append((tool, stop))
        return Index("stops_at", lambda: {borrower: tuple(stops) for borrower, stops in found.items()})

    @listing
    def calendars(self) -> Mapping[str, tuple[Any_, ...]]:
        """The events and tools of each calendar: see calendars.py."""
        return Index("calendars", lambda: calendars(self.published, self._is_listed, self._day))

    @listing
    def windows(self) -> Mapping[str, tuple[Any_, ...]]:
        """What each feed holds: see windows.py."""
        return Index("windows", lambda: windows(self.listed, self._day))

    @listing
    def press(self) -> tuple[Contribution[Article], ...]:
        """Listed press releases, newest first."""
        return tuple(article for article in self.articles if is_for_the_press(article.brief))

    @listing
    def featured(self) -> tuple[Any_, ...]:
        """Listed contributions that editors put forward, those that can be attended first."""
        ahead = [event for event in self.upcoming if event.brief.featured]
        return (*ahead, *(c for c in self.listed if c.brief.featured and c.kind != "event"))

    @listing
    def articles(self) -> tuple[Contribution[Article], ...]:
        """Listed articles, newest first."""
        return cast("tuple[Contribution[Article], ...]", self.of("article", archived=False))

    @listing
    def announcements(self) -> tuple[Contribution[Announcement], ...]:
        """Open announcements, closing soonest first."""
        open_ = cast("tuple[Contribution[Announcement], ...]", self.of("announcement", archived=False))
        return tuple(sorted(open_, key=lambda a: (a.brief.expires or 0, a.slug)))

    @listing
    def resources(self) -> tuple[Contribution[Resource], ...]:
        """Listed resources, newest first."""
        return cast("tuple[Contribution[Resource], ...]", self.of("resource", archived=False))

    @listing
    def organisations(self) -> tuple[Contribution[Organisation], ...]:
        """Organisations of the directory, by name."""
        return cast("tuple[Contribution[Organisation], ...]", self.of("organisation", archived=False))

    @listing
    def programmes(self) -> tuple[Contribution[Programme], ...]:
        """Listed programmes, newest first."""
        return cast("tuple[Contribution[Programme], ...]", self.of("programme", archived=False))

    @listing
    def pages(self) -> tuple[Contribution[StandalonePage], ...]:
        """Pages that stand alone, by title."""
        found = sorted((c for c in self.all if c.kind == "page" and self._has_page(c)), key=newest_first)
        return cast("tuple[Contribution[StandalonePage], ...]", tuple(found))

    @listing
    def by_theme(self) -> Mapping[str, tuple[Any_, ...]]:
        """Listed contributions of each theme, newest first."""
        return self._index("by_theme", lambda c: c.brief.themes)

    @listing
    def by_department(self) -> Mapping[str, tuple[Any_, ...]]:
        """Listed contributions of each department, newest first."""
        return self._index("by_department", lambda c: c.brief.departments)

    @listing
    def by_audience(self) -> Mapping[str, tuple[Any_, ...]]:
        """Listed contributions for each audience, newest first."""
        return self._index("by_audience", lambda c: c.brief.audiences)

    @listing
    def by_organisation(self) -> Mapping[str, tuple[Any_, ...]]:
        """What each organisation publishes, lends, coordinates or takes part in, newest first."""
        return self._index("by_organisation", lambda c: c.brief.organisations)

    @listing
    def by_programme(self) -> Mapping[str, tuple[Any_, ...]]:
        """What belongs to each programme, newest first."""
        return self._index("by_programme", lambda c: c.brief.programmes)

    @listing
    def by_parent(self) -> Mapping[str, tuple[Any_, ...]]:
        """The events that each event reunites."""
        return self._index("by_parent", lambda c: (c.brief.parent,) if c.brief.parent else ())

    @listing
    def by_exhibition(self) -> Mapping[str, tuple[Any_, ...]]:
        """The events that show each tool."""
        return self._index("by_exhibition", lambda c: (c.brief.exhibition,) if c.brief.exhibition else ())

    def _index(self, name: str, keys: Callable[[Any_], Iterable[str]]) -> Mapping[str, tuple[Any_, ...]]:
        def lists() -> Mapping[str, tuple[Any_, ...]]:
            table: dict[str, list[Any_]] = defaultdict(list)
            for contribution in self.listed:
                for value in dict.fromkeys(keys(contribution)):
                    table[value].append(contribution)
            return {value: tuple(found) for value, found in sorted(table.items())}

        return Index(name, lists)


def newest_first(contribution: Any_) -> tuple[int, str, str]:
    """Sort key: newest day first, then by slug; what has no day comes last, by title."""
    brief = contribution.brief
    if brief.date is not None:
        return -brief.date, contribution.slug, ""
    return 0, folded(brief.title), contribution.slug
