"""What HTML a body may hold, and its words: nh3 decides and reads both."""

from __future__ import annotations

import re
from html import unescape

import nh3

TAGS = set(
    "a abbr acronym b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li "
    "ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var".split()
)
RAW = {"script", "style", "iframe"}
"""Elements whose words are no text: they go with them."""
SWALLOWING = re.compile(
    r"</?(?P<tag>title|textarea|xmp|noembed|noframes|noscript|plaintext|template|select|script|style|iframe)(?=[\s/>])[^<>]*>?",
    re.IGNORECASE,
)
"""What a reader of HTML takes all that follows for its words (HTML, 13.2.6), Markdown's own included: it must not open anything."""
REMOVED = re.compile(
    r"<!--(?:(?!-->).)*+|<(?P<tag>[a-z][^\s<>/]*+)(?P<inside>(?:(?!\n[ \t]*+\n)[^<>])*+)>",
    re.IGNORECASE | re.DOTALL,
)
"""Where a tag stands of which something may be removed (W217, dropped.py); in a comment stands none."""
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


def opened(html: str) -> str:
    """HTML without the tags that would swallow what follows; the words in them stay, but those of a script that is closed."""
    if not SWALLOWING.search(html):
        return html
    lower = html.lower()
    closed = {tag: lower.rfind(f"</{tag}") for tag in RAW}
    return SWALLOWING.sub(lambda tag: tag[0] if tag.start() <= closed.get(tag["tag"].lower(), -1) else "", html)


def plain_text(html: str) -> str:
    """The words of safe HTML, without markup, on one line."""
    return " ".join(words(html).split())


def words(html: str) -> str:
    """The words of safe HTML, without markup; blanks stand between them as they come."""
    parted = html.replace("<", " <")  # where an element begins or ends, so does a word; in words, « < » is written « &lt; »
    return unescape(_no_tags.clean(parted))
