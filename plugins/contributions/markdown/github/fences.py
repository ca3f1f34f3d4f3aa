"""Code between fences as CommonMark has it (section 4.5): set in by three spaces or fewer, with any words, to the end if not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from markdown.preprocessors import Preprocessor

from contributions.markdown.github.shapes import fence_below, indent, is_text, marker

LANGUAGE = re.compile(r" *(?:\{[^}]*?\.|\.?)(?P<name>[\w#.+-]+)")
"""The language that the words of a fence begin with, or that is a class among the attributes that other tools write there."""
HTML = re.compile(r" {0,3}<[a-zA-Z/!?]")


class Code(NamedTuple):
    """Where code stands: the numbers, from 0, of the line that opens it, of the one behind its last, and of the one behind all of it."""

    start: int
    last: int
    end: int

    @property
    def closed(self) -> bool:
        """Whether a fence ends it, rather than the text."""
        return self.last < self.end


def fenced(lines: list[str]) -> Iterator[Code]:
    """The code between fences of a text, but that of its lists and quotations, whose lines are not the text's own.

    Lines of HTML may have signs like those of a fence: there, only what is closed is code.
    """
    number, column, apart, html, inner = 0, 0, True, False, ""
    open_to_the_end: set[str] = set()
    while number < len(lines):
        line = lines[number]
        if not line.strip():
            apart, html = True, False
        elif column == 0 or indent(line) < column:
            fence = fence_below("", line)
            if fence and not (html and any(map(fence.startswith, open_to_the_end))):
                code = code_from(lines, number)
                if code.closed or not html:
                    yield code
                    number, column, apart = code.end, 0, True
                    continue
                open_to_the_end.add(fence)
            begun = marker(line)
            if begun is not None:
                column, inner = begun.column, fence_below("", line[begun.column :])
            elif apart or not is_text(line):
                column, inner = 0, ""
            html, apart = html or HTML.match(line) is not None, bool(inner)
        else:  # behind code of an entry, no line goes on with its words from further out
            before, inner = inner, fence_below(inner, line[column:])
            apart = bool(before or inner)
        number += 1


def code_from(lines: list[str], start: int) -> Code:
    """The code whose fence is a line of some lines."""
    fence = fence_below("", lines[start])
    for number in range(start + 1, len(lines)):
        if not fence_below(fence, lines[number]):
            return Code(start, number, number + 1)
    end = next(number for number in range(len(lines), start, -1) if lines[number - 1].strip())
    return Code(start, end, end)


class Fences(Preprocessor):
    """Puts code aside, so that nothing else is looked for in it."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each piece of code."""
        found: list[str] = []
        done = 0
        for code in fenced(lines):
            stashed = self.md.htmlStash.store(code_written(lines[code.start], lines[code.start + 1 : code.last]))
            found += [*lines[done : code.start], "", stashed, ""]
            done = code.end
        return [*found, *lines[done:]] if done < len(lines) else found[:-1]


def code_written(opening: str, lines: list[str]) -> str:
    """The HTML of code, whose lines lose the blanks that its fence is set in by."""
    blanks = indent(opening)
    words = "".join(f"{line[min(blanks, indent(line)) :]}\n" for line in lines)
    named = LANGUAGE.match(opening.lstrip(" `~"))
    language = f' class="language-{escape(named["name"])}"' if named else ""
    return f"<pre><code{language}>{escape(words, quote=False)}</code></pre>"
