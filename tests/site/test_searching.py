"""The search index is the same whether its texts were made with the pages, later, or again; and nobody pays for it who has none."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.cache.cache import FILE, Cache
from support import Built, article, build, event, hub, write
from support_search import fragments

TREE = {**hub(), **article("un", body="Une comète.\n"), **event("nuit", body="Une éclipse.\n"), **event("soir", body="Une nébuleuse.\n")}
EDITED = {**TREE, **event("nuit", body="Un équinoxe.\n")}


def index(built: Built) -> dict[str, str]:
    """What the index has of each page."""
    assert built.code == 0, built.stderr
    return {url: found["content"] for url, found in fragments(built.output / "pagefind").items()}


def kept(built: Built) -> Path:
    """The file of what builds keep."""
    return built.output.parent / "cache" / FILE


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The index of the edited tree, built in one go."""
    place = tmp_path_factory.mktemp("expected")
    return index(build(write(place, EDITED), place, search=True))


Site = Callable[..., Built]


class TestTheIndex:
    def test_after_an_edit_is_that_of_the_site(self, site: Site, expected: dict[str, str]) -> None:
        assert "éclipse" in index(site(TREE, search=True))["/agenda/nuit/"]
        assert index(site(EDITED, search=True)) == expected

    def test_has_its_list_of_words_and_a_site_without_it_has_none(self, site: Site) -> None:
        words = site(TREE, search=True).output / "recherche" / "mots.txt"
        assert "éclipse" in words.read_text("utf-8").split("\n")
        assert not (site(TREE).output / "recherche" / "mots.txt").exists()
        assert "équinoxe" in (site(EDITED, search=True).output / "recherche" / "mots.txt").read_text("utf-8").split("\n")

    def test_after_builds_without_it_is_that_of_the_site(self, site: Site, expected: dict[str, str]) -> None:
        built = site(TREE)
        assert Cache(kept(built).parent).room("words").names() == set()
        index(site(TREE, search=True))
        assert not (site(EDITED).output / "pagefind").exists()
        assert index(site(EDITED, search=True)) == expected

    def test_first_of_a_site_that_stands_renders_nothing(self, site: Site, expected: dict[str, str]) -> None:
        site(EDITED)
        built = site(EDITED, search=True)
        assert index(built) == expected
        assert "dont 0 mise en page" in built.stdout

    def test_is_made_again_where_its_cache_is_gone(self, site: Site, expected: dict[str, str]) -> None:
        built = site(EDITED, search=True)
        shutil.rmtree(kept(built).parent / "search")
        words = Cache(kept(built).parent).room("words")
        words.drop(words.names())
        assert index(site(EDITED, search=True)) == expected

    def test_is_made_again_where_the_whole_cache_is_gone(self, site: Site, expected: dict[str, str]) -> None:
        built = site(TREE, search=True)
        shutil.rmtree(built.output.parent / "cache")
        assert index(site(EDITED, search=True)) == expected

    def test_of_a_site_that_lost_its_texts_is_complete_after_an_edit(self, site: Site, expected: dict[str, str]) -> None:
        built = site(TREE, search=True)
        kept(built).write_bytes(b"nothing that SQLite knows " * 1000)
        assert index(site(EDITED, search=True)) == expected

    def test_does_not_believe_texts_that_are_not_the_pages(self, site: Site, expected: dict[str, str]) -> None:
        built = site(TREE, search=True)
        with sqlite3.connect(kept(built)) as base:
            base.execute("UPDATE words SET value = 'autre chose'")
        base.close()
        assert index(site(EDITED, search=True)) == expected
