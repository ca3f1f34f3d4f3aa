"""An agency's fund holds what its report says of a year, and is read without a word of complaint."""

from collections import Counter
from collections.abc import Callable
from datetime import date

import pytest

from contributions.library.library import Library
from contributions.loading.loading import Loaded
from contributions.models import Exhibition
from support_fund import ANSWERS, CANCELLED, CANCELLED_DAYS, DAYS, DAYS_OF_THREE, VISITORS, YEAR, fund, shelf

AFTER = date(YEAR + 1, 1, 4)


@pytest.fixture
def tools(library: Callable[..., Library]) -> list[Exhibition]:
    """The tools of the fund after its year."""
    found = library(fund(date(YEAR, 12, 28)), AFTER)
    return [contribution.meta for contribution in found.of("exhibition") if isinstance(contribution.meta, Exhibition)]


class TestTheFund:
    def test_is_as_large_as_the_report_says(self, tools: list[Exhibition]) -> None:
        lent = [[loan for loan in tool.loans if loan.state != "annule"] for tool in tools]
        outings = sorted(map(len, lent), reverse=True)
        assert (len(tools), sum(outings), outings[:4], sum(map(bool, outings))) == (88, 109, [9, 9, 5, 2], 52)
        groups = Counter(tool.category for tool in tools)
        assert (groups["malle"] + groups["maquette"], groups["exposition-interactive"], groups["roll-up"]) == (5, 5, 5)

    def test_was_away_for_as_many_days(self, tools: list[Exhibition]) -> None:
        days = sorted((sum(loan.days for loan in tool.loans if loan.state != "annule") for tool in tools), reverse=True)
        assert (sum(days), sum(days[:3])) == (DAYS, DAYS_OF_THREE)
        gone = [loan.days for tool in tools for loan in tool.loans if loan.state == "annule"]
        assert (len(gone), sum(gone)) == (CANCELLED, CANCELLED_DAYS)

    def test_reached_as_many_people(self, tools: list[Exhibition]) -> None:
        loans = [loan for tool in tools for loan in tool.loans]
        assert sum(loan.visitors or 0 for loan in loans) == VISITORS
        assert Counter(loan.visitors_method for loan in loans if loan.visitors_method) == ANSWERS

    def test_is_read_without_a_problem(self, loaded: Callable[..., Loaded]) -> None:
        assert [str(problem) for problem in loaded(fund(), AFTER).problems] == []


def test_a_shelf_holds_tools_in_every_state_and_no_error(loaded: Callable[..., Loaded]) -> None:
    found = loaded(shelf(120))
    assert [str(problem) for problem in found.problems if problem.severity == "error"] == []
    assert found.library is not None
    assert len(found.library.of("exhibition")) == 120
