"""One page a department: what happens there, who is there, and its towns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from contributions.geography.town_names import normalise
from contributions.library.library import Library
from contributions.words.typography import typo
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.lists.sections import kind_sections
from views.pages import ICS, RSS, list_page, planned_list
from views.values import FacetLink, Link


def territories(library: Library) -> Iterator[Planned]:
    """The pages of all departments."""
    for code, name in library.hub.departments.items():
        title = f"{name} ({code})"
        yield planned_list(f"/territoires/{code}/", "territory.html", title, partial(_territory, library, code, name))


def _territory(library: Library, code: str, name: str) -> Page:
    hub = library.hub
    found = library.by_department.get(code, ())
    coming = library.coming.get(f"by_department/{code}", ())
    (lent,) = library.catalogue_counts.get(f"territoires/{code}", (0,))
    found_towns = {typo(name): Link(typo(name), f"/communes/{insee}/") for insee, name in library.communes_in.get(code, ())}
    towns = {typo(town): found_towns.get(typo(town), Link(typo(town))) for town in library.towns_in.get(code, ())} | found_towns
    description = _("Les sciences dans le département {name} ({code}) : rendez-vous, structures, actualités.").format(name=name, code=code)
    return list_page(
        library,
        f"/territoires/{code}/",
        "territory.html",
        f"{name} ({code})",
        description,
        {
            "code": code,
            "sections": kind_sections(library, found, coming, f"/agenda/territoires/{code}/", f"/outils/territoires/{code}/"),
            "count": counted("{n} contribution", "{n} contributions", len(found)),
            "borrow": Link(
                counted("{n} outil à emprunter peut y venir", "{n} outils à emprunter peuvent y venir", lent),
                f"/outils/territoires/{code}/",
            ),
            "towns": tuple(towns[town] for town in sorted(towns, key=normalise)),
            "others": tuple(
                FacetLink(f"{label} ({other})", f"/territoires/{other}/", None, other == code) for other, label in hub.departments.items()
            ),
        },
        above=((_("Carte"), "/carte/"),),
        feeds=(
            FeedLink(f"{name} (RSS)", f"/flux/territoires/{code}.xml", RSS),
            FeedLink(_("Agenda (iCalendar)"), f"/agenda/territoires/{code}.ics", ICS),
        ),
    )
