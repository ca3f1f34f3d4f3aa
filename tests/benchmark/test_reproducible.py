"""The comparison of machines tells each file that is not the same, and takes no build for another that changed nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import reproducible
from incremental.machines import BuildFailed, Machine, compared

Site = dict[str, bytes]


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[Machine], Site]], list[tuple[str, list[str]]]]:
    """Compare builds that only give what a function says, of sources with one article."""
    article = tmp_path / "sources" / "content" / "articles" / "portrait.md"
    article.parent.mkdir(parents=True)
    article.write_text("Un texte.\n", "utf-8")
    for name in ("plugins", "scripts", "themes"):
        (tmp_path / "sources" / name).mkdir()
    (tmp_path / "sources" / "pelican.conf.py").touch()

    def run(site: Callable[[Machine], Site]) -> list[tuple[str, list[str]]]:
        monkeypatch.setattr(Machine, "build", lambda machine, today: site(machine))
        return list(compared(tmp_path / "sources", tmp_path / "work", "2026-11-21"))

    return run


def article_of(machine: Machine) -> Site:
    """A site that shows the article alone."""
    return {"index.html": (machine.folder / "content" / "articles" / "portrait.md").read_bytes()}


def test_machines_that_agree_have_no_differences(built: Callable[..., list[tuple[str, list[str]]]]) -> None:
    found = built(article_of)
    assert [files for _name, files in found] == [[]] * 6
    assert [name.split(",")[0] for name, _files in found] == ["machine 1"] * 3 + ["machine 2"] * 3


def test_a_machine_that_shows_in_a_file_is_told(built: Callable[..., list[tuple[str, list[str]]]]) -> None:
    found = built(lambda machine: {**article_of(machine), "zone.txt": machine.variables.get("TZ", "").encode()})
    assert [files for _name, files in found] == [[]] * 3 + [["zone.txt"]] * 3


def test_a_build_that_shows_no_edit_proves_nothing(built: Callable[..., list[tuple[str, list[str]]]]) -> None:
    with pytest.raises(BuildFailed, match="no page shows it"):
        built(lambda machine: {"index.html": b""})


@pytest.mark.parametrize(("files", "code"), [([], 0), (["index.html"], 1)])
def test_the_command_ends_with_what_was_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], files: list[str], code: int
) -> None:
    monkeypatch.setattr(reproducible, "compared", lambda *_: iter([("machine 1, cold", files)]))
    assert reproducible.main([]) == code
    assert capsys.readouterr().out == f"machine 1, cold: {', '.join(files) or 'the same'}\n"


def test_a_build_that_fails_is_2(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise BuildFailed("x")

    monkeypatch.setattr(reproducible, "compared", fails)
    assert reproducible.main([]) == 2
