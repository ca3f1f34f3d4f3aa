"""What can be subscribed to: each offer with its addresses, and what it holds once that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import cast

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.values import Stop
from contributions.models import Common, Contributed, Event, Exhibition
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from publishing.strings import _
from views import labels

ITEMS = 30
"""Of a feed: with their whole texts, as much as a reader wants to fetch each hour."""
AGENDA = "agenda"
"""The shelf of all events and all stops."""
TourStop = tuple[Contribution[Exhibition], Stop]


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed, a calendar or both; `page` is the page it belongs to, `shelf` the index of the library and the key that it follows."""

    name: str
    """Empty for an organisation's, whose title is read when the offer is made."""
    description: str
    page: str
    rss_url: str | None
    ics_url: str | None
    library: Library = field(repr=False, compare=False)
    shelf: tuple[str, str] = ("", "")

    @property
    def of_one(self) -> bool:
        """Whether it is of a single organisation."""
        return self.shelf[0] == "by_organisation"

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or typo(self.library.by_key["organisation", self.shelf[1]].meta.title)

    @property
    def entries(self) -> tuple[Contribution[Common], ...]:
        """Listed contributions that it may hold, newest first."""
        index, key = self.shelf
        if not index:
            return self.library.listed
        if index == AGENDA:
            return self.library.of("event", archived=False)
        found: tuple[Contribution[Common], ...] = getattr(self.library, index).get(key, ())
        return found

    @property
    def items(self) -> tuple[Contribution[Common], ...]:
        """What its feed holds, newest first."""
        return tuple(islice((c for c in self.entries if _open(c) and isinstance(c.meta, Contributed)), ITEMS))

    @property
    def events(self) -> tuple[Contribution[Event], ...]:
        """The events of its calendar, in time order."""
        found = cast("list[Contribution[Event]]", [c for c in self.entries if c.kind == "event" and _open(c)])
        return tuple(sorted(found, key=_in_time))

    @property
    def stops(self) -> tuple[TourStop, ...]:
        """The public stops of its calendar, in time order."""
        index, key = self.shelf
        if index == AGENDA:
            return self.library.tour_stops
        if index == "by_department":
            return self.library.stops_in.get(key, ())
        found: list[TourStop] = []
        for tool in cast("list[Contribution[Exhibition]]", [c for c in self.entries if c.kind == "exhibition"]):
            owned = index != "by_organisation" or tool.meta.organisation == key
            found += [(tool, stop) for stop in tool.stops] if owned and tool.meta.visibility == "public" else []
        if index == "by_organisation":
            found += [entry for entry in self.library.stops_at.get(key, ()) if entry[0].meta.organisation != key]
        return tuple(sorted(found, key=lambda entry: (entry[1].loan.start, entry[0].slug, entry[1].number)))


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Offers of one sort."""

    title: str
    offers: tuple[Offer, ...]


def offers(library: Library) -> tuple[OfferGroup, ...]:
    """Every feed and calendar of the contract but the letter's, which the newsletter makes."""
    hub = library.hub
    new, agenda = _("Tout ce qui paraît, tous genres réunis."), _("Tous les rendez-vous.")
    everything = (
        Offer(_("Nouveautés"), new, "/", "/flux/nouveautes.xml", None, library),
        Offer(_("Agenda"), agenda, "/agenda/", "/flux/agenda.xml", "/agenda.ics", library, (AGENDA, "event")),
    )
    kinds = tuple(
        Offer(labels.label(labels.LISTS, kind), "", f"/{PATHS[kind]}/", f"/flux/{PATHS[kind]}.xml", None, library, ("listed_kinds", kind))
        for kind in ("exhibition", "article", "announcement", "resource", "programme")
    )
    themes = tuple(
        _offer(library, label, f"/themes/{slug}/", f"/flux/themes/{slug}.xml", f"/agenda/themes/{slug}.ics", ("by_theme", slug))
        for slug, label in hub.themes.items()
    )
    departments = tuple(
        _offer(
            library,
            f"{name} ({code})",
            f"/territoires/{code}/",
            f"/flux/territoires/{code}.xml",
            f"/agenda/territoires/{code}.ics",
            ("by_department", code),
        )
        for code, name in hub.departments.items()
    )
    groups = (
        OfferGroup(_("Tout le portail"), everything),
        OfferGroup(_("Par rubrique"), kinds),
        OfferGroup(_("Par thème"), themes),
        OfferGroup(_("Par département"), departments),
        OfferGroup(_("Par structure"), tuple(organisation(library, o) for o in library.organisations)),
    )
    return tuple(group for group in groups if group.offers)


def _offer(library: Library, label: str, page: str, rss_url: str, ics_url: str, shelf: tuple[str, str]) -> Offer:
    return Offer(label, "", page, rss_url, ics_url, library, shelf)


def organisation(library: Library, of: Contribution[Common]) -> Offer:
    """What an organisation offers."""
    return _offer(library, "", of.url, f"/flux/annuaire/{of.slug}.xml", f"/annuaire/{of.slug}.ics", ("by_organisation", of.slug))


def _open(contribution: Contribution[Common]) -> bool:
    """A closed group's contributions are no news for subscribers."""
    return contribution.visibility != "reserve"


def _in_time(event: Contribution[Event]) -> tuple[int, str]:
    return event.first_day, event.slug
