"""Read a feed (RSS, Atom) or an export of WordPress: its articles. A map may make announcements or resources of some."""

from __future__ import annotations

from imports.sources.feeds.items import articles
from imports.sources.feeds.reachable import checked
from imports.sources.feeds.wordpress import is_export, posts
from imports.taken import Given, Reading


def read(data: bytes, given: Given) -> Reading:
    """The articles of a feed. Raises UnreadableSource."""
    found = checked(data)
    return posts(found, given) if is_export(found) else articles(found, given)
