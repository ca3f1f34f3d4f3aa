"""Articles of RSS and Atom feeds (feedparser)."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from time import struct_time
from typing import Any
from zoneinfo import ZoneInfo

import feedparser

from contributions.words.folding import folded
from imports.rewriting.persons import institution
from imports.rewriting.pictures import credit_of, pictures_of, web
from imports.sources.feeds.addresses import old_path
from imports.sources.feeds.reachable import MOST, few
from imports.taken import Given, Picture, Reading, Refusal, Taken, UnreadableSource
from imports.texts import markdown_of_html, plain, summary

LONGEST = 140
"""Characters of a title."""
SINCE = 1990

Item = Mapping[str, Any]


def articles(data: bytes, given: Given) -> Reading:
    """The articles of a feed; it holds the newest only. Raises UnreadableSource."""
    data, more = few(data)
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.version and not feed.entries:
        raise UnreadableSource("Ce n’est ni un flux RSS, ni un flux Atom, ni un export de WordPress.")
    refused: list[Refusal] = []
    made: dict[str, Taken] = {}
    if feed.bozo and not more and not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType):
        refused.append(Refusal("flux", "Ce flux n’est pas du XML bien formé : ce qui en a été compris est repris."))
    publisher = institution(plain(str(feed.feed.get("title", ""))))
    for number, item in enumerate(feed.entries[:MOST], 1):
        if not any(item.get(name) for name in ("title", "summary", "content", "link")):
            refused.append(Refusal(f"article {number}", "Cet article est vide."))
            continue
        taken = _article(dict(item), number, publisher, given, refused)
        if taken.id in made:
            refused.append(
                Refusal(taken.at, f"L’identifiant « {taken.id[:80]} » est déjà celui d’un autre article : le premier est repris.")
            )
        made.setdefault(taken.id, taken)
    if more:
        refused.append(Refusal(f"article {MOST + 1}", f"Plus de {MOST} articles : les {more} suivants ne sont pas repris."))
    return Reading(tuple(made.values()), refused=tuple(refused), whole=False)


def _article(item: Item, number: int, publisher: str, given: Given, refused: list[Refusal]) -> Taken:
    link, html = str(item.get("link", "")), _text(item)
    title = plain(str(item.get("title", "")))
    identity = " ".join(str(item.get("id", "")).split()) or link or hashlib.sha256(f"{title}\n{html}".encode()).hexdigest()[:16]
    at = f"article {number}, « {title[:60]} »" if title else f"article {number}"
    created = day_of(item.get("published_parsed") or item.get("updated_parsed"), given)
    changed = day_of(item.get("updated_parsed"), given)
    path = old_path(link)
    values = {
        **titled(title, at, refused),
        **summed(str(item.get("summary", "")) or html, title),
        **({"updated": changed.isoformat()} if created and changed and changed > created else {}),
        **({"aliases": [path]} if path else {}),
    }
    return Taken(
        kind="article",
        id=identity,
        at=at,
        values=values,
        body=markdown_of_html(html, web(link)),
        words=tuple(dict.fromkeys(filter(None, (plain(str(tag.get("term") or "")) for tag in item.get("tags", ())))))[:100],
        organiser=publisher,
        pictures=tuple(_pictures(item, html, link)),
        created=created,
    )


def titled(title: str, at: str, refused: list[Refusal]) -> dict[str, str]:
    """A title as a contribution may have it."""
    short = summary(title, LONGEST)
    if short != title:
        refused.append(Refusal(at, f"Ce titre a plus de {LONGEST} caractères : il est coupé."))
    if not title:
        refused.append(Refusal(at, "Cet article n’a pas de titre."))
    return {"title": short} if short else {}


def summed(text: str, title: str) -> dict[str, str]:
    """A summary, where it says more than the title."""
    short = summary(text)
    return {"summary": short} if short and folded(short) != folded(title) else {}


def _text(item: Item) -> str:
    """The longest that is said of it."""
    contents = [str(content.get("value") or "") for content in item.get("content", ())]
    return max([*contents, str(item.get("summary") or "")], key=len)


def day_of(parsed: object, given: Given) -> date | None:
    """The day of a moment in UTC, in the hub's zone; none of what is still to come."""
    if not isinstance(parsed, struct_time):
        return None
    try:
        day = datetime(*parsed[:6], tzinfo=UTC).astimezone(given.hub.zone).date()
    except (ValueError, OverflowError):
        return None
    return day if day.year >= SINCE and day <= given.today else None


def local_day(text: str, given: Given, zone: ZoneInfo | None = None) -> date | None:
    """The day of « 2019-05-04 10:00:00 », local, or of a zone."""
    try:
        moment = datetime.fromisoformat(text.strip())
        day = moment.replace(tzinfo=zone).astimezone(given.hub.zone).date() if zone else moment.date()
    except (ValueError, OverflowError):
        return None
    return day if day.year >= SINCE and day <= given.today else None


def _pictures(item: Item, html: str, link: str) -> Iterator[Picture]:
    """Those of the entry, with the credit of its media, then those of its text."""
    credit = " ".join(str(each.get("content") or "") for each in item.get("media_credit", ())).strip()
    seen: set[str] = set()
    for media in (
        *item.get("media_content", ()),
        *(link for link in item.get("links", ()) if link.get("rel") == "enclosure"),
        *item.get("media_thumbnail", ()),
    ):
        address = web(str(media.get("url") or media.get("href") or ""))
        sort = f"{media.get('type') or ''} {media.get('medium') or ''}"
        if address and address not in seen and ("image" in sort or media in item.get("media_thumbnail", ())):
            seen.add(address)
            yield Picture(address, "", credit_of(f"© {credit}") if credit else "")
    yield from (picture for picture in pictures_of(html, web(link)) if picture.url not in seen)
