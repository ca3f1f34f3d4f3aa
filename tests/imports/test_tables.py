"""Rows of a source in tables of content/: new ones come behind the others, none is written over, none is there twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from imports.taken import Table
from support import Tree, exhibition, hub
from support_imports import errors, files, imported, reading, words

Content = Callable[[Tree], Path]
FUND = hub() | exhibition("malle") | exhibition("maquette", title="La maquette du port")
LOAN = {"tool": "malle", "id": "p1", "start": "2027-01-05", "end": "2027-01-20", "state": "confirme", "borrower": "Lycée des Quatre Vents"}
HEAD = "Outil,Début,Fin,État,Emprunteur,Identifiant\r\n"
OWN = HEAD + "maquette,05/01/2027,20/01/2027,Confirmé,École du Port,p9\r\n"


def loans(*rows: dict[str, str], path: str = "loans/2027.csv") -> Table:
    return Table(path, ("tool", "id"), rows)


class TestLoans:
    def test_begin_a_table_that_passes_the_check(self, content: Content) -> None:
        there = content(FUND)
        plan = imported(there, reading(tables=[loans(LOAN)]))
        assert (plan.refused, errors(there)) == ([], [])
        head, row = (there / "loans/2027.csv").read_text("utf-8-sig").split("\n")[:2]
        assert head == "Outil;Identifiant;Du;Au;État;Emprunteur"
        assert row == "malle;p1;05/01/2027;20/01/2027;confirmé;Lycée des Quatre Vents"

    def test_follow_the_others_in_the_tables_own_habits(self, content: Content) -> None:
        there = content(FUND | {"loans/2027.csv": OWN})
        imported(there, reading(tables=[loans(LOAN)]))
        text = (there / "loans/2027.csv").read_bytes().decode()
        assert text == OWN + "malle,05/01/2027,20/01/2027,Confirmé,Lycée des Quatre Vents,p1\r\n"

    def test_are_there_once(self, content: Content) -> None:
        there = content(FUND | {"loans/2027.csv": OWN})
        imported(there, reading(tables=[loans(LOAN)]))
        before = files(there)
        plan = imported(there, reading(tables=[loans(LOAN)]))
        assert (files(there), words(plan)) == (before, [])

    def test_that_were_changed_here_are_kept_and_both_told(self, content: Content) -> None:
        there = content(FUND)
        imported(there, reading(tables=[loans(LOAN)]))
        before = files(there)
        plan = imported(there, reading(tables=[loans({**LOAN, "end": "2027-01-22"})]))
        assert (plan.outcomes[0].word, plan.outcomes[0].sides) == ("kept", (("end", "20/01/2027", "2027-01-22"),))
        assert files(there) == before

    def test_that_break_something_are_told_and_the_others_noted(self, content: Content) -> None:
        there = content(FUND)
        other = {**LOAN, "id": "p2", "start": "2027-01-18", "end": "2027-01-30"}
        unknown = {**LOAN, "id": "p3", "tool": "inconnu"}
        wrong = {**LOAN, "id": "p4", "start": "hier"}
        plan = imported(there, reading(tables=[loans(LOAN, other, unknown, wrong)]))
        assert len(plan.refused) == 3
        assert (there / "loans/2027.csv").read_text("utf-8").count("malle;") == 1
        assert errors(there) == []

    def test_name_their_tool_by_its_file_whatever_the_source_calls_it(self, content: Content) -> None:
        there = content(FUND | exhibition("la-maquette-du-ciel", title="La maquette du ciel"))
        imported(there, reading(tables=[loans({**LOAN, "tool": "La Maquette du ciel"})]))
        assert "\nla-maquette-du-ciel;p1;" in (there / "loans/2027.csv").read_text("utf-8")
        assert errors(there) == []

    def test_of_a_tool_that_is_a_draft_wait_until_it_is_none(self, content: Content) -> None:
        there = content(FUND | exhibition("maquette", title="La maquette du port", summary=None, status="brouillon"))
        waiting = {**LOAN, "tool": "maquette"}
        plan = imported(there, reading(tables=[loans(LOAN, waiting)]))
        assert [one.message for one in plan.refused] == [
            "Les prêts de « maquette » attendent que sa fiche ne soit plus un brouillon : importez-les alors de nouveau."
        ]
        assert "maquette" not in (there / "loans/2027.csv").read_text("utf-8")
        (there / "exhibitions/maquette.md").write_bytes(dict(exhibition("maquette"))["exhibitions/maquette.md"].encode())
        assert imported(there, reading(tables=[loans(LOAN, waiting)])).refused == []
        assert "\nmaquette;p1;" in (there / "loans/2027.csv").read_text("utf-8")

    def test_say_once_that_a_table_has_no_column(self, content: Content) -> None:
        there = content(FUND | {"loans/2027.csv": OWN.replace(",Identifiant", "").replace(",p9", "")})
        plan = imported(there, reading(tables=[loans(LOAN, {**LOAN, "id": "p5", "start": "2027-03-01", "end": "2027-03-09"})]))
        assert [one.at for one in plan.refused] == ["loans/2027.csv"]
        before = files(there)
        imported(there, reading(tables=[loans(LOAN)]))
        assert files(there) == before


FIGURE = {"title": "Très satisfaits", "value": "12", "unit": "réponses", "source": "Questionnaire 2026", "series": "Satisfaction"}


class TestFigures:
    def table(self, *rows: dict[str, str], path: str = "data/questionnaire-2026.csv") -> Table:
        return Table(path, ("series", "title"), rows)

    def test_begin_a_table_and_are_there_once(self, content: Content) -> None:
        there = content(hub())
        imported(there, reading(tables=[self.table(FIGURE)]))
        assert errors(there) == []
        before = files(there)
        imported(there, reading(tables=[self.table(FIGURE)]))
        assert files(there) == before
        imported(there, reading(tables=[self.table(FIGURE, {**FIGURE, "title": "Satisfaits"})]))
        assert (there / "data/questionnaire-2026.csv").read_text("utf-8").count("\n") == 3

    def test_that_the_check_refuses_are_told(self, content: Content) -> None:
        there = content(hub())
        plan = imported(there, reading(tables=[self.table(FIGURE, {**FIGURE, "title": "x", "unit": ""})]))
        assert len(plan.refused) == 1
        assert errors(there) == []


def test_a_table_elsewhere_is_refused(content: Content) -> None:
    there = content(hub())
    before = files(there)
    paths = ["../x.csv", "/etc/x.csv", "data/../../x.csv", "events/x.csv", "loans/X.CSV", "data/a/b.csv"]
    plan = imported(there, reading(tables=[loans(LOAN, path=path) for path in paths]))
    assert len(plan.refused) == len(paths)
    assert files(there) == before
