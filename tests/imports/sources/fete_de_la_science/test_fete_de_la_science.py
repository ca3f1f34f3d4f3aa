"""Yearly files of the ministry: one map a year, a guess that is told for others, and an edition with its known flaws."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from imports.sources import fete_de_la_science
from imports.taken import Reading, UnreadableSource
from support_agendas import EVENTS, FLAWS, PARIS, TOWNS, as_csv, as_json, edition, given
from support_golden import golden

HERE = Path(__file__).parent
FILES = sorted(file.name for file in HERE.glob("20*.*"))


def read(data: bytes, name: str = "fete.csv") -> Reading:
    return fete_de_la_science.read(data, given(name))


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(refusal.at, refusal.message) for refusal in reading.refused]


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_each_year_is_read_as_it_was(name: str, request: pytest.FixtureRequest) -> None:
    golden(request, f"imports/fete-{name}.json", as_json(read((HERE / name).read_bytes(), name)))


class TestColumns:
    def test_a_year_that_is_known_has_nothing_told_of_its_columns(self) -> None:
        for name in FILES:
            if "2027" not in name:
                assert not [at for at, _ in told(read((HERE / name).read_bytes(), name)) if at.startswith("colonne")], name

    def test_a_year_that_is_not_known_has_each_column_told_that_was_guessed_or_not_understood(self) -> None:
        reading = read((HERE / "2027.csv").read_bytes())
        columns = {at for at, _ in told(reading)}
        assert columns == {f"colonne « {name} »" for name in (HERE / "2027.csv").read_text().splitlines()[0].split(";")} - {
            "colonne « Disciplines »"
        }
        assert ("colonne « Contact presse »", "Colonne inconnue : elle n’est pas lue.") in told(reading)
        assert ("colonne « Créneaux »", "Colonne inconnue, lue d’après son nom comme les séances : vérifiez-le.") in told(reading)

    def test_a_person_of_a_column_that_is_not_known_is_not_read(self) -> None:
        assert "anne.roux" not in as_json(read((HERE / "2027.csv").read_bytes()))

    def test_those_who_lead_it_are_never_read(self) -> None:
        assert "Luc Moreau" not in as_json(read((HERE / "2017.csv").read_bytes()))

    def test_a_name_is_compared_without_case_accents_and_marks(self) -> None:
        (event,) = read(b"Identifiant;Titre - FR;Nom du lieu;Ville\n1;Le sol;Jardin;Creil\n").taken
        assert (event.values["title"], event.values["place"]) == ("Le sol", {"name": "Jardin", "city": "Creil"})

    def test_a_column_whose_values_are_of_another_sort_is_not_taken_for_what_its_name_says(self) -> None:
        reading = read(b"identifiant;titre_fr;ville;seance\n1;Le sol;Creil;le samedi matin\n")
        assert ("colonne « seance »", "Colonne inconnue : elle n’est pas lue.") in told(reading)

    def test_two_columns_of_one_name_are_told(self) -> None:
        reading = read(b"identifiant;titre_fr;ville;Ville\n1;Le sol;Creil;Laon\n")
        assert reading.taken[0].values["place"] == {"city": "Creil"}
        assert told(reading) == [("colonne « Ville »", "Cette colonne a le nom de « ville » : elle n’est pas lue.")]


class TestTimes:
    def read(self, **keys: str) -> Reading:
        return read(as_csv([{"identifiant": "1", "titre_fr": "Le sol", "ville": "Creil", **keys}]))

    def test_begin_and_end_are_glued_by_a_hyphen(self) -> None:
        (event,) = self.read(horaires_iso="2026-10-24T14:00:00+02:00-2026-10-24T16:00:00+02:00").taken
        assert event.values["slots"] == [{"start": "2026-10-24 14:00", "end": "2026-10-24 16:00"}]

    def test_without_offsets_they_are_local(self) -> None:
        (event,) = self.read(horaires_iso="2026-10-24T14:00:00-2026-10-24T16:00:00").taken
        assert event.values["slots"] == [{"start": "2026-10-24 14:00", "end": "2026-10-24 16:00"}]

    def test_a_first_that_is_the_last_is_the_one_showing(self) -> None:
        opens, closes = "2026-10-10T09:00:00+02:00", "2026-10-10T18:00:00+02:00"
        reading = self.read(premiere_ouverture=opens, premiere_fermeture=closes, derniere_ouverture=opens, derniere_fermeture=closes)
        assert reading.taken[0].values["slots"] == [{"start": "2026-10-10 09:00", "end": "2026-10-10 18:00"}]
        assert not reading.refused

    @pytest.mark.parametrize("last", ["2026-10-12T09:00:00+02:00", "0001-01-01T00:00:00+00:00", ""])
    def test_a_first_and_another_last_or_none_are_no_showings(self, last: str) -> None:
        reading = self.read(premiere_ouverture="2026-10-10T09:00:00+02:00", derniere_ouverture=last)
        assert "slots" not in reading.taken[0].values
        assert told(reading)[0][0] == "ligne 2, colonne « premiere_ouverture »"

    def test_the_year_one_is_no_day(self) -> None:
        reading = self.read(premiere_ouverture="0001-01-01", derniere_ouverture="0001-01-01T00:00:00+00:00")
        assert "slots" not in reading.taken[0].values
        assert not reading.refused

    def test_words_are_told_with_row_and_column(self) -> None:
        reading = self.read(horaires_iso="samedi de 10 h à 12 h")
        assert told(reading) == [("ligne 2, colonne « horaires_iso »", "Cet horaire n’a pas de début.")]


class TestAnEdition:
    def test_comes_in_whole_with_hardly_a_cell_reported(self) -> None:
        rows = edition()
        reading = read(as_csv(rows), "fete-de-la-science-2026.csv")
        cells = sum(bool(value) for row in rows for value in row.values())
        assert len(reading.taken) == EVENTS
        assert len(reading.refused) <= 0.05 * cells
        assert reading.whole

    def test_what_is_read_is_what_its_rows_say(self) -> None:
        rows = edition()
        for row, event in zip(rows, read(as_csv(rows)).taken, strict=True):
            assert (event.id, event.values["title"]) == (row["identifiant"], row["titre_fr"])
            place = event.values.get("place", {})
            assert (place.get("city", ""), place.get("insee", "")) == (row["ville"], row["code_insee"])
            lines = [line for line in row["horaires_iso"].split("\r\n") if line]
            written = [datetime.fromisoformat(line[:25]).astimezone(PARIS) for line in lines]
            if written:
                assert [slot["start"] for slot in event.values["slots"]] == [f"{moment:%Y-%m-%d %H:%M}" for moment in written]

    def test_lacks_what_the_real_ones_lack(self) -> None:
        events = read(as_csv(edition())).taken
        assert len({event.values["place"]["city"] for event in events if "place" in event.values}) == TOWNS
        assert sum("place" not in event.values for event in events) == round(FLAWS["location"] * EVENTS)
        assert sum("slots" not in event.values for event in events) == round(FLAWS["timings"] * EVENTS)

    def test_is_the_same_from_json(self) -> None:
        rows = edition(40)
        of_csv, of_json = read(as_csv(rows)), read(json.dumps(rows).encode())
        assert [(event.values, event.body, event.words) for event in of_csv.taken] == [
            (event.values, event.body, event.words) for event in of_json.taken
        ]


class TestWhatIsNoYearlyFile:
    @pytest.mark.parametrize(
        ("data", "part"),
        [
            (b"", "vide"),
            (b"\n\n", "vide"),
            (b"<!doctype html><p>404", "page web"),
            (b"PK\x03\x04...", "classeur"),
            (b"a;b\n1;2\n", "aucune n’est celle des titres"),
            (b'{"error": "no"}', "erreur"),
            (b'[{"uid": 1, "name": "x"}]', "openagenda"),
        ],
    )
    def test_is_told(self, data: bytes, part: str) -> None:
        with pytest.raises(UnreadableSource, match=part):
            read(data)

    def test_cells_beyond_the_columns_are_told(self) -> None:
        reading = read(b"identifiant;titre_fr;ville\n1;Le sol;Creil;de trop\n")
        assert told(reading) == [("ligne 2", "Plus de 3 cellules : ce qui dépasse n’a pas de colonne.")]

    @examples(st.binary(max_size=300))
    def test_any_bytes_make_a_reading_or_are_told(self, data: bytes) -> None:
        try:
            assert isinstance(read(data), Reading)
        except UnreadableSource as error:
            assert str(error)

    @examples(
        st.lists(
            st.dictionaries(
                st.sampled_from(list(edition(1)[0])),
                st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text()),
            ),
            max_size=3,
        )
    )
    def test_any_values_in_its_columns_make_a_reading_or_are_told(self, rows: list[dict[str, Any]]) -> None:
        try:
            assert isinstance(read(json.dumps(rows).encode()), Reading)
        except UnreadableSource as error:
            assert str(error)
