"""Suggestions below the field of the search, by the keyboard, the mouse and the finger, in the header of every page and on the search page."""

from __future__ import annotations

import gzip
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, Request, expect

from support import Built

pytestmark = pytest.mark.browser

BUDGET = 60 * 1024
"""Bytes, compressed, of what the first letters load."""
SCRIPTS = 4 * 1024
"""Bytes, compressed, of the scripts that do it."""


@pytest.fixture
def field(page: Page) -> Locator:
    """The field in the header of a page."""
    page.goto("/articles/")
    return page.get_by_role("search").get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def write(field: Locator, text: str) -> Locator:
    """Write letter by letter; the lines that are suggested."""
    field.press_sequentially(text)
    expect(options(field.page).last).to_have_text(f"Chercher « {text} »", use_inner_text=True)
    return options(field.page)


def asks(page: Page, words: str) -> None:
    """Expect the search page with these words."""
    page.wait_for_url("**/recherche/?*")
    assert parse_qs(urlsplit(page.url).query) == {"q": [words]}


class TestTheList:
    def test_says_of_each_line_what_it_is(self, field: Locator) -> None:
        lines = write(field, "amien")
        expect(lines.first).to_have_text(re.compile("^Amiens Ville, Somme$"))
        field.fill("plan")
        expect(options(field.page).last).to_have_text("Chercher « plan »", use_inner_text=True)
        told = " ".join(options(field.page).all_inner_texts())
        assert re.search(r"Rendez-vous, \d+", told)

    def test_is_announced_and_told_by_its_field(self, field: Locator) -> None:
        expect(field).to_have_attribute("aria-expanded", "false")
        expect(field).to_have_attribute("aria-autocomplete", "list")
        lines = write(field, "amien")
        expect(field).to_have_attribute("aria-expanded", "true")
        assert field.get_attribute("aria-controls") == field.page.get_by_role("listbox").get_attribute("id")
        expect(field.page.locator("[aria-live=polite]")).to_have_text(re.compile(rf"^{lines.count() - 1} suggestions?$"))

    def test_closes_where_the_field_is_left_or_emptied(self, field: Locator) -> None:
        write(field, "amien")
        field.press("Tab")
        expect(field.page.get_by_role("listbox")).to_be_hidden()
        expect(field).to_have_attribute("aria-expanded", "false")
        field.focus()
        field.press("ArrowDown")
        expect(field.page.get_by_role("listbox")).to_be_visible()
        field.fill("")
        expect(field.page.get_by_role("listbox")).to_be_hidden()


class TestTheKeyboard:
    def test_walks_through_the_lines_and_goes_where_one_leads(self, field: Locator) -> None:
        lines = write(field, "amien")
        first = lines.first.get_attribute("id")
        field.press("ArrowDown")
        expect(lines.first).to_have_attribute("aria-selected", "true")
        expect(field).to_have_attribute("aria-activedescendant", str(first))
        expect(field).to_be_focused()
        expect(field).to_have_value("amien")
        field.press("Enter")
        field.page.wait_for_url("**/communes/80021/")

    def test_goes_round_by_way_of_the_field(self, field: Locator) -> None:
        lines = write(field, "amien")
        chosen = field.page.locator("[role=option][aria-selected=true]")
        field.press("ArrowUp")
        expect(lines.last).to_have_attribute("aria-selected", "true")
        field.press("ArrowDown")
        expect(chosen).to_have_count(0)
        assert field.get_attribute("aria-activedescendant") is None
        field.press("ArrowDown")
        expect(lines.first).to_have_attribute("aria-selected", "true")
        for key in ("End", "Home"):
            field.press("ArrowDown")
            field.press(key)
            expect(chosen).to_have_count(0)

    def test_asks_the_search_by_enter_or_by_the_last_line(self, field: Locator) -> None:
        write(field, "amien")
        field.press("Enter")
        asks(field.page, "amien")
        field.page.goto("/articles/")
        write(field, "amien")
        field.press("ArrowUp")
        field.press("Enter")
        asks(field.page, "amien")

    def test_closes_the_list_by_escape_and_empties_the_field_by_the_next(self, field: Locator) -> None:
        write(field, "amien")
        field.press("Escape")
        expect(field.page.get_by_role("listbox")).to_be_hidden()
        expect(field).to_have_value("amien")
        field.press("Escape")
        expect(field).to_have_value("")


