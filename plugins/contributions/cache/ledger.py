"""What things were made of, from one build to the next: facts by number, each with the digest that it had then."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

NOT_OF_LISTS = ("image:", "letter:", "file:", "beside:", "called:", "rows:")
"""Facts that no list tells: files beside the contributions, and where rows of tables stand."""
OF_ONE = ("meta:", "body:")
"""Facts that the front matter and the body of one contribution are."""


class Now(Protocol):
    """The digests of facts as they are now."""

    def __getitem__(self, fact: str) -> bytes:
        """Of any fact."""

    def everything_else(self) -> bytes:
        """Of all that lists depend on."""

    def of_ones(self) -> Iterable[tuple[str, bytes]]:
        """Every fact that begins as OF_ONE says, with its digest."""


@dataclass(slots=True)
class Ledger:
    """A thing that was made of facts keeps their numbers; where none of these has changed, it would be made the same again."""

    facts: list[str] = field(default_factory=list)
    digests: list[bytes] = field(default_factory=list)
    lists: bytes = b""
    """The digest of all that lists depend on."""

    def brought_to(self, now: Now) -> tuple[Ledger, set[int]]:
        """The ledger with the digests of now, and the numbers of the facts whose digests are others."""
        lists = now.everything_else()
        changed = set(self._changed(now, same_lists=lists == self.lists))
        digests = list(self.digests)
        for number in changed:
            digests[number] = now[self.facts[number]]
        return Ledger(list(self.facts), digests, lists), changed

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

    def _changed(self, now: Now, *, same_lists: bool) -> Iterator[int]:
        """Where all that lists depend on is the same, so are facts about several contributions, and no contribution is gone."""
        numbers = self.numbers()
        known = [(numbers[fact], digest) for fact, digest in now.of_ones() if fact in numbers]
        yield from (number for number, digest in known if self.digests[number] != digest)
        there = {number for number, _digest in known}
        for number, (fact, digest) in enumerate(zip(self.facts, self.digests, strict=True)):
            if fact.startswith(OF_ONE):
                if number not in there:
                    yield number
            elif (fact.startswith(NOT_OF_LISTS) or not same_lists) and now[fact] != digest:
                yield number


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers of facts as they are kept: four bytes each."""
    return array("I", numbers).tobytes()


def unpacked(kept: bytes) -> memoryview[int]:
    """Numbers that were packed."""
    return memoryview(kept).cast("I")
