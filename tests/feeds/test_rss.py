"""Feeds are, byte by byte, those that feedgen writes of the same items."""

import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import feedparser
import pytest
from feedgen.feed import FeedGenerator
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.words.typography import typo
from feeds.catalogue import offers
from feeds.rss import content, item_text, rss
from support import REPOSITORY, SVG, article, event, one_of_each, read_library, write
from views.cards import publisher
from views.syndication import Enclosure, Item, channel, item

XML = st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Cn"])
TEXT = st.lists(
    st.sampled_from(["&", "<", ">", "]]>", '"', "'", "é", "🌌", "\n", "\t", "\r", "&amp;"]) | st.text(XML, max_size=12), min_size=1
)
WORDS = TEXT.map("".join).filter(str.strip)
ITEMS = st.builds(
    Item,
    title=WORDS,
    link=WORDS,
    summary=WORDS,
    content=TEXT.map("".join).map(lambda text: text.replace("]]>", "]]&gt;")),
    guid=WORDS,
    permalink=st.booleans(),
    day=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    categories=st.lists(st.just("") | WORDS, max_size=3).map(tuple),
    enclosure=st.none() | st.builds(Enclosure, url=WORDS, length=st.integers(0, 10**9), type=WORDS),
    creator=st.none() | st.just("") | WORDS,
)


def by_feedgen(library: Library, title: str, description: str, page: str, own: str, newest: date | None, items: Sequence[Item]) -> bytes:
    """The same channel by feedgen."""
    hub = library.hub

    def moment(day: date) -> datetime:
        return datetime.combine(day, time.min, tzinfo=hub.zone)

    feed = FeedGenerator()
    feed.load_extension("dc", atom=False, rss=True)
    feed.title(title)
    feed.description(description or hub.tagline)
    feed.link(href=hub.url + own, rel="self", type="application/rss+xml")
    feed.link(href=hub.url + page, rel="alternate")
    feed.language(hub.lang)
    feed.generator("Escale")
    feed.ttl(360)
    feed.lastBuildDate(moment(newest or date(2000, 1, 1)))
    for found in items:
        entry = feed.add_entry(order="append")
        entry.title(found.title)
        entry.link(href=found.link)
        entry.guid(found.guid, permalink=found.permalink)
        entry.description(found.summary)
        entry.content(found.content, type="CDATA")
        entry.pubDate(moment(found.day))
        if found.creator is not None:
            entry.dc.dc_creator(found.creator)
        entry.category([{"term": category} for category in found.categories])
        if found.enclosure:
            entry.enclosure(found.enclosure.url, str(found.enclosure.length), found.enclosure.type)
    return bytes(feed.rss_str(pretty=True))


@cache
def small() -> Library:
    with TemporaryDirectory() as folder:
        return read_library(write(Path(folder), one_of_each()))


@cache
def demo() -> Library:
    return read_library(REPOSITORY / "content")


class TestAChannel:
    @given(WORDS, st.just("") | WORDS, st.none() | st.dates(date(1950, 1, 1)), st.lists(ITEMS, max_size=3))
    def test_is_that_of_feedgen(self, title: str, description: str, newest: date | None, items: list[Item]) -> None:
        made = channel(small(), title, description, "/agenda/", "/flux/a&b.xml", newest, (item(small(), found) for found in items))
        assert made == by_feedgen(small(), title, description, "/agenda/", "/flux/a&b.xml", newest, items)

    def test_ends_the_content_of_an_item_where_it_ends(self) -> None:
        found = Item(title="a", link="/a/", summary="a", content="<p>a[b[0]]>c</p>", guid="/a/", permalink=True, day=date(2026, 11, 1))
        read = feedparser.parse(channel(small(), "a", "a", "/", "/a.xml", None, [item(small(), found)]))
        assert not read.bozo
        assert read.entries[0].content[0].value == "<p>a[b[0]]&gt;c</p>"

    @pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
    def test_leaves_out_what_xml_cannot_hold(self, character: str) -> None:
        text = f"Une{character} nuit"
        found = Item(title=text, link="/a/", summary=text, content=f"<p>{text}</p>", guid="/a/", permalink=True, day=date(2026, 11, 1))
        made = channel(small(), text, text, "/", "/a.xml", None, [item(small(), found)])
        read = feedparser.parse(made)
        assert not read.bozo
        assert (read.feed.title, read.entries[0].title, read.entries[0].content[0].value) == ("Une nuit", "Une nuit", "<p>Une nuit</p>")


class TestTheFeeds:
    @pytest.mark.parametrize("group", range(5))
    def test_of_the_demo_are_those_of_feedgen(self, group: int) -> None:
        library = demo()
        for offer in offers(library)[group].offers:
            days = [c.meta.updated or c.meta.date for c in offer.items if hasattr(c.meta, "date")]
            title = library.hub.name if offer.page == "/" else f"{offer.label} – {library.hub.name}"
            description = offer.description or f"{offer.label} : ce qui paraît."
            newest = min(max(days, default=library.today), library.today)
            assert offer.rss_url is not None
            items = [self.described(library, c) for c in offer.items]
            assert rss(library, offer) == by_feedgen(library, title, description, offer.page, offer.rss_url, newest, items)

    @staticmethod
    def described(library: Library, contribution: Any) -> Item:
        """What an item says, told apart from how it is written."""
        meta, hub = contribution.meta, library.hub
        address = f"/{meta.aliases[0].strip('/')}/" if meta.aliases else contribution.url
        entry = feedparser.parse(channel(library, "t", "d", "/", "/a", None, [item_text(library, contribution)])).entries[0]
        enclosure = next((Enclosure(url=e.href, length=int(e.length), type=e.type) for e in entry.enclosures), None)
        return Item(
            title=typo(meta.title),
            link=hub.url + contribution.url,
            summary=typo(meta.summary),
            content=content(library, contribution),
            guid=hub.url + address,
            permalink=not meta.aliases,
            day=meta.date,
            categories=tuple(tag.term for tag in entry.tags),
            enclosure=enclosure,
            creator=publisher(library, contribution).label,
        )

    def test_hold_one_text_of_an_item(self, tmp_path: Path) -> None:
        image = {"src": "images/ciel & mer.svg", "alt": "Le ciel", "credit": "Escale"}
        tree = article("portrait", title="Étoiles & <planètes>", image=image) | event("soir") | {"images/ciel & mer.svg": SVG}
        library = read_library(write(tmp_path, tree))
        (portrait,) = library.of("article")
        text = item_text(library, portrait)
        assert (
            f'<enclosure url="https://escale.example/images/ciel &amp; mer.svg" length="{len(SVG)}" type="image/svg+xml"/>'.encode() in text
        )
        holding = [offer for group in offers(library) for offer in group.offers if portrait in offer.items]
        assert len(holding) > 2
        assert all(text in rss(library, offer) for offer in holding)


def test_a_build_needs_none_of_the_libraries_that_the_tests_compare_with() -> None:
    code = (
        "import sys; import feeds.pages, newsletter.feed, opendata.pages, views.html; "
        "print(*{'bs4', 'feedgen', 'icalendar', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY / "plugins")
    assert (done.stdout.strip(), done.stderr) == ("", "")
