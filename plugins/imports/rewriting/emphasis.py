"""Emphasis as Markdown can have it: around words of one line, without blanks at its ends, and never in one of its sort."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

BLOCKS = set("blockquote caption div h1 h2 h3 h4 h5 h6 hr li ol p table tbody td tfoot th thead tr ul".split())
EMPHASIS = {"b": "strong", "strong": "strong", "em": "em", "i": "em", "s": "del", "del": "del", "strike": "del"}


def straighten(soup: BeautifulSoup) -> None:
    """Each stands around words of one line, with no blanks at its ends, and never in one of its sort."""
    for tag in reversed(soup.find_all(list(EMPHASIS))):
        tag.name = EMPHASIS[tag.name]
        if tag.find(list(BLOCKS)) or tag.find_parent(_same_as(tag)) or tag.find_parent("code"):
            tag.unwrap()
    for tag in reversed(soup.find_all(["strong", "em", "del"])):
        if tag.find("br"):
            _split(soup, tag)
    for link in soup.find_all("a"):
        for end in link.find_all("br"):
            end.replace_with(" ")
        if link.find(list(BLOCKS)):
            link.unwrap()
    soup.smooth()
    for tag in soup.find_all(["strong", "em", "del"]):
        following = tag.next_sibling
        while isinstance(following, Tag) and following.name == tag.name:
            for child in list(following.contents):
                tag.append(child)
            following.decompose()
            following = tag.next_sibling
    for tag in reversed(soup.find_all(["strong", "em", "del", "a"])):
        _trimmed(tag)


def _same_as(tag: Tag) -> list[str]:
    return [name for name, meant in EMPHASIS.items() if meant == tag.name]


def _split(soup: BeautifulSoup, tag: Tag) -> None:
    """Emphasis of several lines is one of each line."""
    piece = soup.new_tag(tag.name)
    for child in list(tag.contents):
        if isinstance(child, Tag) and child.name == "br":
            tag.insert_before(piece)
            tag.insert_before(child.extract())
            piece = soup.new_tag(tag.name)
        else:
            piece.append(child.extract())
    tag.replace_with(piece)


def _trimmed(tag: Tag) -> None:
    """Blanks at the ends of an element stand before and behind it; without words, it is not there."""
    words = tag.get_text()
    if not words.strip():
        tag.insert_before(" ")
        tag.unwrap()
        return
    for at in (0, -1):
        end = tag.contents[at]
        if isinstance(end, NavigableString):
            bare = end.lstrip() if at == 0 else end.rstrip()
            if bare != end:
                tag.insert_before(" ") if at == 0 else tag.insert_after(" ")
                end.replace_with(bare)
