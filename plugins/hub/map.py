"""The map: the departments drawn, a dot a town with how much happens there, and the same as a list."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from contributions.contribution import Located
from contributions.library import Library
from contributions.town_names import normalise
from contributions.towns import GEO
from publishing.page import Page
from publishing.strings import _, counted
from views.cards import card, stop_card
from views.pages import list_page
from views.typography import typo
from views.values import Card, Link

WIDTH = 1000
MARGIN = 12


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


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department of the list, « hors région » last."""

    title: str
    link: Link | None
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


def map_page(library: Library) -> Page:
    """The page at /carte/."""
    shapes, projection, height = drawing(library.hub.region.code, tuple(library.hub.departments.items()))
    towns = _towns(library)
    inside = {key: found for key, found in towns.items() if found[0].inside}
    dots = []
    for (code, name), (place, found) in sorted(inside.items(), key=lambda item: -len(item[1][1])):
        if place.lat is not None and place.lon is not None:
            x, y = projection.point(place.lon, place.lat)
            dots.append(Dot(typo(name), anchor(code, name), x, y, round(4 + 3 * math.sqrt(len(found)), 1), len(found)))
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


Towns = dict[tuple[str, str], tuple[Located, dict[str, Card]]]
"""What each town holds, by department and name: its cards by their address."""


def _towns(library: Library) -> Towns:
    found: Towns = {}

    def add(place: Located, shown: Card) -> None:
        found.setdefault((place.department or "", place.city), (place, {}))[1].setdefault(shown.url, shown)

    for tool, stop in library.tour_stops:
        if stop.place and stop.loan.end >= library.today:
            add(stop.place, stop_card(library, tool, stop))
    for contribution in library.listed:
        for place in contribution.places:
            add(place, card(library, contribution))
    return found


def _listed(library: Library, towns: Towns) -> tuple[DepartmentEntry, ...]:
    ordered = sorted(towns.items(), key=lambda town: (normalise(town[0][1]), town[0][0]))
    departments = []
    for code, name in library.hub.departments.items():
        entries = tuple(_town(key, found) for key, (place, found) in ordered if place.inside and key[0] == code)
        if entries:
            departments.append(DepartmentEntry(f"{name} ({code})", Link(f"{name} ({code})", f"/territoires/{code}/"), entries))
    outside = tuple(_town(key, found) for key, (place, found) in ordered if not place.inside)
    if outside:
        departments.append(DepartmentEntry(_("Hors région"), None, outside))
    return tuple(departments)


def _town(key: tuple[str, str], found: dict[str, Card]) -> TownEntry:
    return TownEntry(typo(key[1]), anchor(*key), counted("{n} contribution", "{n} contributions", len(found)), tuple(found.values()))


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
