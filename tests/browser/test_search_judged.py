"""What visitors mean is what they find: questions judged by hand, by family (tests/search/judged.toml)."""

from collections.abc import Callable
from statistics import mean

import pytest
from playwright.sync_api import Browser

from support import Built
from support_browser import at_a_desk
from support_judged import Judged, judged, table

pytestmark = pytest.mark.browser

FLOOR = 0.95
"""Mean reciprocal rank that all questions together must keep."""
FLOORS = {"phrases": 0.8}
"""That of each family; EACH where it is not named."""
EACH = 0.85


@pytest.fixture(scope="module")
def answers(browser: Browser, origin: str, demo: Built) -> dict[str, list[Judged]]:
    """All answers, asked in one visit."""
    with at_a_desk(browser, origin) as visitor:
        page = visitor.new_page()
        page.goto("/recherche/")
        return judged(page, lambda path: str(demo.page(path).find("main").get_text(" ")))


def test_questions_find_what_they_mean(answers: dict[str, list[Judged]], record_property: Callable[[str, object], None]) -> None:
    record_property("judged questions", table(answers))
    assert mean(one.score for family in answers.values() for one in family) >= FLOOR


def test_no_family_of_questions_is_left_behind(answers: dict[str, list[Judged]]) -> None:
    scores = {family: mean(one.score for one in found) for family, found in answers.items()}
    assert {family: score for family, score in scores.items() if score < FLOORS.get(family, EACH)} == {}
