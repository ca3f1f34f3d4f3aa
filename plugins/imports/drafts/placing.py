"""Match a place of a source with the towns that are known: its name as the official list has it, and codes only where they agree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contributions.geography.countries import abroad
from contributions.geography.distances import distance_km
from contributions.geography.town_names import normalise, parted
from contributions.geography.towns import INSEE_CODE, POSTCODE, Town, TownProblem, Towns, department_of
from contributions.geography.whereabouts import near
from contributions.reading.placing import FAR_KM

__all__ = ["Placed", "placed"]

KEYS = ("name", "address", "postcode", "city", "insee", "lat", "lon")
CLOSE_KM = 15
"""How near to a point the town lies that it means, of several of a name."""
DECIMALS = 6
"""Of degrees: a tenth of a metre."""
Placed = tuple[dict[str, Any], list[tuple[str, str]]]
"""The keys of a place, and what was left out of it: a key, and why."""


def placed(place: Mapping[str, Any], towns: Towns) -> Placed:
    """A place as the check takes it, wherever its town is certain; a town that is not known stays as it is written."""
    found: dict[str, Any] = {key: " ".join(str(place[key]).split()) for key in KEYS if place.get(key) not in (None, "")}
    told: list[tuple[str, str]] = []
    _part(found)
    _codes(found, told)
    point = _point(found, told)
    town = _town(found, point, towns)
    if town is None:
        _without_doubtful_codes(found, towns, told)
        town = _town(found, point, towns)
    if town is not None:
        _as_official(found, town, towns)
        point = _near(point, town, told)
    elif point and not near(*point):
        point = (point[1], point[0]) if near(point[1], point[0]) else None
        told += [] if point else [("lat", "Ce point est loin de l’Europe.")]
    if point:
        found["lat"], found["lon"] = (f"{number:.{DECIMALS}f}".rstrip("0").rstrip(".") for number in point)
    return {key: found[key] for key in KEYS if key in found}, told


def _part(found: dict[str, Any]) -> None:
    """« 80100 Abbeville », « Lille (Fives) »: each thing under its key."""
    written = parted(found.get("city", ""))
    if not written.name or written.name == found["city"] or abroad(found["city"]):
        return
    found["city"] = written.name
    if written.postcode:
        found.setdefault("postcode", written.postcode)
    around = written.around
    if around and not around.isdigit() and normalise(around) not in normalise(" ".join(map(str, found.values()))):
        found["address"] = f"{found['address']}, {around}" if "address" in found else around


def _codes(found: dict[str, Any], told: list[tuple[str, str]]) -> None:
    """Codes that are none are left out; a postcode gets back the zero that a spreadsheet took."""
    postcode = found.get("postcode", "").replace(" ", "")
    if len(postcode) == 4 and postcode.isdigit():
        postcode = f"0{postcode}"
    for key, code, form in (("postcode", postcode, POSTCODE), ("insee", found.get("insee", "").upper(), INSEE_CODE)):
        if code and form.fullmatch(code):
            found[key] = code
        elif found.pop(key, None):
            told.append((key, f"« {code} » n’est pas un code."))


def _point(found: dict[str, Any], told: list[tuple[str, str]]) -> tuple[float, float] | None:
    texts = found.pop("lat", None), found.pop("lon", None)
    try:
        lat, lon = (float(text.replace(",", ".")) for text in texts if text is not None)
    except ValueError:
        told += [("lat", "Ce point n’a pas ses deux nombres.")] if any(texts) else []
        return None
    return (lat, lon) if abs(lat) <= 180 and abs(lon) <= 180 and (lat, lon) != (0.0, 0.0) else None


def _town(found: Mapping[str, Any], point: tuple[float, float] | None, towns: Towns) -> Town | None:
    """The one town that is meant: of several of a name, the one that lies at the point."""
    if not any(found.get(key) for key in ("city", "postcode", "insee")):
        return None
    answer = towns.find(found.get("city"), found.get("postcode"), found.get("insee"))
    if isinstance(answer, Town):
        return answer
    if answer.reason in {"ambiguous", "postcode-mismatch"} and point:
        close = [town for town in answer.candidates if distance_km(point, (town.lat, town.lon)) <= CLOSE_KM]
        return close[0] if len(close) == 1 else None
    return None


def _without_doubtful_codes(found: dict[str, Any], towns: Towns, told: list[tuple[str, str]]) -> None:
    """A code that contradicts the name is left out where the name, with what is left, means one town all the same."""
    city, postcode, insee = (found.get(key) for key in ("city", "postcode", "insee"))
    answer = towns.find(city, postcode, insee)
    if not city or not isinstance(answer, TownProblem):
        return
    if insee and answer.reason in {"other-town", "unknown-insee"}:
        told.append(("insee", f"« {insee} » n’est pas le code INSEE de {city}."))
        del found["insee"]
        answer = towns.find(city, postcode)
    if postcode and isinstance(answer, TownProblem) and answer.reason == "postcode-mismatch":
        alone = towns.find(city)
        # The postcode of a big company or an office, « 59650 », is of the department and of no town.
        if isinstance(alone, Town) and alone.department == department_of(postcode):
            told.append(("postcode", f"{postcode} n’est pas le code postal de {alone.name}."))
            del found["postcode"]


def _as_official(found: dict[str, Any], town: Town, towns: Towns) -> None:
    """The town's name as the list has it, and a code where the name alone does not say which."""
    if not found.get("city") or normalise(found["city"]) == normalise(town.name):
        found["city"] = town.name
    if found.get("postcode") and found["postcode"] not in town.postcodes and towns.find(found["city"], found["postcode"]) != town:
        del found["postcode"]
    if towns.find(found["city"], found.get("postcode"), found.get("insee")) != town:
        found["insee"] = town.insee


def _near(point: tuple[float, float] | None, town: Town, told: list[tuple[str, str]]) -> tuple[float, float] | None:
    """The point, turned round where only that is near its town; none where it is elsewhere."""
    if point is None:
        return None
    for lat, lon in (point, point[::-1]):
        if distance_km((lat, lon), (town.lat, town.lon)) <= FAR_KM:
            return lat, lon
    told.append(("lat", f"Ce point est loin de sa commune : {town.name}."))
    return None
