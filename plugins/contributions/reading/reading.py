"""Read the files of content/: those that changed, in as many processes as one likes; what others gave is kept in the store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from contributions.geography.towns import Towns
from contributions.models import KINDS, Common, Event, Exhibition
from contributions.problems.problem import Finding, Problem
from contributions.reading.entries import Oddity, a_link, a_long_name, a_special_file, an_illegible_name, oddity, shown
from contributions.reading.families import of_families
from contributions.reading.incomplete import files_of_draft
from contributions.reading.leftovers import NOTES, left
from contributions.reading.placing import lent, locate, place_keys
from contributions.reading.reader import APART, MARKDOWN, Read, Reader
from contributions.record.brief import Brief, Origin, brief_of, digest_of, packed, sums_of
from contributions.record.contribution import Contribution
from contributions.record.inheritance import completed, departments_of
from contributions.record.occurrences import occurrences
from contributions.record.store import Kept, Stamp, Store, parts_of, stamp
from contributions.record.tour import tour, with_tour
from contributions.record.values import Located, Sums, Whole
from contributions.region.hub import Hub
from contributions.rules.files import named
from contributions.source.positions import located
from contributions.source.texts import bytes_of

Batch = list[tuple[str, Stamp]]
Mapper = Callable[[Callable[[Batch], list[tuple[str, Kept]]], list[Batch]], Iterable[list[tuple[str, Kept]]]]
"""Runs a function over batches, in this process or in others; `map` will do."""

BATCH = 64
ODD: dict[Stamp, Oddity] = {
    (-1, number, 0, 0): told for number, told in enumerate((a_link, a_special_file, a_long_name, an_illegible_name))
}
"""In the place of a stamp: there is no file that can be read, and what is told of it."""
STAMPS = {told: instead for instead, told in ODD.items()}


def read_all(content: Path, hub: Hub, store: Store, run: Mapper = map) -> dict[str, Kept]:
    """Every contribution's file, by path; the store is left as it was found."""
    files = dict(contribution_files(content))
    kept = {path: store.kept[path] for path, now in files.items() if path in store.kept and store.kept[path].stamp == now}
    changed = [(path, now) for path, now in files.items() if path not in kept]
    if changed:
        if len(changed) > BATCH:
            _prepare(hub)
        batches = [changed[start : start + BATCH] for start in range(0, len(changed), BATCH)]
        work = Work(content, hub, store)
        kept |= {path: entry for batch in run(work.read, batches) for path, entry in batch}
    return of_families({path: kept[path] for path in files}, store)


def _prepare(hub: Hub) -> None:
    """Build what readers need, once, before they are many."""
    Towns.load(hub.region.code)
    for model in KINDS.values():
        model.model_rebuild()


def contribution_files(content: Path) -> list[tuple[str, Stamp]]:
    """Every Markdown file that must be a contribution, relative to the folder that holds content/, with its stamp, sorted."""
    return sorted(_files(content))


def _files(content: Path) -> Iterator[tuple[str, Stamp]]:
    ahead = [(os.fspath(content), content.name)]
    while ahead:  # folders may lie a thousand deep
        folder, path = ahead.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                name = entry.name
                if name.startswith((".", "_")) or left(name) or (path == content.name and name in APART):
                    continue
                contribution = f".{name.rpartition('.')[2].lower()}" in MARKDOWN and name not in NOTES
                a_folder = os.path.isdir(entry.path) if entry.is_symlink() else entry.is_dir()
                if not contribution and not a_folder:
                    continue
                if told := oddity(entry):
                    yield shown(f"{path}/{name}"), STAMPS[told]
                elif a_folder:
                    ahead.append((entry.path, f"{path}/{name}"))
                else:
                    yield f"{path}/{name}", stamp(entry.stat())


