"""One page a theme: what is on, to borrow, to read, to use, and who works on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.lists.sections import kind_sections
from views.pages import ICS, RSS, list_page, planned_list
from views.values import FacetLink


def themes(library: Library) -> Iterator[Planned]:
    """The pages of all themes, empty ones too: a theme's address is stable."""
    for slug, label in library.hub.themes.items():
        yield planned_list(f"/themes/{slug}/", "theme.html", label, partial(_theme, library, slug, label))


def _theme(library: Library, slug: str, label: str) -> Page:
    hub = library.hub
    found = library.by_theme.get(slug, ())
    coming = library.coming.get(f"by_theme/{slug}", ())
    sections = kind_sections(library, found, coming, f"/agenda/themes/{slug}/", f"/outils/themes/{slug}/")
    description = _("{theme} en {region} : rendez-vous, expositions à emprunter, articles et ressources.").format(
        theme=label, region=hub.region.name
    )
    return list_page(
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
