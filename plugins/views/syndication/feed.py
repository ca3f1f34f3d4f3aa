"""Make a feed of items, in the format that its address ends with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from contributions.library.library import Library
from contributions.region.hub import Hub
from publishing.page import Document, Planned, json_beside
from views.syndication import json_feed
from views.syndication.values import EMPTY, Channel, Item

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry


@dataclass(frozen=True)
class Entry:
    """An item as both formats have it, each made once, for all the channels that hold it."""

    hub: Hub
    item: Item

    @cached_property
    def rss(self) -> FeedEntry:
        """In RSS."""
        from views.syndication import rss  # feedgen takes as long to load as some edits to build, and most of them make no feed

        return rss.entry(self.hub, self.item)

    @cached_property
    def json(self) -> dict[str, Any]:
        """In JSON Feed."""
        return json_feed.item(self.hub, self.item)


def item(library: Library, found: Item) -> Entry:
    """An item, for any channel."""
    return Entry(library.hub, found)


def channel(library: Library, title: str, description: str, page: str, own: str, newest: date | None, items: Iterable[Entry]) -> bytes:
    """A feed as text, JSON Feed where its path `own` ends in « .json », RSS elsewhere. `newest` dates it."""
    hub = library.hub
    found = Channel(title=title, description=description or hub.tagline, page=hub.url + page, own=hub.url + own, newest=newest or EMPTY)
    if own.endswith(".json"):
        return json_feed.text(hub, found, (entry.json for entry in items))
    from views.syndication import rss

    return rss.text(hub, found, (entry.rss for entry in items))


def both(own: str, make: Callable[[str], bytes], filled: str | None = None) -> Iterator[Planned]:
    """A feed in both formats, to be made when it must: `own` is the path of its RSS, `make` gives the text that belongs at a path.

    `filled` names the template that its items are filled with, if any.
    """
    for path in (own, json_beside(own)):
        yield Planned(path, partial(_document, make, path), filled=filled)


def _document(make: Callable[[str], bytes], path: str) -> Document:
    return Document(path, make(path))
