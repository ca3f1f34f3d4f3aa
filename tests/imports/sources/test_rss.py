"""What feeds and exports of WordPress give."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imports.sources.feeds.wordpress import paragraphs
from imports.sources.rss import read
from imports.taken import Reading, UnreadableSource
from support_calendars import GIVEN, GOLDEN, as_json, compared
from support_limits import in_bounded_time

FILES = sorted((GOLDEN / "rss").glob("*.xml"))


def feed(*items: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Musée</title>{"".join(f"<item>{item}</item>" for item in items)}</channel></rss>'.encode()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_feed_gives_what_it_gave(file: Path, request: pytest.FixtureRequest) -> None:
    reading = read(file.read_bytes(), GIVEN)
    compared(file.with_suffix(".json"), as_json(reading), refresh=bool(request.config.getoption("--refresh-golden")))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_nobody_of_the_source_is_written(file: Path) -> None:
    text = as_json(read(file.read_bytes(), GIVEN))
    assert "eanne" not in text
    assert "creator" not in text


class TestFeeds:
    def test_the_day_is_that_of_the_hub(self) -> None:
        [taken] = read(feed("<title>Un</title><pubDate>Tue, 01 Dec 2020 23:30:00 +0000</pubDate>"), GIVEN).taken
        assert taken.created == date(2020, 12, 2)

    def test_what_is_to_come_has_no_day_yet(self) -> None:
        [taken] = read(feed("<title>Un</title><pubDate>Tue, 01 Dec 2037 23:30:00 +0000</pubDate>"), GIVEN).taken
        assert taken.created is None

    @pytest.mark.parametrize(
        ("link", "aliases"),
        [
            ("https://ancien.example/2019/05/craie/", ["/2019/05/craie/"]),
            ("https://ancien.example/a%20b/été", ["/a%20b/%C3%A9t%C3%A9"]),
            ("https://ancien.example/?p=12", None),
            ("https://ancien.example/", None),
            ("https://ancien.example/../../etc/passwd", None),
            ("https://ancien.example/agenda/", None),
            ("javascript:alert(1)", None),
        ],
    )
    def test_the_old_path_becomes_an_old_address(self, link: str, aliases: list[str] | None) -> None:
        [taken] = read(feed(f"<title>Un</title><link>{link}</link>"), GIVEN).taken
        assert taken.values.get("aliases") == aliases

    def test_a_feed_holds_the_newest_only(self) -> None:
        assert not read(feed("<title>Un</title>"), GIVEN).whole

    def test_a_broken_feed_gives_what_is_understood_and_says_so(self) -> None:
        reading = read(feed("<title>Un & deux</title><link>https://a.example/un</link>")[:-30], GIVEN)
        assert [taken.values["title"] for taken in reading.taken] == ["Un & deux"]
        assert reading.refused[0].at == "flux"

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"rien",
            b"{}",
            b'{"version": "https://jsonfeed.org/version/1.1"}',
            b"<!DOCTYPE html><html><body></body></html>",
            b"<svg/>",
            b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>',
            '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE rss [<!ENTITY a "b">]><rss/>'.encode("utf-16"),
        ],
    )
    def test_what_is_no_feed_is_told(self, data: bytes) -> None:
        with pytest.raises(UnreadableSource, match=r"\.$"):
            read(data, GIVEN)

    @pytest.mark.parametrize(
        "data",
        [
            b'<rss version="2.0"><channel><item><title>' + b"<a>" * 300_000,
            b'<rss version="2.0"><channel>' + b"<item/>" * 300_000,
            b"<!--" * 500_000,
            b"<rss>" + b"<![CDATA[" * 300_000,
            feed("<title>a</title><description>" + "&lt;div&gt;" * 100_000 + "</description>"),
        ],
        ids=range(5),
    )
    def test_what_was_made_to_take_long_does_not(self, data: bytes) -> None:
        with in_bounded_time():
            try:
                read(data, GIVEN)
            except UnreadableSource as error:
                assert str(error).endswith(".")

    @settings(max_examples=100, deadline=None)
    @given(
        st.binary(max_size=300) | st.text(max_size=200).map(lambda text: feed(f"<title>{text}</title><description>{text}</description>"))
    )
    def test_any_bytes_are_read_or_told(self, data: bytes) -> None:
        try:
            assert isinstance(read(data, GIVEN), Reading)
        except UnreadableSource as error:
            assert str(error)


class TestWordPress:
    def test_lines_that_were_typed_are_paragraphs_and_blocks_stay(self) -> None:
        assert (
            paragraphs("un\ndeux\n\n<h2>T</h2>\ntrois\n<ul>\n<li>a</li>\n</ul>")
            == "un<br>\ndeux\n\n<h2>T</h2>\ntrois\n<ul>\n<li>a</li>\n</ul>"
        )

    def test_what_the_editor_made_stays(self) -> None:
        assert paragraphs("<!-- wp:paragraph --><p>un\ndeux</p>") == "<!-- wp:paragraph --><p>un\ndeux</p>"

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, 2000), st.binary(max_size=8))
    def test_a_damaged_export_is_read_or_told(self, at: int, garbage: bytes) -> None:
        data = (GOLDEN / "rss" / "wordpress.xml").read_bytes()
        try:
            assert isinstance(read(data[:at] + garbage + data[at + len(garbage) :], GIVEN), Reading)
        except UnreadableSource as error:
            assert str(error)
