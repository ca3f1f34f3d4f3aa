"""What is wrong now and was not before: whoever changes some files must know what that does to others, and nothing else of them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

from contributions.problems.problem import Problem

Known = Counter[tuple[str, str, str]]
"""How often a file had a problem, by its path, its code and its message: lines move."""


def known(file: Path) -> Known:
    """The problems of a report in the check's format « json ». Raises OSError, and ValueError where it is none."""
    try:
        problems = json.loads(file.read_text("utf-8"))["problems"]
        return Counter((problem["path"], problem["code"], problem["message"]) for problem in problems)
    except (KeyError, TypeError) as error:
        raise ValueError(f"{file} holds no problems") from error


def news(problems: Iterable[Problem], before: Known, paths: Collection[str]) -> tuple[Problem, ...]:
    """All problems of some paths, and those of others that were not there before."""
    left, found = Counter(before), []
    for problem in problems:
        key = problem.path, problem.code, problem.message
        if problem.path in paths or not left[key]:
            found.append(problem)
        left[key] -= 1
    return tuple(found)
