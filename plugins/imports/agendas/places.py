"""Where an event takes place: on the spot or on line, its place, its town's codes, its point."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from contributions.geography.countries import COUNTRIES, abroad
from contributions.geography.streets import street
from contributions.words.folding import folded
from imports.agendas.json_values import inside
from imports.agendas.links import web
from imports.agendas.plain_values import number, whole
from imports.agendas.record import EMPTY, Record, shown
from imports.taken import Refusal

MODES = {1: "sur-place", 2: "en-ligne", 3: "mixte"}
MODE_WORDS = {
    "sur place": 1, "offline": 1, "onsite": 1, "en presentiel": 1, "presentiel": 1, "en ligne": 2, "online": 2, "a distance": 2,
    "mixte": 3, "mixed": 3, "hybride": 3, "en ligne et sur place": 3,
}  # fmt: skip
"""Of OpenAgenda's `attendanceMode`, and as labels say it."""
POSTCODE, INSEE = re.compile(r"\d{5}", re.ASCII), re.compile(r"\d{5}|2[AB]\d{3}", re.ASCII)
PAIR = re.compile(r"\s*\[?\s*(-?\d{1,3}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*\]?\s*", re.ASCII)
FRANCE = frozenset({"", "FR", "FX", "GF", "GP", "MQ", "RE", "YT", "PM", "NC", "PF", "WF", "BL", "MF", "TF"})
LONGEST = 300


def placed(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The keys `mode`, `place` and `online_url`."""
    values: dict[str, Any] = {}
    refused: list[Refusal] = []
    mode = record.get("mode")
    if mode not in EMPTY:
        known = MODES.get(whole(mode) or _mode_of(inside(mode), record))
        values |= {"mode": known} if known and known != "sur-place" else {}
        refused += [] if known else [record.refusal("mode", f"« {shown(mode)} » n’est pas une façon d’y prendre part.")]
    if record.get("online") is not None:
        address = web(record.line("online"))
        values |= {"online_url": address} if address else {}
        refused += [] if address else [record.refusal("online", f"« {shown(record.get('online'))} » n’est pas une adresse web.")]
    place, refusals = _place(record)
    return {**values, **({"place": place} if place else {})}, refused + refusals


def _mode_of(mode: Any, record: Record) -> int:
    label = mode.get("label") if isinstance(mode, Mapping) else mode
    said = label.get(record.lang) or next(iter(label.values()), "") if isinstance(label, Mapping) else label
    return MODE_WORDS.get(folded(str(said)), 0)


def _place(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    place: dict[str, Any] = {}
    refused: list[Refusal] = []
    for key, name in (("name", "place"), ("address", "address"), ("city", "city")):
        said = record.line(name)
        if len(said) > LONGEST:
            refused.append(record.refusal(name, f"Plus de {LONGEST} caractères : ce n’est pas un lieu."))
        elif said:
            place[key] = said
    country = record.line("country")
    is_french = country.upper() in FRANCE or folded(country) == "france"
    if not is_french and "city" in place and not abroad(place["city"]):
        place["city"] = f"{place['city']} ({_country(country)})"
    for key, form in (("postcode", POSTCODE), ("insee", INSEE)):
        code = _code(record.get(key))
        if not code or (not is_french and not form.fullmatch(code)):
            continue
        if form.fullmatch(code):
            place[key] = code
        else:
            refused.append(record.refusal(key, f"« {shown(code)} » n’est pas un code de cinq chiffres."))
    if not is_french:
        place.pop("insee", None)
        place.pop("postcode", None)
    if is_french and "city" in place:
        address, postcode = street(place.pop("address", None), place.get("postcode"), place["city"])
        place |= {key: said for key, said in (("address", address), ("postcode", postcode)) if said}
    point = _point(record)
    return {**place, **point} if set(place) & {"name", "address", "city", "postcode", "insee"} else {}, refused


def _country(said: str) -> str:
    """The French name of a country of which the code is given, as the list of towns abroad knows it."""
    name = next((name for name, code in COUNTRIES.items() if code == said.upper()), "")
    return name.title() if name else said


def _code(value: Any) -> str:
    """A code as text; numbers have lost the noughts that they began with."""
    found = whole(value)
    if found is not None and 1000 <= found <= 99999:
        return f"{found:05d}"
    return shown(value).upper().replace(" ", "") if isinstance(value, str) and value.strip() else ""


def _point(record: Record) -> dict[str, str]:
    """`lat` and `lon`, from {lat, lon}, [lat, lon], « lat, lon », or two values; none that is no point of the Earth, nor 0, 0."""
    lat, lon = number(record.get("lat")), number(record.get("lon"))
    point = inside(record.get("point"))
    if lat is None or lon is None:
        if isinstance(point, Mapping):
            lat, lon = (number(point.get(key, point.get(other))) for key, other in (("lat", "latitude"), ("lon", "longitude")))
            if isinstance(point.get("coordinates"), list) and len(point["coordinates"]) == 2:  # GeoJSON has it the other way round
                lon, lat = (number(part) for part in point["coordinates"])
        elif isinstance(point, list) and len(point) == 2:
            lat, lon = (number(part) for part in point)
        elif isinstance(point, str) and (pair := PAIR.fullmatch(point)):
            lat, lon = float(pair[1]), float(pair[2])
    if lat is None or lon is None or not (-90 <= lat <= 90 and -180 <= lon <= 180) or (abs(lat) < 0.001 and abs(lon) < 0.001):
        return {}
    return {key: f"{value:.6f}".rstrip("0").rstrip(".") for key, value in (("lat", lat), ("lon", lon))}
