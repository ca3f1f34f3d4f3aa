"""Headings as CommonMark has them (sections 4.2 and 4.3): « #FDS2026 » is a hashtag, and « ## C# » keeps its sign."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import HashHeaderProcessor, SetextHeaderProcessor


class Hashed(HashHeaderProcessor):
    """The library's, for lines whose signs are parted from their words, and that may be set in by three spaces."""

    RE = re.compile(r"(?:^|\n) {0,3}(?P<level>#{1,6})(?: +(?P<header>[^\n]*?)|)(?: +#+)? *(?:\n|$)")

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

    RE = re.compile(
        r"(?P<words>(?: {0,3}(?!>|=+ *\n|-+ *\n)\S[^\n]*\n)(?:(?! {0,3}(?:>|=+ *\n|-+ *\n))[^\n]+\n)*) {0,3}(?P<line>=+|-+) *(?:\n|\Z)"
    )

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make the heading, and leave what follows it."""
        block = blocks.pop(0)
        found = self.RE.match(block)
        if found:
            heading = SubElement(parent, "h1" if found["line"][0] == "=" else "h2")
            heading.text = found["words"].strip()
            if rest := block[found.end() :]:
                blocks.insert(0, rest)
