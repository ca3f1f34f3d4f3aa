"""Tell a body that would take too long to convert, before it is converted: too many marks that nothing closes, or too many at all.

Python-Markdown looks for what closes a mark as far as the text goes, so that thousands of open ones take minutes. What a text will
cost is reckoned here in microseconds, from what each construct was measured to take on a slow machine, generously: nothing that passes
takes more than about half a second, and a long article (200 kB with links, notes and tables) takes a fifth of that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from contributions.markdown.github.fences import fenced

LIMIT = 500_000
"""Microseconds."""
SHORT = 1_000
"""Characters below which no text is costly that has no tables."""
MIDDLING = 10_000
"""Characters below which no text is costly that has few marks."""

EACH = {
    "\n": 8,
    "*": 12,
    "_": 12,
    "\\": 25,
    "&": 35,
    "`": 22,
    "<": 60,
    "[": 40,
    "|": 13,
    ">": 22,
    "#": 22,
    "-": 4,
    "=": 4,
    ":": 1,
    "~": 22,
    "://": 70,
    "www.": 70,
    "@": 60,
}
"""What each of these costs by itself."""
ONCE = max(EACH.values())
INLINE = "*_\\&`<["
MARKS = re.compile("|".join(re.escape(mark) for mark in sorted(EACH, key=len, reverse=True)))
BLOCK = re.compile(r"(?m)^(?:[ \t]*+[^ \t\n][^\n]*+(?:\n|\Z))+")
ITEM = re.compile(r"(?m)^ *(?:[*+-]|\d+[.)]) ")
ENTRY = 15
"""Microseconds of an entry of a list."""
FLAT = 3
"""Levels of lists that need not be reckoned with."""
LAZY = 12
"""Microseconds of a line that is not set in, at each level of the lists above it."""
ROW = re.compile(r"[^\n]+")
SPLITTING = re.compile(r"(?m)^(?: {0,3}(?:: |\[|([-_*])(?: *\1){2})|#|=|-+ *$|\*\[)")
"""Lines at which a block is cut in two, and what follows is read again from its beginning."""
TURNING = re.compile(r"(?m)^ {0,3}[^>\s][^\n]*\n(?= {0,3}>)")
"""Lines above which a quotation begins, in a block that is then cut in two."""
NESTING = re.compile(r"(?m)^[ \t]*((?:(?:[>*+:-]|\d+[.)])[ \t]*){4,})")
INDENTED = re.compile(r"(?m)^[ \t]{40,}")
BRACKET = re.compile(r"[\[\]]")
DELIMITER = re.compile(r"(?m)^(?=[^\n]*\|)(?=[^\n]*-)[ \t>*+|:\d.)-]+$")
"""What may be the second row of a table, in quotes and lists too."""
APART = re.compile(r"\n[ \t>]*(?:\n|\Z)")
"""The empty line at which a table ends."""
CELL = 30
"""Microseconds of a cell, written or not."""
ADDRESS = re.compile(r"\([^()<'\"\s]*\)")
DEFINITION = re.compile(r"(?m)^ {0,3}\[[^\]\n]*\]:")
TAG = re.compile(r"<[a-zA-Z/!?]")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
FENCE = re.compile(r"(?m)^(?:`{3,}|~{3,})[^\n]*")
NOTE = re.compile(r"\[(\^[^\[\]\n]+)\]")
ABBREVIATION = re.compile(r"(?m)^\*\[")

Cost = tuple[float, int]
"""Microseconds, and the offset of what takes them."""


def too_costly(body: str) -> tuple[int, int] | None:
    """Line and column, from 1, of what makes a body too long to convert; None where it is not."""
    if (len(body) < SHORT and "|" not in body) or _surely_cheap(body):
        return None
    total: float = sum(body.count(mark) * cost for mark, cost in EACH.items())
    if total > LIMIT:
        return _position(body, _too_many(body))
    worst, place = 0.0, 0
    for cost, offset in _costs(body):
        total += cost
        if cost > worst:
            worst, place = cost, offset
        if total > LIMIT:
            return _position(body, place)
    return None


def _position(body: str, offset: int) -> tuple[int, int]:
    return body.count("\n", 0, offset) + 1, offset - body.rfind("\n", 0, offset)


def _too_many(body: str) -> int:
    """The offset at which marks, whatever stands between them, become too many."""
    total = 0
    for mark in MARKS.finditer(body):
        total += EACH[mark[0]]
        if total > LIMIT:
            return mark.start()
    return 0


def _surely_cheap(body: str) -> bool:
    """Whether few marks in a short text cannot be costly, whatever they are: most bodies, told in microseconds."""
    if len(body) > MIDDLING or "```" in body or "~~~" in body or " " * 40 in body or "\t" in body or NESTING.search(body):
        return False
    size, lines = len(body), body.count("\n")
    marks = sum(map(body.count, INLINE))
    lookers = body.count("[") + body.count("<") + body.count("`")
    return marks * ONCE + lookers * size + lines * (lines + 0.05 * size + CELL * body.count("|")) < LIMIT / 2


def _costs(body: str) -> Iterator[Cost]:
    text = body
    yield from _fences(body)
    if "```" in body or "~~~" in body:
        text = _without_code(body)
    yield from _notes(text)
    yield from _tags(text)
    yield from _tables(text)
    deepest = place = 0
    for item in ITEM.finditer(text):
        deepest, place = max((deepest, place), (len(item[0]) // 2, item.start()))
        yield ENTRY, item.start()
    if deepest > FLAT:
        yield LAZY * deepest * text.count("\n"), place
    for indented in INDENTED.finditer(text):
        yield 3.0 * len(indented[0]), indented.start()
    factor = 0.7 if DEFINITION.search(text) else 0.22
    for block in BLOCK.finditer(text):
        yield from _block(text, block.start(), block.end(), factor)


def _block(text: str, start: int, end: int, factor: float) -> Iterator[Cost]:
    """What stands between two empty lines."""
    lines = text.count("\n", start, end) + 1
    marks = sum(text.count(mark, start, end) for mark in INLINE) + text.count("  \n", start, end)
    yield 25 + 0.05 * (end - start) + 0.0008 * marks**2, start
    # What closes a backtick is looked for in all that follows: behind one that is escaped, runs of them are longer than they begin.
    if escaped := text.count("\\`", start, end):
        yield 0.06 * escaped * (end - start), text.index("\\`", start)
    for offset in (found.start() for shape in (SPLITTING, TURNING) for found in shape.finditer(text, start, end)):
        yield 0.4 * lines + 0.01 * (end - start), offset
    for nested in NESTING.finditer(text, start, end):
        depth = min(len(nested[1]), 1000)
        yield depth * (30 + 0.05 * (end - nested.start()) + LAZY * lines), nested.start()
    listed, rows = ITEM.match(text, start), "|" in text[start:end]
    if rows:
        for row in ROW.finditer(text, start, end):
            ticks, bars = row[0].count("`"), row[0].count("|")
            yield 0.12 * ticks * (ticks + bars), row.start()
    cuts = [item.start() for item in ITEM.finditer(text, start, end)] if listed else [start]
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        yield from _brackets(text, begin, stop, factor)


def _brackets(text: str, start: int, end: int, factor: float) -> Iterator[Cost]:
    """What is read to find the bracket that closes each one, and behind it the end of an address."""
    opened: list[int] = []
    for bracket in BRACKET.finditer(text, start, end):
        offset = bracket.start()
        if bracket[0] == "[":
            opened.append(offset)
            if len(opened) * factor * (offset - start) > LIMIT:  # told before all of them are gathered
                break
        elif opened:
            yield factor * (offset - opened[-1]), opened.pop()
            if text.startswith("(", offset + 1) and not ADDRESS.match(text, offset + 1, end):
                yield factor * (end - offset), offset
    for offset in opened:
        yield factor * (end - offset), offset


def _tags(text: str) -> Iterator[Cost]:
    """What is read to find the end of each tag: one without end is looked for in all the text that follows."""
    last, size = text.rfind(">"), len(text)
    for tag in TAG.finditer(text):
        offset = tag.start()
        end = text.find(">", offset) if offset < last else -1
        if end == -1:
            reach = size - offset
        else:
            inside = QUOTED.sub("", text[offset:end])
            reach = size - offset if '"' in inside or "'" in inside or "<" in inside[1:] else end - offset
        yield 0.12 * reach, offset


def _fences(body: str) -> Iterator[Cost]:
    """What is put aside of each fenced code."""
    for fence in FENCE.finditer(body):
        yield 25, fence.start()


def _without_code(body: str) -> str:
    """The body as it is once fenced code is taken out, with as many characters: what stands before and after is then one block."""
    lines = body.split("\n")
    pieces: list[str] = []
    done = 0
    for code in fenced(lines):
        pieces += [*lines[done : code.start], "x" * len("\n".join(lines[code.start : code.end]))]
        done = code.end
    return "\n".join([*pieces, *lines[done:]])


def _tables(text: str) -> Iterator[Cost]:
    """Each row has as many cells as the head of its table, whatever is written in it.

    Behind the first one that may be the second row of a table, only wider ones can add to what it was reckoned to cost.
    """
    end = widest = 0
    for delimiter in DELIMITER.finditer(text):
        if delimiter.start() >= end:
            below = APART.search(text, delimiter.end())
            end, widest = below.start() if below else len(text), 0
        columns = delimiter[0].strip(" \t>|").count("|") + 1
        if columns > widest:
            widest = columns
            yield CELL * columns * (text.count("\n", delimiter.start(), end) + 2), text.rfind("\n", 0, delimiter.start() - 1) + 1


def _notes(text: str) -> Iterator[Cost]:
    """Notes and abbreviations: each is compared with all the others."""
    if "[^" in text:
        last = {found[1]: found.start() for found in NOTE.finditer(text)}
        for note, times in Counter(NOTE.findall(text)).items():
            yield 1.8 * times**2, last[note]
        notes = [found.start() for found in DEFINITION.finditer(text) if text.startswith("[^", found.start())]
        if notes:
            yield 0.3 * len(notes) ** 2, notes[0]
    if "*[" in text:
        terms = [found.start() for found in ABBREVIATION.finditer(text)]
        if terms:
            yield 0.05 * len(terms) ** 2 + 0.001 * len(terms) * len(text), terms[0]
