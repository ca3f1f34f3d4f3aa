"""What is read while a page is made: the facts that its bytes follow from, noted as they are read.

A fact has a name (« meta:event/nuit », « list:upcoming », « today ») and, in a library, a digest. A page whose facts all
have the digests of the last build would be made the same again, so it is not made at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager


class Recorder:
    """What is being recorded, if anything is. Pages are pure functions of the library: what they read is only seen from below."""

    reads: set[str] | None = None


recorder = Recorder()
"""The one of this process; `note` adds to it, and so does contribution.py, which is asked too often for a call."""


def note(fact: str) -> None:
    """Say that a fact was read, to whoever records."""
    if recorder.reads is not None:
        recorder.reads.add(fact)


def note_all(facts: Iterable[str]) -> None:
    """Say that several facts were read."""
    if recorder.reads is not None:
        recorder.reads.update(facts)


@contextmanager
def recorded() -> Iterator[set[str]]:
    """Record what is read inside the block; a recording around it does not see it."""
    outer, inner = recorder.reads, set[str]()
    recorder.reads = inner
    try:
        yield inner
    finally:
        recorder.reads = outer
