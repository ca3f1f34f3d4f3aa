"""Open a spreadsheet in a process of its own, and say its cells as JSON: python opening.py < workbook > cells.

What lies in a file of somebody else's decides here how much memory and time is asked for. A process that has too little of either ends,
and nothing else does. Only the standard library and python-calamine are known: formulas are read as the values saved with them.
"""

from __future__ import annotations

import io
import json
import math
import re
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree import ElementTree

MEMORY = 2 * 1024**3
"""Bytes of address space."""
SECONDS = 60
"""Of a processor."""
UNPACKED = 500_000_000
"""Bytes that the parts of a workbook may have together."""
PART = 100_000_000
"""Bytes of a sheet that is looked through for cells without a value."""
PARTS = 5_000
CELLS = 1_000_000
"""Cells that hold something."""
LONGEST = 32_767
"""Characters of a cell: what Excel takes at most."""
FAULTY = re.compile(rb'<c\b(?=[^>]*\bt="e")[^>]*?\br="(?P<at>[A-Z]{1,3}\d{1,7})"')
UNSAVED = re.compile(rb'<c\b[^>]*?\br="(?P<at>[A-Z]{1,3}\d{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>')
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Said = tuple[str, str]
"""The sort of a cell (text, number, day, moment, clock, truth) and its text."""


class Refused(Exception):
    """Why a workbook is not opened: « large », « locked », « unreadable »."""


def said(value: Any) -> Said | None:
    """A cell by its sort and its text; None where it is empty."""
    if isinstance(value, bool):
        return "truth", "oui" if value else "non"
    if isinstance(value, int | float):
        return ("number", number(value)) if math.isfinite(value) else ("text", str(value))
    if isinstance(value, datetime):
        minute = (value + timedelta(seconds=30)).replace(second=0, microsecond=0, tzinfo=None)
        return ("day", minute.date().isoformat()) if minute.time() == time() else ("moment", minute.isoformat(" ", "minutes"))
    if isinstance(value, date):
        return "day", value.isoformat()
    if isinstance(value, time):
        return "clock", value.isoformat("minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return "clock", f"{minutes // 60:02}:{minutes % 60:02}"
    text = str(value)[: LONGEST + 1].replace("\r\n", "\n").replace("\r", "\n").strip()
    return ("text", text) if text else None


def number(value: float) -> str:
    """A number without what binary fractions add to it.

    >>> number(45.0), number(0.1 + 0.2), number(33322936985)
    ('45', '0.3', '33322936985')
    """
    text = f"{value:.15g}"
    return f"{value:.0f}" if "e" in text and abs(value) >= 1 else f"{value:.10f}".rstrip("0") if "e" in text else text


def sheets(data: bytes) -> Iterator[dict[str, Any]]:
    """The sheets of a workbook: name, whether it is hidden, rows of cells by their positions from 0, merged areas."""
    import python_calamine as calamine

    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError:
        raise Refused("locked") from None
    count = 0
    for position, known in enumerate(workbook.sheets_metadata):
        if known.typ != calamine.SheetTypeEnum.WorkSheet:
            yield {"name": known.name, "hidden": False, "chart": True, "rows": [], "merged": []}
            continue
        sheet = workbook.get_sheet_by_index(position)
        rows = []
        left = (sheet.start or (0, 0))[1]  # rows come from the sheet's first line on, columns from the first that holds something
        for line, row in enumerate(sheet.iter_rows()):
            cells = [(left + at, *found) for at, value in enumerate(row) if value != "" and (found := said(value))]
            count += len(cells)
            if count > CELLS:
                raise Refused("large")
            if cells:
                rows.append((line, cells))
        merged = [[*start, *end] for start, end in sheet.merged_cell_ranges or ()]
        hidden = known.visible != calamine.SheetVisibleEnum.Visible
        yield {"name": known.name, "hidden": hidden, "chart": False, "rows": rows, "merged": merged}


def looked_into(data: bytes) -> dict[str, Any]:
    """Of a workbook that is an archive: whether it holds macros, and the cells that have no value. Raises Refused."""
    found: dict[str, Any] = {"macros": False, "faulty": [], "unsaved": []}
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return found
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED:
            raise Refused("large")
        found["macros"] = any("vbaProject" in part.filename or part.filename.startswith("Basic/") for part in parts)
        for name, part in _parts(archive).items():
            with archive.open(part) as opened:
                xml = opened.read(PART)
            for sort, form in (("faulty", FAULTY), ("unsaved", UNSAVED)):
                found[sort] += [(name, cell["at"].decode()) for cell in form.finditer(xml)][:1000]
    return found


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """The sheets of an .xlsx by their names, and the parts that hold them."""
    known = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= known:
        return {}
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {str(one.get("Id")): str(one.get("Target")).removeprefix("/xl/").removeprefix("./") for one in relations}
    named = [one for one in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter() if one.tag.endswith("}sheet")]
    parts = {str(one.get("name")): "xl/" + targets.get(str(one.get(RELATION)), "") for one in named}
    return {name: part for name, part in parts.items() if part in known}


def bounded() -> None:
    """Take no more memory and time than a table needs, where the system can be told so."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read a workbook from the standard input, and write what it holds, or why it is not opened."""
    bounded()
    data = sys.stdin.buffer.read()
    try:
        answer: dict[str, Any] = {**looked_into(data), "sheets": list(sheets(data))}
    except Refused as refused:
        answer = {"refused": str(refused)}
    except MemoryError:
        answer = {"refused": "large"}
    except Exception:  # whatever the libraries make of it: it is no workbook
        answer = {"refused": "unreadable"}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
