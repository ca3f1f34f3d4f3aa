"""The search: accents or not, filters, and an address that keeps what was asked."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from support_finder import ask, paths, titles, total, wider

pytestmark = pytest.mark.browser


class TestWords:
    @pytest.mark.parametrize("words", ["planétarium", "planetarium", "PLANÉTARIUM"])
    def test_are_found_with_or_without_their_accents(self, page: Page, words: str) -> None:
        assert any("planétarium" in title.lower() for title in ask(page, words))

    @pytest.mark.parametrize("words", ["xyzzyplugh", "xyzzy", "xyz"])
    def test_that_are_nowhere_are_told(self, page: Page, words: str) -> None:
        assert ask(page, words) == []
        expect(page.locator("[data-status]")).to_have_text(f"Rien ne correspond à « {words} ».")
        assert page.locator("[data-help]").is_visible()

    def test_near_those_of_the_site_lead_to_them(self, page: Page) -> None:
        assert ask(page, "astronomiquement")
        expect(page.locator("[data-status]")).to_contain_text("ce qui s’en approche")
        expect(page.locator("[data-result] mark").first).to_contain_text(re.compile("astronom", re.IGNORECASE))

    def test_of_a_town_find_what_is_there(self, page: Page) -> None:
        ask(page, "Dunkerque")
        found = page.locator("[data-result]").first
        expect(found.locator(".entry-facts")).to_contain_text("Dunkerque (59)")
        expect(found).not_to_contain_text("Terminé")

    def test_that_are_markup_stay_words(self, page: Page) -> None:
        page.goto("/recherche/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        expect(page.locator("[data-status]")).not_to_be_empty()
        assert page.locator("main img[src=x]").count() == 0

    def test_of_a_link_are_searched_at_once(self, page: Page) -> None:
        page.goto("/recherche/?q=abeilles")
        assert page.locator("input[name=q]").input_value() == "abeilles"
        assert titles(page)

    def test_lead_to_their_page(self, page: Page) -> None:
        found = ask(page, "planétarium")
        page.locator("[data-result] h3 a").first.click()
        expect(page.locator("h1")).to_have_text(re.compile(re.escape(found[0].split(" ")[0])))


class TestFilters:
    def test_reduce_the_results_and_give_them_back(self, page: Page) -> None:
        ask(page, "science")
        before = total(page)
        page.locator("[data-facet=genre] summary").click()
        page.get_by_role("checkbox", name=re.compile("^Articles")).check()
        expect(page.locator("[data-status]")).not_to_contain_text(f"{before} résultat")
        assert 0 < total(page) < before
        assert {path.split("/")[1] for path in paths(page)} == {"articles"}
        page.get_by_role("checkbox", name=re.compile("^Articles")).uncheck()
        expect(page.locator("[data-status]")).to_contain_text(f"{before} résultat")

    def test_are_kept_in_the_address(self, page: Page) -> None:
        ask(page, "ciel")
        page.locator("[data-facet=theme] summary").click()
        page.get_by_role("checkbox", name=re.compile("^Astronomie")).check()
        page.wait_for_url(re.compile("theme="))
        assert parse_qs(urlsplit(page.url).query) == {"q": ["ciel"], "theme": ["Astronomie"]}
        count = total(page)
        page.reload()
        assert page.locator("input[name=q]").input_value() == "ciel"
        assert page.locator("input[name=theme][value=Astronomie]").is_checked()
        assert total(page) == count

    def test_work_by_keyboard(self, page: Page) -> None:
        ask(page, "science")
        page.locator("[data-facet=genre] summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.wait_for_url(re.compile("genre="))
        page.keyboard.press("Escape")
        expect(page.locator("[data-facet=genre]")).not_to_have_attribute("open", "")

    def test_say_how_many_results_each_value_has_once_they_are_open(self, page: Page) -> None:
        ask(page, "science")
        counts = page.locator("[data-facet=genre] [data-count]")
        assert counts.all_inner_texts() == [""] * counts.count()
        page.locator("[data-facet=genre] summary").click()
        expect(counts.first).not_to_be_empty()
        box = page.get_by_role("checkbox", name=re.compile("^Articles"))
        number = box.locator("..").locator("[data-count]").inner_text()
        box.check()
        expect(page.locator("[data-status]")).to_contain_text(f"{number} résultat")


class TestPastYears:
    def test_are_not_offered_where_there_are_none(self, page: Page) -> None:
        ask(page, "astronomie")
        expect(wider(page)).to_be_hidden()


class TestWithoutJavascript:
    def test_the_page_says_so_and_leads_to_the_lists(self, plain: Page) -> None:
        plain.goto("/recherche/")
        assert plain.locator("noscript").count() == 1
        assert plain.locator("main a[href='/agenda/']").first.is_visible()
