"""Two titles of one thing are nearly the same, whatever article, plural or accent they have; numbers tell a series apart."""

from __future__ import annotations

import pytest

from contributions.rules.alike import same_title


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("La nuit du ciel", "Nuit du ciel"),
        ("Nuits du ciel", "Nuit du ciel !"),
        ("L’atelier des volcans", "Atelier « Volcans »"),
        ("Fête des étoiles", "FETE DES ETOILES"),
        ("Le 1", "La 1"),
    ],
)
def test_of_one_thing(one: str, other: str) -> None:
    assert same_title(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Visite 1", "Visite 2"), ("La nuit du ciel", "Le jour du ciel"), ("Atelier : la nuit du ciel", "La nuit du ciel"), ("???", "!!!")],
)
def test_of_two(one: str, other: str) -> None:
    assert not same_title(one, other)
