"""Whatever becomes of what lies in content/, what is said of it is located, French, and never a traceback; and nothing else is touched.

Some hundreds of broken files here; `make fuzz` breaks ten thousand, and looks at the time that each takes.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import ClassVar

import pytest
from hypothesis import assume, example, given, reject, settings
from hypothesis import strategies as st

from contributions.problems.problem import Problem
from fuzzing.breaking.mutations import MUTATIONS, mutated
from fuzzing.promised.promises import broken, commanded, kept, mended, said_as_before
from fuzzing.promised.published import publishing
from fuzzing.promised.trying import Answer, Command, Ground, Mending, Unlayable
from fuzzing.promised.unchanged import altered
from fuzzing.promised.watching import writes
from fuzzing.runs import case
from fuzzing.sources import ground, sources
from fuzzing.subjects import Subject, named, subjects
from support import KIND_FOLDERS, hub, one_of_each, read_library, write

SMALL = [(path, str(text)) for path, text in one_of_each().items() if path.endswith(".md")]
KNOWN = [*SMALL * 6, *sources()[::3]]
"""Small ones, which are quick and break in every key, and real ones."""
REPAIRS = named("repairs")
REAL = [subject for subject in subjects() if subject.name not in KIND_FOLDERS.values() and subject != REPAIRS]
"""What is tried beside the contributions, which are above."""


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """A folder with a hub, and nothing else."""
    return Ground(tmp_path_factory.mktemp("region"), str(hub()["hub.yml"]).encode())


@pytest.fixture(scope="module")
def wrongs(region: Ground) -> Callable[[str, bytes], list[str]]:
    """The promises that the answer to a file does not keep; how long it takes is looked at elsewhere."""
    return lambda path, data: in_time(kept(region, {path.encode(): data}, wholly=False)[1])


def in_time(sentences: list[str]) -> list[str]:
    return [sentence for sentence in sentences if not sentence.startswith("too slow")]


@settings(max_examples=120)
@given(st.sampled_from(KNOWN), st.integers(0, 2**32))
@example(("articles/a.md", ""), 0)
def test_a_broken_contribution_gets_a_good_answer(wrongs: Callable[[str, bytes], list[str]], known: tuple[str, str], seed: int) -> None:
    path, text = known
    assert wrongs(path, mutated(text or "---\n", Random(seed))) == []


@given(st.sampled_from(sorted(KIND_FOLDERS.values())), st.binary(max_size=200))
def test_so_does_what_is_no_contribution_at_all(wrongs: Callable[[str, bytes], list[str]], folder: str, data: bytes) -> None:
    assert wrongs(f"{folder}/a.md", data) == []
    assert wrongs(f"{folder}/a.md", b"---\n" + data + b"\n---\n" + data) == []


@settings(max_examples=50)
@given(st.sampled_from(REAL), st.integers(0, 2**32))
def test_so_does_everything_beside_them_in_every_way_that_it_is_asked(everywhere: Ground, subject: Subject, seed: int) -> None:
    random = Random(seed)
    files = subject.laid(subject.mutated(random.choice(subject.seeds()), random))
    assume(all(path == os.fsencode(path.decode("utf-8", "ignore")) for path in files))
    try:
        assert in_time(kept(everywhere, files, wholly=True)[1]) == []
    except Unlayable:
        reject()


@settings(max_examples=40)
@given(st.sampled_from(REPAIRS.seeds()), st.integers(0, 2**32))
def test_what_a_repair_calls_mended_says_what_it_said_before_it_was_broken(everywhere: Ground, seed: bytes, number: int) -> None:
    datum = REPAIRS.mutated(seed, Random(number))
    assert in_time(kept(everywhere, REPAIRS.laid(datum), REPAIRS.meant(datum), wholly=False)[1]) == []


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """The same in the demonstration's region."""
    return ground(tmp_path_factory.mktemp("everywhere"))


