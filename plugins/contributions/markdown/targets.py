"""Where the links and pictures of a body lead."""

from __future__ import annotations

import re
from html import unescape
from typing import NamedTuple

ELSEWHERE = ("http://", "https://", "mailto:", "tel:", "#")
"""How addresses begin that lead out of the site, or to a place in the page: nobody looks whether they are there."""
START = re.compile(r'<(a|img)((?: [a-z-]+="[^"]*")*)>')
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
"""A start tag and its attributes as nh3 writes them: always so, whatever was written. A parser of all HTML takes twenty times as long."""
BEFORE = re.compile(
    r"""\]\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<inline>(?:[^\s<>()]|\([^\s<>()]*\))++))"""
    r"""|^ {0,3}\[[^\]\n]*\]:\s*(?:<(?P<other>[^<>\n]*)>|(?P<defined>[^\s<>]+))"""
    r"""|\b(?:href|src)\s*+=\s*+(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+))""",
    re.MULTILINE | re.IGNORECASE,
)
"""Where a text says where something leads: a link or picture, a definition, an attribute."""


class Target(NamedTuple):
    """A link or a picture: the element's name (« a » or « img »), its address, and what a picture says to who does not see it."""

    tag: str
    address: str
    alternative: str


def targets(html: str) -> tuple[Target, ...]:
    """The pictures of safe HTML, and its links but those that lead elsewhere; each address once."""
    found: dict[str, Target] = {}
    for start in START.finditer(html):
        tag, attributes = start.groups()
        values = {name: unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
        address = values.get("href" if tag == "a" else "src", "")
        if address and not (tag == "a" and address.startswith(ELSEWHERE)):
            found.setdefault(address, Target(tag, address, values.get("alt", "")))
    return tuple(found.values())


def written(text: str, start: int) -> dict[str, int]:
    """Every address that a text of Markdown names behind an offset, with where it is written first."""
    found: dict[str, int] = {}
    for place in BEFORE.finditer(text, start):
        name = place.lastgroup or ""
        found.setdefault(unescape(place[name]).strip(), place.start(name))
    return found
