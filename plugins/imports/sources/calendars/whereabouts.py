"""Where an event is, of the one line that a calendar has for it: parted only where it is sure."""

from __future__ import annotations

import re
from typing import Any

from contributions.geography.gazetteer import Town
from contributions.geography.town_names import parted
from contributions.geography.towns import Towns
from contributions.reading.placing import ON_LINE
from contributions.words.folding import folded
from imports.texts import plain

ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
COUNTRY = re.compile(r"[\s,;–-]*\bfrance\s*\Z", re.IGNORECASE)
CODED = re.compile(r"(?:\A|(?<=[\s,;(–-]))(?P<code>\d{5})(?=[\s,;)]|\Z)[\s,]*(?P<town>[^,;\n()]*)")
APART = re.compile(r"\s*(?:[,;\n]|\s[–—|-]\s)\s*")
STREET = re.compile(
    r"\d{1,4}\s?(?:bis|ter|quater|[a-d])?,?\s|(?:\d{1,4},?\s)?(?:rue|avenue|av\.?|boulevard|bd|place|pl\.?|allée|impasse|chemin|route|quai|cours"
    r"|square|esplanade|passage|chaussée|faubourg|sentier|promenade|parvis|lieu-dit|zone|za|zi|zac)\b",
    re.IGNORECASE,
)


def on_line(location: str) -> tuple[bool, str]:
    """Whether it is no place but a screen, and the address that is followed there."""
    found = ADDRESS.search(location)
    if found and not ADDRESS.sub("", location).strip(" ,;:()-<>"):
        return True, found[0]
    words = folded(ADDRESS.sub("", location))
    return words in ON_LINE, found[0] if found and words in ON_LINE else ""


def place_of(location: str, towns: Towns) -> dict[str, Any]:
    """A place of a LOCATION: « Musée, 3 rue X, 80000 Amiens »; what is not sure is its name.

    Several lines are parts like those that commas part.
    """
    text = COUNTRY.sub("", plain(location.replace("\n", ", "))).strip(" ,;-–")
    text = re.sub(r"(?:\s*,)+\s*", ", ", text)
    if not text:
        return {}
    coded = list(CODED.finditer(text))
    if coded and (town := coded[-1]["town"].strip(" -–")):
        return _named(text[: coded[-1].start()], {"postcode": coded[-1]["code"], "city": town})
    if coded and (before := APART.split(text[: coded[-1].start()].strip(" ,;-–(")))[-1]:
        *others, last = before
        if isinstance(towns.find(last, coded[-1]["code"]), Town):  # « Musée, Amiens, 80000 »
            return _named(", ".join(others), {"postcode": coded[-1]["code"], "city": last})
    *others, last = APART.split(text)
    name = parted(last).name
    if others and name and isinstance(towns.find(name, parted(last).postcode or None), Town):
        return _named(", ".join(others), {"city": name})
    if not others and isinstance(towns.find(text), Town):
        return {"city": text}
    return {"name": text}


def _named(before: str, town: dict[str, str]) -> dict[str, Any]:
    """What stands before the town: a street begins with a number, or a word for one; the name stands before it, or is the street's."""
    text = before.strip(" ,;-–()")
    starts = [0, *(apart.end() for apart in APART.finditer(text))]
    at = next((start for start in starts if STREET.match(text, start)), len(text))
    name, address = text[:at].strip(" ,;-–|"), text[at:].strip(" ,;-–|")
    named = {"name": name, "address": address} if name and address else {"name": name or address} if text else {}
    return {**named, **town}


def point_of(geo: str) -> dict[str, float]:
    """A GEO (RFC 5545, 3.8.1.6): « lat;lon »; 0;0 is no place of anybody's."""
    found = re.fullmatch(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[;,]\s*(-?\d{1,3}(?:\.\d+)?)\s*", geo.replace("\\", ""))
    if not found:
        return {}
    lat, lon = float(found[1]), float(found[2])
    return {"lat": lat, "lon": lon} if abs(lat) <= 90 and abs(lon) <= 180 and (lat or lon) else {}
