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
