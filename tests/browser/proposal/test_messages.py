"""What a form of /proposer/ says is wrong: what the check says, when a field is left or one goes on."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page, expect

from support_proposal import (
    UNFOLD,
    Desk,
    field,
    file_path,
    file_text,
    fill_everything,
    fill_in,
    go_on,
    open_filled,
    open_form,
    shown,
    value_of,
    write,
)  # fmt: skip

pytestmark = pytest.mark.browser

WRONG: Mapping[str, tuple[tuple[str, str], ...]] = {
    "event": (
        ("title", "Un"),
        ("title", "U"),
        ("title", "a" * 141),
        ("summary", "é" * 201),
        ("date", "0026-11-21"),
        ("slots.0.start", "0026-12-05 14:00"),
        ("slots.0.end", "2026-12-05 13:00"),
        ("slots.0.end", "2026-12-05 01:00"),
        ("slots.0.end", "2026-12-06"),
        ("publisher.url", "notre site"),
        ("publisher.url", "htps://exemple.fr"),
        ("publisher.url", "https://jean:secret@exemple.fr"),
        ("place.postcode", "801"),
        ("booking.email", "contact à exemple.fr"),
        ("booking.email", "mailto:a@exemple.fr"),
        ("booking.phone", "au guichet"),
        ("booking.capacity", "une trentaine"),
        ("booking.capacity", "-1"),
        ("age.min", "130"),
        ("age.min", "dès 8 ans"),
        ("age.min", "8 ans"),
        ("related", "zyx"),
        ("related", "¤"),
        ("image.src", "../secret.jpg"),
    ),
    "exhibition": (
        ("year", "1066"),
        ("acquired", "13/10/2019"),
        ("acquired", "le 3 mars 2019"),
        ("acquired", "3 brumaire"),
        ("acquired", "samedi 13 févr. 2021 à 14h"),
        ("acquired", "14h30"),
        ("acquired", "dimanche 13 févr. 2021"),
        ("acquired", "du 7 au 9 janvier 2021"),
        ("acquired", "13/10/21"),
        ("acquired", "vers 2019"),
        ("acquired", "2021-07-14T09:00:00.000Z"),
        ("acquired", "octobre 2019"),
        ("acquired", "2019-06-39"),
        ("acquired", "2019-13"),
        ("acquired", "2019-06-03 7h30"),
        ("acquired", "1066"),
        ("format.weight_kg", "une douzaine de kilos"),
        ("format.weight_kg", "1 200 g"),
        ("format.weight_kg", "45 à 50 kg"),
        ("languages", "Anglais"),
        ("languages", "klingon"),
        ("insurance.value", "-3"),
    ),
    "resource": (("minutes", "1,5"), ("url", "ftp://exemple.fr")),
    "organisation": (("email", "musee"),),
}


class TestMessages:
    @pytest.mark.parametrize("kind", WRONG)
    def test_are_those_of_the_check_as_soon_as_a_field_is_left_and_go_once_it_is_right(self, page: Page, desk: Desk, kind: str) -> None:
        open_filled(page, kind)
        page.evaluate(UNFOLD)
        for path, value in WRONG[kind]:
            right = value_of(page, path)
            write(page, path, value)
            page.locator("#f-texte").focus()
            expect(field(page, path).locator("[data-error]").first, (path, value)).to_be_visible()
            alone = shown(page)
            assert len(alone) == 1, (path, value)
            assert field(page, path).locator("[aria-invalid=true]").count(), (path, value)
            assert set(alone) <= set(desk.told(file_path(page), file_text(page))), (path, value)
            write(page, path, right)
            assert shown(page) == [], (path, right)
            assert page.locator("[aria-invalid=true]").count() == 0, (path, right)

    def test_of_groups_that_are_half_filled_are_all_those_of_the_check(self, page: Page, desk: Desk) -> None:
        open_filled(page, "event")
        fill_everything(page, ("title", "summary", "category", "date", "slots", "recurrence", "place", "themes", "audiences"))
        half = ("image.alt", "links.0.url", "partners.0.name", "documents.0.url", "documents.0.file", "results.0.value", "price.free")
        fill_in(page, {**dict.fromkeys((*half, "partners.0.organisation"), ""), "age.max": "5"})
        go_on(page)
        # The check knows what stands beside, and says in its repair whether it is free.
        assert [told[:2] for told in shown(page)] == [told[:2] for told in desk.told(file_path(page), file_text(page))]
        assert len(shown(page)) > 5

    def test_of_keys_that_do_not_go_together_are_those_of_the_check(self, page: Page, desk: Desk) -> None:
        open_filled(page, "exhibition")
        fill_everything(page)
        go_on(page)
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert [code for code, _, _ in shown(page)] == ["E508"]

    def test_of_results_of_what_has_not_begun_are_those_of_the_check(self, page: Page, desk: Desk) -> None:
        open_filled(page, "event")
        fill_everything(page, ("recurrence",))
        fill_in(page, {"slots.0.start": "2099-12-30 10:00", "slots.0.end": "2099-12-30 11:30"})
        go_on(page)
        assert [code for code, _, _ in shown(page)] == ["E415"]
        assert set(shown(page)) <= set(desk.told(file_path(page), file_text(page)))

    def test_of_dates_that_overlap_or_are_of_two_sorts_are_those_of_the_check(self, page: Page, desk: Desk) -> None:
        open_filled(page, "event")
        page.get_by_role("button", name="Ajouter une date").click()
        write(page, "slots.1.start", "2026-12-05 15:00")
        go_on(page)
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert [code for code, _, _ in shown(page)] == ["E402"]
        write(page, "slots.1.start", "2026-12-12")
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert [code for code, _, _ in shown(page)] == ["E403"]

    def test_of_the_name_of_the_file_are_those_of_the_check(self, page: Page, desk: Desk) -> None:
        open_filled(page, "event")
        for name in ("Nuit d'été", "archives"):
            page.locator("#f-nom").fill(name)
            page.locator("#f-texte").focus()
            assert shown(page) == desk.told(file_path(page), file_text(page))
            assert len(shown(page)) == 1

    def test_wait_until_a_field_is_left_and_go_as_soon_as_its_value_is_right(self, page: Page) -> None:
        open_form(page, "event")
        title, told = page.locator("#f-title"), page.locator("#f-title-error")
        title.fill("U")
        expect(page.locator("[data-file]")).to_contain_text("title: U\n")
        assert shown(page) == []
        page.keyboard.press("Tab")
        expect(told).to_be_visible()
        assert len(shown(page)) == 1
        title.fill("Une nuit")
        expect(told).to_be_hidden()
        assert title.get_attribute("aria-invalid") is None


class TestTheSummary:
    def test_takes_the_focus_and_leads_to_each_field_even_a_folded_one(self, page: Page) -> None:
        open_filled(page, "event")
        page.locator("summary", has_text="Contact et site").click()
        write(page, "contact.email", "musee")
        page.locator("summary", has_text="Contact et site").click()
        go_on(page)
        assert page.evaluate("document.activeElement.matches('[data-summary]')")
        assert page.locator(".summary-title").inner_text() == "Il reste un point à revoir"
        page.locator(".summary-list a").click()
        assert page.evaluate("document.activeElement.id") == "f-contact.email"
        assert page.locator("#f-contact\\.email").is_visible()
