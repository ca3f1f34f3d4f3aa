"""The tables of the benchmark, from fixed results, and their place in a document."""

from __future__ import annotations

from pathlib import Path

import pytest

import bench
from benchmark.goals import GOALS
from benchmark.results import Results, Series
from benchmark.table import END, START, put, tables


@pytest.fixture
def results() -> Results:
    figures = {"body": [{"rendered": 7}, {"rendered": 3}]}
    return Results(
        machine={"cores": "2", "processor": "un processeur", "memory": "24 GiB", "system": "Linux", "Python": "3.11.7"},
        versions={"escale": "Escale abc1234", "pelican": "Pelican 4.12.0", "hugo": "Hugo 0.168.0"},
        rounds=2,
        sizes={
            5_000: {
                "escale": Series({"cold": [2.0, 4.0], "nothing": [0.25, 0.25], "body": [0.5, 0.7]}, figures, pages=6_012, peak=301.4),
                "escale+search": Series({"cold": [5.0, 6.0], "body": [3.2, 3.4]}, pages=6_012, peak=612.0),
                "pelican": Series({"cold": [25.0, 26.0]}, pages=5_500, peak=120.0),
                "hugo": Series({"cold": [2.5, 3.5]}, pages=5_500),
            },
            20_000: {
                "escale": Series({"cold": [12.0, 15.0], "body": [1.4, 1.4]}, pages=23_809, peak=900.0),
                "escale+search": Series({"cold": [20.0, 21.0]}, pages=23_809, peak=1_500.6),
                "pelican": Series({"cold": [96.0]}, pages=22_000, peak=278.0),
            },
        },
    )


class TestTables:
    def test_say_what_was_measured_on_what(self, results: Results) -> None:
        first = tables(results).split("\n\n")[0]
        assert first.startswith("Medians of 2 rounds, all tools in each, on 2 cores of un processeur, 24 GiB, Linux, CPython 3.11.7.")
        assert "Escale abc1234; Pelican 4.12.0; Hugo 0.168.0." in first

    def test_say_what_ran_once_only(self, results: Results) -> None:
        assert "Run once only, as it takes minutes: Pelican at 20,000 (marked ¹)" in tables(results)

    def test_of_cold_builds(self, results: Results) -> None:
        assert _below(results, "### Cold build") == [
            "| seconds (pages) | 5,000 | 20,000 |",
            "|---|--:|--:|",
            "| **Escale** | 3.00 (6,012) | 13.5 (23,809) |",
            "| **Escale**, with search | 5.50 (6,012) | 20.5 (23,809) |",
            "| Pelican | 25.5 (5,500) | 96.0¹ (22,000) |",
            "| Hugo | 3.00 (5,500) | – |",
        ]

    def test_of_edits(self, results: Results) -> None:
        assert _below(results, "### After an edit")[2:] == [
            "| **Escale**: nothing changed | 0.25 | – |",
            "| **Escale**: a body | 0.60 (3) | 1.40 |",
            "| **Escale**, with search: a body | 3.30 | – |",
        ]

    def test_of_memory(self, results: Results) -> None:
        assert _below(results, "### Peak memory")[2:] == [
            "| **Escale** | 301 | 900 |",
            "| **Escale**, with search | 612 | 1,501 |",
            "| Pelican | 120 | 278 |",
            "| Hugo | – | – |",
        ]

    def test_of_ratios(self, results: Results) -> None:
        assert _below(results, "### Escale’s time")[2:] == ["| Escale / Pelican | 0.12 × | 0.14 × |", "| Escale / Hugo | 1.00 × | – |"]

    def test_of_growth(self, results: Results) -> None:
        assert _below(results, "### Growth")[:3] == ["|  | 5,000 → 20,000 (4 ×) |", "|---|--:|", "| **Escale** | 4.50 × |"]

    def test_of_goals_are_honest(self, results: Results) -> None:
        said = "\n".join(_below(results, "### Goals"))
        assert "| Cold, 5,000: at most 0.35 × Pelican | 0.12 × | met |" in said
        assert "| Cold, 1,000: at most 0.35 × Pelican | – | not measured |" in said
        assert "| Growth of a cold build from 5,000 to 20,000: at most 4.4 × | 4.50 × | **not met** |" in said
        assert "1,501 MiB | **not met** |" in said

    def test_of_one_size_have_no_growth(self, results: Results) -> None:
        del results.sizes[20_000]
        assert "### Growth" not in tables(results)

    def test_of_nothing_say_that_no_goal_was_measured(self, results: Results) -> None:
        results.sizes.clear()
        assert tables(results).count("not measured") == len(GOALS)


class TestResults:
    def test_are_read_as_they_were_kept(self, results: Results, tmp_path: Path) -> None:
        results.save(tmp_path / "work" / "results.json")
        assert Results.read(tmp_path / "work" / "results.json") == results


class TestCommand:
    def test_makes_tables_of_what_was_measured(self, results: Results, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        results.save(tmp_path / "results.json")
        assert bench.main(["--from", str(tmp_path / "results.json"), "--report", str(tmp_path / "report.md")]) == 0
        assert tables(results) in capsys.readouterr().out
        assert tables(results) in (tmp_path / "report.md").read_text()

    def test_says_when_there_is_nothing_to_make_tables_of(self, tmp_path: Path) -> None:
        assert bench.main(["--from", str(tmp_path / "none.json"), "--report", str(tmp_path / "report.md")]) == 2
        assert not (tmp_path / "report.md").exists()

    @pytest.mark.parametrize("wrong", [["--sizes", "1000,many"], ["--sizes", "5"], ["--peers", "jekyll"], ["--rounds", "0"]])
    def test_refuses_what_it_cannot_measure(self, wrong: list[str]) -> None:
        with pytest.raises(SystemExit, match="2"):
            bench.main(wrong)


class TestReport:
    def test_makes_a_document(self, tmp_path: Path) -> None:
        put("tables", tmp_path / "docs" / "performance.md")
        assert (tmp_path / "docs" / "performance.md").read_text() == f"# Performance\n\n{START}\ntables\n{END}\n"

    def test_replaces_what_stands_between_the_markers_and_nothing_else(self, tmp_path: Path) -> None:
        document = tmp_path / "performance.md"
        document.write_text(f"# Speed\n\nBefore.\n\n{START}\nold\n{END}\n\nAfter.\n")
        put("new", document)
        put("newer", document)
        assert document.read_text() == f"# Speed\n\nBefore.\n\n{START}\nnewer\n{END}\n\nAfter.\n"

    def test_adds_to_a_document_without_markers(self, tmp_path: Path) -> None:
        document = tmp_path / "performance.md"
        document.write_text("# Speed\n")
        put("tables", document)
        assert document.read_text() == f"# Speed\n\n{START}\ntables\n{END}\n"


def _below(results: Results, heading: str) -> list[str]:
    """The lines of the table below a heading."""
    section = next(part for part in tables(results).split("\n### ") if f"### {part}".startswith(heading))
    return [line for line in section.splitlines() if line.startswith("|")]
