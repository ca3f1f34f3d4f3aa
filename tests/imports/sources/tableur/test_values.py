from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies

from imports.sheets.workbook import Cell
from imports.sources.tableur.columns.columns import column
from imports.sources.tableur.values.cells import dated, town, value
from imports.sources.tableur.values.lists import Words, entries, levels, vocabulary_words
from imports.sources.tableur.values.reach import reached
from imports.sources.tableur.values.showings import showings
from imports.sources.tableur.values.sizes import sizes
from imports.sources.tableur.values.taking import NotTaken
from support_sheets import HUB


def said(kind: str, heading: str, text: str, sort: str = "text") -> object:
    found = column(kind, heading)
    assert found is not None
    return value(kind, found, Cell(text, sort), HUB)


class TestANumber:
    @pytest.mark.parametrize(
        ("heading", "text", "number"),
        [
            ("Poids", "45 kg", "45"), ("Poids", "45", "45"), ("Poids (g)", "4500", "4.5"), ("Hauteur", "2 m", "200"), ("Hauteur", "200", "200"),
            ("Hauteur (m)", "2", "200"), ("Durée max", "3 semaines", "21"), ("Durée de prêt (semaines)", "3", "21"), ("Montage", "1h30", "90"),
            ("Montage (h)", "2", "120"), ("Valeur", "1 200 €", "1200"), ("Volume", "0,8", "0.8"), ("Nb panneaux", "12 panneaux", "12"),
            ("weight_kg", "7", "7"),
        ],
    )  # fmt: skip
    def test_is_in_the_unit_of_its_key(self, heading: str, text: str, number: str) -> None:
        assert said("exhibition", heading, text) == number

    @pytest.mark.parametrize(
        ("heading", "text"),
        [
            ("Hauteur", "2"),
            ("Montage", "2"),
            ("Durée max", "3"),
            ("Poids", "env. 45 kg"),
            ("Poids", "1.200 kg"),
            ("Durée max", "1 mois"),
            ("Poids", "lourd"),
        ],
    )
    def test_that_may_mean_two_things_is_not_taken(self, heading: str, text: str) -> None:
        with pytest.raises(NotTaken):
            said("exhibition", heading, text)

    def test_of_a_telephone_gets_back_the_zero_that_the_spreadsheet_took(self) -> None:
        assert said("organisation", "Téléphone", "322936985", "number") == "0322936985"
        assert said("event", "CP", "2100", "number") == "02100"


class TestASize:
    @pytest.mark.parametrize(
        ("text", "made"),
        [
            ("2 x 3 m", ("200", "300", "")), ("200 × 300 cm", ("200", "300", "")), ("L 60 x l 40 x H 45 cm", ("60", "45", "40")),
            ("80x200", ("80", "200", "")), ("H 200 x L 80 cm", ("80", "200", "")), ("2,20 m sur 85 cm", ("220", "85", "")),
            ("80 x 200 x 3 cm", ("80", "200", "3")), ("60 x 40 x 45 cm", ("60", "45", "40")),
        ],
    )  # fmt: skip
    def test_is_its_sides_in_centimetres(self, text: str, made: tuple[str, str, str]) -> None:
        found = sizes(text)
        assert tuple(found.get(f"{side}_cm", "") for side in ("width", "height", "depth")) == made

    def test_may_have_the_number_of_panels_before_it(self) -> None:
        assert sizes("12 panneaux de 80 x 200 cm")["panels"] == "12"

    @pytest.mark.parametrize("text", ["2 x 3", "variable", "2 m", "1 x 2 x 3 x 4 m", "H 2 m x H 3 m", "9" * 5000])
    def test_in_doubt_is_not_taken(self, text: str) -> None:
        with pytest.raises(NotTaken):
            sizes(text)

    @given(
        strategies.integers(1, 900),
        strategies.integers(1, 900),
        strategies.sampled_from([("mm", 0.1), ("cm", 1), ("m", 100)]),
        strategies.sampled_from(["x", " x ", "×", " sur "]),
    )
    def test_with_its_unit_is_always_what_it_says(self, width: int, height: int, unit: tuple[str, float], between: str) -> None:
        found = sizes(f"{width}{between}{height} {unit[0]}")
        assert float(found["width_cm"]) == pytest.approx(width * unit[1])
        assert float(found["height_cm"]) == pytest.approx(height * unit[1])


