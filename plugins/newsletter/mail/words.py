"""The editor's words in a mail: as HTML with pictures that every program shows, and as plain text that somebody would have written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from contributions.markdown.soup import parsed, written
from contributions.media.pictures import MAILED, WIDE, mailed, mailed_path
from contributions.region.hub import Hub
from views.html import absolute

if TYPE_CHECKING:
    from bs4.element import PageElement, Tag

COLUMNS = 72
"""Of a line of text; some programs do not break lines by themselves."""
BLOCKS = frozenset("address blockquote dd details div dl dt figcaption figure h2 h3 h4 h5 h6 hr li ol p pre summary table tr ul".split())
BLANKS = re.compile(r"[ \t\r\n]+")
"""What HTML reads as one blank; no-break spaces are none."""


def as_html(words: str, hub: Hub) -> str:
    """Safe HTML for mail programs. A picture that some of them do not show is its words."""
    soup = parsed(words)
    for image in soup.find_all("img"):
        src, width, height = (str(image.get(name, "")) for name in ("src", "width", "height"))
        if mailed(src):
            image["src"] = mailed_path(src, MAILED[1])
            image["width"] = str(min(int(width), WIDE)) if width.isdecimal() else str(WIDE)
            if height:
                del image["height"]
        else:
            image.replace_with(str(image.get("alt", "")))
    return absolute(written(soup), hub.url)


def begun(html: str, most: int) -> str:
    """As many whole blocks of safe HTML as fit in so many bytes."""
    soup = parsed(html)
    while soup.contents and len(written(soup).encode()) > most:
        soup.contents[-1].extract()
    return written(soup).strip()


def as_text(html: str) -> str:
    """Plain text of safe HTML with whole addresses: paragraphs, lists with dashes, links with their addresses behind them."""
    return "\n\n".join(block for block in _blocks(parsed(html.replace("&nbsp;", "\u00a0")), COLUMNS) if block.strip())


def filled_lines(text: str, columns: int = COLUMNS, *, first: str = "", others: str = "") -> str:
    """A text in lines; an address is never cut."""
    if len(first) + len(text) <= columns and "\n" not in text:
        return first + text
    return "\n".join(wrap(text, columns, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False))


def _blocks(parent: Tag, columns: int) -> Iterator[str]:
    """The blocks of an element, each as lines; what stands between them without one is one, too."""
    loose: list[str] = []
    for child in parent.children:
        name = getattr(child, "name", None)
        if name not in BLOCKS:
            loose.append(_inline(child))
            continue
        yield from _paragraph(loose, columns)
        loose = []
        yield from _block(child, str(name), columns)  # type: ignore[arg-type] # because only elements have a name
    yield from _paragraph(loose, columns)


def _paragraph(pieces: list[str], columns: int) -> Iterator[str]:
    """Pieces of text as lines; nothing where they say nothing."""
    if text := _said(pieces):
        yield "\n".join(filled_lines(line, columns) for line in text.split("\n"))


def _block(block: Tag, name: str, columns: int) -> Iterator[str]:
    if name in {"ul", "ol"}:
        yield "\n".join(_items(block, name, columns))
    elif name == "blockquote":
        quoted = "\n\n".join(_blocks(block, columns - 2))
        yield "\n".join(f"> {line}".rstrip() for line in quoted.split("\n"))
    elif name == "pre":
        yield block.get_text().strip("\n")
    elif name == "hr":
        yield "* * *"
    elif name == "tr":
        yield " · ".join(filter(None, (_said([_inline(cell)]) for cell in block.find_all(["td", "th"]))))
    elif name in {"h2", "h3", "h4", "h5", "h6"}:
        title = _said([_inline(block)])
        yield title.upper() if name == "h2" else title
    else:
        yield from _blocks(block, columns)


def _items(items: Tag, name: str, columns: int) -> Iterator[str]:
    for number, item in enumerate(items.find_all("li", recursive=False), 1):
        mark = f"{number}. " if name == "ol" else "– "
        inner = "\n".join(_blocks(item, columns - len(mark)))
        yield mark + inner.replace("\n", "\n" + " " * len(mark))


def _inline(piece: PageElement) -> str:
    """The words of a piece of text; a line break is one."""
    name = getattr(piece, "name", None)
    if name is None:
        return BLANKS.sub(" ", str(piece))
    tag: Tag = piece  # type: ignore[assignment] # because only elements have a name
    if name == "br":
        return "\n"
    if name == "img":
        return str(tag.get("alt", ""))
    inner = "".join(_inline(child) for child in tag.children)
    address = str(tag.get("href", "")).removeprefix("mailto:") if name == "a" else ""
    return f"{inner} ({address})" if address and address not in inner else inner


def _said(pieces: list[str]) -> str:
    """Pieces of text as one, without the blanks at the ends of its lines."""
    return "\n".join(" ".join(line.split(" ")).strip(" ") for line in re.sub(r" +", " ", "".join(pieces)).strip(" \n").split("\n"))
