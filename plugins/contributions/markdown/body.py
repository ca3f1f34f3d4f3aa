"""Turn a contribution's Markdown body into safe HTML: Python-Markdown's dialect, sanitised by nh3."""

from __future__ import annotations

from typing import ClassVar, Self

import markdown
import nh3
from markdown.inlinepatterns import LINK_RE

from contributions.markdown.inline import Emphasis, Inline, Link
from contributions.markdown.safe import ATTRIBUTES, SCHEMES, TAGS
from contributions.markdown.tree import FencedCode, GuardedParser, HtmlBlocks, OneHeading, Prettify, Unescape, Whitespace, to_html

EXTENSIONS = ["tables", "footnotes", "def_list", "abbr", "sane_lists", "fenced_code", "md_in_html"]


class FastMarkdown(markdown.Markdown):
    """Python-Markdown with our extensions, some of its processors replaced by ones that do the same in a sixth of the time.

    They are registered under the library's names and priorities, and `tests/contributions/test_markdown_speedups.py` holds their
    output to the library's own, byte for byte. A new version of the library must pass these tests too.
    """

    output_formats: ClassVar = {"html": to_html}

    def __init__(self) -> None:
        super().__init__(extensions=EXTENSIONS, output_format="html")
        self.preprocessors.register(Whitespace(self), "normalize_whitespace", 30)
        self.preprocessors.register(FencedCode(self, {"lang_prefix": "language-"}), "fenced_code_block", 25)
        self.preprocessors.register(HtmlBlocks(self), "html_block", 20)
        self.parser.blockprocessors.register(OneHeading(self.parser), "one_heading", 70.5)
        self.inlinePatterns.register(Link(LINK_RE, self), "link", 160)
        emphasis = Emphasis("*", "strong,em", self)
        emphasis.add("_", "strong,em", smart=True)
        self.inlinePatterns.register(emphasis, "em_strong", 60)
        inline = Inline(self)  # it takes the patterns as they are now
        self.treeprocessors.register(inline, "inline", 20)
        self.treeprocessors.register(Prettify(self), "prettify", 10)
        self.treeprocessors.register(Unescape(self, inline), "unescape", 0)

    def build_parser(self) -> Self:
        """Build the parser of blocks around ours: the library calls this before it loads extensions, which then find it."""
        super().build_parser()
        parser = GuardedParser(self)
        parser.blockprocessors = self.parser.blockprocessors
        for processor in parser.blockprocessors:
            processor.parser = parser
        self.parser = parser
        return self


class Converter:
    """One Python-Markdown instance and one sanitiser, reused: building them costs more than a short body."""

    def __init__(self) -> None:
        self._markdown = FastMarkdown()
        self._cleaner = nh3.Cleaner(tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, strip_comments=True)

    def convert(self, text: str) -> str:
        """HTML of a body. Scripts, handlers, styles, iframes, forms and unsafe addresses are dropped."""
        self._markdown.reset()
        html = self._cleaner.clean(self._markdown.convert(text))
        return _with_tables(html) if "<table" in html else html


def _with_tables(html: str) -> str:
    """Wide tables scroll inside themselves, so that a page never does, and take the keyboard's focus; no heading is without words."""
    from contributions.markdown.soup import parsed, written  # few bodies have tables

    soup = parsed(html)
    for number, table in enumerate(soup.find_all("table"), 1):
        table.wrap(soup.new_tag("div", attrs={"class": "scroll", "role": "region", "aria-label": f"Tableau {number}", "tabindex": "0"}))
    for heading in soup.find_all("th"):
        if not heading.contents:
            heading.name = "td"
    return written(soup)
