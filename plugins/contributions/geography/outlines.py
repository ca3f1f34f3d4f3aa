"""The outlines of a region's departments, as geo/ has them."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Literal, TypeAlias

from contributions.geography.gazetteer import GEO

Ring: TypeAlias = list[list[float]]
"""Longitude and latitude (degrees, WGS 84) of each corner; the last is the first."""
Polygons: TypeAlias = list[list[Ring]]
"""Pieces of land, each its outer ring and its holes."""


@cache
def outlines(region: str) -> dict[str, Polygons]:
    """The departments of a region by their codes; none where geo/ has no outlines of it."""
    file = GEO / f"outlines-{region}.json"
    if not file.is_file():
        return {}
    features = json.loads(file.read_text("utf-8"))["features"]
    return {feature["properties"]["code"]: _polygons(**feature["geometry"]) for feature in features}


def _polygons(type: Literal["Polygon", "MultiPolygon"], coordinates: Any) -> Polygons:
    """The pieces of a geometry of GeoJSON (RFC 7946, section 3.1)."""
    pieces: Polygons = coordinates if type == "MultiPolygon" else [coordinates]
    return pieces
