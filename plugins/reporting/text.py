"""For a terminal: each problem with its line, a caret below the place, the repair, and where more is said."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from contributions.problems.codes import code as explained
from contributions.problems.problem import Fix, Problem
from contributions.words.hidden import marked
from publishing.strings import counted
from reporting.report import Report, repairable, summary

WIDEST = 100
"""Characters of a line that are shown."""
MOST = 30
"""Problems of one code that are shown of a file; reports for programs hold all of them."""
COLOURS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "place": "\x1b[1m", "repair": "\x1b[32m", "quiet": "\x1b[2m"}
PLAIN = dict.fromkeys(COLOURS, "")


def text(report: Report, *, coloured: bool = False) -> str:
    """All problems, then how many there are."""
    colours = COLOURS if coloured else PLAIN
    files = groupby(report.to_mend, key=attrgetter("path"))
    parts = [part for path, problems in files for part in _of_file(report, path, list(problems), colours)]
    return "\n\n".join([*parts, _end(report)]) + "\n"


def _of_file(report: Report, path: str, problems: Sequence[Problem], colours: dict[str, str]) -> Iterator[str]:
    """The problems of a file; of a code that comes again and again, the first ones and how many there are."""
    times: Counter[str] = Counter()
    for problem in problems:
        times[problem.code] += 1
        if times[problem.code] <= MOST:
            yield "\n".join(_problem(report, problem, colours))
    for code, number in times.items():
        if number > MOST:
            last = max(problem.line for problem in problems if problem.code == code)
            others = counted("et encore {n} de même", "et encore {n} de même", number - MOST)
            yield f"{path}: {code} « {explained(code).title} » : {others}, jusqu’à la ligne {last}."


def _end(report: Report) -> str:
    safe = repairable(report.problems)
    if not safe:
        return summary(report)
    return f"{summary(report)} {counted('{n} se répare', '{n} se réparent', safe)} sans vous : ajoutez --fix."


def _problem(report: Report, problem: Problem, colours: dict[str, str]) -> Iterator[str]:
    end = "\x1b[0m" if colours is COLOURS else ""
    place = f"{colours['place']}{problem.path}:{problem.line}:{problem.column}:{end}"
    yield f"{place} {colours[problem.severity]}{problem.code}{end} {problem.message}"
    line = report.line(problem)
    if line.strip():
        number = str(problem.line)
        shown, column = _around(line, problem.column)
        yield f"  {colours['quiet']}{number} │{end} {shown}"
        mark = "^" * max(1, _width(shown[column - 1 : column - 1 + _length(problem, shown[column - 1 :])]))
        yield f"  {' ' * len(number)} {colours['quiet']}│{end} {_blank(shown[: column - 1])}{colours[problem.severity]}{mark}{end}"
    repair, *lines = problem.repair.split("\n")
    yield f"  {colours['repair']}→ {repair}{end}"
    yield from (f"      {colours['repair']}{line}{end}" for line in lines)
    yield f"  {colours['quiet']}{report.page(problem.code)}{end}"


def _around(line: str, column: int) -> tuple[str, int]:
    """The part of a line around a column (from 1), and the column in it."""
    line = _shown(line)
    if len(line) <= WIDEST:
        return line, min(column, len(line) + 1)
    start = max(0, min(column - 1 - WIDEST // 4, len(line) - WIDEST))
    shown = ("…" if start else "") + line[start : start + WIDEST] + ("…" if start + WIDEST < len(line) else "")
    return shown, column - start + (1 if start else 0)


@lru_cache(maxsize=8)  # many problems of a long line are told one after the other
def _shown(line: str) -> str:
    """A line as a terminal shows it, as long as it is."""
    return marked(line).replace("\t", " ")


def _length(problem: Problem, rest: str) -> int:
    """How much of the rest of the line is meant: what the repair replaces, else the word."""
    if isinstance(problem.fix, Fix) and not problem.fix.column and rest.startswith(marked(problem.fix.old)):
        return len(problem.fix.old)
    if problem.code == "E004":
        return len(rest.rstrip())
    return len(rest.split(" ", 1)[0].split(";", 1)[0].rstrip(",]")) or 1


def _width(shown: str) -> int:
    """Columns of a terminal: marks that stand on a letter take none, letters of the Far East two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown)


def _blank(shown: str) -> str:
    return " " * _width(shown)
