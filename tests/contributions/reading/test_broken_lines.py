"""Whatever way a line of a header is broken in, it is the first that is told, as an error, with what to write."""

from __future__ import annotations

import re
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from contributions.models import FOLDERS
from contributions.reading.reader import Reader
from fuzzing.breaking.families import FAMILIES
from fuzzing.breaking.faults import keyed
from fuzzing.sources import REPOSITORY, sources
from support import demo_hub

FILES = sources()
KINDS = [[file for file in FILES if file[0].split("/")[0] == folder] for folder in FOLDERS]
FILE = st.sampled_from(KINDS).flatmap(st.sampled_from)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "mixed"])
MIXED = ["\n", "\r\n"]
ASKED = re.compile(
    r"[éÉ]crivez|Ajoutez|Remplacez|alignez|Gardez|Effacez|Vérifiez|Vouliez-vous dire|Donnez|Mettez|Une liste commence|une clé devant"
)
"""How repairs begin that say what to write."""


def ended(text: str, ends: str, random: Random) -> bytes:
    """A text with the line ends of other systems, or of several."""
    lines = text.split("\n")
    own = (random.choice(MIXED) if ends == "mixed" else ends for _line in lines)
    return "".join(f"{line}{end}" for line, end in zip(lines, own, strict=True)).encode()


@pytest.mark.parametrize("name", FAMILIES)
@settings(max_examples=25)
@given(file=FILE, seed=st.integers(0, 2**32), ends=ENDS)
def test_a_broken_line_is_told_first(reader: Reader, name: str, file: tuple[str, str], seed: int, ends: str) -> None:
    path, text = file
    random = Random(seed)
    fault = FAMILIES[name](text.split("\n"), random)
    assume(fault is not None)
    assert fault is not None
    problems = reader.read(f"content/{path}", ended(fault.text, ends, random)).problems
    first = problems[0]
    assert (first.line, first.severity) == (fault.line, "error"), (fault.lines[fault.line - 1], first)
    assert ASKED.search(first.repair), first


@given(FILE, st.sampled_from(sorted(FAMILIES)), st.integers(0, 2**32))
def test_nothing_is_said_to_be_missing_that_stands_on_the_broken_line(reader: Reader, file: tuple[str, str], name: str, seed: int) -> None:
    path, text = file
    lines = text.split("\n")
    fault = FAMILIES[name](lines, Random(seed))
    assume(fault is not None and not name.startswith(("no ", "a dash")))
    assert fault is not None
    lacking = " ".join(p.message for p in reader.read(f"content/{path}", fault.text.encode()).problems if p.code == "E102")
    for line in keyed(lines):
        if not line.head and line.key in fault.lines[fault.line - 1]:
            assert not re.search(rf"\b{line.key}\b", lacking), (fault.lines[fault.line - 1], lacking)


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_breaks_some_file(name: str) -> None:
    assert sum(FAMILIES[name](text.split("\n"), Random(0)) is not None for _path, text in FILES) > 50


def test_an_error_is_told_before_a_warning_of_the_same_file() -> None:
    reader = Reader(REPOSITORY / "content", demo_hub().vocabularies)
    path, text = FILES[0]
    problems = reader.read(f"content/{path}", ("\ufeff" + text.replace("title: ", "title: @")).replace("\n", "\r\n").encode()).problems
    assert [problem.code for problem in problems] == ["E004", "W001", "W002"]
