"""scripts/check.py --since, on a desk and in a workflow: what changed is told like all else, in every format, and mended."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import check
from support import TODAY, article, event, hub
from support_git import ALONE, Repository

Run = Callable[..., tuple[int, str, str]]
OFF = event("nuit", event_status="annule")
REPAIR = "Écrivez « updated: 2026-11-21 »."


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A hub with an event, and a portrait of last year."""
    for name, value in {**ALONE, "ESCALE_TODAY": TODAY.isoformat(), "GIT_CEILING_DIRECTORIES": str(tmp_path)}.items():
        monkeypatch.setenv(name, value)
    found = Repository(tmp_path / "hub", "contenu")
    found.replace(hub() | event("nuit") | article("portrait", date="2025-11-01"))
    found.commit()
    return found


@pytest.fixture
def run(repository: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """The command with some options: exit code, and what it said."""

    def ended(*options: str) -> tuple[int, str, str]:
        places = ["--content", str(repository.content), "--cache", str(tmp_path / "cache"), "--jobs", "1"]
        return (check.main([*places, *options]), *capsys.readouterr())

    return ended


def test_without_it_nothing_is_compared(run: Run, repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write(OFF)
    monkeypatch.setenv("PATH", "")
    assert run() == (0, "2 contributions vérifiées : rien à corriger.\n", "")


def test_a_change_is_a_warning_at_its_line_and_warnings_are_0(run: Run, repository: Repository) -> None:
    repository.write(OFF)
    code, out, _err = run("--since", "HEAD")
    assert code == 0
    assert out == (
        "contenu/events/nuit.md:18:15: W609 Le créneau du 2026-11-28 14:00 change d’état, et rien ne le signale aux agendas.\n"
        "  18 │ event_status: annule\n"
        "     │               ^^^^^^\n"
        "  → Écrivez « updated: 2026-11-21 ».\n"
        "  https://escale.example/contribuer/problemes/w609/\n"
        "\n"
        "1 avertissement dans 1 fichier. 1 se répare sans vous : ajoutez --fix.\n"
    )


def test_a_branch_is_compared_with_where_it_began(run: Run, repository: Repository) -> None:
    repository("checkout", "--quiet", "-b", "proposal")
    repository.write(article("neuf", date="2026-11-02"))
    repository.commit()
    repository("checkout", "--quiet", "main")
    repository.write(OFF)
    repository.commit()
    repository("checkout", "--quiet", "proposal")
    assert [line for line in run("--since", "main")[1].split("\n") if ": W" in line] == [
        "contenu/articles/neuf.md:4:7: W614 Cette contribution paraît cette semaine, et elle est datée du 2026-11-02 : la lettre ne l’annoncerait pas."
    ]


def test_errors_are_still_1(run: Run, repository: Repository) -> None:
    repository.write(article("faux", category="rien"))
    assert run("--since", "HEAD")[0] == 1


@pytest.mark.parametrize("revision", ["absent", "-x", "--output=x", "HEAD:contenu", "a\n::error::b"])
def test_a_revision_that_is_none_is_2(run: Run, revision: str) -> None:
    code, out, err = run(f"--since={revision}")
    assert (code, out) == (2, "")
    assert err.endswith(" » n’est pas une révision de ce dépôt git.\n")
    assert err.count("\n") == 1


def test_no_repository_is_2(run: Run, repository: Repository, tmp_path: Path) -> None:
    (repository.folder / ".git").rename(tmp_path / "gone")
    code, out, err = run("--since", "HEAD")
    assert (code, out) == (2, "")
    assert "--since n’a rien à comparer" in err


def test_no_git_is_2(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("--since", "HEAD") == (2, "", "--since compare à l’aide de git, qui n’est pas installé ici.\n")


def test_a_hub_that_cannot_be_read_is_1(run: Run, repository: Repository) -> None:
    repository.write({"hub.yml": "name: Escale\n"})
    assert run("--since", "HEAD")[0] == 1


class TestPaths:
    def test_limit_what_is_told(self, run: Run, repository: Repository) -> None:
        repository.write(OFF)
        assert "W609" not in run("--since", "HEAD", str(repository.content / "articles"))[1]
        assert "W609" in run("--since", "HEAD", str(repository.content / "events"))[1]

    def test_cannot_name_what_is_gone_so_that_it_is_told_anyway(self, run: Run, repository: Repository) -> None:
        (repository.content / "events" / "nuit.md").unlink()
        code, out, _err = run("--since", "HEAD", str(repository.content / "articles" / "portrait.md"))
        assert code == 0
        assert out.startswith("contenu/events/nuit.md:1:1: W613 ")

    def test_limit_what_is_mended(self, run: Run, repository: Repository) -> None:
        repository.write(OFF)
        run("--since", "HEAD", "--fix", str(repository.content / "articles"))
        assert "updated" not in (repository.content / "events" / "nuit.md").read_text()


class TestFormats:
    def test_json(self, run: Run, repository: Repository) -> None:
        repository.write(OFF)
        (problem,) = json.loads(run("--since", "HEAD", "--format", "json")[1])["problems"]
        assert problem == {
            "path": "contenu/events/nuit.md",
            "line": 18,
            "column": 15,
            "code": "W609",
            "severity": "warning",
            "message": "Le créneau du 2026-11-28 14:00 change d’état, et rien ne le signale aux agendas.",
            "repair": REPAIR,
        }

    def test_sarif_with_the_line_to_put_in(self, run: Run, repository: Repository) -> None:
        repository.write(OFF)
        (result,) = json.loads(run("--since", "HEAD", "--format", "sarif")[1])["runs"][0]["results"]
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        assert replacement == {
            "deletedRegion": {"startLine": 5, "startColumn": 1, "endColumn": 1},
            "insertedContent": {"text": "updated: 2026-11-21\n"},
        }

    def test_github(self, run: Run, repository: Repository) -> None:
        repository.write(OFF)
        out = run("--since", "HEAD", "--format", "github")[1]
        assert out.startswith("::warning file=contenu/events/nuit.md,line=18,col=15,title=W609 Changement à signaler::Le créneau")

    def test_the_comment_tells_what_is_gone(self, run: Run, repository: Repository) -> None:
        (repository.content / "events" / "nuit.md").unlink()
        assert "**contenu/events/nuit.md**" in run("--since", "HEAD", "--format", "markdown")[1]


class TestRepairs:
    def test_are_written_and_shown(self, run: Run, repository: Repository) -> None:
        repository.write(OFF)
        code, out, err = run("--since", "HEAD", "--fix")
        assert (code, out) == (0, "2 contributions vérifiées : rien à corriger.\n")
        assert err == "--- contenu/events/nuit.md\n+++ contenu/events/nuit.md\n@@ -4,0 +5 @@\n+updated: 2026-11-21\n"

    def test_of_a_move_are_all_written_at_once(self, run: Run, repository: Repository) -> None:
        (repository.content / "events" / "nuit.md").rename(repository.content / "events" / "nuit-noire.md")
        file = repository.content / "events" / "nuit-noire.md"
        file.write_text(file.read_text().replace("2026-11-28", "2026-11-29"))
        code, out, err = run("--since", "HEAD", "--fix")
        assert (code, out) == (0, "2 contributions vérifiées : rien à corriger.\n")
        written = [line for line in err.split("\n") if line.startswith("+") and "+++" not in line]
        assert written == ["+id: nuit", "+aliases: [/agenda/nuit/]", "+updated: 2026-11-21", "+  id: 20261128T1400"]
