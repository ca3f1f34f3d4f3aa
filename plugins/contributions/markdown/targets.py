"""Where the links and pictures of a body lead."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

ELSEWHERE = ("http://", "https://", "mailto:", "tel:", "#")
"""How addresses begin that lead out of the site, or to a place in the page: nobody looks whether they are there."""


class Target(NamedTuple):
    """A link or a picture: the element's name (« a » or « img »), its address, and what a picture says to who does not see it."""

    tag: str
    address: str
    alternative: str


@lru_cache(maxsize=4)
def targets(html: str) -> tuple[Target, ...]:
    """The pictures of safe HTML, and its links but those that lead elsewhere; each address once.

    Several ask in a row for those of a body that is being read.
    """
    if _only_elsewhere(html):
        return ()
    from bs4 import BeautifulSoup  # an edit of a text without such links does without
    from bs4.filter import SoupStrainer

    found: dict[str, Target] = {}
    for element in BeautifulSoup(html, "html.parser", parse_only=SoupStrainer(["a", "img"])).find_all(["a", "img"]):
        address = str(element.get("href" if element.name == "a" else "src") or "")
        if address and not (element.name == "a" and address.startswith(ELSEWHERE)):
            found.setdefault(address, Target(element.name, address, str(element.get("alt") or "")))
    return tuple(found.values())


def _only_elsewhere(html: str) -> bool:
    """Whether there is no picture, and each link, as nh3 writes them, begins as those do that need no look."""
    return "<img" not in html and html.count('href="') == sum(html.count(f'href="{start}') for start in ELSEWHERE)
