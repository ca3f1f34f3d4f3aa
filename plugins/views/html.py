"""HTML that leaves the site: for feed readers and mail programs."""

from __future__ import annotations

from functools import cache, partial
from urllib.parse import urljoin

import nh3

from contributions.markdown.safe import ATTRIBUTES, SCHEMES, TAGS

OURS = {"id", "class"}
"""Attributes that mean something in a page of the site alone; what only our own wrappers have is no attribute of a body at all."""


def absolute(html: str, origin: str) -> str:
    """Safe HTML for a reader that knows no site: absolute addresses, no ids that could collide, no interactive wrappers.

    A link to a place in the page leads nowhere any more: its words stay.
    """
    return _cleaner(origin).clean(html)


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
