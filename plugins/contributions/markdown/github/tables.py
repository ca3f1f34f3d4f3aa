"""Tables as GitHub has them (GFM 4.10): one may begin below a line of text, ends where another block begins, and aligns its columns."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown.blockparser import BlockParser
from markdown.extensions.tables import TableProcessor

from contributions.markdown.github.shapes import FENCE, HEADING, QUOTE, RULE, STASHED, is_text, marker

DELIMITERS = re.compile(r"\n {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *(?=\n|\Z)")
"""The row below the head, which says how columns are aligned, with the end of the line above it."""
QUOTED = re.compile(rf"^{QUOTE.pattern}", re.MULTILINE)
OTHER = re.compile(rf" {{4}}| {{0,3}}>|{STASHED}|{HEADING.pattern}|{FENCE.pattern}")
"""How a line begins that is no row of a table, beside lines across the page and entries of lists."""
ROWS = 2
"""The number of the line with which the rows below the head begin."""


class Tables(TableProcessor):
    """The library's, which wants a block for itself, makes rows of all that stands in it, and aligns by styles, which no body may hold."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser, {"use_align_attribute": True})

    def test(self, parent: Element, block: str) -> bool:
        """Whether a table begins in a block."""
        return self._begin(parent, block) >= 0

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make what stands before the table, the table, and leave what follows."""
        block = blocks.pop(0)
        start = self._begin(parent, block)
        if start:
            self.parser.parseBlocks(parent, [block[: start - 1]])
            blocks.insert(0, block[start:].lstrip(" "))
            return
        lines = block.split("\n")
        end = next((number for number, line in enumerate(lines) if number >= ROWS and _begins_other(line)), len(lines))
        if end < len(lines):
            blocks.insert(0, "\n".join(lines[end:]))
        super().run(parent, ["\n".join(lines[:end])])
        if end == ROWS:
            parent[-1].remove(parent[-1][-1])  # a row of empty cells, which nobody wrote

    def _begin(self, parent: Element, block: str) -> int:
        """The offset of a table's head; -1 where the first row of hyphens is below none, or below a quotation, which may hold it."""
        below = DELIMITERS.search(block)
        if below is None or not {"|", ":"} & set(below[0]):
            return -1
        start = block.rfind("\n", 0, below.start()) + 1
        head = block[start : below.start()]
        found = (
            is_text(head) and not QUOTED.search(block, 0, start) and super().test(parent, f"{self._barred(head)}\n{self._barred(below[0])}")
        )
        return start if found else -1

    def _barred(self, row: str) -> str:
        """A row between bars, which each may have or not, whatever the others have."""
        return f"|{self.RE_END_BORDER.sub('', row.strip().removeprefix('|'))}|"


def _begins_other(line: str) -> bool:
    return OTHER.match(line) is not None or RULE.match(line) is not None or marker(line) is not None
