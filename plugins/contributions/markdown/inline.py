"""Python-Markdown's inline patterns, searched only in text that holds what they begin with."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import DelimiterProcessor, LinkInlineProcessor
from markdown.inlinepatterns import InlineProcessor as Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER, INLINE_PLACEHOLDER_PREFIX, INLINE_PLACEHOLDER_RE, STX, AtomicString

BEGINNINGS = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("!",),
    "image_reference": ("!",),
    "short_reference": ("[",),
    "short_image_ref": ("!",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What the matches of each pattern begin with: one string, or either of two. Regular expressions that begin with a look behind try
every character of a text; str.find does not. A test pins the expressions for which this holds."""
REFERENCES = frozenset({"reference", "image_reference", "short_reference", "short_image_ref"})
"""Patterns that change nothing in a document that defines no reference."""

Match = re.Match[str]
Handled = tuple[Element | str | None, int | None, int | None]
Entry = tuple[Callable[[str, int], Iterator[Match]], Callable[[Match, str], Handled], str, str | None]


class Inline(InlineProcessor):
    """Applies inline patterns to a tree as the library does, without looking for what is not there.

    The library's methods for that are private, so they are written anew here. Two of its tasks are left out: lists of ancestors, for
    no pattern of ours excludes any, and patterns of its older sort, for none is registered.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        names = {id(md.inlinePatterns[name]): name for name in BEGINNINGS}
        self._entries: list[tuple[str, Entry]] = []
        for pattern in md.inlinePatterns:
            name = names.get(id(pattern))
            if name is None or not isinstance(pattern, Pattern) or pattern.ANCESTOR_EXCLUDES:
                raise TypeError(f"{pattern!r} is an inline pattern that this class does not know.")
            if isinstance(pattern, FootnoteInlineProcessor):
                self._notes = pattern.footnotes
            first, *other = BEGINNINGS[name]
            self._entries.append((name, (pattern.compiled_re.finditer, pattern.handleMatch, first, other[0] if other else None)))
        self._patterns: list[Entry] = []

    def _useful(self) -> list[Entry]:
        """The patterns that can change something in this document, whose definitions are all known by now."""
        idle = set() if self.md.references else set(REFERENCES)
        if not self._notes.footnotes:
            idle.add("footnote")
        return [entry for name, entry in self._entries if name not in idle]

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Apply inline patterns to a parsed tree, its elements in the library's order: footnotes are numbered on the way."""
        self.stashed_nodes = {}
        self._patterns = self._useful()
        queue = deque([tree])
        while queue:
            current = queue.popleft()
            inserted = []
            for child in current:  # it grows on the way, and what is inserted below is visited too
                text = child.text
                if text and not _is_plain(text) and not isinstance(text, AtomicString):
                    child.text = None
                    nodes = self._nodes(self._marked(text), child)
                    queue.extend(nodes)
                    inserted.append((child, nodes))
                tail = child.tail
                if tail and not _is_plain(tail):
                    tail = self._marked(tail)
                    child.tail = None
                    nodes = self._nodes(tail, child, False)
                    position = list(current).index(child) + 1
                    for node in reversed(nodes):
                        current.insert(position, node)
                if len(child):
                    queue.append(child)
            for element, nodes in inserted:
                for position, node in enumerate(nodes):
                    element.insert(position, node)
        return tree

    def _marked(self, data: str, index: int = 0) -> str:
        """Replace what the patterns, from one on, find in a text by placeholders of nodes."""
        if isinstance(data, AtomicString):
            return data
        patterns = self._patterns
        for number in range(index, len(patterns)):
            finditer, handle, first, other = patterns[number]
            start = 0
            while True:
                at = data.find(first, start)
                if other is not None and (second := data.find(other, start)) != -1 and not 0 <= at < second:
                    at = second
                if at == -1:
                    break
                for match in finditer(data, at):
                    node, begin, end = handle(match, data)
                    if begin is not None and end is not None:
                        break
                else:
                    break
                if node is None:
                    start = end
                    continue
                if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                    for child in [node, *node]:
                        if child.text and not _is_plain(child.text):
                            child.text = self._marked(child.text, number + 1)
                        if child.tail and not _is_plain(child.tail):
                            child.tail = self._marked(child.tail, number)
                key = f"{len(self.stashed_nodes):04d}"
                self.stashed_nodes[key] = node
                placeholder = INLINE_PLACEHOLDER % key
                data = f"{data[:begin]}{placeholder}{data[end:]}"
                start = begin + len(placeholder)
        return data

    def _nodes(self, data: str, parent: Element, is_text: bool = True) -> list[Element]:
        """Give `parent` the words of a marked text, as its text or tail, and return the nodes among them."""
        found: list[Element] = []
        start = 0
        while data:
            index = data.find(INLINE_PLACEHOLDER_PREFIX, start)
            if index == -1:
                rest = data[start:]
                _link(AtomicString(rest) if isinstance(data, AtomicString) else rest, found, parent, is_text)
                break
            match = INLINE_PLACEHOLDER_RE.search(data, index)
            node = self.stashed_nodes.get(match[1]) if match else None
            if match is None or node is None:
                end = index + len(INLINE_PLACEHOLDER_PREFIX)
                _link(data[start:end], found, parent, is_text)
                start = end
                continue
            if index > 0:
                _link(data[start:index], found, parent, is_text)
            start = match.end()
            if isinstance(node, str):
                _link(node, found, parent, is_text)
                continue
            for child in [node, *node]:
                if child.tail and INLINE_PLACEHOLDER_PREFIX in child.tail:
                    self._own(node, child, False)
                if child.text and INLINE_PLACEHOLDER_PREFIX in child.text:
                    self._own(child, child)
            found.append(node)
        return found

    def _own(self, node: Element, child: Element, is_text: bool = True) -> None:
        """Replace the placeholders of a node of the stash, in the text or the tail of `child`, by their own nodes."""
        if is_text:
            text, child.text = child.text or "", None
        else:
            text, child.tail = child.tail or "", None
        nodes = self._nodes(text, child, is_text)
        position = 0 if is_text or node is child else list(node).index(child) + 1
        for new in reversed(nodes):
            node.insert(position, new)


