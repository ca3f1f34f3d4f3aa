"""Write records as a table (RFC 4180) in which no spreadsheet finds a formula, however it cuts the lines.

A French spreadsheet that opens the file by a double click takes « ; » for what parts the cells, another may take the tab: then what an
author writes behind one of them begins a cell. So an apostrophe stands before whatever would be a formula there, as at the beginning of
each text (OWASP, « CSV Injection »); in cells of JSON it is an escape, so that the values stay what they are. Numbers stay numbers.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from itertools import chain
from typing import Any

ALONE = ("slug", "url", "departments")
"""The columns of a table without records."""
FORMULA = "[-=+@＝＋－＠]"
"""How a formula begins; the wide forms are the same to a spreadsheet that reads Japanese."""
BEGINNING = re.compile(rf"(?:\A|[;\t\r\n])[\s\"']*(?={FORMULA})")
"""What stands before a formula where a cell begins, or might."""
INSIDE = re.compile(rf"(;[\s\"']*)({FORMULA})")
"""The same in a cell of JSON, whose tabs and line ends are escapes."""
NOTHING = '""'
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
ONE_LINE = json.JSONEncoder(ensure_ascii=False)


def as_csv(rows: Callable[[], Iterable[Mapping[str, str]]]) -> bytes:
    """A row a record, as `cells` gave it, a column a key. Rows are gone through twice rather than held: there may be 20,000."""
    columns = tuple(dict.fromkeys(key for row in rows() for key in row)) or ALONE
    return table(columns, (line(row, columns) for row in rows()))


def table(columns: Iterable[str], lines: Iterable[bytes]) -> bytes:
    """A table of lines. A byte-order mark tells spreadsheets that it is UTF-8."""
    return joined(chain([f"\ufeff{','.join(map(_quoted, columns))}\r\n".encode()], lines))


def line(row: Mapping[str, str], columns: Iterable[str]) -> bytes:
    """A row of cells as a line of a table; what it does not have is empty."""
    return (",".join(row.get(column, NOTHING) for column in columns) + "\r\n").encode()


def joined(parts: Iterable[bytes]) -> bytes:
    """All parts in one, as `b"".join` gives it, which would hold them all beside it."""
    found = BytesIO()
    found.writelines(parts)
    return found.getvalue()


def cells(record: Mapping[str, Any]) -> dict[str, str]:
    """A record as the table has it: nested values as JSON, texts between quotes."""
    return {key: _quoted(cell) if isinstance(cell := _cell(value), str) else str(cell) for key, value in record.items()}


def _quoted(text: str) -> str:
    """Between quotes, which are doubled inside (RFC 4180 section 2)."""
    return '"' + text.replace('"', '""') + '"'


def _cell(value: Any) -> str | int | float:
    """Lists of words joined by « | »."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    if isinstance(value, list) and all(type(entry) is str for entry in value):
        value = "|".join(value)
    return _inert(value) if isinstance(value, str) else INSIDE.sub(_escaped, ONE_LINE.encode(value))


def _inert(text: str) -> str:
    return text if NUMBER.fullmatch(text) else BEGINNING.sub(r"\g<0>'", text)


def _escaped(found: re.Match[str]) -> str:
    return f"{found[1]}\\u{ord(found[2]):04x}"
