"""Whatever a visitor of /proposer/ does before scripts and data have come, the form ends as for one who waited for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from support_proposal import ADDRESS, UNFOLD, contributions_known, field, file_text, open_form, write

pytestmark = pytest.mark.browser

Acts = Callable[[Page], None]

HELD = {
    "the checks": "**/js/proposal/{check,follow,show,yaml}.js",
    "the data": "**/formulaires/event.json",
    "the contributions": "**/formulaires/fiches.json",
}
"""What has not come yet, by what it is to the form."""

STATE = """() => {
  const form = document.querySelector("[data-proposal]");
  const all = (selector) => [...document.querySelectorAll(selector)];
  return {
    values: all("[data-proposal] :is(input, select, textarea)").map((control) => [control.id, control.name, control.value, control.checked]),
    ready: all("[data-proposal] button").map((button) => !button.disabled),
    invalid: all("[aria-invalid=true]").map((control) => control.name || control.id),
    told: all("[data-error]:not([hidden])").map((place) => [place.id, place.textContent]),
    summary: all("[data-summary]:not([hidden]) a").map((link) => link.textContent),
    hidden: all("[data-field]").filter((field) => field.hidden).map((field) => field.dataset.field),
    sent: !document.querySelector("[data-send]").hidden,
    status: form.querySelector("[data-status]").textContent,
    card: document.querySelector(".proposal-aside .card")?.textContent,
    file: document.querySelector("[data-file]").textContent,
    focus: document.activeElement.id || document.activeElement.className,
  };
}"""


def state(page: Page) -> dict[str, Any]:
    """All that a form shows and holds, once it has drawn what it follows and what it was asked for."""
    file_text(page)
    contributions_known(page)
    found: dict[str, Any] = page.evaluate(STATE)
    return found


@contextmanager
def held(page: Page, pattern: str) -> Iterator[None]:
    """What is asked at some addresses does not come before the end; it must be asked."""
    asked: list[Route] = []

    def keep(route: Route) -> None:
        asked.append(route)

    page.route(pattern, keep)
    with page.expect_request(pattern):
        yield
    page.route(pattern, lambda route: route.continue_())
    for route in asked:
        route.continue_()


def times_and_words(page: Page) -> None:
    """An end by its hour alone; a title that is left and come back to; a group that is left; a name that is typed and taken back."""
    page.locator("#f-title").fill("U")
    write(page, "slots.0.start", "2026-12-05 14:00")
    field(page, "slots.0.end").locator("input[type=time]").fill("15:30")
    page.locator("[name=themes]").first.check()
    page.evaluate(UNFOLD)
    page.locator("#f-contact\\.email").fill("musee")
    page.locator("#f-contact\\.phone").focus()
    page.locator("#f-nom").fill("Nom Propre")
    page.locator("#f-nom").fill("")
    page.locator("#f-texte").fill("Un texte.")
    page.locator("#f-title").focus()


def an_hour_before_its_day(page: Page) -> None:
    """The end's hour is typed while the start has no day yet: nobody can know which day is meant."""
    field(page, "slots.0.end").locator("input[type=time]").fill("15:30")
    write(page, "slots.0.start", "2026-12-05 14:00")
    page.locator("#f-summary").fill("É" * 201)
    page.locator("#f-nom").fill("archives")
    page.locator("#f-texte").focus()


def rows_and_choices(page: Page) -> None:
    """Dates are added, filled and removed; the mode is chosen; a row names a contribution."""
    write(page, "slots.0.start", "2026-12-05 14:00")
    field(page, "slots.0.end").locator("input[type=time]").fill("15:30")
    page.get_by_role("button", name="une semaine plus tard").click()
    page.get_by_role("button", name="une semaine plus tard").click()
    page.get_by_role("button", name="Retirer").nth(1).click()
    page.get_by_role("button", name="Ajouter une date").click()
    write(page, "slots.3.start", "0026-12-05 14:00")
    write(page, "mode", "en-ligne")
    page.evaluate(UNFOLD)
    page.get_by_role("button", name="Ajouter un lien").click()
    write(page, "links.0.url", "exemple")
    page.get_by_role("button", name="Ajouter un dossier").click()
    page.locator("#f-texte").focus()


def a_submission(page: Page) -> None:
    """Much is missing, and the last button is pressed."""
    page.locator("#f-title").fill("Une nuit")
    page.get_by_role("button", name="Vérifier et relire").click()


def a_submission_and_more(page: Page) -> None:
    """The last button is pressed by the keyboard, and one goes on writing elsewhere."""
    page.locator("#f-title").fill("Une nuit")
    page.locator("#f-title").press("Enter")
    page.locator("#f-summary").fill("Un résumé.")
    page.locator("#f-texte").focus()


def words_alone(page: Page) -> None:
    """What can be done in a page without any script."""
    page.locator("#f-title").fill("U")
    write(page, "slots.0.start", "2026-12-05 14:00")
    field(page, "slots.0.end").locator("input[type=time]").fill("15:30")
    page.locator("[name=themes]").first.check()
    write(page, "mode", "en-ligne")
    page.evaluate(UNFOLD)
    page.locator("#f-contact\\.email").fill("musee")
    page.locator("#f-nom").fill("archives")
    page.locator("#f-texte").fill("Un texte.")
    page.locator("#f-texte").blur()


class TestAHurriedVisitor:
    @pytest.mark.parametrize("acts", [times_and_words, an_hour_before_its_day, rows_and_choices, a_submission, a_submission_and_more])
    def test_ends_where_one_who_waited_does(self, page: Page, acts: Acts) -> None:
        open_form(page, "event")
        acts(page)
        waited = state(page)
        for what, pattern in HELD.items():
            with held(page, pattern):
                page.goto(ADDRESS["event"])
                acts(page)
            assert state(page) == waited, what

    def test_may_write_before_any_script_has_come(self, page: Page) -> None:
        open_form(page, "event")
        words_alone(page)
        waited = state(page)
        with held(page, "**/js/proposal.js"):
            page.goto(ADDRESS["event"], wait_until="commit")
            words_alone(page)
        assert state(page) == waited

    def test_presses_no_button_before_a_script_can_answer(self, page: Page) -> None:
        with held(page, "**/js/proposal.js"):
            page.goto(ADDRESS["event"], wait_until="commit")
            expect(page.locator("footer")).to_be_attached()
            assert page.locator("[data-proposal] button:enabled").count() == 0
            page.locator("#f-title").fill("Une nuit")
            page.locator("#f-title").press("Enter")
        expect(page.locator("[data-proposal] button:disabled")).to_have_count(0)
        assert page.locator("#f-title").input_value() == "Une nuit"
        assert page.url.endswith(ADDRESS["event"])

    def test_finds_each_contribution_once_in_the_list_of_a_row_added_first_of_all(self, page: Page) -> None:
        page.goto(ADDRESS["event"])
        page.evaluate(UNFOLD)
        page.evaluate("""document.querySelector('[data-field="partners"] [data-add]').click()""")
        contributions_known(page)
        for name in ("organisation", "partners.0.organisation"):
            offered = page.locator(f"[id='f-{name}'] option").evaluate_all("options => options.map((option) => option.value)")
            assert len(offered) == len(set(offered))
