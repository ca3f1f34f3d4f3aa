"""Safe HTML as a tree that can be changed, and written again as nh3 writes it: what nobody changed has the same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from bs4 import BeautifulSoup
from bs4.element import Tag
from bs4.formatter import HTMLFormatter

NO_BREAK = "\0"
"""In a tree, a no-break space that nh3 has written, which is an entity; those of our typography stand for themselves. HTML holds no NUL."""


class _AsSafeHtml(HTMLFormatter):
    """Attributes in their order, values between double quotes, and only the characters escaped that must be (HTML standard, 13.3)."""

    def __init__(self) -> None:
        super().__init__(entity_substitution=_text, void_element_close_prefix="")

    def attribute_value(self, value: str) -> str:
        """A value of an attribute."""
        return _text(value).replace('"', "&quot;")

    def attributes(self, tag: Tag) -> Iterable[tuple[str, str | None]]:
        """The attributes of an element."""
        return ((name, str(value)) for name, value in tag.attrs.items())


def _text(text: str) -> str:
    return escape(text, quote=False).replace(NO_BREAK, "&nbsp;")


_formatter = _AsSafeHtml()


def parsed(html: str) -> BeautifulSoup:
    """The tree of safe HTML."""
    return BeautifulSoup(
        html.replace("&nbsp;", NO_BREAK),
        "html.parser",
        multi_valued_attributes=None,
        preserve_whitespace_tags={BeautifulSoup.ROOT_TAG_NAME},  # everywhere: else blanks between elements would shrink
        store_line_numbers=False,
    )


def written(soup: BeautifulSoup) -> str:
    """The HTML of a tree."""
    return soup.decode(formatter=_formatter)
