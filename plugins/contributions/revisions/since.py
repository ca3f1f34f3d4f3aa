"""Compare a content folder with what it was at an earlier revision, and tell what those who follow it would miss."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from contributions.library.library import Library
from contributions.loading.loading import Loaded
from contributions.problems.order import in_order
from contributions.problems.problem import Finding, Problem
from contributions.revisions.announcing import announced
from contributions.revisions.certainty import in_doubt
from contributions.revisions.naming import named
from contributions.revisions.newness import dated, unseen
from contributions.revisions.repository import Differences, differences
from contributions.revisions.versions import Revised, header_of, paired, present, versions
from contributions.revisions.withdrawing import removed, unpublished
from contributions.source.positions import located
from contributions.source.texts import bytes_of


def since(content: Path, loaded: Loaded, revision: str) -> Loaded:
    """What was loaded, with the problems that only a comparison with a revision tells. Raises NoRevision."""
    found = differences(content, revision)
    told = changed(content, loaded.library, found) if loaded.library else ()
    return replace(loaded, problems=in_order([*loaded.problems, *told]))


def changed(content: Path, library: Library, found: Differences) -> Iterator[Problem]:
    """The problems of changes, in no order."""
    before = versions(content, library, found.before)
    pairs = paired(found, before, library)
    for path in found.now:
        now = present(library, path)
        header = header_of(bytes_of(content / path)) if now else None
        if now is None or header is None:
            continue
        findings: list[Finding] = []
        if path in pairs.origins:
            old = pairs.origins[path]
            findings = list(_compared(Revised(before[old], now, header, library)))
            findings = findings if path in pairs.sure else [in_doubt(finding, old, path) for finding in findings]
        elif path in pairs.new and not found.moved_in:
            findings = list(dated(library, now, header))
        yield from located(now.path, findings, header.matter)
    for path in pairs.gone:
        yield from located(f"{content.name}/{path}", list(removed(before[path])), None)


def _compared(revised: Revised) -> Iterator[Finding]:
    yield from announced(revised)
    yield from unpublished(revised)
    yield from named(revised)
    if unseen(revised.before):
        yield from dated(revised.library, revised.now, revised.header)