@dataclass(frozen=True, slots=True)
class Work:
    """What a process needs to read some files."""

    content: Path
    hub: Hub
    store: Store

    def read(self, batch: Batch) -> list[tuple[str, Kept]]:
        """Read some files, with one converter; a file that has the bytes of the last time keeps its entry."""
        reader = Reader(self.content, self.hub.vocabularies)
        found, values = [], []
        for path, now in batch:
            if now in ODD:
                found.append((path, Kept(now, b"", (parts_of(ODD[now](path)),))))
                continue
            data = bytes_of(self.content.parent / path)
            digest = blake2b(data, digest_size=16).digest()
            before = self.store.kept.get(path)
            if before and before.digest == digest:
                found.append((path, before._replace(stamp=now)))
                continue
            read = reader.read(path, data)
            if read.meta is None:
                files = files_of_draft(read.matter.values, read.html) if read.waits and read.matter else ()
                found.append((path, Kept(now, digest, as_kept(read.problems), files=files)))
                continue
            whole, findings = placed(read.meta, self.hub)
            brief = brief_alone(read, whole)
            head, body = (read.matter.yaml_text, read.matter.body) if read.matter else ("", "")
            sums = sums_of(brief, digest_of(f"{path}\0{head}".encode()), digest_of(body.encode()))
            problems = as_kept((*read.problems, *located(path, findings, read.matter)))
            values.append((path, digest, whole, read.html))
            files = named(read.meta, read.html)
            row = brief.public_from, packed(brief), parent_of(read)
            found.append((path, Kept(now, digest, problems, read.kind, read.slug, (*sums,), files, *row)))
        self.store.write(values)
        return found


def as_kept(problems: Iterable[Problem]) -> tuple[tuple[Any, ...], ...]:
    """Problems as they are kept."""
    return tuple(map(parts_of, problems))


@dataclass(frozen=True, slots=True)
class Direct:
    """A contribution whose parts are in memory."""

    row: Brief
    values: Whole
    body: str

    def brief(self) -> Brief:
        """What lists need."""
        return self.row

    def whole(self) -> Whole:
        """The values."""
        return self.values

    def html(self) -> str:
        """The body."""
        return self.body


def brief_alone(read: Read, whole: Whole) -> Brief:
    """The row of a contribution."""
    return brief_of(Origin(read.kind, read.slug, read.path, read.example), whole)


def parent_of(read: Read) -> str:
    """The slug of the event that another is part of; empty where it is part of none, or says that it is part of itself."""
    parent = read.meta.parent if isinstance(read.meta, Event) else None
    return parent if parent and parent != read.slug else ""


def read_again(content: Path, hub: Hub, path: str) -> tuple[Whole, str]:
    """The own values and the body of a file that has been read before."""
    read = Reader(content, hub.vocabularies).read(path, bytes_of(content.parent / path))
    assert read.meta is not None, path
    return placed(read.meta, hub)[0], read.html


def beside(read: Read, hub: Hub, parent: Callable[[str], Whole | None]) -> tuple[Contribution[Common], list[Finding]]:
    """A contribution that the library does not hold, from values that could be read, and what is wrong with its towns.

    `parent` gives the values of an event by its slug, to complete what is part of it.
    """
    assert read.meta is not None
    whole, findings = placed(read.meta, hub)
    above = parent(slug) if (slug := parent_of(read)) else None
    whole = completed(whole, above) if above else whole
    return Contribution(read.kind, read.slug, Sums(b"", b"", b""), Direct(brief_alone(read, whole), whole, read.html)), findings


def placed(meta: Common, hub: Hub) -> tuple[Whole, list[Finding]]:
    """Find the towns of every place, and the showings of every event; what is wrong with the towns comes beside."""
    towns = Towns.load(hub.region.code)
    places: list[Located] = []
    findings: list[Finding] = []
    for location, keys in place_keys(meta):
        place, finding = locate(keys, location, towns, hub)
        places.append(place)
        findings += [finding] if finding else []
    showings = occurrences(meta, tuple(places)) if isinstance(meta, Event) else ()
    whole = Whole(meta, tuple(places), departments_of(places), showings)
    if not isinstance(meta, Exhibition):
        return whole, findings
    held: list[Located | None] = []
    for number, loan in enumerate(meta.loans):
        where, finding = lent(loan, ("loans", number), towns, hub)
        held.append(where)
        findings += [finding] if finding else []
    return with_tour(whole, tour(meta.loans, held), held), findings
