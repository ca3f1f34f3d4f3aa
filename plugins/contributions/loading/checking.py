"""Check what was read: every rule on every contribution, but where nothing has changed that it read of the library the last time."""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from contributions.cache.cache import Room
from contributions.cache.facts import recorded
from contributions.cache.ledger import Ledger, packed, unpacked
from contributions.library.digests import Digests
from contributions.library.library import Library
from contributions.loading.salvage import further_problems
from contributions.models import Common, Exhibition
from contributions.problems.problem import Finding, Problem
from contributions.reading.introductions import misnamed_in
from contributions.reading.reader import Reader
from contributions.reading.reports import misnamed
from contributions.record.contribution import Contribution
from contributions.record.store import Kept, Stamp, parts_of, problem_of
from contributions.record.table_loans import in_rows
from contributions.rules import check
from contributions.rules.bodies import of_text
from contributions.rules.media import media_problems
from contributions.source.front_matter import parse
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode

REFERENCES = {"E201", "E202", "E203", "E204", "E205", "E208"}
BATCH = 200
NAME = "rules"
Told = tuple[tuple[Any, ...], ...]
"""The parts of problems."""
Found = list[tuple[list[tuple[str, bytes]], Told]]
"""Of some contributions: the facts that were read, with their digests, and what was found."""
Mapper = Callable[[Callable[[list[Contribution[Common]]], Found], list[list[Contribution[Common]]]], Iterable[Found]]
"""Runs a function over batches, in this process or in others."""


@dataclass(frozen=True, slots=True)
class Memory:
    """Where it is kept what rules and looks at files have found; `key` sums up code and region, which decide what rules find."""

    checks: Room
    remembered: Room
    key: bytes


def problems_of(
    library: Library,
    content: Path,
    kept: Mapping[str, Kept],
    media: Mapping[str, Stamp],
    memory: Memory,
    run: Mapper,
    only: AbstractSet[str] = frozenset(),
) -> Iterator[Problem]:
    """All problems of contributions: of their files, of their names, of the rules, and of the files beside them.

    Where `only` names paths, what the rules say of other files need not be told.
    """
    # A reference to a file that could not be read is not told twice; a draft that only lacks something stops nothing by itself.
    unread = {Path(path).stem for path, entry in kept.items() if not entry.brief and _stops(entry)}
    waiting = {Path(path).stem: path for path, entry in kept.items() if not entry.brief and not _stops(entry)}
    for entry in kept.values():
        yield from entry.problems
    yield from _twice(kept)
    # A picture of another format is told where it is named.
    named = {f"{content.name}/{path}" for entry in kept.values() for path in entry.files if path.startswith("images/")}
    yield from (p for p in media_problems(content, media, memory.remembered) if not (p.code == "E219" and p.path in named))
    yield from _of_letters(library, content)
    yield from _of_reports(library, content)
    of_rules = _of_rules(library, content, memory.checks, memory.key, run, only)
    yield from (_waited_for(p, waiting) for p in of_rules if not _echo(p, unread))
    if unread or waiting:
        reader = Reader(content, library.hub.vocabularies)
        broken = [path for path, entry in kept.items() if not entry.brief and entry.digest and (not only or path in only)]
        for path in broken:
            found = further_problems(library, content, path, reader)
            yield from (_waited_for(p, waiting) for p in found if not _echo(p, unread))


def _of_letters(library: Library, content: Path) -> Iterator[Problem]:
    """What is wrong with what editors name for letters, and with the links and images of their words; of a sent one nothing is read."""
    for one in (one for one in library.introductions.values() if one.name not in library.frozen):
        yield from _located(content, one.path, [*misnamed_in(library, one), *of_text(library, one.html, one.path, content)])


def _of_reports(library: Library, content: Path) -> Iterator[Problem]:
    """What is wrong with what reports name, and with their links and images."""
    for report in library.annals.reports:
        path = f"{content.name}/reports/{report.year}.md"
        yield from _located(content, path, [*misnamed(library, report), *of_text(library, report.html, path, content)])


