"""Sums of money in French words: « 5 € », « EUR 5 », « cinq euros »."""

from __future__ import annotations

import re

IN_WORDS = (
    "une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante"
    "|cent"
)
CURRENCY = r"(?:€|euros?\b|eur\b)"
NUMBER = r"\d+(?:[,.]\d{1,2})?"
ZERO = r"0+(?:[,.]0+)?(?![\d,.])"
SUM = re.compile(
    rf"(?<![\d,.])(?!{ZERO})(?:{NUMBER}\s*{CURRENCY})"
    rf"|(?<!\d)(?<!\d\s)(?:€|\beur)\s*(?!{ZERO}){NUMBER}"
    rf"|\b(?:{IN_WORDS})(?:[ -](?:et[ -])?(?:{IN_WORDS}))*\s+euros?\b",
    re.IGNORECASE,
)
"""A sum that is not nothing, with its currency before or behind it."""


def sum_in(text: str) -> str:
    """The first sum of money that a text names, as it is written; empty where it names none, or nothing but zero.

    >>> sum_in("Tarif : 5,50 €"), sum_in("EUR 5"), sum_in("cinq euros"), sum_in("0 €")
    ('5,50 €', 'EUR 5', 'cinq euros', '')
    """
    found = SUM.search(text)
    return found[0].strip() if found else ""
