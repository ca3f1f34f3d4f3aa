"""Loans are checked by what can be had: whatever could be lent breaks nothing, and what time makes wrong is told with its repair."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.models import Exhibition
from contributions.models.exhibition import LoanTerms
from contributions.models.loan import Loan
from contributions.rules.loans import overlaps
from support import TODAY, exhibition, loan, organisation
from support_lending import DAY, had, tools, versions

Report = Callable[..., list[str]]
some_days = st.tuples(st.integers(0, 130), st.integers(0, 30)).map(lambda at: (TODAY + at[0] * DAY, TODAY + sum(at) * DAY))


def willing(tool: Exhibition) -> Exhibition:
    """A tool with the same loans and days between them, of which one copy may leave at once, for as long as anybody likes."""
    one = [version.model_copy(update={"copies": 1, "acquired": None, "retired_on": None}) for version in tool.versions]
    terms = LoanTerms.model_validate({"gap_days": str(tool.loan.gap_days)})
    there = {"condition": "bon", "acquired": None, "retired_on": None, "availability_on": TODAY}
    return tool.model_copy(update={"versions": tuple(one), "loan": terms, **there})


class TestALoan:
    @given(tools(TODAY), some_days)
    def test_can_be_had_where_it_would_overlap_with_no_other(self, given_tool: Exhibition, days: tuple[date, date]) -> None:
        tool = willing(given_tool)
        version = versions(tool)[0]
        more = Loan.model_validate({"start": str(days[0]), "end": str(days[1]), "state": "confirme", "version": version})
        told = len(list(overlaps(tool.model_copy(update={"loans": (*tool.loans, more)})))) - len(list(overlaps(tool)))
        assert (told == 0) == had(tool, (), TODAY, *days, version)


class TestWhatIsNoFault:
    @pytest.mark.parametrize(
        "keys",
        [
            {"loan": {"notice_days": 60}},
            {"availability_on": "2026-08-23"},
            {"availability_on": "2025-01-01", "loans": [loan("2026-10-01", "2026-10-20", "rendu")]},
            {"availability_on": "2025-01-01", "loans": [loan("2026-12-01", "2026-12-20", "annule")]},
            {"availability_on": "2025-01-01", "condition": "retire", "retired_on": "2026-12-31"},
        ],
        ids=["a notice not kept", "a word of 90 days", "nothing ahead", "nothing ahead but cancelled", "no longer lent"],
    )
    def test_is_not_told(self, reported: Report, keys: dict[str, Any]) -> None:
        assert reported(exhibition("malle", **{"loans": [loan("2026-12-01", "2026-12-20")], **keys})) == []


class TestClosedDays:
    @pytest.mark.parametrize(
        ("closed", "told"),
        [
            ({"weekdays": ["mercredi"]}, []),
            ({"weekdays": ["mardi"]}, ["Jours ouverts les plus proches : le 2026-11-30 ou le 2026-12-02."]),
            ({"start": "2026-12-20"}, ["Jours ouverts les plus proches : le 2026-12-19."]),
            ({"end": "2027-01-31"}, ["Vérifiez « closed » sur la fiche du propriétaire."] * 2),
            ({"start": "2026-12-05", "end": "2026-12-10"}, []),
        ],
    )
    def test_are_told_with_the_nearest_open_ones(self, reported: Report, closed: dict[str, Any], told: list[str]) -> None:
        """From a Tuesday to a Sunday."""
        closed = {"start": "2026-01-01", **closed} if "end" in closed else closed
        owner = organisation("musee", closed=[closed])
        lines = reported(owner | exhibition("malle", organisation="musee", publisher=None, loans=[loan("2026-12-01", "2026-12-20")]))
        assert [line.split(" ce jour-là. ")[1] for line in lines if " W622 " in line] == told
        assert len(lines) == len(told)
