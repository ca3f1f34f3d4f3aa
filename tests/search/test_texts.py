"""The texts of a site outlive a build, and whatever happens to their file."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from publishing.searching import Findable, digest_of
from search.texts import Texts

SAID = {"/a/": "un", "/b/": "deux", "/é/": "l’été \ud7ff"}


def pages(said: dict[str, str]) -> list[Findable]:
    return [Findable(path, digest_of(text), "2026") for path, text in said.items()]


def foreign(file: Path) -> None:
    file.unlink()
    with sqlite3.connect(file) as base:
        base.execute("CREATE TABLE texts (name, value)")
    base.close()


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:3000])


def no_database(file: Path) -> None:
    file.write_bytes(b"{}" * 5000)


def scratched(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[-4000:] = b"\xff" * 4000
    file.write_bytes(data)


class Interrupted(dict[str, str]):
    """Texts of which one is written, and then the build ends."""

    def items(self) -> Any:
        yield "/a/", "autre"
        raise RuntimeError


class TestTexts:
    def test_are_there_for_the_next_build(self, tmp_path: Path) -> None:
        Texts(tmp_path / "texts.sqlite").keep(pages(SAID), SAID)
        assert Texts(tmp_path / "texts.sqlite").of(pages(SAID)) == SAID

    def test_go_with_their_pages(self, tmp_path: Path) -> None:
        texts = Texts(tmp_path / "texts.sqlite")
        texts.keep(pages(SAID), SAID)
        texts.keep(pages({"/a/": "un"}), {})
        assert texts.of(pages(SAID)) == {"/a/": "un"}

    def test_that_are_others_by_now_are_not_given(self, tmp_path: Path) -> None:
        texts = Texts(tmp_path / "texts.sqlite")
        texts.keep(pages(SAID), SAID)
        assert texts.of(pages({**SAID, "/a/": "autre"})) == {path: SAID[path] for path in ("/b/", "/é/")}

    @pytest.mark.parametrize("damage", [foreign, cut_short, no_database, scratched])
    def test_of_a_file_that_is_damaged_are_lost_and_can_be_kept_again(self, tmp_path: Path, damage: Callable[[Path], None]) -> None:
        file = tmp_path / "texts.sqlite"
        Texts(file).keep(pages(SAID), SAID)
        damage(file)
        assert Texts(file).of(pages(SAID)).items() <= SAID.items()
        Texts(file).keep(pages(SAID), SAID)
        assert Texts(file).of(pages(SAID)) == SAID

    def test_of_a_build_that_fails_are_those_of_the_one_before(self, tmp_path: Path) -> None:
        texts = Texts(tmp_path / "texts.sqlite")
        texts.keep(pages(SAID), SAID)
        with pytest.raises(RuntimeError):
            texts.keep(pages({}), Interrupted())
        assert texts.of(pages(SAID)) == SAID
