"""How a form of /proposer/ follows its visitor: what it asks for, its rows, its name, the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from support_proposal import Desk, field, file_path, file_text, go_on, open_filled, open_form, shown, value_of, write

pytestmark = pytest.mark.browser


class TestTheForm:
    def test_asks_for_a_place_or_an_address_as_the_event_is_here_or_on_line(self, page: Page, desk: Desk) -> None:
        open_filled(page, "event")
        assert field(page, "online_url").is_hidden()
        write(page, "mode", "en-ligne")
        expect(field(page, "place")).to_be_hidden()
        go_on(page)
        assert [code for code, _, _ in shown(page)] == ["E102"]
        write(page, "online_url", "https://exemple.fr/direct")
        assert shown(page) == []
        assert "place:" not in file_text(page)
        assert desk.problems(file_path(page), file_text(page)) == []

    def test_moves_nothing_below_a_finger_that_presses_its_last_button(self, page: Page) -> None:
        open_form(page, "event")
        page.locator("#f-title").fill("U")  # wrong, which is told once the field is left: by the press itself
        button = page.get_by_role("button", name="Vérifier et relire")
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.mouse.down()
        assert shown(page) == []
        assert button.bounding_box() == box
        page.mouse.up()
        expect(page.locator("[data-summary]:not([hidden])")).to_be_attached()
        assert "E110" in {code for code, _, _ in shown(page)}

    def test_takes_a_rule_in_the_place_of_dates(self, page: Page, desk: Desk) -> None:
        open_filled(page, "event")
        page.get_by_role("button", name="Retirer").first.click()
        page.locator("summary", has_text="Répétition").click()
        write(page, "recurrence.start", "2026-12-01 18:00")
        write(page, "recurrence.end", "2026-12-01 20:00")
        write(page, "recurrence.rule", "FREQ=WEEKLY;BYDAY=TU;COUNT=10")
        go_on(page)
        assert shown(page) == []
        assert desk.problems(file_path(page), file_text(page)) == []

    def test_adds_the_same_date_a_week_later(self, page: Page) -> None:
        open_filled(page, "event")
        page.get_by_role("button", name="une semaine plus tard").click()
        page.get_by_role("button", name="une semaine plus tard").click()
        for start in ("2026-12-12 14:00", "2026-12-19 14:00"):
            assert f"- start: {start}\n    end: {start[:10]} 15:30" in file_text(page)

    @pytest.mark.parametrize(("hour", "end"), [("23:30", "2026-12-05 23:30"), ("01:00", "2026-12-06 01:00"), ("19:00", "2026-12-05 19:00")])
    def test_ends_on_the_day_of_its_start_or_in_the_night_after_it(self, page: Page, hour: str, end: str) -> None:
        open_form(page, "event")
        write(page, "slots.0.start", "2026-12-05 21:00")
        field(page, "slots.0.end").locator("input[type=time]").fill(hour)
        field(page, "slots.0.end").locator("input[type=time]").blur()
        assert value_of(page, "slots.0.end") == end

    def test_proposes_a_name_until_one_is_typed(self, page: Page) -> None:
        open_filled(page, "event")
        name = page.locator("#f-nom")
        expect(name).to_have_value("l-hiver-une-heure-avec-les-etoiles-2026")
        name.fill("nuit-noire")
        page.locator("#f-title").fill("Autre chose")
        page.locator("#f-summary").focus()
        expect(name).to_have_value("nuit-noire")

    def test_is_filled_by_keyboard_alone(self, page: Page, desk: Desk) -> None:
        open_form(page, "article")
        page.locator("#f-title").focus()
        page.keyboard.type("Portrait au clavier")
        page.keyboard.press("Tab")
        page.keyboard.type("Sans souris.")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        _tab_to(page, "f-organisation")
        page.keyboard.press("ArrowDown")
        _tab_to(page, None, "summary:text-is('Liens et documents')")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.keyboard.type("Un lien")
        page.keyboard.press("Tab")
        page.keyboard.type("https://exemple.fr")
        _tab_to(page, None, "main button[type=submit]")
        page.keyboard.press("Enter")
        expect(page.locator("[data-send]")).to_be_visible()
        assert page.evaluate("document.activeElement.matches('[data-send]')")
        assert "links:\n  - label: Un lien\n    url: https://exemple.fr\n" in file_text(page)
        assert desk.problems(file_path(page), file_text(page)) == []


def _tab_to(page: Page, name: str | None, selector: str = "") -> None:
    target = page.locator(selector or f"[id='{name}']").first.element_handle()
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("(target) => document.activeElement === target", target):
            return
    raise AssertionError(f"Tab never reaches {name or selector}")
