"""Turn a contribution's Markdown body into safe HTML: Python-Markdown's dialect, sanitised by nh3."""

from __future__ import annotations

import re
from itertools import count

import nh3
from markdown import Markdown

from contributions.markdown.speedups import sped_up

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


class Converter:
    """One Python-Markdown instance and one sanitiser, reused: building them costs more than a short body."""

    def __init__(self) -> None:
        self._markdown = sped_up(Markdown(extensions=EXTENSIONS, output_format="html"))
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
