"""What words say in the place of a group of keys: a price, ages, a place, a picture, how one books."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from contributions.fields.addresses import ALONE, URL
from contributions.fields.date_answers import Asked, answer
from contributions.fields.measures import measured
from contributions.words.folding import folded
from contributions.words.mails import EMAIL

UNKNOWN = "…"
"""In the place of what only the author knows."""
SUM = re.compile(r"\d|€|euro", re.IGNORECASE)
FREE = re.compile(
    r"(?:c est |tout est )?(?:(?:entree |acces |visite )?(?:gratuite?s?|libre|libre et gratuite?|offerte?s?)(?: pour tou(?:s|tes et tous))?"
    r"|free|true|oui|(?:eur )?0+(?: 0+)?(?: euros?| eur)?)"
)
FREE_IF_BOOKED = re.compile(
    r"(?:entree |acces )?(?:gratuite?|libre|libre et gratuite?) (?:sur|avec|sans) (?:reservation|inscription)(?: obligatoire)?"
)
PAID = re.compile(r"(?:entree |acces |visite |tarif )?payante?s?|pas (?:gratuite?|libre)|non gratuite?")
FREELY = re.compile(r"\b(?:gratuit\w*|libre)\b", re.IGNORECASE)
AGES = re.compile(r"(?:de |entre )?(?P<min>\d{1,3})(?: ans?)? (?:a|et) (?P<max>\d{1,3})(?: ans?)?")
TO = re.compile(r"(?<=\d)\s*[-–—/]\s*(?=\d)")
FROM = re.compile(r"(?:des|a partir de)(?: l age de)? (?P<min>\d{1,3})(?: ans?)?|(?P<more>\d{1,3})(?: ans?)?(?: et plus| et)")
UP_TO = re.compile(r"jusqu a (?P<max>\d{1,3})(?: ans?)?")
CODE_AND_TOWN = re.compile(r"(?P<code>\d{5})\s+(?P<town>\D+)")
IN_BRACKETS = re.compile(r"(?P<name>.+?)\s*\((?P<town>[^()\d]+)\)")
BOOKING = "(?:reservation|inscription)"
REQUIRED = re.compile(rf"(?:sur )?(?:{BOOKING} )?(?:{BOOKING}|obligatoire|oui|true)(?: obligatoire)?")
NOT_REQUIRED = re.compile(rf"(?:(?:sans {BOOKING}|(?:entree |acces )?libre|{BOOKING} conseillee|conseillee|non|false|aucune) ?)+")
BY = re.compile(r"(?:sur )?(?:r[ée]servation|inscription)s?(?: obligatoire)?\s*(?:(?:au|à|sur|par|:)\s+){0,2}(?P<how>\S.*)", re.IGNORECASE)
UNTIL = re.compile(r"(?:(?:r[ée]servation|inscription)s? )?(?:jusqu['’]au|avant le)\s+(?P<day>\S.*)", re.IGNORECASE)
WAYS = {"uri": "url", "email": "email", "phone": "phone"}
"""What a way to book looks like, and its key."""
TELEPHONE = re.compile(r"\+?[\d\s().-]{9,}")


def _web(written: str) -> bool:
    return URL.match(written) is not None or (ALONE.fullmatch(written) is not None and written.lower().startswith("www."))


LOOKS: Mapping[str, Callable[[str], bool]] = {
    "uri": _web,
    "email": lambda written: EMAIL.match(written) is not None,
    "phone": lambda written: TELEPHONE.fullmatch(written) is not None,
    "boolean": lambda written: folded(written) in {"oui", "non", "true", "false"},
    "file": lambda written: re.fullmatch(r"[^\s:]+\.\w{2,4}", written) is not None,
    "precision": lambda written: re.search(r"\b\d{4}\b|\d/\d", written) is not None,
    "moment": lambda written: re.search(r"\b\d{4}\b|\d/\d", written) is not None,
}
"""What values of a sort look like: the one that comes first is taken."""


def priced(written: str) -> dict[str, Any]:
    """A price in words: free where nothing but that is said, with or without booking; else not, with the words.

    >>> priced("gratuit"), priced("20 €"), priced("gratuit sur réservation")
    ({'free': 'true'}, {'free': 'false', 'text': '20 €'}, {'free': 'true', 'text': 'gratuit sur réservation'})
    """
    if FREE.fullmatch(folded(written)):
        return {"free": "true"}
    text = f"{written} €" if re.fullmatch(r"\d+(?:[.,]\d+)?", written) else written
    if FREE_IF_BOOKED.fullmatch(folded(written)):
        return {"free": "true", "text": text}
    if folded(written) in {"non", "false"}:
        return {"free": "false"}
    is_paid = SUM.search(written) or PAID.fullmatch(folded(written)) or FREELY.search(written)
    return {"free": "false" if is_paid else UNKNOWN, "text": text}


def reads_as_free(written: str) -> bool:
    """Whether words say that nobody pays, booked or not."""
    return bool(priced(written)["free"] == "true")


def lent_for(written: str) -> dict[str, Any]:
    """The price of a loan: its sum, and for how long."""
    said = priced(written)
    if said["free"] == "true":
        return {"free": "true"}
    plain = re.fullmatch(r"(?P<sum>[^/]*?(?:€|euros?))\s*(?:/|par|la|le)\s*(?P<per>semaine|mois|pr[êe]t)\w*", written, re.IGNORECASE)
    amount = measured(plain["sum"] if plain else said["text"], "euros")
    per = {"per": folded(plain["per"])} if plain and amount else {}
    return {"free": "false", "amount": amount, **per} if amount else {}


def lent(written: str) -> dict[str, Any]:
    """How long a loan lasts at most."""
    days = measured(written, "jours")
    return {"max_days": days} if days else {}


def aged(written: str) -> dict[str, Any]:
    """Ages: « 8-14 ans », « dès 8 ans », « jusqu’à 12 ans »; empty where it says something else.

    >>> aged("8-14"), aged("dès 8 ans"), aged("tout public")
    ({'min': '8', 'max': '14'}, {'min': '8'}, {})
    """
    if re.search(r"\d[.,]\d", written):
        return {}
    words = folded(TO.sub(" à ", written).replace("+", " et plus "))
    if (both := AGES.fullmatch(words)) and int(both["min"]) <= int(both["max"]):
        return {"min": both["min"], "max": both["max"]}
    if least := FROM.fullmatch(words):
        return {"min": least["min"] or least["more"]}
    if both:
        return {}
    if most := UP_TO.fullmatch(words):
        return {"max": most["max"]}
    return {"min": words.split()[0]} if re.fullmatch(r"\d{1,3}(?: ans?)?", words) else {}


def placed(written: str) -> dict[str, Any]:
    """A place: its name, its address where one is given, its town, which comes last.

    >>> placed("Musée, 12 rue X, 80000 Amiens")
    {'name': 'Musée', 'address': '12 rue X', 'postcode': '80000', 'city': 'Amiens'}
    """
    inside = IN_BRACKETS.fullmatch(written)
    parts = [inside["name"], inside["town"]] if inside else [part.strip() for part in re.split(r",|;|\n| [-–—] ", written) if part.strip()]
    *names, town = parts or [written]
    coded = CODE_AND_TOWN.fullmatch(town)
    city = {"postcode": coded["code"], "city": coded["town"].strip()} if coded else {"city": town}
    if not names:
        return {"name": UNKNOWN, **city} if coded else {"name": written, "city": UNKNOWN}
    return {"name": names[0], **({"address": ", ".join(names[1:])} if names[1:] else {}), **city}


def pictured(written: str) -> dict[str, Any]:
    """A picture by its file: below content/, as it is written elsewhere."""
    name = written.rpartition("/")[2] if URL.match(written) else written
    name = re.sub(r"^(?:\.{0,2}[\\/])*(?:content[\\/])?", "", name).replace("\\", "/")
    return {"src": name if "/" in name else f"images/{name}"}


def booked(written: str) -> dict[str, Any]:
    """Whether one has to book, where words say that; what they say otherwise, their form tells."""
    words = folded(written)
    if REQUIRED.fullmatch(words):
        return {"required": "true"}
    if (until := UNTIL.fullmatch(written)) and (day := answer(until["day"], Asked("day")).meant or _iso(until["day"])):
        return {"deadline": day}
    by = BY.fullmatch(written)
    key = next((key for sort, key in WAYS.items() if by and LOOKS[sort](by["how"])), "")
    if by and key:
        return {"required": "true", key: by["how"]}
    return {"required": "false"} if NOT_REQUIRED.fullmatch(words) else {}


def _iso(written: str) -> str:
    return written if re.fullmatch(r"\d{4}-\d\d-\d\d", written) else ""


def _in_town(written: str) -> dict[str, Any]:
    """A place that needs no name: words alone are those of a town."""
    found = placed(written)
    return {"city": written} if found["city"] == UNKNOWN else {name: said for name, said in found.items() if said != UNKNOWN}


SPECIAL: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "price": priced, "age": aged, "place": placed, "places": _in_town, "image": pictured, "images": pictured, "logo": pictured,
    "booking": booked, "loan": lent,
}  # fmt: skip
"""By key, what reads the words of its group."""
