"""A table as its spreadsheet saved it: where each cell stands, and the same bytes with a row more, or with some cells changed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from contributions.problems.problem import Problem
from contributions.region.hub import Hub
from contributions.sheets.grid import Cell, Row, rows, separator_of
from contributions.sheets.loan_columns import label_of
from contributions.sheets.loan_tables import Written, read_table
from contributions.sheets.tables import read_table_of_figures
from contributions.source.texts import BOM
from endings.failure import Failure

UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
LINE_END = re.compile(r"\r\n|\r")
FORMULA = ("=", "+", "@", "-", "\t")
"""How a text begins that a spreadsheet takes for a calculation."""


class Unwritable(Failure):
    """Something that a table cannot take; nothing was written."""

    exitcode = 1


@dataclass(frozen=True)
class Sheet:
    """A table: its whole text with marks and line ends as they are, and what is read of it."""

    path: str
    text: str
    encoding: str
    columns: Mapping[str, int]
    """Name of a column → its position from 0."""
    heading_line: int
    """The line, from 1, in which the row with the headings begins."""
    written: tuple[Written, ...]
    problems: tuple[Problem, ...]
    lines: frozenset[int]
    """The lines in which its loans begin, or its figures."""

    @cached_property
    def plain(self) -> str:
        """The text as tables are read: without mark, lines ended by line feeds."""
        return LINE_END.sub("\n", self.text.removeprefix(BOM))

    @cached_property
    def separator(self) -> str:
        """What stands between two cells."""
        return separator_of(self.plain)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows that hold something."""
        return tuple(rows(self.plain))

    @cached_property
    def headings(self) -> Row:
        """The row that names the columns."""
        return self.row(self.heading_line)

    def row(self, line: int) -> Row:
        """The row that begins in a line."""
        return next(row for row in self.rows if row[0].line == line)

    @cached_property
    def loans(self) -> tuple[Row, ...]:
        """The rows that are loans, or figures."""
        return tuple(row for row in self.rows if row[0].line in self.lines)

    @cached_property
    def line_end(self) -> str:
        """How its lines end: as the first one does."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found[0] if found else "\n"

    def texts(self, column: str) -> list[str]:
        """What stands under a heading, of each loan; what says nothing is left out."""
        at = self.columns.get(column)
        return [row[at].text for row in self.loans if at is not None and at < len(row) and row[at].text]

    def bytes_with(self, text: str) -> bytes:
        """A text in its encoding. Raises Unwritable."""
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError as error:
            sign = text[error.start : error.end]
            raise Unwritable(
                f"{self.path} est en Windows-1252, où « {sign} » ne s’écrit pas : enregistrez-le en UTF-8, ou écrivez autrement."
            ) from None


def opened(path: str, data: bytes, hub: Hub) -> Sheet:
    """The table of a file. Raises Unwritable where its columns cannot be known."""
    table = read_table(path, data, hub)
    if not table.columns:
        raise Unwritable("\n".join(["Ce tableau ne peut pas être lu : corrigez-le d’abord.", *map(str, table.problems)]))
    encoding = _encoding(data)
    columns = {column: at for at, column in table.columns.items()}
    line = table.headings[0].line
    lines = frozenset(one.row.cells.line for one in table.written)
    return Sheet(path, data.decode(encoding), encoding, columns, line, tuple(table.written), tuple(table.problems), lines)


def opened_figures(path: str, data: bytes) -> Sheet:
    """The table of a file of content/data/: its headings are its columns' names. Raises Unwritable."""
    found = tuple(rows(LINE_END.sub("\n", data.decode(_encoding(data)).removeprefix(BOM))))
    if not found:
        raise Unwritable(f"{path} est vide : retirez-le, ou écrivez ses titres de colonnes.")
    columns = {cell.text.lower(): at for at, cell in enumerate(found[0])}
    lines = frozenset(row[0].line for row in found[1:])
    problems = tuple(read_table_of_figures(path, data)[1])
    return Sheet(path, data.decode(_encoding(data)), _encoding(data), columns, found[0][0].line, (), problems, lines)


