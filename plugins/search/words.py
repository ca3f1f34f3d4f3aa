"""Part elided words for the index, which cuts text at spaces only, so that « éclipse » finds « l’éclipse »."""

from __future__ import annotations

import re
from html.parser import HTMLParser

MARK = re.compile(r"(?<=[cdjlmnstu])[’'](?=\w)", re.IGNORECASE)
ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)\Z", re.IGNORECASE)
"""js/search/terms.js drops the same ones from what is asked, and excerpt.js joins them again in what is shown."""
LONGEST = 7
"""Characters that decide whether an apostrophe ends an elision: « lorsqu », and what stands before it."""


def parted(text: str) -> str:
    """Text with a space after each elision."""

    def spaced(mark: re.Match[str]) -> str:
        start = mark.start()
        return f"{mark[0]} " if ELIDED.search(text[max(0, start - LONGEST) : start]) else mark[0]

    return MARK.sub(spaced, text)


def parted_html(html: str) -> str:
    """Safe HTML with a space after each elision of its words; its tags stay as they are."""
    reader = _Parting()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _Parting(HTMLParser):
    """Passes HTML on, words parted. A tree of each body, to change nothing but words, would take three times as long."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A start tag, as it is written."""
        del tag, attrs
        self.parts.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        """An end tag."""
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Words."""
        self.parts.append(parted(data))

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self.parts.append(f"&{name};")
