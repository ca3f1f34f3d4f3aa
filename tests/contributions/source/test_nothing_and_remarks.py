"""What says nothing is absent, wherever it stands; what is a remark stays one, whatever is mended."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from contributions.problems.problem import Problem
from contributions.source.front_matter import parse
from contributions.source.legibility import without_remark
from contributions.source.mending import mended
from contributions.source.positions import located, positions

SAYS_NOTHING = st.sampled_from(["", "~", "null", "Null", "NULL", '""', "''"])
WORDS = st.lists(st.sampled_from(["Nuit", "des", "étoiles", ":", "«", "suite", "l’été", "2026", "&", "100 %"]), min_size=1, max_size=6).map(
    " ".join
)
REMARKS = st.sampled_from(
    ["# à vérifier", "# demander l’heure : 14 h ou 15 h ?", "#à confirmer avec le musée", "# « titre » provisoire", "#todo"]
)


def values(header: str) -> dict[str, Any]:
    """What a header says."""
    return parse(f"---\n{header}\n---\n").values


def problems(text: str) -> tuple[Problem, ...]:
    matter = parse(text)
    return located("content/events/a.md", matter.findings, matter)


class TestNothing:
    @given(SAYS_NOTHING)
    def test_is_absent_as_a_value_of_a_key(self, nothing: str) -> None:
        assert values(f"a: {nothing}\nb: x\nc:\n  d: {nothing}\n  e: y") == {"b": "x", "c": {"e": "y"}}

    @given(SAYS_NOTHING, SAYS_NOTHING)
    def test_is_absent_as_an_entry_of_a_list(self, one: str, other: str) -> None:
        assert values(f"a:\n  - {one}\n  - x\n  - {other}\n") == {"a": ["x"]}

    @given(SAYS_NOTHING, SAYS_NOTHING)
    def test_makes_nothing_of_a_group_or_a_list(self, one: str, other: str) -> None:
        assert values(f"a:\n  b: {one}\n  c:\n    - d: {other}\ne:\n  - {one}\n  - {other}") == {}

    @pytest.mark.parametrize("text", ["'~'", '"null"', "nul", "~x", "Null et non avenu"])
    def test_is_no_text_that_looks_like_it(self, text: str) -> None:
        assert values(f"a: {text}") == {"a": text.strip("'\"")}

    @pytest.mark.parametrize("written", ["[]", "{}"])
    def test_is_no_list_that_is_written_empty(self, written: str) -> None:
        assert values(f"a: {written}") == {"a": [] if written == "[]" else {}}

    def test_before_an_entry_leaves_its_place_as_it_is(self) -> None:
        table = positions("a:\n  - ~\n  - b: x\n")
        assert table.values["a", 0, "b"] == (4, 8, "x")


class TestARemark:
    @given(WORDS, REMARKS)
    def test_stays_one_whatever_is_mended(self, words: str, remark: str) -> None:
        text = f"---\ntitle: {words} {remark}\nsummary: x\n---\n"
        line = mended(text, problems(text)).split("\n")[1]
        assert line.endswith(f" {remark}")
        assert remark not in str(values(line).get("title", ""))

    @given(WORDS, REMARKS)
    def test_is_parted_from_the_words_before_it(self, words: str, remark: str) -> None:
        assume(words[0] not in "'\"")
        assert without_remark(f"{words} {remark}") == (words, f" {remark}")

    @given(WORDS, st.lists(st.sampled_from(["#LabDay", "#FDS2026", "#craie"]), min_size=1, max_size=3).map(" ".join))
    def test_is_none_of_hashtags(self, words: str, tags: str) -> None:
        assert without_remark(f"{words} {tags}") == (f"{words} {tags}", "")
        assert without_remark(f"{words} {tags} # à vérifier") == (f"{words} {tags}", " # à vérifier")

    def test_is_told_where_it_may_be_text(self) -> None:
        (found,) = problems("---\ntitle: Nuit #à vérifier\n---\n")
        assert (found.code, found.fix) == ("E020", None)
        assert found.repair == 'Une remarque a une espace après « # ». Si c’est du texte, écrivez « "Nuit #à vérifier" ».'
