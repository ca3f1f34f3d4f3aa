"""Contributions as they were at an earlier revision, and which of those that are there now each has become."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import yaml

from contributions.library.library import Library
from contributions.models import FOLDERS, Common, Contributed, Event
from contributions.problems.problem import Location
from contributions.reading.reader import Reader
from contributions.reading.reading import beside, placed
from contributions.record.contribution import Contribution
from contributions.record.table_loans import TableLoan, joined, own_loans
from contributions.record.values import Whole
from contributions.revisions.certainty import certain, starts
from contributions.revisions.repository import Differences
from contributions.revisions.tables import rows_of
from contributions.source.insertion import Header
from contributions.source.matter import FrontMatterError
from contributions.source.texts import decode


@dataclass(frozen=True, slots=True)
class Version:
    """A contribution as it was, in a library of those alone that have changed, and the header of its file."""

    contribution: Contribution[Common]
    header: Header
    library: Library

    @property
    def rows(self) -> Sequence[TableLoan]:
        """Its loans that tables held, behind those of its file."""
        return self.library.table_loans.get(self.contribution.slug, ())


@dataclass(frozen=True, slots=True)
class Revised:
    """A contribution as it was and as it is, each in its library; `header` is that of its file now."""

    was: Version
    now: Contribution[Common]
    header: Header
    library: Library

    @property
    def before(self) -> Contribution[Common]:
        """As it was."""
        return self.was.contribution

    @property
    def rows(self) -> Sequence[TableLoan]:
        """Its loans that tables hold now, behind those of its file."""
        return self.library.table_loans.get(self.now.slug, ())

    def row(self, location: Location) -> TableLoan | None:
        """The row of a table that a location is in; None where it is in the file."""
        match location:
            case ("loans", int(number), *_keys) if (at := number - own_loans(self.now.meta, self.rows)) >= 0:
                return self.rows[at]
        return None

    def has(self, location: Location) -> bool:
        """Whether the file has something at a location, or the table a column for it."""
        row = self.row(location)
        return row.cells.has(location[2:]) if row else self.header.at(location) is not None


def header_of(data: bytes) -> Header | None:
    """The header of a file; None where it cannot be read as it is."""
    try:
        return Header(decode(data))
    except (FrontMatterError, yaml.YAMLError):
        return None


def versions(content: Path, library: Library, files: Mapping[str, bytes], rows: Mapping[str, Sequence[TableLoan]]) -> dict[str, Version]:
    """The contributions that earlier bytes of files held, by path; what could not be read then is nothing to compare with.

    `rows` are the loans that tables held, by tool.
    """
    reader = Reader(content, library.hub.vocabularies)
    read = {path: reader.read(f"{content.name}/{path}", data) for path, data in files.items()}
    events = {one.slug: one.meta for one in read.values() if isinstance(one.meta, Event)}

    def parent(slug: str) -> Whole | None:
        """The values of an event as they were."""
        return placed(events[slug], library.hub)[0] if slug in events else library.values_of_event(slug)

    contributions = {path: beside(one, library.hub, parent)[0] for path, one in read.items() if one.meta is not None}
    contributions |= {path: joined(one, rows[one.slug]) for path, one in contributions.items() if rows_of(one, rows)}
    earlier = Library(library.hub, contributions.values(), library.today)
    earlier.table_loans = {one.slug: tuple(found) for one in contributions.values() if (found := rows_of(one, rows))}
    headers = {path: header_of(files[path]) for path in contributions}
    return {path: Version(contributions[path], header, earlier) for path, header in headers.items() if header}


def present(library: Library, path: str) -> Contribution[Common] | None:
    """The contribution whose file stands at a path below the content folder; None where it could not be read."""
    parts = PurePosixPath(path)
    found = library.by_key.get((FOLDERS[parts.parts[0]], parts.stem))
    return found if found is not None and found.path.partition("/")[2] == path else None


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which file holds now what another, or the same, held before; paths are below the content folder."""

    origins: Mapping[str, str]
    """Path now → path before."""
    gone: frozenset[str]
    """Paths before of what no file holds any more."""
    new: frozenset[str]
    """Paths now of what no file held before."""
    sure: frozenset[str] = frozenset()
    """Paths now of those that are for certain what their origins say."""


def paired(differences: Differences, before: Mapping[str, Version], library: Library) -> Pairs:
    """Pair the contributions of two states of a folder.

    One goes on in the file at its path, else in one that goes by its name (its `id`, or its stem in another folder), else in
    the one that git takes for it, if that is no new edition of it. What could not be read then, or cannot now, has no pair,
    and is neither new nor gone.
    """
    origins = {path: path for path in before if path in differences.now}
    stayed = {path for path in origins if (now := present(library, path)) and _stays(before[path].contribution, now)}
    come = {path: one for path in sorted(differences.now - differences.before.keys()) if (one := present(library, path))}
    names = {(one.kind, one.id): path for path, one in come.items()}
    left = {path: one.contribution for path, one in before.items() if path not in differences.now}
    for path, one in left.items():
        if heir := names.get((one.kind, one.id)):
            origins.setdefault(heir, path)
    named = set(origins) & set(come)
    like = {new: old for new, old in differences.renamed.items() if new not in origins and old not in origins.values()}
    found = {new: old for new, old in like.items() if old in left and new in come and _goes_on(left[old], come[new])}
    heirs = [one for path, one in come.items() if path not in named]
    orphans = [one for path, one in left.items() if path not in origins.values()]
    sure = {new for new, old in found.items() if certain(left[old], come[new], orphans, heirs)}
    origins |= found
    unread_now = {old for new, old in like.items() if new not in come}
    unread_before = {new for new, old in like.items() if old not in left}
    gone, new = frozenset(left) - set(origins.values()) - unread_now, frozenset(come) - origins.keys() - unread_before
    return Pairs(origins, gone, new, frozenset(stayed | named | sure))


def _stays(before: Contribution[Common], now: Contribution[Common]) -> bool:
    """Whether a file still holds what it held, and was not filled with something else, or with the next edition."""
    return certain(before, now, [before], [now]) and _goes_on(before, now)


def _goes_on(before: Contribution[Common], now: Contribution[Common]) -> bool:
    """Whether a file that is like another holds the same contribution, and not this year's edition of last year's."""
    old, new = before.meta, now.meta
    if before.kind != now.kind:
        return False
    if not isinstance(old, Contributed) or not isinstance(new, Contributed) or old.date == new.date:
        return True
    if isinstance(old, Event) and isinstance(new, Event):
        return not starts(old).isdisjoint(starts(new))
    return old.title == new.title
