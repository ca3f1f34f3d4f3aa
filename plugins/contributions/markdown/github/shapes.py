"""What a line of Markdown is by itself (CommonMark 4 and 5): an entry of a list, a quotation, a heading, or a line of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

MARKER = r"(?:[-+*]|(?P<number>\d{1,9})[.)])"
ITEM = re.compile(rf" {{0,3}}{MARKER}(?P<gap> +|(?=\n)|\Z)")
"""How a line begins that may be an entry of a list."""
RULE = re.compile(r" {0,3}([-_*])(?: *\1){2,} *(?:\n|\Z)")
"""A line across the page, of which some could be entries of lists."""
HEADING = re.compile(r" {0,3}#{1,6}(?:[ \n]|\Z)")
FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`\n]*(?:\n|\Z))|~{3,})")
STASHED = "\x02wzxhzdk:"
"""How what the library has put aside begins: fenced code, and HTML."""
BORDER = re.compile(r" {0,3}(?:>|-+ *(?:\n|\Z)|" + STASHED + ")")
"""Lines behind which no paragraph is open: of a quotation, below a heading, or put aside."""
QUOTE = re.compile(r" {0,3}> ?")
UNDERLINE = re.compile(r" {0,3}=+ *(?:\n|\Z)")
"""What makes a heading of the paragraph above it, and is text where that is another's."""
NO_TEXT = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", shape.pattern) for shape in (HEADING, FENCE, BORDER, UNDERLINE)))
"""Any of these."""
SIGN = re.compile(
    r"\A(?:(\d{1,9})(?=[.)](?: |\Z))|(?=[-+*](?: |\Z)|[>|:]|#{1,6}(?: |\Z)|(?:=+ *|-[-:| ]*)\Z|([-_*])(?: *\2){2,} *\Z|`{3}[^`]*\Z|~{3}))"
)
"""Where a line of text needs a backslash, else something other were made of it: not before emphasis, code or what is struck."""


CODE_INDENT = 4
"""Blanks that make code of a line, where no paragraph is open."""


class Marker(NamedTuple):
    """The beginning of an entry: the sign that its list has, its number, the column (from 0) of its words, and whether it has none."""

    sign: str
    number: int | None
    column: int
    empty: bool

    @property
    def interrupts(self) -> bool:
        """Whether it may follow a line of a paragraph (CommonMark 5.2)."""
        return not self.empty and self.number in {None, 1}


def marker(line: str) -> Marker | None:
    """How a line begins an entry, or None."""
    found = ITEM.match(line)
    if found is None or RULE.match(line):
        return None
    width, gap = found.start("gap"), len(found["gap"])
    empty = not line[found.end() :].strip()
    return Marker(line[width - 1], int(found["number"]) if found["number"] else None, width + (1 if empty or gap > 4 else gap), empty)


def indent(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


def innermost(line: str) -> str:
    """A line without the marks of the lists and quotations that it begins."""
    while True:
        if (begun := marker(line)) is not None:
            line = line[begun.column :]
        elif quoted := QUOTE.match(line):
            line = line[quoted.end() :]
        else:
            return line


def is_text(line: str) -> bool:
    """Whether a line, by itself, is one of a paragraph, which may go on below it."""
    return bool(line.strip()) and NO_TEXT.match(line) is None and RULE.match(line) is None


def fence_below(fence: str, line: str) -> str:
    """The signs of the code that is open below a line, where that of some signs was open above it, or none: « »."""
    if not fence:
        found = FENCE.match(line)
        return found["fence"] if found else ""
    words = line.strip()
    return "" if words.startswith(fence) and not words.strip(fence[0]) and indent(line) < CODE_INDENT else fence


def goes_on(above: str, line: str) -> bool:
    """Whether a line goes on with a paragraph of a list or quotation that ends above it, without its marks: CommonMark's laziness."""
    return is_text(innermost(above)) and (is_text(line) or UNDERLINE.match(line) is not None) and marker(line) is None


def as_text(line: str) -> str:
    r"""A line of a paragraph, so written that nothing else is made of it.

    >>> as_text("    12. Une rue"), as_text("  *un* mot")
    ('12\\. Une rue', '*un* mot')
    """
    return SIGN.sub(r"\1\\", line.lstrip(" "))
