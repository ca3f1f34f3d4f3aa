"""The demo of content/: every page is whole, every link leads somewhere, nothing is loaded from elsewhere."""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup, Tag

from support import Built, demo_hub

LOADED = {
    "img": ("src", "srcset"),
    "script": ("src",),
    "link": ("href",),
    "source": ("src", "srcset"),
    "use": ("href",),
    "iframe": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
}
NAVIGATION = {"canonical", "alternate", "prev", "next"}
FRAMED = "/embed/agenda/"
"""The page that other sites show in a frame."""
CARDS = "/outils/cartes/"
"""Pages of cards, which scripts take into their answers: nothing leads there."""
LATER = ("/observatoire/",)
"""Pages of the contract that are not there yet: nothing may lead to them."""


@pytest.fixture(scope="module")
def pages(demo: Built) -> dict[str, BeautifulSoup]:
    """Every page of the demo, parsed once."""
    return {url: BeautifulSoup(demo.read(url), "lxml") for url in demo.pages}


def addresses(page: BeautifulSoup) -> Iterator[tuple[Tag, str]]:
    """Every address that a page loads or links to."""
    for tag in page.find_all(True):
        for name in ("href", "src", "action", "poster"):
            if value := tag.get(name):
                yield tag, str(value)
        for part in str(tag.get("srcset", "")).split(","):
            if part.strip():
                yield tag, part.split()[0]


@cache
def ids(file: Path) -> frozenset[str]:
    """The ids of a page, for its fragments."""
    return frozenset(re.findall(r'\bid="([^"]+)"', file.read_text("utf-8")))


