"""Advice says what was written: neither its contrary, nor a part of it, nor what would be refused in its turn."""

from __future__ import annotations

from typing import Any

import pytest

from contributions.judging.validation import validate
from contributions.models import KINDS
from contributions.problems.problem import Finding, Fix
from support_models import COMMON, EVENT, VOCABULARIES

NORTH = {**VOCABULARIES, "departments": {"59": "Nord", "62": "Pas-de-Calais"}}


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


class TestAListOnOneLine:
    @pytest.mark.parametrize(
        ("written", "codes"), [("fr/en", "[fr, en]"), ("Français, anglais", "[fr, en]"), ("fr et lsf", "[fr, lsf]"), ("fr", "[fr]")]
    )
    def test_of_languages_is_their_codes(self, written: str, codes: str) -> None:
        (found,) = validate(KINDS["exhibition"], {**COMMON, "languages": written}, VOCABULARIES)[1]
        assert (found.repair, found.fix) == (f"Écrivez languages: {codes}.", Fix(codes, written))

    def test_of_words_is_parted_by_their_author(self) -> None:
        found = told({"keywords": "nuit / chouette"})
        assert (found.repair, found.fix) == ("Écrivez keywords: [nuit, chouette].", None)

    @pytest.mark.parametrize(
        ("written", "levels"), [("CM1-CM2", "[cm1, cm2]"), ("cycles 3 et 4", "[cycle-3, cycle-4]"), ("6ème, 5ème", "[6e, 5e]")]
    )
    def test_of_levels_has_every_one(self, written: str, levels: str) -> None:
        assert told({"school_booking": {"levels": written}}).fix == Fix(levels, written)
        several = levels.strip("[]")
        assert written == "6ème, 5ème" or several in told({"school_booking": {"levels": [written]}}).repair

    @pytest.mark.parametrize("written", ["CAP", "6e-3e", "CM1, sauf mardi"])
    def test_of_other_levels_is_left_to_its_author(self, written: str) -> None:
        found = told({"school_booking": {"levels": written}})
        assert "[cp]" not in found.repair
        assert found.fix is None

    def test_of_two_departments_has_both(self) -> None:
        (found,) = validate(KINDS["exhibition"], {**COMMON, "area": "Nord-Pas-de-Calais"}, NORTH)[1]
        assert found.repair == "Écrivez area: [59, 62]."

    @pytest.mark.parametrize("written", ["20/04/2027 et 27/04/2027", "20 et 27 avril 2027"])
    def test_of_days_has_each(self, written: str) -> None:
        recurrence = {"rule": "FREQ=WEEKLY;COUNT=9", "start": "2027-04-06 10:00", "end": "2027-04-06 11:00", "except": written}
        values = {name: held for name, held in EVENT.items() if name != "slots"}
        (found,) = validate(KINDS["event"], {**values, "recurrence": recurrence}, VOCABULARIES)[1]
        assert found.repair == "Écrivez except: [2027-04-20, 2027-04-27]."

    def test_of_titles_is_the_names_of_their_files(self) -> None:
        assert told({"programmes": "Fête de la science 2026"}).repair == "Écrivez programmes: [fete-de-la-science-2026]."

    @pytest.mark.parametrize(
        ("key", "written", "listed"),
        [
            ("programmes", "fds-2026, nuits-noires", "fds-2026, nuits-noires"),
            ("programmes", "fds-2026 et nuits-noires", "fds-2026, nuits-noires"),
            ("related", "event/nuit exhibition/malle", "event/nuit, exhibition/malle"),
            ("programmes", "Arts et sciences ; /dossiers/fds-2026/", "arts-et-sciences, fds-2026"),
            ("related", "event/nuit, exhibition/malle", "event/nuit, exhibition/malle"),
            ("related", "Arts et sciences", "Arts et sciences"),
        ],
    )
    def test_of_contributions_has_each_by_its_name(self, key: str, written: str, listed: str) -> None:
        assert told({key: written}).repair == f"Écrivez {key}: [{listed}]."


@pytest.mark.parametrize("written", ["zz", "klingon"])
def test_what_is_no_language_is_told(written: str) -> None:
    (found,) = validate(KINDS["exhibition"], {**COMMON, "languages": [written]}, VOCABULARIES)[1]
    assert (found.code, found.fix) == ("E109", None)


def test_the_name_of_a_language_is_its_code() -> None:
    (found,) = validate(KINDS["exhibition"], {**COMMON, "languages": ["Français"]}, VOCABULARIES)[1]
    assert found.fix == Fix("fr")


def test_hours_from_one_to_another_are_a_slot() -> None:
    assert told({"slots": ["13 mars 2027 de 18h à 21h"]}).repair == "Écrivez :\n  - start: 2027-03-13 18:00\n    end: 2027-03-13 21:00"


def test_one_of_two_numbers_is_proposed_in_the_unit_of_the_key() -> None:
    (found,) = validate(KINDS["exhibition"], {**COMMON, "loan": {"max_days": "2 à 3 semaines"}}, VOCABULARIES)[1]
    assert found.repair == "Gardez un seul nombre, en jours, sans unité : 14 ou 21."
