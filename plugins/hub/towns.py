"""One page a town that has something to offer: what is to come there, to borrow, to visit, and who is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from contributions.library.library import Library
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.page import Page, Planned
from publishing.strings import _, counted
from views.cards import cards
from views.maps.values import map_of
from views.pages import list_page, planned_list
from views.timetable import timetable
from views.values import Link, Section

SHOWN = 60
"""Entries of the agenda that a town's page tells."""


def towns(library: Library) -> Iterator[Planned]:
    """The pages of all towns."""
    for insee, (town,) in library.communes.items():
        yield planned_list(f"/communes/{insee}/", "town.html", typo(town.name), partial(_town, library, insee))


def _town(library: Library, insee: str) -> Page:
    (town,) = library.communes[insee]
    name, department = typo(town.name), library.hub.departments[town.department]
    rows = library.agenda.get(f"communes/{insee}", ())
    sections = (
        Section(_("À emprunter"), cards(library, _found(library, "exhibition", town.tools)), section="outils"),
        Section(_("À visiter"), cards(library, _found(library, "organisation", town.visited)), section="annuaire"),
        Section(_("Qui partage les sciences ici"), cards(library, _found(library, "organisation", town.others)), section="annuaire"),
    )
    return list_page(
        library,
        f"/communes/{insee}/",
        "town.html",
        _("{town} ({department})").format(town=name, department=town.department),
        _("Les sciences à {town} : rendez-vous, lieux à visiter, expositions à emprunter.").format(town=name),
        {
            "timetable": timetable(library, rows[:SHOWN], library.today.toordinal()),
            "total": len(rows),
            "count": counted("{n} rendez-vous à venir", "{n} rendez-vous à venir", len(rows)),
            "further": counted("et {n} autre, plus tard", "et {n} autres, plus tard", len(rows) - SHOWN) if len(rows) > SHOWN else None,
            "sections": tuple(section for section in sections if section.cards),
            "map": map_of(library.hub, town.name, town.lat, town.lon),
            "department": Link(f"{department} ({town.department})", f"/territoires/{town.department}/"),
        },
        above=((_("Carte"), "/carte/"), (department, f"/territoires/{town.department}/")),
    )


def _found(library: Library, kind: str, slugs: Iterable[str]) -> tuple[Contribution[Any], ...]:
    return tuple(library.by_key[kind, slug] for slug in slugs)
