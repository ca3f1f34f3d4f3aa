"""RSS 2.0 as text: channels, and the items that are written once and stand in several of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from email.utils import format_datetime
from functools import cache
from html import escape
from zoneinfo import ZoneInfo

from contributions.library.library import Library

TTL_MINUTES = 360
HEAD = b"""\
<?xml version='1.0' encoding='UTF-8'?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" \
xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
"""
END = b"  </channel>\n</rss>\n"
CONTROLS = bytes({*range(0x20)} - {*b"\t\n\r"})
NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())
"""With CONTROLS, what XML cannot hold in any way (XML 1.0 section 2.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that goes with an item. `length` is in bytes."""

    url: str
    length: int
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry of a channel. `content` is HTML as `views.html.absolute` leaves it; `permalink` says that the guid is an address."""

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


def item(library: Library, found: Item) -> bytes:
    """An item as it stands in a channel. Its content is CDATA, which « ]]> » would end."""
    lines = [
        "    <item>",
        f"      <title>{_text(found.title)}</title>",
        f"      <link>{_text(found.link)}</link>",
        f"      <description>{_text(found.summary)}</description>",
        f"      <content:encoded><![CDATA[{found.content.replace(']]>', ']]&gt;')}]]></content:encoded>",
        f'      <guid isPermaLink="{"true" if found.permalink else "false"}">{_text(found.guid)}</guid>',
        *(f"      <category>{_text(category)}</category>" for category in found.categories),
    ]
    if file := found.enclosure:
        lines.append(f'      <enclosure url="{_value(file.url)}" length="{file.length}" type="{_value(file.type)}"/>')
    lines.append(f"      <pubDate>{_moment(found.day, library.hub.zone)}</pubDate>")
    if found.creator is not None:
        lines.append(f"      <dc:creator>{_text(found.creator)}</dc:creator>")
    lines.append("    </item>\n")
    return _xml("\n".join(lines))


def channel(library: Library, title: str, description: str, page: str, own: str, newest: date | None, items: Iterable[bytes]) -> bytes:
    """A feed. `newest` dates it; without items a constant does, as no clock may enter."""
    hub = library.hub
    head = f"""\
    <title>{_text(title)}</title>
    <link>{_text(hub.url + page)}</link>
    <description>{_text(description or hub.tagline)}</description>
    <atom:link href="{_value(hub.url + own)}" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <generator>Escale</generator>
    <language>{_text(hub.lang)}</language>
    <lastBuildDate>{_moment(newest or date(2000, 1, 1), hub.zone)}</lastBuildDate>
    <ttl>{TTL_MINUTES}</ttl>
"""
    return b"".join((HEAD, _xml(head), *items, END))


@cache
def _moment(day: date, zone: ZoneInfo) -> str:
    """A day as a time (RFC 822 section 5): the hub's own midnight, which is never to come once the day has begun there."""
    return format_datetime(datetime.combine(day, time.min, tzinfo=zone))


def _xml(text: str) -> bytes:
    """Text as UTF-8, without what a reader would refuse; an escape of Markdown may have brought it."""
    data = text.encode(errors="ignore").translate(None, CONTROLS)
    for character in NO_CHARACTERS:
        data = data.replace(character, b"")
    return data


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\r", "&#13;")


def _value(text: str) -> str:
    """An attribute's value, between double quotes."""
    return _text(text).replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
