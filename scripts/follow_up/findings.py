"""What a check found in the contributions of a pull request, as it says itself: values of known types and lengths, or nothing.

Whoever proposes a change of the code writes what they like here. So nothing of it is markup, and each value is looked at by itself.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

VERSION = 1
CODE = re.compile(r"[EW]\d{3}")
PATH = re.compile(r"content/[^\x00-\x1f\x7f\\]{1,400}")
LONGEST = 4_000
"""Characters of a text."""
MOST = 60
"""Problems, previews, and facts of one, that are taken; past them only how many there are."""
HIGHEST = 1_000_000
UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError)
"""What Python raises for data of another shape than is meant."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A problem; `text` is the line that it stands in."""

    path: str
    line: int
    code: str
    message: str
    repair: str
    text: str

    @property
    def is_error(self) -> bool:
        """By the letter of the code."""
        return self.code.startswith("E")


@dataclass(frozen=True, slots=True)
class Preview:
    """How a contribution shows in a list."""

    title: str
    summary: str
    facts: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Numbers are of all; problems and previews are the first ones."""

    errors: int
    warnings: int
    files: int
    repairable: int
    problems: tuple[Told, ...]
    published: int
    previews: tuple[Preview, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Exit codes of the check and of the build; None for what did not come to its end."""

    check: int | None = None
    build: int | None = None


def findings(data: bytes) -> Findings:
    """What the check's format « comment » says (plugins/reporting/comment.py). Raises ValueError."""
    try:
        found = json.loads(data)
        if found["version"] != VERSION:
            raise ValueError(found["version"])
        numbers = {name: count(found[name]) for name in ("errors", "warnings", "files", "repairable", "published")}
        problems = _each(found["problems"], _told)
        if sum(problem.is_error for problem in problems) > numbers["errors"]:
            raise ValueError(numbers)
        return Findings(problems=problems, previews=_each(found["previews"], _preview), **numbers)
    except UNREADABLE as error:
        raise ValueError(f"no findings: {error!r}") from error


def verdict(data: bytes) -> Verdict:
    """What scripts/proposal.py says that it ran; nothing where that cannot be read."""
    try:
        found = json.loads(data)
        return Verdict(_ended(found.get("check")), _ended(found.get("build")))
    except UNREADABLE:
        return Verdict()


def code(value: object) -> str:
    """The code of a problem. Raises ValueError."""
    return _matching(CODE, value)


def path(value: object) -> str:
    """The path of a file below content/. Raises ValueError."""
    found = _matching(PATH, value)
    if ".." in found.split("/"):
        raise ValueError(found)
    return found


def text(value: object) -> str:
    """A text, of which no more than LONGEST characters are taken. Raises ValueError."""
    if not isinstance(value, str):
        raise ValueError(value)
    return value[:LONGEST]


def count(value: object) -> int:
    """A number from 0 on. Raises ValueError."""
    if type(value) is not int or not 0 <= value <= HIGHEST:
        raise ValueError(value)
    return value


def _ended(value: object) -> int | None:
    return value if type(value) is int else None


def _matching(shape: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise ValueError(value)
    return value


def _each(values: object, make: Callable[[Any], T]) -> tuple[T, ...]:
    if not isinstance(values, list):
        raise ValueError(values)
    return tuple(make(value) for value in values[:MOST])


def _told(found: Mapping[str, Any]) -> Told:
    at, line, said = text(found["path"]), count(found["line"]), code(found["code"])
    return Told(at, line, said, text(found["message"]), text(found["repair"]), text(found["text"]))


def _preview(found: Mapping[str, Any]) -> Preview:
    return Preview(text(found["title"]), text(found["summary"]), _each(found["facts"], text), text(found["url"]))
