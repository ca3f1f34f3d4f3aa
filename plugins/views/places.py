"""How a place is written: on one line for calendars, and as addresses that a map opens."""

from __future__ import annotations

from urllib.parse import quote

from contributions.record.values import Located
from contributions.words.typography import typo

MAP = "https://www.openstreetmap.org"
CLOSE = 17
"""The zoom at which OpenStreetMap shows single houses."""


def one_line(place: Located) -> str:
    """Name, address, postcode and town."""
    return typo(", ".join(part for part in (place.name, place.address, postal_town(place)) if part))


def postal_town(place: Located) -> str:
    """« 80100 Abbeville », or the town alone."""
    return typo(" ".join(part for part in (place.postcode, place.city) if part))


def geo(place: Located) -> str | None:
    """A geo: address (RFC 5870), which the visitor's own map opens."""
    return f"geo:{place.lat},{place.lon}" if place.lat is not None else None


def pinned(place: Located) -> str:
    """A map with a pin on a place whose own point is known."""
    return f"{MAP}/?mlat={place.lat}&mlon={place.lon}#map={CLOSE}/{place.lat}/{place.lon}"


def looked_up(place: Located) -> str:
    """A map of what is found there by its address."""
    return f"{MAP}/search?query={quote(', '.join(filter(None, (place.address, postal_town(place)))))}"
