"""Problems as values: a code, a place in a file, what is wrong in French, how to mend it, and the safe repair where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from endings.failure import Failure

Severity = Literal["error", "warning"]
LINE_END = " ⏎ "
"""Between the lines of a repair, where one line must tell all."""
Location = tuple[str | int, ...]
"""Where a value stands in the front matter: `("slots", 0, "end")`; empty for the whole file."""


class Further(NamedTuple):
    """Another place of the same repair: so many lines below its first one, at a column from 1."""

    below: int
    column: int
    new: str
    old: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe repair: `new` is to be written instead of `old`, at `line` and `column` (the problem's own where they are 0).

    Before a finding is placed, an empty `old` without a line stands for the whole value, or key, that the finding is about.
    Where a line is given, nothing is replaced by an empty `old`: `new` is put in. `further` is written with it.
    """

    new: str
    old: str = ""
    column: int = 0
    line: int = 0
    further: tuple[Further, ...] = ()

    def place(self, problem: Problem) -> tuple[int, int]:
        """Line and column, from 1, in the file of its problem."""
        return self.line or problem.line, self.column or problem.column

    def places(self, problem: Problem) -> Iterator[tuple[int, int, str, str]]:
        """Every place of the repair: line and column, from 1, what to write there, and instead of what."""
        line, column = self.place(problem)
        yield line, column, self.new, self.old
        yield from ((line + each.below, each.column, each.new, each.old) for each in self.further)


@dataclass(frozen=True, slots=True)
class Rename:
    """A safe repair: the file's new name."""

    new: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem before its line is known: rules give these, the source places them.

    `at_key` asks for the position of the key rather than of its value (an unknown key, for instance);
    `line` counts from 1 in the file and is given when the location is not one of the front matter (the body).
    """

    code: str
    message: str
    repair: str
    location: Location = ()
    at_key: bool = False
    line: int = 0
    column: int = 0
    fix: Fix | Rename | None = None
    line_to_add: str = ""
    """Of a key that must be there by itself: the line that gives it, « title: Nuit des chercheurs »."""

    @property
    def severity(self) -> Severity:
        """As of the problem that it becomes."""
        return severity_of(self.code)


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A located problem. `path` is relative to the folder that holds content/; line and column count from 1, in characters.

    Lines to write stand behind the repair's sentence, each behind a line feed, with its own indentation.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    repair: str
    fix: Fix | Rename | None = field(default=None, compare=False)

    @property
    def severity(self) -> Severity:
        """Errors stop the deploy; warnings do not: what time has made wrong, or is only likely to be a mistake."""
        return severity_of(self.code)

    def __str__(self) -> str:
        repair = self.repair.replace("\n", LINE_END)
        return f"{self.path}:{self.line}:{self.column}: {self.code} {self.message} {repair}".rstrip()


def severity_of(code: str) -> Severity:
    """By the letter of the code."""
    return "error" if code.startswith("E") else "warning"


def errors_in_words(number: int) -> str:
    """« 1 erreur », « 2 erreurs »."""
    return f"{number} erreur{'s' if number > 1 else ''}"


class ContentError(Failure):
    """Raised once, at the gate, with all the problems, which were told."""

    exitcode = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        errors = [problem for problem in self.problems if problem.severity == "error"]
        super().__init__(f"{errors_in_words(len(errors))} à corriger.")
