"""The calendar of a tool holds the days on which it cannot be had, in runs, and names nobody."""

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from icalendar import Calendar

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP
from feeds.ics import tool_calendar
from support import TODAY, exhibition, loan, organisation

Reading = Callable[..., Library]
WORD = {"availability_on": "2026-11-16"}
VERSIONS = [{"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides"}]


def of(library: Library) -> Any:
    """The calendar of the only tool, read."""
    return Calendar.from_ical(tool_calendar(library, cast("Contribution[Exhibition]", library.find("exhibition", "malle"))))


def entries(library: Library) -> list[tuple[str, str, str, str]]:
    """Name, first day, day behind the last one and summary of each entry."""
    return [
        (
            str(one["UID"]).removesuffix("@escale.example"),
            str(one["DTSTART"].dt),
            str(one["DTEND"].dt),
            str(one["SUMMARY"]).replace(NBSP, " "),
        )
        for one in of(library).walk("VEVENT")
    ]


class TestTheEntries:
    def test_are_runs_of_days_with_those_between_two_loans(self, library: Reading) -> None:
        lent = [loan("2026-12-01", "2026-12-10"), loan("2026-12-15", "2026-12-20"), loan("2027-02-01", "2027-02-10", "option")]
        assert entries(library(exhibition("malle", loans=lent, loan={"gap_days": 2, "min_days": 3}, **WORD))) == [
            ("malle.occupe.20261129", "2026-11-29", "2026-12-23", "Sujet malle : indisponible"),
            ("malle.occupe.20270130", "2027-01-30", "2027-02-13", "Sujet malle : indisponible"),
        ]

    def test_that_began_before_this_month_keep_their_name_next_month(self, library: Reading) -> None:
        lent = exhibition("malle", loans=[loan("2026-10-01", "2026-12-10")], **WORD)
        assert [entries(library(lent, day))[0][0] for day in (TODAY, date(2026, 12, 3))] == ["malle.occupe.20261210"] * 2

    def test_are_said_of_each_version(self, library: Reading) -> None:
        lent = [loan("2026-12-01", "2026-12-10", version="rigide")]
        assert entries(library(exhibition("malle", loans=lent, versions=VERSIONS, **WORD))) == [
            ("malle.occupe.rigide.20261201", "2026-12-01", "2026-12-11", "Sujet malle : Panneaux rigides indisponible")
        ]

    def test_stay_away_while_a_copy_is_there(self, library: Reading) -> None:
        assert entries(library(exhibition("malle", loans=[loan("2026-12-01", "2026-12-10")], loan={"copies": 2}, **WORD))) == []

    def test_are_one_of_what_is_in_repair_or_withdrawn(self, library: Reading) -> None:
        [found] = entries(library(exhibition("malle", condition="a-reviser", loans=[loan("2026-12-01", "2026-12-10")])))
        assert found == ("malle.occupe", "2026-11-01", "2028-06-01", "Sujet malle : En révision")
        [found] = entries(library(exhibition("malle", condition="retire", retired_on="2026-01-01")))
        assert found[3] == "Sujet malle : Retiré du prêt"

    def test_hold_the_days_of_a_closing_that_no_loan_may_be_as_long_as(self, library: Reading) -> None:
        owner = organisation("musee", closed=[{"start": "2026-12-10", "end": "2026-12-30"}])
        lent = exhibition("malle", organisation="musee", publisher=None, loan={"max_days": 10}, **WORD)
        assert [found[1:3] for found in entries(library(owner | lent))] == [("2026-12-10", "2026-12-31")]


class TestTheCalendar:
    def test_names_nobody(self, library: Reading) -> None:
        shown = loan("2026-12-01", "2026-12-10", borrower="Lycée discret", city="Laon", public_showing=True)
        text = str(of(library(exhibition("malle", loans=[shown], **WORD))).to_ical())
        assert "discret" not in text
        assert "Laon" not in text

    def test_says_whose_word_it_is(self, library: Reading) -> None:
        assert "Disponibilités données le 16 novembre par le propriétaire" in said(library(exhibition("malle", **WORD)))
        assert "À demander : son propriétaire n’a pas dit quand il est libre." in said(library(exhibition("malle")))


def said(library: Library) -> str:
    """The description of the calendar, in plain spaces."""
    return str(of(library)["DESCRIPTION"]).replace(NBSP, " ")
