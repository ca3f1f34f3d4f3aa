"""How one books an event, whom of the place one asks, and for whom it is made accessible."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from contributions.fields.addresses import ALONE
from contributions.words import phones
from contributions.words.folding import folded
from contributions.words.mails import EMAIL
from contributions.words.persons import first_named, personal_email, personal_phone, private_email
from imports.agendas.json_values import inside
from imports.agendas.links import web
from imports.agendas.plain_values import entries, line, number, spoken_line, words
from imports.agendas.prices import must_book
from imports.agendas.record import EMPTY, Record, shown
from imports.taken import Refusal

WAYS_APART = re.compile(r"\s*[;|\r\n]\s*|\s*,\s+|,(?=[^\s/]*(?:@|://))|\s+(?:ou|et|/)\s+")
ACCESS = {
    "hi": "auditif", "vi": "visuel", "pi": "psychique", "mi": "moteur", "ii": "intellectuel",
    "auditif": "auditif", "visuel": "visuel", "psychique": "psychique", "moteur": "moteur", "intellectuel": "intellectuel",
    "mental": "intellectuel",
}  # fmt: skip
"""OpenAgenda's codes, and the words of its labels: « Handicap moteur »."""
YES, NO = {"oui", "true", "1", "obligatoire"}, {"non", "false", "0"}
OLDEST, ENDLESS = 120, 150
"""Above the first, OpenAgenda's sliders mean that there is no upper age; above the second nobody does."""


def booked(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `booking`, and further addresses at which one books as `links`."""
    booking: dict[str, Any] = {}
    links: list[dict[str, str]] = []
    refused: list[Refusal] = []
    for within, said in _ways(record.get("registration"), record.lang):
        key, value = _way(said)
        if not key:
            refused.append(record.refusal("registration", f"« {shown(said)} » n’est ni une adresse, ni un numéro.", within))
        elif key not in booking:
            booking[key] = value
        elif key == "url" and value != booking[key]:
            links.append({"label": "Réservation", "url": value})
        elif value != booking[key]:
            what = "numéro" if key == "phone" else "courriel"
            refused.append(record.refusal("registration", f"Un second {what} pour réserver : une fiche n’en a qu’un.", within))
    if folded(record.line("must_book")) in YES or record.get("must_book") is True or must_book(record.line("conditions")):
        booking = {"required": True, **booking}
    return {**({"booking": booking} if booking else {}), **({"links": links} if links else {})}, refused


def _ways(value: Any, lang: str) -> Iterator[tuple[str, str]]:
    """The ways to book, each with where it stands: groups {type, value}, texts, or several in one text."""
    given = entries(value)
    for index, entry in enumerate(given[:50]):
        within = f"[{index}]" if isinstance(inside(value), list) else ""
        said = spoken_line(entry.get("value") if isinstance(entry, Mapping) else entry, lang)
        if said and _way(said)[0]:
            yield within, said
        else:
            yield from ((within, part) for part in WAYS_APART.split(said or shown(entry)) if part)


def _way(said: str) -> tuple[str, str]:
    """Which key of `booking` a way is, and as it is written there."""
    mail = said.removeprefix("mailto:")
    if EMAIL.match(mail):
        return "email", mail
    if phone := _phone(said.removeprefix("tel:")):
        return "phone", phone
    address = web(said)
    return ("url", address) if address else ("", "")


def _phone(said: str) -> str:
    try:
        return phones.read(said).written
    except phones.PhoneError as error:
        return error.meant


def reached(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `contact`: the place's own telephone, address and site; never those of a person."""
    contact: dict[str, str] = {}
    refused: list[Refusal] = []
    for key, name in (("phone", "phone"), ("email", "email"), ("url", "website")):
        said = record.line(name)
        if not said:
            continue
        of_a_person = chain(personal_email(said), private_email(said), first_named(said), personal_phone(said))
        if next(of_a_person, None):
            refused.append(record.refusal(name, "Ce semble être le contact d’une personne : il n’est pas repris."))
            continue
        found, value = next((way for part in WAYS_APART.split(said) if (way := _way(part))[0] == key), ("", ""))
        if key == "url" and not found and ALONE.fullmatch(said):
            found, value = key, f"https://{said}"
        contact |= {key: value} if found else {}
        refused += [] if found else [record.refusal(name, f"« {shown(said)} » ne se lit pas.")]
    name = record.line("place")
    return {"contact": {**({"name": name} if name and len(name) <= 200 else {}), **contact}} if contact else {}, refused


def accessible(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `accessibility`, from a list of codes, a group of yes and no, or labels."""
    value = inside(record.get("accessibility"))
    if isinstance(value, Mapping) and not set(value) & {"label", record.lang}:
        said = [code for code, is_so in value.items() if is_so is True or folded(line(is_so)) in YES]
    else:
        said = words(value, record.lang)
    found, refused = [], []
    for word in said:
        code = next((ACCESS[part] for part in folded(word).split() if part in ACCESS), "")
        found += [code] if code else []
        refused += [] if code else [record.refusal("accessibility", f"« {shown(word)} » n’est pas un handicap du modèle.")]
    order = list(dict.fromkeys(ACCESS.values()))
    return ({"accessibility": sorted(set(found), key=order.index)} if found else {}), refused


def aged(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `age`; from 0 or up to more than 120 is no limit."""
    group = inside(record.get("age"))
    given = dict(group) if isinstance(group, Mapping) else {}
    age: dict[str, int | float] = {}
    refused: list[Refusal] = []
    for key in ("min", "max"):
        value = given.get(key) if given.get(key) is not None else record.get(f"age_{key}")
        years = number(value)
        if value in EMPTY:
            continue
        if years is None or not 0 <= years <= ENDLESS:
            refused.append(record.refusal("age" if key in given else f"age_{key}", f"« {shown(value)} » n’est pas un âge."))
        elif years <= OLDEST and not (key == "min" and years == 0):
            age[key] = int(years) if years.is_integer() else years
    if age.get("min", 0) > age.get("max", OLDEST):
        return {}, [*refused, record.refusal("age_min", f"De {age['min']} à {age['max']} ans : l’un des deux est faux.")]
    return ({"age": age} if age else {}), refused
