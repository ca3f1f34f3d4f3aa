"""Pages in a browser: nothing is wrong, nothing comes from elsewhere, nothing sticks out, nothing needs a script."""

import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from support_pages import TYPES

pytestmark = pytest.mark.browser
every_type = pytest.mark.parametrize("url", TYPES)


ALL_LOADED = """() => Promise.all([document.fonts.ready, ...[...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => null);
})])"""
TOO_WIDE = """() => {
  const limit = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= limit) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > limit + 1 && !element.closest(".scroll"))
    .map((element) => element.outerHTML.slice(0, 100));
}"""


class TestEveryTypeOfPage:
    @every_type
    def test_has_no_error_asks_nobody_else_and_fits_the_smallest_screen(
        self, context: BrowserContext, page: Page, origin: str, url: str
    ) -> None:
        told: list[str] = []
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("requestfailed", lambda request: told.append(f"{request.url} {request.failure}"))
        page.on("request", note)
        page.goto(url)
        page.evaluate(ALL_LOADED)
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.evaluate(ALL_LOADED)
        assert told == []
        assert [address for address in asked if not address.startswith((f"{origin}/", "data:"))] == []
        assert context.cookies() == []

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
        expect(page.locator("#contenu")).to_be_focused()


class TestTheMenu:
    def test_opens_and_closes_by_keyboard_on_a_phone(self, phone: Page) -> None:
        phone.goto("/")
        button = phone.locator("button.menu")
        entry = phone.locator("nav#menu a[href='/agenda/']")
        assert button.is_visible()
        assert not entry.is_visible()
        button.focus()
        phone.keyboard.press("Enter")
        expect(entry).to_be_visible()
        phone.keyboard.press("Escape")
        expect(entry).to_be_hidden()
        expect(button).to_be_focused()

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
        expect(plain.locator("nav#menu a[href='/agenda/']")).to_be_visible()

    def test_says_where_one_is(self, page: Page) -> None:
        page.goto("/outils/")
        assert page.locator("nav#menu a[aria-current='page']").get_attribute("href") == "/outils/"


class TestTables:
    def test_and_what_scrolls_in_itself_take_the_focus_of_the_keyboard(self, page: Page) -> None:
        page.goto("/outils/planetarium-gonflable/")
        for area in page.locator(".scroll").all():
            assert area.get_attribute("tabindex") == "0"
            assert area.get_attribute("aria-label")
