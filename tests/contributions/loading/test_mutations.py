"""Whatever becomes of a contribution, what is said of it is located, French, and never a traceback.

Some hundreds of broken files here; `make fuzz` breaks ten thousand, and looks at the time that each takes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contributions.problems.problem import Problem
from fuzzing.mutations import MUTATIONS, mutated
from fuzzing.promises import Answer, answer, broken
from fuzzing.sources import sources
from support import KIND_FOLDERS, one_of_each, write

SMALL = [(path, str(text)) for path, text in one_of_each().items() if path.endswith(".md")]
KNOWN = SMALL * 6 + sources()[::3]
"""Small ones, which are quick and break in every key, and real ones."""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a hub, and nothing else."""
    return write(tmp_path_factory.mktemp("region"), {})


@pytest.fixture(scope="module")
def wrongs(region: Path) -> Callable[[str, bytes], list[str]]:
    """The promises that the answer to a file does not keep."""
    return lambda path, data: list(broken(data, answer(region, path, data)))


@settings(max_examples=300)
@given(st.sampled_from(KNOWN), st.integers(0, 2**32))
@example(("articles/a.md", ""), 0)
def test_a_broken_contribution_gets_a_good_answer(wrongs: Callable[[str, bytes], list[str]], known: tuple[str, str], seed: int) -> None:
    path, text = known
    assert wrongs(path, mutated(text or "---\n", Random(seed))) == []


@given(st.sampled_from(sorted(KIND_FOLDERS.values())), st.binary(max_size=200))
def test_so_does_what_is_no_contribution_at_all(wrongs: Callable[[str, bytes], list[str]], folder: str, data: bytes) -> None:
    assert wrongs(f"{folder}/a.md", data) == []
    assert wrongs(f"{folder}/a.md", b"---\n" + data + b"\n---\n" + data) == []


@pytest.mark.parametrize("mutation", dict.fromkeys(MUTATIONS), ids=lambda mutation: mutation.__name__)
@pytest.mark.parametrize("text", ["", "---", "---\n---\n", "---\ntitle: x\n---\nx\n"])
def test_each_way_to_break_a_text_takes_any_text(mutation: Callable[[str, Random], str], text: str) -> None:
    assert len({mutation(text, Random(seed)) for seed in range(40)}) > 1 or not text.strip("-\n")


class TestPromises:
    """A check that finds nothing wrong with anything would keep all of them."""

    DATA = b"---\ntitle: expected\n---\n"

    @pytest.mark.parametrize(
        ("problem", "said"),
        [
            (Problem("a.md", 6, 1, "E101", "Quoi ?", "Ceci."), "line outside"),
            (Problem("a.md", 0, 1, "E101", "Quoi ?", "Ceci."), "line outside"),
            (Problem("a.md", 2, 17, "E101", "Quoi ?", "Ceci."), "column outside"),
            (Problem("a.md", 2, 0, "E101", "Quoi ?", "Ceci."), "column outside"),
            (Problem("a.md", 2, 1, "X1", "Quoi ?", "Ceci."), "no code"),
            (Problem("a.md", 2, 1, "E101", " ", "Ceci."), "says nothing"),
            (Problem("a.md", 2, 1, "E101", "Quoi ?", ""), "says nothing"),
            (Problem("a.md", 2, 1, "E101", "Input should be a valid string", "Ceci."), "speaks no French"),
            (Problem("a.md", 2, 1, "E101", "mapping values are not allowed", "Ceci."), "speaks no French"),
        ],
    )
    def test_that_are_broken_are_told(self, problem: Problem, said: str) -> None:
        (sentence,) = broken(self.DATA, Answer((problem,), None, 0))
        assert sentence.startswith(said)

    def test_that_are_kept_are_not(self) -> None:
        kept = Problem("a.md", 5, 1, "E101", "« expected » n’existe pas.", "Effacez.")
        assert list(broken(self.DATA, Answer((kept,), None, 0))) == []

    def test_tell_an_exception(self) -> None:
        assert list(broken(self.DATA, Answer((), ValueError("x"), 0))) == ["ValueError: x"]
