from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from contributions.judging.certain import errors_of
from contributions.models import KINDS
from imports.sources.tableur import read
from imports.sources.tableur.template import SHEETS, columns_of
from imports.taken import Reading, Taken
from support_sheets import HUB, given, ods, table, xlsx


def tools(*rows: Sequence[Any], heads: Sequence[str] = ("Réf.", "Titre", "Poids (kg)", "Propriétaire")) -> Reading:
    return read(xlsx({"Outils": [heads, *rows]}), given())


def only(reading: Reading) -> Taken:
    (taken,) = reading.taken
    return taken


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(one.at, one.message) for one in reading.refused]


class TestASheet:
    def test_is_read_the_same_from_every_format(self) -> None:
        rows = [["Réf.", "Titre", "Poids (kg)", "Thème"], ["A-1", "Malle à fossiles", 12, "Santé"]]
        text = [[str(cell) for cell in row] for row in rows]
        files = [
            xlsx({"Outils": rows}),
            ods({"Outils": rows}),
            table(text),
            table(text, ","),
            table(text, "\t", "utf-16"),
            table(text, ";", "cp1252"),
            table(text, ";", "mac_roman"),
            table(text, ";", "utf-8-sig"),
            table(text, ";", "cp850"),
        ]
        values = [only(read(data, given("outils.xlsx"))).values for data in files]
        assert values == [{"title": "Malle à fossiles", "format": {"weight_kg": "12"}, "themes": ["sante"]}] * len(files)

    def test_may_have_titles_above_its_headings_and_empty_rows_and_columns(self) -> None:
        rows = [
            ["Fonds 2026"],
            [],
            [None, None, "Titre", None, "Poids (kg)"],
            [],
            [None, None, "Malle", None, 5],
            [],
            [None, None, "Jeu", None, 6],
        ]
        reading = read(xlsx({"Outils": rows}), given())
        assert [(one.at, one.values) for one in reading.taken] == [
            ("feuille Outils, ligne 5", {"title": "Malle", "format": {"weight_kg": "5"}}),
            ("feuille Outils, ligne 7", {"title": "Jeu", "format": {"weight_kg": "6"}}),
        ]
        assert not reading.refused

    def test_may_have_headings_in_two_rows_of_which_one_spans_the_other(self) -> None:
        above, below = ["Titre", "Lieu", None, None, "Date"], [None, "Nom", "Adresse", "Commune", None]
        rows = [above, below, ["Nuit noire", "Salle des fêtes", "1 rue du Port", "Laon", "05/12/2026"]]
        merged = [("Agenda", "A1:A2"), ("Agenda", "B1:D1"), ("Agenda", "E1:E2")]
        for data in (xlsx({"Agenda": rows}, merged), table([[cell or "" for cell in row] for row in rows])):
            assert only(read(data, given("agenda.csv"))).values == {
                "title": "Nuit noire", "place": {"name": "Salle des fêtes", "address": "1 rue du Port", "city": "Laon"}, "slots": [{"start": "2026-12-05"}],
            }  # fmt: skip

    def test_gives_a_merged_cell_to_all_its_rows(self) -> None:
        rows = [["Titre", "Propriétaire"], ["Malle", "Musée"], ["Jeu", None], ["Défi", "Atelier"]]
        reading = read(xlsx({"Outils": rows}, [("Outils", "B2:B3")]), given())
        assert [one.organiser for one in reading.taken] == ["Musée", "Musée", "Atelier"]

    def test_without_headings_is_told_and_the_others_are_read(self) -> None:
        reading = read(xlsx({"Outils": [["Titre", "Poids (kg)"], ["Malle", 5]], "Notes": [["à", "voir"], ["un", "jour"]]}), given())
        assert len(reading.taken) == 1
        assert told(reading) == [("feuille Notes", "Aucune ligne n’y nomme les colonnes : cette feuille n’est pas lue.")]

    def test_takes_its_kind_from_its_name_its_columns_or_its_file(self) -> None:
        assert only(read(xlsx({"Articles": [["Titre", "Résumé"], ["Une", "Deux."]]}), given())).kind == "article"
        assert only(read(xlsx({"Feuil1": [["Titre", "Date", "Ville"], ["Une", "05/12/2026", "Laon"]]}), given())).kind == "event"
        assert only(read(xlsx({"Feuil1": [["Titre", "Résumé"], ["Une", "Deux."]]}), given("ressources-2026.xlsx"))).kind == "resource"

    def test_tells_columns_that_were_guessed_or_not_understood(self) -> None:
        reading = tools(["Malle", "2 x 3 m", "à ranger"], heads=("Titre", "Dimentions", "Emplacement"))
        assert told(reading) == [
            ("feuille Outils, ligne 1, colonne Dimentions", "Cette colonne est lue comme « Dimensions » : vérifiez, ou donnez-lui ce nom."),
            ("feuille Outils, ligne 1, colonne Emplacement", "Cette colonne n’est pas comprise : 1 case n’est pas reprise."),
        ]

    def test_passes_over_totals_titles_of_sections_and_headings_that_come_again(self) -> None:
        heads = ("Réf.", "Titre", "Poids (kg)", "Propriétaire")
        reading = tools(["Les malles"], ["1", "Malle", 5, "Musée"], heads, ["Total", None, 5, None])
        assert len(reading.taken) == 1
        assert [one.at for one in reading.refused] == ["feuille Outils, ligne 2", "feuille Outils, ligne 5"]


