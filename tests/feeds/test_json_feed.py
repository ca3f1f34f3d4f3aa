"""JSON Feed says what the RSS beside it says, in the keys of version 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from calendar import timegm
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from feeds.items import feed
from feeds.offers import Offer, offers
from support import PNG, article, read_library, write
from support_states import region
from views.syndication import Enclosure, Item, Shown, channel, item

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1)
MAY = {
    "feed": {
        *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon", "authors"),
        *("language", "expired", "hubs", "items"),
    },
    "item": {
        *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image", "date_published"),
        *("date_modified", "authors", "tags", "language", "attachments"),
    },
    "attachment": {"url", "mime_type", "title", "size_in_bytes", "duration_in_seconds"},
}
"""The keys that the version has."""


@cache
def season() -> Library:
    """Events in every state, an article with a picture."""
    photo = {"src": "images/ciel.png", "alt": "Un ciel", "credit": "Escale"}
    with TemporaryDirectory() as folder:
        tree = region() | article("ciel", image=photo, authors=["Alice"], updated="2026-11-12") | {"images/ciel.png": PNG}
        return read_library(write(Path(folder), tree))


def every_offer() -> list[Offer]:
    return [offer for group in offers(season()) for offer in group.offers if not offer.made_elsewhere]


def as_json(offer: Offer) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(feed(season(), offer, str(offer.json_url)))
    return found


@pytest.mark.parametrize("number", range(12))
def test_says_what_the_rss_says(number: int) -> None:
    offer = every_offer()[number]
    rss = feedparser.parse(feed(season(), offer, str(offer.rss_url)), sanitize_html=False, resolve_relative_uris=False)
    found = as_json(offer)
    assert (found["title"], found["home_page_url"], found["description"]) == (rss.feed.title, rss.feed.link, rss.feed.subtitle)
    assert found["feed_url"] == next(link.href for link in rss.feed.links if link.rel == "self").replace(".xml", ".json")
    assert [one["id"] for one in found["items"]] == [entry.id for entry in rss.entries]
    for one, entry in zip(found["items"], rss.entries, strict=True):
        assert (one["url"], one["title"], one["authors"]) == (entry.link, entry.title, [{"name": entry.author}])
        assert one["content_html"] == entry.content[0].value
        assert one["tags"] == [tag.term for tag in entry.tags]
        assert datetime.fromisoformat(one["date_published"]) == datetime.fromtimestamp(timegm(entry.published_parsed), UTC)


def test_has_no_key_that_the_version_has_not() -> None:
    for offer in every_offer():
        found = as_json(offer)
        assert found["version"] == "https://jsonfeed.org/version/1.1"
        assert set(found) <= MAY["feed"]
        for one in found["items"]:
            assert {"id", "content_html"} <= set(one) <= MAY["item"]
            assert all(set(attachment) <= MAY["attachment"] for attachment in one.get("attachments", ()))
            assert all(urlsplit(one[name]).netloc for name in ("url", "image") if name in one)


def test_shows_a_picture_with_its_words_and_says_when_it_was_changed() -> None:
    (offer,) = (offer for offer in every_offer() if offer.rss_url == "/flux/articles.xml")
    one = next(one for one in as_json(offer)["items"] if one["url"].endswith("/articles/ciel/"))
    assert one["image"] == one["attachments"][0]["url"] == "https://escale.example/images/ciel.png"
    assert one["attachments"][0] == {
        "url": one["image"],
        "mime_type": "image/png",
        "size_in_bytes": season().media["images/ciel.png"].bytes,
        "title": "Un ciel – Escale",
    }
    assert (one["date_published"], one["date_modified"]) == ("2026-11-01T00:00:00+01:00", "2026-11-12T00:00:00+01:00")
    assert one["authors"] == [{"name": "Alice"}]


@given(WORDS, WORDS, st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.lists(WORDS, max_size=3).map(tuple))
def test_gives_back_an_item_as_it_was(title: str, html: str, day: date, tags: tuple[str, ...]) -> None:
    shown = Shown(url="https://a.example/a.png", length=9, type="image/png", alt=title)
    file = Enclosure(url="https://a.example/a.mp3", length=3, type="audio/mpeg")
    written = Item(
        title=title, link="https://a.example/", summary=title, content=html, guid="a", permalink=False, day=day, categories=tags,
        enclosure=file, pictures=(shown,), creator=title,
    )  # fmt: skip
    made = json.loads(channel(season(), "Un titre", "", "/", "/a.json", None, [item(season(), written)]))
    (one,) = made["items"]
    assert (one["title"], one["summary"], one["content_html"], one.get("tags", [])) == (title, title, html, list(tags))
    assert datetime.fromisoformat(one["date_published"]).date() == day
    assert one["attachments"] == [{"url": file.url, "mime_type": file.type, "size_in_bytes": file.length}]
    assert one["image"] == shown.url


@pytest.mark.parametrize("character", ["\x00", "\x1f", "\ud800", "\uffff"])
def test_leaves_out_what_no_reader_shows(character: str) -> None:
    text = f"Une{character} nuit"
    written = Item(title=text, link="/", summary=text, content=text, guid="a", permalink=False, day=date(2026, 11, 1))
    (one,) = json.loads(channel(season(), text, text, "/", "/a.json", None, [item(season(), written)]))["items"]
    assert (one["title"], one["content_html"]) == ("Une nuit", "Une nuit")
