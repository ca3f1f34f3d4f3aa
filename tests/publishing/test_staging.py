"""A folder is published whole or not at all."""

from pathlib import Path

import pytest

from publishing import staging
from publishing.staging import UnsafeOutput, replace, staged

SITE = {"index.html": "old", "sitemap.xml": "old"}
"""What makes a folder a site of ours."""


def filled(folder: Path, **files: str) -> Path:
    """A folder with some files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text)
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


class TestPublication:
    def test_of_the_first_site_makes_the_folder(self, tmp_path: Path) -> None:
        with staged(tmp_path / "deep" / "output") as folder:
            filled(folder, index="new")
        assert (tmp_path / "deep" / "output" / "index").read_text() == "new"

    def test_replaces_all_that_was_there(self, tmp_path: Path) -> None:
        filled(tmp_path / "output", **SITE, gone="old")
        with staged(tmp_path / "output") as folder:
            filled(folder, index="new")
        assert names(tmp_path / "output") == {"index"}
        assert (tmp_path / "output" / "index").read_text() == "new"

    def test_begins_with_an_empty_folder(self, tmp_path: Path) -> None:
        filled(tmp_path / ".output.staging", left="over")
        with staged(tmp_path / "output") as folder:
            assert names(folder) == set()

    def test_leaves_nothing_beside_the_folder(self, tmp_path: Path) -> None:
        filled(tmp_path / "output", **SITE)
        with staged(tmp_path / "output") as folder:
            filled(folder, index="new")
        assert names(tmp_path) == {"output"}

    def test_that_fails_leaves_the_folder_as_it_was(self, tmp_path: Path) -> None:
        filled(tmp_path / "output", **SITE)
        with pytest.raises(FileExistsError), staged(tmp_path / "output") as folder:
            filled(folder, index="half").mkdir()
        assert (tmp_path / "output" / "index.html").read_text() == "old"
        assert names(tmp_path) == {"output"}

    def test_that_fails_before_the_first_site_leaves_none(self, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt), staged(tmp_path / "output"):
            raise KeyboardInterrupt
        assert not (tmp_path / "output").exists()

    def test_may_be_nested(self, tmp_path: Path) -> None:
        with staged(tmp_path / "output") as outer, staged(outer) as inner:
            filled(inner, index="new")
        assert names(tmp_path / "output") == {"index"}


class TestExchange:
    def test_swaps_two_folders(self, tmp_path: Path) -> None:
        replace(filled(tmp_path / "new", index="new"), filled(tmp_path / "old", index="old"))
        assert (tmp_path / "old" / "index").read_text() == "new"
        assert (tmp_path / "new" / "index").read_text() == "old"

    def test_without_the_kernel_does_the_same(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
        replace(filled(tmp_path / "new", index="new"), filled(tmp_path / "old", index="old"))
        assert (tmp_path / "old" / "index").read_text() == "new"
        assert (tmp_path / "new" / "index").read_text() == "old"
        assert names(tmp_path) == {"old", "new"}


class TestWhatIsNotOurs:
    def test_is_never_replaced(self, tmp_path: Path) -> None:
        filled(tmp_path / "thesis", chapter="years of work")
        with pytest.raises(UnsafeOutput, match="n’est pas un site"), staged(tmp_path / "thesis"):
            pass
        assert names(tmp_path / "thesis") == {"chapter"}

    @pytest.mark.parametrize("output", ["content", "content/site", "."])
    def test_includes_the_contributions(self, tmp_path: Path, output: str) -> None:
        content = filled(tmp_path / "content", **SITE)
        with pytest.raises(UnsafeOutput, match="se recouvrent"), staged((tmp_path / output).resolve(), (content,)):
            pass
        assert names(content) == set(SITE)
