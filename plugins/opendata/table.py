"""Write records as a table (RFC 4180) in which no spreadsheet finds a formula, however it cuts the lines.

A French spreadsheet that opens the file by a double click takes « ; » for what parts the cells, another may take the tab: then what an
author writes behind one of them begins a cell. So an apostrophe stands before whatever would be a formula there, as at the beginning of
each text (OWASP, « CSV Injection »); in cells of JSON it is an escape, so that the values stay what they are. Numbers stay numbers.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Sequence
from typing import Any

ALONE = ("slug", "url", "departments")
"""The columns of a table without records."""
FORMULA = "[-=+@＝＋－＠]"
"""How a formula begins; the wide forms are the same to a spreadsheet that reads Japanese."""
BEGINNING = re.compile(rf"(?:\A|[;\t\r\n])[\s\"']*(?={FORMULA})")
"""What stands before a formula where a cell begins, or might."""
INSIDE = re.compile(rf"(;[\s\"']*)({FORMULA})")
"""The same in a cell of JSON, whose tabs and line ends are escapes."""
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
ONE_LINE = json.JSONEncoder(ensure_ascii=False)


def as_csv(found: list[dict[str, Any]], columns: Sequence[str] = ()) -> bytes:
    """A row a record, a column a key, or those given; nested values as JSON, texts between quotes.

    A byte-order mark tells spreadsheets that it is UTF-8.
    """
    columns = columns or list(dict.fromkeys(key for entry in found for key in entry)) or ALONE
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(entry.get(column, "")) for column in columns] for entry in found)
    return ("\ufeff" + text.getvalue()).encode()


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
