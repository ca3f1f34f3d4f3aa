"""Loans in tables are the appointments that they were: in a record before, in another table, or in another row."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contributions.loading.loading import load
from contributions.revisions.since import since
from support import TODAY, Tree, exhibition, hub, loan
from support_git import Repository

HEAD = "tool;start;end;state;city;public_showing\n"
ROW = "malle;10/12/2026;20/12/2026;confirmé;Amiens;oui\n"
LATER = "malle;05/01/2027;20/01/2027;confirmé;Amiens;oui\n"
SHOWN = loan("2026-12-10", "2026-12-20", public_showing=True, city="Amiens")
RECORD = exhibition("malle")
KEPT = "content/exhibitions/malle.md"
Told = Callable[[Tree, Tree], list[str]]


def table(*rows: str, head: str = HEAD) -> dict[str, Any]:
    """A table of loans."""
    return {"loans/2026.csv": head + "".join(rows)}


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """What is told of a folder that became another."""

    def compared(before: Tree, now: Tree) -> list[str]:
        repository = Repository(tmp_path / "repository")
        repository.replace({**hub(), **before})
        repository.commit()
        repository.replace({**hub(), **now})
        return [str(problem) for problem in since(repository.content, load(repository.content, TODAY), "HEAD").problems]

    return compared


class TestALoanThatGoesFromItsRecordToATable:
    RECORD = exhibition("malle", loans=[SHOWN])

    def test_is_nobody_s_loss_where_it_says_the_same(self, told: Told) -> None:
        assert told(self.RECORD, RECORD | table(ROW)) == []

    def test_and_ends_on_another_day_is_told_where_it_stands_now(self, told: Told) -> None:
        (said,) = told(self.RECORD, RECORD | table("malle;10/12/2026;22/12/2026;confirmé;Amiens;oui\n"))
        assert "content/loans/2026.csv:2:18: W609 L’étape du 2026-12-10 change de dates" in said
        assert f"Écrivez « updated: {TODAY} » dans {KEPT}." in said

    def test_and_begins_on_another_day_asks_for_its_old_name(self, told: Told) -> None:
        _changed, said = told(self.RECORD, RECORD | table("malle;12/12/2026;20/12/2026;confirmé;Amiens;oui\n"))
        assert "content/loans/2026.csv:2:7: W610 L’étape du 2026-12-10 passe au 2026-12-12" in said
        assert "Ajoutez-lui « 20261210 » sous « Identifiant »." in said

    def test_and_comes_back_to_its_record_is_nobody_s_loss(self, told: Told) -> None:
        assert told(RECORD | table(ROW), self.RECORD) == []


class TestARowOfATable:
    def test_may_stand_elsewhere(self, told: Told) -> None:
        before = RECORD | table(ROW, LATER)
        assert told(before, RECORD | table(LATER, ";;;;;\n", ROW)) == []
        assert told(before, RECORD | table(ROW) | {"loans/2027.csv": HEAD + LATER}) == []

    def test_may_be_written_otherwise(self, told: Told) -> None:
        now = "Outil,Ouvert au public,Fin,Début,État,Ville\nmalle,x,20 décembre 2026,2026-12-10,Confirmée,AMIENS\n"
        assert told(RECORD | table(ROW), RECORD | {"loans/2026.csv": now.encode("cp1252")}) == []

    def test_that_is_gone_is_told_of_its_table(self, told: Told) -> None:
        (said,) = told(RECORD | table(ROW, LATER), RECORD | table(LATER))
        assert "content/loans/2026.csv:1:1: W610 L’étape du 2026-12-10 n’est plus là" in said
        assert f"Remettez sa ligne, avec l’état « annulé », et écrivez « updated: {TODAY} » dans {KEPT}." in said

    def test_that_is_gone_with_its_table_is_told_too(self, told: Told) -> None:
        (said,) = told(RECORD | table(ROW), RECORD)
        assert "content/loans/2026.csv:1:1: W610 L’étape du 2026-12-10 n’est plus là" in said

    def test_that_another_may_have_become_is_not_put_back(self, told: Told) -> None:
        (said,) = told(RECORD | table(ROW), RECORD | table("malle;12/12/2026;22/12/2026;confirmé;Laon;oui\n"))
        assert "donnez à la nouvelle ligne l’identifiant « 20261210 » ; en cas d’annulation, gardez l’ancienne" in said

    def test_that_is_moved_asks_for_its_old_name(self, told: Told) -> None:
        head = "id;" + HEAD
        found = told(RECORD | table(f";{ROW}", head=head), RECORD | table(f";{ROW.replace('10/12', '11/12')}", head=head))
        assert [said.split(" ")[1] for said in found] == ["W609", "W610"]
        assert "content/loans/2026.csv:2:8: W610 L’étape du 2026-12-10 passe au 2026-12-11" in found[1]
        assert "Ajoutez-lui « 20261210 » sous « id »." in found[1]

    def test_with_its_old_name_is_told_until_the_record_says_that_it_was_revised(self, told: Told) -> None:
        head, moved = "id;" + HEAD, f"20261210;{ROW.replace('10/12', '11/12')}"
        before = RECORD | table(f";{ROW}", head=head)
        (said,) = told(before, RECORD | table(moved, head=head))
        assert "content/loans/2026.csv:2:16: W609" in said
        assert told(before, exhibition("malle", updated=str(TODAY)) | table(moved, head=head)) == []

    @pytest.mark.parametrize(
        ("change", "column", "words"),
        [(("Amiens", "Laon"), 38, "change de lieu"), (("confirmé", "annulé"), 29, "change d’état")],
    )
    def test_that_changes_is_told_at_its_cell(self, told: Told, change: tuple[str, str], column: int, words: str) -> None:
        (said,) = told(RECORD | table(ROW), RECORD | table(ROW.replace(*change)))
        assert f"content/loans/2026.csv:2:{column}: W609 L’étape du 2026-12-10 {words}, et rien ne le signale aux agendas." in said

    def test_that_the_public_sees_no_more_is_told(self, told: Told) -> None:
        (said,) = told(RECORD | table(ROW), RECORD | table(ROW.replace("oui", "non")))
        assert "Laissez « oui » à sa présentation au public" in said

    def test_leaves_with_its_tool(self, told: Told) -> None:
        (said,) = told(RECORD | table(ROW), {})
        assert f"{KEPT}:1:1: W613 Cet outil est retiré, avec une date à venir : l’étape du 2026-12-10." in said

    def test_goes_on_beside_a_loan_of_the_record(self, told: Told) -> None:
        own = exhibition("malle", loans=[SHOWN])
        (said,) = told(own | table(LATER), own | table())
        assert "content/loans/2026.csv:1:1: W610 L’étape du 2027-01-05 n’est plus là" in said

    def test_is_known_by_the_title_of_its_tool(self, told: Told) -> None:
        titled = ROW.replace("malle", "Malle")
        found = told(exhibition("malle", title="Malle") | table(titled), exhibition("malle", title="Malle") | table(titled, LATER))
        assert [said.split(" ")[1] for said in found] == ["E204"]

    def test_may_be_one_that_cannot_be_read_now(self, told: Told) -> None:
        found = told(RECORD | table(ROW), RECORD | table(ROW.replace("10/12/2026", "bientôt")))
        assert [said.split(" ")[1] for said in found] == ["E103"]

    @pytest.mark.parametrize("row", [ROW.replace("oui", "non"), ROW.replace("12/2026", "10/2026"), ROW.replace("confirmé", "annulé")])
    def test_that_calendars_do_not_hold_is_nobody_s_loss(self, told: Told, row: str) -> None:
        assert [said for said in told(RECORD | table(row), RECORD | table()) if "W6" in said] == []


def test_a_loan_that_opens_later_is_told_as_the_appointment_that_it_was(told: Told) -> None:
    (said,) = told(
        exhibition("malle", loans=[{**SHOWN, "opens": "2026-12-11"}]), exhibition("malle", loans=[{**SHOWN, "opens": "2026-12-12"}])
    )
    assert "W609 L’étape du 2026-12-10 change de dates" in said
