"""Feeds come back from feed readers as what they were made of."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from contributions.library.library import Library
from feeds.items import feed
from feeds.offers import offers
from support import PNG, REPOSITORY, article, event, one_of_each, read_library, write
from views.syndication import Enclosure, Item, Shown, channel, item

XML = st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cc", "Cn"])
TEXT = st.lists(
    st.sampled_from(["&", "<", ">", "]]>", '"', "'", "é", "🌌", "\n", "\t", "&amp;", "<b et que b>", "<b>", "</b>"])
    | st.text(XML, max_size=12),
    min_size=1,
)
WORDS = TEXT.map("".join).filter(str.strip)
PICTURES = st.builds(
    Shown,
    url=WORDS,
    length=st.integers(1, 10**9),
    type=st.sampled_from(["image/jpeg", "image/png"]),
    width=st.none() | st.integers(1, 10**5),
    height=st.none() | st.integers(1, 10**5),
    alt=WORDS | st.just(""),
    credit=WORDS | st.just(""),
)
ITEMS = st.builds(
    Item,
    title=WORDS,
    link=WORDS,
    summary=WORDS,
    content=TEXT.map("".join).map(lambda text: text.replace("]]>", "]]&gt;")),
    guid=WORDS,
    permalink=st.booleans(),
    day=st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    categories=st.lists(WORDS, max_size=3, unique=True).map(tuple),
    enclosure=st.none() | st.builds(Enclosure, url=WORDS, length=st.integers(0, 10**9), type=st.just("image/jpeg")),
    pictures=st.lists(PICTURES, max_size=3, unique_by=lambda shown: shown.url).map(tuple),
    creator=st.none() | WORDS,
)
QUESTION = "Que dit-on quand a <b et que b> c & d ?"
MEDIA = "{http://search.yahoo.com/mrss/}"
LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
CONTENT, CREATOR = "{http://purl.org/rss/1.0/modules/content/}encoded", "{http://purl.org/dc/elements/1.1/}creator"


@cache
def small() -> Library:
    with TemporaryDirectory() as folder:
        return read_library(write(Path(folder), one_of_each()))


def an_item(text: str) -> Item:
    return Item(title=text, link="/a/", summary=text, content=f"<p>{text}</p>", guid="/a/", permalink=True, day=date(2026, 11, 1))


def told(content: ET.Element) -> Shown:
    """A media:content as the picture that it tells of."""
    width, height = (int(content.get(name, 0)) or None for name in ("width", "height"))
    return Shown(
        url=content.get("url", ""),
        length=int(content.get("fileSize", 0)),
        type=content.get("type", ""),
        width=width,
        height=height,
        alt=content.findtext(f"{MEDIA}description", ""),
        credit=content.findtext(f"{MEDIA}credit", ""),
    )


def taken_for_latin_1(text: str) -> bool:
    """Whether feedparser mends a text that was right: « Â¡ » could be « ¡ », read in the wrong encoding."""
    try:
        text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return False
    return not text.isascii()


def as_read(made: bytes) -> feedparser.FeedParserDict:
    """A feed as a reader has it, before it takes out HTML that might do harm."""
    found = feedparser.parse(made, sanitize_html=False, resolve_relative_uris=False)
    assert not found.bozo
    return found


class TestAnItem:
    @given(ITEMS)
    def test_comes_back_as_it_was(self, written: Item) -> None:
        made = channel(small(), "Un titre", "", "/agenda/", "/flux/agenda.xml", None, [item(small(), written)])
        found = ET.fromstring(made).find("channel/item")
        assert found is not None
        assert (found.findtext("title"), found.findtext("link"), found.findtext("guid")) == (written.title, written.link, written.guid)
        assert unescape(found.findtext("description", "")) == written.summary
        assert found.findtext(CONTENT, "") == written.content
        assert [category.text for category in found.findall("category")] == list(written.categories)
        assert found.findtext(CREATOR) == (written.creator or small().hub.name)
        assert [told(content) for content in found.findall(f"{MEDIA}content")] == list(written.pictures)
        enclosure = found.find("enclosure")
        assert (enclosure is not None) == (written.enclosure is not None)
        if enclosure is not None and written.enclosure is not None:
            assert enclosure.attrib == {"url": written.enclosure.url, "length": str(written.enclosure.length), "type": "image/jpeg"}

    @given(WORDS)
    def test_has_a_title_and_a_summary_that_readers_have_as_they_were(self, text: str) -> None:
        assume(not taken_for_latin_1(text))
        made = channel(small(), "Un titre", "", "/", "/a.xml", None, [item(small(), an_item(text))])
        (entry,) = as_read(made).entries
        assert entry.title.strip() == text.strip()
        assert unescape(entry.summary).strip() == text.strip()

    def test_keeps_what_looks_like_a_tag(self) -> None:
        made = channel(small(), QUESTION, QUESTION, "/", "/a.xml", None, [item(small(), an_item(QUESTION))])
        assert b"<description>Que dit-on quand a &amp;lt;b et que b&amp;gt; c &amp;amp; d ?</description>" in made
        (entry,) = as_read(made).entries
        assert (entry.title, unescape(entry.summary)) == (QUESTION, QUESTION)

    def test_ends_its_content_where_it_ends(self) -> None:
        made = channel(small(), "a", "a", "/", "/a.xml", None, [item(small(), an_item("a[b[0]]>c"))])
        assert as_read(made).entries[0].content[0].value == "<p>a[b[0]]&gt;c</p>"

    @pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
    def test_leaves_out_what_xml_cannot_hold(self, character: str) -> None:
        text = f"Une{character} nuit"
        read = as_read(channel(small(), text, text, "/", "/a.xml", None, [item(small(), an_item(text))]))
        assert (read.feed.title, read.entries[0].title, read.entries[0].content[0].value) == ("Une nuit", "Une nuit", "<p>Une nuit</p>")

    def test_says_its_language_where_that_is_another(self) -> None:
        made = channel(small(), "a", "a", "/", "/a.xml", None, [item(small(), replace(an_item("a"), lang=lang)) for lang in ("fr", "nl")])
        assert [entry.findtext(LANGUAGE) for entry in ET.fromstring(made).iter("item")] == [None, "nl"]

    @pytest.mark.parametrize("permalink", [True, False])
    def test_says_whether_its_guid_is_an_address(self, permalink: bool) -> None:
        written = Item(title="a", link="/b/", summary="a", content="a", guid="/a/", permalink=permalink, day=date(2026, 11, 1))
        found = ET.fromstring(channel(small(), "a", "a", "/", "/a.xml", None, [item(small(), written)])).find("channel/item/guid")
        assert found is not None
        assert (found.text, found.attrib) == ("/a/", {"isPermaLink": "true" if permalink else "false"})


class TestAChannel:
    def test_is_dated_by_what_it_holds_and_never_by_the_clock(self) -> None:
        dated = channel(small(), "a", "a", "/", "/a.xml", date(2026, 11, 1), [item(small(), an_item("a"))])
        assert as_read(dated).feed.updated == "Sun, 01 Nov 2026 00:00:00 +0100"
        assert as_read(channel(small(), "a", "a", "/", "/a.xml", None, [])).feed.updated == "Sat, 01 Jan 2000 00:00:00 +0100"

    def test_says_what_it_is_and_where(self) -> None:
        found = as_read(channel(small(), "Agenda & nuits", "", "/agenda/", "/flux/a&b.xml", None, [])).feed
        hub = small().hub
        assert (found.title, found.subtitle, found.language, found.generator, found.ttl) == (
            "Agenda & nuits",
            hub.tagline,
            "fr",
            "Escale",
            "360",
        )
        assert (found.author, found.image.href) == (hub.name, f"{hub.url}/apple-touch-icon.png")
        assert {(link.rel, link.href, link.type) for link in found.links} == {
            ("alternate", f"{hub.url}/agenda/", "text/html"),
            ("self", f"{hub.url}/flux/a&b.xml", "application/rss+xml"),
        }


class TestTheFeeds:
    def test_hold_the_same_item(self, tmp_path: Path) -> None:
        image = {"src": "images/ciel & mer.png", "alt": "Le ciel", "credit": "Escale"}
        tree = article("portrait", title="Étoiles & <planètes>", image=image) | event("soir") | {"images/ciel & mer.png": PNG}
        library = read_library(write(tmp_path, tree))
        (portrait,) = library.of("article")
        holding = [offer for group in offers(library) for offer in group.offers if portrait in offer.items]
        assert len(holding) > 2
        feeds = [as_read(feed(library, offer, str(offer.rss_url))) for offer in holding]
        entries = [entry for found in feeds for entry in found.entries if entry.link.endswith("/portrait/")]
        assert len(entries) == len(holding)
        assert all(entry == entries[0] for entry in entries)
        (enclosure,) = entries[0].enclosures
        assert (enclosure.href, enclosure.type) == ("https://escale.example/images/ciel%20%26%20mer.png", "image/png")
        assert enclosure.length == str(library.media["images/ciel & mer.png"].bytes)
        (shown,) = entries[0].media_content
        assert (shown["url"], shown["width"], shown["height"]) == (enclosure.href, "3", "2")

    def test_are_the_same_twice(self) -> None:
        library = small()
        for group in offers(library):
            for offer in group.offers:
                assert feed(library, offer, str(offer.rss_url)) == feed(library, offer, str(offer.rss_url))


def test_a_build_that_makes_no_feed_loads_no_library_of_feeds() -> None:
    code = "import sys; import feeds.pages, newsletter.feed; print(*{'feedgen', 'icalendar'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=REPOSITORY / "plugins")
    assert (done.stdout.strip(), done.stderr) == ("", "")