@pytest.mark.parametrize("subject", subjects(), ids=lambda subject: subject.name)
class TestASubject:
    def test_is_sound_before_it_is_broken(self, everywhere: Ground, subject: Subject) -> None:
        for data in subject.seeds() if subject in REAL else ():
            found, wrong = kept(everywhere, subject.laid(data), wholly=True)
            assert in_time(wrong) == []
            assert {problem.code for problem in found.problems} <= {"E220", "E221"}, "a picture that moves, a document among pictures"

    def test_is_broken_in_many_ways_that_stay_inside_of_the_folder(self, subject: Subject) -> None:
        made = {subject.mutated(subject.seeds()[0], Random(seed)) for seed in range(30)}
        assert len(made) > 10
        for data in made:
            assert all(path and not path.startswith(b"/") and b".." not in path.split(b"/") for path in subject.laid(data))

    def test_is_broken_again_as_it_was(self, subject: Subject) -> None:
        assert case([subject], 7, 3) == case([subject], 7, 3) != case([subject], 7, 4)


@pytest.mark.parametrize("mutation", dict.fromkeys(MUTATIONS), ids=lambda mutation: mutation.__name__)
@pytest.mark.parametrize("text", ["", "---", "---\n---\n", "---\ntitle: x\n---\nx\n"])
def test_each_way_to_break_a_text_takes_any_text(mutation: Callable[[str, Random], str], text: str) -> None:
    assert len({mutation(text, Random(seed)) for seed in range(40)}) > 1 or not text.strip("-\n")


class TestPromises:
    """A check that finds nothing wrong with anything would keep all of them."""

    FILES: ClassVar = {b"a.md": b"---\ntitle: expected\n---\n"}
    PROBLEM = Problem("content/a.md", 2, 1, "E101", "Quoi ?", "Ceci.")

    @pytest.mark.parametrize(
        ("problem", "said"),
        [
            (Problem("content/a.md", 6, 1, "E101", "Quoi ?", "Ceci."), "line outside"),
            (Problem("content/a.md", 0, 1, "E101", "Quoi ?", "Ceci."), "line outside"),
            (Problem("content/a.md", 2, 17, "E101", "Quoi ?", "Ceci."), "column outside"),
            (Problem("content/a.md", 2, 0, "E101", "Quoi ?", "Ceci."), "column outside"),
            (Problem("content/b.md", 2, 1, "E101", "Quoi ?", "Ceci."), "no such file"),
            (Problem("content/a.md", 2, 1, "X1", "Quoi ?", "Ceci."), "no code"),
            (Problem("content/a.md", 2, 1, "E101", " ", "Ceci."), "says nothing"),
            (Problem("content/a.md", 2, 1, "E101", "Quoi ?", ""), "says nothing"),
            (Problem("content/a.md", 2, 1, "E101", "Input should be a valid string", "Ceci."), "speaks no French"),
            (Problem("content/a.md", 2, 1, "E101", "mapping values are not allowed", "Ceci."), "speaks no French"),
        ],
    )
    def test_that_are_broken_are_told(self, problem: Problem, said: str) -> None:
        (sentence,) = broken(self.FILES, Answer((problem,)))
        assert sentence.startswith(said)

    def test_that_are_kept_are_not(self) -> None:
        sound = Problem("content/a.md", 5, 1, "E101", "« expected » n’existe pas.", "Effacez.")
        assert list(broken(self.FILES, Answer((sound,)))) == []

    def test_tell_an_exception_and_a_file_that_was_written(self) -> None:
        assert list(broken(self.FILES, Answer((), ValueError("x")))) == ["ValueError: x"]
        assert list(broken(self.FILES, Answer((), written=("/etc/x",)))) == ["written: /etc/x"]

    @pytest.mark.parametrize(
        ("problems", "said", "wrong"),
        [
            ((), Command(0, (), "", ()), []),
            ((), Command(2, (), "Traceback\nKeyError: 1", ()), ["exit code 2: ['Traceback', 'KeyError: 1']"]),
            ((), Command(1, (), "", ()), ["exit code 1 without errors"]),
            ((), Command(0, (), "", ("/x",)), ["written: /x"]),
            ((PROBLEM,), Command(1, (("content/a.md", 2, 1, "E101", "error", "Quoi ?", "Ceci."),), "", ()), []),
        ],
    )
    def test_hold_the_command_to_the_same(self, problems: tuple[Problem, ...], said: Command, wrong: list[str]) -> None:
        assert list(commanded(Answer(problems), said)) == wrong

    def test_tell_that_the_command_says_something_else(self) -> None:
        assert [sentence.split(":")[0] for sentence in commanded(Answer((self.PROBLEM,)), Command(0, (), "", ()))] == [
            "exit code 0 with errors",
            "told otherwise",
        ]

    def test_tell_a_repair_that_is_none(self) -> None:
        worse = Mending((self.PROBLEM, self.PROBLEM), ("-a", "+b"), ("/x",))
        assert [sentence.split(":")[0] for sentence in mended(Answer((self.PROBLEM,)), worse)] == [
            "mended twice",
            "worse when mended",
            "written",
        ]


