"""Take out of a text what most likely belongs to a person: an address of mail, a mobile number."""

from __future__ import annotations

import re

from contributions.words.persons import EMAIL, MOBILE, PRIVATE, personal_email, private_email

ADDRESS_GONE = "(adresse retirée)"
NUMBER_GONE = "(numéro retiré)"
"""What stands in their place: whoever reads sees that something was there."""
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
