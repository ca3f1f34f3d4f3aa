"""What is told of a sheet beside its records: rows that are none, columns that nobody understands, persons who stay out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contributions.sheets.loan_columns import NOTHING
from contributions.sheets.loan_tables import SUMS
from contributions.words.slugs import slug_of
from imports.sheets.workbook import Row, Sheet
from imports.sources.tableur.columns.headings import Headings
from imports.taken import Refusal

FEWEST = 4
"""Columns of a sheet in which a row with a single cell is the title of those below, and no record."""
MOST_OTHERS = 5
"""Columns without a heading that are told one by one."""
EXAMPLE = "exemple"
"""How the first cell of a row begins that our own sheets show."""


def passed(row: Row, found: Headings, columns: Mapping[int, Any]) -> str:
    """Why a row is no record; empty where it is one."""
    said = {at: cell.text for at, cell in row.cells.items() if cell.text not in NOTHING}
    first = slug_of(said[min(said)]) if said else ""
    if not said or {at: " ".join(text.split()).strip(" :*") for at, text in said.items()}.items() <= found.texts.items():
        return EXAMPLE
    if first.startswith(EXAMPLE) and "effacer" in first:
        return EXAMPLE
    if first.startswith(SUMS) and len(said) < len(columns):
        return "Cette ligne fait un total : elle n’est pas reprise."
    if len(said) == 1 and len(columns) >= FEWEST:
        return "Cette ligne n’a qu’une case : c’est un titre, sans doute ; elle n’est pas reprise."
    return ""


def unknown(sheet: Sheet, found: Headings, at: int, heading: str) -> list[Refusal]:
    """That nobody understands a column which holds something."""
    return not_read(sheet, found, at, heading, "n’est pas comprise")


def not_read(sheet: Sheet, found: Headings, at: int, heading: str, why: str) -> list[Refusal]:
    """That a column which holds something is not read, and why."""
    number = sum(at in row.cells for row in sheet.rows if row.number > found.last)
    cells = f"{number} case{'s' if number > 1 else ''}"
    return (
        [
            Refusal(
                sheet.at(found.last, heading),
                f"Cette colonne {why} : {cells} ne sont pas reprises.".replace("1 case ne sont pas reprises", "1 case n’est pas reprise"),
            )
        ]
        if number
        else []
    )


def without_heading(sheet: Sheet, found: Headings) -> Iterator[Refusal]:
    """Cells under no heading."""
    below = [row for row in sheet.rows if row.number > found.last]
    others = sorted({at for row in below for at in row.cells if at not in found.texts})
    if len(others) > MOST_OTHERS:
        yield Refusal(sheet.at(0), f"{len(others) - MOST_OTHERS} autres colonnes sont remplies, et n’ont pas de titre.")
    for at in others[:MOST_OTHERS]:
        lines = [row.number for row in below if at in row.cells]
        yield Refusal(sheet.at(lines[0], letters(at)), f"Cette colonne est remplie ({len(lines)} fois), et n’a pas de titre.")


def of_persons(sheet: Sheet, persons: Mapping[str, int]) -> Iterator[Refusal]:
    """That columns said something of persons, so many times: once for each of them."""
    for heading, number in persons.items():
        if number:
            times = f"{number} cases disent" if number > 1 else "une case dit"
            yield Refusal(sheet.at(0, heading), f"Aucune personne n’est reprise : {times} qui joindre, ou un nom.")


def letters(column: int) -> str:
    """A column as a spreadsheet calls it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        name = chr(65 + left) + name
    return name
