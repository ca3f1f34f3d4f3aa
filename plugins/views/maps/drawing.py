"""Draw the departments of a region: degrees to the units of a drawing, outlines to SVG path data, as they are or in few strokes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from contributions.geography.outlines import Polygons, Ring, outlines

WIDTH = 1000
"""Of every drawing, in its own units: its height follows from the region."""
MARGIN = 12
GRID = 5
"""What few strokes are drawn on, in units: borders move by half of it at most, a third of a millimetre on a small map."""

Corner = tuple[int, int]


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


@dataclass(frozen=True, slots=True)
class Outline:
    """A department: its outline as SVG path data, and where its name stands."""

    code: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A region, WIDTH units wide and `height` units high."""

    departments: tuple[Outline, ...]
    projection: Projection
    height: int

    def point(self, lat: float, lon: float) -> tuple[float, float] | None:
        """Where a place stands on it; None where it lies outside."""
        x, y = self.projection.point(lon, lat)
        return (x, y) if 0 <= x <= WIDTH and 0 <= y <= self.height else None


@cache
def drawing(region: str, departments: tuple[str, ...]) -> Drawing | None:
    """The departments of a region; None where their outlines are not known."""
    found = {code: polygons for code, polygons in outlines(region).items() if code in departments}
    points = [point for polygons in found.values() for rings in polygons for ring in rings for point in ring]
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    stretch = math.cos(math.radians((south + north) / 2))
    scale = (WIDTH - 2 * MARGIN) / ((east - west) * stretch)
    projection = Projection(west, north, scale, stretch)
    shapes = tuple(_outline(code, found[code], projection) for code in departments if code in found)
    return Drawing(shapes, projection, round((north - south) * scale + 2 * MARGIN))


def _outline(code: str, polygons: Polygons, projection: Projection) -> Outline:
    largest = max((ring for rings in polygons for ring in rings), key=len)
    x, y = projection.point(sum(p[0] for p in largest) / len(largest), sum(p[1] for p in largest) / len(largest))
    return Outline(code, _path(polygons, projection, 1), x, y)


def backdrop(region: str, departments: tuple[str, ...]) -> bytes:
    """The same in few strokes, as an SVG document whose group `fond` small maps use: it is loaded once for all of them.

    Corners fall on a grid, so that two departments keep one border; what is smaller than its meshes is left out.
    """
    whole = drawing(region, departments)
    paths = [_path(outlines(region)[one.code], whole.projection, GRID) for one in whole.departments] if whole else []
    drawn = "".join(f'<path d="{path}"/>' for path in paths if path)
    return f'<svg xmlns="http://www.w3.org/2000/svg"><g id="fond" transform="scale({GRID})">{drawn}</g></svg>\n'.encode()


def _path(polygons: Polygons, projection: Projection, grid: int) -> str:
    """All lines of a department, with corners on a grid of so many units."""
    rings = (on_grid(ring, projection, grid) for rings in polygons for ring in rings)
    return "".join(_stroke(ring) for ring in rings if len(ring) > 2)


def on_grid(ring: Ring, projection: Projection, grid: int) -> list[Corner]:
    """The corners of a ring on the grid, each once in a row, and none that the line goes to only to come back."""
    kept: list[Corner] = []
    for lon, lat in ring[:-1]:
        x, y = projection.point(lon, lat)
        corner = round(x / grid), round(y / grid)
        if kept and kept[-1] == corner:
            continue
        if len(kept) > 1 and kept[-2] == corner:
            kept.pop()
        else:
            kept.append(corner)
    return kept


def _stroke(ring: list[Corner]) -> str:
    """A closed line, each corner told from the one before it."""
    (x, y), *_ = ring
    steps = "".join(f"{after[0] - before[0]:d} {after[1] - before[1]:d}l" for before, after in pairwise(ring))
    return f"M{x} {y}l{steps.removesuffix('l')}Z"
