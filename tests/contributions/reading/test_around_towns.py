"""Towns among other words: the name that is inside where all that is written says it, else advice that makes sense."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.geography.towns import Town, Towns
from contributions.models.groups import Town as TownKeys
from contributions.problems.problem import Finding, Fix
from contributions.reading.placing import locate
from contributions.region.hub import Hub
from support import HUB

TOWNS = Towns.load("32")
REGION = Hub.model_validate(HUB)
SINGLE = [town for town in TOWNS if TOWNS.find(town.name) == town and len(town.postcodes) == 1]
"""Towns that have a name and a postcode of their own."""


def told(city: str, postcode: str | None = None) -> Finding | None:
    """What is said of a town as it is written."""
    return locate(TownKeys(city=city, postcode=postcode), ("place",), TOWNS, REGION)[1]


class TestATownAmongOtherWords:
    @given(
        st.sampled_from(SINGLE),
        st.sampled_from(["{code} {name}", "{name} {code}", "{name} ({code})", "{name} ({number})", "{name}, {department}", "{name} - {department}",
                         "F-{code} {name}", "{name} ({department}, {number})", "{name}, France", "{name}, Hauts-de-France", "Ville de {name}"]),
    )  # fmt: skip
    def test_is_written_where_all_of_it_agrees(self, town: Town, form: str) -> None:
        department = REGION.departments[town.department]
        written = form.format(code=town.postcodes[0], name=town.name, number=town.department, department=department)
        found = told(written)
        assert found is not None
        assert (found.code, found.fix, found.location) == ("E301", Fix(town.name), ("place", "city"))

    @given(st.sampled_from(SINGLE), st.sampled_from(SINGLE))
    def test_is_not_written_where_the_department_is_another(self, town: Town, other: Town) -> None:
        if town.department != other.department:
            found = told(f"{town.name} ({other.department})")
            assert found is not None
            assert found.fix is None

    @given(st.sampled_from(SINGLE), st.sampled_from(SINGLE), st.booleans())
    def test_is_not_written_where_the_postcode_is_another(self, town: Town, other: Town, beside: bool) -> None:
        if town.postcodes[0] != other.postcodes[0]:
            found = told(f"{other.postcodes[0]} {town.name}", town.postcodes[0] if beside else None)
            assert found is not None
            assert found.fix is None

    @pytest.mark.parametrize(
        ("city", "postcode", "repair"),
        [
            ("Lille (Fives)", "59800", "Écrivez « city: Lille » ; « Fives » va dans « address »."),
            ("Lille (Fives)", None, "Écrivez « city: Lille » ; « Fives » va dans « address »."),
            ("59800 Lille", None, "Écrivez :\npostcode: 59800\ncity: Lille"),
            ("Dury (80)", None, "Écrivez :\npostcode: 80480\ncity: Dury"),
            ("75011 Paris", None, "Écrivez :\npostcode: 75011\ncity: Paris"),
            ("80100 Abevile", None, "Vouliez-vous dire Abbeville (80) ? Ailleurs en France, ajoutez « postcode » ; "
             "à l’étranger, écrivez aussi le pays, comme « Bruges (Belgique) »."),
            ("62200 Abbeville", None, "Écrivez 80100, ou corrigez la commune."),
        ],
    )  # fmt: skip
    def test_keeps_what_only_its_author_can_settle(self, city: str, postcode: str | None, repair: str) -> None:
        found = told(city, postcode)
        assert found is not None
        assert (found.repair, found.fix) == (repair, None)

    def test_of_another_region_is_written_too(self) -> None:
        found = told("Rouen (76)")
        assert found is not None
        assert found.fix == Fix("Rouen")

    @pytest.mark.parametrize("city", ["ABBEVILLE", "Abbeville cedex", "Pont-Ste-Maxence", "St-Omer"])
    def test_is_taken_as_it_is_where_its_name_is_only_spelt_otherwise(self, city: str) -> None:
        assert told(city) is None


class TestATownAbroad:
    @pytest.mark.parametrize(
        "city", ["Tournai (Belgique)", "Tournai, Belgique", "Bruges - Belgique", "Londres (Royaume-Uni)", "Lille (Belgique)"]
    )
    def test_is_taken_with_its_country(self, city: str) -> None:
        place, wrong = locate(TownKeys(city=city), ("place",), TOWNS, REGION)
        assert (wrong, place.city, place.inside, place.department) == (None, city, False, None)

    @pytest.mark.parametrize("city", ["Tournai", "Londres", "Tournai (en Belgique ?)"])
    def test_without_it_is_told_how_to_write_it(self, city: str) -> None:
        found = told(city)
        assert found is not None
        assert found.repair.endswith("à l’étranger, écrivez aussi le pays, comme « Bruges (Belgique) ».")

    @pytest.mark.parametrize("city", ["à définir", "?", "Lieu à venir", "inconnue", "…"])
    def test_is_none_that_nobody_knows_yet(self, city: str) -> None:
        found = told(city)
        assert found is not None
        assert found.repair.startswith("Écrivez au moins la commune")

    @pytest.mark.parametrize(
        ("city", "repair"),
        [
            ("En ligne", "Si tout est en ligne, retirez « place » et ajoutez « mode: en-ligne »."),
            ("visioconférence", "Si tout est en ligne, retirez « place » et ajoutez « mode: en-ligne »."),
            ("Plusieurs lieux", "Écrivez celle où l’on se retrouve ; s’il y en a plusieurs, une par créneau."),
        ],
    )
    def test_is_none_where_there_is_none_or_more_than_one(self, city: str, repair: str) -> None:
        found = told(city)
        assert found is not None
        assert found.repair == repair
