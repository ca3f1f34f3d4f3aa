"""HTML that leaves the site: for feed readers and mail programs."""

from __future__ import annotations

import re
from functools import cache, partial
from html import escape, unescape
from urllib.parse import urljoin

import nh3

from contributions.markdown.safe import ATTRIBUTES, SCHEMES, TAGS
from contributions.words.escapes import encoded

OURS = {"id", "class"}
"""Attributes that mean something in a page of the site alone; what only our own wrappers have is no attribute of a body at all."""

UNENCODED = re.compile(r"""(?:href|src)="[^"]*[^"!#$%&'()*+,\-./0-9:;=?@A-Za-z\[\]_~]""")
"""Whether there may be something to encode at all: seldom."""
ELEMENT = re.compile(r"""<(?:a|img)(?: [\w-]+="[^"]*")+>""")
"""As nh3 and Beautiful Soup write it: between quotes, no quote is left in a value."""
VOID = re.compile(r"""<((?:br|col|hr|img|wbr)(?: [\w-]+="[^"]*")*)>""")
"""Elements that have no end, as nh3 writes them."""
ADDRESS = re.compile(r"""(?P<name>\b(?:href|src))="(?P<value>[^"]*)\"""")


def absolute(html: str, origin: str) -> str:
    """Safe HTML for a reader that knows no site: absolute addresses, no ids that could collide, no interactive wrappers.

    A link to a place in the page leads nowhere any more: its words stay. It is well-formed to those who take it for XML.
    """
    return VOID.sub(r"<\1/>", _cleaner(origin).clean(addressed(html)))


def addressed(html: str) -> str:
    """Safe HTML whose addresses are percent-encoded: authors name files as they are called."""
    return ELEMENT.sub(_encoded, html) if UNENCODED.search(html) else html


def _encoded(element: re.Match[str]) -> str:
    return ADDRESS.sub(lambda found: f'{found["name"]}="{escape(encoded(unescape(found["value"])), quote=False)}"', element[0])


@cache
def _cleaner(origin: str) -> nh3.Cleaner:
    attributes = {tag: names - OURS for tag, names in ATTRIBUTES.items()}
    attributes["a"] -= {"aria-label"}  # of notes, whose links lead nowhere here
    return nh3.Cleaner(tags=TAGS, attributes=attributes, url_schemes=SCHEMES, link_rel=None, url_relative=partial(_address, origin))


def _address(origin: str, relative: str) -> str | None:
    """What a relative address is elsewhere; nothing for a place in the page."""
    if relative.startswith("#"):
        return None
    try:
        return urljoin(origin, relative)
    except ValueError:  # no address at all, as « //[y/ »
        return None
