"""RSS 2.0 by feedgen: channels, and the items that are made once and stand in several of them.

feedgen is imported where a feed is made: most edits make none, and it takes as long to load as some of them to build.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from html import escape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from contributions.library.library import Library

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry

TTL_MINUTES = 360
EMPTY = date(2000, 1, 1)
"""The date of a feed without items: feedgen would take the clock's."""
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold in any way (XML 1.0 section 2.2); an escape of Markdown may have brought it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that goes with an item. `length` is in bytes."""

    url: str
    length: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a channel. `summary` is plain text, `content` HTML; `permalink` says that the guid is an address."""

    title: str
    link: str
    summary: str
    content: str
    guid: str
    permalink: bool
    day: date
    categories: tuple[str, ...] = ()
    enclosure: Enclosure | None = None
    creator: str | None = None


def item(library: Library, found: Item) -> FeedEntry:
    """An item, for any channel. A description is HTML to those who read it; content is CDATA, which « ]]> » would end."""
    from feedgen.entry import FeedEntry

    entry = FeedEntry()
    entry.load_extension("dc", atom=False, rss=True)
    entry.title(_xml(found.title))
    entry.link(href=_xml(found.link))
    entry.guid(_xml(found.guid), permalink=found.permalink)
    entry.description(escape(_xml(found.summary), quote=False))
    entry.content(_xml(found.content).replace("]]>", "]]&gt;"), type="CDATA")
    entry.pubDate(_moment(found.day, library.hub.zone))
    entry.category([{"term": _xml(category)} for category in found.categories])
    if found.creator is not None:
        entry.dc.dc_creator(_xml(found.creator))
    if file := found.enclosure:
        entry.enclosure(_xml(file.url), str(file.length), file.type)
    return entry


def channel(library: Library, title: str, description: str, page: str, own: str, newest: date | None, items: Iterable[FeedEntry]) -> bytes:
    """A feed as text. `newest` dates it."""
    from feedgen.feed import FeedGenerator

    hub = library.hub
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False, rss=True)
    feed.title(_xml(title))
    feed.description(_xml(description or hub.tagline))
    feed.link(href=_xml(hub.url + own), rel="self", type="application/rss+xml")
    feed.link(href=_xml(hub.url + page), rel="alternate")
    feed.language(hub.lang)
    feed.generator("Escale")
    feed.ttl(TTL_MINUTES)
    feed.lastBuildDate(_moment(newest or EMPTY, hub.zone))
    for entry in items:
        feed.add_entry(entry, order="append")
    return bytes(feed.rss_str(pretty=True))


def _moment(day: date, zone: ZoneInfo) -> datetime:
    """A day as a time: the hub's own midnight, which is never to come once the day has begun there."""
    return datetime.combine(day, time.min, tzinfo=zone)


def _xml(text: str) -> str:
    """Text without what a reader would refuse."""
    return NO_XML.sub("", text)
