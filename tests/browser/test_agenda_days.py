"""The agenda some days after its build is what a build of that day would have made, from the pages that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from support import Tree, build, event, exhibition, loan, read_library, write
from support_browser import served, visiting

pytestmark = pytest.mark.browser

LATER = [date(2026, 11, 26), date(2026, 12, 1), date(2026, 12, 16)]


def many() -> Tree:
    """Something begins on each day, much is over on the same, some goes on: for long, or not for long. What is called off stands there, too."""
    tree: Tree = {}
    for number in range(150):
        day = f"{date.fromordinal(date(2026, 11, 21).toordinal() + number // 4)}"
        last = f"{date.fromordinal(date.fromisoformat(day).toordinal() + number * 7 % 23)}"
        slot = {"start": day, "end": last} if number % 4 == 0 else {"start": f"{day} {8 + number % 9:02}:00"}
        state = "annule" if number % 11 == 0 else "programme"
        tree |= event(f"jour-{number:03}", title=f"Le jour {number}", slots=[slot], event_status=state)
    tree |= event("deux", slots=[{"start": f"2026-12-03 {hour}:00", "end": f"2026-12-03 {hour}:30"} for hour in (10, 14)])
    return tree | exhibition("malle", loans=[loan("2026-11-24", "2026-12-20", public_showing=True, city="Amiens")])


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it."""
    return write(tmp_path_factory.mktemp("later"), many())


@pytest.fixture(scope="module")
def origin(content: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site as of 21 November 2026."""
    built = build(content, tmp_path_factory.mktemp("built"))
    assert built.code == 0, built.stderr
    with served(built.output) as address:
        yield address


def expected(content: Path, day: date, question: str = "") -> list[tuple[str, str]]:
    """All that an agenda of that day lists, in order: slugs and starts."""
    library = read_library(content, day)
    found = []
    for row in library.agenda[question]:
        shown = library.by_key[row.kind, row.slug]
        start = shown.showings[row.number].start.iso if row.kind == "event" else f"{date.fromordinal(row.first)}"
        found.append((row.slug, start))
    return found


def told(page: Page) -> list[tuple[str, str]]:
    """What a page lists."""
    shown = "rows => rows.filter(row => row.checkVisibility()).map(({ dataset }) => [dataset.slug, dataset.start])"
    return [(slug, start) for slug, start in page.locator("[data-slug]").evaluate_all(shown)]


def settled(page: Page, address: str, number: int) -> None:
    """Go to a list, and wait until it tells as many as there are and has gone on with them."""
    with page.expect_response(re.compile(r"/lately\.js$")):
        page.goto(address)
    page.wait_for_load_state("networkidle")
    expect(page.get_by_role("status")).to_have_attribute("data-count", str(number))
    expect(page.get_by_role("status")).to_have_text(f"{number} rendez-vous")


@pytest.mark.parametrize("day", LATER, ids=str)
@pytest.mark.parametrize("question", ["", "categories/atelier"])
def test_the_list_is_that_of_the_visitors_day(browser: Browser, origin: str, content: Path, day: date, question: str) -> None:
    whole = expected(content, day, question)
    with visiting(browser, origin, day=day, timezone_id="Europe/Paris") as visitor, visitor.new_page() as page:
        settled(page, f"/agenda/{question}/".replace("//", "/"), len(whole))
        found = told(page)
        assert found == whole[: len(found)]
        assert len(found) >= min(20, len(whole))
        assert (page.locator("[data-more]").count() > 0) == (len(found) < len(whole))


def test_a_question_that_is_given_up_leaves_that_list(browser: Browser, origin: str, content: Path) -> None:
    day = LATER[-1]
    whole = expected(content, day)
    with visiting(browser, origin, day=day, timezone_id="Europe/Paris") as visitor, visitor.new_page() as page:
        page.goto("/agenda/?q=zyx")
        expect(page.get_by_role("status")).to_have_attribute("data-count", "0")
        page.get_by_role("link", name=re.compile("^sans « zyx »")).click()
        expect(page.get_by_role("status")).to_have_attribute("data-count", str(len(whole)))
        found = told(page)
        assert len(found) >= 20
        assert found == whole[: len(found)]


def test_each_page_of_a_list_says_how_many_it_has(plain: Page) -> None:
    for address in ("/agenda/page/2/", "/agenda/categories/atelier/page/2/"):
        plain.goto(address)
        number = plain.locator("[data-slug]").count()
        assert number > 0
        expect(plain.locator("[role=status]")).to_have_count(1)
        expect(plain.locator("[role=status]")).to_have_attribute("data-count", str(number))
        expect(plain.locator("[role=status]")).to_have_text(f"{number} rendez-vous sur cette page")
