"""Read a file that YAML gives up: say what is wrong with each line, read it as it was most likely meant, and go on.

A contributor so gets all that is wrong with a file in one run, what comes behind the first mistake too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import yaml

from contributions.problems.problem import Finding
from contributions.source.fences import FENCE, above, fenced, in_header, late
from contributions.source.header import composed, split
from contributions.source.header_lines import GLUED_DASH, blanks, dashed, finding, mistakes
from contributions.source.keyless import UNREADABLE
from contributions.source.legibility import INDENTED_ODDLY
from contributions.source.matter import FrontMatter, FrontMatterError, Mend, as_written
from contributions.source.realignment import TRIES, culprit, error_of, misplaced, realigned
from contributions.words.hidden import invisibles, visible

CONFLICT = re.compile(r"^<{7}(?: .*)?$|^>{7}(?: .*)?$|^\|{7}(?: .*)?$|^={7}$", re.MULTILINE)
MOST = 40
"""So many lines that fit nowhere are told; a header that has more of them is none."""
READ = 120_000
"""Characters that YAML is given in all: what is oddest takes it two seconds a million, on a slow machine."""
LONGEST = 60_000
"""Characters of a header that is read again and again, line by line: a contributor's own is never longer."""


@lru_cache(maxsize=4)  # a broken file is read once for itself, and once more for the rules
def recovered(text: str) -> FrontMatter:
    """The parts of a file that has something in the way. Raises FrontMatterError where nothing of it can be read."""
    written = text.split("\n")
    findings = list(invisibles(text))
    text = visible(text)
    conflicts = list(_conflicts(text))
    findings += conflicts
    if conflicts:
        text = CONFLICT.sub("", text)
    text, fences = fenced(text)
    findings += fences
    try:
        head, body, body_line = split(text)
    except FrontMatterError as error:
        guessed = _guessed(text, error.finding)
        if guessed is None:
            raise FrontMatterError(*findings, error.finding) from error
        head, body, body_line = guessed
        findings.append(above(text, late(text)) if error.finding.code == "E002" else error.finding)
    meant, seen = head.split("\n"), text.split("\n")
    try:
        found = _mended(meant)
        matter = composed("\n".join(meant), body, body_line)
    except FrontMatterError as error:
        *before, last = error.findings
        last = replace(last, column=as_written(last.line, last.column, _mends(written, text, meant)))
        raise FrontMatterError(*findings, *(_at(found, written, seen) for found in before), last) from error
    mends = _mends(written, text, meant)
    # Of a key that two sides of a conflict give, one is enough told.
    # What the mended text has is told at the columns of the file.
    # A line is mended as a whole first: then its next problem is told with its repair.
    lines = {mend.line for mend in mends}
    own = [
        replace(f, column=as_written(f.line, f.column, mends), fix=None if f.line in lines else f.fix)
        for f in matter.findings
        if not (conflicts and f.code == "E005")
    ]
    told = (*findings, *(_at(mistake, written, seen) for mistake in found), *own)
    return FrontMatter(matter.values, matter.yaml_text, body, body_line, told, mends, matter.silent)


def _at(found: Finding, written: list[str], read: list[str], first: int = 1) -> Finding:
    """A finding of lines as they are read, at its column in the lines as they are written; both lists begin at the same line."""
    number = found.line - first
    if number >= len(written) or written[number] == read[number]:
        return found
    return replace(found, column=Mend(found.line, written[number], read[number]).column_of(found.column))


def _mends(written: list[str], text: str, meant: list[str]) -> tuple[Mend, ...]:
    """The lines of the file that were read otherwise: its text without what nothing shows, its header as it was meant."""
    read = text.split("\n")
    read[1 : len(meant) + 1] = meant
    return tuple(Mend(number, old, new) for number, (old, new) in enumerate(zip(written, read, strict=True), 1) if old != new)


def _conflicts(text: str) -> Iterator[Finding]:
    """The marks that a merge leaves behind, told once a conflict."""
    if "\n<<<<<<<" not in text and "\n>>>>>>>" not in text:
        return
    for mark in CONFLICT.finditer(text):
        if mark[0].startswith("<"):
            yield Finding(
                "E016",
                "Deux versions de ce texte se mêlent ici : une fusion n’a pas été menée à son terme.",
                "Gardez la bonne version, et effacez les lignes « <<<<<<< », « ======= » et « >>>>>>> ».",
                line=text.count("\n", 0, mark.start()) + 1,
                column=1,
            )


def _guessed(text: str, problem: Finding) -> tuple[str, str, int] | None:
    """The parts of `split` where a header begins too late (E002) or most likely ends (E003); None where there is none to be seen."""
    lines = text.split("\n")
    if problem.code == "E003":
        end = 1
        while end < len(lines) and in_header(lines, end):
            end += 1
        return ("\n".join(lines[1:end]), "\n".join(lines[end:]), end + 1) if end > 1 else None
    begin = late(text)
    if not begin:
        return None
    try:
        head, body, body_line = split("\n".join([FENCE, *lines[begin + 1 :]]))
    except FrontMatterError:
        return None
    return "\n" * begin + head, body, body_line + begin


def _mended(meant: list[str]) -> list[Finding]:
    """Mend the lines of a header until YAML reads them all; returns what was wrong with each. Raises FrontMatterError where that fails."""
    found: list[Finding] = []
    written = list(meant)
    glued = _glued(meant)
    for number, line in enumerate(meant):
        if INDENTED_ODDLY.match(line) or (glued and GLUED_DASH.match(line)):
            for read in blanks(line, number):
                found.append(_at(read.finding, written, meant, 2))
                meant[number] = read.line
    error = error_of(meant)
    if error is None:
        return found
    size = sum(map(len, meant))
    if size > LONGEST:
        raise FrontMatterError(_unread(error))
    for read in list(mistakes(meant)):
        found.append(_at(read.finding, written, meant, 2))
        meant[read.number] = read.line
    error = error_of(meant)
    for _ in range(min(MOST, READ // (size * TRIES + 1))):
        if error is None:
            break
        number = culprit(error, meant)
        meant[number] = realigned(meant, number, error)
        found.append(misplaced(written, number, meant[number]))
        error = error_of(meant)
    if error is None:
        return found
    raise FrontMatterError(*found, _unread(error))


def _glued(lines: list[str]) -> bool:
    """Whether YAML reads all, and a dash as a letter of a key."""
    try:
        return dashed(composed("\n".join(lines), "", 0).values)
    except (yaml.YAMLError, FrontMatterError):
        return False


def _unread(error: yaml.YAMLError) -> Finding:
    mark = getattr(error, "problem_mark", None)
    repair = "Vérifiez les deux-points, les guillemets et l’alignement de cette ligne et de celle d’avant."
    return finding("E004", UNREADABLE, repair, mark.line if mark else 0, mark.column if mark else 0)
