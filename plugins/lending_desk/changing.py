"""Change some keys of a loan where it stands, in a table or in its tool's record, and nothing else of that file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import yaml

from contributions.judging.rewriting import in_brackets, scalar
from contributions.models import Exhibition
from contributions.models.loan import Loan
from contributions.problems.problem import Fix
from contributions.reading.reader import Reader
from contributions.record.table_loans import own_loans
from contributions.sheets.habits import spelt, unsaid
from contributions.sheets.loan_columns import COLUMNS, label_of, value_of
from contributions.sheets.sheet import Sheet, Unwritable, opened, with_cells
from contributions.source.insertion import Header, applied
from contributions.source.matter import FrontMatterError
from contributions.source.texts import BOM, bytes_of, legible
from lending_desk.objections import Objection, broken, of_check
from lending_desk.tools import Desk, Tool

Edits = Mapping[str, str]
"""Name of a column of a table of loans → what it is to say, in words of the contract."""
CANNOT = "{} : cela ne peut pas y être écrit sans toucher au reste. Changez-le à la main."


@dataclass(frozen=True, slots=True)
class Change:
    """What a file is to hold: `path` is below content/; `loan` is what the loan then says."""

    tool: Tool
    path: str
    data: bytes
    loan: Loan | None = None
    objections: tuple[Objection, ...] = ()


def changed(desk: Desk, tool: Tool, place: int, edits: Edits) -> Change:
    """A loan of a tool with other values, and what that breaks. Raises Unwritable."""
    rows = desk.library.rows(tool.slug)
    first = own_loans(tool.meta, rows)
    if place < first:
        return _in_record(desk, tool, place, edits)
    cells = rows[place - first].cells
    path = cells.path.partition("/")[2]
    sheet = opened(cells.path, bytes_of(desk.content / path), desk.library.hub)
    lacking = unsaid(sheet, edits)
    if len(lacking) == len(edits):
        named = ", ".join(f"« {label_of(column)} »" for column in lacking)
        raise Unwritable(f"{cells.path} n’a pas de colonne pour cela : ajoutez-y {named}.")
    data = with_cells(sheet, cells.line, spelt(sheet, edits))
    after = opened(cells.path, data, desk.library.hub)
    loan = next((one.row.loan for one in after.written if one.row.cells.line == cells.line), None)
    told = [*_lost(sheet, edits, lacking), *_news(desk, tool, place, loan, sheet, after)]
    return Change(tool, path, data, loan, tuple(told))


def _lost(sheet: Sheet, edits: Edits, lacking: Sequence[str]) -> list[Objection]:
    said = ", ".join(f"{label_of(column)} ({edits[column]})" for column in lacking)
    return [Objection(f"{sheet.path} n’a pas de colonne pour cela, qui n’est pas noté : {said}.", weight="mild")] if said else []


def _news(desk: Desk, tool: Tool, place: int, loan: Loan | None, before: Sheet, after: Sheet) -> list[Objection]:
    """What a table has to say that it did not say before, and what the loan breaks."""
    known = {(one.code, one.message) for one in before.problems}
    told = [of_check(one) for one in after.problems if (one.code, one.message) not in known]
    if loan is None:
        return told
    loans = [*tool.meta.loans[:place], loan, *tool.meta.loans[place + 1 :]]
    return told + broken(desk, tool, loans, place)


def _in_record(desk: Desk, tool: Tool, place: int, edits: Edits) -> Change:
    keys = _keys(edits)
    data = edited(desk, tool, ("loans", place), keys)
    read = Reader(desk.content, desk.library.hub.vocabularies).read(tool.path, data)
    told = [of_check(one) for one in read.problems if one.severity == "error"]
    path = tool.path.partition("/")[2]
    if not isinstance(read.meta, Exhibition) or told:
        return Change(tool, path, data, None, tuple(told))
    loan = read.meta.loans[place]
    loans = [*tool.meta.loans[:place], loan, *tool.meta.loans[place + 1 :]]
    return Change(tool, path, data, loan, tuple(broken(desk, tool, loans, place)))


def _keys(edits: Edits) -> Mapping[str, Any]:
    """Columns as the keys of a loan, those of a group in it."""
    found: dict[str, Any] = {}
    for column, text in edits.items():
        *above, last = map(str, COLUMNS[column][0])
        group = found.setdefault(above[0], {}) if above else found
        group[last] = _plain(value_of(column, text))
    return found


def _plain(value: Any) -> Any:
    """A value as a record has it."""
    if isinstance(value, date):
        return value.isoformat()
    return {"oui": "true", "non": "false"}.get(value, value) if isinstance(value, str) else value


def edited(desk: Desk, tool: Tool, group: tuple[str | int, ...], keys: Mapping[str, Any]) -> bytes:
    """The bytes of a tool's record with other values for some keys of a group (`()`: its own keys). Raises Unwritable."""
    data = bytes_of(desk.content.parent / tool.path)
    try:
        raw, plain = data.decode("utf-8"), legible(data)[0]
        for name, value in keys.items():
            header = Header(plain)
            for fix in _fixes(header, group, name, value):
                if fix is None:
                    raise Unwritable(CANNOT.format(tool.path))
                plain, raw = applied(plain, fix), _in_bytes(raw, fix)
                header = Header(plain)
    except (UnicodeDecodeError, FrontMatterError, yaml.YAMLError):
        raise Unwritable(f"{tool.path} ne peut pas être lu tel qu’il est : corrigez-le d’abord (make check-content).") from None
    found = raw.encode()
    if legible(found)[0] != plain:
        raise Unwritable(CANNOT.format(tool.path))
    return found


