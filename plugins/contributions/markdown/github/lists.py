"""Lists as CommonMark has them (sections 5.2 and 5.3), which is what GitHub's preview shows an author.

Python-Markdown takes a list for text unless an empty line stands before it, and nests by four spaces whatever the marker. Here a list
may follow a line of text – if its entry is not empty, and its number, where it has one, is 1, so that « en⏎2023. Une année » stays
text – and what is set in as far as the words of an entry belongs to that entry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from contributions.markdown.github.shapes import (
    CODE_INDENT,
    MARKER,
    STASHED,
    Marker,
    as_text,
    fence_below,
    goes_on,
    indent,
    is_text,
    marker,
)
from contributions.markdown.github.tasks import with_box

BEGUN = re.compile(rf"(?:\A|\n)(?P<line> {{0,3}}{MARKER}(?: [^\n]*)?)(?=\n|\Z)")
"""A line of a block that may be an entry."""
CODED = re.compile(r"(?: {4}[^\n]*(?:\n|\Z))+")


@dataclass(slots=True)
class Item:
    """An entry: its lines, without what they are set in by, and what is known of the last one."""

    column: int
    lines: list[str] = field(default_factory=list)
    fence: str = ""
    """What began the code that is open."""
    coded: bool = False
    """Whether the last line is code that is set in."""
    below: Marker | None = None
    """The list that the last lines are entries of."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it yet."""
        return not any(self.lines)

    def takes(self, line: str) -> bool:
        """Whether a line that is not set in goes on with a paragraph of this entry."""
        return not self.fence and not self.coded and goes_on(self.lines[-1], line)

    def add(self, line: str, empty_lines: int) -> bool:
        """Take a line, behind so many empty ones; whether these part two blocks of the entry itself."""
        parts = empty_lines > 0 and not self.blank and not self.fence and not self._goes_on_below(line)
        fresh = empty_lines > 0 or self.blank
        self._look_below(line, fresh)
        inner = self.below.column if self.below is not None and indent(line) >= self.below.column else 0
        self.coded = indent(line) - inner >= CODE_INDENT and (fresh or self.coded)
        self.fence = fence_below(self.fence, line)
        self.lines += [*[""] * empty_lines, line]
        return parts

    def _goes_on_below(self, line: str) -> bool:
        """Whether a line behind an empty one is part of the list that stands before it in this entry."""
        if self.below is None:
            return False
        begun = marker(line)
        return indent(line) >= self.below.column or (begun is not None and begun.sign == self.below.sign)

    def _look_below(self, line: str, fresh: bool) -> None:
        if self.below is not None and indent(line) >= self.below.column:
            return
        begun = marker(line)
        if begun is not None and (fresh or self.below is not None or begun.interrupts or not is_text(self.lines[-1])):
            self.below = begun
        elif fresh:
            self.below = None


@dataclass(slots=True)
class List:
    """A list: how its first entry begins, its entries, and whether empty lines part them."""

    first: Marker
    items: list[Item] = field(default_factory=list)
    loose: bool = False

    def takes(self, line: str, empty_lines: int) -> bool:
        """Add a line that stands behind so many empty ones; False where it is none of this list's."""
        item = self.items[-1] if self.items else None
        if item is not None and indent(line) >= item.column and not (empty_lines and item.blank):
            self.loose |= item.add(line[item.column :], empty_lines)
            return True
        begun = marker(line)
        if begun is not None and begun.sign == self.first.sign:
            self.loose |= item is not None and empty_lines > 0 and not item.fence  # lines of code that nothing closes are its own
            self.items.append(Item(begun.column))
            self.items[-1].add(line[begun.column :].rstrip() and line[begun.column :], 0)
            return True
        if item is not None and not empty_lines and item.takes(line):
            item.lines.append(as_text(line))
            return True
        return False


def begin(block: str) -> int:
    """The offset of the line with which the first list of a block begins; -1 where there is none."""
    for found in BEGUN.finditer(block):
        begun, start = marker(found["line"]), found.start("line")
        if begun is not None and (not start or begun.interrupts or not _below_text(block, start)):
            return start
    return -1


def _below_text(block: str, start: int) -> bool:
    """Whether a paragraph is open above a line of a block."""
    above = block[block.rfind("\n", 0, start - 1) + 1 : start]
    coded = CODED.match(block)
    return is_text(above) and (coded is None or coded.end() < start)


def gathered(blocks: list[str]) -> tuple[list[List], list[str]]:
    """The lists, one below the other, that the first of some blocks begins with, and the blocks that follow. Empty lines part blocks."""
    found: list[List] = []
    empty_lines = 0
    for number, block in enumerate(blocks):
        lines = block.split("\n")
        for at, line in enumerate(lines):
            if not line.strip():
                empty_lines += 1
                continue
            if not found or not found[-1].takes(line, empty_lines):
                begun = marker(line)
                if begun is None:
                    return found, ["\n".join(lines[at:]), *blocks[number + 1 :]]
                found.append(List(begun))
                found[-1].takes(line, 0)
            empty_lines = 0
        empty_lines += 1
    return found, []


class Lists(BlockProcessor):
    """Makes lists of blocks, and parts a block in which one begins."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self._md = md

    def test(self, parent: Element, block: str) -> bool:
        """Whether a list begins in a block."""
        return begin(block) >= 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make what stands before the list, or the list."""
        start = begin(blocks[0])
        if start:
            before, blocks[0] = blocks[0][: start - 1], blocks[0][start:]
            self.parser.parseBlocks(parent, [before])
            return
        lists, blocks[:] = gathered(blocks)
        for found in lists:
            made = SubElement(parent, "ul" if found.first.number is None else "ol")
            if found.first.number not in {None, 1}:
                made.set("start", str(found.first.number))
            for item in found.items:
                self._fill(SubElement(made, "li"), item, "looselist" if found.loose else "list")

    def _fill(self, entry: Element, item: Item, state: str) -> None:
        """Make what stands in an entry, whose fenced code is put aside as that of the whole text was."""
        lines = self._md.preprocessors["fenced_code_block"].run(item.lines)
        if state == "looselist":
            lines = _apart(lines)
        self.parser.state.set(state)
        self.parser.parseChunk(entry, "\n".join(lines))
        self.parser.state.reset()
        with_box(entry)


def _apart(lines: list[str]) -> list[str]:
    """Lines of which those that are put aside are part of no paragraph."""
    found: list[str] = []
    for line in lines:
        if found and found[-1] and line and line.startswith(STASHED) != found[-1].startswith(STASHED):
            found.append("")
        found.append(line)
    return found
