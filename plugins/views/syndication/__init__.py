"""Feeds in two formats, RSS 2.0 and JSON Feed 1.1, from one value: `item` makes an entry, `channel` a feed, `both` plans its two files."""

from views.syndication.feed import Entry, both, channel, item
from views.syndication.values import ICON, Enclosure, Item, Shown

__all__ = ["ICON", "Enclosure", "Entry", "Item", "Shown", "both", "channel", "item"]
