"""Every problem code, explained: what it means, an excerpt to avoid, one to write, and how to mend it.

The texts are in codes/*.toml, one file a family: the digit after the letter. They are French, and a piece of code stands
between backquotes in them. Nothing that is read or checked depends on them, only the pages that explain.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from contributions.problems.problem import Severity, severity_of

TEXTS = Path(__file__).with_suffix("")
ADDRESS = "/contribuer/problemes/"
"""Where the codes are explained."""

Where = Literal["header", "body", "top", "file", "path", "beside"]
"""What an excerpt is: keys of the header, words of the body, the first lines of a file, a whole file, the paths of files one
a line, or something beside the contributions."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code and its explanation.

    Put into a sound contribution of its `kind`, `bad` gives the code and `good` gives nothing; keys that an excerpt names are
    replaced, those of `without` left out. `marks` are signs that stand in `bad` for what cannot be seen, each with that, and
    `note` says so. Where an excerpt only shows the problem and cannot have it, `shown` says why. `before` is what stood there
    where a change is the problem: only a comparison (`scripts/check.py --since`) gives such a code.
    """

    name: str
    title: str
    meaning: str
    repair: str
    bad: str
    good: str
    why: str = ""
    note: str = ""
    before: str = ""
    fixable: bool = False
    """Whether `scripts/check.py --fix` mends it."""
    kind: str = "event"
    where: Where = "header"
    without: tuple[str, ...] = ()
    marks: tuple[tuple[str, str], ...] = ()
    shown: str = ""

    @property
    def severity(self) -> Severity:
        """Errors stop the deploy, warnings do not."""
        return severity_of(self.name)

    @property
    def path(self) -> str:
        """Where it is explained."""
        return f"{ADDRESS}{self.name.lower()}/"


@dataclass(frozen=True, slots=True)
class Family:
    """Codes about the same things, errors before warnings; `digit` is the one that they share."""

    digit: str
    title: str
    lede: str
    codes: tuple[Code, ...]


@cache
def families() -> tuple[Family, ...]:
    """All families, in the order of their digits."""
    return tuple(_family(file) for file in sorted(TEXTS.glob("*.toml")))


def codes() -> tuple[Code, ...]:
    """All codes, family by family."""
    return tuple(code for family in families() for code in family.codes)


def code(name: str) -> Code:
    """A code by its name (« E103 »). Raises KeyError where nothing explains it."""
    return _by_name()[name]


@cache
def _by_name() -> Mapping[str, Code]:
    return {code.name: code for code in codes()}


def _family(file: Path) -> Family:
    tables = tomllib.loads(file.read_text("utf-8"))
    about = tables.pop("family")
    return Family(file.name[0], about["title"], about["lede"], tuple(_code(name, tables[name]) for name in sorted(tables)))


def _code(name: str, table: Mapping[str, Any]) -> Code:
    excerpts = {side: table[side].removesuffix("\n") for side in ("before", "bad", "good") if side in table}
    fixed = {"without": tuple(table.get("without", ())), "marks": tuple(table.get("marks", {}).items())}
    return Code(name, **{**table, **excerpts, **fixed})
