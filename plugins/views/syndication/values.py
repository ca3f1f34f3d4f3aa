"""What a feed says, whatever its format."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

ICON = "/apple-touch-icon.png"
"""The picture of every channel: a square that readers show in their lists, and telephones among their programs."""
EMPTY = date(2000, 1, 1)
"""The date of a feed without items, and of nothing else: feedgen would take the clock's."""
UNSPEAKABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold in any way (XML 1.0 section 2.2), and nobody reads; an escape of Markdown may have brought it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that goes with an item. `length` is in bytes."""

    url: str
    length: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown(Enclosure):
    """A picture of an item: its size in pixels where that is known, what it shows, and whose it is."""

    width: int | None = None
    height: int | None = None
    alt: str = ""
    credit: str = ""


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
    updated: date | None = None
    categories: tuple[str, ...] = ()
    enclosure: Enclosure | None = None
    pictures: tuple[Shown, ...] = ()
    creator: str | None = None
    """Who says it; the hub, where that is left out: mail programs show it as the sender."""
    lang: str = ""
    """Empty for the hub's own language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """What holds items; addresses are absolute, `newest` is the day that dates it."""

    title: str
    description: str
    page: str
    own: str
    newest: date


def moment(day: date, zone: ZoneInfo) -> datetime:
    """A day as a time: the hub's own midnight, which is never to come once the day has begun there."""
    return datetime.combine(day, time.min, tzinfo=zone)


def plain(text: str) -> str:
    """Text without what a reader would refuse."""
    return UNSPEAKABLE.sub("", text)
