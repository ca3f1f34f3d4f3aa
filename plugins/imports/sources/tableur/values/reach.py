"""How a service is reached, from a cell in words: its address and its number; what is a person's stays out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from contributions.fields.addresses import URL, web_address
from contributions.words import phones
from contributions.words.folding import ascii_of
from contributions.words.names import INSTITUTIONS, named
from contributions.words.persons import SERVICES, bare_phone, first_named, personal_email, personal_phone, private_email

LONGEST = 100
"""Characters of a service's name."""
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
NUMBER = re.compile(r"(?:\+|00|0)[\d\s().–-]{7,20}\d")
WEB = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
WORDS_OF_IT = re.compile(r"\b(?:t[ée]l(?:[ée]phone)?|mail|e-mail|courriel|contact|site|web|au|par|ou|et)\b\.?\s*:?", re.IGNORECASE)


class Reached(NamedTuple):
    """The keys of a contact, and whether something of a person was left out."""

    keys: dict[str, str]
    persons: bool


def is_personal(text: str) -> bool:
    """Whether a text names a person, or is how one is reached: an address of somebody's own, a mobile number."""
    return bool(next(named(text), None)) or is_private_way(text)


def is_private_way(text: str) -> bool:
    """Whether a text holds an address or a number that is most likely a person's."""
    found: Iterator[object] = (
        each for told in (personal_email, private_email, first_named, personal_phone, bare_phone) for each in told(text)
    )
    return next(found, None) is not None


def is_service(name: str) -> bool:
    """Whether words name a service, or a place, and nobody: « Accueil du musée »; of what could be a family's name, one cannot be sure."""
    return (
        len(name) <= LONGEST
        and not is_personal(name)
        and not (SERVICES | INSTITUTIONS).isdisjoint(ascii_of(name).replace("'", " ").split())
    )


def reached(text: str) -> Reached:
    """What a cell says of how a service is reached: the first address, number and page that are no person's, and its name."""
    keys: dict[str, str] = {}
    persons = False
    for email in EMAIL.findall(text):
        persons = persons or is_private_way(email)
        if not is_private_way(email):
            keys.setdefault("email", email)
    for number in NUMBER.findall(text):
        persons = persons or is_private_way(number)
        if not is_private_way(number) and (phone := _phone(number)):
            keys.setdefault("phone", phone)
    for web in WEB.findall(text):
        page = web_address(web)
        keys.setdefault("url", web if URL.match(web) else page.text if page else "")
    rest = text
    for form in (EMAIL, WEB, NUMBER):
        rest = form.sub(" ", rest)
    name = " ".join(WORDS_OF_IT.sub(" ", rest).split()).strip(" ,;:/-–()|.")
    if name and is_service(name):
        keys["name"] = name
    persons = persons or bool(name and not is_service(name))
    return Reached({key: keys[key] for key in ("name", "email", "phone", "url") if keys.get(key)}, persons)


def _phone(number: str) -> str:
    try:
        return phones.read(number).written
    except phones.PhoneError:
        return ""
