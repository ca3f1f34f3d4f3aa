"""What HTML a body may hold, and its words: nh3 decides and reads both."""

from __future__ import annotations

import re
from html import unescape

import nh3

TAGS = set(
    "a abbr acronym b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li "
    "ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var".split()
)
REMOVED = re.compile(
    r"<(?P<tag>script|style|iframe|object|embed|form|input|button|textarea|select|video|audio|svg|math|link|meta|base|frame|frameset|applet)\b"
    r"|<[a-z][a-z0-9]*\b[^<>]*?\s(?P<attribute>on[a-z]+|style|srcdoc|formaction)\s*=",
    re.IGNORECASE,
)
"""What of the rest is told when it is removed (W217, findings.py): what somebody may miss on the page."""
ATTRIBUTES = {
    "a": {"href", "title", "class", "id", "hreflang", "lang", "aria-label"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height", "title"},
    "li": {"id", "class"},
    "ol": {"start"},
    "span": {"role", "aria-label"},
    "sup": {"id"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "*": {"lang", "dir"},
    "h2": {"id"},
    "h3": {"id"},
    "div": {"class"},
    "code": {"class"},
}
"""What attributes.py looks at more closely, and narrows."""
SCHEMES = {"http", "https", "mailto", "tel"}

_no_tags = nh3.Cleaner(tags=set())


def plain_text(html: str) -> str:
    """The words of safe HTML, without markup, on one line."""
    return " ".join(words(html).split())


def words(html: str) -> str:
    """The words of safe HTML, without markup; blanks stand between them as they come."""
    parted = html.replace("<", " <")  # where an element begins or ends, so does a word; in words, « < » is written « &lt; »
    return unescape(_no_tags.clean(parted))
