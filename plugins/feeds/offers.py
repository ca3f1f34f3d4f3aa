"""What can be subscribed to: each offer with its addresses, and what it holds once that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from contributions.library.calendars import AGENDA
from contributions.library.library import Library
from contributions.library.windows import EVERYTHING, PRESS
from contributions.models import Common, Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.values import Stop
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from publishing.page import json_beside
from publishing.strings import _
from views.french import labels

LETTERS = "letters"
"""The shelf of what the newsletter makes: its feeds are offered here, and made there."""
OF_ONE = {"by_organisation": "organisation", "by_programme": "programme"}
"""Shelf → kind of the contribution that it follows."""
TourStop = tuple[Contribution[Exhibition], Stop]


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed, a calendar or both; `page` is the page it belongs to, `shelf` the index of the library and the key that it follows.

    Every feed has two formats, RSS and, beside it, JSON Feed.
    """

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
    def made_elsewhere(self) -> bool:
        """Whether another capability makes its feed."""
        return self.shelf[0] == LETTERS

    @property
    def json_url(self) -> str | None:
        """Its feed in the other format."""
        return json_beside(self.rss_url) if self.rss_url else None

    @property
    def items(self) -> tuple[Contribution[Common], ...]:
        """What its feed holds, newest first."""
        index, key = self.shelf
        name = "listed_kinds/event" if index == AGENDA else f"{index}/{key}" if key else index
        return self.library.windows.get(name, ())

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
    """Offers of one sort; `id` is its place in the page."""

    id: str
    title: str
    offers: tuple[Offer, ...]


def offers(library: Library) -> tuple[OfferGroup, ...]:
    """Every feed and calendar of the site."""
    hub = library.hub
    new, agenda = _("Tout ce qui paraît, tous genres réunis."), _("Tous les rendez-vous.")
    everything = (
        Offer(_("Nouveautés"), new, "/", "/flux/nouveautes.xml", None, library, (EVERYTHING, "")),
        Offer(_("Agenda"), agenda, "/agenda/", "/flux/agenda.xml", "/agenda.ics", library, (AGENDA, "event")),
    )
    kinds = tuple(
        Offer(labels.label(labels.LISTS, kind), "", f"/{PATHS[kind]}/", f"/flux/{PATHS[kind]}.xml", None, library, ("listed_kinds", kind))
        for kind in ("exhibition", "article", "announcement", "resource", "programme")
    )
    press = Offer(_("Presse"), _("Les communiqués, avec leur contact."), "/presse/", "/flux/presse.xml", None, library, (PRESS, ""))
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
        OfferGroup("portail", _("Tout le portail"), everything),
        OfferGroup("lettres", _("Les lettres"), tuple(_letters(library))),
        OfferGroup("rubriques", _("Par rubrique"), (*kinds, press)),
        OfferGroup("themes", _("Par thème"), themes),
        OfferGroup("departements", _("Par département"), departments),
        OfferGroup("publics", _("Par public"), audiences),
        OfferGroup("dossiers", _("Par dossier"), tuple(of_one(library, programme) for programme in library.programmes)),
        OfferGroup("structures", _("Par structure"), tuple(of_one(library, organisation) for organisation in library.organisations)),
    )
    return tuple(group for group in groups if group.offers)


def _letters(library: Library) -> Iterator[Offer]:
    weekly = _("Une lettre par semaine : ce qui vient de paraître et ce qui vient.")
    yield Offer(_("La lettre"), weekly, "/newsletter/", "/flux/newsletter.xml", None, library, (LETTERS, ""))
    for slug, letter in library.hub.letters.items():
        name, tagline = typo(letter.name), typo(letter.tagline or "")
        yield Offer(name, tagline, f"/lettres/{slug}/", f"/flux/lettres/{slug}.xml", None, library, (LETTERS, slug))


def _offer(library: Library, label: str, page: str, rss_url: str, ics_url: str, shelf: tuple[str, str]) -> Offer:
    return Offer(label, "", page, rss_url, ics_url, library, shelf)


def of_one(library: Library, of: Contribution[Common]) -> Offer:
    """What an organisation or a programme offers."""
    path, shelf = PATHS[of.kind], next(shelf for shelf, kind in OF_ONE.items() if kind == of.kind)
    return _offer(library, "", of.url, f"/flux/{path}/{of.slug}.xml", f"/{path}/{of.slug}.ics", (shelf, of.slug))
