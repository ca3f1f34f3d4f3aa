"""Markdown between the tags of HTML, as GitHub shows it: HTML ends at an empty line (CommonMark 4.6, sort 6), wherever its element ends."""

from __future__ import annotations

import re
from collections import Counter

from markdown.preprocessors import Preprocessor

OPENING = re.compile(r" {0,3}</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?=[\s>]|/>|\Z)")
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)\b[^<>]*>")
VERBATIM = re.compile(r" {0,3}<(?:(?P<name>pre|script|style|textarea)(?=[\s>]|\Z)|!--)", re.IGNORECASE)
"""How HTML begins that no empty line ends (sorts 1 and 2)."""
ASKED = re.compile(r"<[^<>]*\smarkdown\b", re.IGNORECASE)
"""An element whose author says that it holds Markdown, which the library reads."""
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


class Parts(Preprocessor):
    """Puts HTML aside whose elements begin or end in another part of the text; the library leaves all between them as it is written.

    HTML whose elements end before an empty line is the library's. Tags are taken where a line begins with them, or, within an element,
    where it is set in: elsewhere, that may be an entry of a list.
    """

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each piece of such HTML."""
        if any(map(ASKED.search, lines)):
            return lines
        found: list[str] = []
        number = depth = 0
        while number < len(lines):
            verbatim = VERBATIM.match(lines[number])
            if verbatim:
                end = _below(lines, number, f"</{verbatim['name'].lower()}" if verbatim["name"] else "-->")
                found += lines[number:end]
            elif self._begins(lines[number], set_in=depth > 0):
                end = next((later for later in range(number, len(lines)) if not lines[later].strip()), len(lines))
                part = "\n".join(lines[number:end]).strip()
                opened = self._opened(part)
                found += ["", self.md.htmlStash.store(part), ""] if any(opened.values()) else lines[number:end]
                depth = max(0, depth + opened.total())
            else:
                end = number + 1
                found.append(lines[number])
            number = end
        return found

    def _begins(self, line: str, *, set_in: bool) -> bool:
        found = OPENING.match(line)
        return found is not None and self.md.is_block_level(found["name"]) and (set_in or line[0] == "<")

    def _opened(self, html: str) -> Counter[str]:
        """How many elements of each name that are blocks are opened, without those that are ended."""
        opened: Counter[str] = Counter()
        for tag in TAG.finditer(html):
            name = tag["name"].lower()
            if name not in VOID and self.md.is_block_level(name):
                opened[name] += -1 if tag["end"] else 1
        return opened


def _below(lines: list[str], start: int, mark: str) -> int:
    """The number of the line behind the first one, from some line on, that has a mark."""
    return next((number + 1 for number in range(start, len(lines)) if mark in lines[number].lower()), len(lines))
