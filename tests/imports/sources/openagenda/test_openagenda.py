"""Agendas of OpenAgenda and of OpenDataSoft's data set: each shape by a file, each key by what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from imports.sources import openagenda
from imports.taken import Picture, UnreadableSource
from support_agendas import agenda, as_json, given, one, refusals
from support_golden import golden

HERE = Path(__file__).parent
FILES = sorted(file.name for file in HERE.iterdir() if file.suffix in {".csv", ".json"})
PERSONS = ("Jeanne", "jeanne.martin", "Paul Leroy", "paul.leroy", "06 11 22 33 44", "Marie Petit", "marie.petit")


@pytest.mark.parametrize("name", FILES)
def test_an_answer_of_each_shape_is_read_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    reading = openagenda.read((HERE / name).read_bytes(), given(name))
    golden(request, f"imports/openagenda-{name.removesuffix('.json')}.json", as_json(reading))


@pytest.mark.parametrize("name", FILES)
def test_nobody_who_typed_it_is_read(name: str) -> None:
    said = as_json(openagenda.read((HERE / name).read_bytes(), given(name)))
    assert not [person for person in PERSONS if person in said]


def test_the_same_events_are_the_same_in_each_shape_of_opendatasoft() -> None:
    readings = [
        openagenda.read((HERE / name).read_bytes(), given(name)) for name in ("records-1.0.json", "explore-2.1.json", "export-2.1.json")
    ]
    events = [[(event.id, event.values, event.body, event.words, event.pictures) for event in reading.taken] for reading in readings]
    assert events[0] == events[1] == events[2]


def test_a_table_that_an_agenda_was_saved_as_is_wholly_known() -> None:
    assert openagenda.read((HERE / "table.csv").read_bytes(), given("table.csv")).refused == ()


@pytest.mark.parametrize("text", ["", "bonjour", "a;b\n1;2\n", "<html>\n<p>Erreur</p>"])
def test_what_is_neither_an_answer_nor_a_table_is_told(text: str) -> None:
    with pytest.raises(UnreadableSource):
        openagenda.read(text.encode(), given("agenda.txt"))


def test_one_event_by_itself_is_not_all_that_there_is() -> None:
    assert not openagenda.read((HERE / "v2-event.json").read_bytes(), given()).whole


class TestWhatIsTaken:
    @pytest.mark.parametrize(("state", "said"), [(-1, "refusé"), (0, "à modérer"), (1, "prêt à publier")])
    def test_only_what_its_agenda_has_published(self, state: int, said: str) -> None:
        reading = agenda({"uid": 1, "title": "Les marées", "state": state})
        assert not reading.taken
        assert [(refusal.at, refusal.message) for refusal in reading.refused] == [
            ("events[0]", f"Cet événement n’est pas publié dans son agenda (état : {said}) : il n’est pas pris.")
        ]

    def test_what_has_no_identity_or_no_title_is_told(self) -> None:
        reading = agenda({"title": "Les marées"}, {"uid": 2, "title": {"fr": " "}}, "rien", {"uid": 3, "title": "Le sel"})
        assert [event.id for event in reading.taken] == ["3"]
        assert [refusal.at for refusal in reading.refused] == ["events[0]", "events[1]", "events[2]"]

    def test_what_has_no_title_any_more_is_still_there(self) -> None:
        reading = agenda({"uid": 2, "title": {"fr": " "}}, {"uid": 3, "title": "Le sel", "state": 0})
        assert [refusal.id for refusal in reading.refused] == ["2", ""]

    def test_an_identity_is_taken_once(self) -> None:
        same, other = {"uid": 1, "title": "Les marées"}, {"uid": 1, "title": "Le sel"}
        assert not agenda(same, same).refused
        assert [refusal.at for refusal in agenda(same, other).refused] == ["events[1]"]


class TestWords:
    def test_are_in_the_hub_s_language_first(self) -> None:
        assert one(title={"en": "Tides", "fr": "Les marées"}).values["title"] == "Les marées"

    def test_of_another_language_say_so(self) -> None:
        values = one(title={"en": "Tides"}).values
        assert (values["title"], values["lang"]) == ("Tides", "en")

    def test_a_title_has_no_mark_up(self) -> None:
        assert one(title="Les <b>marées</b> &amp; le sel\n\u202e").values["title"] == "Les marées & le sel"

    def test_a_summary_is_cut_at_a_word_and_said_whole_in_the_body(self) -> None:
        said = "Des mots sur la mer, le vent et le sel. " * 8
        event = one(description=said)
        assert len(event.values["summary"]) <= 200
        assert " ".join(said.split()) in event.body

    def test_a_long_text_runs_nothing(self) -> None:
        for text in (
            "<p>a</p><script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "[a](javascript:alert(1))",
            "<iframe src='//x'></iframe>",
        ):
            body = one(longDescription={"fr": text}).body
            assert not [part for part in ("<", "onerror", "javascript", "alert(1)</") if part in body], body

    def test_keywords_come_from_lists_and_from_text(self) -> None:
        assert one(keywords={"fr": ["mer", "sel", "mer"]}).values["keywords"] == ["mer", "sel"]
        assert one(keywords="mer, sel").values["keywords"] == ["mer", "sel"]

    def test_the_agenda_s_own_fields_are_words_for_the_map(self) -> None:
        event = one(
            keywords={"fr": ["mer"]},
            type={"id": 3, "label": {"fr": "Atelier"}},
            themes=[{"label": "Physique"}],
            tagGroups=[{"tags": [{"label": "Famille"}]}],
        )
        assert event.words == ("mer", "Famille", "Atelier", "Physique")


class TestPlaces:
    def test_one_that_misses_is_nothing_to_tell(self) -> None:
        assert "place" not in one(location=None).values
        assert refusals(location=None) == []

    @pytest.mark.parametrize("code", ["2700", 2700, "02700", 2700.0])
    def test_a_postcode_that_lost_its_nought_has_it_again(self, code: Any) -> None:
        assert one(location={"city": "Tergnier", "postalCode": code}).values["place"]["postcode"] == "02700"

    @pytest.mark.parametrize(
        "point",
        [{"lat": 50.1, "lon": 1.8}, [50.1, 1.8], "50.1, 1.8", {"type": "Point", "coordinates": [1.8, 50.1]}, '{"lat": 50.1, "lon": 1.8}'],
    )
    def test_a_point_is_read_in_every_shape(self, point: Any) -> None:
        place = one(location_city="Abbeville", location_coordinates=point).values["place"]
        assert (place["lat"], place["lon"]) == ("50.1", "1.8")

    @pytest.mark.parametrize("point", [[0, 0], [91, 1], [1], "ici", {"lat": "nord"}, [None, None], True])
    def test_what_is_no_point_is_none(self, point: Any) -> None:
        assert set(one(location_city="Abbeville", location_coordinates=point).values["place"]) == {"city"}

    def test_a_town_abroad_says_its_country(self) -> None:
        place = one(location={"name": "Mundaneum", "city": "Mons", "postalCode": "7000", "countryCode": "BE"}).values["place"]
        assert place == {"name": "Mundaneum", "city": "Mons (Belgique)"}

    def test_a_code_that_is_none_is_told(self) -> None:
        assert refusals(location={"city": "Creil", "postalCode": "CEDEX"}) == [
            ("events[0].location.postalCode", "« CEDEX » n’est pas un code de cinq chiffres.")
        ]

    def test_modes_are_those_of_the_hub(self) -> None:
        assert "mode" not in one(attendanceMode=1).values
        assert one(attendanceMode=2, onlineAccessLink="https://a.example/b").values["online_url"] == "https://a.example/b"
        assert one(attendanceMode='{"id": 3, "label": {"fr": "Mixte"}}').values["mode"] == "mixte"
        assert one(attendanceMode="En ligne").values["mode"] == "en-ligne"


class TestStates:
    @pytest.mark.parametrize(
        ("status", "said"),
        [(1, None), (2, "reprogramme"), (3, "passe-en-ligne"), (4, "reporte"), (5, "complet"), (6, "annule"), ("6", "annule"),
         ({"id": 6, "label": {"fr": "Annulé"}}, "annule"), ('{"id": 5, "label": {"fr": "Complet"}}', "complet"), ("Reporté", "reporte")],
    )  # fmt: skip
    def test_are_those_of_the_hub(self, status: Any, said: str | None) -> None:
        assert one(status=status).values.get("event_status") == said

    def test_another_is_told(self) -> None:
        assert refusals(status=9) == [("events[0].status", "« 9 » n’est pas un état d’événement.")]


class TestBooking:
    @pytest.mark.parametrize(
        "registration",
        [
            [{"type": "link", "value": "https://a.example"}, {"type": "phone", "value": "03 21 00 00 01"}],
            ["https://a.example", "0321000001"],
            "https://a.example, 03 21 00 00 01",
            '[{"type": "link", "value": "https://a.example"}, {"type": "phone", "value": "03.21.00.00.01"}]',
        ],
    )
    def test_is_read_in_every_shape(self, registration: Any) -> None:
        assert one(registration=registration).values["booking"] == {"url": "https://a.example", "phone": "03 21 00 00 01"}

    def test_a_second_number_and_what_is_neither_are_told(self) -> None:
        said = refusals(registration=["03 21 00 00 01", "03 21 00 00 02", "à l’accueil"])
        assert said == [
            ("events[0].registration[1]", "Un second numéro pour réserver : une fiche n’en a qu’un."),
            ("events[0].registration[2]", "« à l’accueil » n’est ni une adresse, ni un numéro."),
        ]

    def test_a_script_is_no_address(self) -> None:
        assert "booking" not in one(registration=["javascript:alert(1)", "https://nom:secret@a.example"]).values

    def test_a_person_s_number_is_no_contact_of_the_place(self) -> None:
        assert "contact" not in one(location={"name": "Salle", "city": "Creil", "phone": "06 11 22 33 44"}).values


class TestWhom:
    @pytest.mark.parametrize(
        "said",
        [{"hi": True, "mi": True, "vi": False}, ["hi", "mi"], '["mi", "hi"]', '{"hi": true, "mi": true}', ["Handicap auditif", "Handicap moteur"],
         "Handicap moteur|Handicap auditif"],
    )  # fmt: skip
    def test_accessibility_is_read_in_every_shape(self, said: Any) -> None:
        assert one(accessibility=said).values["accessibility"] == ["auditif", "moteur"]

    def test_another_is_told(self) -> None:
        assert refusals(accessibility=["zz"]) == [("events[0].accessibility", "« zz » n’est pas un handicap du modèle.")]

    @pytest.mark.parametrize(
        ("age", "said"),
        [
            ({"min": 7, "max": 121}, {"min": 7}),
            ({"min": None, "max": None}, None),
            ({"min": 0, "max": 12}, {"max": 12}),
            ({"min": "8"}, {"min": 8}),
        ],
    )
    def test_ages_without_an_end_have_none(self, age: Any, said: Any) -> None:
        assert one(age=age).values.get("age") == said

    def test_ages_that_cannot_be_are_told(self) -> None:
        assert refusals(age={"min": 900}) == [("events[0].age", "« 900 » n’est pas un âge.")]
        assert refusals(age={"min": 12, "max": 6})[0][1] == "De 12 à 6 ans : l’un des deux est faux."


class TestPictures:
    def test_the_largest_is_taken_with_its_credit(self) -> None:
        image = {"base": "https://cdn.example/", "filename": "a.jpg", "variants": [{"type": "full", "filename": "a full.jpg"}]}
        assert one(image=image, imageCredits="Le musée").pictures == (Picture("https://cdn.example/a%20full.jpg", credit="Le musée"),)
        assert one(image="https://cdn.example/a.jpg").pictures == (Picture("https://cdn.example/a.jpg"),)

    @pytest.mark.parametrize("name", ["../../etc/passwd", "/a.jpg", "a\\b.jpg", "..", "https:evil.example", "a?b"])
    def test_a_name_that_is_a_path_is_none(self, name: str) -> None:
        assert one(image={"base": "https://cdn.example/", "filename": name}).pictures == ()
        assert refusals(image={"base": "https://cdn.example/", "filename": name}) == [
            ("events[0].image", "Ce n’est pas l’adresse d’une image.")
        ]


def test_days_of_creation_and_change_are_local_days() -> None:
    event = one(createdAt="2026-10-31T23:30:00Z", updatedAt="2026-11-05T10:00:00Z")
    assert (str(event.created), event.values["updated"]) == ("2026-11-01", "2026-11-05")


def test_json_inside_json_that_is_broken_is_told_and_the_rest_goes_on() -> None:
    event = {"uid": 1, "title_fr": "Les marées", "timings": '[{"begin": "2026-1', "location_city": "Creil"}
    reading = openagenda.read(json.dumps({"total_count": 1, "results": [event]}).encode(), given())
    assert reading.taken[0].values["place"] == {"city": "Creil"}
    assert [refusal.at for refusal in reading.refused] == ["results[0].timings"]
