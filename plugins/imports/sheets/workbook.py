"""The cells of a spreadsheet's file, whatever its format: .xlsx, .ods and .xls by a process of their own, .csv here."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from contributions.sheets.grid import rows
from imports.taken import UnreadableSource

OPENING = Path(__file__).with_name("opening.py")
PATIENCE = 90
"""Seconds that a workbook may take to open."""
MOST_BYTES = 50_000_000
MOST_ROWS = 50_000
"""Rows of a table of text."""
MOST_COLUMNS = 1_000
MOST_CELL = 20_000
"""Characters of a cell: more is a quotation mark that nobody closed, or no cell at all."""
MOST_AREAS, MOST_LINES = 2_000, 200
"""Merged areas that are looked at, and lines of one."""
PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")
"""How an archive begins (.xlsx, .ods), and a compound file (.xls)."""
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
ENCODINGS = ("cp1252", "mac_roman", "cp850")
"""What programs of another age write, the likeliest first."""
FRENCH = frozenset("àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛŒ’«»–…€°²³×\u00a0")
REFUSED: Mapping[str, str] = {
    "large": "Ce classeur est trop grand : une feuille de contributions tient en quelques milliers de lignes. Retirez ce qui n’en est pas.",
    "locked": "Ce classeur est protégé par un mot de passe. Enregistrez-le sans, puis recommencez.",
    "unreadable": "Ce fichier n’est pas un classeur que l’on sait ouvrir (.xlsx, .ods, .csv), ou il est abîmé. Enregistrez-le à nouveau.",
}

Sort = Literal["text", "number", "day", "moment", "clock", "truth"]


class Cell(NamedTuple):
    """What stands in a cell: its text, days as AAAA-MM-JJ, times with HH:MM, and what the spreadsheet takes it for."""

    text: str
    sort: Sort = "text"


class Row(NamedTuple):
    """A row that holds something: its number, from 1, as the spreadsheet shows it, and its cells by their columns, from 0."""

    number: int
    cells: Mapping[int, Cell]


class Area(NamedTuple):
    """Merged cells: rows from 1, columns from 0, both ends included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet; a table of text has no name."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    chart: bool = False

    def at(self, row: int, column: str = "") -> str:
        """A place in it, as a person finds it: « feuille Malles, ligne 12, colonne Poids »."""
        parts = [f"feuille {self.name}" if self.name else "", f"ligne {row}" if row else "", f"colonne {column}" if column else ""]
        return ", ".join(filter(None, parts)) or "le tableau"


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets of a file, whether it has macros, and the cells whose value the file does not have: sheet, and « B12 »."""

    sheets: tuple[Sheet, ...]
    macros: bool = False
    faulty: tuple[tuple[str, str], ...] = ()
    """What was calculated, and went wrong."""
    unsaved: tuple[tuple[str, str], ...] = ()
    """What was never calculated."""


def opened(data: bytes) -> Workbook:
    """The sheets of a file. Raises UnreadableSource."""
    if len(data) > MOST_BYTES:
        raise UnreadableSource(f"Ce fichier pèse plus de {MOST_BYTES // 1_000_000} Mo.")
    if not data.strip():
        raise UnreadableSource("Ce fichier est vide.")
    if data.startswith(PACKED):
        return _unpacked(data)
    if data.startswith(BINARY) or (b"\0" in data[:4096] and not data.startswith(UTF_16)):
        raise UnreadableSource(REFUSED["unreadable"])
    return Workbook((_table(decoded(data)),))


def _unpacked(data: bytes) -> Workbook:
    command = [sys.executable, "-I", str(OPENING)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired:
        raise UnreadableSource(REFUSED["large"]) from None
    try:
        answer = json.loads(done.stdout)
    except ValueError:  # its memory, or its time, was not enough
        raise UnreadableSource(REFUSED["large" if done.returncode < 0 else "unreadable"]) from None
    if why := answer.get("refused"):
        raise UnreadableSource(REFUSED[why])
    found = [
        Sheet(
            one["name"],
            tuple(Row(number + 1, {at: Cell(text, sort) for at, sort, text in cells}) for number, cells in one["rows"]),
            tuple(Area(top + 1, left, bottom + 1, right) for top, left, bottom, right in one["merged"]),
            one["hidden"],
            one["chart"],
        )
        for one in answer["sheets"]
    ]
    faulty, unsaved = (tuple((sheet, at) for sheet, at in answer[sort]) for sort in ("faulty", "unsaved"))
    return Workbook(tuple(found), answer["macros"], faulty, unsaved)


def _table(text: str) -> Sheet:
    found: list[Row] = []
    more = 0
    for row in rows(text):
        if len(found) >= MOST_ROWS or len(row) > MOST_COLUMNS:
            raise UnreadableSource(REFUSED["large"])
        cells = {at: Cell(cell.text) for at, cell in enumerate(row) if cell.text}
        # A cell of several lines is one row to a spreadsheet.
        found.append(Row(row[0].line - more, cells))
        more += sum(cell.text.count("\n") for cell in row)
    return Sheet("", tuple(found))


def decoded(data: bytes) -> str:
    """The text of a table, its lines ended by line feeds: UTF-8, UTF-16 with its mark, or the code page in which it reads as French."""
    if data.startswith(UTF_16):
        text = data.decode("utf-16", "replace")
    else:
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode(max(ENCODINGS, key=lambda name: _french(data, name)), "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def _french(data: bytes, encoding: str) -> int:
    """How much of what is no ASCII is French in an encoding; of two that say the same, the first is meant."""
    other = [sign for sign in data[:200_000].decode(encoding, "replace") if sign > "\x7f"]
    return sum(1 if sign in FRENCH else -1 for sign in other)


def filled(sheet: Sheet, below: int) -> Iterator[Row]:
    """The rows below one, each cell that is merged with one above it holding what that one holds."""
    covered: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for area in sheet.merged[:MOST_AREAS]:
        if area.top > below:
            for line in range(area.top + 1, min(area.bottom, area.top + MOST_LINES) + 1):
                covered[line].append((area.left, area.top))
    by_number = {row.number: row.cells for row in sheet.rows} if covered else {}
    for row in sheet.rows:
        if row.number > below:
            above = {left: by_number[top][left] for left, top in covered.get(row.number, ()) if left in by_number.get(top, ())}
            yield Row(row.number, {**above, **row.cells}) if above else row
