"""Read content/newsletter/: the editor's words of each week, remembered while their files are the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from contributions.cache.cache import Room
from contributions.cache.memory import remembered
from contributions.models.beside import Introduction, LetterKeys
from contributions.problems.problem import Problem
from contributions.reading.beside import files_of
from contributions.reading.leftovers import passed
from contributions.reading.reader import MARKDOWN, Reader, wrong_ending
from contributions.reading.unread import lost
from contributions.record.store import parts_of, problem_of, stamp
from contributions.region.hub import Hub
from contributions.source.positions import located

WEEK = re.compile(r"(2[01]\d\d)-w(\d\d)", re.ASCII)
"""Of the years in which there may be letters; others are typing mistakes, and would take arithmetic out of the calendar."""


def monday_of(week: str) -> date | None:
    """The Monday of « 2026-w47 » (ISO 8601), or None where there is no such week."""
    match = WEEK.fullmatch(week)
    try:
        return date.fromisocalendar(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def read_introductions(content: Path, hub: Hub, room: Room, key: bytes) -> tuple[dict[str, Introduction], list[Problem]]:
    """The editor's words of each week, by week (« 2026-w47 »), remembered while their files are the same."""
    files = files_of(content / "newsletter")
    if not files:
        return {}, []
    grounds = key, [(file.name, stamp(file.stat())) for file in files]
    words, told = remembered(room, "introductions", grounds, lambda: _plain(*_introductions(content, hub, files)))
    found = (Introduction(name, title, html, subject, tuple(first), tuple(left)) for name, title, html, subject, first, left in words)
    return {one.name: one for one in found}, list(map(problem_of, told))


def _plain(found: Mapping[str, Introduction], problems: list[Problem]) -> tuple[list[Any], list[Any]]:
    return [(one.name, one.title, one.html, one.subject, one.first, one.leave_out) for one in found.values()], list(map(parts_of, problems))


def _introductions(content: Path, hub: Hub, files: list[Path]) -> tuple[dict[str, Introduction], list[Problem]]:
    reader = Reader(content, hub.vocabularies)
    found: dict[str, Introduction] = {}
    problems: list[Problem] = []
    for file in files:
        path = f"{content.name}/{file.relative_to(content).as_posix()}"
        if passed(file.name):
            continue
        if file.suffix.lower() not in MARKDOWN:
            problems.append(lost(path, "E007"))
            continue
        if file.suffix != ".md":
            problems += located(path, [wrong_ending(file.name)], None)
            continue
        if monday_of(file.stem) is None:
            problems.append(Problem(path, 1, 1, "E007", f"« {file.name} » n’est pas une semaine.", "Nommez le fichier comme 2026-w47.md."))
            continue
        keys, html, wrong = reader.apart(path, LetterKeys)
        problems += wrong
        if keys:
            found[file.stem] = Introduction(file.stem, keys.title, html, keys.subject, keys.first, keys.leave_out)
    return found, problems
