"""The map: what there is in each town of the region, and the same as a list; and the backdrop of the small maps of other pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from typing import cast

from contributions.geography.town_names import normalise
from contributions.library.library import Library
from contributions.library.timetable import InTown
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.page import Document, Page, Planned
from publishing.strings import _, counted
from views.cards import card, stop_card
from views.maps.drawing import backdrop, drawing
from views.maps.values import BACKDROP, DepartmentEntry, Sort, Spot, TownEntry, anchor, large_map
from views.pages import list_page, planned_list
from views.values import Card, Link

SHOWN = 24
"""Contributions of a town that the list tells; the newest of them, where there are more."""
SORTS = (
    Sort("event", "Rendez-vous"),
    Sort("exhibition", "Outils et expositions"),
    Sort("organisation", "Structures"),
    Sort("reading", "Articles, annonces, ressources et dossiers"),
)
MARKED = {"event": "event", "exhibition": "exhibition", "organisation": "organisation"}
"""Kind → what its mark stands for; others are read."""

Towns = Mapping[tuple[str, str], InTown]


def map_pages(library: Library) -> Iterator[Planned]:
    """The page at /carte/, and the backdrop where the region's outlines are known."""
    yield planned_list("/carte/", "map.html", _("Carte"), partial(_map, library))
    hub = library.hub
    if drawing(hub.region.code, tuple(hub.departments)):
        yield Planned(BACKDROP, partial(_backdrop, library))


def _backdrop(library: Library) -> Document:
    return Document(BACKDROP, backdrop(library.hub.region.code, tuple(library.hub.departments)))


def _map(library: Library) -> Page:
    towns = library.towns
    inside = {key: town for key, town in towns.items() if town.inside}
    return list_page(
        library,
        "/carte/",
        "map.html",
        _("Carte"),
        _("Où l’on partage les sciences en {region}, commune par commune.").format(region=library.hub.region.name),
        {
            "map": large_map(library.hub, _("Carte des départements"), SORTS, (_spot(key, town) for key, town in inside.items())),
            "departments": _listed(library, towns),
            "count": counted("{n} commune", "{n} communes", len(inside)),
        },
        section="carte",
    )


def _spot(key: tuple[str, str], town: InTown) -> Spot:
    name, counts = typo(key[1]), Counter(MARKED.get(kind, "reading") for kind, _slug, _number in town.entries)
    said = f"{name} : {counted('{n} contribution', '{n} contributions', len(town.entries))}"
    return Spot(name, said, town.lat, town.lon, tuple((sort.kind, counts[sort.kind]) for sort in SORTS), f"#{anchor(*key)}")


def _listed(library: Library, towns: Towns) -> tuple[DepartmentEntry, ...]:
    ordered = sorted(towns.items(), key=lambda town: (normalise(town[0][1]), town[0][0]))
    departments = []
    for code, name in library.hub.departments.items():
        entries = tuple(_town(library, key, town) for key, town in ordered if town.inside and key[0] == code)
        if entries:
            departments.append(DepartmentEntry(f"{name} ({code})", Link(_("Tout le département"), f"/territoires/{code}/"), entries))
    outside = tuple(_town(library, key, town) for key, town in ordered if not town.inside)
    if outside:
        departments.append(DepartmentEntry(_("Hors région"), None, outside))
    return tuple(departments)


def _town(library: Library, key: tuple[str, str], town: InTown) -> TownEntry:
    cards = {shown.url: shown for shown in (_card(library, *entry) for entry in town.entries[:SHOWN])}
    count = len(town.entries)
    more = counted("et {n} autre", "et {n} autres", count - SHOWN) if count > SHOWN else None
    return TownEntry(typo(key[1]), anchor(*key), counted("{n} contribution", "{n} contributions", count), tuple(cards.values()), more)


def _card(library: Library, kind: str, slug: str, number: int) -> Card:
    found = library.by_key[kind, slug]
    stop = next((stop for stop in found.stops if stop.number == number), None) if number else None
    return stop_card(library, cast("Contribution[Exhibition]", found), stop) if stop else card(library, found)
