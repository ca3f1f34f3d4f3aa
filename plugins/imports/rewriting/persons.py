"""Take out of a text what most likely belongs to a person: an address of mail, a mobile number."""

from __future__ import annotations

import re

from contributions.words.folding import ascii_of
from contributions.words.names import FIRST_NAMES, INSTITUTIONS, WORD, named
from contributions.words.persons import EMAIL, MOBILE, PRIVATE, personal_email, private_email

ADDRESS_GONE = "(adresse retirée)"
NUMBER_GONE = "(numéro retiré)"
"""What stands in their place: whoever reads sees that something was there."""
PERSONAL = {"blog", "journal", "carnet", "site", "page", "chez"}
"""What a person calls what is theirs, before their name."""
LONGEST = 200
SPACED = re.compile("[\u00a0\u202f](?=\\d\\d)")
"""Blanks that do not break, between the digits of a number."""


def without_persons(text: str) -> str:
    """The text without them.

    >>> without_persons("Écrire à jeanne.petit@exemple.fr ou à accueil@exemple.fr, 06 12 34 56 78")
    'Écrire à (adresse retirée) ou à accueil@exemple.fr, (numéro retiré)'
    """
    if "@" in text:
        text = _gone(EMAIL, text, {at for at, _finding in personal_email(text)})
        text = _gone(PRIVATE, text, {at for at, _finding in private_email(text)})
    if "6" in text or "7" in text:
        even = SPACED.sub(" ", text)
        text = MOBILE.sub(NUMBER_GONE, even) if MOBILE.search(even) else text
    return text


def _gone(shape: re.Pattern[str], text: str, starts: set[int]) -> str:
    return shape.sub(lambda found: ADDRESS_GONE if found.start() in starts else found[0], text)


def institution(name: str) -> str:
    """The name of who publishes, if it is called as institutions are; empty where it may be a person's.

    >>> institution("Musée de la Craie"), institution("Jeanne Petit"), institution("Le blog de Jeanne Petit")
    ('Musée de la Craie', '', '')
    """
    words = " ".join(name.split())
    if "@" in words or len(words) > LONGEST or next(named(words), None):
        return ""
    folded = set(WORD.findall(ascii_of(words)))
    return words if folded & INSTITUTIONS and not (folded & PERSONAL and folded & FIRST_NAMES) else ""
