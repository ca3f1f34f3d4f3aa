"""One page a department: what happens there, who is there, and its towns."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library import Library
from contributions.town_names import normalise
from publishing.page import FeedLink, Page
from publishing.strings import _, counted
from views.entries import upcoming
from views.pages import ICS, RSS, list_page
from views.sections import kind_sections
from views.typography import typo
from views.values import FacetLink


def territories(library: Library) -> Iterator[Page]:
    """The pages of all departments."""
    hub = library.hub
    for code, name in hub.departments.items():
        found = library.by_department.get(code, ())
        coming = [entry for entry in upcoming(library) if entry.department == code]
        places = [place for c in found for place in c.places]
        places += [stop.place for _tool, stop in library.tour_stops if stop.place and stop.loan.end >= library.today]
        towns = {typo(place.city) for place in places if place.department == code}
        description = _("Les sciences dans le département {name} ({code}) : rendez-vous, structures, actualités.").format(
            name=name, code=code
        )
        yield list_page(
            library,
            f"/territoires/{code}/",
            "territory.html",
            f"{name} ({code})",
            description,
            {
                "code": code,
                "sections": kind_sections(library, found, [entry.card for entry in coming]),
                "count": counted("{n} contribution", "{n} contributions", len(found)),
                "towns": tuple(sorted(towns, key=normalise)),
                "others": tuple(
                    FacetLink(f"{label} ({other})", f"/territoires/{other}/", None, other == code)
                    for other, label in hub.departments.items()
                ),
            },
            above=((_("Carte"), "/carte/"),),
            feeds=(
                FeedLink(f"{name} (RSS)", f"/flux/territoires/{code}.xml", RSS),
                FeedLink(_("Agenda (iCalendar)"), f"/agenda/territoires/{code}.ics", ICS),
            ),
        )
