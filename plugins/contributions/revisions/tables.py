"""Which loans the tables (content/loans/*.csv) held of each tool at an earlier revision, and which tools have others now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from contributions.library.library import Library
from contributions.models import FOLDERS, Common
from contributions.record.contribution import Contribution
from contributions.record.table_loans import TableLoan
from contributions.revisions.repository import Differences
from contributions.sheets.joining import KIND, by_tool
from contributions.sheets.loan_tables import Written, read_table
from contributions.source.texts import bytes_of

Rows = Mapping[str, Sequence[TableLoan]]
"""Rows by the slug of their tool, in the order of their tables."""


def rows_of(contribution: Contribution[Common], rows: Rows) -> Sequence[TableLoan]:
    """Those of a contribution; none where it is no tool."""
    return rows.get(contribution.slug, ()) if contribution.kind == KIND else ()


def earlier_rows(content: Path, library: Library, found: Differences) -> Rows:
    """The loans that all tables held then. A tool that is named by its title must have that title still."""
    if not found.tables:
        return library.table_loans
    tools = {slug: one for (kind, slug), one in library.by_key.items() if kind == KIND}
    gone = {PurePosixPath(path).stem for path in found.before if FOLDERS[PurePosixPath(path).parts[0]] == KIND}
    written = [*_unchanged(content, library, found)]
    for path, data in found.tables.items():
        written += read_table(f"{content.name}/{path}", data, library.hub).written
    written.sort(key=lambda one: PurePosixPath(one.row.cells.path))
    return by_tool(written, tools, tools.keys() | gone)[0]


def _unchanged(content: Path, library: Library, found: Differences) -> Iterator[Written]:
    changed = {f"{content.name}/{path}" for path in found.tables}
    for slug, rows in library.table_loans.items():
        yield from (Written(slug, row) for row in rows if row.cells.path not in changed)


def widened(content: Path, library: Library, found: Differences, before: Rows) -> Differences:
    """The differences, with the files of tools whose tables have changed, though they themselves have not."""
    now = library.table_loans
    slugs = [slug for slug in before.keys() | now.keys() if _said(before.get(slug, ())) != _said(now.get(slug, ()))]
    tools = [one for slug in slugs if (one := library.by_key.get((KIND, slug)))]
    same = {path for one in tools if (path := one.path.partition("/")[2]) not in found.now}
    return replace(found, before={**found.before, **{path: bytes_of(content / path) for path in same}}, now=found.now | same)


def _said(rows: Sequence[TableLoan]) -> list[bytes]:
    return [row.digest for row in rows]
