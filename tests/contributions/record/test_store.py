"""What was read is kept, and never trusted when the file, the code or the settings are others."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from contributions.cache.cache import FILE, Cache
from contributions.cache.facts import note, recorded
from contributions.library.library import Library
from contributions.loading import loading
from contributions.loading.loading import Loaded, load
from contributions.reading.reading import Reader
from support import TODAY, Tree, article, event, hub, one_of_each, write


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, one after the other."""
    found: list[str] = []
    read = Reader.read

    def counted(self: Reader, path: str, data: bytes) -> object:
        found.append(path)
        return read(self, path, data)

    monkeypatch.setattr(Reader, "read", counted)
    return found


@pytest.fixture
def again(tmp_path: Path) -> Callable[[Tree], Loaded]:
    """Load a tree with the same cache as the last time."""
    return lambda tree: load(write(tmp_path, tree), TODAY, cache=Cache(tmp_path / "cache"))


def harm(cache: Path, room: str, name: str) -> None:
    """Change a bit of a value."""
    with closing(sqlite3.connect(cache / FILE)) as base, base:
        (value,) = base.execute(f"SELECT value FROM {room} WHERE name = ?", (name.encode(),)).fetchone()
        base.execute(f"UPDATE {room} SET value = ? WHERE name = ?", (value[:20] + bytes([value[20] ^ 1]) + value[21:], name.encode()))


class TestWhatWasRead:
    def test_is_not_read_again(self, again: Callable[[Tree], Loaded], reads: list[str]) -> None:
        again(one_of_each())
        reads.clear()
        again(one_of_each())
        assert reads == []

    def test_is_the_same_from_the_cache(self, again: Callable[[Tree], Loaded]) -> None:
        first, second = again(one_of_each()).library, again(one_of_each()).library
        assert first is not None
        assert second is not None
        assert [(c.brief, c.whole, c.html) for c in first.all] == [(c.brief, c.whole, c.html) for c in second.all]

    def test_is_read_again_where_the_file_changed(self, again: Callable[[Tree], Loaded], reads: list[str]) -> None:
        again(article("a") | article("b"))
        reads.clear()
        found = again(article("a", body="Autre chose.\n") | article("b"))
        assert reads == ["content/articles/a.md"]
        assert found.library is not None
        assert "Autre chose." in found.library.by_key["article", "a"].html

    def test_is_kept_where_only_the_time_of_the_file_changed(
        self, again: Callable[[Tree], Loaded], tmp_path: Path, reads: list[str]
    ) -> None:
        again(article("a"))
        os.utime(tmp_path / "content" / "articles" / "a.md", (1, 1))
        reads.clear()
        again(article("a"))
        assert reads == []

    def test_is_forgotten_where_the_settings_changed(self, again: Callable[[Tree], Loaded], reads: list[str]) -> None:
        again(article("a"))
        reads.clear()
        again(article("a") | hub(name="Un autre nom"))
        assert reads == ["content/articles/a.md"]

    def test_is_forgotten_where_the_code_changed(
        self, again: Callable[[Tree], Loaded], reads: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        again(article("a"))
        reads.clear()
        monkeypatch.setattr(loading, "code_key", lambda: "other code")
        again(article("a"))
        assert reads == ["content/articles/a.md"]

    def test_is_read_again_where_its_row_is_damaged(self, again: Callable[[Tree], Loaded], tmp_path: Path, reads: list[str]) -> None:
        again(article("a") | article("b"))
        harm(tmp_path / "cache", "sources", "content/articles/a.md")
        reads.clear()
        assert again(article("a") | article("b")).problems == ()
        assert reads == ["content/articles/a.md"]

    def test_whose_values_are_damaged_is_read_again_when_they_are_asked_for(
        self, again: Callable[[Tree], Loaded], tmp_path: Path, reads: list[str]
    ) -> None:
        again(article("a", body="Un texte.\n"))
        harm(tmp_path / "cache", "contents", "content/articles/a.md")
        reads.clear()
        found = again(article("a", body="Un texte.\n")).library
        assert found is not None
        assert (found.all[0].meta.title, "Un texte." in found.all[0].html) == ("Sujet a", True)
        assert set(reads) == {"content/articles/a.md"}

    def test_with_problems_tells_them_again(self, again: Callable[[Tree], Loaded]) -> None:
        wrong = article("a", titel="x") | event("b", place={"name": "Salle", "city": "Trifouillis"})
        assert again(wrong).problems == again(wrong).problems != ()

    def test_is_checked_again_where_what_it_refers_to_is_gone(self, again: Callable[[Tree], Loaded], tmp_path: Path) -> None:
        assert again(one_of_each()).problems == ()
        (tmp_path / "content" / "organisations" / "musee-du-ciel.md").unlink()
        left = {path: text for path, text in one_of_each().items() if "organisations" not in path}
        assert {problem.code for problem in again(left).problems} == {"E201"}


class TestFacts:
    def test_are_noted_where_something_is_read(self, library: Callable[..., Library]) -> None:
        found = library(one_of_each())
        with recorded() as facts:
            assert found.page("event", "nuit-noire") is not None
            assert found.by_theme["astronomie"][0].html
            assert found.today == TODAY
        assert facts >= {"page:event/nuit-noire", "list:by_theme/astronomie", "today"}
        assert "list:by_theme" not in facts, "which themes there are was not asked"
        assert any(fact.startswith("body:") for fact in facts)

    def test_of_what_was_computed_before_are_noted_again(self, library: Callable[..., Library]) -> None:
        found = library(article("a"))
        for _twice in range(2):
            with recorded() as facts:
                found.once(("title",), lambda: found.by_key["article", "a"].meta.title)
            assert facts == {"meta:article/a"}

    def test_of_an_inner_recording_stay_there(self) -> None:
        with recorded() as outer:
            note("one")
            with recorded() as inner:
                note("two")
        assert (outer, inner) == ({"one"}, {"two"})