class TestTheMouse:
    def test_goes_where_a_line_leads(self, field: Locator) -> None:
        write(field, "amien").first.click()
        field.page.wait_for_url("**/communes/80021/")

    def test_asks_the_search_by_the_last_line(self, field: Locator) -> None:
        write(field, "amien").last.click()
        asks(field.page, "amien")


class TestOnAPhone:
    def test_the_field_opens_and_the_list_fits(self, phone: Page) -> None:
        phone.set_viewport_size({"width": 320, "height": 640})
        phone.goto("/articles/")
        field = phone.get_by_role("search").get_by_role("combobox")
        expect(field).to_be_hidden()
        phone.get_by_role("button", name="Rechercher").tap()
        expect(field).to_be_focused()
        lines = write(field, "amien")
        boxes = [line.bounding_box() for line in lines.all()]
        assert all(box and box["x"] >= 0 and box["x"] + box["width"] <= 320 and box["height"] >= 24 for box in boxes)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 320
        lines.first.tap()
        phone.wait_for_url("**/communes/80021/")

    def test_escape_closes_the_list_before_the_field(self, phone: Page) -> None:
        phone.goto("/articles/")
        phone.get_by_role("button", name="Rechercher").tap()
        field = phone.get_by_role("search").get_by_role("combobox")
        write(field, "amien")
        field.press("Escape")
        expect(phone.get_by_role("listbox")).to_be_hidden()
        expect(field).to_be_visible()


class TestTheSearchPage:
    def test_suggests_beside_its_results(self, page: Page) -> None:
        page.goto("/recherche/")
        expect(page.get_by_role("search")).to_have_count(1)
        lines = write(page.get_by_role("combobox", name="Mots à chercher"), "amien")
        expect(page.locator("[data-result]").first).to_be_visible()
        page.locator("[data-result] a").first.click(trial=True)
        lines.first.click()
        page.wait_for_url("**/communes/80021/")


class TestWhatIsLoaded:
    def test_is_nothing_before_the_first_key_and_little_then(self, page: Page, demo: Built) -> None:
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(urlsplit(request.url).path)

        page.goto("/articles/", wait_until="networkidle")
        page.on("request", note)
        field = page.get_by_role("search").get_by_role("combobox")
        field.click()
        field.press("ArrowDown")
        assert asked == []
        write(field, "amiens")
        assert [path for path in asked if path.startswith("/recherche/")] == [
            "/recherche/suggestions.json",
            "/recherche/suggestions/am.json",
        ]
        weights = {path: len(gzip.compress(demo.file(path).read_bytes(), 9)) for path in asked}
        assert sum(weights.values()) <= BUDGET
        assert sum(weight for path, weight in weights.items() if path.endswith(".js")) <= SCRIPTS

    def test_is_not_missed_where_it_cannot_be_had(self, page: Page) -> None:
        page.route("**/suggestions.json", lambda route: route.abort())
        page.goto("/articles/")
        field = page.get_by_role("search").get_by_role("combobox")
        field.fill("amiens")
        field.press("Enter")
        asks(page, "amiens")


class TestWithoutJavascript:
    def test_the_form_leads_to_the_search_page(self, plain: Page) -> None:
        plain.goto("/articles/")
        field = plain.get_by_role("search").get_by_role("searchbox", name="Rechercher")
        field.fill("amiens")
        field.press("Enter")
        asks(plain, "amiens")
