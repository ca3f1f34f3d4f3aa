"""Runs of days: joined, and what lies between them."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from contributions.lending.runs import Run, merged, outside

days = st.integers(1, 60)
runs = st.tuples(days, st.integers(0, 12)).map(lambda pair: Run(pair[0], pair[0] + pair[1]))


def listed(found: list[Run]) -> list[int]:
    """Their days, each as often as a run has it."""
    return [day for run in found for day in range(run.first, run.last + 1)]


class TestRuns:
    def test_have_both_their_days(self) -> None:
        assert Run(3, 5).days == 3
        assert Run(3, 5).holds(Run(3, 5))
        assert not Run(3, 5).holds(Run(5, 6))

    @given(st.lists(runs))
    def test_merged_hold_the_same_days_once_in_as_few_runs_as_can_be(self, given_runs: list[Run]) -> None:
        found = list(merged(given_runs))
        assert listed(found) == sorted(set(listed(given_runs)))
        assert all(after.first > before.last + 1 for before, after in pairwise(found))

    @given(st.lists(runs), runs)
    def test_what_is_outside_them_is_every_other_day(self, taken: list[Run], within: Run) -> None:
        found = list(outside(taken, within))
        assert listed(found) == sorted(set(listed([within])) - set(listed(taken)))
        assert all(run.first <= run.last for run in found)

    def test_nothing_is_outside_of_no_days(self) -> None:
        assert list(outside([], Run(5, 4))) == []
