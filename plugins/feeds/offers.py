"""What can be subscribed to: each offer with its addresses, and what it holds once that is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice
from typing import cast

from contributions.library.calendars import AGENDA
from contributions.library.library import Library
from contributions.models import Common, Contributed, Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.values import Stop
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from publishing.strings import _
from views.french import labels

ITEMS, MOST_ITEMS, ITEM_DAYS = 50, 200, 30
"""Of a feed: so many; more where more are of the last days, so that none is missed after an import, up to a bound."""
OF_ONE = {"by_organisation": "organisation", "by_programme": "programme"}
"""Shelf → kind of the contribution that it follows."""
TourStop = tuple[Contribution[Exhibition], Stop]


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed, a calendar or both; `page` is the page it belongs to, `shelf` the index of the library and the key that it follows."""

    name: str
    """Empty for an organisation's or a programme's, whose title is read when the offer is made."""
    description: str
    page: str
    rss_url: str | None
    ics_url: str | None
    library: Library = field(repr=False, compare=False)
    shelf: tuple[str, str] = ("", "")

    @property
    def of_one(self) -> bool:
        """Whether it is of a single organisation or programme, and made with its page."""
        return self.shelf[0] in OF_ONE

    @property
    def label(self) -> str:
        """What it is called."""
        return self.name or typo(self.library.by_key[OF_ONE[self.shelf[0]], self.shelf[1]].meta.title)

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
        found = list(islice((c for c in self.entries if isinstance(c.meta, Contributed)), MOST_ITEMS))
        since = self.library.today - timedelta(days=ITEM_DAYS)
        return tuple(c for at, c in enumerate(found) if at < ITEMS or (isinstance(c.meta, Contributed) and c.meta.date >= since))

    @property
    def _dated(self) -> tuple[Contribution[Common], ...]:
        index, key = self.shelf
        return self.library.calendars.get(index if index == AGENDA else f"{index}/{key}", ())

    @property
    def events(self) -> tuple[Contribution[Event], ...]:
        """The events of its calendar, in time order."""
        return cast("tuple[Contribution[Event], ...]", tuple(c for c in self._dated if c.kind == "event"))

    @property
    def stops(self) -> tuple[TourStop, ...]:
        """The public stops of its calendar, in time order; cancelled ones too."""
        tools = cast("list[Contribution[Exhibition]]", [c for c in self._dated if c.kind == "exhibition"])
        found = [(tool, stop) for tool in tools for stop in (*tool.stops, *tool.cancelled_stops) if self._holds(tool, stop)]
        return tuple(sorted(found, key=lambda entry: (entry[1].first_day, entry[0].slug, entry[1].number)))

    def _holds(self, tool: Contribution[Exhibition], stop: Stop) -> bool:
        """A department's are those in it, an organisation's those that it shows or lends."""
        index, key = self.shelf
        if index == "by_department":
            return stop.place is not None and stop.place.department == key
        return index != "by_organisation" or key in {tool.meta.organisation, stop.loan.borrower}


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
    audiences = tuple(
        _offer(
            library, label, f"/agenda/publics/{slug}/", f"/flux/publics/{slug}.xml", f"/agenda/publics/{slug}.ics", ("by_audience", slug)
        )
        for slug, label in hub.audiences.items()
    )
    groups = (
        OfferGroup(_("Tout le portail"), everything),
        OfferGroup(_("Par rubrique"), kinds),
        OfferGroup(_("Par thème"), themes),
        OfferGroup(_("Par département"), departments),
        OfferGroup(_("Par public"), audiences),
        OfferGroup(_("Par dossier"), tuple(of_one(library, programme) for programme in library.programmes)),
        OfferGroup(_("Par structure"), tuple(of_one(library, organisation) for organisation in library.organisations)),
    )
    return tuple(group for group in groups if group.offers)


def _offer(library: Library, label: str, page: str, rss_url: str, ics_url: str, shelf: tuple[str, str]) -> Offer:
    return Offer(label, "", page, rss_url, ics_url, library, shelf)


def of_one(library: Library, of: Contribution[Common]) -> Offer:
    """What an organisation or a programme offers."""
    path, shelf = PATHS[of.kind], next(shelf for shelf, kind in OF_ONE.items() if kind == of.kind)
    return _offer(library, "", of.url, f"/flux/{path}/{of.slug}.xml", f"/{path}/{of.slug}.ics", (shelf, of.slug))
