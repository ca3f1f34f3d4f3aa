"""Turn a contribution's Markdown body into safe HTML: Python-Markdown's dialect, sanitised by nh3."""

from __future__ import annotations

import re
from itertools import count
from typing import ClassVar, Self

import markdown
import nh3
from markdown.inlinepatterns import LINK_RE

from contributions.markdown.inline import Emphasis, Inline, Link
from contributions.markdown.tree import FencedCode, GuardedParser, HtmlBlocks, OneHeading, Prettify, Unescape, Whitespace, to_html

EXTENSIONS = ["tables", "footnotes", "def_list", "abbr", "sane_lists", "fenced_code", "md_in_html"]
TAGS = set(
    "a abbr acronym b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li "
    "ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var".split()
)
ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "hreflang", "lang"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height", "title"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "*": {"lang"},
    "h2": {"id"},
    "h3": {"id"},
    "div": {"class"},
    "code": {"class"},
}
TABLE = re.compile("<table>")
SCHEMES = {"http", "https", "mailto", "tel"}


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
        return _scrollable_tables(self._cleaner.clean(self._markdown.convert(text)))


def _scrollable_tables(html: str) -> str:
    """Wide tables scroll inside themselves, so that a page never does; the wrapper takes the keyboard's focus."""
    if "table>" not in html:
        return html
    numbers = count(1)
    html = TABLE.sub(lambda _: f'<div class="scroll" role="region" aria-label="Tableau {next(numbers)}" tabindex="0"><table>', html)
    return html.replace("</table>", "</table></div>")


def plain_text(html: str) -> str:
    """The words of HTML, without markup, on one line."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()
