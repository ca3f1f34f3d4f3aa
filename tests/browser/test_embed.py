"""The agenda on somebody else's site: in a frame, with the questions of its filters; and the form that composes its code."""

import gzip
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, expect

from support_browser import served, visiting

pytestmark = pytest.mark.browser
ASKED = "/embed/agenda/?theme=astronomie&gratuit=1&age=huit"


class TestTheFrame:
    def test_answers_its_address_on_another_site(self, browser: Browser, origin: str, page: Page, tmp_path: Path) -> None:
        page.goto(ASKED)
        expect(page.get_by_text("donc ignoré")).to_be_visible()
        expect(page.locator("[data-whole]")).to_have_attribute("href", re.compile("theme="))  # the last that an answer changes
        shown = page.locator("[data-slug]").evaluate_all("found => found.map(one => one.dataset.slug)")
        assert shown
        frame = f'<iframe title="Agenda" src="{origin}{ASKED.replace("&", "&amp;")}" width="600" height="600"></iframe>'
        (tmp_path / "_headers").write_text("")
        (tmp_path / "index.html").write_text(f"<!doctype html><title>Ailleurs</title>{frame}")
        with served(tmp_path) as elsewhere, visiting(browser, elsewhere) as visitor:
            other = visitor.new_page()
            other.goto("/")
            inside = other.frame_locator("iframe")
            expect(inside.get_by_role("status")).to_have_attribute("data-count", str(len(shown)))
            expect(inside.get_by_text("Âge : « huit » ne veut rien dire ici, donc ignoré.")).to_be_visible()
            with visitor.expect_page() as opened:
                inside.locator(".slot-title a, .lasting a").first.click()
            assert opened.value.url.startswith(f"{origin}/")

    def test_is_the_whole_agenda_without_a_question_and_without_javascript(self, plain: Page) -> None:
        plain.goto("/embed/agenda/?theme=astronomie")
        rows = plain.locator(".slot, .lasting")
        assert rows.count() > 10
        assert plain.locator(":is(.slot, .lasting) h3 > a[href^='/']:only-child").count() == rows.count()
        for link in (plain.locator(".lasting a").first, plain.locator(".slot a").first):
            title = link.inner_text()
            with plain.context.expect_page() as opened:
                link.click()
            expect(opened.value.locator("h1")).to_have_text(title)

    def test_leads_to_the_same_answer_on_the_site(self, page: Page) -> None:
        page.goto(ASKED)
        expect(page.get_by_text("donc ignoré")).to_be_visible()
        expect(page.locator("[data-whole]")).to_have_attribute("href", re.compile("theme="))
        count = page.locator("[role=status][data-count]").get_attribute("data-count")
        address = str(page.locator("[data-whole]").get_attribute("href"))
        assert address.endswith("/agenda/?theme=astronomie&gratuit=1&age=huit")
        page.goto(address)
        expect(page.locator("[role=status][data-count]")).to_have_attribute("data-count", str(count))

    def test_says_what_is_near_where_nothing_fits_and_what_giving_up_one_condition_leaves(self, page: Page) -> None:
        page.goto("/embed/agenda/?du=2031-01-01&theme=astronomie")
        expect(page.locator("[role=status][data-count]")).to_have_attribute("data-count", "0")
        expect(page.locator("[data-instead] a[href^='/agenda/']").first).to_be_visible()
        expect(page.locator("[data-instead]")).not_to_contain_text("Astronomie")
        page.get_by_role("link", name="sans « ces dates »").click()
        expect(page.locator("[role=status][data-count]")).not_to_have_attribute("data-count", "0")
        assert page.url.endswith("/embed/agenda/?theme=astronomie")

    def test_names_a_choice_as_the_site_does(self, page: Page) -> None:
        page.goto("/embed/agenda/?q=zyx&theme=astronomie&gratuit=1")
        expect(page.locator("[role=status][data-count]")).to_have_attribute("data-count", "0")
        expect(page.get_by_role("link", name=re.compile("sans « zyx » : [0-9]+"))).to_be_visible()

    @pytest.mark.parametrize("asked", ["", "?q=zyx", "?theme=astronomie&gratuit=1"])
    def test_weighs_little_whatever_is_asked(self, browser: Browser, origin: str, asked: str) -> None:
        with visiting(browser, origin) as visitor, visitor.new_page() as page:
            answers: list[Response] = []

            def note(answer: Response) -> None:
                answers.append(answer)

            page.on("response", note)
            page.goto(f"/embed/agenda/{asked}")
            page.wait_for_load_state("networkidle")
            # The agenda's data grow with it, and have a bound of their own: /agenda/ answers from the same.
            own = [answer.body() for answer in answers if not answer.url.endswith(".json")]
            assert sum(len(gzip.compress(body, 9)) for body in own) <= 24 * 1024

    def test_shows_the_first_entries_before_it_is_asked(self, plain: Page) -> None:
        plain.goto("/embed/agenda/")
        assert 20 <= plain.locator("[data-slug]").count() < int(plain.get_by_role("status").get_attribute("data-count") or 0)
        assert plain.locator("[data-more]").count() == 1


class TestItsCode:
    def test_follows_what_is_chosen(self, page: Page, origin: str) -> None:
        page.goto("/flux/")
        page.get_by_label("Thème").select_option(label="Astronomie")
        page.get_by_label("Gratuit").check()
        code = page.get_by_label("Le code").input_value()
        assert code.startswith('<iframe src="')
        assert '/embed/agenda/?theme=astronomie&amp;gratuit=1"' in code
        with page.context.expect_page() as opened:
            page.get_by_role("button", name="Voir ce que cela donne").click()
        assert "theme=astronomie" in opened.value.url
