"""What is counted agrees with its number."""

import pytest

from contributions.models.groups import Age
from views.french.numbers import ages


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (8, 12, "de 8 à 12 ans"),
        (8, None, "dès 8 ans"),
        (None, 6, "jusqu’à 6 ans"),
        (1, None, "dès 1 an"),
        (0, 1, "de 0 à 1 an"),
        (None, 1.5, "jusqu’à 1,5 an"),
        (0, None, "dès 0 an"),
        (8, 8, "8 ans"),
        (None, None, None),
    ],
)
def test_ages(least: float | None, most: float | None, words: str | None) -> None:
    assert ages(Age(min=least, max=most)) == words


def test_no_ages() -> None:
    assert ages(None) is None