class TestLinks:
    def test_inside_the_site_all_resolve(self, demo: Built, pages: dict[str, BeautifulSoup]) -> None:
        broken = set()
        for url, page in pages.items():
            for _, address in addresses(page):
                parts = urlsplit(address)
                if parts.scheme or parts.netloc or not parts.path:
                    continue
                assert parts.path.startswith("/"), (url, address)
                if not demo.has(unquote(parts.path)):
                    broken.add((url, address))
        assert broken == set()

    def test_to_a_part_of_a_page_all_resolve(self, demo: Built, pages: dict[str, BeautifulSoup]) -> None:
        broken = set()
        for url, page in pages.items():
            for _, address in addresses(page):
                parts = urlsplit(address)
                if not parts.fragment or parts.scheme or parts.netloc:
                    continue
                file = demo.file(unquote(parts.path) or url)
                if file.suffix == ".html" and unquote(parts.fragment) not in ids(file):
                    broken.add((url, address))
        assert broken == set()

    def test_to_pages_are_written_with_their_final_slash(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            for link in page.find_all("a"):
                parts = urlsplit(str(link.get("href", "")))
                path = parts.path
                if not parts.netloc and path.startswith("/") and "." not in path.rsplit("/", 1)[-1]:
                    assert path.endswith("/"), (url, path)

    def test_never_name_a_page_that_is_not_there_yet(self, demo: Built) -> None:
        for name, data in demo.snapshot().items():
            if name.endswith((".html", ".xml", ".json", ".ics", ".txt", ".js")):
                for path in LATER:
                    assert path.encode() not in data or demo.has(path), f"{name} names {path}"

    def test_have_words(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            for link in page.find_all("a", href=True):
                if link.find_parent("template"):
                    continue  # what a script will fill; its words are no text of the page yet
                words = (
                    link.get_text(strip=True)
                    or link.get("aria-label")
                    or "".join(str(image.get("alt", "")) for image in link.find_all("img"))
                )
                assert words, (url, str(link)[:120])


class TestEveryPage:
    def test_has_one_heading_a_title_a_language_and_a_description(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            assert len(page.find_all("h1")) == 1, url
            assert page.title is not None, url
            assert page.title.get_text(strip=True), url
            assert page.html is not None
            assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", str(page.html.get("lang"))), url
            assert page.find("meta", attrs={"name": "description"}), url
            assert page.find("meta", attrs={"name": "viewport"}), url

    def test_has_a_title_of_its_own_in_its_section(self, pages: dict[str, BeautifulSoup]) -> None:
        titles: dict[tuple[str, str], str] = {}
        for url, page in pages.items():
            assert page.title is not None
            title = url.split("/")[1], page.title.get_text(strip=True)
            assert title not in titles, (url, titles.get(title))
            titles[title] = url

    def test_never_skips_a_level_of_headings(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            main = page.find("main")
            assert main is not None
            levels = [int(heading.name[1]) for heading in main.find_all(re.compile("^h[1-6]$"))]
            assert all(after <= before + 1 for before, after in pairwise(levels)), (url, levels)

    def test_has_no_inline_style_and_no_inline_script_but_data(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            assert not page.find_all("style"), url
            for script in page.find_all("script"):
                assert script.get("src") or script.get("type") in {"application/ld+json", "application/json"}, url
            for tag in page.find_all(True):
                assert "style" not in tag.attrs, (url, str(tag)[:120])
                assert not any(name.startswith("on") for name in tag.attrs), (url, str(tag)[:120])

    def test_has_no_id_twice(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            found = [str(tag["id"]) for tag in page.find_all(id=True)]
            assert len(found) == len(set(found)), (url, sorted({name for name in found if found.count(name) > 1}))

    def test_says_nothing_of_what_is_not_there(self, demo: Built) -> None:
        assert [url for url in demo.pages if re.search(r">\s*None\s*<|=\"None\"", demo.read(url))] == []

    def test_has_jsonld_that_parses_and_is_absolute(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            if url.startswith(CARDS):
                continue  # no page for search engines
            scripts = page.find_all("script", type="application/ld+json")
            assert len(scripts) == 1, url
            data = json.loads(scripts[0].get_text())
            assert data["@context"] == "https://schema.org"
            for node in data["@graph"]:
                assert str(node.get("url", "https://")).startswith("https://"), url

    def test_has_images_with_alternatives_and_sizes(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            for image in page.find_all("img"):
                assert image.has_attr("alt"), (url, str(image)[:160])

    def test_loads_nothing_from_elsewhere(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            for tag in page.find_all(list(LOADED)):
                if tag.name == "link" and NAVIGATION & {str(word) for word in tag.get_attribute_list("rel")}:
                    continue
                for name in LOADED[tag.name]:
                    for part in str(tag.get(name, "")).split(","):
                        assert not urlsplit(part.strip()).netloc, (url, str(tag)[:160])

    def test_has_a_skip_link_to_its_main_part(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            if url == FRAMED or url.startswith(CARDS):
                continue  # nothing stands before its main part
            main = page.find("main")
            assert main is not None, url
            first = page.find("a")
            assert first is not None
            assert first.get("href") == f"#{main.get('id')}", url

    def test_speaks_french_with_its_typography(self, pages: dict[str, BeautifulSoup]) -> None:
        for url, page in pages.items():
            main = page.find("main")
            assert main is not None
            for tag in main.find_all(["pre", "code", "kbd", "samp"]):
                tag.decompose()
            assert not re.search(r"\w [;!?»]|« \w", main.get_text()), (
                url,
                re.findall(r".{0,30}\w [;!?»].{0,10}|« \w.{0,20}", main.get_text())[:3],
            )


class TestTheSiteMap:
    def test_lists_every_page_that_may_be_indexed_and_no_other(self, demo: Built, pages: dict[str, BeautifulSoup]) -> None:
        origin = demo_hub().url
        space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
        told = [str(loc.text).removeprefix(origin) for loc in ElementTree.fromstring(demo.read("/sitemap.xml")).iterfind(".//s:loc", space)]
        assert len(told) == len(set(told))
        assert set(told) == {url for url, page in pages.items() if not page.find("meta", attrs={"name": "robots"})}

    def test_agrees_with_canonical_addresses(self, pages: dict[str, BeautifulSoup]) -> None:
        origin = demo_hub().url
        for url, page in pages.items():
            canonical = page.find("link", rel="canonical")
            assert canonical is None or canonical.get("href") == origin + url, url


class TestTheOutput:
    def test_holds_no_draft_and_no_source(self, demo: Built) -> None:
        suffixes = {file.suffix for file in demo.output.rglob("*") if file.is_file() and "pagefind" not in file.as_posix()}
        assert not suffixes & {".md", ".yml", ".py", ".map"}

    def test_names_no_machine(self, demo: Built) -> None:
        for name, data in demo.snapshot().items():
            if name.endswith((".html", ".xml", ".json", ".ics", ".css", ".js", ".txt")):
                assert b"localhost" not in data, name


class TestFeeds:
    def test_give_the_length_of_each_picture_as_it_is_published(self, demo: Built) -> None:
        enclosures = {
            (element.get("url"), element.get("length"))
            for file in (demo.output / "flux").rglob("*.xml")
            for element in ElementTree.parse(file).iter("enclosure")
        }
        assert enclosures
        for url, length in enclosures:
            assert length == str(demo.file(unquote(urlsplit(str(url)).path)).stat().st_size), url
