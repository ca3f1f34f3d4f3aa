"""Pages in a browser: nothing is wrong, nothing comes from elsewhere, nothing sticks out, nothing needs a script."""

import pytest
from playwright.sync_api import BrowserContext, Page, Request

from support_pages import TYPES

pytestmark = pytest.mark.browser
every_type = pytest.mark.parametrize("url", TYPES)


class TestEveryTypeOfPage:
    @every_type
    def test_has_no_error_and_asks_nobody_else(self, context: BrowserContext, origin: str, url: str) -> None:
        told: list[str] = []
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        page = context.new_page()
        page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("requestfailed", lambda request: told.append(f"{request.url} {request.failure}"))
        page.on("request", note)
        page.goto(url)
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_load_state("networkidle")
        assert told == []
        assert [address for address in asked if not address.startswith((f"{origin}/", "data:"))] == []
        assert context.cookies() == []

    @every_type
    def test_does_not_scroll_sideways_on_the_smallest_screen(self, page: Page, url: str) -> None:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(url)
        wide = page.evaluate(
            """() => {
              const limit = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= limit) return [];
              return [...document.querySelectorAll("body *")]
                .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest(".scroll"))
                .map((element) => element.outerHTML.slice(0, 100));
            }"""
        )
        assert wide == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    @every_type
    def test_shows_its_text_without_javascript(self, plain: Page, url: str) -> None:
        plain.goto(url)
        assert plain.locator("h1").is_visible()
        assert len(plain.locator("main").inner_text().split()) > 8

    def test_that_is_not_there_answers_404_with_ways_out(self, page: Page) -> None:
        answer = page.goto("/nulle-part/")
        assert answer is not None
        assert answer.status == 404
        assert page.locator("main a[href='/']").first.is_visible()


class TestTheSkipLink:
    def test_comes_first_shows_itself_and_leads_to_the_main_part(self, page: Page) -> None:
        page.goto("/agenda/")
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.get_attribute("href") == "#contenu"
        box = skip.bounding_box()
        assert box is not None
        assert box["y"] >= 0
        assert box["height"] >= 24
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "contenu"


class TestTheMenu:
    def test_opens_and_closes_by_keyboard_on_a_phone(self, phone: Page) -> None:
        phone.goto("/")
        button = phone.locator("button.menu")
        entry = phone.locator("nav#menu a[href='/agenda/']")
        assert button.is_visible()
        assert not entry.is_visible()
        button.focus()
        phone.keyboard.press("Enter")
        assert entry.is_visible()
        phone.keyboard.press("Escape")
        assert not entry.is_visible()
        assert phone.evaluate("document.activeElement.matches('button.menu')")

    def test_is_reached_by_tab_and_followed_by_enter(self, phone: Page, origin: str) -> None:
        phone.goto("/")
        phone.locator("button.menu").focus()
        phone.keyboard.press("Enter")
        for _ in range(12):
            phone.keyboard.press("Tab")
            if phone.evaluate("document.activeElement.getAttribute('href')") == "/outils/":
                break
        phone.keyboard.press("Enter")
        phone.wait_for_url(f"{origin}/outils/")

    def test_works_without_javascript(self, plain: Page) -> None:
        plain.set_viewport_size({"width": 390, "height": 844})
        plain.goto("/")
        plain.locator("button.menu").click()
        assert plain.locator("nav#menu a[href='/agenda/']").is_visible()

    def test_says_where_one_is(self, page: Page) -> None:
        page.goto("/outils/")
        assert page.locator("nav#menu a[aria-current='page']").get_attribute("href") == "/outils/"


class TestTables:
    def test_and_what_scrolls_in_itself_take_the_focus_of_the_keyboard(self, page: Page) -> None:
        page.goto("/outils/planetarium-gonflable/")
        for area in page.locator(".scroll").all():
            assert area.get_attribute("tabindex") == "0"
            assert area.get_attribute("aria-label")
