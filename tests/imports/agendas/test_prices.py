"""What an event costs is said where its conditions say it for sure; all else stays words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imports.agendas.prices import must_book, price
from support_agendas import one


@pytest.mark.parametrize("said", ["Gratuit", "Entrée libre", "GRATUIT !", "Gratuite", "Accès libre et gratuit", "0 €", "Entrée gratuite."])
def test_words_that_say_free_and_nothing_else_are_free(said: str) -> None:
    assert price(said) == {"free": True}


@pytest.mark.parametrize(
    "said",
    [
        "Gratuit, sur inscription",
        "Entrée libre et gratuite dans la limite des places disponibles",
        "Gratuit. Réservation obligatoire au 03 20 00 00 00",
        "Gratuit sur inscription : contact@musee.example",
        "Animation gratuite, ouverte à tous",
        "Gratuit - Tout public",
    ],
)
def test_what_is_said_beside_free_is_kept(said: str) -> None:
    assert price(said) == {"free": True, "text": said}


@pytest.mark.parametrize(
    "said",
    ["5 €", "5€ / 3€ réduit", "Tarif plein : 5 €, gratuit pour les moins de 12 ans", "Payant", "Entrée : 5 €. Réservation obligatoire"],
)
def test_a_sum_is_not_free_and_is_kept_in_its_words(said: str) -> None:
    assert price(said) == {"free": False, "text": said}


@pytest.mark.parametrize(
    "said",
    [
        "",
        "Sur inscription",
        "Entrée libre, ateliers 3 €",
        "Gratuit pour les moins de 26 ans",
        "Prix libre",
        "Sur inscription au 03 20 00 00 00",
        "Gratuit hors consommations",
        "compris dans le billet du musée",
        "Prévoir des bottes",
    ],
)
def test_nothing_is_guessed_of_other_words(said: str) -> None:
    assert price(said) == {}


def test_conditions_that_are_no_price_stand_in_the_body() -> None:
    assert one(conditions={"fr": "Prévoir des *bottes*"}).body == "**Conditions\u00a0:** Prévoir des \\*bottes\\*"
    assert one(conditions={"fr": "Gratuit"}).body == ""


def test_one_has_to_book_where_conditions_say_so() -> None:
    assert must_book("Gratuit. Réservation obligatoire")
    assert not must_book("Réservation conseillée")
    assert one(conditions={"fr": "Inscription obligatoire"}).values["booking"] == {"required": True}


@given(st.text(max_size=200))
def test_no_words_at_all_are_both_free_and_paid(said: str) -> None:
    found = price(said)
    assert set(found) in ({"free"}, {"free", "text"}, set())
    assert found.get("text", said) == said
