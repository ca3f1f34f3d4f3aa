"""Find where a place is: the contributor's own point first, else its town's."""

from __future__ import annotations

from contributions.geography.distances import distance_km
from contributions.geography.streets import street
from contributions.geography.town_names import parted
from contributions.geography.towns import Town, TownProblem, Towns, department_of
from contributions.geography.whereabouts import near
from contributions.judging.waiting import INSTEAD, waits
from contributions.models import Common
from contributions.models.groups import Town as TownKeys
from contributions.models.loan import Loan
from contributions.problems.problem import Finding, Location
from contributions.reading.around_towns import told_apart
from contributions.record.values import Located
from contributions.region.hub import Hub
from contributions.words.folding import folded

FAR_KM = 60
"""How far from its town's own point a place may be."""
ON_LINE = frozenset(
    {
        "en ligne",
        "en visio",
        "en visioconference",
        "visio",
        "visioconference",
        "a distance",
        "distanciel",
        "en distanciel",
        "internet",
        "web",
    }
)
EVERYWHERE = frozenset(
    {"partout", "divers", "divers lieux", "plusieurs lieux", "plusieurs communes", "toute la region", "region", "itinerant", "departement"}
)
"""What stands in the place of a town, folded, where there is none, or no single one."""


def locate(keys: TownKeys, location: Location, towns: Towns, hub: Hub) -> tuple[Located, Finding | None]:
    """A place with department and point, and what is wrong with its town or its point, if anything."""
    found = towns.find(keys.city, keys.postcode, keys.insee)
    address, postcode = street(keys.address, keys.postcode, keys.city)
    own = (float(keys.lat), float(keys.lon)) if keys.lat is not None and keys.lon is not None else None
    if isinstance(found, Town):
        inside = found.department in hub.departments
        lat, lon = own or (found.lat, found.lon)
        place = Located(keys.name, address, postcode, keys.city, found.insee, found.department, lat, lon, inside)
        return place, _half_a_point(keys, location) or _far(own, found, location)
    department = found.department or (department_of(keys.postcode) if keys.postcode else None)
    lat_, lon_ = own or (None, None)
    place = Located(keys.name, address, postcode, keys.city, keys.insee, department, lat_, lon_, False)
    if found.reason == "outside" or (found.reason == "unknown" and own):
        return place, _half_a_point(keys, location) or (_astray(*own, location) if own else None)
    return place, told_apart(keys, location, towns, hub) or _of_its_name(keys, found, towns, location)


def _of_its_name(keys: TownKeys, problem: TownProblem, towns: Towns, location: Location) -> Finding:
    """What is wrong with a town, and once what stands around its name is gone: what resembles the name is proposed."""
    written = parted(keys.city)
    if problem.reason == "unknown" and written.name not in {keys.city, ""}:
        alone = TownKeys(city=written.name, postcode=keys.postcode or written.postcode or None)
        again = towns.find(alone.city, alone.postcode)
        if isinstance(again, TownProblem) and again.reason == "postcode-mismatch":
            return _finding(alone, again, location)
        problem = again if isinstance(again, TownProblem) and again.candidates else problem
    return _finding(keys, problem, location)


def _half_a_point(keys: TownKeys, location: Location) -> Finding | None:
    """That one of the two numbers of a point is missing."""
    if (keys.lat is None) == (keys.lon is None):
        return None
    given, missing = ("lat", "lon") if keys.lon is None else ("lon", "lat")
    return Finding(
        "E120", f"« {given} » est donné sans « {missing} ».", f"Ajoutez « {missing} », ou retirez « {given} ».", (*location, given)
    )


def _far(own: tuple[float, float] | None, town: Town, location: Location) -> Finding | None:
    """That a point is not where its town is."""
    away = distance_km(own, (town.lat, town.lon)) if own else 0
    if away <= FAR_KM:
        return None
    shown = f"{round(away, -2 if away >= 1000 else 0):,.0f}".replace(",", " ")
    message = f"Ce point est à {shown} km de sa commune : {town.name}."
    return Finding("E305", message, "Vérifiez lat et lon (ne sont-ils pas inversés ?).", (*location, "lat"))


def _astray(lat: float, lon: float, location: Location) -> Finding | None:
    """That a point lies nowhere near, where no town says so."""
    if near(lat, lon):
        return None
    message = f"Ce point ({lat:g}, {lon:g}) est loin de l’Europe."
    if near(lon, lat):
        repair = f"Ses deux nombres sont inversés : écrivez « lat: {lon:g} » et « lon: {lat:g} »."
        return Finding("E305", message, repair, (*location, "lat"))
    return Finding("W006", message, "Vérifiez lat et lon.", (*location, "lat"))


