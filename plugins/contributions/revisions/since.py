"""Compare a content folder with what it was at an earlier revision, and tell what those who follow it would miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from contributions.library.library import Library
from contributions.loading.loading import Loaded
from contributions.problems.order import in_order
from contributions.problems.problem import Finding, Problem
from contributions.record.table_loans import in_rows
from contributions.revisions.announcing import announced
from contributions.revisions.certainty import in_doubt
from contributions.revisions.keeping import kept, kept_in_tables
from contributions.revisions.naming import named
from contributions.revisions.newness import dated, unseen
from contributions.revisions.repository import Differences, differences
from contributions.revisions.tables import earlier_rows, widened
from contributions.revisions.versions import Revised, header_of, paired, present, versions
from contributions.revisions.withdrawing import removed, unpublished
from contributions.source.positions import located
from contributions.source.texts import bytes_of


def since(content: Path, loaded: Loaded, revision: str) -> Loaded:
    """What was loaded, with the problems that only a comparison with a revision tells. Raises NoRevision."""
    found = differences(content, revision)
    # A loan that seems to be gone may stand in a row that cannot be read.
    unread = {problem.path for problem in loaded.problems if problem.severity == "error"}
    found = replace(found, tables={path: data for path, data in found.tables.items() if f"{content.name}/{path}" not in unread})
    told = changed(content, loaded.library, found) if loaded.library else ()
    return replace(loaded, problems=in_order([*loaded.problems, *told]))


def changed(content: Path, library: Library, found: Differences) -> Iterator[Problem]:
    """The problems of changes, in no order."""
    rows = earlier_rows(content, library, found)
    found = widened(content, library, found, rows)
    before = versions(content, library, found.before, rows)
    pairs = paired(found, before, library)
    for path in found.now:
        now = present(library, path)
        header = header_of(bytes_of(content / path)) if now else None
        if now is None or header is None:
            continue
        if path in pairs.origins:
            old = pairs.origins[path]
            revised = Revised(before[old], now, header, library)
            sure = path in pairs.sure
            findings = [finding if sure else in_doubt(finding, old, path) for finding in _compared(revised)]
            in_file, in_tables = in_rows(findings, now.meta, revised.rows)
            yield from located(now.path, in_file, header.matter)
            yield from in_tables
            for table, finding in kept_in_tables(revised):
                yield from located(table, [finding if sure else in_doubt(finding, old, path)], None)
        elif path in pairs.new and not found.moved_in:
            yield from located(now.path, list(dated(library, now, header)), header.matter)
    for path in pairs.gone:
        yield from located(f"{content.name}/{path}", list(removed(before[path])), None)


def _compared(revised: Revised) -> Iterator[Finding]:
    yield from announced(revised)
    yield from kept(revised)
    yield from unpublished(revised)
    yield from named(revised)
    if unseen(revised.before):
        yield from dated(revised.library, revised.now, revised.header)
