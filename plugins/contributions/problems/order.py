"""In which order problems are told: what is to be mended first comes first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contributions.problems.problem import Problem

IN_THE_WAY = frozenset({
    "E001", "E002", "E003", "E004", "E005", "E006", "E011", "E012", "E015", "E016", "E017", "E019", "E020", "E022",
})  # fmt: skip
"""What keeps a file, or a line of it, from being read as it was meant: what else is told may come of it."""
SAVED_ODDLY = frozenset({"W001", "W002"})
"""How a file was saved: harmless, and of no line that somebody wrote."""
MISSING = "E102"
"""What is missing may only stand where nobody could read it."""
WAITING = "W102"
"""The same of a draft, which may lack it."""


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """File by file, by path; in each what is in the way, the others, how it was saved, what is missing; each of these by line."""
    return tuple(sorted(problems, key=lambda problem: (problem.path, _turn(problem.code), problem)))


def _turn(code: str) -> int:
    return 0 if code in IN_THE_WAY else 3 if code in {MISSING, WAITING} else 2 if code in SAVED_ODDLY else 1


def to_mend(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """The same for people: files that have an error before those that only have warnings."""
    wrong = {problem.path for problem in problems if problem.severity == "error"}
    return tuple(sorted(problems, key=lambda problem: problem.path not in wrong))


def most_pressing(problems: Sequence[Problem], number: int) -> tuple[Problem, ...]:
    """So many of them at most, in their order: warnings make room for errors."""
    ranked = sorted(range(len(problems)), key=lambda position: problems[position].severity != "error")
    return tuple(problems[position] for position in sorted(ranked[:number]))
