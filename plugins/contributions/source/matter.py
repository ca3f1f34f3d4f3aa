"""What was read of a file with a header: its values, its body, lines that were read otherwise than they stand; or why nothing was."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from contributions.problems.problem import Finding, Location


@dataclass(frozen=True, slots=True)
class Mend:
    """A line of the file (from 1) that was read as if it were written otherwise."""

    line: int
    old: str
    new: str

    def column_of(self, column: int) -> int:
        """The column in the old line of a column (from 1) in the new one."""
        head, tail = _shared(self.old, self.new)
        if column <= head + 1:
            return column
        inside = column - 1 <= len(self.new) - tail
        return max(1, min(column, len(self.old) - tail) if inside else column + len(self.old) - len(self.new))


def as_written(line: int, column: int, mends: Sequence[Mend]) -> int:
    """The column in the file of a column in the mended text; mends are in the order of their lines, one a line."""
    at = bisect_left(mends, line, key=lambda mend: mend.line)
    return mends[at].column_of(column) if at < len(mends) and mends[at].line == line else column


@lru_cache(maxsize=8)  # many mistakes of a long line are told one after the other
def _shared(old: str, new: str) -> tuple[int, int]:
    """How many characters two lines begin and end with in common."""
    head = same(old, new)
    return head, same(old[head:][::-1], new[head:][::-1])


class Silent(NamedTuple):
    """A key with nothing behind it, and where it stands in the text that was read; line and column from 1."""

    location: Location
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The two parts of a contribution. `values` hold only text, lists and mappings; lines count from 1."""

    values: dict[str, Any]
    yaml_text: str
    """As it can be read: where something was in the way, mended line by line."""
    body: str
    body_line: int
    findings: tuple[Finding, ...] = ()
    """What is wrong with the file as text and as YAML; the values are what could be read nevertheless."""
    mends: tuple[Mend, ...] = ()
    silent: tuple[Silent, ...] = ()
    """The keys with nothing behind them, which are not among the values."""


def same(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    return next((at for at, (mine, its) in enumerate(zip(one, other, strict=False)) if mine != its), min(len(one), len(other)))


class FrontMatterError(Exception):
    """The front matter cannot be read at all; `finding` says where and why, `findings` what else is wrong."""

    def __init__(self, finding: Finding, *others: Finding) -> None:
        self.finding = finding
        self.findings = (finding, *others)
        super().__init__(finding.message)
