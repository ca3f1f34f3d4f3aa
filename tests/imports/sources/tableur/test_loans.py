from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from contributions.sheets.loan_tables import read_table
from imports.sources.tableur import read
from imports.taken import Reading
from support_sheets import HUB, given, table, xlsx

HEADS = ("Outil", "Emprunteur", "Commune", "Du", "Au", "État", "Visiteurs")


def lent(*rows: Sequence[Any], heads: Sequence[str] = HEADS) -> Reading:
    return read(xlsx({"Prêts": [heads, *rows]}), given())


def rows_of(reading: Reading) -> list[dict[str, str]]:
    return [dict(row) for table in reading.tables for row in table.rows]


ONE = ("Malle", "Collège des Étangs", "Laon", "09/01/2023", "27/01/2023", "Confirmé", 240)


class TestLoans:
    def test_are_rows_of_the_table_of_the_year_in_which_they_start(self) -> None:
        reading = lent(
            ONE,
            ("Jeu", "Médiathèque", "Lens", "28/12/2023", "05/01/2024", "rendu", None),
            ("Jeu", "Médiathèque", "Lens", "28/12/2024", "05/01/2025", "rendu", None),
        )
        assert [(one.path, one.key, len(one.rows)) for one in reading.tables] == [
            ("loans/2023.csv", ("tool", "id"), 2),
            ("loans/2024.csv", ("tool", "id"), 1),
        ]
        assert rows_of(reading)[0] == {
            "tool": "Malle", "id": "college-des-etangs-2023-01-09", "start": "2023-01-09", "end": "2023-01-27", "state": "confirme",
            "borrower": "Collège des Étangs", "city": "Laon", "visitors": "240",
        }  # fmt: skip

    def test_pass_the_check_as_they_are_written(self) -> None:
        reading = lent(ONE, ("Jeu", "Médiathèque", "Lens", 45292, "jeudi 1 février 2024", "Annulé", "environ 50"))
        for one in reading.tables:
            found = read_table(one.path, table([list(one.rows[0]), *[list(row.values()) for row in one.rows]]), HUB)
            assert not found.problems
            assert len(found.written) == len(one.rows)

    def test_name_the_tools_of_the_same_workbook_by_their_files(self) -> None:
        sheets = {
            "Outils": [["Réf.", "Titre"], ["A-1", "Malle aux fossiles"], ["A-2", "Jeu"], ["A-3", "Jeu"]],
            "Prêts": [HEADS, ("malle aux FOSSILES", *ONE[1:]), ("A-1", "Lycée", *ONE[2:]), ("Jeu", *ONE[1:]), ("Une autre", *ONE[1:])],
        }
        reading = read(xlsx(sheets), given())
        assert [row["tool"] for row in rows_of(reading)] == ["malle-aux-fossiles", "malle-aux-fossiles", "Jeu", "Une autre"]
        assert [one.slug for one in reading.taken] == ["malle-aux-fossiles", "", ""]

    def test_never_name_a_person_and_tell_the_columns_that_do(self) -> None:
        heads = (*HEADS, "Contact", "Nom de l’emprunteur", "Responsable", "Tél.")
        reading = lent(
            (*ONE, "Marie Dupont", "M. Martin", "Julie", "06 12 34 56 78"),
            ("Malle", "Mme Lefebvre", *ONE[2:], "x", "x", "x", "x"),
            heads=heads,
        )
        assert not [word for word in ("Dupont", "Martin", "Julie", "06 12", "Lefebvre") if word in str(reading)]
        assert [one.at for one in reading.refused] == [f"feuille Prêts, colonne {head}" for head in (*heads[7:], "Emprunteur")]

    def test_without_a_start_an_end_or_a_tool_are_told(self) -> None:
        reading = lent(
            ("Malle", "Collège", "Laon", None, "27/01/2023", "rendu", 2),
            ("Malle", "Collège", "Laon", "bientôt", "27/01/2023", "rendu", 2),
            (None, *ONE[1:]),
        )
        assert not reading.tables
        assert [one.at for one in reading.refused if "n’est pas repris" in one.message] == [
            f"feuille Prêts, ligne {line}" for line in (2, 3, 4)
        ]

    def test_without_a_state_are_confirmed_and_that_is_told(self) -> None:
        reading = lent(ONE[:5], heads=HEADS[:5])
        assert rows_of(reading)[0]["state"] == "confirme"
        assert [one.message for one in reading.refused] == ["1 prêt ne dit pas son état (ligne 2) : il est noté « confirme »."]

    def test_of_a_state_that_nobody_understands_are_told(self) -> None:
        reading = lent((*ONE[:5], "à voir", 2))
        assert not reading.tables
        assert len(reading.refused) == 1

    def test_have_the_same_identifiers_wherever_they_stand(self) -> None:
        rows = [ONE, ("Jeu", *ONE[1:]), ("Malle", "Lycée", *ONE[2:])]
        ids = [{(row["tool"], row["id"]) for row in rows_of(lent(*order))} for order in (rows, rows[::-1])]
        assert ids[0] == ids[1]
        assert len(ids[0]) == 3

    def test_written_twice_are_taken_once_and_told(self) -> None:
        reading = lent(ONE, ONE)
        assert len(rows_of(reading)) == 1
        assert [one.at for one in reading.refused] == ["feuille Prêts, ligne 3"]

    def test_of_two_copies_on_the_same_days_are_two(self) -> None:
        reading = lent((*ONE, 1), (*ONE, 2), heads=(*HEADS, "Exemplaire"))
        assert [row["id"] for row in rows_of(reading)] == ["college-des-etangs-2023-01-09", "college-des-etangs-2023-01-09-ex2"]

    def test_say_visitors_that_were_estimated_or_between_two_numbers(self) -> None:
        rows = rows_of(lent((*ONE[:6], "environ 120"), ("Jeu", *ONE[1:6], "120 à 150")))
        assert (rows[0]["visitors"], rows[0]["visitors_method"]) == ("120", "estime")
        assert (rows[1]["visitors"], rows[1]["visitors_max"]) == ("120", "150")

    def test_in_a_town_that_nobody_knows_or_that_end_before_they_start_are_told(self) -> None:
        reading = lent(("Malle", "Collège", "80400 Arras", *ONE[3:]), ("Malle", "Lycée", "Lens", "27/01/2023", "09/01/2023", "rendu", 3))
        assert [row.get("city", "") for row in rows_of(reading)] == [""]
        assert [one.at for one in reading.refused] == ["feuille Prêts, ligne 2, colonne Commune", "feuille Prêts, ligne 3"]

    def test_never_hold_what_a_spreadsheet_would_calculate(self) -> None:
        reading = read(
            table(
                [
                    HEADS,
                    ("=cmd|' /C calc'!A0", *ONE[1:6], "2"),
                    ("Malle", "@SUM(A1)", *ONE[2:6], "2"),
                    ("Malle", "Lycée", "+Laon", *ONE[3:6], "2"),
                ]
            ),
            given(),
        )
        assert not [text for row in rows_of(reading) for text in row.values() if text.startswith(("=", "+", "@", "-"))]
        assert len(reading.refused) >= 3
