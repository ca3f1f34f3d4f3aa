from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given as whatever
from hypothesis import settings, strategies

from imports.sheets.formulas import harmless, is_formula
from imports.sheets.workbook import Cell, opened
from imports.sources import questionnaire, tableur
from imports.taken import Reading, UnreadableSource
from support_sheets import given, ods, table, xlsx

PLAIN = xlsx({"Outils": [["Titre", "Poids (kg)"], ["Malle", 5], ["Jeu", 6]]})
SHEET = "xl/worksheets/sheet1.xml"


def rewritten(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(one.filename, change(old.read(one)) if one.filename == part else old.read(one))
    return held.getvalue()


def with_rows(rows: bytes) -> bytes:
    return rewritten(PLAIN, SHEET, lambda xml: xml.replace(b"</sheetData>", rows + b"</sheetData>"))


def outcome(data: bytes, name: str = "fonds.xlsx") -> Reading | UnreadableSource:
    try:
        return tableur.read(data, given(name))
    except UnreadableSource as why:
        return why


class TestAHostileFile:
    @pytest.mark.parametrize(("size", "why"), [(900_000_000, "trop grand"), (1_000, "abîmé")])
    def test_that_unpacks_to_much_is_not_opened_whatever_it_says_of_itself(self, size: int, why: str) -> None:
        bomb = bytearray(with_rows(b" " * 60_000_000))
        assert len(bomb) < 200_000
        at = bomb.rindex(SHEET.encode()) - 46 + 24  # its size in the archive's directory (APPNOTE 4.3.12)
        bomb[at : at + 4] = size.to_bytes(4, "little")
        assert why in str(outcome(bytes(bomb)))

    def test_with_a_cell_at_the_far_end_is_not_opened(self) -> None:
        far = with_rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
        assert isinstance(outcome(far), UnreadableSource)

    def test_with_a_million_empty_rows_is_read(self) -> None:
        found = outcome(with_rows(b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (line, line) for line in range(10, 1_000_000))))
        assert isinstance(found, Reading)
        assert len(found.taken) == 2

    def test_that_repeats_a_cell_without_end_harms_nothing(self) -> None:
        cell = b'<table:table-cell office:value-type="string" table:number-columns-repeated="2000000000"><text:p>x</text:p></table:table-cell></table:table-row>'
        data = rewritten(
            ods({"Outils": [["Titre", "Poids"], ["a", "b"]]}), "content.xml", lambda xml: xml.replace(b"</table:table-row>", cell, 2)
        )
        assert isinstance(outcome(data, "outils.ods"), UnreadableSource | Reading)

    def test_with_macros_is_read_and_that_is_told(self) -> None:
        held = io.BytesIO(PLAIN)
        with zipfile.ZipFile(held, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
        found = outcome(held.getvalue())
        assert isinstance(found, Reading)
        assert len(found.taken) == 2
        assert [one.message for one in found.refused] == ["Il contient des macros : elles n’ont été ni lues, ni exécutées."]

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"  \n",
            b"PK\x03\x04",
            b"\xd0\xcf\x11\xe0" + b"\0" * 600,
            b"%PDF-1.7",
            b"\x89PNG\r\n",
            PLAIN[:-300],
            bytes(range(256)) * 9,
            b"bonjour",
        ],
    )
    def test_or_one_that_is_no_table_says_so(self, data: bytes) -> None:
        assert isinstance(outcome(data), UnreadableSource)

    def test_with_huge_cells_has_them_told(self) -> None:
        found = outcome(b'titre;description;poids (kg)\nMalle;"' + b"x" * 3_000_000 + b'";5\nJeu;court;6\n')
        assert isinstance(found, Reading)
        assert [one.values["title"] for one in found.taken] == ["Malle", "Jeu"]
        assert "20000 caractères" in found.refused[0].message

    def test_with_thousands_of_columns_is_not_opened(self) -> None:
        assert isinstance(outcome(b"titre;poids\n" + b";" * 5000 + b"x\n"), UnreadableSource)

    def test_with_paths_in_names_gives_names_without_paths(self) -> None:
        found = outcome(table([["Titre", "Poids (kg)"], ["../../etc/passwd", "5"], ["C:\\Windows", "6"]]), "outils.csv")
        assert isinstance(found, Reading)
        assert [one.slug for one in found.taken] == ["etc-passwd", "c-windows"]

    def test_whatever_was_broken_in_it_is_read_or_refused(self) -> None:
        chance = random.Random(16)
        for _ in range(25):
            data = bytearray(PLAIN)
            for _ in range(chance.randrange(1, 40)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            assert isinstance(outcome(bytes(data)), UnreadableSource | Reading)

    @settings(max_examples=150, deadline=None)
    @whatever(strategies.binary(max_size=300) | strategies.text(alphabet="titre;,\t\n\"'=é0x€poids", max_size=200).map(str.encode))
    def test_of_any_bytes_is_a_reading_or_refused(self, data: bytes) -> None:
        for source in (tableur, questionnaire):
            try:
                assert isinstance(source.read(data, given("outils.csv")), Reading)
            except UnreadableSource as why:
                assert str(why)


class TestAFormula:
    def test_that_was_never_calculated_is_told_with_its_place(self) -> None:
        found = outcome(xlsx({"Outils": [["Titre", "Poids (kg)"], ["Malle", "=2+2"]]}))
        assert isinstance(found, Reading)
        assert [one.at for one in found.refused] == ["feuille Outils, case B2"]

    def test_is_read_as_the_value_that_was_saved_with_it(self) -> None:
        data = rewritten(PLAIN, SHEET, lambda xml: xml.replace(b"<v>5</v>", b"<f>2+3</f><v>5</v>"))
        found = outcome(data)
        assert isinstance(found, Reading)
        assert found.taken[0].values["format"] == {"weight_kg": "5"}
        assert not found.refused

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("=1", "«\u00a0=1\u00a0»"),
            ("+ de 5 fois", "plus de 5 fois"),
            ("- 18 ans", "moins de 18 ans"),
            ("-5,2", "-5,2"),
            ("@a", "«\u00a0@a\u00a0»"),
            ("oui", "oui"),
        ],
    )
    def test_is_never_what_a_text_becomes(self, text: str, said: str) -> None:
        assert harmless(text) == said

    @whatever(strategies.text())
    def test_is_never_what_any_text_becomes(self, text: str) -> None:
        assert not is_formula(harmless(text))


class TestACell:
    def test_is_the_same_day_number_and_hour_in_every_format(self) -> None:
        from datetime import date, datetime

        rows = [["Titre", "Jour"], [45.5, date(2026, 12, 5)], [True, datetime(2026, 12, 5, 14, 30)]]
        for data in (xlsx({"A": rows}), ods({"A": rows})):
            found = opened(data).sheets[0].rows
            assert dict(found[1].cells) == {0: Cell("45.5", "number"), 1: Cell("2026-12-05", "day")}
            assert dict(found[2].cells) == {0: Cell("oui", "truth"), 1: Cell("2026-12-05 14:30", "moment")}

    def test_of_several_lines_is_one_row_as_a_spreadsheet_counts(self) -> None:
        found = opened(b'titre;texte\nMalle;"a\nb\nc"\nJeu;d\n').sheets[0].rows
        assert [row.number for row in found] == [1, 2, 3]
