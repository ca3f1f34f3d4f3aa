"""« Ma sélection »: what is starred stays in this browser, and can be handed on."""

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Locator, Page, expect

from support_browser import visiting

pytestmark = pytest.mark.browser


def star(page: Page, title: str) -> Locator:
    """The star of what is called so."""
    return page.get_by_role("button", name=f"Garder dans ma sélection : {title}").first


def first_title(page: Page, kind: str) -> str:
    """The first event or tool that a list shows."""
    return page.locator(f"main [data-kind='{kind}'] a").first.inner_text()


class TestWhatIsStarred:
    def test_is_on_the_visitors_own_page_until_its_star_is_taken_back(self, phone: Page) -> None:
        phone.goto("/agenda/")
        event = first_title(phone, "event")
        star(phone, event).click()
        phone.goto("/outils/")
        tool = first_title(phone, "exhibition")
        star(phone, tool).click()
        expect(phone.get_by_role("link", name="Ma sélection 2")).to_be_visible()
        phone.get_by_role("link", name="Ma sélection 2").click()
        expect(phone.get_by_role("status")).to_have_text("2 gardés")
        expect(phone.locator("#selection h2")).to_have_text([event, tool])
        star(phone, event).click()
        phone.reload()
        expect(phone.locator("#selection h2")).to_have_text([tool])
        phone.evaluate("localStorage.clear()")

    def test_is_marked_wherever_it_is_shown(self, phone: Page) -> None:
        phone.goto("/agenda/")
        link = phone.locator(".slot a").first
        title = link.inner_text()
        star(phone, title).click()
        link.click()
        expect(star(phone, title)).to_have_attribute("aria-pressed", "true")
        phone.evaluate("localStorage.clear()")

    def test_goes_into_a_calendar_with_all_its_dates(self, phone: Page) -> None:
        phone.goto("/agenda/")
        title = phone.locator(".slot a").first.inner_text()
        star(phone, title).click()
        phone.goto("/selection/")
        with phone.expect_download() as download:
            phone.get_by_role("button", name="Ajouter à mon calendrier").click()
        calendar = Calendar.from_ical(download.value.path().read_bytes())
        assert {str(event["SUMMARY"]).rpartition(" : ")[2] for event in calendar.walk("VEVENT")} == {title}
        phone.evaluate("localStorage.clear()")

    def test_can_be_handed_on_by_a_link_that_changes_nothing_before_it_is_asked_to(
        self, phone: Page, browser: Browser, origin: str
    ) -> None:
        phone.goto("/agenda/")
        title = phone.locator(".slot a").first.inner_text()
        star(phone, title).click()
        phone.goto("/selection/")
        link = phone.get_by_role("button", name="Copier le lien").get_attribute("data-copy")
        phone.evaluate("localStorage.clear()")
        with visiting(browser, origin) as other:
            page = other.new_page()
            page.goto(str(link))
            expect(page.locator("#selection h2")).to_have_text([title])
            assert page.evaluate("localStorage.length") == 0
            page.get_by_role("button", name="L’ajouter à la mienne").click()
            expect(page.get_by_text("vous a été transmise")).to_be_hidden()
            page.goto("/selection/")
            expect(page.locator("#selection h2")).to_have_text([title])

    def test_names_a_thing_once_however_often_a_link_does_and_takes_no_endless_one(self, phone: Page) -> None:
        asked: list[str] = []
        phone.on("request", lambda request: asked.append(request.url))
        phone.goto("/selection/#agenda=" + ",".join(["il-n-y-en-a-pas"] * 900))
        expect(phone.get_by_role("status")).to_have_text("1 gardé")
        expect(phone.locator("#selection h2")).to_have_text(["il-n-y-en-a-pas"])
        phone.goto("about:blank")
        phone.goto("/selection/#outils=" + ",".join(f"aucun-{number}" for number in range(900)))
        expect(phone.get_by_role("status")).to_have_text("200 gardés")
        assert sum("/il-n-y-en-a-pas/" in url for url in asked) == 1

    def test_is_nothing_that_somebody_else_may_make_up(self, phone: Page) -> None:
        phone.goto("/selection/#agenda=../../donnees,%2F%2Fexample.org&outils=<b>x</b>&documents=a")
        expect(phone.get_by_text("Rien encore.")).to_be_visible()


class TestWithoutJavaScript:
    def test_the_page_says_so_and_where_to_go(self, plain: Page) -> None:
        plain.goto("/selection/")
        assert "a besoin de JavaScript" in plain.locator("main").inner_text()
        assert plain.locator("main a[href='/agenda/']").first.is_visible()
        assert plain.locator(".star").count() == 0
