from __future__ import annotations

import pytest

from imports.sources.tableur.columns.columns import column, unit_said
from imports.sources.tableur.columns.kinds import TAKEN, are_loans, named, of_columns
from imports.sources.tableur.columns.names import paths_of


class TestAColumn:
    @pytest.mark.parametrize(
        "heading", ["Lieu : commune", "lieu_commune", "place.city", "Ville", "VILLE", "Commune", "Lieu : Ville", "ville *"]
    )
    def test_is_a_town_in_every_spelling(self, heading: str) -> None:
        found = column("event", heading)
        assert found is not None
        assert found.path == ("place", "city")
        assert not found.guessed

    @pytest.mark.parametrize(
        ("heading", "path", "unit"),
        [
            ("Poids (kg)", ("format", "weight_kg"), "kg"), ("Nb de panneaux", ("format", "panels"), ""),
            ("Hauteur en cm", ("format", "height_cm"), "cm"), ("Durée max. de prêt (semaines)", ("loan", "max_days"), "semaine"),
            ("Caractéristiques techniques : Poids", ("format", "weight_kg"), ""), ("Thématique(s)", ("themes",), ""),
            ("ancienne_adresse", ("aliases",), ""), ("État", ("condition",), ""), ("Valeur d'assurance (€)", ("insurance", "value"), "€"),
        ],
    )  # fmt: skip
    def test_of_a_tool_has_the_key_and_the_unit_that_its_heading_says(self, heading: str, path: tuple[str, ...], unit: str) -> None:
        found = column("exhibition", heading)
        assert found is not None
        assert (found.path, found.unit) == (path, unit)

    def test_says_how_long_its_price_is_for(self) -> None:
        found = column("exhibition", "Tarif/semaine (€)")
        assert found is not None
        assert (found.path, found.implied) == (("price", "amount"), ((("price", "per"), "semaine"),))

    def test_may_be_of_a_second_entry(self) -> None:
        found = column("event", "Lien 2 : adresse")
        assert found is not None
        assert (found.path, found.entry) == (("links", "url"), 1)

    def test_whose_name_is_only_near_is_told_as_a_guess(self) -> None:
        found = column("exhibition", "Dimentions")
        assert found is not None
        assert (found.role, found.guessed) == ("@size", "Dimensions")

    @pytest.mark.parametrize("heading", ["Observations", "Emplacement", "", "x" * 5000, "42"])
    def test_that_nothing_is_near_is_none(self, heading: str) -> None:
        assert column("exhibition", heading) is None

    @pytest.mark.parametrize("heading", ["Responsable", "Responsable : Téléphone", "Nom du contact", "Prénom", "Mail du responsable"])
    def test_of_persons_is_known_as_one(self, heading: str) -> None:
        found = column("exhibition", heading)
        assert found is not None
        assert found.role == "@person"

    @pytest.mark.parametrize("kind", TAKEN)
    def test_is_found_by_the_path_of_every_key_in_a_group(self, kind: str) -> None:
        for path in paths_of(kind):
            if len(path) == 2:
                found = column(kind, ".".join(path))
                assert found is not None
                assert (found.path, found.guessed) == (path, "")


class TestAKind:
    @pytest.mark.parametrize(
        ("name", "kind"),
        [("Malles 2023", "exhibition"), ("Prêts des malles", "loans"), ("Agenda", "event"), ("Feuil1", ""), ("Annuaire", "organisation")],
    )
    def test_is_said_by_a_name(self, name: str, kind: str) -> None:
        assert named(name) == kind

    def test_is_told_by_columns(self) -> None:
        assert of_columns(["Titre", "Date", "Heure de début", "Lieu", "Ville"]) == "event"
        assert of_columns(["Titre", "Poids", "Dimensions", "Caution"]) == "exhibition"
        assert of_columns(["Titre", "Résumé"]) == ""
        assert of_columns(["Titre", "Date", "Heure de début", "Lieu", "Ville", "Tarif"], "programme") == "event"

    def test_with_a_structure_and_days_is_no_loan_by_that_alone(self) -> None:
        assert not are_loans(["Titre", "Structure", "Début", "Fin"])
        assert are_loans(["Outil", "Emprunteur", "Du", "Au"])


def test_letters_of_sides_are_no_units() -> None:
    assert unit_said("Dimensions (L x l x H)") == ""
