"""Repairs are written together where they are one, stay where only advice comes to light, and are told where they would do harm."""

from pathlib import Path

from contributions.loading.loading import load
from contributions.problems.problem import Fix, Problem
from contributions.source.mending import mend
from support import TODAY, Tree, article, event, hub, write


def mended(folder: Path, tree: Tree) -> tuple[list[str], list[str], tuple[str, ...]]:
    """The codes before and after the repairs of a tree, and the files that were left as they were."""
    content = write(folder, hub() | tree)
    before = [problem.code for problem in load(content, TODAY).problems]
    done = mend(content, frozenset(), lambda: load(content, TODAY).problems)
    return before, [problem.code for problem in load(content, TODAY).problems], done.left


def test_a_timetable_is_one_problem_with_one_repair(tmp_path: Path) -> None:
    body = "Programme :\n14 h : accueil\n15 h : atelier\n16 h : goûter\n"
    assert mended(tmp_path, article("a", body=body)) == (["W224"], [], ())
    assert (tmp_path / "content/articles/a.md").read_text().endswith("Programme :\n- 14 h : accueil\n- 15 h : atelier\n- 16 h : goûter\n")


def test_a_repair_stays_that_lets_a_duplicate_be_seen(tmp_path: Path) -> None:
    tree = event("a", title="Nuit noire", date="01/11/2026") | event("b", title="Nuit noire")
    before, after, left = mended(tmp_path, tree)
    assert "E103" in before
    assert (after, left) == (["W605"], ())


def test_a_file_is_left_and_named_that_a_repair_would_make_worse(tmp_path: Path) -> None:
    content = write(tmp_path, article("a", title="Une"))
    file = content / "articles/a.md"
    before = file.read_bytes()
    line = file.read_text().split("\n").index("title: Une") + 1

    def check() -> tuple[Problem, ...]:
        one = Problem("content/articles/a.md", line, 8, "E103", "Ceci.", "Cela.", Fix("Deux", "Une"))
        return (one,) if "Une" in file.read_text() else (one, one)

    assert mend(content, frozenset(), check).left == ("content/articles/a.md",)
    assert file.read_bytes() == before
