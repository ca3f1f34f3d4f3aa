"""How far two points are from one another, as the crow flies."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points (latitude, longitude)."""
    (lat, lon), (lat_, lon_) = ((radians(value) for value in point) for point in (one, other))
    half = sin((lat_ - lat) / 2) ** 2 + cos(lat) * cos(lat_) * sin((lon_ - lon) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
