"""One page a theme: what is on, to borrow, to read, to use, and who works on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Common
from publishing.page import FeedLink, Page
from publishing.strings import _, counted
from views.cards import cards
from views.pages import ICS, RSS, list_page
from views.values import FacetLink, Link, Section

SHOWN = 60


def themes(library: Library) -> Iterator[Page]:
    """The pages of all themes, empty ones too: a theme's address is stable."""
    hub = library.hub
    for slug, label in hub.themes.items():
        found = library.by_theme.get(slug, ())
        sections = kind_sections(library, found)
        description = _("{theme} en {region} : rendez-vous, expositions à emprunter, articles et ressources.").format(
            theme=label, region=hub.region.name
        )
        yield list_page(
            library,
            f"/themes/{slug}/",
            "theme.html",
            label,
            description,
            {
                "motif": slug,
                "sections": sections,
                "count": counted("{n} contribution", "{n} contributions", len(found)),
                "others": tuple(FacetLink(name, f"/themes/{other}/", None, other == slug) for other, name in hub.themes.items()),
            },
            feeds=(
                FeedLink(f"{label} (RSS)", f"/flux/themes/{slug}.xml", RSS),
                FeedLink(_("Agenda (iCalendar)"), f"/agenda/themes/{slug}.ics", ICS),
            ),
        )


def kind_sections(library: Library, found: Sequence[Contribution[Common]]) -> tuple[Section, ...]:
    """Contributions by kind, upcoming events first and past ones last; each section links to its list where it is cut."""
    ahead = {event.key: position for position, event in enumerate(library.upcoming)}
    coming = sorted((c for c in found if c.key in ahead), key=lambda c: ahead[c.key])
    past = [c for c in found if c.kind == "event" and c.key not in ahead]
    parts = (
        (_("Rendez-vous à venir"), coming, "agenda"),
        (_("Outils à emprunter"), [c for c in found if c.kind == "exhibition"], "outils"),
        (_("Annonces"), [c for c in found if c.kind == "announcement"], "annonces"),
        (_("Articles"), [c for c in found if c.kind == "article"], "articles"),
        (_("Ressources"), [c for c in found if c.kind == "resource"], "ressources"),
        (_("Dossiers"), [c for c in found if c.kind == "programme"], "dossiers"),
        (_("Structures"), [c for c in found if c.kind == "organisation"], "annuaire"),
        (_("Rendez-vous passés"), past, "agenda"),
    )
    sections = []
    for title, entries, section in parts:
        if entries:
            more = Link(_("Tout voir"), f"/{section}/") if len(entries) > SHOWN else None
            sections.append(Section(title, cards(library, entries[:SHOWN]), more, section))
    return tuple(sections)
