"""A body's blocks read into a tree, and the tree written as HTML: what Python-Markdown does, without looking for what is not there."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.serializers import RE_AMP, to_html_string
from markdown.treeprocessors import InlineProcessor, PrettifyTreeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX

# How a block, or one of its later lines, must begin for a processor to take it. Each pattern is weaker than the processor's own
# test, or than what its run() searches, and both are still made: a pattern may let too much through, never too little.
RULE = r" {0,3}(?:-(?: {0,2}-){2}|_(?: {0,2}_){2}|\*(?: {0,2}\*){2})"
FIRST_LINE = {
    r"\Z|\n": {"empty"},
    STX: {"markdown_block"},
    r" {4}": {"indent", "defindent", "code"},
    r"#": {"one_heading", "hashheader"},
    r" {0,3}\d+\.": {"olist"},
    RULE: {"hr", "ulist"},
    r" {0,3}[*+-] ": {"ulist"},
    r" {0,3}: ": {"deflist"},
    r" {0,3}>": {"quote"},
    r"\*\[": {"abbr"},
    r" {0,3}\[": {"footnote", "reference"},
}
LATER_LINE = {
    r"#": {"hashheader"},
    r"=|-+ *(?=\n|\Z)": {"setextheader", "hr"},
    RULE: {"hr"},
    r" {0,3}: ": {"deflist"},
    r" {0,3}>": {"quote"},
    r"\*\[": {"abbr"},
    r" {0,3}\[": {"footnote", "reference"},
}
GUARDED = sorted({"table"}.union(*FIRST_LINE.values(), *LATER_LINE.values()))
"""The processors that a block must call for; any other, such as « paragraph », is always asked."""
FIRST = re.compile("|".join(f"({line})" for line in FIRST_LINE))
LATER = re.compile(r"\n(?=[ #=:>*_\[-])(?:" + "|".join(f"({line})" for line in LATER_LINE) + ")")
"""It begins with a line feed, not with « ^ », for regular expressions skip fast to a character; then most lines end it at once."""


def _mask(names: set[str]) -> int:
    return sum(1 << GUARDED.index(name) for name in names)


FIRST_MASKS = (0, *map(_mask, FIRST_LINE.values()))  # by group, which count from 1
LATER_MASKS = (0, *map(_mask, LATER_LINE.values()))
TABLE = _mask({"table"})


class Whitespace(NormalizeWhitespace):
    """Normalises whitespace where there is some to normalise."""

    def run(self, lines: list[str]) -> list[str]:
        """Lines without tabs, carriage returns, the characters of placeholders, and spaces alone on a line; two empty ones at the end."""
        source = "\n".join(lines)
        if STX in source or ETX in source or "\r" in source or "\t" in source or any(map(str.isspace, lines)):
            return super().run(lines)
        return [*lines, "", ""]


class FencedCode(FencedBlockPreprocessor):
    """Looks for fenced code where there could be fences."""

    def run(self, lines: list[str]) -> list[str]:
        """Lines without fenced code, which goes to the stash."""
        source = "\n".join(lines)
        return super().run(lines) if "`" in source or "~" in source else lines


class HtmlBlocks(HtmlBlockPreprocessor):
    """Looks for HTML where there could be some: a parser of HTML gives other text back as it is."""

    def run(self, lines: list[str]) -> list[str]:
        """Lines without blocks of HTML, which go to the stash."""
        source = "\n".join(lines)
        return super().run(lines) if "<" in source or "&" in source else lines


class GuardedParser(BlockParser):
    """A block parser that looks at how the lines of a block begin before it asks its processors, in their order, about it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._candidates: dict[int, list[BlockProcessor]] = {}

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:
        """Process blocks and attach them to `parent`: the library's loop, in as many frames, for quotes measure the stack's depth."""
        while blocks:
            block = blocks[0]
            mask = 0
            if not block[:1].isalpha() and (found := FIRST.match(block)):
                mask = FIRST_MASKS[found.lastindex or 0]
            if "\n" in block:
                if "|" in block:
                    mask |= TABLE
                for found in LATER.finditer(block):
                    mask |= LATER_MASKS[found.lastindex or 0]
            for processor in self._candidates.get(mask) or self._called_for(mask):
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break

    def _called_for(self, mask: int) -> list[BlockProcessor]:
        """The processors for blocks of a mask, found once: processors are registered before the first document."""
        bits = {id(self.blockprocessors[name]): 1 << bit for bit, name in enumerate(GUARDED)}
        found = [processor for processor in self.blockprocessors if id(processor) not in bits or bits[id(processor)] & mask]
        self._candidates[mask] = found
        return found