class TestADay:
    @pytest.mark.parametrize("text", ["05/12/2026", "5 décembre 2026", "samedi 5 décembre 2026", "2026-12-05", "5/12/26", "46361"])
    def test_is_understood_in_every_spelling(self, text: str) -> None:
        assert dated(Cell(text), "day", HUB) == "2026-12-05"

    @given(strategies.dates(date(1990, 1, 1), date(2060, 1, 1)))
    def test_as_a_number_is_so_many_days_since_1899(self, day: date) -> None:
        assert dated(Cell(str((day - date(1899, 12, 30)) // timedelta(1)), "number"), "day", HUB) == day.isoformat()

    def test_and_its_hour_may_be_a_number(self) -> None:
        assert dated(Cell("46361.604166667"), "moment", HUB) == "2026-12-05 14:30"

    @pytest.mark.parametrize("text", ["mi-octobre", "05/13/2026", "à définir", "31/02/2026"])
    def test_that_is_none_is_not_taken(self, text: str) -> None:
        with pytest.raises(NotTaken):
            dated(Cell(text), "day", HUB)


class TestShowings:
    @pytest.mark.parametrize(
        ("parts", "slots"),
        [
            ({"@day": "05/12/2026", "@from": "14h", "@to": "16:30"}, [("2026-12-05 14:00", "2026-12-05 16:30")]),
            ({"@day": "05/12/2026", "@hours": "14h-18h"}, [("2026-12-05 14:00", "2026-12-05 18:00")]),
            ({"start": "05/12/2026", "@until": "07/12/2026"}, [("2026-12-05", "2026-12-07")]),
            ({"start": "05/12/2026", "@until": "06/12/2026", "@from": "10:00", "@to": "12:00"}, [("2026-12-05 10:00", "2026-12-05 12:00"), ("2026-12-06 10:00", "2026-12-06 12:00")]),
            ({"@day": "05/12/2026", "@from": "21:00", "@to": "01:00"}, [("2026-12-05 21:00", "2026-12-06 01:00")]),
            ({"@slots": "samedi 5 et dimanche 6 décembre 2026 de 14h à 18h"}, [("2026-12-05 14:00", "2026-12-05 18:00"), ("2026-12-06 14:00", "2026-12-06 18:00")]),
            ({"@day": "46361", "@from": "0.583333333", "@to": "0.666666667"}, [("2026-12-05 14:00", "2026-12-05 16:00")]),
            ({"start": "2026-12-05 14:00", "@until": "2026-12-05 16:00"}, [("2026-12-05 14:00", "2026-12-05 16:00")]),
            ({"@day": "2026-12-05"}, [("2026-12-05", None)]),
            ({"@slots": "samedi 5 décembre 2026", "@hours": "20h-23h"}, [("2026-12-05 20:00", "2026-12-05 23:00")]),
            ({"@slots": "5 et 6/12/2026", "@hours": "14h à 17h"}, [("2026-12-05 14:00", "2026-12-05 17:00"), ("2026-12-06 14:00", "2026-12-06 17:00")]),
        ],
    )  # fmt: skip
    def test_are_joined_from_the_columns_that_say_them(self, parts: dict[str, str], slots: list[tuple[str, str | None]]) -> None:
        found = showings({role: Cell(text) for role, text in parts.items()}, HUB)
        assert [(slot["start"], slot.get("end")) for slot in found] == slots

    @pytest.mark.parametrize(
        "parts",
        [{"@from": "14h"}, {"@day": "bientôt"}, {"@day": "05/12/2026", "@hours": "l’après-midi"}, {"@day": "05/12/2026", "@to": "16h"}],
    )
    def test_in_doubt_are_not_taken(self, parts: dict[str, str]) -> None:
        with pytest.raises(NotTaken):
            showings({role: Cell(text) for role, text in parts.items()}, HUB)


class TestAList:
    def test_is_parted_by_what_nothing_else_is(self) -> None:
        assert entries("marais ; oiseaux, le jour") == ["marais", "oiseaux, le jour"]
        assert entries("marais, oiseaux / dunes") == ["marais", "oiseaux", "dunes"]
        assert entries("• marais\n• oiseaux") == ["marais", "oiseaux"]

    def test_of_the_region_s_words_knows_labels_with_an_and_inside(self) -> None:
        found = vocabulary_words("Industrie et technologies, astronomie et Santé / Alchimie", HUB.themes)
        assert found == Words(("industrie-technologies", "astronomie", "sante"), ("Alchimie",))

    @pytest.mark.parametrize(
        ("text", "found"),
        [("CM1-CM2", ["cm1", "cm2"]), ("Cycle 3", ["cycle-3"]), ("CP à CE2", ["cp", "ce1", "ce2"]), ("6e, 5e ; lycée", ["6e", "5e", "lycee"]), ("de la 6e à la 3e", ["6e", "5e", "4e", "3e"])],
    )  # fmt: skip
    def test_of_school_levels_is_each_class(self, text: str, found: list[str]) -> None:
        assert levels(text) == found

    def test_of_what_a_trunk_holds_says_how_many(self) -> None:
        assert said("exhibition", "Contenu", "12 panneaux ; loupes x 5\n2 livrets") == [
            {"quantity": "12", "item": "panneaux"},
            {"quantity": "5", "item": "loupes"},
            {"quantity": "2", "item": "livrets"},
        ]


class TestAGroup:
    def test_of_a_price_is_what_words_say(self) -> None:
        assert said("exhibition", "Tarif", "120 € / semaine") == {"free": "false", "amount": "120", "per": "semaine"}
        assert said("exhibition", "Tarif", "gratuit") == {"free": "true"}
        assert said("exhibition", "Tarif", "60", "number") == {"free": "false", "amount": "60"}
        assert said("exhibition", "Tarif", "0", "number") == {"free": "true"}
        assert said("event", "Tarif", "4 €, gratuit pour les moins de 12 ans") == {
            "free": "false",
            "text": "4 €, gratuit pour les moins de 12 ans",
        }

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("80100 Abbeville", {"postcode": "80100", "city": "Abbeville"}),
            ("Abbeville (80)", {"city": "Abbeville"}),
            ("Abbeville, Somme", {"city": "Abbeville"}),
            ("Abbeville (62)", {"city": "Abbeville (62)"}),
            ("Lens", {"city": "Lens"}),
        ],
    )
    def test_of_a_town_has_its_postcode_where_it_stands_there(self, text: str, found: dict[str, str]) -> None:
        assert town(text, HUB) == found


class TestReach:
    def test_is_a_service_s_alone(self) -> None:
        assert reached("Accueil du musée – 03 22 00 00 00, contact@exemple.fr") == (
            {"name": "Accueil du musée", "email": "contact@exemple.fr", "phone": "03 22 00 00 00"},
            False,
        )

    @pytest.mark.parametrize("text", ["Mme Dupont", "Dupont", "marie.dupont@exemple.fr", "06 12 34 56 78", "Marie Dupont 06 12 34 56 78"])
    def test_of_a_person_is_nothing(self, text: str) -> None:
        assert reached(text) == ({}, True)

    def test_keeps_the_service_beside_a_person(self) -> None:
        found = reached("Marie Dupont, 03 22 00 00 00")
        assert found == ({"phone": "03 22 00 00 00"}, True)
