"""The home page: what is on this week-end and next, what is new, what closes soon, ways into everything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from contributions.library.agenda import ALL
from contributions.library.library import Library
from contributions.library.periods import weekend
from contributions.models import Contributed, Programme
from contributions.words.typography import typo
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views import jsonld
from views.cards import card, cards, stop_url, venue
from views.entries import between, entry_cards
from views.french import dates
from views.pages import ICS, RSS
from views.values import Card, Link, Section, Stop

SHOWN = 8
FEATURED = 3
TOUR_STOPS = 5
DEPARTURES = 5
CHANGES = {"cancelled", "moved", "full", "online"}
"""The tones of the badges that the departure board shows: what somebody on the way must know."""


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """A theme with its motif and how much it holds."""

    slug: str
    label: str
    url: str
    count: int


@dataclass(frozen=True, slots=True)
class Weekend:
    """What is on at a week-end, of which `day` (ISO) is the Sunday: until it is over, it is this one."""

    id: str
    day: str
    title: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Tour:
    """A tool on the road, from its last stop to the coming ones."""

    tool: Link
    stops: tuple[Stop, ...]


def home(library: Library) -> Planned:
    """The page at « / »."""
    return Planned("/", partial(_home, library), "home.html", library.hub.name)


def _home(library: Library) -> Page:
    hub = library.hub
    return Page(
        path="/",
        template="home.html",
        title=hub.name,
        description=hub.tagline,
        data=home_data(library),
        feeds=(
            FeedLink(_("Nouveautés (RSS)"), "/flux/nouveautes.xml", RSS),
            FeedLink(_("Lettre hebdomadaire (RSS)"), "/flux/newsletter.xml", RSS),
            FeedLink(_("Agenda (iCalendar)"), "/agenda.ics", ICS),
        ),
        jsonld=jsonld.script(
            jsonld.website(hub),
            jsonld.without_nothing(
                {
                    "@type": "Organization",
                    "name": hub.editor.name,
                    "url": f"{hub.url}/",
                    "email": hub.editor.email,
                    "telephone": hub.editor.phone,
                }
            ),
        ),
    )


def home_data(library: Library) -> dict[str, Any]:
    """The values of home.html."""
    first, sunday = map(date.fromordinal, weekend(library.today.toordinal()))
    saturday, following = sunday - timedelta(1), sunday + timedelta(6)
    this, next_ = between(library, first, sunday), between(library, following, following + timedelta(1))
    ahead = library.agenda_counts.get(ALL, (0,))[0]
    soon = [entry for entry in library.to_come if entry.open and not entry.running]
    return {
        "departures": tuple(_departure(shown) for shown in entry_cards(library, soon[:DEPARTURES])),
        "departures_more": Link(counted("{n} rendez-vous à venir", "{n} rendez-vous à venir", ahead), "/agenda/"),
        "featured": featured(library),
        "weekends": (
            Weekend("ce-week-end", sunday.isoformat(), weekend_title(library, saturday), this[:SHOWN]),
            Weekend("week-end-prochain", (following + timedelta(1)).isoformat(), weekend_title(library, following), next_[:SHOWN]),
        ),
        "tour": tour(library),
        "tools": Section(
            _("Nouveaux outils à emprunter"),
            cards(library, library.lendable[:4]),
            Link(counted("{n} outil", "Les {n} outils", len(library.lendable)), "/outils/"),
            "outils",
        ),
        "announcements": Section(
            _("Annonces à ne pas manquer"),
            cards(library, library.announcements[:3]),
            Link(_("Toutes les annonces"), "/annonces/"),
            "annonces",
        ),
        "articles": Section(_("À lire"), cards(library, library.articles[:3]), Link(_("Tous les articles"), "/articles/"), "articles"),
        "resources": Section(
            _("À utiliser"), cards(library, library.resources[:3]), Link(_("Toutes les ressources"), "/ressources/"), "ressources"
        ),
        "programmes": Section(
            _("Dossiers"), cards(library, library.programmes[:3]), Link(_("Tous les dossiers"), "/dossiers/"), "dossiers"
        ),
        "themes": theme_links(library),
        "departments": tuple(
            ThemeLink(code, f"{name} ({code})", f"/territoires/{code}/", len(library.by_department.get(code, ())))
            for code, name in library.hub.departments.items()
        ),
    }


def _departure(shown: Card) -> Card:
    return replace(shown, badges=tuple(badge for badge in shown.badges if badge.tone in CHANGES))


def weekend_title(library: Library, saturday: date) -> str:
    """« Les 5 et 6 décembre »: whether that is this week-end or the next is said by the visitor's own day."""
    sunday = saturday + timedelta(1)
    first = dates.ordinal(saturday) if saturday.month == sunday.month else dates.day_month(saturday, year=False)
    return _("Les {first} et {last}").format(first=first, last=dates.day_month(sunday, year=not library.is_this_year(sunday)))


def featured(library: Library) -> tuple[Card, ...]:
    """What editors put forward and is still of use: upcoming events first, then the newest."""
    offered = {entry.slug for entry in library.to_come if entry.open and entry.kind == "event"}
    ahead = [event for event in library.featured if event.kind == "event" and event.slug in offered]
    others = [c for c in library.featured if isinstance(c.meta, Contributed) and c.kind != "event"]
    lasting = [c for c in others if not (isinstance(c.meta, Programme) and c.meta.end and c.meta.end.last_day < library.today)]
    return tuple(card(library, c) for c in [*ahead, *lasting][:FEATURED])


def theme_links(library: Library) -> tuple[ThemeLink, ...]:
    """Every theme of the region."""
    return tuple(
        ThemeLink(slug, label, f"/themes/{slug}/", len(library.by_theme.get(slug, ()))) for slug, label in library.hub.themes.items()
    )


def tour(library: Library) -> Tour | None:
    """The tool that is on show now with the most stops to come, else the one that departs soonest."""
    today = library.today
    best = None
    for tool in library.touring:
        ahead = [stop for stop in tool.stops if stop.last_day >= today]
        if ahead:
            running = ahead[0].first_day <= today
            rank = (not running, -len(ahead), ahead[0].first_day, tool.slug)
            if best is None or rank < best[0]:
                best = (rank, tool)
    if best is None:
        return None
    tool = best[1]
    past = [stop for stop in tool.stops if stop.last_day < today][-1:]
    ahead = [stop for stop in tool.stops if stop.last_day >= today]
    views = []
    for stop in [*past, *ahead][:TOUR_STOPS]:
        state = "past" if stop.last_day < today else "now" if stop.first_day <= today else "next"
        where = venue(stop) or ""
        place, _sep, name = where.partition(", ")
        views.append(
            Stop(name or place, dates.short_days(stop.first_day, stop.last_day), place if name else None, stop_url(tool, stop), state)
        )
    return Tour(Link(typo(tool.meta.title), tool.url), tuple(views))
