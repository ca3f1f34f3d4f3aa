"""Whatever lies in content/ is read, or told: nothing keeps a check waiting, and nothing is left out in silence."""

import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from contributions.loading.loading import load
from support import TODAY, article, hub, write

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="6" height="4"/>'
LATIN_1 = os.fsdecode("café".encode("latin-1"))
"""A name that is no UTF-8, as Python gives it."""
WAYS = {
    "image": "images/a.jpg",
    "document": "documents/a.pdf",
    "table": "data/a.csv",
    "letter": "newsletter/2026-w48.md",
    "contribution": "articles/b.md",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small hub with every folder."""
    found = write(tmp_path, hub() | article("a"))
    for folder in ("images", "documents", "data", "newsletter"):
        (found / folder).mkdir()
    return found


def told(content: Path) -> list[str]:
    """Code and path of each problem. Whoever opens a pipe would wait for ever: two minutes are as good."""
    signal.alarm(120)
    try:
        return [f"{problem.code} {problem.path.removeprefix('content/')}" for problem in load(content, TODAY).problems]
    finally:
        signal.alarm(0)


def pipe(path: Path) -> None:
    os.mkfifo(path)


def plug(path: Path) -> None:
    """A socket of the file system; its address must be short, so it is made in its folder."""
    before = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(before)


class TestSpecialFiles:
    @pytest.mark.parametrize("make", [pipe, plug])
    @pytest.mark.parametrize("path", WAYS.values(), ids=WAYS.keys())
    def test_are_told_and_never_opened(self, content: Path, path: str, make: Callable[[Path], None]) -> None:
        make(content / path)
        assert told(content) == [f"E021 {path}"]

    @pytest.mark.parametrize("make", [pipe, plug, Path.mkdir])
    def test_in_the_place_of_the_region_are_told(self, content: Path, make: Callable[[Path], None]) -> None:
        (content / "hub.yml").unlink()
        make(content / "hub.yml")
        assert told(content) == ["E021 hub.yml"]

    def test_do_not_keep_what_names_them_waiting(self, content: Path) -> None:
        pipe(content / "images" / "a.svg")
        write(content.parent, article("a", image={"src": "images/a.svg", "alt": "Une falaise", "credit": "Musée"}))
        assert told(content) == ["E206 articles/a.md", "E021 images/a.svg"]


class TestLinks:
    @pytest.mark.parametrize("target", ["nowhere.md", "b.md", "/etc/passwd"], ids=["dangling", "circular", "outside"])
    @pytest.mark.parametrize("path", WAYS.values(), ids=WAYS.keys())
    def test_are_told_wherever_they_lead(self, content: Path, path: str, target: str) -> None:
        (content / path).symlink_to(Path(path).name if target == "b.md" else target)
        assert told(content) == [f"E018 {path}"]

    def test_in_the_place_of_the_region_are_told(self, content: Path) -> None:
        (content / "hub.yml").rename(content.parent / "hub.yml")
        (content / "hub.yml").symlink_to("../hub.yml")
        assert told(content) == ["E018 hub.yml"]

    def test_that_go_in_circles_and_are_no_contribution_are_told_too(self, content: Path) -> None:
        for path in ("articles/rond", "articles/2026/rond.txt", "rond"):
            (content / path).parent.mkdir(exist_ok=True)
            (content / path).symlink_to(Path(path).name)
        assert told(content) == ["E018 articles/2026/rond.txt", "E018 articles/rond", "E018 rond"]


class TestFolders:
    @pytest.mark.parametrize("path", [*WAYS.values(), "x.md"])
    def test_named_like_files_are_folders(self, content: Path, path: str) -> None:
        (content / path).mkdir()
        assert told(content) == []

    def test_named_like_contributions_may_hold_some(self, content: Path) -> None:
        (content / "articles" / "b.md").mkdir()
        write(content.parent, {"articles/b.md/c.md": "Un texte.\n"})
        assert told(content) == ["E002 articles/b.md/c.md"]

    @pytest.mark.parametrize("name", ["images", "documents", "data", "newsletter"])
    def test_that_are_files_are_told(self, content: Path, name: str) -> None:
        (content / name).rmdir()
        (content / name).write_text("Un texte.\n")
        assert told(content) == [f"E021 {name}"]

    def test_that_cannot_be_read_are_not_left_out(self, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        scandir = os.scandir

        def refused(path: str | Path) -> object:
            if str(path).endswith(hidden):
                raise PermissionError(13, "Permission denied", str(path))
            return scandir(path)

        monkeypatch.setattr(os, "scandir", refused)
        for hidden in ("images", "articles", "data", "newsletter"):
            with pytest.raises(PermissionError) as raised:
                load(content, TODAY)
            assert raised.value.filename == str(content / hidden)


class TestNames:
    @pytest.mark.parametrize("path", WAYS.values(), ids=WAYS.keys())
    def test_that_are_no_utf_8_are_told_as_they_can_be_shown(self, content: Path, path: str) -> None:
        (content / path).with_stem(LATIN_1).touch()
        assert told(content) == [f"E007 {Path(path).parent}/caf\\xe9{Path(path).suffix}"]

    @pytest.mark.parametrize("folder", ["images", "articles"])
    def test_of_folders_are_told_once(self, content: Path, folder: str) -> None:
        (content / folder / LATIN_1).mkdir()
        for name in ("a.md", "b.md"):
            (content / folder / LATIN_1 / name).touch()
        assert told(content) == [f"E007 {folder}/caf\\xe9"]

    @pytest.mark.parametrize("character", ["\n", "\x1b", "\u202e", "\u2028"])
    def test_with_what_nobody_sees_stand_on_one_line(self, content: Path, character: str) -> None:
        (content / "images" / f"a{character}b.svg").write_text(SVG)
        (content / "articles" / f"a{character}b.md").write_text("Un texte.\n")
        assert [line.partition(" ")[0] for line in told(content)] == ["E007", "E007"]
        assert all(line.isprintable() for line in told(content))

    @pytest.mark.parametrize("path", ["images/{}.svg", "articles/{}.md"])
    def test_that_leave_no_room_for_those_made_of_them_are_told(self, content: Path, path: str) -> None:
        longest = 240 - len(Path(path).suffix)
        file = content / path.format("é" * (longest // 2 + 1))
        file.write_text(SVG)
        assert [line.partition(" ")[0] for line in told(content)] == ["E007"]
        file.unlink()
        if path.startswith("images"):
            (content / path.format("a" * longest)).write_text(SVG)
            assert told(content) == []
