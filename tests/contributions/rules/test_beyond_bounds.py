"""Numbers that no calendar holds, and words that say nothing or more than they should, are told at their line."""

from collections.abc import Callable

import pytest

from contributions.fields.fields import MOST
from contributions.library.library import Library
from contributions.record.identity import sequence
from support import article, event, exhibition, loan, one_of_each

Report = Callable[..., list[str]]


@pytest.mark.parametrize("number", [10_000_001, 2_147_483_648, 20261201143000])
def test_a_number_that_nothing_counts_to(reported: Report, number: int) -> None:
    (said,) = reported(event("nuit", sequence=number))
    assert " E114 " in said


def test_a_large_exhibition_has_more_visitors_than_a_century_has_days(reported: Report) -> None:
    shown = loan("2026-01-05", "2026-06-30", "rendu", visitors=1_200_000, visitors_max=10_000_000)
    assert reported(exhibition("malle", loans=[shown])) == []


def test_the_highest_revision_stays_one_that_calendars_read(library: Callable[..., Library]) -> None:
    furthest = {"date": "1500-01-01", "updated": "2200-12-31", "sequence": MOST}
    event_of_ages = library(event("nuit", **furthest)).find("event", "nuit")
    assert event_of_ages is not None
    assert sequence(event_of_ages.meta) < 2**31 - 1


@pytest.mark.parametrize("terms", [{key: 36_526} for key in ("gap_days", "min_days", "max_days", "notice_days")] + [{"copies": 1_001}])
@pytest.mark.parametrize("more", [0, 999_000_000_000_000])
def test_terms_of_lending_beyond_all_calendars(reported: Report, terms: dict[str, int], more: int) -> None:
    (said,) = reported(exhibition("malle", loan={key: bound + more for key, bound in terms.items()}))
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
