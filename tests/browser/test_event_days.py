"""The page of an event on a day after the build: what it says of its dates is so on that day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from support import PLACE, Tree, build, event, write
from support_browser import served, visiting

pytestmark = pytest.mark.browser

HALL = {**PLACE, "name": "La halle"}


def slot(day: str, **keys: Any) -> dict[str, Any]:
    """Two hours of a day of 2026."""
    return {"start": f"2026-{day} 14:00", "end": f"2026-{day} 16:00", **keys}


TREE: Tree = (
    event("club", slots=[slot("11-24"), slot("11-26", status="annule"), slot("11-28", place=HALL), slot("12-05"), slot("12-12")])
    | event("expo", slots=[{"start": "2026-11-23", "end": "2026-12-13"}])
    | event("seul", slots=[slot("11-24")], booking={"required": True, "url": "https://billets.example/", "deadline": "2026-11-22"})
    | event("voisin", title="Le voisin", slots=[slot("11-24")], themes=["sciences-de-la-terre"])
    | event("plein", slots=[slot("11-24", status="complet"), slot("11-25"), slot("12-05")])
)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site as of 21 November 2026."""
    place = tmp_path_factory.mktemp("days")
    built = build(write(place, TREE), place)
    assert built.code == 0, built.stderr
    with served(built.output) as address:
        yield address


@contextmanager
def on(browser: Browser, origin: str, day: str, slug: str) -> Iterator[Page]:
    """The page of an event, as a visitor of a day of 2026 sees it."""
    own = {"day": date.fromisoformat(f"2026-{day}"), "timezone_id": "Europe/Paris"}
    with visiting(browser, origin, **own) as visitor, visitor.new_page() as page:
        page.goto(f"/agenda/{slug}/")
        yield page


@pytest.mark.parametrize(
    ("day", "slug", "said"),
    [
        ("11-22", "expo", ""),
        ("11-23", "expo", "en ce moment"),
        ("12-13", "expo", "en ce moment"),
        ("11-22", "club", ""),
        ("11-23", "club", "demain"),
        ("11-24", "club", "aujourd’hui"),
        ("11-25", "club", "ce week-end"),
    ],
)
def test_a_date_is_called_by_the_day_of_the_visitor(browser: Browser, origin: str, day: str, slug: str, said: str) -> None:
    with on(browser, origin, day, slug) as page:
        expect(page.locator(".when-now")).to_have_text([said] if said else [])


def test_a_date_is_absolute_without_a_script(browser: Browser, origin: str) -> None:
    with visiting(browser, origin, java_script_enabled=False) as visitor, visitor.new_page() as plain:
        for slug in ("expo", "club", "seul"):
            plain.goto(f"/agenda/{slug}/")
            assert not {"moment", "demain", "aujourd’hui", "passé"} & set(plain.locator("main").inner_text().split())


class TestOnceADateIsOver:
    def test_the_next_one_that_takes_place_is_told_with_its_place(self, browser: Browser, origin: str) -> None:
        with on(browser, origin, "11-25", "club") as page:
            expect(page.locator(".when-told")).to_contain_text("samedi 28 novembre")
            expect(page.locator(".when-told")).to_contain_text("La halle, Abbeville (80)")
            expect(page.locator("[data-place]")).to_be_hidden()
            expect(page.locator(".adding-main")).to_be_hidden()

    def test_it_stands_in_the_list_no_more_and_is_not_counted(self, browser: Browser, origin: str) -> None:
        with on(browser, origin, "11-21", "club") as page:
            expect(page.get_by_role("link", name="4 dates à venir")).to_be_visible()
        with on(browser, origin, "11-25", "club") as page:
            expect(page.locator("#date-20261124T1400")).to_be_hidden()
            expect(page.locator("#date-20261126T1400")).to_be_visible()
            expect(page.get_by_role("link", name="Toutes les dates", exact=True)).to_be_visible()

    def test_nobody_is_led_to_it(self, browser: Browser, origin: str) -> None:
        with on(browser, origin, "11-25", "plein") as page:
            expect(page.locator(".state a")).to_be_visible()
        with on(browser, origin, "11-26", "plein") as page:
            expect(page.locator(".state a")).to_be_hidden()


class TestOnceAllIsOver:
    def test_the_page_says_so_and_offers_nothing_more(self, browser: Browser, origin: str) -> None:
        with on(browser, origin, "11-25", "seul") as page:
            expect(page.get_by_text("Ce rendez-vous est passé.")).to_be_visible()
            expect(page.locator(".when-told")).to_contain_text("mardi 24 novembre")
            for gone in (".booking", ".adding-main", ".elsewhere"):
                expect(page.locator(gone)).to_be_hidden()

    def test_the_dates_stand_as_they_were(self, browser: Browser, origin: str) -> None:
        with on(browser, origin, "12-31", "club") as page:
            expect(page.get_by_text("Ce rendez-vous est passé.")).to_be_visible()
            expect(page.locator("#date-20261212T1400")).to_be_visible()
            expect(page.get_by_role("link", name="Toutes les dates", exact=True)).to_be_visible()

    @pytest.mark.parametrize("day", ["11-21", "11-25"])
    def test_nothing_is_wider_than_a_small_phone(self, browser: Browser, origin: str, day: str) -> None:
        with on(browser, origin, day, "club") as page:
            page.set_viewport_size({"width": 320, "height": 800})
            panel, told = page.locator(".panel").bounding_box(), page.locator(".when-told").bounding_box()
            assert panel
            assert told
            assert told["x"] + told["width"] <= panel["x"] + panel["width"]
            assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_nobody_books_after_the_last_day_for_it(browser: Browser, origin: str) -> None:
    with on(browser, origin, "11-22", "seul") as page:
        expect(page.get_by_role("link", name="Réserver une place")).to_be_visible()
    with on(browser, origin, "11-23", "seul") as page:
        expect(page.locator(".booking")).to_contain_text("jusqu’au dimanche 22 novembre")
        expect(page.get_by_role("link", name="Réserver une place")).to_have_count(0)


def test_what_else_one_could_go_to_is_not_over(browser: Browser, origin: str) -> None:
    with on(browser, origin, "11-21", "plein") as page:
        expect(page.locator(".elsewhere")).to_contain_text("Le voisin")
    with on(browser, origin, "11-25", "plein") as page:
        expect(page.locator(".elsewhere").get_by_text("Le voisin")).to_be_hidden()