class OneHeading(BlockProcessor):
    """Reads at once a block that is one heading without number signs and backslashes in its words. It stands just before « hashheader ».

    It is not a subclass of the library's processor: calling that one from here would make the stack deeper for what is inside.
    """

    LINE = re.compile(r"(#{1,6})([^#\\\n]++)#*+\Z")

    def test(self, parent: Element, block: str) -> bool:
        """Whether a block is such a heading."""
        return self.LINE.match(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Make its element."""
        if found := self.LINE.match(blocks.pop(0)):
            SubElement(parent, f"h{len(found[1])}").text = found[2].strip()


CLOSED = "a abbr blockquote code dd div dl dt em h1 h2 h3 h4 h5 h6 li ol p pre span strong sup table tbody td th thead tr ul"
ENDS = dict.fromkeys(["br", "hr", "img"], "") | {tag: f"</{tag}>" for tag in CLOSED.split()}
"""How the elements that Markdown makes end; trees that hold others are left to the library's serializer."""


class Prettify(PrettifyTreeprocessor):
    """Puts block elements on lines of their own, and knows the usual ones without going through the library's list."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._blocks = {tag for tag in ENDS if md.is_block_level(tag)}
        self._others = set(ENDS) - self._blocks

    def _prettifyETree(self, elem: Element) -> None:
        stack = [elem]
        while stack:
            elem = stack.pop()
            if self._is_block(elem.tag) and elem.tag not in ("code", "pre"):
                inside = [child for child in elem if self._is_block(child.tag)]
                if inside and inside[0] is elem[0] and not (elem.text and elem.text.strip()):
                    elem.text = "\n"
                stack += inside
            if not (elem.tail and elem.tail.strip()):
                elem.tail = "\n"

    def _is_block(self, tag: str) -> bool:
        return tag in self._blocks or (tag not in self._others and self.md.is_block_level(tag))


class Unescape(UnescapeTreeprocessor):
    """Restores escaped characters where there are some."""

    def __init__(self, md: Markdown, inline: InlineProcessor) -> None:
        super().__init__(md)
        self._inline = inline

    def run(self, root: Element) -> None:
        """Look at all texts, tails and attributes, if a pattern made text: only patterns escape, and an escape is text."""
        if any(isinstance(node, str) for node in self._inline.stashed_nodes.values()):
            super().run(root)


def to_html(root: Element) -> str:
    """HTML of a tree, the same as the library's."""
    parts: list[str] = []
    stack: list[Element | str] = [root]
    while stack:
        element = stack.pop()
        if isinstance(element, str):
            parts.append(element)
            continue
        end = ENDS.get(element.tag)
        if end is None:
            return to_html_string(root)
        start = element.tag
        for key, value in sorted(element.items()):
            if key == value or not isinstance(value, str):  # perhaps a boolean attribute, or one without a value
                return to_html_string(root)
            quoted = _escaped(value).replace('"', "&quot;")
            start += f' {key}="{quoted}"'
        text, tail = element.text, element.tail
        if tail:
            end += tail if tail == "\n" else _escaped(tail)
        if len(element):
            parts.append(f"<{start}>{_escaped(text)}" if text else f"<{start}>")
            stack.append(end)
            stack += element[::-1]
        else:
            parts.append(f"<{start}>{_escaped(text)}{end}" if text else f"<{start}>{end}")
    return "".join(parts)


def _escaped(text: str) -> str:
    if "&" in text:
        text = RE_AMP.sub("&amp;", text)
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text
