"""What a result says, how results of many kinds stand, and what filters list by themselves."""

import re
from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from support_browser import at_a_desk, visiting
from support_finder import ask, paths, titles, total

pytestmark = pytest.mark.browser


def facts(page: Page, path: str) -> str:
    """What the result of a page says of it under its title."""
    return page.locator(f"[data-result]:has(a[href='{path}']) .entry-facts").inner_text()


class TestAResult:
    def test_says_kind_day_town_and_state(self, page: Page) -> None:
        ask(page, "oiseaux d’hiver")
        said = facts(page, "/agenda/oiseaux-d-hiver-au-marais/")
        assert re.fullmatch(r"Annulé\s+Visite · samedi 5 décembre 2026 · Saint-Omer \(62\)", said)

    def test_says_what_is_over_or_closed(self, page: Page) -> None:
        ask(page, "nuit du verre")
        assert facts(page, "/agenda/nuit-du-verre-a-soissons/").startswith("Terminé")
        ask(page, "vitrines à donner")
        assert "clos le 10 novembre 2026" in facts(page, "/annonces/don-de-vitrines/")

    def test_marks_the_words_in_a_whole_sentence(self, page: Page) -> None:
        ask(page, "etoile filante")
        found = page.locator("[data-result]").first
        assert found.locator(".entry-summary mark").all_inner_texts() == ["étoiles", "filantes"]
        assert found.locator(".entry-summary").inner_text().endswith(".")

    def test_has_a_picture_that_takes_no_name_and_no_room_later(self, page: Page) -> None:
        ask(page, "géminides")
        picture = page.locator("[data-result] .found-picture img").first
        assert picture.get_attribute("alt") == ""
        box = page.locator("[data-result] .found-picture").first.bounding_box()
        assert box is not None
        assert box["height"] > 24


class TestTheDay:
    """The index stays; what is over is what is over where the visitor is."""

    def test_of_the_visitor_puts_what_is_to_come_first(self, browser: Browser, origin: str) -> None:
        with at_a_desk(browser, origin) as now, visiting(browser, origin, day=date(2026, 9, 25)) as before:
            late, early = now.new_page(), before.new_page()
            ask(late, "Soissons")
            assert paths(late)[0] == "/agenda/la-verrerie-ouvre-ses-fours/"
            ask(early, "Soissons")
            assert paths(early)[0] == "/agenda/nuit-du-verre-a-soissons/"
            assert not facts(early, "/agenda/nuit-du-verre-a-soissons/").startswith("Terminé")


class TestManyKinds:
    def test_stand_apart_each_with_its_number_and_the_way_to_all_of_it(self, page: Page) -> None:
        ask(page, "astronomie")
        heading = page.locator(".found-group h2", has_text="Agenda")
        match = re.search(r"\((\d+)\)", heading.inner_text())
        assert match is not None
        page.get_by_role("button", name="Tout voir : Agenda").click()
        expect(page.locator("[data-status]")).to_contain_text(f"{match[1]} résultats")
        expect(page.locator("[data-status]")).to_be_focused()
        assert {path.split("/")[1] for path in paths(page)} == {"agenda"}
        page.wait_for_url(re.compile("genre=Agenda"))

    def test_further_down_are_read_once_they_come_into_sight(self, page: Page) -> None:
        ask(page, "astronomie")
        last = page.locator(".found-group").last
        last.scroll_into_view_if_needed()
        expect(last.locator("[data-result]").first).to_be_visible()
        expect(page.locator(".entry-room")).to_have_count(0)

    def test_fit_a_narrow_screen(self, browser: Browser, origin: str) -> None:
        with visiting(browser, origin, viewport={"width": 320, "height": 640}) as visitor:
            narrow = visitor.new_page()
            ask(narrow, "astronomie")
            assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


class TestFiltersAlone:
    def test_list_what_is_to_come_first(self, page: Page) -> None:
        page.goto("/recherche/?genre=Annonces")
        expect(page.locator("[data-status]")).to_have_text(re.compile(r"^\d+ pages$"))
        said = page.locator("[data-result] .entry-facts").all_inner_texts()
        assert "ouvert jusqu’au" in said[0]
        assert [path.split("/")[1] for path in paths(page)] == ["annonces"] * len(said)

    def test_give_way_to_words(self, page: Page) -> None:
        page.goto("/recherche/?genre=Annonces")
        expect(page.locator("[data-status]")).to_contain_text("pages")
        page.locator("input[name=q]").fill("stage")
        assert titles(page)
        assert total(page) >= 1
