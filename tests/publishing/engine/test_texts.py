"""What is stored of a text is what would be made, and is made no second time."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from contributions.library.facts import note, recorded
from contributions.library.library import Library
from publishing.engine.digests import Digests
from publishing.engine.texts import Texts
from publishing.engine.workers import fork_map
from support import article, event, read_library, write

FACT = "meta:event/soir"
Making = Callable[[], bytes]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "texts.sqlite"


def library(folder: Path, **keys: Any) -> Library:
    return read_library(write(folder, event("soir", **keys) | article("portrait")))


def texts(file: Path, found: Library, key: bytes = b"key") -> Texts:
    """As a build has it."""
    return Texts(file, key, Digests(found))


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

    def test_is_made_once(self, file: Path, first: Library) -> None:
        assert texts(file, first).text("a", making(b"one")) == b"one"
        assert texts(file, first).text("a", making(b"two")) == b"one"
        assert texts(file, first).text("b", making(b"three")) == b"three"

    def test_is_made_again_where_a_fact_has_changed(self, file: Path, first: Library, tmp_path: Path) -> None:
        texts(file, first).text("a", making(b"one"))
        other = library(tmp_path / "other", title="Un autre soir")
        assert texts(file, other).text("a", making(b"two")) == b"two"
        assert texts(file, other).text("a", making(b"three")) == b"two"

    def test_is_made_again_by_other_code(self, file: Path, first: Library) -> None:
        texts(file, first).text("a", making(b"one"))
        assert texts(file, first, b"other").text("a", making(b"two")) == b"two"

    def test_says_what_it_was_made_of_though_it_is_not_made(self, file: Path, first: Library) -> None:
        for _ in range(2):
            with recorded() as facts:
                texts(file, first).text("a", making(b"one"))
            assert facts == {FACT}

    def test_is_that_of_any_worker(self, file: Path, first: Library) -> None:
        stored = texts(file, first)
        made = fork_map(lambda number: stored.text(f"{number % 10}", making(b"%d" % (number % 10))), range(200), 2)
        assert made == fork_map(lambda number: stored.text(f"{number % 10}", making(b"another")), range(200), 2)

    def test_that_is_damaged_is_made(self, file: Path, first: Library) -> None:
        texts(file, first).text("a", making(b"one"))
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("UPDATE texts SET text = ?", (b"o\0e",))
        assert texts(file, first).text("a", making(b"one")) == b"one"

    def test_is_made_where_the_file_is_none_of_sqlite(self, file: Path, first: Library) -> None:
        file.write_bytes(b"Bonjour. " * 1000)
        assert texts(file, first).text("a", making(b"one")) == b"one"
        assert texts(file, first).text("a", making(b"two")) == b"one"

    def test_is_made_where_nothing_can_be_stored(self, file: Path, first: Library) -> None:
        stored = texts(file, first)
        file.unlink()
        file.mkdir()
        assert stored.text("a", making(b"one")) == b"one"


class TestALibrary:
    def test_makes_a_text_once_though_it_stores_none(self, tmp_path: Path) -> None:
        found = library(tmp_path)
        assert found.stored("a", making(b"one")) == b"one"
        with recorded() as facts:
            assert found.stored("a", making(b"two")) == b"one"
        assert facts == {FACT}

    def test_of_another_day_stores_none(self, tmp_path: Path, file: Path) -> None:
        found = library(tmp_path / "content")
        found.texts = texts(file, found)
        found.stored("a", making(b"one"))
        assert found.as_of(found.today).stored("a", making(b"two")) == b"two"
