"""Whether a tool can be had, the first loan that can, and the days that are free: what a day-by-day reading of the contract says."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.lending.asking import can_be_had, day_states, first_loan, free_days, goes_on, occupied, standing
from contributions.lending.offer import offer
from contributions.lending.runs import Run
from contributions.models import Exhibition
from contributions.models.organisation import Closure
from support import loan
from support_lending import DAY, closures, first_window, had, last_told, loans_of, shut_days, spare, tool, tools, versions
from support_lending import free_days as slowly_free

TODAY = date(2026, 11, 21)
NOW = TODAY.toordinal()
LONGEST = 40
"""Days of the longest loan where the slow calculation looks at all of them."""
lent_tools, shut = tools(TODAY), shut_days(TODAY)
some_days = st.tuples(st.integers(-10, 130), st.integers(0, 45)).map(lambda at: (TODAY + at[0] * DAY, TODAY + sum(at) * DAY))


def run(first: date, last: date) -> Run:
    """The same days by their ordinals."""
    return Run(first.toordinal(), last.toordinal())


def states(lent: Exhibition, *days: int, shut: tuple[Closure, ...] = ()) -> list[str]:
    """What is told of some days of December 2026, of the first of its versions."""
    made = offer(lent, shut, TODAY)
    found = day_states(made, made.units[0], NOW, run(date(2026, 12, 1), date(2026, 12, 31)))
    return [found[day - 1] for day in days]


def bounded(lent: Exhibition) -> Exhibition:
    """The same tool, lent for forty days at most."""
    return lent.model_copy(update={"loan": lent.loan.model_copy(update={"max_days": lent.loan.max_days or LONGEST})})


class TestWhatTheContractSays:
    @given(lent_tools, shut, some_days)
    def test_a_loan_can_be_had_where_every_day_of_it_says_so(
        self, lent: Exhibition, closed: tuple[Closure, ...], days: tuple[date, date]
    ) -> None:
        made = offer(lent, closed, TODAY)
        found = {unit.version: can_be_had(made, unit, run(*days), NOW) for unit in made.units}
        assert found == {version: had(lent, closed, TODAY, *days, version) for version in versions(lent)}

    @settings(max_examples=20)
    @given(lent_tools, shut, some_days)
    def test_all_loans_at_once_are_those_asked_for_one_by_one(
        self, given_tool: Exhibition, closed: tuple[Closure, ...], days: tuple[date, date]
    ) -> None:
        lent = bounded(given_tool)
        for version in versions(lent):
            assert (days in loans_of(lent, closed, TODAY, version)) == had(lent, closed, TODAY, *days, version)

    @settings(max_examples=50)
    @given(lent_tools, shut, st.none() | st.integers(1, 45), st.none() | some_days)
    def test_the_first_loan_is_the_first_that_can_be_had(
        self, lent: Exhibition, closed: tuple[Closure, ...], length: int | None, between: tuple[date, date] | None
    ) -> None:
        made = offer(lent, closed, TODAY)
        found = first_loan(made, made.units, NOW, run(*between) if between else None, length)
        days = length or lent.loan.min_days or 1
        first = first_window(lent, closed, TODAY, days, *(between or ()))
        assert found == (run(first, first + (days - 1) * DAY) if first else None)

    @settings(max_examples=25)
    @given(tools(TODAY, reach=60), shut)
    def test_free_days_are_those_of_all_loans_that_begin_where_the_shortest_can(
        self, given_tool: Exhibition, closed: tuple[Closure, ...]
    ) -> None:
        lent = bounded(given_tool)
        made = offer(lent, closed, TODAY)
        for unit in made.units:
            found = {date.fromordinal(day) for free in free_days(made, unit, NOW) for day in range(free.first, free.last + 1)}
            assert found == slowly_free(lent, closed, TODAY, unit.version)

    @given(lent_tools, shut)
    def test_the_first_free_day_begins_the_first_loan(self, lent: Exhibition, closed: tuple[Closure, ...]) -> None:
        made = offer(lent, closed, TODAY)
        for unit in made.units:
            first, free = first_loan(made, [unit], NOW), free_days(made, unit, NOW)
            assert (first and first.first) == (free[0].first if free else None)

    @given(lent_tools, shut)
    def test_each_day_is_told_as_what_it_is(self, lent: Exhibition, closed: tuple[Closure, ...]) -> None:
        made = offer(lent, closed, TODAY)
        other = "shut" if standing(made, NOW) == "offered" else "unconfirmed"
        firm = lent.model_copy(update={"loans": tuple(held for held in lent.loans if held.state != "option")})
        days = [TODAY.replace(day=1) + n * DAY for n in range(150)]
        for unit in made.units:
            free = {day for found in free_days(made, unit, NOW) for day in range(found.first, found.last + 1)}
            copies = range(1, len(unit.copies) + 1)
            for day, state in zip(days, day_states(made, unit, NOW, run(days[0], days[-1])), strict=True):
                there, but_options = (any(spare(of, unit.version, copy, day) for copy in copies) for of in (lent, firm))
                held = other if there else "option" if but_options else "busy"
                assert (day, state) == (day, "past" if day < TODAY else "free" if day.toordinal() in free else held)


class TestOccupiedDays:
    @settings(max_examples=25)
    @given(tools(TODAY, reach=60), shut)
    def test_lie_in_no_loan_that_could_be_had_however_soon(self, given_tool: Exhibition, closed: tuple[Closure, ...]) -> None:
        """Loans that begin before today may reach into the days that follow, so only those behind the longest one are compared."""
        short = bounded(given_tool)
        willing = {"condition": "bon", "availability_on": TODAY, "loan": short.loan.model_copy(update={"notice_days": None})}
        lent = short.model_copy(update=willing)
        made = offer(lent, closed, TODAY)
        for unit in made.units:
            lendable = {a + n * DAY for a, b in loans_of(lent, closed, TODAY, unit.version) for n in range((b - a).days + 1)}
            told = {date.fromordinal(day) for held in occupied(made, unit) for day in range(held.first, held.last + 1)}
            coming = {TODAY + n * DAY for n in range(LONGEST, (last_told(TODAY) - TODAY).days + 1)}
            assert told & coming == coming - lendable
            assert not told & lendable

    @given(lent_tools, shut)
    def test_hold_every_day_of_a_loan_of_the_only_copy(self, lent: Exhibition, closed: tuple[Closure, ...]) -> None:
        made = offer(lent, closed, TODAY)
        for unit in (unit for unit in made.units if len(unit.copies) == 1):
            told = {date.fromordinal(day) for held in occupied(made, unit) for day in range(held.first, held.last + 1)}
            days = [TODAY + n * DAY for n in range(150)]
            assert all(day in told for day in days if not spare(lent, unit.version, 1, day))


class TestTheOwnersWord:
    @pytest.mark.parametrize(("age", "expected"), [(0, "offered"), (89, "offered"), (90, "offered"), (91, "unconfirmed")])
    def test_holds_ninety_days(self, age: int, expected: str) -> None:
        lent = tool(availability_on=str(TODAY - timedelta(days=age)))
        assert standing(offer(lent, (), TODAY), NOW) == expected

    def test_is_needed(self) -> None:
        assert standing(offer(tool(availability_on=None), (), TODAY), NOW) == "unconfirmed"

    def test_is_not_asked_for_where_nothing_can_leave(self) -> None:
        assert standing(offer(tool(condition="a-reviser", availability_on=None), (), TODAY), NOW) == "in repair"
        assert standing(offer(tool(condition="retire", retired_on="2026-11-01"), (), TODAY), NOW) == "withdrawn"

    def test_no_longer_counts_from_the_day_on_which_all_of_it_left_the_fund(self) -> None:
        lent = offer(tool(retired_on="2026-11-22"), (), TODAY)
        assert [standing(lent, NOW + n) for n in (0, 1)] == ["offered", "withdrawn"]


class TestDays:
    def test_between_two_loans_that_are_too_few_for_the_shortest_are_shut(self) -> None:
        lent = tool(loan("2026-11-25", "2026-12-04"), loan("2026-12-09", "2026-12-20"), loan={"min_days": "5"})
        assert states(lent, 4, 5, 8, 9, 20, 21) == ["busy", "shut", "shut", "busy", "busy", "free"]

    def test_too_soon_to_ask_for_are_shut(self) -> None:
        assert states(tool(loan={"notice_days": "14"}), 4, 5) == ["shut", "free"]

    def test_of_a_closed_week_end_are_free_in_the_middle_of_a_loan(self) -> None:
        weekend = closures({"weekdays": ["samedi", "dimanche"]})
        assert set(states(tool(), *range(1, 32), shut=weekend)) == {"free"}

    def test_of_a_closed_fortnight_are_free_for_whoever_keeps_it_longer(self) -> None:
        closed = closures({"start": "2026-12-10", "end": "2026-12-23"})
        assert set(states(tool(loan={"max_days": "28"}), *range(1, 32), shut=closed)) == {"free"}
        assert states(tool(loan={"max_days": "15"}), 9, 10, 23, 24, shut=closed) == ["free", "shut", "shut", "free"]

    def test_of_an_option_may_come_free(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05", "option")), 2, 3, 5, 6) == ["free", "option", "option", "free"]

    def test_of_an_option_past_its_day_are_still_held(self) -> None:
        assert states(tool(loan("2026-12-03", "2026-12-05", "option", option_until="2026-11-01")), 4) == ["option"]

    def test_of_a_tool_that_nobody_answers_for_are_never_free(self) -> None:
        lent = tool(loan("2026-12-03", "2026-12-05"), availability_on=None)
        assert states(lent, 2, 3, 6) == ["unconfirmed", "busy", "unconfirmed"]

    def test_behind_the_last_of_the_fund_are_busy(self) -> None:
        assert states(tool(retired_on="2026-12-10"), 9, 10) == ["free", "busy"]


class TestFreeDaysThatGoOn:
    def test_end_with_what_is_told_or_with_closed_days_alone(self) -> None:
        made = offer(tool(loan("2026-12-10", "2026-12-20")), closures({"start": "2028-05-30"}), TODAY)
        before, after = free_days(made, made.units[0], NOW)
        assert (goes_on(made, before), goes_on(made, after)) == (False, True)

    def test_do_not_where_the_tool_leaves_the_fund(self) -> None:
        made = offer(tool(retired_on="2027-03-01"), (), TODAY)
        [only] = free_days(made, made.units[0], NOW)
        assert (date.fromordinal(only.last), goes_on(made, only)) == (date(2027, 2, 28), False)


def test_a_version_that_has_left_is_had_no_more_and_the_other_is() -> None:
    kept = [{"id": "souple", "label": "Bâche", "retired_on": "2026-11-01"}, {"id": "rigide", "label": "Panneaux"}]
    made = offer(tool(versions=kept), (), TODAY)
    assert [free_days(made, unit, NOW) != () for unit in made.units] == [False, True]
