"""What a build may write to: neither the contributions, nor a folder that is somebody else's."""

from pathlib import Path

import pytest

from publishing.engine.places import MARKS, UnsafeCache, UnsafeOutput, check_cache, check_places


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with contributions."""
    (tmp_path / "content" / "articles").mkdir(parents=True)
    return tmp_path


def site(folder: Path) -> Path:
    """Make a folder look like a site of ours."""
    folder.mkdir(exist_ok=True)
    for mark in MARKS:
        (folder / mark).write_text("")
    return folder


class TestAnOutput:
    @pytest.mark.parametrize("output", ["content", "content/site", ".", "cache", "cache/site"])
    def test_overlaps_neither_the_contributions_nor_the_cache(self, place: Path, output: str) -> None:
        with pytest.raises(UnsafeOutput, match="se recouvrent"):
            check_places(place / "content", place / "cache", (place / output).resolve())

    def test_is_a_folder(self, place: Path) -> None:
        (place / "output").write_text("Une thèse")
        with pytest.raises(UnsafeOutput, match="n’est pas un dossier"):
            check_places(place / "content", place / "cache", place / "output")

    def test_is_a_site_or_nothing(self, place: Path) -> None:
        (place / "output").mkdir()
        check_places(place / "content", place / "cache", place / "output")
        check_places(place / "content", place / "cache", site(place / "output"))
        (place / "output" / "index.html").unlink()
        with pytest.raises(UnsafeOutput, match="n’est pas un site"):
            check_places(place / "content", place / "cache", place / "output")


class TestACache:
    @pytest.mark.parametrize("cache", ["content", "content/articles", "content/cache", "."])
    def test_does_not_overlap_the_contributions(self, place: Path, cache: str) -> None:
        with pytest.raises(UnsafeCache, match="se recouvrent"):
            check_cache((place / cache).resolve(), place / "content")

    def test_is_a_folder(self, place: Path) -> None:
        (place / "cache").write_text("Une thèse")
        with pytest.raises(UnsafeCache, match="n’est pas un dossier"):
            check_cache(place / "cache", place / "content")

    def test_is_no_site(self, place: Path) -> None:
        with pytest.raises(UnsafeCache, match="n’est pas un cache"):
            check_cache(site(place / "cache"), place / "content")

    @pytest.mark.parametrize("name", ["contributions", "search", "thèse"])
    def test_is_nobody_else_s_folder(self, place: Path, name: str) -> None:
        (place / "cache" / name).mkdir(parents=True)
        with pytest.raises(UnsafeCache, match="n’est pas un cache"):
            check_cache(place / "cache", place / "content")

    def test_may_have_neighbours(self, place: Path) -> None:
        (place / "cache" / "imports").mkdir(parents=True)
        check_cache(place / "cache", place / "content")
        (place / "cache" / "lock").write_text("")
        (place / "cache" / "search").mkdir()
        check_cache(place / "cache", place / "content")

    def test_that_was_used_without_a_lock_is_one(self, place: Path) -> None:
        (place / "cache" / "contributions").mkdir(parents=True)
        (place / "cache" / "contributions" / "index").write_text("")
        check_cache(place / "cache", place / "content")
