"""What can be subscribed to: each offer with its addresses and what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from contributions.contribution import PATHS, Contribution, Stop
from contributions.library import Library, newest_first
from contributions.models import Common, Contributed, Event, Exhibition
from publishing.strings import _
from views import labels
from views.typography import typo

ITEMS = 50


@dataclass(frozen=True, slots=True)
class Offer:
    """A feed, a calendar or both. `items` are newest first; `page` is the page it belongs to."""

    label: str
    description: str
    page: str
    rss_url: str | None = None
    ics_url: str | None = None
    items: tuple[Contribution[Common], ...] = field(default=(), repr=False)
    events: tuple[Contribution[Event], ...] = field(default=(), repr=False)
    stops: tuple[tuple[Contribution[Exhibition], Stop], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class OfferGroup:
    """Offers of one sort."""

    title: str
    offers: tuple[Offer, ...]


def offers(library: Library) -> tuple[OfferGroup, ...]:
    """Every feed and calendar of the contract but the letter's, which the newsletter makes."""
    hub = library.hub
    dated = [c for c in library.listed if isinstance(c.meta, Contributed) and c.meta.visibility != "reserve"]
    calendar = [e for e in library.events if library.is_listed(e) and e.meta.visibility != "reserve"]
    stops = list(library.tour_stops)
    everything = OfferGroup(
        _("Tout le portail"),
        (
            Offer(_("Nouveautés"), _("Tout ce qui paraît, tous genres réunis."), "/", "/flux/nouveautes.xml", None, _newest(dated)),
            Offer(
                _("Agenda"),
                _("Tous les rendez-vous."),
                "/agenda/",
                "/flux/agenda.xml",
                "/agenda.ics",
                _newest(dated, "event"),
                tuple(calendar),
                tuple(stops),
            ),
        ),
    )
    kinds = tuple(
        Offer(labels.label(labels.LISTS, kind), "", f"/{PATHS[kind]}/", f"/flux/{PATHS[kind]}.xml", None, _newest(dated, kind))
        for kind in ("exhibition", "article", "announcement", "resource", "programme")
    )
    themes = tuple(
        Offer(
            label,
            "",
            f"/themes/{slug}/",
            f"/flux/themes/{slug}.xml",
            f"/agenda/themes/{slug}.ics",
            _newest([c for c in dated if slug in getattr(c.meta, "themes", ())]),
            tuple(e for e in calendar if slug in e.meta.themes),
            tuple((tool, stop) for tool, stop in stops if slug in tool.meta.themes),
        )
        for slug, label in hub.themes.items()
    )
    departments = tuple(
        Offer(
            f"{name} ({code})",
            "",
            f"/territoires/{code}/",
            f"/flux/territoires/{code}.xml",
            f"/agenda/territoires/{code}.ics",
            _newest([c for c in dated if code in c.departments]),
            tuple(e for e in calendar if code in e.departments),
            tuple((tool, stop) for tool, stop in stops if stop.place and stop.place.department == code),
        )
        for code, name in hub.departments.items()
    )
    groups = (
        everything,
        OfferGroup(_("Par rubrique"), kinds),
        OfferGroup(_("Par thème"), themes),
        OfferGroup(_("Par département"), departments),
        OfferGroup(_("Par structure"), _organisations(library, dated, calendar, stops)),
    )
    return tuple(group for group in groups if group.offers)


def _organisations(
    library: Library,
    dated: Sequence[Contribution[Common]],
    calendar: Sequence[Contribution[Event]],
    stops: Sequence[tuple[Contribution[Exhibition], Stop]],
) -> tuple[Offer, ...]:
    open_ = {c.key for c in dated}
    on_calendar = {e.key: e for e in calendar}
    found = []
    for organisation in library.organisations:
        own = library.by_organisation.get(organisation.slug, ())
        found.append(
            Offer(
                typo(organisation.meta.title),
                "",
                organisation.url,
                f"/flux/annuaire/{organisation.slug}.xml",
                f"/annuaire/{organisation.slug}.ics",
                _newest([c for c in own if c.key in open_]),
                tuple(sorted((on_calendar[c.key] for c in own if c.key in on_calendar), key=_in_time)),
                tuple((tool, stop) for tool, stop in stops if organisation.slug in (tool.meta.organisation, stop.loan.borrower)),
            )
        )
    return tuple(found)


def _in_time(event: Contribution[Event]) -> tuple[datetime, str]:
    return event.showings[0].start.moment, event.slug


def _newest(contributions: Sequence[Contribution[Common]], kind: str | None = None) -> tuple[Contribution[Common], ...]:
    found = [c for c in contributions if kind is None or c.kind == kind]
    return tuple(sorted(found, key=newest_first)[:ITEMS])
