"""Numbers that no calendar holds, and words that say nothing or more than they should, are told at their line."""

from collections.abc import Callable

import pytest

from support import article, event, exhibition, one_of_each

Report = Callable[..., list[str]]


@pytest.mark.parametrize("number", [100_001, 2_147_483_648, 20261201143000])
def test_a_number_that_nothing_counts_to(reported: Report, number: int) -> None:
    (said,) = reported(event("nuit", sequence=number))
    assert " E114 " in said


@pytest.mark.parametrize("days", [100_001, 999_999_999_999_999])
def test_days_beyond_all_calendars(reported: Report, days: int) -> None:
    (said,) = reported(exhibition("malle", loan={"gap_days": days}))
    assert " E114 " in said


@pytest.mark.parametrize(
    "email", ["contact?cc=x%40y.example&body=z@exemple.fr", "a@b@exemple.fr", "<a@exemple.fr>", "a;b@exemple.fr", ".a@exemple.fr"]
)
def test_an_address_that_says_more_than_an_address(reported: Report, email: str) -> None:
    (said,) = reported(article("a", contact={"name": "L’accueil", "email": email}))
    assert " E113 " in said


@pytest.mark.parametrize("title", ["\u2800", "\u2800 \u2800"])
def test_a_title_that_shows_nothing(reported: Report, title: str) -> None:
    (said,) = reported(article("a", title=title))
    assert " E110 " in said


def test_the_name_of_a_picture_as_macos_writes_it(reported: Report) -> None:
    tree = one_of_each()
    picture = tree["images/ciel.svg"]
    image = {"src": "images/\u00e9t\u00e9.svg", "alt": "Le ciel", "credit": "Le club"}
    (said,) = reported(article("a", image=image) | {"images/e\u0301te\u0301.svg": picture})
    assert said.startswith("content/images/e\u0301te\u0301.svg:1:1: E007 ")
