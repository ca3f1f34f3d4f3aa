"""What is read while a page is made: the facts that its bytes follow from, noted as they are read.

A fact has a name (« meta:event/nuit », « list:upcoming », « today ») and, in a library, a digest. A page whose facts all
have the digests of the last build would be made the same again, so it is not made at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

reads: set[str] | None = None
"""What is being recorded, if anything is; `note` adds to it, and so does contribution.py, which is asked too often for a call."""


def note(fact: str) -> None:
    """Say that a fact was read, to whoever records."""
    if reads is not None:
        reads.add(fact)


def note_all(facts: Iterable[str]) -> None:
    """Say that several facts were read."""
    if reads is not None:
        reads.update(facts)


@contextmanager
def recorded() -> Iterator[set[str]]:
    """Record what is read inside the block; a recording around it does not see it."""
    global reads  # noqa: PLW0603  pages are pure functions of the library: what they read can only be seen from below
    outer, inner = reads, set[str]()
    reads = inner
    try:
        yield inner
    finally:
        reads = outer