def _fixes(header: Header, group: tuple[str | int, ...], name: str, value: Any) -> list[Fix | None]:
    """The repairs that give a key a value, one behind the other: a group that is there gets its keys, a list on lines what it lacks."""
    node, below = header.at((*group, name)), (*group, name)
    if isinstance(value, dict) and node is not None:
        steps: list[Callable[[Header], Fix | None]] = [partial(_keyed, group=below, name=key, value=held) for key, held in value.items()]
    elif isinstance(value, list) and isinstance(node, yaml.SequenceNode) and not node.flow_style:
        held = [entry.value for entry in node.value]
        if value[: len(held)] != held:
            return [None]
        steps = [partial(Header.further, location=below, word=word) for word in value[len(held) :]]
    else:
        steps = [partial(_keyed, group=group, name=name, value=value)]
    found: list[Fix | None] = []
    for step in steps:
        found.append(fix := step(header))
        header = Header(applied(header.text, fix)) if fix else header
    return found


def _keyed(header: Header, group: tuple[str | int, ...], name: str, value: Any) -> Fix | None:
    return header.key(group, name, _written(value), _after(header, group), _read_as(value))


def _after(header: Header, group: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys of a group that stand on one line, from the last: behind it a new one has its place."""
    node = header.at(group)
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return tuple(str(key.value) for key, held in reversed(pairs) if isinstance(held, yaml.ScalarNode))


def _written(value: Any) -> str:
    """A value as YAML on one line; groups between braces."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {in_brackets([held])[1:-1]}" for key, held in value.items()) + "}"
    return in_brackets(value) if isinstance(value, list) else scalar(value)


def _read_as(value: Any) -> Any:
    return None if isinstance(value, str) else value


def _in_bytes(raw: str, fix: Fix) -> str:
    """The same repair in a text that keeps its mark and its line ends."""
    mark = BOM if raw.startswith(BOM) else ""
    own = raw.removeprefix(BOM)
    end = "\r\n" if "\r\n" in own else "\n"
    return mark + applied(own, Fix(fix.new.replace("\n", end), fix.old, fix.column, fix.line, fix.further))
