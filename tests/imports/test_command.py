"""scripts/import.py: what it says, what it writes, how it ends."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from imports.plans.plan import Outcome, Plan
from imports.plans.report import as_markdown, as_text
from imports.sources.tableur.template import SHEETS
from imports.taken import Given, Reading, Refusal, UnreadableSource
from support import hub
from support_imports import MAP, files, reading, record

main = import_module("import").main


@pytest.fixture
def there(content: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder, and a source « ics » of which each line is an event; « ? » cannot be taken, « ! » ends it."""

    def read(data: bytes, given: Given) -> Reading:
        lines = data.decode().split()
        if "!" in lines:
            raise UnreadableSource("Ce fichier n’est pas un agenda.")
        refused = [Refusal(f"ligne {number}", "Incompris.") for number, line in enumerate(lines, 1) if line == "?"]
        return reading(*(record(line, title=f"Sortie {line}") for line in lines if line != "?"), refused=refused)

    module = types.ModuleType("imports.sources.ics")
    vars(module)["read"] = read
    monkeypatch.setitem(sys.modules, "imports.sources.ics", module)
    monkeypatch.setenv("ESCALE_TODAY", "2026-11-21")
    return content(hub() | {"imports/ics.yml": MAP})


def ended(there: Path, text: str, *options: str) -> int:
    file = there.parent / "agenda.ics"
    file.write_text(text, "utf-8")
    code: int = main(["ics", str(file), "--content", str(there), "--cache", str(there.parent / "cache"), *options])
    return code


def test_it_writes_and_says_what_it_wrote(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(there, "a b") == 0
    out = capsys.readouterr().out
    assert "Nouveau (2)\u00a0:\n  events/sortie-a-2026.md – « Sortie a » (events[a])" in out
    assert out.endswith("\n\n2 nouvelles fiches.\n")
    assert ended(there, "a b") == 0
    assert capsys.readouterr().out == "2 inchangées.\n"


def test_it_ends_with_one_where_something_could_not_be_taken(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(there, "a ?") == 1
    assert "Pas compris, ou pas repris (1)\u00a0:\n  ligne 2\u00a0: Incompris." in capsys.readouterr().out
    assert (there / "events/sortie-a-2026.md").is_file()


def test_it_writes_nothing_where_it_is_only_tried(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = files(there)
    assert ended(there, "a", "--dry-run") == 0
    assert (files(there), "Rien n’a été écrit" in capsys.readouterr().out) == (before, True)


def test_it_ends_with_two_where_the_source_cannot_be_read(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ended(there, "!") == 2
    assert "Ce fichier n’est pas un agenda." in capsys.readouterr().err
    assert main(["ics", str(there / "absent.ics"), "--content", str(there)]) == 2
    assert main(["ics", "--content", str(there)]) == 2


def test_it_ends_with_two_where_the_map_is_wrong(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (there / "imports/ics.yml").write_text("themes: {a: licorne}\n", "utf-8")
    assert ended(there, "a") == 2
    assert "content/imports/ics.yml:1:13: E109" in capsys.readouterr().err


def test_it_leaves_its_report_for_a_pull_request(there: Path) -> None:
    report = there.parent / "report.md"
    ended(there, "a ?", "--report", str(report))
    assert report.read_text("utf-8").startswith(
        "# Import\u00a0: ics\n\n1 nouvelle fiche, 1 remarque sur ce qui n’a pas été repris.\n\n## Nouveau (1)\n\n- "
    )


class TestTheReport:
    def test_shows_both_sides_of_what_was_kept(self) -> None:
        plan = Plan(outcomes=[Outcome("kept", "events/a.md", "Nuit", "ligne 3", sides=(("title", "Nuit", "Jour"), ("age", "8", "")))])
        assert "title\u00a0: ici « Nuit », dans la source « Jour »\n" in as_text(plan)
        assert "age\u00a0: ici seulement, « 8 »\n" in as_text(plan)

    def test_is_nobodys_markup(self) -> None:
        hostile = "@equipe #12 [x](https://e.example) <b> `a` www.e.example ![](//e)"
        plan = Plan(outcomes=[Outcome("new", "events/a.md", hostile)], refused=[Refusal(hostile, hostile)])
        text = as_markdown(plan, "ics")
        assert not any(sign in text for sign in ("@equipe", "#12", "](", "<b>", " `a`", "https://", "www.e"))

    def test_has_an_end(self) -> None:
        plan = Plan(refused=[Refusal(f"ligne {number}", f"Incompris : {number}.") for number in range(10_000)])
        assert "… et 9800 autres" in as_text(plan)
        assert len(as_markdown(plan, "ics")) < 30_000


@pytest.mark.parametrize("kind", SHEETS)
def test_it_writes_a_sheet_to_fill_in_of_each_kind(there: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    sheet = there.parent / f"{kind}.xlsx"
    assert main(["tableur", str(sheet), "--template", kind, "--content", str(there), "--cache", str(there.parent / "cache")]) == 0
    assert "remplissez-le" in capsys.readouterr().out
    assert sheet.read_bytes().startswith(b"PK")
