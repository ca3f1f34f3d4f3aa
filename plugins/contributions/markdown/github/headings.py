"""Headings and lines across the page as CommonMark has them (sections 4.1 to 4.3): « #FDS2026 » is a hashtag, « ## C# » keeps its sign."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import HashHeaderProcessor, HRProcessor, SetextHeaderProcessor

BORDER = r"(?:>|=+ *\n|-+ *\n|(?:(?:- *){3,}|(?:_ *){3,}|(?:\* *){3,})\n)"
"""How no line of a paragraph begins that a line below it makes a heading."""


class Hashed(HashHeaderProcessor):
    """The library's, for lines whose signs are parted from their words, and that may be set in by three spaces."""

    RE = re.compile(r"(?:^|\n) {0,3}(?P<level>#{1,6})(?: +(?!#+ *(?:\n|$))(?P<header>[^\n]*?)|)(?: +#+)? *(?:\n|$)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make what stands before the heading, the heading, and leave what follows."""
        block = blocks.pop(0)
        found = self.RE.search(block)
        if found:
            if before := block[: found.start()]:
                self.parser.parseBlocks(parent, [before])
            heading = SubElement(parent, f"h{len(found['level'])}")
            heading.text = (found["header"] or "").strip()
            if after := block[found.end() :]:
                blocks.insert(0, after)


class Underlined(SetextHeaderProcessor):
    """A paragraph, of whatever number of lines, above a line of « = » or « - »."""

    RE = re.compile(rf"(?P<words> {{0,3}}(?!{BORDER})\S[^\n]*\n(?:(?! {{0,3}}{BORDER})[^\n]+\n)*) {{0,3}}(?P<line>=+|-+) *(?:\n|\Z)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the heading, and leave what follows it."""
        block = blocks.pop(0)
        found = self.RE.match(block)
        if found:
            heading = SubElement(parent, "h1" if found["line"][0] == "=" else "h2")
            heading.text = found["words"].strip()
            if rest := block[found.end() :]:
                blocks.insert(0, rest)


class Across(HRProcessor):
    """A line across the page, whatever stands between its signs."""

    SEARCH_RE = re.compile(r"^ {0,3}([-_*])(?: *\1){2,} *$", re.MULTILINE)
