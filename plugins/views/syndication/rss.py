"""RSS 2.0 by feedgen, with what Dublin Core and Media RSS add.

Import it where a feed is made: feedgen takes as long to load as some edits to build, and most of them make no feed.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.media import MEDIA_NS, MediaEntryExtension, MediaExtension
from feedgen.feed import FeedGenerator
from feedgen.util import xml_elem

from contributions.region.hub import Hub
from views.syndication.values import ICON, Channel, Item, Shown, moment, plain

TTL_MINUTES = 360
ICON_PIXELS = 144
"""The widest that RSS 2.0 lets the picture of a channel be shown; the file has more, for sharp screens."""


class Pictures(MediaEntryExtension):  # type: ignore[misc] # because feedgen has no types
    """feedgen's own, which knows neither what a picture shows nor whose it is (Media RSS 1.5.1: media:description, media:credit)."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, Shown] = {}

    def add(self, shown: Shown) -> None:
        """One picture more."""
        url = plain(shown.url)
        sizes = {"fileSize": shown.length, "width": shown.width, "height": shown.height}
        known = {name: str(size) for name, size in sizes.items() if size}
        self.content(url=url, type=shown.type, medium="image", group=None, **known)
        self.words[url] = shown

    def extend_rss(self, item: Any) -> Any:
        """The item's element with its pictures."""
        super().extend_rss(item)
        for content in item.iterchildren(f"{{{MEDIA_NS}}}content"):
            shown = self.words[content.get("url")]
            for name, words in (("description", shown.alt), ("credit", shown.credit)):
                if words:
                    xml_elem(f"{{{MEDIA_NS}}}{name}", content).text = plain(words)
        return item


def entry(hub: Hub, found: Item) -> FeedEntry:
    """An item. A description is HTML to those who read it; content is CDATA, which « ]]> » would end."""
    made = FeedEntry()
    made.load_extension("dc", atom=False, rss=True)
    made.register_extension("media", Pictures, atom=False, rss=True)
    made.title(plain(found.title))
    made.link(href=plain(found.link))
    made.guid(plain(found.guid), permalink=found.permalink)
    made.description(escape(plain(found.summary), quote=False))
    made.content(plain(found.content).replace("]]>", "]]&gt;"), type="CDATA")
    made.pubDate(moment(found.day, hub.zone))
    made.category([{"term": plain(category)} for category in found.categories])
    made.dc.dc_creator(plain(found.creator or hub.name))
    if found.lang and found.lang != hub.lang:
        made.dc.dc_language(found.lang)
    if file := found.enclosure:
        made.enclosure(plain(file.url), str(file.length), file.type)
    for shown in found.pictures:
        made.media.add(shown)
    return made


def text(hub: Hub, channel: Channel, items: Iterable[FeedEntry]) -> bytes:
    """A feed as text."""
    feed = FeedGenerator()
    feed.load_extension("dc", atom=False, rss=True)
    feed.register_extension("media", MediaExtension, Pictures, atom=False, rss=True)
    feed.title(plain(channel.title))
    feed.description(plain(channel.description))
    feed.link(href=plain(channel.own), rel="self", type="application/rss+xml")
    feed.link(href=plain(channel.page), rel="alternate")
    feed.language(hub.lang)
    feed.generator("Escale")
    feed.ttl(TTL_MINUTES)
    feed.lastBuildDate(moment(channel.newest, hub.zone))
    feed.dc.dc_creator(plain(hub.name))
    feed.image(hub.url + ICON, plain(channel.title), plain(channel.page), str(ICON_PIXELS), str(ICON_PIXELS))
    for made in items:
        feed.add_entry(made, order="append")
    return bytes(feed.rss_str(pretty=True))
