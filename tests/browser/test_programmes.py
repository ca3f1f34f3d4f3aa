"""A festival as a visitor goes through it: from its page to a day and an event, from its map to a town, with keys or without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
FESTIVAL = "/dossiers/fete-de-la-science-2026-exemple/"


class TestAFestival:
    def test_leads_to_a_day_and_an_event_without_javascript(self, plain: Page) -> None:
        plain.goto(FESTIVAL)
        plain.get_by_role("navigation", name="Les jours du programme").get_by_role("link", name=re.compile("^sam. 10 oct.")).click()
        expect(plain.get_by_role("heading", level=1)).to_have_text(re.compile(r"^samedi 10\s+octobre 2026$"))
        plain.get_by_role("link", name="Un robot à démonter").click()
        expect(plain).to_have_url(re.compile("/agenda/un-robot-a-demonter/$"))

    def test_leads_from_the_mark_of_a_town_to_what_there_is(self, page: Page) -> None:
        page.goto(FESTIVAL)
        page.locator("svg.map a.map-town", has=page.get_by_text("Soissons : 1 événement", exact=False)).click()
        expect(page).to_have_url(re.compile("#c02722$"))
        expect(page.get_by_role("heading", name=re.compile("^Soissons"))).to_be_in_viewport()

    def test_fits_a_phone(self, phone: Page) -> None:
        phone.goto(FESTIVAL)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


class TestTheMap:
    def test_leads_to_a_department_by_the_keyboard(self, page: Page) -> None:
        page.goto("/carte/")
        page.locator("svg.map a.map-department").first.focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.getAttribute('href')") == "/territoires/59/"
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("/territoires/59/$"))

    def test_goes_on_to_the_list_of_towns_after_its_departments(self, page: Page) -> None:
        page.goto("/carte/")
        page.locator("svg.map a.map-department").last.focus()
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('svg')") is None
