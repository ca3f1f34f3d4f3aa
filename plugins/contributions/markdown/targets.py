"""Where the links and pictures of a body lead."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

ELSEWHERE = ("http://", "https://", "mailto:", "tel:", "#")
"""How addresses begin that lead out of the site, or to a place in the page: nobody looks whether they are there."""


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
    if _only_elsewhere(html):
        return ()
    reader = _Targets()
    reader.feed(html)
    reader.close()
    return tuple(reader.found.values())


def written(text: str, start: int) -> dict[str, int]:
    """Every address that a text of Markdown names behind an offset, with where it is written first."""
    found: dict[str, int] = {}
    for place in BEFORE.finditer(text, start):
        name = place.lastgroup or ""
        found.setdefault(unescape(place[name]).strip(), place.start(name))
    return found


def _only_elsewhere(html: str) -> bool:
    """Whether there is no picture, and each link, as nh3 writes them, begins as those do that need no look."""
    return "<img" not in html and html.count('href="') == sum(html.count(f'href="{start}') for start in ELSEWHERE)


class _Targets(HTMLParser):
    """Looks at start tags alone. Beautiful Soup takes more than twice the time, and each edit of a body would have to load it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Target] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag: note where it leads."""
        if tag not in {"a", "img"}:
            return
        values = dict(attrs)
        address = values.get("href" if tag == "a" else "src") or ""
        if address and not (tag == "a" and address.startswith(ELSEWHERE)):
            self.found.setdefault(address, Target(tag, address, values.get("alt") or ""))
