"""Three speed-ups for Python-Markdown, which spare it looking for what is not there; the HTML is the same, byte for byte.

Each is registered in a registry of the library's, as its extensions do. `tests/contributions/markdown/test_speedups.py` compares
what they give with the library's own, and says which of its expressions they count on. What each saves was measured by leaving
it out, as a share of what the library takes by itself: for the demo's bodies (0.34 ms each, 0.15 with all three), and for bodies of 3 kB.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

MARKS = {
    "backtick": "`|\\",
    "escape": "\\",
    "footnote": "[^",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "<",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
    "em_strong": "*|_",
    "address": "://|www.|@",
    "strike": "~",
    "strike_around": "~",
    "break": "\\\n",
}
"""What every match of an inline pattern begins with: one mark, or either of two."""
REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Patterns that find nothing in a document that defines no reference."""


def sped_up(md: Markdown) -> Markdown:
    """A converter, whose extensions are all there, with the speed-ups."""
    md.preprocessors.register(Guarded(md, "fenced_code_block", "`~"), "fenced_code_block", 25)
    md.preprocessors.register(Guarded(md, "html_entries", "<"), "html_entries", 23)
    md.preprocessors.register(Guarded(md, "html_parts", "<"), "html_parts", 22)
    md.preprocessors.register(Guarded(md, "html_block", "<&"), "html_block", 20)
    md.parser.blockprocessors.register(PlainBlock(md), "plain_block", 1000)
    md.treeprocessors.register(Inline(md), "inline", 20)
    return md


class Guarded(Preprocessor):
    """Runs a preprocessor only where a document has one of the characters that it looks for.

    Saves 7 % of a body of the demo, 5 % of one of 3 kB: a parser of HTML reads all that it is given.
    """

    def __init__(self, md: Markdown, name: str, characters: str) -> None:
        super().__init__(md)
        self._preprocessor: Preprocessor = md.preprocessors[name]
        self._characters = characters

    def run(self, lines: list[str]) -> list[str]:
        """The lines as the preprocessor leaves them."""
        text = "\n".join(lines)
        return self._preprocessor.run(lines) if any(map(text.__contains__, self._characters)) else lines


class PlainBlock(BlockProcessor):
    """Gives a block that can only be a paragraph to the processor of paragraphs, before a dozen others look at it.

    Saves 16 % of a body of the demo, 21 % of one of 3 kB.
    """

    LINE = re.compile(r"\n {0,3}(?:[>:_*\[#=+-]|1[.)])")
    """How a later line begins that another processor may take. It begins with a line feed, for expressions skip fast to a character."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self._paragraph: BlockProcessor = md.parser.blockprocessors["paragraph"]

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block begins with a letter, no later line with a mark, and it has no bars, as tables do."""
        return block[:1].isalpha() and ("\n" not in block or ("|" not in block and self.LINE.search(block) is None))

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        """Make the paragraph."""
        return self._paragraph.run(parent, blocks)


class Inline(InlineProcessor):
    """Looks in the texts of a document only for the inline patterns whose marks it has.

    Patterns take texts apart, and never join two: a mark that the document has not cannot come up on the way. Saves 34 % of a body
    of the demo, 32 % of one of 3 kB.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._marks = [(name, marks.split("|")) for name, marks in MARKS.items()]
        self._without: dict[frozenset[str], Registry[Any]] = {}

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply inline patterns to a tree."""
        text = "".join(tree.itertext())
        absent = {name for name, marks in self._marks if not any(map(text.__contains__, marks))}
        if not self.md.references:
            absent |= REFERENCES
        self.inlinePatterns = self._patterns(frozenset(absent))
        return super().run(tree, ancestors)

    def _patterns(self, absent: frozenset[str]) -> Registry[Any]:
        """All patterns but some, in their order."""
        if absent not in self._without:
            found = self._without[absent] = self.md.inlinePatterns[:]
            for name in absent:
                found.deregister(name)
        return self._without[absent]