def _encoding(data: bytes) -> str:
    """The encoding in which tables are read (source/texts.py); the mark stays with the text."""
    if data[:2] in UTF_16:
        return UTF_16[data[:2]]
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def begun(like: Sheet | None, columns: Sequence[str], vital: Collection[str]) -> bytes:
    """An empty table of loans with the headings, and in the dialect, of another year's; else one that spreadsheets open with its accents.

    `columns` are those of a new one; `vital` the ones among them for which there is to be room in any case.
    """
    if like is None:
        return (BOM + ";".join(label_of(column) for column in columns) + "\n").encode()
    # Of what is to be noted, nothing is to be lost because last year's table had no place for it.
    lacking = [label_of(column) for column in columns if column in vital and column not in like.columns]
    text = like.separator.join(_quoted(like, heading) for heading in (*(cell.text for cell in like.headings), *lacking))
    mark = BOM if like.text.startswith(BOM) else ""
    return (mark + text + like.line_end).encode(like.encoding)


def with_row(sheet: Sheet, texts: Mapping[str, str]) -> bytes:
    """The file with a row more, behind the last loan. `texts` are cells by column. Raises Unwritable."""
    return with_rows(sheet, [texts])


def with_rows(sheet: Sheet, added: Iterable[Mapping[str, str]]) -> bytes:
    """The file with some rows more, behind the last one. Raises Unwritable."""
    row = sheet.line_end.join(_row(sheet, texts) for texts in added)
    last = max((sheet.loans or (sheet.headings,)), key=lambda cells: cells[0].line)
    at = _raw(sheet, _end(sheet, last[-1]))
    # A last line without its end gets it, and the new one stays without, as the file was.
    return sheet.bytes_with(sheet.text[:at] + sheet.line_end + row + sheet.text[at:])


def with_cells(sheet: Sheet, line: int, texts: Mapping[str, str]) -> bytes:
    """The file with other texts in some cells of the row that begins in a line. Raises Unwritable."""
    row = sheet.row(line)
    text = sheet.text
    lacking = max((sheet.columns[column] + 1 for column in texts), default=0) - len(row)
    changed = [(sheet.columns[column], _cell(sheet, said)) for column, said in texts.items() if sheet.columns[column] < len(row)]
    if lacking > 0:
        behind = [""] * lacking
        for column, said in texts.items():
            if sheet.columns[column] >= len(row):
                behind[sheet.columns[column] - len(row)] = _cell(sheet, said)
        at = _raw(sheet, _end(sheet, row[-1]))
        text = text[:at] + "".join(sheet.separator + cell for cell in behind) + text[at:]
    for position, said in sorted(changed, reverse=True):
        start, end = _raw(sheet, _start(sheet, row[position])), _raw(sheet, _end(sheet, row[position]))
        text = text[:start] + said + text[end:]
    return sheet.bytes_with(text)


def _row(sheet: Sheet, texts: Mapping[str, str]) -> str:
    cells = [""] * len(sheet.headings)
    for column, at in sheet.columns.items():
        cells[at] = _cell(sheet, texts.get(column, ""))
    return sheet.separator.join(cells)


def _cell(sheet: Sheet, text: str) -> str:
    """A text as a cell. Raises Unwritable where a spreadsheet would calculate it."""
    if text.startswith(FORMULA) and not re.fullmatch(r"[-+]?\d[\d,.]*", text):
        raise Unwritable(f"« {text} » commence par « {text[0]} » : un tableur y verrait une formule. Écrivez-le autrement.")
    return _quoted(sheet, text)


def _quoted(sheet: Sheet, text: str) -> str:
    """Between quotation marks where it needs them, or where the table gives them to everything."""
    start = _raw(sheet, _start(sheet, sheet.headings[0]))
    always = sheet.text[start : start + 1] == '"' and text != ""
    if always or any(sign in text for sign in (sheet.separator, '"', "\n", "\r")) or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text


def _start(sheet: Sheet, cell: Cell) -> int:
    """Where a cell begins in the plain text."""
    at = 0
    for _ in range(cell.line - 1):
        at = sheet.plain.index("\n", at) + 1
    return at + cell.column - 1


def _end(sheet: Sheet, cell: Cell) -> int:
    return _start(sheet, cell) + cell.width


def _raw(sheet: Sheet, at: int) -> int:
    """Where a place of the plain text is in the file's own: behind its mark, and a sign more for each line before it that ends in two."""
    own = sheet.text.removeprefix(BOM)
    pairs = [found.start() - before for before, found in enumerate(re.finditer("\r\n", own))]
    return at + bisect_left(pairs, at) + len(sheet.text) - len(own)
