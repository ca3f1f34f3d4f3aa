"""When a tool is away: copies, gaps, options; and where it stops."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from contributions.lending.availability import copies, next_free, periods, state_on
from hypothesis import given
from hypothesis import strategies as st

from contributions.models import Exhibition

FIRST, LAST = date(2026, 12, 1), date(2027, 2, 28)
STATES = ("option", "confirme", "en-cours", "rendu", "annule", "maintenance")

days = st.dates(FIRST, LAST)
loans = st.builds(
    lambda start, length, state: loan(start.isoformat(), (start + timedelta(length)).isoformat(), state),
    days,
    st.integers(0, 20),
    st.sampled_from(STATES),
)
terms = st.fixed_dictionaries({"gap_days": st.integers(0, 5).map(str), "copies": st.integers(1, 3).map(str)})


def loan(start: str, end: str, state: str = "confirme", **keys: Any) -> dict[str, Any]:
    """A loan, both days included."""
    return {"start": start, "end": end, "state": state, **keys}


def tool(*given_loans: dict[str, Any], **keys: Any) -> Exhibition:
    """A trunk with loans."""
    base = {
        "title": "Malle",
        "summary": "Une malle.",
        "date": "2026-11-01",
        "category": "malle",
        "themes": ["astronomie"],
        "publisher": {"name": "Le musée"},
    }
    return Exhibition.model_validate({**base, "loans": list(given_loans), **keys})


def states(lent: Exhibition, *written: str) -> list[str]:
    """The state on some days of December 2026, by their number."""
    return [state_on(lent, date(2026, 12, int(day))) for day in written]


VERSIONS = [{"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides"}]


class TestVersions:
    def test_are_away_each_by_itself(self) -> None:
        lent = tool(loan("2026-12-03", "2026-12-05", version="souple"), versions=VERSIONS)
        assert [state_on(lent, date(2026, 12, 4), unit) for unit in ("souple", "rigide")] == ["busy", "free"]

    def test_leave_the_tool_free_while_one_is(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05", version="souple"), versions=VERSIONS), "4") == ["free"]

    def test_are_all_away_with_a_loan_that_names_none(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05"), versions=VERSIONS), "2", "4") == ["free", "busy"]

    def test_leave_their_owner_s_fund_one_by_one_or_with_the_tool(self) -> None:
        versions = [VERSIONS[0], {**VERSIONS[1], "retired_on": "2026-12-10"}]
        lent = tool(versions=versions, retired_on="2026-12-20")
        found = [[state_on(lent, date(2026, 12, day), unit) for day in (9, 10, 19, 20)] for unit in ("souple", "rigide")]
        assert found == [["free", "free", "free", "busy"], ["free", "busy", "busy", "busy"]]


class TestStates:
    def test_both_days_of_a_loan_are_busy(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05")), "2", "3", "5", "6") == ["free", "busy", "busy", "free"]

    def test_the_gap_after_a_loan_is_busy(self) -> None:
        lent = tool(loan("2026-12-03", "2026-12-05"), loan={"gap_days": "2"})
        assert states(lent, "2", "6", "7", "8") == ["free", "busy", "busy", "free"]

    def test_an_option_may_come_free(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05", "option")), "4") == ["option"]

    def test_a_cancelled_loan_takes_nothing(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05", "annule")), "4") == ["free"]

    def test_maintenance_is_busy(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05", "maintenance")), "4") == ["busy"]

    def test_a_second_copy_stays_free(self) -> None:
        both = {"loan": {"copies": "2"}}
        assert states(tool(loan("2026-12-03", "2026-12-05"), **both), "4") == ["free"]
        assert states(tool(loan("2026-12-03", "2026-12-05"), loan("2026-12-04", "2026-12-04", copy="2"), **both), "3", "4") == [
            "free",
            "busy",
        ]
        assert states(tool(loan("2026-12-03", "2026-12-05"), loan("2026-12-04", "2026-12-04", "option", copy="2"), **both), "4") == [
            "option"
        ]

    def test_versions_have_copies_of_their_own(self) -> None:
        assert copies(tool(versions=[{"id": "a", "label": "A"}, {"id": "b", "label": "B", "copies": "2"}])) == 3
        assert copies(tool(loan={"copies": "4"})) == 4
        assert copies(tool()) == 1

    def test_a_retired_tool_is_busy_for_ever(self) -> None:
        assert states(tool(condition="retire", retired_on="2026-12-10"), "1", "20") == ["busy", "busy"]
        assert states(tool(retired_on="2026-12-10"), "9", "10") == ["free", "busy"]


class TestPeriods:
    def test_are_runs_of_one_state(self) -> None:
        lent = tool(loan("2026-12-03", "2026-12-05"), loan("2026-12-06", "2026-12-08"), loan("2026-12-09", "2026-12-10", "option"))
        assert [(p.start.day, p.end.day, p.state) for p in periods(lent, FIRST, LAST)] == [(3, 8, "busy"), (9, 10, "option")]

    @given(st.lists(loans, max_size=8), terms)
    def test_agree_with_the_state_of_each_day(self, given_loans: list[dict[str, Any]], given_terms: dict[str, str]) -> None:
        lent = tool(*given_loans, loan=given_terms)
        found = periods(lent, FIRST, LAST)
        day = FIRST
        while day <= LAST:
            covering = [p.state for p in found if p.start <= day <= p.end]
            assert (covering or ["free"]) == [state_on(lent, day)]
            day += timedelta(days=1)

    @given(st.lists(loans, max_size=8), terms)
    def test_are_in_order_and_as_long_as_can_be(self, given_loans: list[dict[str, Any]], given_terms: dict[str, str]) -> None:
        found = periods(tool(*given_loans, loan=given_terms), FIRST, LAST)
        for before, after in pairwise(found):
            assert before.end < after.start
            assert before.state != after.state or after.start - before.end > timedelta(days=1)

    @given(st.lists(loans, max_size=8), terms, days)
    def test_lead_to_the_next_free_day(self, given_loans: list[dict[str, Any]], given_terms: dict[str, str], today: date) -> None:
        lent = tool(*given_loans, loan=given_terms)
        free = next_free(lent, today)
        assert free is not None
        assert state_on(lent, free) == "free"
        assert all(state_on(lent, today + timedelta(n)) != "free" for n in range((free - today).days))

    def test_a_tool_that_is_never_free_has_no_next_day(self) -> None:
        assert next_free(tool(condition="retire", retired_on="2026-12-01"), FIRST) is None


class TestLoans:
    def test_a_loan_counts_both_its_days(self) -> None:
        assert tool(loan("2026-12-03", "2026-12-05")).loans[0].days == 3
