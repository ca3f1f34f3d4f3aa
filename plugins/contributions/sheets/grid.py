"""The cells of a table as a spreadsheet saves it (RFC 4180, and what is done in its name), each with the line and column where it stands.

The separator is the one that the first lines have most of; a line `sep=;` above them, which Excel writes and reads, says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

SEPARATORS = ";,\t"
"""French spreadsheets write the first; where two are as frequent, the first of these is meant."""
DECLARED = re.compile(r"\s*\"?sep=(?P<separator>[;,\t])\"?[ \t]*(?:\n|\Z)", re.IGNORECASE)
LOOKED_AT = 10
"""Lines that are counted."""


class Cell(NamedTuple):
    """What stands in a cell, without the blanks around it; `line` and `column` count from 1, in characters of the file."""

    text: str
    line: int
    column: int
    open: bool = False
    """Whether it begins with a quotation mark that nothing closes: then it is read as it stands."""
    width: int = 0
    """How many characters of the file it takes, with its quotation marks and the blanks behind it."""


Row = tuple[Cell, ...]


def rows(text: str) -> Iterator[Row]:
    """The rows of a table that hold something. Lines end in line feeds."""
    form = _form(separator_of(text))
    at = declared.end() if (declared := DECLARED.match(text)) else 0
    line, start = text.count("\n", 0, at) + 1, text.rfind("\n", 0, at) + 1
    row: list[Cell] = []
    while at <= len(text):
        found = form.match(text, at)
        assert found is not None, "an empty cell matches"
        quoted = found["quoted"]
        own = found["plain"] if quoted is None else quoted.replace('""', '"')
        blanks = len(found[0]) - len(found[0].lstrip(" \t"))
        unclosed = quoted is None and own.lstrip().startswith('"')
        row.append(Cell(own.strip(), line, at - start + 1 + blanks, unclosed, len(found[0]) - blanks))
        if breaks := found[0].count("\n"):
            line, start = line + breaks, at + found[0].rindex("\n") + 1
        at = found.end()
        if text[at : at + 1] in {"\n", ""}:
            if any(cell.text for cell in row):
                yield tuple(row)
            row, line, start = [], line + 1, at + 1
        at += 1


@cache
def _form(separator: str) -> re.Pattern[str]:
    """A cell: between quotation marks, which are doubled inside, or whatever stands before the next separator."""
    blanks = "[ ]*" if separator == "\t" else r"[ \t]*"
    mark = re.escape(separator)
    return re.compile(rf'{blanks}"(?P<quoted>(?:[^"]|"")*+)"{blanks}(?={mark}|\n|\Z)|(?P<plain>[^{mark}\n]*)')


def separator_of(text: str) -> str:
    """What stands between two cells."""
    if declared := DECLARED.match(text):
        return declared["separator"]
    lines = list(islice((line for line in text.split("\n", 50) if line.strip()), LOOKED_AT))
    return max(SEPARATORS, key=lambda mark: sum(line.count(mark) for line in lines[:1]) or sum(line.count(mark) for line in lines) / 100)
