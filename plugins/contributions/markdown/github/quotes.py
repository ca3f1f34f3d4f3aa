"""Quotations as CommonMark has them (section 5.1): each by itself, and what stands below without a mark only while a paragraph goes on."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockQuoteProcessor

from contributions.markdown.github.shapes import QUOTE, as_text, fence_below, goes_on, innermost


class Quotes(BlockQuoteProcessor):
    """The library's, which takes two quotations for one, and all that follows in a block for a part of it."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make what stands before the quotation, the quotation, and leave what follows."""
        block = blocks.pop(0)
        found = self.RE.search(block)
        start = found.start() if found else 0
        if start:
            self.parser.parseBlocks(parent, [block[:start]])
        lines = block[start:].lstrip("\n").split("\n")
        quoted: list[str] = []
        fence = ""
        for number, line in enumerate(lines):
            if mark := QUOTE.match(line):
                quoted.append(line[mark.end() :] if line.strip() != ">" else "")
                fence = fence_below(fence, innermost(quoted[-1]))
            elif not fence and goes_on(quoted[-1], line):
                quoted.append(as_text(line))
            else:
                blocks.insert(0, "\n".join(lines[number:]))
                break
        self.parser.state.set("blockquote")
        lines = self.parser.md.preprocessors["fenced_code_block"].run(quoted)
        self.parser.parseChunk(SubElement(parent, "blockquote"), "\n".join(lines))
        self.parser.state.reset()
