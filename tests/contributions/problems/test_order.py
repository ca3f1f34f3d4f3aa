"""What is to be mended first is told first, whatever else is wrong, to programs and to people."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from contributions.problems.order import IN_THE_WAY, SAVED_ODDLY, in_order, most_pressing, to_mend
from contributions.problems.problem import Problem
from support import codes_of_the_source

PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.sampled_from(["content/a.md", "content/b.md", "content/c.md"]),
        st.integers(1, 9),
        st.integers(1, 9),
        st.sampled_from(["E102", "E103", "E004", "E016", "W001", "W002", "W301"]),
        st.sampled_from(["Un.", "Deux."]),
        st.just(""),
    )
)


def problem(path: str, line: int, code: str) -> Problem:
    return Problem(path, line, 1, code, "", "")


class TestAFile:
    def test_tells_what_is_in_the_way_then_the_others_by_line_then_what_is_missing(self) -> None:
        told = [problem("a", 9, "E004"), problem("a", 3, "E103"), problem("a", 4, "W301"), problem("a", 5, "E110")]
        told += [problem("a", 1, "W001"), problem("a", 1, "W002"), problem("a", 1, "E102")]
        for order in permutations(told):
            assert list(in_order(order)) == told

    def test_does_not_wait_for_another_whose_name_comes_later(self) -> None:
        first, second = problem("a", 1, "E102"), problem("b", 9, "E004")
        assert in_order([second, first]) == (first, second)

    @given(PROBLEMS)
    def test_is_told_in_one_order_whatever_the_order_they_were_found_in(self, problems: list[Problem]) -> None:
        found = in_order(problems)
        assert found == in_order(reversed(problems))
        assert [one.path for one in found] == sorted(one.path for one in problems)
        for path in {one.path for one in problems}:
            own = [one for one in found if one.path == path]
            ahead = [one for one in own if one.code in IN_THE_WAY]
            behind = [one for one in own if one.code == "E102"]
            saved = [one for one in own if one.code in SAVED_ODDLY]
            others = [one for one in own if one not in ahead + saved + behind]
            assert own == ahead + others + saved + behind
            for part in (ahead, others, saved, behind):
                assert [(one.line, one.column) for one in part] == sorted((one.line, one.column) for one in part)


class TestPeople:
    def test_read_of_files_with_errors_first(self) -> None:
        late, wrong = problem("a", 1, "W301"), problem("b", 4, "E103")
        assert to_mend([late, wrong]) == (wrong, late)

    @given(PROBLEMS)
    def test_read_an_error_first_where_there_is_one_and_all_of_a_file_together(self, problems: list[Problem]) -> None:
        told = to_mend(in_order(problems))
        assert sorted(told) == sorted(problems)
        assert [
            path for path, before in zip((p.path for p in told), ["", *(p.path for p in told)], strict=False) if path != before
        ] == list(dict.fromkeys(one.path for one in told))
        if any(one.severity == "error" for one in problems):
            wrong = {one.path for one in problems if one.severity == "error"}
            assert told[0].path == min(wrong)

    @given(PROBLEMS, st.integers(0, 12))
    def test_are_spared_warnings_before_errors(self, problems: list[Problem], number: int) -> None:
        shown = most_pressing(problems, number)
        assert len(shown) == min(number, len(problems))
        errors = sum(one.severity == "error" for one in problems)
        assert sum(one.severity == "error" for one in shown) == min(number, errors)
        rest = iter(problems)
        assert all(one in rest for one in shown), "in the order that they had"


def test_what_is_in_the_way_are_codes_that_there_are() -> None:
    assert codes_of_the_source() >= IN_THE_WAY
