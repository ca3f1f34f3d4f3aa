"""Roughly where people of France go: a point elsewhere is most likely a mistake."""

from __future__ import annotations

BOXES = (
    (34, 72, -25, 45),  # Europe
    (14, 19, -64, -60),  # Antilles
    (2, 6, -55, -51),  # Guyane
    (46, 48, -57, -56),  # Saint-Pierre-et-Miquelon
    (-22, -12, 45, 56),  # Réunion, Mayotte
    (-24, -7, 156, 180),  # Nouvelle-Calédonie, Wallis-et-Futuna
    (-28, -7, -155, -134),  # Polynésie
)
"""South, north, west, east, in degrees."""


def near(lat: float, lon: float) -> bool:
    """Whether a point lies in Europe, or in a part of France elsewhere.

    >>> near(50.1, 1.8), near(1.8, 50.1), near(-20.9, 55.4)
    (True, False, True)
    """
    return any(south <= lat <= north and west <= lon <= east for south, north, west, east in BOXES)
