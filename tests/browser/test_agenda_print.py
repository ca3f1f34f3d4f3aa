"""A list of the agenda on paper: what was found, and nothing to press."""

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

PRESSED = "main :is(button, input, select, summary)"


@pytest.mark.parametrize("address", ["/agenda/", "/agenda/?scolaires=1", "/agenda/scolaires/", "/agenda/?gratuit=1"])
def test_it_holds_entries_and_no_controls(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.emulate_media(media="print")
    assert page.locator(".slot:visible, .lasting:visible").count() > 0
    assert [one for one in page.locator(PRESSED).all() if one.is_visible()] == []
    for relative in page.locator(".slots-named").all():
        expect(relative).to_be_hidden()


def test_an_answer_is_printed_whole(page: Page) -> None:
    page.goto("/agenda/?mode=sur-place")
    status = page.get_by_role("status")
    expect(page.locator("button[data-more]")).to_be_visible()  # the answer has come
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator("[data-slug]")).to_have_count(int(status.get_attribute("data-count") or 0))


def test_an_entry_stands_on_one_sheet_with_the_day_above_it(page: Page) -> None:
    page.goto("/agenda/scolaires/")
    page.emulate_media(media="print")
    kept = page.locator(".slot").first.evaluate("row => getComputedStyle(row).breakInside")
    date = page.locator(".slots-date").last.evaluate("date => [getComputedStyle(date).breakAfter, getComputedStyle(date).position]")
    assert (kept, date) == ("avoid", ["avoid", "static"])
