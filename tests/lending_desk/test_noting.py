"""What is said of a loan before it is written: what breaks nothing passes the check, and what breaks something is named."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.library.library import Library
from lending_desk.noting import Draft, Ledger, Noted, noted
from lending_desk.tools import Desk
from support import TODAY, Tree, exhibition, loan, organisation, read, read_library, write

VERSIONS = [{"id": "panneaux", "label": "Panneaux", "copies": 2}, {"id": "roll-up", "label": "Roll-up", "acquired": "2027-04"}]
TERMS = {"min_days": 5, "max_days": 30, "notice_days": 15, "gap_days": 3}
FUND = (
    organisation("musee", title="Musée du ciel", lends=True, closed=[{"weekdays": ["dimanche"]}])
    | exhibition(
        "malle",
        title="Malle du ciel",
        loan={**TERMS, "copies": 2},
        loans=[loan("2027-01-04", "2027-01-29")],
        organisation="musee",
        publisher=None,
        availability_on="2026-11-16",
    )
    | exhibition(
        "expo",
        title="Exposition du ciel",
        loan=TERMS,
        versions=VERSIONS,
        organisation="musee",
        publisher=None,
        availability_on="2026-11-16",
    )
    | exhibition("vieille", title="Vieille malle", condition="a-reviser")
)
ASKED = {"tool": "malle", "start": "2027-03-01", "end": "2027-03-19", "borrower": "Collège des Étangs", "city": "Péronne"}


@pytest.fixture
def desk(library: Callable[[Tree], Library], tmp_path: Path) -> Desk:
    found = library(FUND)
    return Desk(tmp_path / "content", found)


def said(desk: Desk, **draft: str) -> list[tuple[str, str]]:
    """The weight and the words of what is said of a draft, its code before them."""
    found, _ledger = noted(desk, Ledger(), {**ASKED, **draft})
    return [(one.weight, str(one)) for one in found.objections]


class TestALoan:
    def test_that_breaks_nothing_is_in_the_ledger_with_all_that_can_only_be_meant(self, desk: Desk) -> None:
        found, ledger = noted(desk, Ledger(), ASKED)
        assert found.objections == ()
        assert ledger.tables["loans/2027.csv"].decode("utf-8-sig").splitlines()[1].startswith("malle;;;01/03/2027;19/03/2027;;;confirmé;")
        assert found.draft["id"] == "college-des-etangs-2027-03-01"

    def test_takes_the_first_copy_that_is_free(self, desk: Desk) -> None:
        found, ledger = noted(desk, Ledger(), {**ASKED, "start": "2027-01-11", "end": "2027-01-22"})
        assert found.loan is not None
        assert found.loan.copy_ == 2
        third, _ledger = noted(desk, ledger, {**ASKED, "start": "2027-01-18", "end": "2027-01-25", "borrower": "Lycée du Val"})
        assert [one.code for one in third.weighing("grave")] == ["E501"]

    def test_that_overlaps_says_with_what_and_what_could_be_had(self, desk: Desk) -> None:
        assert said(desk, start="2027-01-11", end="2027-01-22", copy="1") == [
            (
                "grave",
                "E501 Ce prêt chevauche celui du 04/01/2027 au 29/01/2027, pour le même exemplaire. Corrigez les dates, ou remplissez « Exemplaire ».",
            ),
            ("mild", "L’exemplaire 2 est libre à ces dates."),
        ]

    def test_that_leaves_too_soon_after_another_breaks_the_gap(self, desk: Desk) -> None:
        assert said(desk, start="2027-02-01", end="2027-02-12", copy="1")[0] == (
            "grave",
            "E502 Il faut 3 jours entre deux prêts : le précédent finit le 29/01/2027. Commencez au plus tôt le 02/02/2027.",
        )

    def test_before_another_is_told_of_that_one(self, desk: Desk) -> None:
        assert said(desk, start="2026-12-14", end="2027-01-05", copy="1")[0][1].startswith("E501 (Prêt du 04/01/2027) Ce prêt chevauche")

    def test_is_held_to_the_notice_and_to_closed_days_by_its_owner(self, desk: Desk) -> None:
        assert said(desk, start="2026-12-01", end="2026-12-13") == [
            (
                "owner's",
                "W622 Le propriétaire est fermé le 13/12/2026 : l’outil ne peut pas rentrer ce jour-là. "
                "Jours ouverts les plus proches : le 12/12/2026 ou le 14/12/2026.",
            ),
            ("owner's", "Il faut 15 jours de délai : rien ne part avant le 6\u00a0décembre 2026."),
            ("mild", "Pour la même durée, le premier prêt possible ensuite va du 7 au 19\u00a0décembre 2026."),
        ]

    def test_is_held_to_lengths(self, desk: Desk) -> None:
        assert said(desk, end="2027-03-03")[0] == ("grave", "E503 Ce prêt dure 3 jours : 5 au moins. Allongez-le, ou changez « min_days ».")

    def test_needs_a_version_that_is_there(self, desk: Desk) -> None:
        assert said(desk, tool="expo")[0][1].startswith("E102 Il manque « Version »")
        assert said(desk, tool="expo", version="bois")[0][1] == "E504 Cet outil n’a pas de version « bois ». Versions : panneaux, roll-up."
        assert said(desk, tool="expo", version="panneaux", copy="3")[0][1].startswith("E504 L’exemplaire 3 n’existe pas : il y en a 2.")

    def test_of_a_version_that_comes_in_april_waits_for_it(self, desk: Desk) -> None:
        assert said(desk, tool="expo", version="roll-up") == [
            ("owner's", "La version « roll-up » n’entre dans le fonds qu’en avril 2027."),
            ("mild", "Pour la même durée, le premier prêt possible ensuite va du 1er au 19\u00a0avril 2027."),
        ]
        assert said(desk, tool="expo", version="roll-up", start="2027-04-05", end="2027-04-24") == []

    def test_of_a_tool_in_repair_is_its_owners_decision(self, desk: Desk) -> None:
        assert said(desk, tool="vieille") == [("owner's", "Cet outil est en révision.")]

    @pytest.mark.parametrize("name", ["malle", "Malle du ciel", "https://escale.example/outils/malle/", "malle.md"])
    def test_names_its_tool_as_people_do(self, desk: Desk, name: str) -> None:
        assert said(desk, tool=name) == []

    def test_of_an_unknown_tool_is_told_which_is_near(self, desk: Desk) -> None:
        assert said(desk, tool="male du ciel")[0][1].startswith(
            "E204 Aucun outil ne s’appelle « male du ciel ». Vouliez-vous dire « malle »"
        )

    def test_that_is_noted_already_is_not_noted_twice(self, desk: Desk) -> None:
        assert said(desk, id="20270104") == [("grave", "E506 Ce prêt est déjà noté : malle/20270104. S’il change, voyez « --note ».")]

    def test_never_names_a_person(self, desk: Desk) -> None:
        assert [words[:4] for _weight, words in said(desk, borrower="Mme Camille Durand")] == ["E507"]

    def test_without_days_says_so(self, desk: Desk) -> None:
        assert [words[:39] for _weight, words in said(desk, start="", end="")] == [
            "E102 Cette ligne n’a rien sous « Du ». ",
            "E102 Cette ligne n’a rien sous « Au ». ",
        ]

    def test_with_a_day_that_is_none_says_which(self, desk: Desk) -> None:
        assert said(desk, start="30 février 2027")[0][1].startswith("E103 « 30 février 2027 » n’est pas une date.")


class TestATableWithoutAColumn:
    def test_loses_what_is_told_and_nothing_that_makes_another_loan(self, library: Callable[[Tree], Library], tmp_path: Path) -> None:
        desk = Desk(tmp_path / "content", library(FUND | {"loans/2027.csv": "outil;début;fin;état\n"}))
        assert said(desk) == [
            (
                "mild",
                "content/loans/2027.csv n’a pas de colonne pour cela, qui n’est pas noté : Emprunteur (Collège des Étangs), Commune (Péronne).",
            )
        ]
        assert said(desk, start="2027-01-11", end="2027-01-22")[0] == (
            "grave",
            "content/loans/2027.csv n’a pas de colonne pour « Exemplaire ». Ajoutez-la : son titre est « Exemplaire ».",
        )


STARTS = st.dates(date(2026, 11, 1), date(2027, 6, 30))
DRAFTS = st.builds(
    lambda tool, start, days, copy, version, state, city: {
        **ASKED,
        "tool": tool,
        "start": f"{start:%d/%m/%Y}",
        "end": (start + timedelta(days)).isoformat(),
        "copy": copy,
        "version": version if tool == "expo" else "",
        "state": state,
        "city": city,
        "borrower": "" if state == "maintenance" else "Collège des Étangs ; « Les Roseaux »",
    },
    st.sampled_from(["malle", "expo"]),
    STARTS,
    st.integers(-1, 40),
    st.sampled_from(["", "1", "2", "3"]),
    st.sampled_from(["panneaux", "roll-up", ""]),
    st.sampled_from(["option", "confirme", "maintenance"]),
    st.sampled_from(["Péronne", "Abbeville"]),
)


class TestAYearOfLoans:
    @settings(max_examples=25)
    @given(st.lists(DRAFTS, min_size=1, max_size=6))
    def test_passes_the_check_where_nothing_was_said_against_any_of_them(self, drafts: list[Draft]) -> None:
        with TemporaryDirectory() as folder:
            content = write(Path(folder), FUND)
            desk, ledger, taken = Desk(content, read_library(content)), Ledger(), list[Noted]()
            for draft in drafts:
                found, after = noted(desk, ledger, draft)
                if found.weighing("grave"):
                    assert after is ledger
                    continue
                taken, ledger = [*taken, found], after
            for path, data in ledger.tables.items():
                (content / path).parent.mkdir(exist_ok=True)
                (content / path).write_bytes(data)
            loaded = read(content, TODAY)
            assert [str(problem) for problem in loaded.problems if problem.severity == "error"] == []
            assert loaded.library is not None
            assert sum(len(rows) for rows in loaded.library.table_loans.values()) == len(taken)
