"""Lines that their author sees one below the other, and that Markdown puts together: timetables, what a word processor calls bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from contributions.problems.problem import Finding, Fix, Further

BLANKS = r"[ \t\u00a0\u202f]"
MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DAYS = "Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|LUNDI|MARDI|MERCREDI|JEUDI|VENDREDI|SAMEDI|DIMANCHE"
SHAPES = {
    "bullet": rf"[•▪▫◦‣●○■□◆❖➢➤►✓✔✗∙\uf0a7\uf0b7\uf0d8\uf0fc]{BLANKS}*(?=\S)",
    "dash": rf"[–·→⇒]{BLANKS}+(?=\S)",
    "reply": rf"—{BLANKS}+(?=\S)",
    "time": r"(?:(?i:de|à|dès|vers) )?(?:[01]?\d|2[0-4])(?:[ \u00a0\u202f]?[hH](?:[ \u00a0\u202f]?[0-5]\d)?|:[0-5]\d)(?!\w)",
    "day": rf"(?:(?:{DAYS})\b|\d{{1,2}}(?:er)? (?i:{MONTHS})\b|\d{{1,2}}/\d{{1,2}}\b)",
    "letter": r"[a-hA-H][).][ ]",
    "number": rf"\d{{1,2}}(?:{BLANKS}-{BLANKS}|/[ ]|°[ ])(?=\S)",
    "hollow": r"o[ \t]+(?=\S)",
    "question": r"\*\*[^*\n]{1,40}[?:][ \u00a0\u202f]*\*\*|\*\*[^*\n]{1,40}\*\*[ \u00a0\u202f]*[?:]",
    "sign": r"[\u2600-\u26ff\u2702-\u27bf\U0001f300-\U0001faff]",
    "label": r"[^\W\d_][^:.!?|\n]{1,30}:[ \u00a0\u202f]+(?=\S)(?![^\n]*[.!?…]\s*\Z)",
}
"""How a line begins that stands by itself, in the order in which they are tried."""
LINE = re.compile(rf" {{0,3}}(?:{'|'.join(f'(?P<{name}>{shape})' for name, shape in SHAPES.items())})")
OTHERWISE = re.compile(r" {0,3}(?:\d+:\d\d[ \u00a0\u202f]+[A-ZÀ-Þ]|[^\d\n]*\Z)")
"""A line that may be of a holy book (« 3:16 Car… »), or of verse (« Dimanche noir »): no hour or date is surely meant."""
LISTED = {"bullet", "dash"}
"""What a « - » can only be meant by."""
TIMED = {"time", "day"}
BROKEN = re.compile(r"(?: {2,}|\\|<br ?/?>)\Z")
"""How a line ends that is not put together with the next one."""
HANGING = re.compile(r"(?:\b(?:à|au|de|entre|jusqu[’']à)|,)[ \t]*\Z")
"""How a line ends that needs the next one."""
OPENING = re.compile(r":[ \t]*\Z")
"""How a line ends that announces what follows."""
REPAIR = "Commencez chacune par « - » pour en faire une liste, ou terminez-la par deux espaces."


class Line(NamedTuple):
    """A line of a paragraph: its text, how it begins, and the offset and the column, from 1, of that."""

    text: str
    sort: str
    mark: str
    at: int
    column: int


def joined(body: str) -> Iterator[tuple[int, Finding]]:
    """Findings about lines that would be put together, each with where it begins."""
    if "\n" not in body.strip():
        return
    for paragraph in _paragraphs(body):
        for at, run in _runs(paragraph):
            if run[0].sort in TIMED and HANGING.search(run[0].text):
                continue
            if len(run) > 1 or (run[0].sort == "bullet" and at and not BROKEN.search(paragraph[at - 1].text)):
                yield run[0].at, _told(run, sure=run[0].sort in LISTED or _a_timetable(paragraph, at, run))


def _a_timetable(paragraph: list[Line], at: int, run: list[Line]) -> bool:
    """Whether lines are surely one: nothing of a sentence stands around them."""
    alone = at + len(run) == len(paragraph) and (not at or OPENING.search(paragraph[at - 1].text) is not None)
    return run[0].sort in TIMED and alone and not any(OTHERWISE.match(line.text) for line in run)


def _paragraphs(body: str) -> Iterator[list[Line]]:
    """The paragraphs of several lines."""
    lines: list[tuple[int, str]] = []
    start = 0
    for text in [*body.split("\n"), ""]:
        if text.strip() and not text.startswith("    ") and "|" not in text:
            lines.append((start, text))
        else:
            if len(lines) > 1:
                yield [_line(*line) for line in lines]
            lines = []
        start += len(text) + 1


def _line(start: int, text: str) -> Line:
    found = None if OPENING.search(text) else LINE.match(text)
    sort = (found.lastgroup if found else None) or ""
    begins = found.start(sort) if found else 0
    return Line(text, sort, found[sort] if found else "", start + begins, begins + 1)


def _runs(paragraph: list[Line]) -> Iterator[tuple[int, list[Line]]]:
    """Lines of a sort that follow one another, and the number of the first; where one is broken on purpose, its author knows how."""
    for sort, found in groupby(enumerate(paragraph), lambda each: "time" if each[1].sort in TIMED else each[1].sort):
        numbered = list(found)
        run = [line for _number, line in numbered]
        if sort and not any(BROKEN.search(line.text) for line in run[:-1]):
            yield numbered[0][0], run


def _told(run: list[Line], *, sure: bool) -> Finding:
    """How many lines there are, and the repair of all of them where it is sure."""
    first, *others = run
    further = tuple(Further(below, line.column, _listed(line), line.mark) for below, line in enumerate(others, 1))
    fix = Fix(_listed(first), first.mark, further=further) if sure else None
    if not others:
        return Finding("W224", "Cette ligne sera publiée à la suite de la précédente.", "Commencez-la par « - ».", fix=fix)
    return Finding("W224", f"Ces {len(run)} lignes seront publiées à la suite, comme une seule phrase.", REPAIR, fix=fix)


def _listed(line: Line) -> str:
    """How a line begins as an entry of a list."""
    return "- " if line.sort in LISTED else f"- {line.mark}"