def _of_rules(library: Library, content: Path, room: Room, key: bytes, run: Mapper, only: AbstractSet[str]) -> Iterator[Problem]:
    """What the rules say. They run where something has changed that they read the last time, or where they never ran."""
    before, known = _kept(room, key)
    digests = Digests(library)
    ledger, changed = before.brought_to(digests)
    twice = {name for name, count in Counter(map(_name, library.all)).items() if count > 1}
    sound = {name: entry for name, entry in known.items() if not changed or changed.isdisjoint(unpacked(entry[0]))}
    asked = [c for c in library.all if not only or not only.isdisjoint(_paths(library, c))]
    due = [c for c in asked if (name := _name(c)) not in sound or name in twice]
    numbers = ledger.numbers() if due else {}
    batches = [due[start : start + BATCH] for start in range(0, len(due), BATCH)]
    for batch, found in zip(batches, run(partial(_look, library, content, digests), batches), strict=True):
        for contribution, (facts, told) in zip(batch, found, strict=True):
            sound[_name(contribution)] = packed(ledger.number(facts, numbers)), told
            if _name(contribution) in twice:
                yield from map(problem_of, told)
    for name in twice | (sound.keys() - set(map(_name, library.all))):
        sound.pop(name, None)
    if changed or sound != known:
        room.put([(NAME, key, marshal.dumps((ledger.facts, ledger.digests, ledger.lists, sound)))])
    for contribution in asked:
        yield from map(problem_of, sound.get(_name(contribution), (b"", ()))[1])


def _kept(room: Room, key: bytes) -> tuple[Ledger, dict[str, tuple[bytes, Told]]]:
    """What the rules read and found the last time, by kind and slug."""
    known = room.value(NAME, key)
    if known is None:
        return Ledger(), {}
    *parts, found = marshal.loads(known)
    return Ledger(*parts), found


def _look(library: Library, content: Path, digests: Digests, batch: list[Contribution[Common]]) -> Found:
    """Run the rules on some contributions, and note what they read."""
    found: Found = []
    for contribution in library.passing(batch):
        with recorded() as facts:
            told = tuple(map(parts_of, _placed(library, contribution, content)))
        found.append(([(fact, digests[fact]) for fact in sorted(facts)], told))
    return found


def _placed(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Problem]:
    """What the rules say of a contribution, each at its place: in its file, or at the row of a table that holds one of its loans."""
    rows = library.rows(contribution.slug) if isinstance(contribution.meta, Exhibition) else ()
    in_file, problems = in_rows(check(library, contribution, content), contribution.meta, rows)
    yield from problems
    yield from _located(content, contribution.path, in_file)


def _paths(library: Library, contribution: Contribution[Common]) -> set[str]:
    """The files that say something of a contribution: its own, and tables."""
    rows = library.table_loans.get(contribution.slug, ()) if contribution.kind == "exhibition" else ()
    return {contribution.path, *(row.cells.path for row in rows)}


def _name(contribution: Contribution[Common]) -> str:
    return f"{contribution.kind}/{contribution.slug}"


def _located(content: Path, path: str, findings: Iterable[Finding]) -> Iterator[Problem]:
    found = list(findings)
    if found:
        yield from located(path, found, parse(decode(bytes_of(content.parent / path))))


def _stops(entry: Kept) -> bool:
    """Whether a file has an error of its own."""
    return any(problem.severity == "error" for problem in entry.problems)


def _echo(found: Problem, unread: Iterable[str]) -> bool:
    return next(_named(found, unread), None) is not None


def _waited_for(found: Problem, waiting: Mapping[str, str]) -> Problem:
    """A problem; of a reference to a draft that lacks something, what to do is to complete that one. `waiting` are paths by slug."""
    path = next((waiting[slug] for slug in _named(found, waiting)), None)
    return found if path is None else replace(found, repair=f"{path} est un brouillon incomplet : complétez-le d’abord.", fix=None)


def _named(found: Problem, slugs: Iterable[str]) -> Iterator[str]:
    """The slugs that are named by a problem of a reference."""
    if found.code in REFERENCES:
        yield from (slug for slug in slugs if f"« {slug} »" in found.message or f"/{slug}" in found.message)


def _twice(kept: Mapping[str, Kept]) -> Iterator[Problem]:
    """Two files of a kind with one name would share an address."""
    seen: dict[tuple[str, str], str] = {}
    for path, entry in kept.items():
        if entry.brief:
            key = entry.kind, entry.slug
            if key in seen:
                yield Problem(path, 1, 1, "E009", f"« {key[1]} » est déjà le nom de {seen[key]}.", "Renommez l’un des deux fichiers.")
            seen.setdefault(key, path)
