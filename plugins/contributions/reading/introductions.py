"""Read content/newsletter/ and content/letters/: what editors wrote for a letter, remembered while its files are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from contributions.cache.cache import Room
from contributions.cache.memory import remembered
from contributions.library.library import Library
from contributions.models.beside import Introduction, LetterKeys
from contributions.problems.problem import Finding, Problem
from contributions.reading.beside import files_of
from contributions.reading.leftovers import passed
from contributions.reading.letter_names import OTHERS, WEEKLY, letter_name
from contributions.reading.reader import MARKDOWN, Reader, wrong_ending
from contributions.reading.unread import lost
from contributions.record.store import parts_of, problem_of, stamp
from contributions.region.hub import Hub
from contributions.rules.references import unknown_pairs
from contributions.source.positions import located

RECORD = ".json"
"""How the records of letters that were sent end: see sent_letters.py."""


def read_introductions(content: Path, hub: Hub, room: Room, key: bytes) -> tuple[dict[str, Introduction], list[Problem]]:
    """What was written for each letter, by its name (letter_names.py), remembered while the files are the same."""
    files = [file for file in letter_files(content) if file.suffix != RECORD]
    if not files:
        return {}, []
    grounds = key, [(file.relative_to(content).as_posix(), stamp(file.stat())) for file in files]
    words, told = remembered(room, "introductions", grounds, lambda: _plain(*_introductions(content, hub, files)))
    found = (
        Introduction(name, title, html, subject, tuple(first), tuple(left), path) for name, title, html, subject, first, left, path in words
    )
    return {one.name: one for one in found}, list(map(problem_of, told))


def letter_files(content: Path) -> list[Path]:
    """What lies in the folders of letters."""
    return [*files_of(content / WEEKLY), *files_of(content / OTHERS)]


def misnamed_in(library: Library, introduction: Introduction) -> Iterator[Finding]:
    """Findings about contributions that an editor names, and that are not there."""
    yield from unknown_pairs(library, introduction.first, "first")
    yield from unknown_pairs(library, introduction.leave_out, "leave_out")


def _plain(found: Mapping[str, Introduction], problems: list[Problem]) -> tuple[list[Any], list[Any]]:
    rows = [(one.name, one.title, one.html, one.subject, one.first, one.leave_out, one.path) for one in found.values()]
    return rows, list(map(parts_of, problems))


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
        name = letter_name(path, hub.letters)
        if isinstance(name, Problem):
            problems.append(name)
            continue
        if name in found:
            message = f"« {found[name].path} » parle déjà de cette lettre."
            problems.append(Problem(path, 1, 1, "E009", message, "Gardez l’un des deux fichiers."))
            continue
        keys, html, wrong = reader.apart(path, LetterKeys)
        problems += wrong
        if keys:
            found[name] = Introduction(name, keys.title, html, keys.subject, keys.first, keys.leave_out, path)
    return found, problems
