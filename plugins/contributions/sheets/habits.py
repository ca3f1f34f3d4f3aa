"""Say the values of a loan as a table says its others: its spelling of days, of states, of yes and no."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from contributions.sheets.loan_columns import COLUMNS, TOOL, day_of, is_day, value_of
from contributions.sheets.sheet import Sheet

ISO = re.compile(r"\d{4}-\d\d-\d\d")
WORDS: Mapping[str, str] = {
    "confirme": "confirmé", "en-cours": "en cours", "annule": "annulé", "estime": "estimé", "compte": "compté",
    "proprietaire": "propriétaire", "ecole": "école", "college": "collège", "lycee": "lycée", "superieur": "supérieur",
    "mediatheque": "médiathèque", "musee": "musée", "collectivite": "collectivité",
}  # fmt: skip
"""Words of the contract as people write them; tables may."""


def worded(word: str) -> str:
    """A word of the contract as people write it."""
    return WORDS.get(word, word)


def spelt(sheet: Sheet, loan: Mapping[str, str]) -> dict[str, str]:
    """The cells of a loan, by column: those that the table has. `loan` has words of the contract, and days in any spelling."""
    return {column: _spelt(sheet, column, text) for column, text in loan.items() if column in sheet.columns and text}


def unsaid(sheet: Sheet, loan: Mapping[str, str]) -> list[str]:
    """The columns that the table lacks of what a loan says."""
    return [column for column, text in loan.items() if text and column not in sheet.columns]


def _spelt(sheet: Sheet, column: str, text: str) -> str:
    if column == TOOL:
        return text
    if is_day(column):
        day = day_of(text)
        if day is None:  # the check says what it should be
            return text
        return day.isoformat() if _in_iso(sheet) else f"{day:%d/%m/%Y}"
    value = value_of(column, text)
    if isinstance(value, list):
        return (" + " if sheet.separator == "," else ", ").join(_word(sheet, column, word) for word in value)
    return _word(sheet, column, str(value)) if _of_few(column, value) else " ".join(text.split())


def _word(sheet: Sheet, column: str, word: str) -> str:
    """A word as the table writes it most often; else as people do, with a capital where its others have one."""
    others = sheet.texts(column)
    same = Counter(text for text in others if value_of(column, text) in (word, [word]))
    if same:
        return same.most_common(1)[0][0]
    usual = worded(word)
    return usual.capitalize() if others and all(text[:1].isupper() for text in others) else usual


def _of_few(column: str, value: Any) -> bool:
    """Whether a column holds one of few words: « oui », a state."""
    return value in {"oui", "non"} or column in {"state", "borrower_category", "visitors_method", "via", "cancelled_by"}


def _in_iso(sheet: Sheet) -> bool:
    days = [text for column in COLUMNS if is_day(column) for text in sheet.texts(column)]
    return 2 * sum(ISO.fullmatch(text) is not None for text in days) > len(days)
