"""Groups and lists made of what was written in their place, and the lines of front matter that say them.

What is made may lack a key that nobody can know: « … » then stands for it, and its author replaces it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from pydantic import BaseModel

from contributions.fields.addresses import ALONE, URL
from contributions.fields.fields import EMAIL
from contributions.fields.measures import measured, unit_of
from contributions.models.structure import choices_of, field_of, keys_of, shape_of, sort_of
from contributions.source.header import BaseLoader, says_something
from contributions.source.legibility import quoted
from contributions.words.folding import folded
from contributions.words.spelling import spelt_alike

UNKNOWN = "…"
"""In the place of what only the author knows."""
SUM = re.compile(r"\d|€|euro", re.IGNORECASE)
FREE = re.compile(r"(?:c est )?(?:(?:entree |acces )?(?:gratuite?|libre|libre et gratuite?)|free|true|oui|0(?: euros?| eur)?)")
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
TELEPHONE = re.compile(r"\+?[\d\s().-]{9,}")
NAMES = ("name", "text", "item", "label", "note", "how", "material")
"""Keys of groups that take any words, the likeliest first."""


def lines(key: str, value: Any, depth: int = 0) -> list[str]:
    """The lines that say a key with its value, as contributors write them, set in by two spaces a level.

    >>> lines("price", {"free": "false", "text": "20 €"})
    ['price:', '  free: false', '  text: 20 €']
    """
    indent = "  " * depth
    if isinstance(value, dict):
        return [f"{indent}{key}:", *(line for name, held in value.items() for line in lines(name, held, depth + 1))]
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return [f"{indent}{key}:", *(line for entry in value for line in _entry(entry, depth + 1))]
    if isinstance(value, list):
        return [f"{indent}{key}: {in_brackets(value)}"]
    return [f"{indent}{key}: {scalar(value)}"]


def _entry(entry: Any, depth: int) -> list[str]:
    """The lines of an entry of a list, behind a dash."""
    if not isinstance(entry, dict):
        return [f"{'  ' * depth}- {scalar(entry)}"]
    first, *others = [line for name, held in entry.items() for line in lines(name, held, depth + 1)]
    return [f"{'  ' * depth}- {first.strip()}", *others]


def in_brackets(words: list[Any]) -> str:
    """A list of words on one line."""
    return f"[{', '.join(quoted(str(word)) if re.search(r'[][{},]', str(word)) else scalar(word) for word in words)}]"


def scalar(value: Any) -> str:
    """A value as YAML reads it: between quotes where it needs them, on one line."""
    text = " ".join(str(value).split())
    try:
        node = yaml.compose(f"{text}\n", Loader=BaseLoader)
    except (yaml.YAMLError, ValueError):
        return quoted(text)
    return text if isinstance(node, yaml.ScalarNode) and node.value == text and says_something(node) else quoted(text)


def entries_of(group: type[BaseModel], written: str, key: str) -> list[dict[str, Any]]:
    """The entries of a list of groups that a text says, one behind each comma where they are names."""
    several = [part.strip() for part in re.split(r"[,;]", written) if part.strip()] if key == "partners" else [written]
    return [group_of(group, part, key) for part in several]


def group_of(group: type[BaseModel], written: str, key: str) -> dict[str, Any]:
    """The group of keys that a text says in its place; a required key that it does not say is « … »."""
    make = lent_for if "deposit" in keys_of(group) else SPECIAL.get(key)
    found = (make(written) if make else {}) or _by_form(group, written)
    required = [field.alias or name for name, field in group.model_fields.items() if field.is_required()]
    whole = {**{name: _default(group, name) for name in required if name not in found}, **found}
    return {name: whole[name] for name in keys_of(group) if name in whole}


def _default(group: type[BaseModel], key: str) -> str:
    field = field_of(group, key)
    choices = choices_of(field) if field else ()
    return str(field.examples[0]) if field and field.examples and choices else UNKNOWN


def _by_form(group: type[BaseModel], written: str) -> dict[str, Any]:
    """The key of a group whose values look like what was written, else the one that takes any words."""
    keys = {name: field for name in keys_of(group) if (field := field_of(group, name))}
    sorts = {name: sort_of(field) for name, field in keys.items() if shape_of(field) == "word"}
    for sort, looks in LOOKS.items():
        if looks(written) and (name := next((name for name, its in sorts.items() if its == sort), "")):
            return {name: written}
    for name, field in keys.items():
        said = [word for word in choices_of(field) if spelt_alike(written, [word]) or word in folded(written).split()]
        if len(said) == 1:
            return {name: said[0]}
        unit = unit_of(field.description or "")
        if sorts.get(name) in {"number", "integer"} and (number := measured(written, unit, "" if unit else field.title or "")):
            return {name: number}
    name = next((name for name in NAMES if name in sorts), "")
    return {name: written} if name else {}


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
    """A price in words: free where nothing but that is said, else not, with the words.

    >>> priced("gratuit"), priced("20 €"), priced("gratuit sur réservation")
    ({'free': 'true'}, {'free': 'false', 'text': '20 €'}, {'free': 'true', 'text': 'gratuit sur réservation'})
    """
    if FREE.fullmatch(folded(written)) or written.strip() in {"0", "0 €", "0€"}:
        return {"free": "true"}
    text = f"{written} €" if re.fullmatch(r"\d+(?:[.,]\d+)?", written) else written
    if FREELY.search(written) and not SUM.search(written):
        return {"free": "true", "text": text}
    return {"free": "false" if SUM.search(written) else UNKNOWN, "text": text}


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
    if both := AGES.fullmatch(words):
        return {"min": both["min"], "max": both["max"]}
    if least := FROM.fullmatch(words):
        return {"min": least["min"] or least["more"]}
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
    return {"required": "false"} if NOT_REQUIRED.fullmatch(words) else {}


def _in_town(written: str) -> dict[str, Any]:
    """A place that needs no name: words alone are those of a town."""
    found = placed(written)
    return {"city": written} if found["city"] == UNKNOWN else {name: said for name, said in found.items() if said != UNKNOWN}


SPECIAL: Mapping[str, Callable[[str], dict[str, Any]]] = {
    "price": priced, "age": aged, "place": placed, "places": _in_town, "image": pictured, "images": pictured, "logo": pictured,
    "booking": booked, "loan": lent,
}  # fmt: skip
"""By key, what reads the words of its group."""
