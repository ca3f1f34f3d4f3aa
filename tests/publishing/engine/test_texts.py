"""What is stored of a text is what would be made, and is made no second time."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from contributions.cache.cache import FILE, Cache
from contributions.cache.facts import note, recorded
from contributions.library.digests import Digests
from contributions.library.library import Library
from publishing.engine.texts import Texts
from publishing.engine.workers import fork_map
from support import article, event, read_library, write

FACT = "meta:event/soir"
Making = Callable[[], bytes]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def library(folder: Path, **keys: Any) -> Library:
    return read_library(write(folder, event("soir", **keys) | article("portrait")))


def texts(cache: Cache, found: Library, key: bytes = b"key") -> Texts:
    """As a build has it."""
    return Texts(cache, key, Digests(found))


def stored(cache: Cache, found: Library, made: Mapping[str, Making], key: bytes = b"key") -> list[bytes]:
    """What a build gives of some texts, each by its name, and keeps."""
    those = texts(cache, found, key)
    given = [those.text(name, make) for name, make in made.items()]
    those.keep()
    return given


def making(text: bytes) -> Making:
    """Makes a text of the event."""

    def make() -> bytes:
        note(FACT)
        return text

    return make


class TestAStoredText:
    @pytest.fixture
    def first(self, tmp_path: Path) -> Library:
        return library(tmp_path / "content")

    def test_is_made_once(self, cache: Cache, first: Library) -> None:
        assert stored(cache, first, {"a": making(b"one")}) == [b"one"]
        assert stored(cache, first, {"a": making(b"two")}) == [b"one"]
        assert stored(cache, first, {"b": making(b"three")}) == [b"three"]

    def test_is_made_again_where_a_fact_has_changed(self, cache: Cache, first: Library, tmp_path: Path) -> None:
        stored(cache, first, {"a": making(b"one")})
        other = library(tmp_path / "other", title="Un autre soir")
        assert stored(cache, other, {"a": making(b"two")}) == [b"two"]
        assert stored(cache, other, {"a": making(b"three")}) == [b"two"]

    def test_is_made_again_by_other_code(self, cache: Cache, first: Library) -> None:
        stored(cache, first, {"a": making(b"one")})
        assert stored(cache, first, {"a": making(b"two")}, b"other") == [b"two"]

    def test_says_what_it_was_made_of_though_it_is_not_made(self, cache: Cache, first: Library) -> None:
        for _ in range(2):
            with recorded() as facts:
                stored(cache, first, {"a": making(b"one")})
            assert facts == {FACT}

    def test_is_that_of_any_worker(self, cache: Cache, first: Library) -> None:
        made = fork_map(lambda number: stored(cache, first, {f"{number % 10}": making(b"%d" % (number % 10))}), range(200), 2)
        assert made == fork_map(lambda number: stored(cache, first, {f"{number % 10}": making(b"another")}), range(200), 2)

    def test_is_known_to_the_worker_that_made_it_at_once(self, cache: Cache, first: Library) -> None:
        those = texts(cache, first)
        assert those.text("a", making(b"one")) == b"one"
        assert those.text("a", making(b"two")) == b"one"

    def test_that_is_damaged_is_made(self, cache: Cache, first: Library) -> None:
        stored(cache, first, {"a": making(b"one")})
        with closing(sqlite3.connect(cache.folder / FILE)) as base, base:
            base.execute("UPDATE texts SET value = value || X'21'")
        assert stored(cache, first, {"a": making(b"one")}) == [b"one"]


class TestALibrary:
    def test_makes_a_text_once_though_it_stores_none(self, tmp_path: Path) -> None:
        found = library(tmp_path)
        assert found.stored("a", making(b"one")) == b"one"
        with recorded() as facts:
            assert found.stored("a", making(b"two")) == b"one"
        assert facts == {FACT}

    def test_of_another_day_stores_none(self, tmp_path: Path, cache: Cache) -> None:
        found = library(tmp_path / "content")
        found.texts = texts(cache, found)
        found.stored("a", making(b"one"))
        assert found.as_of(found.today).stored("a", making(b"two")) == b"two"