class TestWhatARepairMayNotChange:
    A_PROBLEM = Problem("content/a.md", 2, 1, "E101", "Quoi ?", "Ceci.")
    BEFORE = "---\ntitle: Nuit\nplace:\n  name: Halle\n  city: Laon\nslots:\n  - start: 2026-12-05\n  - start: 2026-12-06\n---\nUn texte.\n"

    def test_is_what_stood_on_a_line_that_nobody_broke(self) -> None:
        broken = self.BEFORE.replace("title: Nuit", "title: @Nuit")
        mended = self.BEFORE.replace("title: Nuit", 'title: "@Nuit"')
        assert list(altered(self.BEFORE, broken, mended)) == []
        (sentence,) = altered(self.BEFORE, broken, mended.replace("Laon", "Lens"))
        assert sentence == "altered by its repair: place.city said 'Laon', and says 'Lens'"
        (sentence,) = altered(self.BEFORE, broken, mended.replace("  city: Laon\n", ""))
        assert sentence == "altered by its repair: place.city said 'Laon', and says 'nothing'"

    def test_is_not_what_the_fault_itself_changed(self) -> None:
        for old, new in (("  city: Laon", "  city: Lens"), ("place:", "lieu:"), ("slots:\n  - start: 2026-12-05\n", "slots:\n")):
            broken = self.BEFORE.replace(old, new)
            assert list(altered(self.BEFORE, broken, broken)) == []

    def test_may_stand_at_another_place_of_its_list(self) -> None:
        broken = self.BEFORE.replace("slots:\n", "slots:\n  - start: @2026-12-04\n")
        assert list(altered(self.BEFORE, broken, broken.replace("@", ""))) == []

    def test_is_looked_at_in_files_without_errors_alone(self) -> None:
        files, changed = {b"a.md": self.BEFORE.encode()}, {b"a.md": self.BEFORE.replace("Laon", "Lens").encode()}
        broken = {b"a.md": self.BEFORE.replace("Nuit", "@Nuit").encode()}
        assert len(list(said_as_before(files, broken, Mending((), (), (), changed)))) == 1
        assert list(said_as_before(files, broken, Mending((self.A_PROBLEM,), (), (), changed))) == []
        assert list(said_as_before(files, broken, Mending((), (), ()))) == []


class TestWhatIsWatched:
    def test_is_every_file_that_is_written_made_or_taken_away(self, tmp_path: Path) -> None:
        old = tmp_path / "old"
        old.write_text("x")
        with writes() as found:
            (tmp_path / "new").write_text("x")
            (tmp_path / "folder").mkdir()
            old.read_text()
            old.rename(tmp_path / "moved")
            (tmp_path / "moved").unlink()
        assert {Path(path).name for path in found} == {"new", "folder", "old", "moved"}

    def test_ends_with_what_is_tried(self, tmp_path: Path) -> None:
        with writes() as found:
            pass
        (tmp_path / "new").write_text("x")
        assert found == []


class TestWhatIsPublished:
    @pytest.mark.parametrize(
        "part", ["<script/>", "<g onload='x'/>", "<a href='//evil.example'/>", "<g fill='url(//evil.example)'/>", "<?x y?>"]
    )
    def test_is_no_live_drawing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
        content = write(tmp_path, {"images/a.svg": f"<svg xmlns='http://www.w3.org/2000/svg'>{part}</svg>"})
        monkeypatch.setattr("fuzzing.promised.published.published", Path.read_bytes)
        (sentence,) = publishing(read_library(write(tmp_path / "sound", {})), content)
        assert sentence.startswith("live drawing")

    def test_is_a_whole_site(self, tmp_path: Path) -> None:
        content = write(tmp_path, one_of_each())
        assert list(publishing(read_library(content), content)) == []
