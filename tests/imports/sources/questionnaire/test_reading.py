from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given as whatever
from hypothesis import settings, strategies

from contributions.sheets.tables import read_figures
from imports.sources.questionnaire import read
from imports.sources.questionnaire.scales import in_order
from imports.taken import Reading, UnreadableSource
from support_sheets import given, table, xlsx

SATISFIED = ("Très satisfait", "Satisfait", "Peu satisfait", "Pas satisfait")


def limesurvey(*columns: tuple[str, Sequence[Any]], name: str = "enquete-2025.csv") -> Reading:
    number = max(len(texts) for _heading, texts in columns)
    heads = ["id", "submitdate", "lastpage", "startlanguage", *(heading for heading, _texts in columns)]
    rows = [
        [at + 1, "2025-03-12 10:00:00", 3, "fr", *(texts[at] if at < len(texts) else "" for _heading, texts in columns)]
        for at in range(number)
    ]
    return read(table([heads, *rows], ","), given(name))


def said(reading: Reading) -> dict[str, dict[str, str]]:
    """The values of each series by their titles."""
    found: dict[str, dict[str, str]] = {}
    for one in reading.tables:
        for row in one.rows:
            found.setdefault(row["series"], {})[row["title"]] = row["value"]
    return found


class TestAClosedQuestion:
    def test_is_the_series_of_its_choices_in_the_order_of_their_scale(self) -> None:
        reading = limesurvey(("G01Q01. Êtes-vous satisfait ?", [SATISFIED[at % 3] for at in range(20)]))
        (one,) = reading.tables
        assert (one.path, one.key) == ("data/enquete-2025.csv", ("series", "title"))
        assert dict(one.rows[0]) == {
            "title": "Très satisfait", "value": "7", "unit": "réponses", "source": "Questionnaire « enquete-2025 »", "series": "Êtes-vous satisfait ?",
            "year": "2025", "answers": "20", "note": "",
        }  # fmt: skip
        assert list(said(reading)["Êtes-vous satisfait ?"]) == list(SATISFIED[:3])
        assert not reading.refused

    def test_is_counted_whatever_the_case_and_the_blanks(self) -> None:
        reading = limesurvey(("Êtes-vous venu en classe ?", ["Oui", "oui ", "OUI", "Oui", "non", "Non", "Non"]))
        assert said(reading) == {"Êtes-vous venu en classe ?": {"Oui": "4", "Non": "3"}}

    def test_puts_small_cells_together_and_tells_it_without_them(self) -> None:
        reading = limesurvey(("Public", ["École"] * 20 + ["Collège"] * 9 + ["Lycée"] * 2))
        assert said(reading) == {"Public": {"École": "20", "Autres réponses": "11"}}
        assert "Lycée" not in str(reading)
        assert len(reading.refused) == 1

    def test_that_only_a_few_answered_is_left_out(self) -> None:
        reading = limesurvey(("Public", ["École"] * 2), ("Satisfaction", ["Bien"] * 9))
        assert set(said(reading)) == {"Satisfaction"}


class TestAMultipleChoice:
    def test_is_the_series_of_its_columns(self) -> None:
        question = "Comment l’avez-vous connu ?"
        reading = limesurvey(
            (f"G01Q02. {question} [Presse]", ["Oui", "Non"] * 10), (f"G01Q02. {question} [Réseaux]", ["Oui", "Oui", "Non", "Non"] * 5),
            (f"G01Q02. {question} [Autre]", ["Ma voisine Julie"] + [""] * 19),
        )  # fmt: skip
        assert said(reading) == {question: {"Presse": "10", "Réseaux": "10"}}
        assert "Julie" not in str(reading)
        assert {row["answers"] for row in reading.tables[0].rows} == {"20"}

    def test_may_stand_in_one_cell(self) -> None:
        reading = read(
            table(
                [["CLE", "DATE_SAISIE", "Supports"], *[[at, "12/03/2024", "Malle ; Jeu" if at % 2 else "Jeu"] for at in range(12)]],
                ";",
                "cp1252",
            ),
            given("sphinx.csv"),
        )
        assert said(reading) == {"Supports": {"Jeu": "12", "Malle": "6"}}
        assert reading.tables[0].path == "data/questionnaire-sphinx.csv"

    def test_of_a_table_of_questions_is_a_series_for_each_line(self) -> None:
        reading = limesurvey(("Qualité [Accueil]", ["Bien", "Moyen"] * 5), ("Qualité [Panneaux]", ["Moyen", "Bien", "Bien", "Bien"] * 3))
        assert said(reading) == {"Qualité – Accueil": {"Bien": "5", "Moyen": "5"}, "Qualité – Panneaux": {"Bien": "9", "Moyen": "3"}}


