"""What a check found: the problems, the lines that they stand in, and what was checked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.codes import code as explained
from contributions.problems.order import to_mend
from contributions.problems.problem import Problem
from contributions.record.contribution import Contribution
from contributions.source.matter import FrontMatterError
from contributions.source.texts import MAX_BYTES, legible
from publishing.strings import counted


@dataclass(frozen=True)
class Report:
    """`paths` are the files that were asked for, relative to the folder that holds content/; empty for all of them."""

    root: Path
    """The folder that holds content/."""
    problems: tuple[Problem, ...]
    library: Library | None
    paths: frozenset[str] = frozenset()
    number: int = 0
    """Of the contributions that were checked."""
    others: int = 0
    """Of the other files that were asked for, and checked: pictures, documents, tables, letters, hub.yml."""

    @cached_property
    def errors(self) -> int:
        """How many problems stop a deploy."""
        return sum(problem.severity == "error" for problem in self.problems)

    @cached_property
    def to_mend(self) -> tuple[Problem, ...]:
        """The problems as people read them: what is to be mended first comes first."""
        return to_mend(self.problems)

    @property
    def warnings(self) -> int:
        """How many do not."""
        return len(self.problems) - self.errors

    @cached_property
    def by_file(self) -> Mapping[str, list[Problem]]:
        """The problems of each file, in order."""
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            found.setdefault(problem.path, []).append(problem)
        return found

    @cached_property
    def sound(self) -> tuple[Contribution[Common], ...]:
        """The contributions asked for that have no error: what will be published."""
        wrong = {problem.path for problem in self.problems if problem.severity == "error"}
        found = self.library.all if self.library else ()
        return tuple(c for c in found if c.path in self.paths and c.path not in wrong)

    def line(self, problem: Problem) -> str:
        """The line that a problem stands in; nothing where it is about a whole file, or a file that is no text."""
        if problem.path not in self._lines:
            self._lines[problem.path] = _lines(self.root, self.root / problem.path)
        lines = self._lines[problem.path]
        line = lines[problem.line - 1] if problem.line <= len(lines) else ""
        return "" if line == "---" else line

    @cached_property
    def _lines(self) -> dict[str, list[str]]:
        return {}

    def page(self, code: str) -> str:
        """The address of the page that explains a code."""
        return (self.library.hub.url if self.library else "") + explained(code).path


def _lines(root: Path, file: Path) -> list[str]:
    # What a link leads to is nobody's contribution: it may be any file of the machine that checks.
    through_a_link = any(part.is_symlink() for part in (file, *file.parents) if part != root and part.is_relative_to(root))
    if through_a_link or not file.is_file() or file.stat().st_size > MAX_BYTES:
        return []
    try:
        return legible(file.read_bytes())[0].split("\n")
    except FrontMatterError:
        return []


def summary(report: Report) -> str:
    """One sentence: how much is wrong, and in how many files."""
    if not report.problems:
        return f"{_checked(report)} : rien à corriger." if report.number or report.others else "Rien n’a été vérifié."
    parts = [counted("{n} erreur", "{n} erreurs", report.errors)] if report.errors else []
    parts += [counted("{n} avertissement", "{n} avertissements", report.warnings)] if report.warnings else []
    return f"{' et '.join(parts)} dans {counted('{n} fichier', '{n} fichiers', len(report.by_file))}."


def _checked(report: Report) -> str:
    if not report.number:
        return counted("{n} fichier vérifié", "{n} fichiers vérifiés", report.others)
    if not report.others:
        return counted("{n} contribution vérifiée", "{n} contributions vérifiées", report.number)
    others = counted("{n} autre fichier vérifiés", "{n} autres fichiers vérifiés", report.others)
    return f"{counted('{n} contribution', '{n} contributions', report.number)} et {others}"


def repairable(problems: Iterable[Problem]) -> int:
    """How many problems have a safe repair."""
    return sum(problem.fix is not None for problem in problems)
