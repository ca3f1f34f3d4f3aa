"""Turn a contribution's Markdown body into safe HTML: Python-Markdown's dialect, sanitised by nh3."""

from __future__ import annotations

import re

import nh3
from markdown import Markdown
from markdown.extensions import Extension

from contributions.markdown.attributes import Attributes
from contributions.markdown.github.preview import Preview
from contributions.markdown.notes import Notes
from contributions.markdown.safe import ATTRIBUTES, SCHEMES, TAGS, opened
from contributions.markdown.speedups import sped_up
from contributions.words.hidden import visible

AFTER_PRE = re.compile(r"<pre\b[^>]*>\n")
"""An empty line at the beginning of code, of which a reader of HTML takes away one."""


def extensions() -> list[str | Extension]:
    """Of Python-Markdown, for one converter: those that are ours remember what belongs to its document."""
    return ["def_list", "abbr", "md_in_html", Notes(), Preview()]


class Converter:
    """One Python-Markdown instance and one sanitiser, reused: building them costs more than a short body."""

    def __init__(self) -> None:
        self._markdown = sped_up(Markdown(extensions=extensions(), output_format="html"))
        self._attributes = Attributes()
        self._cleaner = nh3.Cleaner(
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=self._attributes.kept,
            url_schemes=SCHEMES,
            link_rel=None,
            strip_comments=True,
        )
        self._again = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None)

    def convert(self, text: str) -> str:
        """HTML of a body. Scripts, handlers, styles, iframes, forms, unsafe addresses and the page's own classes are dropped."""
        self._markdown.reset()
        html = self._attributes.clean(self._cleaner, opened(self._markdown.convert(text)))
        # An entity may say what no text may hold; findings.py tells it where it is seen. Without it, an address may be another one.
        while (plain := visible(html)) != html:
            html = self._again.clean(AFTER_PRE.sub(r"\g<0>\n", plain))
        return _with_tables(html) if "<table" in html else html


def _with_tables(html: str) -> str:
    """Wide tables scroll inside themselves, so that a page never does, and take the keyboard's focus; no heading is without words.

    A table in a table scrolls with it.
    """
    from contributions.markdown.soup import parsed, written  # few bodies have tables

    soup = parsed(html)
    outermost = [table for table in soup.find_all("table") if table.find_parent("table") is None]
    for number, table in enumerate(outermost, 1):
        table.wrap(soup.new_tag("div", attrs={"class": "scroll", "role": "region", "aria-label": f"Tableau {number}", "tabindex": "0"}))
    for heading in soup.find_all("th"):
        if not heading.contents:
            heading.name = "td"
    return written(soup)