class TestARow:
    def test_goes_on_where_one_of_its_cells_cannot_be_taken(self) -> None:
        reading = tools(["1", "Malle", "lourd", "Musée"])
        assert only(reading).values == {"title": "Malle"}
        assert told(reading)[0][0] == "feuille Outils, ligne 2, colonne Poids (kg)"

    def test_without_a_title_is_told(self) -> None:
        assert told(tools(["1", None, 5, "Musée"])) == [
            ("feuille Outils, ligne 2", "Cette ligne n’a pas de titre : elle n’est pas reprise.")
        ]

    def test_is_the_same_wherever_it_stands(self) -> None:
        rows = [["A", "Malle", 5, "Musée"], ["B", "Jeu", 6, "Musée"]]
        assert {one.id for one in tools(*rows).taken} == {one.id for one in tools([], *reversed(rows)).taken}

    def test_is_known_by_its_owner_s_reference_and_else_by_its_title(self) -> None:
        assert only(tools(["12", "Malle", 5, "Musée"])).id == "exhibition/musee/12"
        assert only(tools(["12", "Malle aux étoiles", 5, "Musée"])).id == only(tools(["12", "Malle", 5, "Musée"])).id
        assert only(tools([None, "Malle", 5, "Musée"])).id == "exhibition/musee/malle"
        assert only(tools(["12", "Malle", 5, None])).id == "exhibition/fonds/12"

    def test_of_the_same_name_and_owner_is_told_and_not_taken_twice(self) -> None:
        reading = tools([None, "Malle", 5, "Musée"], [None, "Malle", 6, "Musée"], [None, "Malle", 7, "Atelier"])
        assert len(reading.taken) == 2
        assert told(reading)[0][0] == "feuille Outils, ligne 3"

    def test_says_its_old_address_as_a_path(self) -> None:
        reading = tools(
            ["Malle", "https://ancien.example/expos/12?page=2"], ["Jeu", "../../etc/passwd"], heads=("Titre", "ancienne_adresse")
        )
        assert [one.values.get("aliases") for one in reading.taken] == [["/expos/12"], None]
        assert "n’est pas une ancienne adresse" in told(reading)[0][1]

    def test_leaves_words_that_are_none_of_the_region_s_to_the_map(self) -> None:
        taken = only(tools(["Malle", "Santé, Alchimie", "Bricolage", "retraités"], heads=("Titre", "Thème", "Type", "Public")))
        assert taken.values == {"title": "Malle", "themes": ["sante"]}
        assert taken.words == ("Alchimie", "Bricolage", "retraités")

    def test_with_a_long_description_has_a_short_summary_and_all_of_it_below(self) -> None:
        text = "Une malle pour toucher des fossiles. " * 12
        taken = only(tools(["Malle", text], heads=("Titre", "Description")))
        assert 0 < len(taken.values["summary"]) <= 200
        assert taken.body == text.strip()

    def test_is_free_where_its_price_is_nothing(self) -> None:
        reading = tools(["Malle", 0], ["Jeu", 60], heads=("Titre", "Tarif semaine (€)"))
        assert [one.values["price"] for one in reading.taken] == [{"free": "true"}, {"amount": "60", "per": "semaine", "free": "false"}]

    def test_has_a_picture_of_the_web_fetched_and_one_of_content_named(self) -> None:
        heads = ("Titre", "Image", "Texte alternatif", "Crédit photo")
        reading = tools(
            ["Malle", "https://exemple.fr/a.jpg", "Une malle", "Musée"],
            ["Jeu", "images/jeu.jpg", "Un jeu", "Musée"],
            ["Défi", "C:\\photos\\a.jpg", "", ""],
            heads=heads,
        )
        assert reading.taken[0].pictures[0].url == "https://exemple.fr/a.jpg"
        assert reading.taken[1].values["image"] == {"src": "images/jeu.jpg", "alt": "Un jeu", "credit": "Musée"}
        assert "n’est ni une adresse web" in told(reading)[0][1]


