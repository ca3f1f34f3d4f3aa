"""A town that stands among other words in the place of its name: « 80100 Abbeville », « Abbeville, Somme », « Lille (Fives) »."""

from __future__ import annotations

import re
from dataclasses import dataclass

from contributions.fields.vocabulary import meant
from contributions.geography.town_names import Written, has_cedex, in_doubt, normalise, parted
from contributions.geography.towns import Town, TownProblem, Towns
from contributions.models.groups import Town as TownKeys
from contributions.problems.problem import Finding, Fix, Location
from contributions.region.hub import Hub
from contributions.words.spelling import joined

DEPARTMENT = re.compile(r"\d{2,3}|2[AB]")
COUNTRIES = frozenset({"france", "fr"})


@dataclass(frozen=True, slots=True)
class Inside:
    """The town among the words: its name, its department; `town` where it is one of the region."""

    name: str
    department: str | None
    town: Town | None


def told_apart(keys: TownKeys, location: Location, towns: Towns, hub: Hub) -> Finding | None:
    """What to write instead of a town among other words; None where there is none, or where what stands around it says another."""
    written = parted(keys.city)
    if in_doubt(keys.city) or written.name in {keys.city, ""} or (keys.postcode and written.postcode not in {"", keys.postcode}):
        return None
    found = _found(written, keys, towns, hub)
    if found is None:
        return None
    message = f"« {keys.city} » dit plus que le nom d’une commune."
    place = (*location, "city")
    quarter = "" if not written.around or _says_where(written.around, found, hub) else written.around
    if quarter:
        return Finding("E301", message, f"Écrivez « city: {found.name} » ; « {quarter} » va dans « address ».", place)
    code = _lost(written, keys, found, towns)
    if code:
        return Finding("E301", message, f"Écrivez :\npostcode: {code}\ncity: {found.name}", place)
    return Finding("E301", message, f"Écrivez {found.name}.", place, fix=Fix(found.name))


def _found(written: Written, keys: TownKeys, towns: Towns, hub: Hub) -> Inside | None:
    """The one town that name, postcode and department say together."""
    department = _department(written.around, hub)
    answer = towns.find(written.name, keys.postcode or written.postcode, keys.insee)
    if isinstance(answer, TownProblem) and answer.reason == "ambiguous" and department:
        there = [town for town in answer.candidates if town.department == department]
        answer = there[0] if len(there) == 1 else answer
    if isinstance(answer, TownProblem):
        agrees = answer.reason == "outside" and answer.department and department in {None, answer.department}
        return Inside(written.name, answer.department, None) if agrees else None
    if department not in {None, answer.department}:
        return None
    # A « Cedex » goes with its own postcode.
    official = normalise(answer.name) == normalise(written.name) and not has_cedex(written.name)
    name = answer.name if official else written.name
    return Inside(name, answer.department, answer)


def _department(around: str, hub: Hub) -> str | None:
    """The code of a department that words around a town name; None where they name none."""
    codes = [part for part in re.split(r"[\s,;-]+", around.upper()) if DEPARTMENT.fullmatch(part)]
    return codes[0] if codes else meant(around, hub.departments) or None


def _says_where(around: str, found: Inside, hub: Hub) -> bool:
    """Whether words around a town say only its department, its region or its country."""
    known = {joined(hub.departments.get(found.department or "", "")), joined(found.department or ""), joined(hub.region.name), *COUNTRIES}
    parts = [joined(part) for part in re.split(r"[,;()]", around)]
    return meant(around, hub.departments) == found.department or all(part in known for part in parts if part)


def _lost(written: Written, keys: TownKeys, found: Inside, towns: Towns) -> str:
    """The postcode that would be lost with the words around a name, or without which the name means several towns; else empty."""
    if keys.postcode or keys.insee:
        return ""
    if found.town is None:
        answer = towns.find(found.name)
        same = isinstance(answer, TownProblem) and answer.reason == "outside" and answer.department == found.department
        return written.postcode or ("" if same else "…")
    alone = towns.find(found.name) == found.town
    if alone and written.postcode in {"", *found.town.postcodes[:1]} and (not written.postcode or len(found.town.postcodes) == 1):
        return ""
    return written.postcode or (found.town.postcodes[0] if not alone and found.town.postcodes else "")
