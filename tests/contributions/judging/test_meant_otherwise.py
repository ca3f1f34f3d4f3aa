"""Advice says what was written: neither its contrary, nor a part of it, nor what would be refused in its turn."""

from __future__ import annotations

from typing import Any

import pytest

from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.problems.problem import Finding
from support_models import EVENT, VOCABULARIES


def told(values: dict[str, Any]) -> Finding:
    """The one thing that is said of an event."""
    (found,) = validate(KINDS["event"], {**EVENT, **values}, VOCABULARIES)[1]
    return found


class TestAPrice:
    @pytest.mark.parametrize(
        "words",
        [
            "pas gratuit", "non gratuit", "gratuit pour les adhérents", "gratuit sauf exposition", "gratuit le premier dimanche du mois",
            "payant",
        ],
    )  # fmt: skip
    def test_is_not_free_where_words_stand_beside_gratuit(self, words: str) -> None:
        assert told({"price": words}).repair == f"Écrivez :\nprice:\n  free: false\n  text: {words}"

    @pytest.mark.parametrize("words", ["gratuit", "gratuite", "Entrée libre", "gratuit pour tous"])
    def test_is_free_where_that_is_all(self, words: str) -> None:
        assert told({"price": words}).repair == "Écrivez :\nprice:\n  free: true"

    def test_is_not_free_where_somebody_says_no(self) -> None:
        assert told({"price": "non"}).repair == "Écrivez :\nprice:\n  free: false"


class TestALink:
    def test_has_its_label_before_its_address(self) -> None:
        found = told({"links": [{"Site": "https://moulin.fr"}]})
        assert (found.repair, found.fix) == ("Écrivez :\nlabel: Site\nurl: https://moulin.fr", None)

    def test_alone_at_the_root_is_no_old_address(self) -> None:
        repair = "Écrivez, en remplaçant chaque « … » :\nlinks:\n  - label: …\n    url: https://moulin.fr"
        assert told({"url": "https://moulin.fr"}).repair == repair


class TestAHolderOfRights:
    @pytest.mark.parametrize("key", ["copyright", "droits"])
    def test_is_no_licence_without_asking(self, key: str) -> None:
        image = {"src": "images/a.jpg", "alt": "Une plage.", "credit": "Musée", key: "Musée de Picardie"}
        assert told({"image": image}).fix is None

    def test_is_the_credit(self) -> None:
        image = {"src": "images/a.jpg", "alt": "Une plage.", "copyright": "Musée de Picardie"}
        found = [each for each in validate(KINDS["event"], {**EVENT, "image": image}, VOCABULARIES)[1] if each.code == "E101"]
        assert [(each.repair, each.fix) for each in found] == [("Vouliez-vous dire « credit » ?", None)]


def test_ages_that_fall_are_left_to_their_author() -> None:
    assert "12" not in told({"age": "12-8"}).repair


@pytest.mark.parametrize("words", ["jusqu’au 12/03/2027", "Réservation jusqu'au 12 mars 2027", "inscription avant le 2027-03-12"])
def test_the_last_day_to_book_is_a_day(words: str) -> None:
    assert told({"booking": words}).repair == "Écrivez :\nbooking:\n  deadline: 2027-03-12"
