"""HTML that leaves the site: for feed readers and mail programs."""

from __future__ import annotations

import re
from html import escape, unescape

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
BLANK = re.compile(r"[ \t\n\f\r]+")
EMPTY = {"br", "hr", "img"}
"""The elements of bodies that have no content and no end tag."""
OURS = {"id", "class", "role", "tabindex", "aria-label"}
"""Attributes that mean something in a page of the site alone."""


def absolute(html: str, origin: str) -> str:
    """HTML for a reader that knows no site: absolute addresses, no ids that could collide, no interactive wrappers.

    `html` is as nh3 writes it: names in lower case, values between double quotes, no « < » or « & » of its own in words.
    What is returned is XML too: each element closed, and no entities but XML's.
    """
    # split() yields words, then the slash, the name and the attributes of a tag and the words after it, in turn.
    first, *rest = TAG.split(html)
    around: list[tuple[str, str]] = []  # name and end tag of each open element
    done = [_words(first, around)]
    pieces = iter(rest)
    for slash, name, attributes, words in zip(pieces, pieces, pieces, pieces, strict=True):
        if slash:
            done.append(around.pop()[1] if around and around[-1][0] == name else _closed(around, name))
        elif name in EMPTY:
            done.append(f"<{name}{_attributes(attributes, origin)}/>")
        elif name == "a" and ' href="#' in attributes:
            around.append((name, ""))  # it leads to a place in the page: its words stay
        else:
            around.append((name, f"</{name}>"))
            done.append(f"<{name}{_attributes(attributes, origin) if attributes else ''}>")
        done.append(_words(words, around))
    return "".join((*done, *(end for _, end in reversed(around))))


def _closed(around: list[tuple[str, str]], name: str) -> str:
    """The end tags up to that of the nearest open `name`; none where none is open."""
    ends = []
    if any(name == open_ for open_, _ in around):
        open_ = ""
        while open_ != name:
            open_, end = around.pop()
            ends.append(end)
    return "".join(ends)


def _attributes(attributes: str, origin: str) -> str:
    kept = ((key, unescape(value)) for key, value in sorted(ATTRIBUTE.findall(attributes)) if key not in OURS)
    return "".join(
        f" {key}={_quoted(origin + value if key in {'href', 'src'} and value.startswith('/') else value)}" for key, value in kept
    )


def _quoted(value: str) -> str:
    """A value of an attribute between double quotes, or single ones where it holds only double ones."""
    value = escape(value, quote=False)
    if '"' not in value:
        return f'"{value}"'
    return f"'{value}'" if "'" not in value else '"' + value.replace('"', "&quot;") + '"'


def _words(text: str, around: list[tuple[str, str]]) -> str:
    """Words between tags; blanks between blocks shrink to one."""
    if "&" in text:
        return escape(unescape(text), quote=False)
    if BLANK.fullmatch(text) and not any(name == "pre" for name, _ in around):
        return "\n" if "\n" in text else " "
    return text