class TestFramaforms:
    def test_has_its_headings_in_three_rows(self) -> None:
        rows: list[list[Any]] = [
            ["Bilan", *[""] * 7],
            ["", "", "", "", "Comment avez-vous connu ?", "", "", ""],
            ["Serial", "SID", "Submitted Time", "IP Address", "Presse", "Radio", "Satisfaction", "Courriel"],
        ]
        rows += [
            [at, at, "2024-05-01 10:00", "192.0.2.7", "X" if at % 2 else "", "X" if at % 3 else "", SATISFIED[at % 2], f"a{at}@exemple.fr"]
            for at in range(20)
        ]
        reading = read(table(rows, ","), given("framaforms.csv"))
        assert said(reading) == {
            "Comment avez-vous connu ?": {"Radio": "13", "Presse": "10"},
            "Satisfaction": {"Très satisfait": "10", "Satisfait": "10"},
        }
        assert "exemple.fr" not in str(reading)
        assert "192.0.2" not in str(reading)


class TestANumber:
    def test_has_a_sum_where_it_is_counted_and_a_mean(self) -> None:
        reading = limesurvey(("Combien de visiteurs ?", [20, 30, 40, 50]), ("Âge de l’enfant", [12, 15, 19, 22]))
        assert said(reading) == {"Combien de visiteurs ?": {"Somme": "140", "Moyenne": "35"}, "Âge de l’enfant": {"Moyenne": "17"}}

    def test_that_is_a_grade_is_counted_too_and_its_mean_said_only_beside_every_grade(self) -> None:
        assert said(limesurvey(("Note de 0 à 10", [8, 9, 10] * 4))) == {
            "Note de 0 à 10": {"8": "4", "9": "4", "10": "4"},
            "Note de 0 à 10 – moyenne": {"Moyenne": "9"},
        }
        assert set(said(limesurvey(("Note de 0 à 10", [8, 9, 10] * 4 + [1])))) == {"Note de 0 à 10"}

    @pytest.mark.parametrize("heading", ["Code postal", "Année de naissance", "Numéro de SIRET"])
    def test_that_is_no_amount_is_left_out(self, heading: str) -> None:
        reading = limesurvey((heading, [80000, 59000, 62000, 2100]), ("Satisfaction", ["Bien"] * 4))
        assert set(said(reading)) == {"Satisfaction"}

    def test_that_hardly_anybody_makes_is_left_out(self) -> None:
        assert said(limesurvey(("Combien de visiteurs ?", [0, 0, 0, 250, 12]))) == {}


