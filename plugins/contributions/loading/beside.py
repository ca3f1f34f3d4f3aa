"""What stands beside the contributions in content/: the editor's words of a week, and figures that no contribution can hold."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from contributions.library.memory import Memory
from contributions.library.store import parts_of, problem_of, stamp
from contributions.loading.reader import MARKDOWN, Reader, wrong_ending
from contributions.models.hub import Hub
from contributions.models.letter import Figure, Introduction
from contributions.problems.problem import Problem
from contributions.source.header import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, decode

WEEK = re.compile(r"(\d{4})-w(\d\d)")


def monday_of(week: str) -> date | None:
    """The Monday of « 2026-w47 » (ISO 8601), or None where there is no such week."""
    match = WEEK.fullmatch(week)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def read_introductions(content: Path, hub: Hub, memory: Memory | None) -> tuple[dict[str, Introduction], list[Problem]]:
    """The editor's words of each week, by week (« 2026-w47 »), remembered while their files are the same."""
    files = sorted((content / "newsletter").glob("*"))
    if not files:
        return {}, []
    if memory is None:
        return _introductions(content, hub, files)
    grounds = [(file.name, stamp(file.stat())) for file in files]
    words, told = memory.of("introductions", grounds, lambda: _plain(*_introductions(content, hub, files)))
    return {week: Introduction(week, title, html) for week, title, html in words}, list(map(problem_of, told))


def _plain(found: Mapping[str, Introduction], problems: list[Problem]) -> tuple[list[Any], list[Any]]:
    return [(one.week, one.title, one.html) for one in found.values()], list(map(parts_of, problems))


def _introductions(content: Path, hub: Hub, files: list[Path]) -> tuple[dict[str, Introduction], list[Problem]]:
    reader = Reader(content, hub.vocabularies)
    found: dict[str, Introduction] = {}
    problems: list[Problem] = []
    for file in files:
        path = f"{content.name}/newsletter/{file.name}"
        if file.suffix.lower() not in MARKDOWN:
            continue
        if file.suffix != ".md":
            problems += located(path, [wrong_ending(file.name)], None)
            continue
        if monday_of(file.stem) is None:
            problems.append(Problem(path, 1, 1, "E007", f"« {file.name} » n’est pas une semaine.", "Nommez le fichier comme 2026-w47.md."))
            continue
        letter, html, wrong = reader.introduction(path)
        problems += wrong
        if letter:
            found[file.stem] = Introduction(file.stem, letter.title, html)
    return found, problems


def read_figures(content: Path) -> tuple[list[Figure], list[Problem]]:
    """The rows of content/data/*.csv, and the tables that cannot be read."""
    found: list[Figure] = []
    problems: list[Problem] = []
    for file in sorted((content / "data").glob("*.csv")):
        try:
            found += _rows(file)
        except FrontMatterError as error:
            problems += located(f"{content.name}/data/{file.name}", [error.finding], None)
    return found, problems


def _rows(file: Path) -> Iterator[Figure]:
    for row in csv.DictReader(io.StringIO(decode(bytes_of(file)))):
        yield Figure(file.stem, row.get("title") or "", row.get("value") or "", row.get("unit") or "", row.get("source") or "")
