"""Apply the safe repairs of problems to the text of a file, and to the files of a content folder, and tell what changes."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from operator import itemgetter
from pathlib import Path

from contributions.problems.problem import Fix, Problem, Rename
from contributions.source.matter import FrontMatterError
from contributions.source.texts import BOM, bytes_of, legible
from contributions.words.hidden import marked

ROUNDS = 5
"""So often files are mended and read again: a repair brings to light what it hid."""
ADVICE = "W6"
"""How the codes of advice begin."""
KEEPING = frozenset({"E002", "E003", "E004", "E017", "E020", "E022"})
"""Problems of notation: their repairs change signs and blanks, and may lose no word."""
NUMBERED = re.compile(r"\A\s+\d+[.)]\s+")
"""A number in the place of an entry's dash."""


def mended(text: str, problems: Iterable[Problem]) -> str:
    """The text with the repairs written in; one that no longer finds what it replaces, or meets another, waits for the next time.

    `text` is what `texts.legible` gives: marks and line ends of other systems are gone already.
    """
    lines = text.split("\n")
    touched: dict[int, int] = {}
    written = [
        (*place, order, problem.code not in KEEPING or keeps(fix))
        for order, problem in enumerate(problems)
        if isinstance(fix := problem.fix, Fix)
        for place in fix.places(problem)
    ]
    # From the end, so that places before stay true; of what is put in at one place, the first comes to stand first.
    for place, column, new, old, _order, sound in sorted(written, key=itemgetter(0, 1, 4), reverse=True):
        number, start = place - 1, column - 1
        if number >= len(lines):
            continue
        line, end = lines[number], start + len(old)
        if sound and line[start:end] == old and end <= touched.get(number, len(line)):
            lines[number] = line[:start] + new + line[end:]
            touched[number] = start
    return "\n".join(lines)


def keeps(fix: Fix) -> bool:
    """Whether a repair writes all letters and digits again that it replaces, in their order; the number of an entry is none of them."""
    written = filter(str.isalnum, fix.new)
    return all(sign in written for sign in NUMBERED.sub("", fix.old) if sign.isalnum())


@dataclass(frozen=True, slots=True)
class Mended:
    """What a repair did: the lines of the diff, the new paths of files that were renamed, and those of files that it left as they were."""

    diff: tuple[str, ...]
    renamed: Mapping[str, str]
    left: tuple[str, ...] = ()


def mend(content: Path, paths: frozenset[str], check: Callable[[], tuple[Problem, ...]]) -> Mended:
    """Mend the files at `paths` (all where it is empty).

    A file that a repair would make worse is left as it was. Advice that comes to light with it makes nothing worse.
    """
    root = content.parent
    before: dict[str, bytes] = {}
    left: set[str] = set()
    problems = check()
    for _ in range(ROUNDS):
        errors = _errors(problems)
        changed: dict[str, bytes] = {}
        for path in sorted({p.path for p in problems if p.fix and p.path not in left and (not paths or p.path in paths)}):
            old = bytes_of(root / path)
            new = _mended(old, [p for p in problems if p.path == path])
            if new is not None and new != old:
                before.setdefault(path, old)
                changed[path] = old
                written_whole(root / path, new)
        if not changed:
            break
        problems = check()
        worse = [path for path in changed if _errors(problems)[path] > errors[path]]
        for path in worse:
            written_whole(root / path, changed[path])
            left.add(path)
        if worse:
            problems = check()
    diff = tuple(line for path, old in before.items() for line in _diff(path, old, bytes_of(root / path)))
    return Mended(diff, dict(_renamed(root, [p for p in problems if not paths or p.path in paths])), tuple(sorted(left)))


def written_whole(file: Path, data: bytes) -> None:
    """Make a file, or replace what it holds, whole or not at all: on a full disk nobody may lose a text to its repair."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        if file.exists():
            shutil.copymode(file, part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def _errors(problems: tuple[Problem, ...]) -> Counter[str]:
    """How many problems each file has, but for advice about what it is like among the others: only what can be read gets that."""
    return Counter(problem.path for problem in problems if not problem.code.startswith(ADVICE))


def _mended(data: bytes, problems: list[Problem]) -> bytes | None:
    """The bytes of a file with its repairs; None where it is no text, or in an encoding that is only guessed."""
    try:
        text, findings = legible(data)
    except FrontMatterError:
        return None
    if any(finding.code == "E001" for finding in findings):
        return None
    # The mark and the line ends of a table are its spreadsheet's, and nobody's mistake.
    told = {problem.code for problem in problems}
    mark = BOM if "W001" not in told and data.startswith(BOM.encode()) else ""
    end = "\r\n" if "W002" not in told and b"\r\n" in data else "\n"
    return (mark + mended(text, problems).replace("\n", end)).encode()


def _diff(path: str, old: bytes, new: bytes) -> Iterator[str]:
    """What changes, as `diff -u` shows it."""
    one, other = (data.decode("utf-8", "replace").splitlines() for data in (old, new))
    lines = list(unified_diff(one, other, path, path, lineterm="", n=0))
    yield from map(marked, lines)
    if not lines and old != new:
        yield f"{path} : fins de ligne et marque de début remises en ordre."


def _renamed(root: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Give files the names that they need, where no other has them."""
    for problem in problems:
        if isinstance(problem.fix, Rename):
            file = root / problem.path
            named = file.with_name(problem.fix.new)
            if file.is_file() and not named.exists():
                file.rename(named)
                yield problem.path, named.relative_to(root).as_posix()
