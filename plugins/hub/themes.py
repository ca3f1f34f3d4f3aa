"""One page a theme: what is on, to borrow, to read, to use, and who works on it."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library import Library
from publishing.page import FeedLink, Page
from publishing.strings import _, counted
from views.entries import upcoming
from views.pages import ICS, RSS, list_page
from views.sections import kind_sections
from views.values import FacetLink


def themes(library: Library) -> Iterator[Page]:
    """The pages of all themes, empty ones too: a theme's address is stable."""
    hub = library.hub
    for slug, label in hub.themes.items():
        found = library.by_theme.get(slug, ())
        sections = kind_sections(library, found, [entry.card for entry in upcoming(library) if slug in entry.themes])
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
