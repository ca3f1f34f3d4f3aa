"""What an owner offers: copies, versions, the days between two loans, and how far ahead anything is told."""

from datetime import date

from contributions.lending.offer import copies, left_on, offer
from contributions.lending.runs import Run
from support import loan
from support_lending import closures, last_told, tool

TODAY = date(2026, 11, 21)
VERSIONS = [{"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides", "copies": "2"}]


def said(run: Run) -> str:
    """Both days of a run."""
    return f"{date.fromordinal(run.first)} – {date.fromordinal(run.last)}"


class TestTheHorizon:
    def test_is_this_month_and_eighteen_behind_it(self) -> None:
        assert said(offer(tool(), (), TODAY).horizon) == "2026-11-01 – 2028-05-31"
        assert said(offer(tool(), (), date(2026, 12, 31)).horizon) == "2026-12-01 – 2028-06-30"

    def test_ends_with_a_month_whichever_it_is(self) -> None:
        for day in (date(2026, month, 15) for month in range(1, 13)):
            assert date.fromordinal(offer(tool(), (), day).horizon.last) == last_told(day)

    def test_leaves_an_offer_as_it_is_all_month(self) -> None:
        shut = closures({"weekdays": ["lundi"]})
        lent = tool(loan("2026-12-01", "2026-12-20"))
        assert offer(lent, shut, date(2026, 11, 1)) == offer(lent, shut, date(2026, 11, 30))


class TestCopies:
    def test_are_free_one_by_one(self) -> None:
        [unit] = offer(tool(loan("2026-11-10", "2028-05-31", copy="2"), loan={"copies": "2"}), (), TODAY).units
        assert [[said(run) for run in copy] for copy in unit.copies] == [["2026-11-01 – 2028-05-31"], ["2026-11-01 – 2026-11-09"]]

    def test_keep_their_days_before_and_after_a_loan(self) -> None:
        [unit] = offer(tool(loan("2026-12-10", "2026-12-20"), loan={"gap_days": "3"}), (), TODAY).units
        assert [said(run) for run in unit.copies[0]] == ["2026-11-01 – 2026-12-06", "2026-12-24 – 2028-05-31"]

    def test_are_free_where_a_loan_was_cancelled(self) -> None:
        [unit] = offer(tool(loan("2026-12-10", "2026-12-20", "annule")), (), TODAY).units
        assert [said(run) for run in unit.copies[0]] == ["2026-11-01 – 2028-05-31"]

    def test_have_beside_them_what_would_be_free_if_no_option_were_confirmed(self) -> None:
        [unit] = offer(tool(loan("2026-11-01", "2026-12-20", "option"), loan("2027-01-01", "2028-05-31")), (), TODAY).units
        assert [said(run) for run in unit.copies[0]] == ["2026-12-21 – 2026-12-31"]
        assert [said(run) for run in unit.but_options[0]] == ["2026-11-01 – 2026-12-31"]

    def test_of_versions_are_added_up(self) -> None:
        assert copies(tool(versions=VERSIONS)) == 3
        assert [copies(tool(versions=VERSIONS), name) for name in ("souple", "rigide")] == [1, 2]
        assert copies(tool(loan={"copies": "4"})) == 4
        assert copies(tool()) == 1


class TestVersions:
    def test_are_away_each_by_itself(self) -> None:
        souple, rigide = offer(tool(loan("2026-11-01", "2028-05-31", version="souple"), versions=VERSIONS), (), TODAY).units
        assert (souple.version, souple.copies) == ("souple", ((),))
        assert [len(copy) for copy in rigide.copies] == [1, 1]

    def test_are_all_away_with_a_loan_that_names_none(self) -> None:
        both = offer(tool(loan("2026-11-01", "2028-05-31"), versions=VERSIONS), (), TODAY).units
        assert [unit.copies[0] for unit in both] == [(), ()]

    def test_leave_their_owner_s_fund_one_by_one_or_with_the_tool(self) -> None:
        kept = [VERSIONS[0], {**VERSIONS[1], "retired_on": "2026-12-10"}]
        souple, rigide = offer(tool(versions=kept, retired_on="2026-12-20"), (), TODAY).units
        assert said(souple.copies[0][0]) == "2026-11-01 – 2026-12-19"
        assert said(rigide.copies[0][0]) == "2026-11-01 – 2026-12-09"

    def test_are_in_the_fund_until_the_last_of_them_has_left(self) -> None:
        both = [{**VERSIONS[0], "retired_on": "2026-12-10"}, {**VERSIONS[1], "retired_on": "2026-12-15"}]
        assert left_on(tool(versions=both)) == date(2026, 12, 15)
        assert left_on(tool(versions=both, retired_on="2026-12-12")) == date(2026, 12, 12)
        assert left_on(tool(versions=[VERSIONS[0], both[1]])) is None


class TestClosedDays:
    def test_are_those_of_the_week_and_those_of_a_time(self) -> None:
        shut = closures({"weekdays": ["samedi", "dimanche"], "end": "2026-11-30"}, {"start": "2026-12-24", "end": "2026-12-26"})
        found = sorted(date.fromordinal(day) for day in offer(tool(), shut, TODAY).closed)
        assert [str(day)[5:] for day in found] == [
            *("11-01", "11-07", "11-08", "11-14", "11-15", "11-21", "11-22", "11-28", "11-29"),
            *("12-24", "12-25", "12-26"),
        ]

    def test_that_have_no_end_go_on(self) -> None:
        shut = closures({"start": "2028-05-29", "weekdays": ["mardi", "mercredi"]})
        assert [str(date.fromordinal(day)) for day in sorted(offer(tool(), shut, TODAY).closed)] == ["2028-05-30", "2028-05-31"]
