"""HTML that is set in below an entry of a list belongs to that entry (CommonMark 5.2), where the library would end the list with it."""

from __future__ import annotations

from markdown.preprocessors import Preprocessor

from contributions.markdown.github.fences import code_from, code_written
from contributions.markdown.github.parts import ASKED, OPENING, VERBATIM
from contributions.markdown.github.shapes import fence_below, indent, marker


class Entries(Preprocessor):
    """Puts HTML of entries aside, each piece as far as CommonMark has it: to an empty line, to its own end, or to that of its entry.

    Code between fences goes with it where it holds some, for nothing in it is HTML.
    """

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder, set in as its entry is, for each such piece."""
        if any(map(ASKED.search, lines)):
            return lines
        found: list[str] = []
        columns: list[int] = []
        number = 0
        while number < len(lines):
            line = lines[number]
            while columns and line.strip() and indent(line) < columns[-1]:
                columns.pop()
            at = _words(line, columns)
            end, written = self._piece(lines, number, at) if columns else (number, "")
            found += [line[:at] + self.md.htmlStash.store(written)] if written else lines[number : max(end, number + 1)]
            number = max(end, number + 1)
        return found

    def _piece(self, lines: list[str], start: int, at: int) -> tuple[int, str]:
        """The code or the HTML that begins at a column of a line: the number of the line behind it, and what to put aside, if anything."""
        own = [lines[start][at:], *(line[at:] for line in lines[start + 1 : _below(lines, start, at)])]
        if fence_below("", own[0]):
            code = code_from(own, 0)
            held = any("<" in line for line in own[1 : code.last])
            return start + code.end, code_written(own[0], own[1 : code.last]) if held else ""
        length = self._length(own)
        return start + length, "\n".join(own[:length])

    def _length(self, lines: list[str]) -> int:
        """How many lines the HTML has with which the first one begins; none where it does not."""
        verbatim, opening = VERBATIM.match(lines[0]), OPENING.match(lines[0])
        if verbatim:
            mark = f"</{verbatim['name'].lower()}" if verbatim["name"] else "-->"
            return next((number for number, line in enumerate(lines, 1) if mark in line.lower()), len(lines))
        if opening and self.md.is_block_level(opening["name"]):
            return next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
        return 0


def _below(lines: list[str], start: int, at: int) -> int:
    """The number of the line behind the last one that is set in as far as a column, from some line on."""
    return next((number for number in range(start + 1, len(lines)) if lines[number].strip() and indent(lines[number]) < at), len(lines))


def _words(line: str, columns: list[int]) -> int:
    """Where the words of a line begin within the entry that is open, behind the marks of entries, whose columns are noted."""
    at = columns[-1] if columns else 0
    while (begun := marker(line[at:])) is not None:
        at += begun.column
        columns.append(at)
        if begun.empty:
            break
    return at
