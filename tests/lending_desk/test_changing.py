"""Loans that are noted change where they stand, in a table or in a record, and nothing beside them does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from contributions.library.library import Library
from contributions.sheets.sheet import Unwritable
from lending_desk import acts
from lending_desk.changing import Change
from lending_desk.tools import Desk, NotFound
from support import Tree, exhibition, organisation

RECORD = """\
---
title: Malle du ciel
summary: Une malle.
date: 2026-11-01
category: malle
themes: [astronomie]
organisation: musee
loan: {copies: 2, gap_days: 3}
# Les prêts, comme on les tient ici.
loans:
  - {start: 2026-11-02, end: 2026-11-20, state: en-cours, borrower: "Collège des Étangs", id: etangs-2026}   # parti
  - start: 2026-12-07
    end: 2026-12-18
    state: option   # attend la réponse
    copy: 2
    option_until: 2026-11-30
    borrower: Médiathèque du Moulin
    venue:
      name: Salle
  - start: '2026-11-25'
    end: 2026-12-04
    state: "confirme"
    papers: [convention]
---
Un texte.
"""
TABLE = "Outil;Début;Fin;État;Rendu le;Emprunteur;Annulé le;Annulé par;Motif\nroll-up;07/12/2026;18/12/2026;Option;;Lycée du Val;;;\n"
FUND = organisation("musee", title="Musée du ciel", lends=True) | {"exhibitions/malle.md": RECORD, "loans/2026.csv": TABLE}
FUND |= exhibition("roll-up", organisation="musee", publisher=None)


@pytest.fixture
def desk(library: Callable[[Tree], Library], tmp_path: Path) -> Desk:
    return Desk(tmp_path / "content", library(FUND))


def lines(desk: Desk, change: Change) -> list[str]:
    """The lines of its file that a change takes away and puts there."""
    before = (desk.content / change.path).read_bytes().decode()
    return [line.rstrip() for line in ndiff(before.splitlines(), change.data.decode().splitlines()) if line[0] in "+-"]


class TestALoanOfARecord:
    def test_is_confirmed_on_its_line_and_keeps_its_comment(self, desk: Desk) -> None:
        assert lines(desk, acts.confirm(desk, "malle/20261207")) == [
            "-     state: option   # attend la réponse",
            "+     state: confirme   # attend la réponse",
        ]

    def test_comes_back_where_it_stands_between_braces(self, desk: Desk) -> None:
        found = acts.take_back(desk, "malle/etangs-2026", date(2026, 11, 21))
        assert lines(desk, found)[1] == (
            '+   - {start: 2026-11-02, end: 2026-11-20, state: rendu, borrower: "Collège des Étangs", id: etangs-2026, returned: 2026-11-21}   # parti'
        )
        assert found.objections == ()

    def test_that_comes_back_early_holds_its_days_until_somebody_says_otherwise(self, desk: Desk) -> None:
        found = acts.take_back(desk, "malle/20261125", date(2026, 11, 27))
        assert str(found.objections[-1]).replace("\u00a0", " ") == (
            "Il reste dit occupé jusqu’au 4 décembre 2026. Pour rendre ces jours : --note malle/20261125 fin=27/11/2026."
        )

    def test_is_called_off_with_its_reason_in_a_group_of_its_own(self, desk: Desk) -> None:
        found = acts.call_off(desk, "malle/20261207", "emprunteur", "Salle: fermée, {travaux}")
        assert lines(desk, found)[2:] == ['+     cancelled: {on: 2026-11-21, by: emprunteur, reason: "Salle: fermée, {travaux}"}']
        assert found.loan is not None
        assert found.loan.cancelled is not None
        assert found.loan.cancelled.reason == "Salle: fermée, {travaux}"

    def test_takes_notes_in_french_or_in_the_words_of_the_contract(self, desk: Desk) -> None:
        found = acts.note(desk, "malle/20261125", ["pièces=convention, assurance", "visitors=140", "comptage=compté", "fin=05/12/2026"])
        assert found.loan is not None
        assert (found.loan.papers, found.loan.visitors, found.loan.visitors_method) == (("convention", "assurance"), 140, "compte")
        assert found.loan.end == date(2026, 12, 5)

    def test_whose_papers_stand_on_lines_gets_one_more(self, library: Callable[[Tree], Library], tmp_path: Path) -> None:
        on_lines = RECORD.replace("    papers: [convention]\n", "    papers:\n      - convention   # le 3\n")
        desk = Desk(tmp_path / "content", library(FUND | {"exhibitions/malle.md": on_lines}))
        found = acts.note(desk, "malle/20261125", ["pièces=convention,assurance,questionnaire"])
        assert lines(desk, found) == ["+       - assurance", "+       - questionnaire"]
        with pytest.raises(Unwritable, match="Changez-le à la main"):
            acts.note(desk, "malle/20261125", ["pièces=assurance"])

    def test_with_windows_line_ends_and_a_mark_keeps_them(self, library: Callable[[Tree], Library], tmp_path: Path) -> None:
        data = b"\xef\xbb\xbf" + RECORD.replace("\n", "\r\n").encode()
        desk = Desk(tmp_path / "content", library(FUND | {"exhibitions/malle.md": data}))
        found = acts.note(desk, "malle/20261125", ["rendu le=2026-11-21"])
        behind = b'    state: "confirme"\r\n'
        assert found.data == data.replace(behind, behind + b"    returned: 2026-11-21\r\n")

    def test_is_refused_what_the_check_would_refuse(self, desk: Desk) -> None:
        codes = [one.code for one in acts.note(desk, "malle/20261125", ["exemplaire=3"]).objections]
        assert codes == ["E504"]


class TestALoanOfATable:
    def test_is_called_off_in_its_cells(self, desk: Desk) -> None:
        found = acts.call_off(desk, "roll-up/20261207", "proprietaire", "Panneau cassé")
        assert found.data.decode() == TABLE.replace("Option;;Lycée du Val;;;", "Annulé;;Lycée du Val;21/11/2026;propriétaire;Panneau cassé")

    def test_is_told_what_its_table_has_no_column_for(self, desk: Desk) -> None:
        with pytest.raises(Unwritable, match="n’a pas de colonne pour cela : ajoutez-y « Visiteurs »"):
            acts.note(desk, "roll-up/20261207", ["visiteurs=12"])


class TestWhatCannotBeDone:
    @pytest.mark.parametrize(
        ("name", "words"),
        [
            ("malle", "ne dit pas de quel prêt il s’agit"),
            ("male/20261207", "Aucun outil ne s’appelle « male ». Vouliez-vous dire « malle »"),
            ("malle/20300101", "malle/etangs-2026 : 02/11/2026 – 20/11/2026, Collège des Étangs (en-cours)"),
        ],
    )
    def test_to_a_loan_that_is_not_there_is_told_with_what_is(self, desk: Desk, name: str, words: str) -> None:
        with pytest.raises(NotFound, match=words.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
            acts.confirm(desk, name)

    def test_is_to_confirm_what_is_no_option(self, desk: Desk) -> None:
        with pytest.raises(acts.Refused, match="il est confirmé"):
            acts.confirm(desk, "malle/20261125")

    def test_is_to_take_back_what_never_left(self, desk: Desk) -> None:
        with pytest.raises(acts.Refused, match="rien n’est parti"):
            acts.take_back(desk, "malle/20261207", date(2026, 11, 21))

    def test_is_to_say_today_what_will_be_noted_tomorrow(self, desk: Desk) -> None:
        with pytest.raises(acts.Refused, match="est à venir"):
            acts.told(desk, "malle", date(2026, 11, 22))


class TestAnOwnersWord:
    def test_is_written_into_the_records_of_all_its_tools(self, desk: Desk) -> None:
        found = acts.told(desk, "musee", date(2026, 11, 20))
        paths = ["exhibitions/malle.md", "exhibitions/roll-up.md"]
        assert [(one.path, lines(desk, one)) for one in found] == [(path, ["+ availability_on: 2026-11-20"]) for path in paths]

    def test_may_be_given_for_one_tool(self, desk: Desk) -> None:
        assert [one.path for one in acts.told(desk, "Malle du ciel", date(2026, 11, 21))] == ["exhibitions/malle.md"]
