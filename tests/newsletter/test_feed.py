"""The letter's feed says in HTML what the letter says, with addresses that any mail program can follow."""

from collections.abc import Callable
from itertools import islice
from typing import Any
from xml.etree import ElementTree as ET

from contributions.library.library import Library
from newsletter.feed import ITEMS, body, feed
from newsletter.weekly import letters
from support import ORIGIN, article, event

Reading = Callable[..., Library]
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
TREE = (
    article("portrait", date="2026-11-11", title="Étoiles & « planètes »", summary="Elle dit : <rien>.")
    | event("expo", slots=[{"start": "2026-11-03", "end": "2027-01-31"}], date="2026-10-28")
    | {"newsletter/2026-w47.md": "---\ntitle: Les premières étoiles & les autres\n---\n*Bon* [ciel](/agenda/expo/)&nbsp;!\n"}
)


def channel(library: Library) -> ET.Element:
    """The feed, read again."""
    declared, _json = feed(library)
    document: Any = declared.make() if hasattr(declared, "make") else declared
    found = ET.fromstring(document.content).find("channel")
    assert found is not None
    return found


class TestTheFeed:
    def test_has_an_item_a_letter_the_newest_first(self, library: Reading) -> None:
        items = channel(library(TREE)).findall("item")
        assert [item.findtext("link") for item in items] == [f"{ORIGIN}/newsletter/2026-w{week}/" for week in (47, 45)]
        assert [item.findtext("guid") for item in items] == [item.findtext("link") for item in items]
        assert items[0].findtext("title") == "Les premières étoiles & les autres"

    def test_is_dated_by_its_newest_letter(self, library: Reading) -> None:
        found = channel(library(TREE))
        assert found.findtext("lastBuildDate") == found.findtext("item/pubDate") == "Mon, 16 Nov 2026 00:00:00 +0100"

    def test_holds_each_letter_whole(self, library: Reading) -> None:
        read = library(TREE)
        assert [item.findtext(ENCODED) for item in channel(read).findall("item")] == [
            body(letter, read.hub) for letter in islice(letters(read), ITEMS)
        ]

    def test_of_no_letter_is_empty(self, library: Reading) -> None:
        found = channel(library(article("portrait", date="2026-11-21")))
        assert found.findall("item") == []
        assert found.findtext("lastBuildDate") == "Sat, 01 Jan 2000 00:00:00 +0100"


class TestALetter:
    def test_is_the_body_of_its_mail_with_whole_addresses(self, library: Reading) -> None:
        read = library(TREE)
        html = body(next(iter(letters(read))), read.hub)
        assert "<em>Bon</em>" in html
        assert f'href="{ORIGIN}/agenda/expo/"' in html
        assert "Étoiles &amp; «\u202fplanètes\u202f»</a></h3>" in html
        assert "Elle dit&nbsp;: &lt;rien&gt;.</p>" in html
        assert "Ne plus recevoir" not in html
