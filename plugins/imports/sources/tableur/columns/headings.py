"""Find the row, or the two rows, that name the columns of a sheet, whatever stands above them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contributions.sheets.loan_columns import column_of
from imports.sheets.workbook import Row, Sheet
from imports.sources.tableur.columns.columns import understood
from imports.sources.tableur.columns.kinds import LOANS, TAKEN

WITHIN = 30
"""Rows that hold something, among which the headings are looked for."""
FEWEST = 2
"""Columns that there must be, and that must be understood where nothing else says what a sheet holds."""


@dataclass(frozen=True, slots=True)
class Headings:
    """The texts of the headings by their columns, from 0, and the number of the last row that they take."""

    texts: Mapping[int, str]
    last: int
    two: bool = False


def headings(sheet: Sheet, kind: str = "") -> Headings | None:
    """The headings of a sheet: of all rows, those of which most are understood, the first ones; None where hardly any is.

    `kind` is what the sheet is known to hold, if it is.
    """
    kinds = (kind,) if kind else (*TAKEN, LOANS)
    best, most = None, 0.0 if kind else float(FEWEST - 1)
    for found in _candidates(sheet):
        if len(found.texts) < FEWEST:
            continue
        score = max(_score(each, found) for each in kinds)
        if score > most:
            best, most = found, score
    return best


def _score(kind: str, found: Headings) -> float:
    """How many different columns a row names; one row is likelier than two."""
    two = 0.5 * found.two
    if kind == LOANS:
        return len({column for text in found.texts.values() for column in [loan_column(text)] if column}) - two
    return len({column.target for text in found.texts.values() if (column := understood(kind, text))}) - two


def loan_column(heading: str) -> str | None:
    """The column of a table of loans that a heading names, whole or, below another one that spans it, by itself."""
    return column_of(heading) or (column_of(heading.rpartition(" : ")[2]) if " : " in heading else None)


def _candidates(sheet: Sheet) -> Iterator[Headings]:
    rows = sheet.rows[:WITHIN]
    for at, row in enumerate(rows):
        yield Headings({column: _text(cell.text) for column, cell in row.cells.items()}, row.number)
        below = rows[at + 1] if at + 1 < len(rows) else None
        if below and below.number == row.number + 1:
            yield _both(sheet, row, below)


def _both(sheet: Sheet, above: Row, below: Row) -> Headings:
    """Two rows of which the first spans columns of the second."""
    spans = {
        column: area.left
        for area in sheet.merged
        if area.top == area.bottom == above.number
        for column in range(area.left, min(area.right, area.left + 200) + 1)
    }
    texts: dict[int, str] = {}
    held = ""
    spread = len(above.cells) > 1  # one cell alone is the title of all
    for column in sorted({*above.cells, *below.cells}):
        own = _text(above.cells[column].text) if column in above.cells else ""
        held = own or held
        over = (
            _text(above.cells[spans[column]].text)
            if column in spans and spans[column] in above.cells
            else own
            if spans or not spread
            else held
        )
        inner = _text(below.cells[column].text) if column in below.cells else ""
        texts[column] = f"{over} : {inner}" if over and inner else inner or own
    return Headings({column: text for column, text in texts.items() if text}, below.number, two=True)


def _text(text: str) -> str:
    return " ".join(text.split()).strip(" :*")
