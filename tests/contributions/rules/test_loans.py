"""What a loan says fits its tool, the day, and what else it says; a state need not be changed because a day has come."""

from collections.abc import Callable
from datetime import date

import pytest

from contributions.library.library import Library
from support import exhibition, loan, organisation

Report = Callable[..., list[str]]
VERSIONS = [{"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides", "copies": 2}]


class TestAConfirmedLoan:
    @pytest.mark.parametrize("day", [date(2026, 11, 21), date(2026, 12, 5), date(2027, 6, 1)])
    def test_is_right_before_its_days_on_them_and_after_them(self, reported: Report, day: date) -> None:
        assert reported(exhibition("malle", loans=[loan("2026-12-01", "2026-12-20", "confirme")]), day) == []

    def test_may_say_when_the_tool_came_back(self, reported: Report) -> None:
        lent = loan("2026-12-01", "2026-12-20", "confirme", returned="2026-12-18", visitors=240)
        assert reported(exhibition("malle", loans=[lent]), date(2027, 1, 5)) == []

    def test_is_on_view_only_while_it_is_open(self, library: Callable[..., Library]) -> None:
        lent = loan("2026-12-01", "2026-12-20", opens="2026-12-03", closes="2026-12-18", public_showing=True, city="Amiens")
        found = library(exhibition("malle", loans=[lent]))
        [(_tool, stop)] = found.tour_stops
        assert (stop.first_day, stop.last_day, stop.name) == (date(2026, 12, 3), date(2026, 12, 18), "20261201")
        assert [(date.fromordinal(entry.first), date.fromordinal(entry.last)) for entry in found.to_come] == [
            (stop.first_day, stop.last_day)
        ]


class TestTheLengthOfALoan:
    LONG = loan("2026-10-01", "2026-11-20", "confirme")

    def test_is_what_it_was_once_it_is_over(self, reported: Report) -> None:
        tool = exhibition("malle", loan={"max_days": 14}, loans=[self.LONG, loan("2026-08-01", "2026-09-20", "rendu")])
        assert reported(tool, date(2026, 11, 21)) == []

    def test_is_what_the_tool_is_lent_for_while_it_lasts(self, reported: Report) -> None:
        (said,) = reported(exhibition("malle", loan={"max_days": 14}, loans=[self.LONG]), date(2026, 11, 20))
        assert "E503 Ce prêt dure 51 jours : 14 au plus." in said


class TestALoanOfAVersion:
    def test_counts_its_copies_within_it(self, reported: Report) -> None:
        days = ("2026-12-01", "2026-12-20")
        lent = [loan(*days, version="souple"), loan(*days, version="rigide"), loan(*days, version="rigide", copy=2)]
        assert reported(exhibition("malle", versions=VERSIONS, loans=lent)) == []

    def test_may_not_leave_it_unsaid(self, reported: Report) -> None:
        (said,) = reported(exhibition("malle", versions=VERSIONS, loans=[loan("2026-12-01", "2026-12-20")]))
        assert "E102 Il manque « version »" in said
        assert "« version: souple » ou « version: rigide »" in said


class TestOverlaps:
    def test_are_told_of_every_loan_within_a_long_one(self, reported: Report) -> None:
        lent = [loan("2026-12-01", "2027-03-31"), loan("2026-12-10", "2026-12-20"), loan("2027-02-01", "2027-02-20")]
        assert [line.split(" ", 2)[1] for line in reported(exhibition("malle", loans=lent))] == ["E501", "E501"]

    def test_the_gap_counts_from_whatever_ends_last(self, reported: Report) -> None:
        lent = [loan("2026-12-01", "2026-12-31", copy=1), loan("2027-01-02", "2027-01-20", copy=1)]
        (said,) = reported(exhibition("malle", loan={"gap_days": 3}, loans=lent))
        assert "Commencez au plus tôt le 2027-01-04." in said


class TestABorrower:
    def test_is_no_person_of_the_directory(self, reported: Report) -> None:
        person = organisation("marie-durand", title="Marie Durand", person=True)
        lent = [loan("2026-12-01", "2026-12-20", borrower="marie-durand")]
        (said,) = reported(person | exhibition("malle", loans=lent))
        assert "E507 « marie-durand » est la fiche d’une personne" in said

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("écrire à jdupont@gmail.com", True),
            ("écrire à marie.durand@exemple.fr", True),
            ("écrire à mediatheque.rue@orange.fr", False),
            ("écrire à accueil@musee.example", False),
            ("appeler le 03 22 00 00 00", False),
        ],
    )
    def test_gives_no_address_of_a_person(self, reported: Report, text: str, told: bool) -> None:
        shown = loan("2026-12-01", "2026-12-20", public_showing=True, venue={"hours": text})
        assert [" E507 " in line for line in reported(exhibition("malle", loans=[shown]))] == [True] * told

    @pytest.mark.parametrize("key", ["borrower", "city"])
    def test_is_no_mobile_number(self, reported: Report, key: str) -> None:
        lines = reported(exhibition("malle", loans=[loan("2026-12-01", "2026-12-20", **{key: "06 12 34 56 78"})]))
        assert any(" E507 « 06 12 34 56 78 »" in line for line in lines)


class TestTheWordsOfALoan:
    @pytest.mark.parametrize("borrower", ["Médiathèque julie@mairie.fr", "Collège 612345678", "@julie_m"])
    def test_give_no_way_to_a_person(self, reported: Report, borrower: str) -> None:
        lent = loan("2026-12-01", "2026-12-20", "confirme", borrower=borrower)
        assert [told for told in reported(exhibition("malle", loans=[lent])) if "E507" in told]

    @pytest.mark.parametrize("borrower", ["Médiathèque contact@mairie.fr", "@mediatheque_abbeville"])
    def test_may_give_one_to_a_service(self, reported: Report, borrower: str) -> None:
        lent = loan("2026-12-01", "2026-12-20", "confirme", borrower=borrower)
        assert not [told for told in reported(exhibition("malle", loans=[lent])) if "E507" in told]


class TestThePriceOfALoan:
    @pytest.mark.parametrize("price", [{"free": True, "amount": 150}, {"free": False, "amount": 0}])
    def test_is_not_free_and_paid_for(self, reported: Report, price: dict[str, object]) -> None:
        assert [told for told in reported(exhibition("malle", price=price)) if "E126" in told]

    @pytest.mark.parametrize("price", [{"free": True, "deposit": 300}, {"free": True, "amount": 0}, {"free": False, "amount": 150}])
    def test_may_be_nothing_but_a_deposit(self, reported: Report, price: dict[str, object]) -> None:
        assert reported(exhibition("malle", price=price)) == []
