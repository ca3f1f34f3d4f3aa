"""The digest of each fact that may have been read: what is the same as last time need not be read again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b

from contributions.cache.facts import recorded
from contributions.cache.listing import Index
from contributions.library.library import Library
from contributions.library.lists import Any_
from contributions.library.neighbourhood import alike, around
from contributions.library.occasions import nearby, siblings
from contributions.record.contribution import Contribution

NEAR = {"around": around, "alike": alike, "nearby": nearby, "siblings": siblings}
"""What stands near a contribution, by the sort of fact."""
ABSENT = b""
"""The digest of what is not there."""


class Digests:
    """Digests by the names of facts, for one library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, bytes] = {}

    def __getitem__(self, fact: str) -> bytes:
        if fact not in self._known:
            with recorded():  # what is read for a digest is nobody's fact
                self._known[fact] = self._digest(fact)
        return self._known[fact]

    def _digest(self, fact: str) -> bytes:
        sort, _, name = fact.partition(":")
        if sort in {"meta", "body", "page", *NEAR}:
            kind, _, slug = name.partition("/")
            return self._of(sort, self._library.by_key.get((kind, slug)))
        if sort == "list":
            return self._list(name)
        if sort == "image":
            return _hash(self._library.media.get(name))
        if sort == "rows":
            return _hash([row.cells for row in self._library.table_loans.get(name, ())])
        if sort == "letter":
            return _hash(self._library.introductions.get(name))
        if sort == "frozen":
            return record.digest if (record := self._library.frozen.get(name)) else ABSENT
        if sort == "file":
            return b"%d" % self._library.has_file(name)
        if sort == "beside":
            return _hash(self._library.beside(f"{name}/"))
        if sort == "called":
            return _hash(self._library.called(name))
        if sort == "past":
            return b"%d" % self._library.is_past(date.fromordinal(int(name)))
        return _hash(self._library.today) if sort == "today" else ABSENT

    def of_ones(self) -> Iterator[tuple[str, bytes]]:
        """The facts that are one contribution's own."""
        for contribution in self._library.all:
            name = f"{contribution.kind}/{contribution.slug}"
            yield f"meta:{name}", contribution.sums.meta
            yield f"body:{name}", contribution.sums.body

    def everything_else(self) -> bytes:
        """Of all that lists depend on: where it is the same, so are all facts but those of single contributions and images."""
        library = self._library
        sent = [(name, record.digest) for name, record in library.frozen.items()]
        beside = repr((library.today, library.drafts, library.searched, library.introductions, sent)).encode()
        return blake2b(library.outline + beside, digest_size=16).digest()

    def _of(self, sort: str, contribution: Any_ | None) -> bytes:
        if contribution is None:
            return ABSENT
        if sort in {"meta", "body"}:
            return contribution.sums.meta if sort == "meta" else contribution.sums.body
        if sort == "page":
            return b"%d" % self._library.shown(contribution)
        return _hash(_named(NEAR[sort](self._library, contribution)))

    def _list(self, name: str) -> bytes:
        key = ""
        if name not in self._library.lists:
            name, _, key = name.partition("/")
        found = self._library.lists.get(name)
        if found is None and hasattr(type(self._library), name):
            found = getattr(self._library, name)
        if isinstance(found, Index):
            found = found.get(key) if key else tuple(found)
        return ABSENT if found is None else _hash(_named(found))


def _named(value: object) -> object:
    """A list with its contributions told by name: their values are facts of their own. A tool's stops go by its front matter."""
    if isinstance(value, Contribution):
        return f"{value.kind}/{value.slug}"
    if type(value) is tuple:
        if len(value) == 2 and isinstance(value[0], Contribution) and hasattr(value[1], "loan"):
            return f"{value[0].kind}/{value[0].slug}#{value[1].number} {value[0].sums.meta.hex()}"
        return tuple(map(_named, value))
    if isinstance(value, tuple | str | int):  # rows of plain values, of which most lists are made
        return value
    if isinstance(value, Mapping):
        return tuple((key, _named(entry)) for key, entry in value.items())
    return value


def _hash(value: object) -> bytes:
    return b"#" + blake2b(repr(value).encode(), digest_size=12).digest()
