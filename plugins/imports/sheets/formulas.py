"""Texts that a spreadsheet would calculate: none is ever written into a table (OWASP, CSV injection)."""

from __future__ import annotations

import re

FORMULA = ("=", "+", "@", "-", "\t", "\r")
NUMBER = re.compile(r"[-+]?\d[\d ,.]*(?:\s*%)?")
AMOUNT = re.compile(r"(?P<sign>[-+])\s*(?P<rest>(?:de|d['’]|que)?\s*\d.*)", re.DOTALL)
"""« + de 5 fois », « - de 18 ans »."""


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a calculation.

    >>> is_formula("=1+1"), is_formula("-5,2"), is_formula("Lycée +")
    (True, False, False)
    """
    return text.startswith(FORMULA) and NUMBER.fullmatch(text) is None


def harmless(text: str) -> str:
    """A text that no spreadsheet calculates: signs before an amount in words, anything else between quotation marks.

    >>> harmless("+ de 5 fois"), harmless("=cmd|' /C calc'!A0")
    ('plus de 5 fois', "« =cmd|' /C calc'!A0 »")
    """
    own = text.strip()
    if not is_formula(own):
        return own
    if amount := AMOUNT.fullmatch(own):
        said = amount["rest"] if amount["rest"].startswith(("de", "d'", "d’", "que")) else f"de {amount['rest']}"
        return f"{'plus' if amount['sign'] == '+' else 'moins'} {said}"
    return f"«\u00a0{own}\u00a0»"