def lent(loan: Loan, location: Location, towns: Towns, hub: Hub) -> tuple[Located | None, Finding | None]:
    """Where a loan takes a tool, if it names a town, and what is wrong with that.

    A loan gives no postcode: of several towns of a name, the largest is meant.
    """
    if not loan.city:
        return None, None
    town = towns.find(loan.city, None, None)
    if isinstance(town, TownProblem) and town.reason == "ambiguous":
        town = town.candidates[0]
    if isinstance(town, TownProblem) and town.reason != "outside":
        keys = TownKeys(city=loan.city)
        return None, told_apart(keys, location, towns, hub) or _of_its_name(keys, town, towns, location)
    return _venue(loan, loan.city, town, hub), None


def _venue(loan: Loan, city: str, town: Town | TownProblem, hub: Hub) -> Located:
    venue = loan.venue
    name, address = (venue.name, venue.address) if venue else (None, None)
    address, postcode = street(address, None, city)
    if isinstance(town, Town):
        postcode = postcode or (town.postcodes[0] if town.postcodes else None)
        return Located(name, address, postcode, city, town.insee, town.department, town.lat, town.lon, town.department in hub.departments)
    return Located(name, address, postcode, city, None, town.department, None, None, False)


def _finding(keys: TownKeys, problem: TownProblem, location: Location) -> Finding:
    names = [f"{town.name} ({town.department})" for town in problem.candidates[:4]]
    if problem.reason == "ambiguous":
        codes = ", ".join(f"{town.postcodes[0]} {town.name}" for town in problem.candidates[:4] if town.postcodes)
        return Finding("E302", f"Plusieurs communes s’appellent « {keys.city} ».", f"Ajoutez « postcode » : {codes}.", (*location, "city"))
    if problem.reason == "postcode-mismatch":
        codes = " ou ".join(code for town in problem.candidates[:2] for code in town.postcodes[:3])
        return Finding(
            "E303",
            f"{keys.postcode} n’est pas le code postal de {keys.city}.",
            f"Écrivez {codes}, ou corrigez la commune.",
            (*location, "postcode"),
        )
    if problem.reason == "unknown-insee":
        return Finding(
            "E304", f"« {keys.insee} » n’est le code INSEE d’aucune commune.", "Corrigez-le, ou retirez-le.", (*location, "insee")
        )
    if problem.reason == "other-town":
        message = f"{keys.insee} est le code INSEE d’une autre commune : {problem.candidates[0].name}."
        return Finding("E304", message, "Corrigez le code ou la commune, ou retirez le code.", (*location, "insee"))
    return Finding("E301", *_of_no_town(keys.city, names, location), (*location, "city"))


def _of_no_town(city: str, near: list[str], location: Location) -> tuple[str, str]:
    """That no town has a name, and what to do: a loan gives no postcode."""
    of_a_loan = location[:1] in {(), ("loans",)}
    if waits(city):
        repair = "Retirez « city » en attendant." if of_a_loan else INSTEAD["place"]
        return f"« {city} » n’est le nom d’aucune commune.", repair
    if folded(city) in ON_LINE and not of_a_loan:
        return f"« {city} » n’est le nom d’aucune commune.", "Si tout est en ligne, retirez « place » et ajoutez « mode: en-ligne »."
    if folded(city) in EVERYWHERE:
        return f"« {city} » n’est le nom d’aucune commune.", "Écrivez celle où l’on se retrouve ; s’il y en a plusieurs, une par créneau."
    likely = f"Vouliez-vous dire {', '.join(near)} ? " if near else ""
    elsewhere = "Corrigez le nom" if of_a_loan else "Ailleurs en France, ajoutez « postcode »"
    message = f"Aucune commune de la région ne s’appelle « {city} »."
    return message, f"{likely}{elsewhere} ; à l’étranger, écrivez aussi le pays, comme « Bruges (Belgique) »."


def place_keys(meta: Common) -> tuple[tuple[tuple[str | int, ...], TownKeys], ...]:
    """Every place that a contribution gives, with its location in the front matter."""
    found: list[tuple[tuple[str | int, ...], TownKeys]] = []
    if place := getattr(meta, "place", None):
        found.append((("place",), place))
    for index, place in enumerate(getattr(meta, "places", ())):
        found.append((("places", index), place))
    for index, slot in enumerate(getattr(meta, "slots", ())):
        if slot.place:
            found.append((("slots", index, "place"), slot.place))
    return tuple(found)