class TestWhatIsNeverWritten:
    def test_is_whatever_says_who_or_what_somebody_thinks_in_words(self) -> None:
        secret = ["Marie Dupont", "julie@exemple.fr", "06 12 34 56 78", "12 rue des Tanneurs", "Collège des Étangs", "Abbeville"]
        reading = limesurvey(
            ("Votre nom", [secret[0]] * 9), ("Mail", [secret[1]] * 9), ("Rappel", [secret[2]] * 9), ("Où", [secret[3]] * 9), ("Établissement", [secret[4]] * 9),
            ("Commune", [secret[5]] * 9), ("Commentaires", ["RAS"] * 9), ("Votre avis", [f"Un avis {at}" for at in range(9)]), ("Satisfaction", ["Bien"] * 9),
        )  # fmt: skip
        assert said(reading) == {"Satisfaction": {"Bien": "9"}}
        assert not [word for word in (*secret, "RAS", "Un avis") if word in str(reading)]
        assert len(reading.refused) == 8

    def test_is_what_a_spreadsheet_would_calculate(self) -> None:
        reading = limesurvey(("=Public", ["=cmd|' /C calc'!A0"] * 5 + ["+ de 5 fois"] * 4 + ["-5"] * 3))
        cells = [text for one in reading.tables for row in one.rows for text in row.values()]
        assert "plus de 5 fois" in cells
        assert not [text for text in cells if text.startswith(("=", "+", "@"))]

    def test_is_an_answer_that_was_not_sent(self) -> None:
        rows = [["id", "submitdate", "Satisfaction"], *[[at, "2025-01-02 10:00" if at < 9 else "", "Bien"] for at in range(12)]]
        assert said(read(table(rows, ","), given("enquete.csv"))) == {"Satisfaction": {"Bien": "9"}}

    @settings(max_examples=80, deadline=None)
    @whatever(
        strategies.lists(
            strategies.tuples(
                strategies.sampled_from("abcd"), strategies.sampled_from(["", "x", "y", "z"]), strategies.sampled_from(["Oui", "Non", ""])
            ),
            min_size=1,
            max_size=40,
        )
    )
    def test_is_a_count_under_three_whatever_was_answered(self, answers: list[tuple[str, str, str]]) -> None:
        try:
            reading = limesurvey(
                ("Sorte", [f"sorte {one}" for one, _two, _three in answers]),
                ("Genre", [two and f"genre {two}" for _one, two, _three in answers]),
                ("Q [Un]", [three for *_others, three in answers]),
                ("Q [Deux]", [three for *_others, three in reversed(answers)]),
            )
        except UnreadableSource:
            return
        for one in reading.tables:
            for row in one.rows:
                assert int(row["value"]) >= 3
                assert int(row["answers"]) >= 3
        # What is written of each question is what was answered, counted otherwise.
        sorts = Counter(f"sorte {one}" for one, _two, _three in answers)
        for title, value in said(reading).get("Sorte", {}).items():
            assert title == "Autres réponses" or sorts[title] == int(value)


def test_what_is_written_passes_the_check(tmp_path: Any) -> None:
    reading = limesurvey(
        ("Êtes-vous satisfait ?", [SATISFIED[at % 4] for at in range(30)]),
        ("Combien de visiteurs ?", [20, 30.5] * 15),
        ("Public ; « tous »", ["École, classe", "Collège"] * 15),
    )
    rows = reading.tables[0].rows
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "enquete.csv").write_bytes(table([list(rows[0]), *[list(row.values()) for row in rows]]))
    figures, problems = read_figures(tmp_path)
    assert not [problem for problem in problems if problem.code.startswith("E")]
    assert len(figures) == len(rows)


def test_an_export_may_be_a_workbook() -> None:
    rows = [["Horodateur", "id", "Satisfaction"], *[["2026-01-05", at, SATISFIED[at % 2]] for at in range(8)]]
    assert said(read(xlsx({"Réponses": rows, "Autre": [["x"]]}), given("bilan.xlsx"))) == {
        "Satisfaction": {"Très satisfait": "4", "Satisfait": "4"}
    }


@pytest.mark.parametrize("data", [b"", b"bonjour", b"a\nb\nc", b"%PDF"])
def test_what_is_no_export_says_so(data: bytes) -> None:
    with pytest.raises(UnreadableSource):
        read(data, given("enquete.csv"))


def test_what_stands_on_no_scale_comes_by_how_many_chose_it() -> None:
    assert in_order({"Radio": 3, "Presse": 9, "Ne sait pas": 20}) == [("Presse", 9), ("Radio", 3), ("Ne sait pas", 20)]
    assert [choice for choice, _count in in_order({"Non": 9, "Plutôt oui": 1, "Oui": 3})] == ["Oui", "Plutôt oui", "Non"]
