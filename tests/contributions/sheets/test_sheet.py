"""Tables in every dialect that spreadsheets save: what is written changes one row, and not a byte beside it."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.sheets.habits import spelt, unsaid
from contributions.sheets.loan_columns import label_of
from contributions.sheets.sheet import Sheet, Unwritable, begun, opened, with_cells, with_row
from lending_desk.columns import ASKED, NEW
from support import demo_hub

HUB = demo_hub()
COLUMNS = ("tool", "start", "end", "state", "borrower", "city", "copy", "id", "cancelled_reason")
ENCODINGS = {"utf-8": "utf-8", "marked": "utf-8-sig", "windows": "cp1252", "utf-16": "utf-16"}
WORDS = st.text(st.sampled_from("abcéèœÉ’ ;,\"'12«»"), min_size=1, max_size=20).map(lambda text: " ".join(f"A{text}".split()))


def table(columns: list[str], rows: list[dict[str, str]], form: dict[str, Any]) -> bytes:
    """A table as a spreadsheet saves it."""
    text = io.StringIO()
    quoting = csv.QUOTE_ALL if form["quoted"] else csv.QUOTE_MINIMAL
    writer = csv.writer(text, delimiter=form["separator"], lineterminator=form["line_end"], quoting=quoting)
    if form["declared"]:
        text.write(f"sep={form['separator']}{form['line_end']}")
    if form["titled"]:
        writer.writerow(["Prêts de l’année", *[""] * (len(columns) - 1)])
    writer.writerow([label_of(column) for column in columns])
    writer.writerows([row[column] for column in columns] for row in rows)
    if form["summed"]:
        writer.writerow(["Total", *[""] * (len(columns) - 1)])
    whole = text.getvalue()
    return (whole if form["ended"] else whole.removesuffix(form["line_end"])).encode(ENCODINGS[form["encoding"]])


FORMS = st.fixed_dictionaries(
    {
        "separator": st.sampled_from(";,\t"),
        "line_end": st.sampled_from(["\n", "\r\n"]),
        "encoding": st.sampled_from([*ENCODINGS]),
        "declared": st.booleans(),
        "titled": st.booleans(),
        "summed": st.booleans(),
        "quoted": st.booleans(),
        "ended": st.booleans(),
    }
)
ROWS = st.fixed_dictionaries(
    {
        "tool": st.just("malle"),
        "start": st.sampled_from(["04/01/2027", "2027-02-01"]),
        "end": st.sampled_from(["29/01/2027", "2027-02-26"]),
        "state": st.sampled_from(["confirmé", "Option"]),
        "borrower": WORDS,
        "city": WORDS,
        "copy": st.sampled_from(["", "1", "2"]),
        "id": st.just(""),
        "cancelled_reason": st.one_of(st.just(""), WORDS),
    }
)
LOAN = {"tool": "malle", "start": "2027-03-01", "end": "2027-03-19", "state": "confirme", "copy": "2", "id": "a-1", "city": "Péronne"}


def cells(sheet: Sheet) -> list[list[str]]:
    """The rows as Python's own reader has them."""
    return list(csv.reader(io.StringIO(sheet.plain), delimiter=sheet.separator))


def text_of(data: bytes, form: dict[str, Any]) -> str:
    return data.decode(ENCODINGS[form["encoding"]])


