"""Runs of days: ordinals of `date.toordinal()`, first and last both included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Run(NamedTuple):
    """The days from one to another, both included."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many there are."""
        return self.last - self.first + 1

    def holds(self, other: Run) -> bool:
        """Whether all days of another are among its own."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Run) -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def widened(self, days: int) -> Run:
        """With so many days before it and after it."""
        return Run(self.first - days, self.last + days)


def merged(runs: Iterable[Run]) -> Iterator[Run]:
    """The same days in as few runs as can be, in order."""
    held: Run | None = None
    for run in sorted(runs):
        if held is None or run.first > held.last + 1:
            if held is not None:
                yield held
            held = run
        else:
            held = Run(held.first, max(held.last, run.last))
    if held is not None:
        yield held


def outside(taken: Iterable[Run], within: Run) -> Iterator[Run]:
    """The days of a run that are in none of others, in order."""
    at = within.first
    for run in merged(taken):
        if at < run.first and at <= within.last:
            yield Run(at, min(run.first - 1, within.last))
        at = max(at, run.last + 1)
    if at <= within.last:
        yield Run(at, within.last)
