"""The map: the departments drawn, a dot a town with how much happens there, and the same as a list."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import cast

from contributions.geography.town_names import normalise
from contributions.geography.towns import GEO
from contributions.library.library import Library
from contributions.library.timetable import InTown
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.page import Page, Planned
from publishing.strings import _, counted
from views.cards import card, stop_card
from views.pages import list_page, planned_list
from views.values import Card, Link

WIDTH = 1000
MARGIN = 12
SHOWN = 24
"""Contributions of a town that the list tells; the newest of them, where there are more."""


@dataclass(frozen=True, slots=True)
class DepartmentShape:
    """A department's outline as SVG path data."""

    code: str
    name: str
    url: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Dot:
    """A town on the map; `r` grows with the square root of what it holds."""

    name: str
    anchor: str
    x: float
    y: float
    r: float
    count: int


@dataclass(frozen=True, slots=True)
class TownEntry:
    """A town of the list."""

    name: str
    anchor: str
    count: str
    entries: tuple[Card, ...]
    more: str | None = None


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department of the list, « hors région » last."""

    title: str
    more: Link | None
    towns: tuple[TownEntry, ...]


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to the drawing's units: equirectangular about the region's middle, faithful enough for a region."""

    west: float
    north: float
    scale: float
    stretch: float

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """The point on the drawing, to one decimal."""
        return round(MARGIN + (lon - self.west) * self.stretch * self.scale, 1), round(MARGIN + (self.north - lat) * self.scale, 1)


def map_page(library: Library) -> Planned:
    """The page at /carte/."""
    return planned_list("/carte/", "map.html", _("Carte"), partial(_map, library))


def _map(library: Library) -> Page:
    shapes, projection, height = drawing(library.hub.region.code, tuple(library.hub.departments.items()))
    towns = library.towns
    inside = {key: town for key, town in towns.items() if town.inside}
    dots = []
    for (code, name), town in sorted(inside.items(), key=lambda item: (-len(item[1].entries), item[0])):
        if town.lat is not None and town.lon is not None:
            x, y = projection.point(town.lon, town.lat)
            count = len(town.entries)
            dots.append(Dot(typo(name), anchor(code, name), x, y, round(4 + 3 * math.sqrt(count), 1), count))
    return list_page(
        library,
        "/carte/",
        "map.html",
        _("Carte"),
        _("Où l’on partage les sciences en {region}, commune par commune.").format(region=library.hub.region.name),
        {
            "shapes": shapes,
            "dots": tuple(dots),
            "width": WIDTH,
            "height": height,
            "departments": _listed(library, towns),
            "count": counted("{n} commune", "{n} communes", len(inside)),
        },
        section="carte",
    )


Towns = Mapping[tuple[str, str], InTown]


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


def anchor(code: str, name: str) -> str:
    """The id of a town in the list."""
    letters = "".join(c if c.isalnum() else "-" for c in name.lower())
    return f"t{code}-{letters}"


def drawing(region: str, departments: tuple[tuple[str, str], ...]) -> tuple[tuple[DepartmentShape, ...], Projection, int]:
    """The outlines of the region's departments in a drawing WIDTH wide; none where the region has no outlines yet."""
    outlines = _outlines(GEO / f"outlines-{region}.json")
    points = [point for polygons in outlines.values() for rings in polygons for ring in rings for point in ring]
    if not points:
        return (), Projection(-5, 51, 100, 0.7), WIDTH
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    stretch = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * stretch)
    projection = Projection(west, north, scale, stretch)
    shapes = []
    for code, name in departments:
        polygons = outlines.get(code, [])
        if polygons:
            largest = max((ring for rings in polygons for ring in rings), key=len)
            x, y = projection.point(sum(p[0] for p in largest) / len(largest), sum(p[1] for p in largest) / len(largest))
            shapes.append(DepartmentShape(code, name, f"/territoires/{code}/", _path(polygons, projection), x, y))
    return tuple(shapes), projection, round((north - south) * scale + 2 * MARGIN)


Ring = list[list[float]]


@cache
def _outlines(file: Path) -> dict[str, list[list[Ring]]]:
    if not file.is_file():
        return {}
    features = json.loads(file.read_text("utf-8"))["features"]
    return {
        feature["properties"]["code"]: (
            feature["geometry"]["coordinates"] if feature["geometry"]["type"] == "MultiPolygon" else [feature["geometry"]["coordinates"]]
        )
        for feature in features
    }


def _path(polygons: list[list[Ring]], projection: Projection) -> str:
    parts = []
    for rings in polygons:
        for ring in rings:
            points = [projection.point(lon, lat) for lon, lat in ring[:-1]]
            parts.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z")
    return "".join(parts)