class TestARowMore:
    @given(st.permutations(COLUMNS), st.lists(ROWS, max_size=5), FORMS, WORDS)
    def test_leaves_every_other_byte_as_it_was(
        self, columns: list[str], rows: list[dict[str, str]], form: dict[str, Any], borrower: str
    ) -> None:
        data = table(columns, rows, form)
        before = opened("content/loans/2027.csv", data, HUB)
        wanted = spelt(before, {**LOAN, "borrower": borrower})
        after = opened("content/loans/2027.csv", with_row(before, wanted), HUB)
        old, new = cells(before), cells(after)
        at = len(old) - form["summed"]
        assert new[:at] == old[:at]
        assert new[at + 1 :] == old[at:]
        assert {column: new[at][before.columns[column]] for column in wanted} == wanted
        told, written = before.text, after.text
        kept = next(
            number
            for number in range(len(told) + 1)
            if told[:number] + written[number : number + len(written) - len(told)] + told[number:] == written
        )
        assert kept >= 0

    @given(st.lists(ROWS, min_size=1, max_size=5), FORMS, st.data())
    def test_and_changed_cells_alike(self, rows: list[dict[str, str]], form: dict[str, Any], data: st.DataObject) -> None:
        columns = [*COLUMNS]
        before = opened("x.csv", table(columns, rows, form), HUB)
        number = data.draw(st.integers(0, len(before.written) - 1))
        reason = data.draw(WORDS)
        line = before.written[number].row.cells.line
        after = opened("x.csv", with_cells(before, line, spelt(before, {"state": "annule", "cancelled_reason": reason})), HUB)
        changed = [at for at, (old, new) in enumerate(zip(cells(before), cells(after), strict=True)) if old != new]
        assert changed == [number + 1 + form["titled"] + form["declared"]]
        assert cells(after)[changed[0]][columns.index("cancelled_reason")] == reason
        assert after.written[number].row.loan.state == "annule"

    def test_of_a_table_without_a_row_stands_below_its_headings(self) -> None:
        sheet = opened("x.csv", "outil;début;fin;état\r\n".encode(), HUB)
        assert with_row(sheet, spelt(sheet, LOAN)).decode() == "outil;début;fin;état\r\nmalle;01/03/2027;19/03/2027;confirmé\r\n"

    def test_fills_up_a_row_that_a_spreadsheet_cut_off(self) -> None:
        sheet = opened("x.csv", b"outil,debut,fin,etat,ville,motif\nmalle,04/01/2027,29/01/2027,option\n", HUB)
        done = with_cells(sheet, 2, {"state": "annulé", "cancelled_reason": "Travaux, salle"})
        assert done.decode() == 'outil,debut,fin,etat,ville,motif\nmalle,04/01/2027,29/01/2027,annulé,,"Travaux, salle"\n'


class TestTheHabitsOfATable:
    def test_are_those_of_its_other_rows(self) -> None:
        data = "outil;début;fin;état;ouvert au public\nmalle;2027-01-04;2027-01-29;Confirmée;OUI\n".encode()
        sheet = opened("x.csv", data, HUB)
        wanted = {**LOAN, "public_showing": "oui"}
        assert spelt(sheet, wanted) == {
            "tool": "malle",
            "start": "2027-03-01",
            "end": "2027-03-19",
            "state": "Confirmée",
            "public_showing": "OUI",
        }
        assert spelt(sheet, {"state": "annule"}) == {"state": "Annulé"}
        assert unsaid(sheet, wanted) == ["copy", "id", "city"]

    def test_are_french_where_there_is_no_other_row(self) -> None:
        sheet = opened("x.csv", begun(None, NEW, ASKED), HUB)
        assert spelt(sheet, {"start": "2027-03-01", "state": "en-cours", "audiences": "famille, primaire"}) == {
            "start": "01/03/2027",
            "state": "en cours",
            "audiences": "famille, primaire",
        }


class TestATableThatIsBegun:
    def test_has_a_column_for_all_that_is_known_of_a_loan(self) -> None:
        assert set(opened("x.csv", begun(None, NEW, ASKED), HUB).columns) == set(NEW)

    def test_looks_like_the_last_one_and_loses_nothing_of_a_request(self) -> None:
        last = opened("2026.csv", "Outil,Début,Fin,État,Emprunteur\r\n".encode("cp1252"), HUB)
        found = begun(last, NEW, ASKED)
        assert found.decode("cp1252").startswith("Outil,Début,Fin,État,Emprunteur,")
        assert found.endswith(b"\r\n")
        assert {"id", "version", "copy", "option_until"} <= set(opened("2027.csv", found, HUB).columns)


class TestWhatATableCannotTake:
    @pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+33", "@nom", "-Salle"])
    def test_is_what_a_spreadsheet_would_calculate(self, text: str) -> None:
        sheet = opened("x.csv", begun(None, NEW, ASKED), HUB)
        if text == "+33":
            assert b"+33" in with_row(sheet, {"borrower": text})
            return
        with pytest.raises(Unwritable, match="un tableur y verrait une formule"):
            with_row(sheet, {"borrower": text})

    def test_is_a_letter_that_its_encoding_lacks(self) -> None:
        sheet = opened("x.csv", "outil;début;fin;état;emprunteur\n".encode("cp1252"), HUB)
        with pytest.raises(Unwritable, match="Windows-1252, où « Ł » ne s’écrit pas"):
            with_row(sheet, {"borrower": "Collège de Łódź"})

    def test_is_anything_where_its_columns_are_not_known(self) -> None:
        with pytest.raises(Unwritable, match="Ce tableau ne peut pas être lu"):
            opened("x.csv", b"a;b\n1;2\n", HUB)