class TestAnEvent:
    def test_with_a_row_for_each_showing_is_one(self) -> None:
        rows = [
            ["Titre", "Date", "Horaires", "Lieu", "Ville"],
            ["Nuit", "05/12/2026", "14h-16h", "Salle", "Laon"],
            ["Nuit", "06/12/2026", "14h-16h", "Salle", "Laon"],
            ["Nuit", "07/12/2026", "10h-12h", "Halle", "Lens"],
        ]
        slots = only(read(xlsx({"Agenda": rows}), given())).values["slots"]
        assert [slot["start"] for slot in slots] == ["2026-12-05 14:00", "2026-12-06 14:00", "2026-12-07 10:00"]
        assert slots[2]["place"] == {"name": "Halle", "city": "Lens"}

    def test_keeps_its_own_booking_contact(self) -> None:
        rows = [["Titre", "Date", "Courriel de réservation", "Contact"], ["Nuit", "05/12/2026", "julie@exemple.fr", "Julie Martin"]]
        reading = read(xlsx({"Agenda": rows}), given())
        assert only(reading).values["booking"] == {"email": "julie@exemple.fr"}
        assert "Julie" not in str(reading)


class TestPersons:
    def test_are_never_in_what_is_read_and_are_told_once_a_column(self) -> None:
        heads = ("Titre", "Responsable", "Contact", "Propriétaire", "Courriel")
        reading = tools(
            *[
                [f"Malle {number}", "Marie Dupont", "Mme Lefebvre 06 12 34 56 78", "Paul Martin", "paul.martin@exemple.fr"]
                for number in range(9)
            ],
            heads=heads,
        )
        assert len(reading.taken) == 9
        assert not [word for word in ("Dupont", "Lefebvre", "06 12", "Martin", "paul.martin") if word in str(reading)]
        assert [at for at, _why in told(reading)] == [f"feuille Outils, colonne {head}" for head in heads[1:]]


@pytest.mark.parametrize("kind", ["event", "exhibition", "article", "announcement", "resource", "organisation", "programme"])
def test_whatever_is_typed_nothing_but_what_is_missing_is_wrong_with_what_is_taken(kind: str) -> None:
    heads = [one.heading for one in columns_of(kind, HUB)][1:]
    for text in (
        "x",
        "12",
        "oui",
        "2 x 3 m",
        "05/12/2026",
        "=1+1",
        "a@b",
        "https://exemple.fr/",
        "Laon",
        "\u200b",
        "[x](y)",
        "<b>x</b>",
        "- a\n- b",
    ):
        reading = read(xlsx({SHEETS[kind]: [heads, ["Un titre", *[text] * (len(heads) - 1)]]}), given())
        for taken in reading.taken:
            wrong = [error for error in errors_of(KINDS[kind], taken.values, HUB.vocabularies) if error["type"] not in {"missing", "E102"}]
            assert not wrong


def test_what_is_told_never_quotes_a_person() -> None:
    reading = tools(["Malle", "Mme Lefebvre", "Marie Dupont"], heads=("Titre", "Courriel", "Poids (kg)"))
    assert not [name for name in ("Lefebvre", "Dupont") if name in str(reading)]
    assert len(reading.refused) == 2
