"""A folder is published whole or not at all, and the one before it serves to build the next."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import pytest

from contributions.cache.cache import FILE, Cache
from publishing.engine import staging
from publishing.engine.files import forget_folders, put, write
from publishing.engine.manifest import Manifest
from publishing.engine.manifests import Manifests
from publishing.engine.places import UnsafeOutput
from publishing.engine.staging import Staging, replace, staged

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


@contextmanager
def published(place: Path) -> Iterator[Staging]:
    """A staging beside `place`/output, with its manifests in `place`/cache."""
    with staged(place / "output", Manifests(Cache(place / "cache"))) as found:
        yield found


def publish(place: Path, **files: str) -> Path:
    """Publish a site of some files, as a build does: what is there already is not written again."""
    with published(place) as trees:
        forget_folders()
        manifest = Manifest()
        for name, text in {**SITE, **files}.items():
            manifest.files[name], _written = put(trees, name, text.encode(), partial(_write, text))
        for name in trees.kept.files.keys() - manifest.files.keys():
            (trees.new / name).unlink()
        trees.manifest = manifest
    return place / "output"


def _write(text: str, path: str) -> tuple[int, int]:
    return write(path, text.encode())


def _interrupted(path: str) -> tuple[int, int]:
    """Write half a file."""
    write(path, b"thr")
    raise KeyboardInterrupt


class TestPublication:
    def test_of_the_first_site_makes_the_folder(self, tmp_path: Path) -> None:
        assert (publish(tmp_path / "deep", page="new") / "page").read_text() == "new"

    def test_replaces_all_that_was_there(self, tmp_path: Path) -> None:
        filled(tmp_path / "output", **SITE, gone="old")
        output = publish(tmp_path, page="new")
        assert names(output) == {*SITE, "page"}

    @pytest.mark.parametrize("builds", [2, 3, 4, 5])
    def test_again_and_again_leaves_what_the_last_one_declared(self, tmp_path: Path, builds: int) -> None:
        for number in range(builds):
            output = publish(tmp_path, same="same", page=str(number), **{f"only-{number}": "x"})
        assert names(output) == {*SITE, "same", "page", f"only-{builds - 1}"}
        assert (output / "page").read_text() == str(builds - 1)

    def test_does_not_write_again_what_is_the_same(self, tmp_path: Path) -> None:
        assert len({(publish(tmp_path, page="same") / "page").stat().st_ino for _again in range(4)}) == 1

    def test_writes_again_what_somebody_changed(self, tmp_path: Path) -> None:
        for _again in range(3):
            (publish(tmp_path, page="right") / "page").write_text("wrong")
        assert (publish(tmp_path, page="right") / "page").read_text() == "right"

    def test_never_writes_into_the_site_that_stands(self, tmp_path: Path) -> None:
        publish(tmp_path, page="one")
        publish(tmp_path, page="two")
        with pytest.raises(KeyboardInterrupt), published(tmp_path) as trees:
            put(trees, "page", b"three", _interrupted)
        assert (tmp_path / "output" / "page").read_text() == "two"

    def test_that_fails_leaves_the_folder_as_it_was(self, tmp_path: Path) -> None:
        filled(tmp_path / "output", **SITE)
        with pytest.raises(FileExistsError), published(tmp_path) as trees:
            filled(trees.new, index="half").mkdir()
        assert (tmp_path / "output" / "index.html").read_text() == "old"
        assert names(tmp_path) == {"output", "cache"}

    def test_that_fails_before_the_first_site_leaves_none(self, tmp_path: Path) -> None:
        with pytest.raises(KeyboardInterrupt), published(tmp_path):
            raise KeyboardInterrupt
        assert not (tmp_path / "output").exists()

    def test_trusts_no_folder_that_a_killed_build_left(self, tmp_path: Path) -> None:
        publish(tmp_path, page="one")
        publish(tmp_path, page="two")
        manifests = Manifests(Cache(tmp_path / "cache"))
        manifests.remove(tmp_path / ".output.staging")  # what a build does before it touches the folder
        filled(tmp_path / ".output.staging", left="over")
        assert names(publish(tmp_path, page="three")) == {*SITE, "page"}

    def test_trusts_no_folder_of_which_another_cache_has_made_something_else(self, tmp_path: Path) -> None:
        publish(tmp_path, page="one")
        publish(tmp_path, page="two")
        # A folder of the same number: a file system gives those that have become free to the next.
        filled(tmp_path / ".output.staging", foreign="of another build")
        assert names(publish(tmp_path, page="three")) == {*SITE, "page"}

    def test_leaves_nothing_beside_the_site_but_the_one_before(self, tmp_path: Path) -> None:
        publish(tmp_path, page="one")
        publish(tmp_path, page="two")
        assert names(tmp_path) == {"output", ".output.staging", "cache"}

    def test_brings_back_a_site_that_was_moved_aside(self, tmp_path: Path) -> None:
        publish(tmp_path, page="one").rename(tmp_path / ".output.old")
        with pytest.raises(KeyboardInterrupt), published(tmp_path):
            raise KeyboardInterrupt
        assert (tmp_path / "output" / "page").read_text() == "one"


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
        filled(tmp_path / "output", chapter="years of work")
        with pytest.raises(UnsafeOutput, match="n’est pas un site"), published(tmp_path):
            pass
        assert names(tmp_path / "output") == {"chapter"}


class TestManifests:
    def test_that_are_damaged_are_none(self, tmp_path: Path) -> None:
        output = publish(tmp_path, page="one")
        manifests = Manifests(Cache(tmp_path / "cache"))
        assert manifests.read(output) is not None
        with closing(sqlite3.connect(tmp_path / "cache" / FILE)) as base, base:
            base.execute("UPDATE sites SET value = substr(value, 1, length(value) - 1) || X'3F'")
        assert manifests.read(output) is None

    def test_of_folders_that_are_gone_go(self, tmp_path: Path) -> None:
        for _again in range(4):
            publish(tmp_path, page="one")
        assert len(Cache(tmp_path / "cache").room("sites").names()) == 2