def _is_plain(text: str) -> bool:
    """Whether no pattern can begin in a text, and no placeholder stands in it."""
    return not (
        "*" in text
        or "[" in text
        or "_" in text
        or STX in text
        or "<" in text
        or "`" in text
        or "\\" in text
        or "&" in text
        or ("\n" in text and "  \n" in text)
    )


def _link(text: str, found: list[Element], parent: Element, is_text: bool) -> None:
    """Add words after the last node found or, before the first one, to the parent."""
    if not text:
        return
    if found:
        found[-1].tail = found[-1].tail + text if found[-1].tail else text
    elif is_text:
        parent.text = parent.text + text if parent.text else text
    else:
        parent.tail = parent.tail + text if parent.tail else text


class Emphasis(DelimiterProcessor):
    """Pairs the simplest delimiters at once, and looks for others with a regular expression, not one character after the other."""

    PAIR = re.compile(r"(?<!\*)(\*\*?)(?![\s*])([^*_]++)(?<!\s)\1(?!\*)")
    """« *words* » or « **words** » without delimiters inside: the first run opens, the next closes, none is left, whatever is around."""

    def handleMatch(self, m: re.Match[str], data: str = "") -> Any:
        """Make an element of the pair that begins at a delimiter: the element, and where the pair begins and ends (None: no pair)."""
        if self.regions or not (pair := self.PAIR.match(data, m.start())):
            return super().handleMatch(m, data)
        element = Element("strong" if len(pair[1]) == 2 else "em")
        element.text = pair[2]
        return element, pair.start(), pair.end()

    def search(self, data: str, start: int) -> re.Match[str] | None:
        """Find the next delimiter that could open or, when one is open, close."""
        for found in self.compiled_re.finditer(data, start):
            delimiter = self.delimiters[found[0]]
            match = delimiter.boundary.match(data, found.start())
            if match is not None and (delimiter.stack or match.lastgroup != "end"):
                return match
        return None


class Link(LinkInlineProcessor):
    """Reads a link's words and address at once when neither holds brackets, quotes or spaces."""

    WORDS = re.compile(r"([^\[\]]*+)\]")
    ADDRESS = re.compile(r"\(([^()<'\"\s\x02]*+)\)")

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:
        """The words up to the bracket that closes, and where they end."""
        found = self.WORDS.match(data, index)
        return (found[1], found.end(), True) if found else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:
        """The address and the title between parentheses, and where they end."""
        found = self.ADDRESS.match(data, index)
        return (found[1], None, found.end(), True) if found else super().getLink(data, index)
