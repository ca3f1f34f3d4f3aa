"""What things were made of, from one build to the next: facts by number, each with the digest that it had then."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from contributions.library.digests import Digests
from contributions.library.library import Library

NOT_OF_LISTS = ("image:", "letter:", "file:", "beside:")
"""Facts that no list tells: files beside the contributions."""
OF_ONE = ("meta:", "body:")
"""Facts that the front matter and the body of one contribution are."""


@dataclass(slots=True)
class Ledger:
    """A thing that was made of facts keeps their numbers; where none of these has changed, it would be made the same again."""

    facts: list[str] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    lists: bytes = b""
    """The digest of all that lists depend on."""

    def brought_to(self, library: Library, digests: Digests) -> tuple[Ledger, set[int]]:
        """The ledger with the digests of now, and the numbers of the facts whose digests are others."""
        lists = digests.everything_else()
        changed = set(self._changed(library, digests, same_lists=lists == self.lists))
        now = list(self.digests)
        for number in changed:
            now[number] = digests[self.facts[number]]
        return Ledger(list(self.facts), now, lists), changed

    def number(self, known: Iterable[tuple[str, bytes]], numbers: dict[str, int]) -> list[int]:
        """The numbers of facts, with their digests; a new one gets the next. `numbers` are those of all facts, by name."""
        found = []
        for fact, digest in known:
            if fact not in numbers:
                numbers[fact] = len(self.facts)
                self.facts.append(fact)
                self.digests.append(digest)
            found.append(numbers[fact])
        return found

    def numbers(self) -> dict[str, int]:
        """Number by fact."""
        return {fact: number for number, fact in enumerate(self.facts)}

    def _changed(self, library: Library, digests: Digests, *, same_lists: bool) -> Iterator[int]:
        """Where all that lists depend on is the same, so are facts about several contributions."""
        yield from self._of_contributions(library)
        for number, (fact, digest) in enumerate(zip(self.facts, self.digests, strict=True)):
            looked_at = fact.startswith(NOT_OF_LISTS) or not (same_lists or fact.startswith(OF_ONE))
            if looked_at and digests[fact] != digest:
                yield number
        if not same_lists:
            yield from self._gone(library)

    def _of_contributions(self, library: Library) -> Iterator[int]:
        """The front matter and bodies that are others."""
        numbers = self.numbers()
        for contribution in library.all:
            name = f"{contribution.kind}/{contribution.slug}"
            for fact, digest in ((f"meta:{name}", contribution.sums.meta), (f"body:{name}", contribution.sums.body)):
                number = numbers.get(fact)
                if number is not None and self.digests[number] != digest:
                    yield number

    def _gone(self, library: Library) -> Iterator[int]:
        """The front matter and bodies of contributions that are no more."""
        for number, fact in enumerate(self.facts):
            sort, _, name = fact.partition(":")
            if f"{sort}:" in OF_ONE:
                kind, _, slug = name.partition("/")
                if (kind, slug) not in library.by_key:
                    yield number


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers of facts as they are kept: four bytes each."""
    return array("I", numbers).tobytes()


def unpacked(kept: bytes) -> memoryview[int]:
    """Numbers that were packed."""
    return memoryview(kept).cast("I")
