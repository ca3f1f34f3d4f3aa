"""The benchmark's command: what it compares, its tables from fixed runs, and what it leaves out."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest

import bench
from benchmark import hugo
from benchmark.building import Run
from benchmark.corpus import Corpus
from benchmark.edits import EDITS
from benchmark.measuring import Failed, Spent
from benchmark.table import table
from support import REPOSITORY

RESULTS = {
    ("escale", "cold"): [Run(Spent(2.0, 1.5, 101.4), 130, 130), Run(Spent(4.0, 2.5, 101.6), 130, 130)],
    ("escale", "body"): [Run(Spent(0.5, 0.6, 60), 130, 1), Run(Spent(0.5, 0.6, 60), 130, 1)],
    ("beside", "cold"): [Run(Spent(4.0, 3.0, 90), 130, 130), Run(Spent(8.0, 5.0, 90), 130, 130)],
    ("beside", "body"): [Run(Spent(0.5, 0.6, 60), 130, 9), Run(Spent(0.25, 0.6, 60), 130, 9)],
    ("hugo", "cold"): [Run(Spent(1.0, 1.0, 70), 131, 131), Run(Spent(2.0, 1.0, 70), 131, 131)],
}


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a comparison of this checkout with itself, and what was said."""
    work = tmp_path_factory.mktemp("compared")
    said = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        patch.setattr("benchmark.rounds.EDITS", {"new": EDITS["new"]})
        assert bench.main(["--sizes", "100", "--rounds", "1", "--work", str(work), "--beside", str(REPOSITORY)]) == 0
    return work, said.getvalue()


class TestAComparison:
    def test_shows_each_step_of_both_checkouts(self, compared: tuple[Path, str]) -> None:
        _, said = compared
        assert [said.count(f", {step} |") for step in ("one event more", "one body edited")] == [2, 0]

    def test_gives_hugo_a_source_for_every_page_calendar_and_feed_of_escale(self, compared: tuple[Path, str], tmp_path: Path) -> None:
        work, _ = compared
        site = work / "escale-100" / "output"
        hugo.prepare(Corpus(work / "corpus-100" / "content", 100), site, tmp_path / "hugo")
        asked = [file.read_text("utf-8") for file in (tmp_path / "hugo" / "content").rglob("*.md") if file.name != "_index.md"]
        for kind, ending in (("- html\n", "*.html"), ("- calendar\n", "*.ics"), ("- feed\n", "flux/**/*.xml")):
            assert sum(kind in text for text in asked) == len(list(site.rglob(ending)))


class TestATable:
    def test_says_what_each_spent_and_what_escale_spent_beside_them_in_the_same_rounds(self) -> None:
        names = {"escale": "Escale b", "beside": "Escale a", "hugo": "Hugo 1"}
        assert table(1_000, RESULTS, names).splitlines() == [
            "| 1,000 contributions | processor s | wall s | peak MiB | pages rendered | / Escale a | / Hugo 1 |",
            "| --- | --: | --: | --: | --: | --: | --: |",
            "| Escale b, cold | 3.00 | 2.00 | 102 | 130 of 130 | 0.50 × | 2.00 × |",
            "| Escale b, one body edited | 0.50 | 0.60 | 60 | 1 of 130 | 1.50 × | 0.38 × |",
            "| Escale a, cold | 6.00 | 4.00 | 90 | 130 of 130 |",
            "| Escale a, one body edited | 0.38 | 0.60 | 60 | 9 of 130 |",
            "| Hugo 1, cold | 1.50 | 1.00 | 70 | 131 of 131 |",
        ]


class TestTheCommand:
    def test_leaves_out_what_is_not_installed_or_not_known(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("bench.compared", lambda *given, **also: RESULTS | {"with_hugo": also["with_hugo"]})
        monkeypatch.setattr("shutil.which", lambda name: None)
        assert bench.main(["--sizes", "100", "--peers", "hugo,eleventy", "--work", str(tmp_path)]) == 0
        said = capsys.readouterr()
        assert "hugo is not installed here: left out" in said.err
        assert "eleventy is not measured: left out" in said.err
        assert "Hugo" not in said.out

    def test_says_why_a_run_failed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        def failing(*_given: object, **_also: object) -> None:
            raise Failed("scripts/build.py ended with 1:\nno library")

        monkeypatch.setattr("bench.compared", failing)
        assert bench.main(["--sizes", "100", "--work", str(tmp_path)]) == 2
        assert "no library" in capsys.readouterr().err

    def test_writes_a_corpus_alone(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert bench.main(["--corpus-only", "--sizes", "100", "--work", str(tmp_path)]) == 0
        assert (Path(capsys.readouterr().out.strip()) / "hub.yml").is_file()

    @pytest.mark.parametrize("wrong", [["--sizes", "1000,many"], ["--sizes", "5"], ["--beside", "nowhere"], ["--rounds", "0"]])
    def test_refuses_what_makes_no_sense(self, wrong: list[str]) -> None:
        with pytest.raises(SystemExit) as ended:
            bench.main(wrong)
        assert ended.value.code == 2
