"""The forms of /proposer/, each kind once: filled by its labels and sent, filled with all there is, left empty, without a script."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page

from contribute.form.layout import OFFERED
from support_proposal import ADDRESS, Desk, file_path, file_text, fill_everything, go_on, open_form, shown

pytestmark = pytest.mark.browser
every_kind = pytest.mark.parametrize("kind", list(OFFERED))


def fill_the_least(page: Page, kind: str) -> None:
    """What a librarian writes in a hurry, found by its labels."""
    form = page.locator("[data-proposal]")
    form.get_by_label("Titre", exact=False).first.fill("L’hiver : une heure avec les étoiles")
    form.get_by_label("Résumé").fill("On s’allonge, on éteint, on lève les yeux.")
    form.get_by_label("Catégorie").select_option(index=1)
    form.get_by_label("Astronomie").check()
    if kind != "organisation":
        form.get_by_label("Structure").first.select_option(label="Musée de la craie et des fossiles")
    if kind == "event":
        form.get_by_label("Début, jour", exact=True).fill("2026-12-05")
        form.get_by_label("Début, heure", exact=True).fill("14:00")
        form.get_by_label("Fin, heure", exact=True).fill("15:30")
        form.get_by_label("Nom du lieu").last.fill("Médiathèque du Moulin")
        form.get_by_label("Commune").last.fill("Abbeville")
    if kind == "announcement":
        form.get_by_label("Jusqu’au").first.fill("2027-01-31")
    if kind == "resource":
        form.get_by_label("Adresse").first.fill("https://exemple.fr/fiche")
    if kind == "organisation":
        form.get_by_label("Accord donné").select_option(label="Oui")
        form.get_by_label("Nom du lieu").fill("Médiathèque du Moulin")
        form.get_by_label("Commune").fill("Abbeville")
    form.get_by_label("Texte de la page").fill("Un texte.\n\n## Et après\n\n- ceci\n- cela\n")


class TestEveryKind:
    @every_kind
    def test_is_proposed_by_its_required_fields_alone_and_sent_in_three_ways(self, page: Page, desk: Desk, kind: str) -> None:
        page.goto(ADDRESS[kind])
        fill_the_least(page, kind)
        go_on(page)
        assert shown(page) == []
        path, text = file_path(page), file_text(page)
        assert desk.problems(path, text) == []

        with page.expect_download() as waiting:
            page.get_by_role("button", name="Télécharger le fichier").click()
        assert waiting.value.suggested_filename == path.rpartition("/")[2]
        assert waiting.value.path().read_text("utf-8") == text

        address = urlsplit(page.locator("[data-github]").get_attribute("href") or "")
        asked = parse_qs(address.query, keep_blank_values=True)
        assert address.path == f"/escale-sciences/escale/new/main/content/{kind}s"
        assert asked == {"filename": [path.rpartition("/")[2]], "value": [text]}

        letter = urlsplit(page.locator("[data-mail]").get_attribute("href") or "")
        assert letter.path == "bonjour@escale-hauts-de-france.example"
        assert unquote(letter.query).replace("\r\n", "\n").endswith(text)

    @every_kind
    def test_is_proposed_with_all_that_can_be_said_of_it_even_on_the_smallest_screen(self, page: Page, desk: Desk, kind: str) -> None:
        open_form(page, kind)
        fill_everything(page, ("recurrence", "versions", *(("results",) if kind in {"event", "programme"} else ())))  # it is still to come
        go_on(page)
        assert shown(page) == []
        assert desk.problems(file_path(page), file_text(page)) == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_of_a_tool_is_proposed_with_its_versions_in_the_place_of_copies(self, page: Page, desk: Desk) -> None:
        open_form(page, "exhibition")
        fill_everything(page, ("loan",))
        go_on(page)
        assert shown(page) == []
        assert desk.problems(file_path(page), file_text(page)) == []

    @every_kind
    def test_is_told_what_the_check_says_of_an_empty_form(self, page: Page, desk: Desk, kind: str) -> None:
        open_form(page, kind)
        page.locator("#f-nom").fill("essai")
        go_on(page)
        assert shown(page) == desk.told_by_key(file_path(page), file_text(page))
        assert {code for code, _, _ in desk.told(file_path(page), file_text(page))} == {"E102"}
        assert shown(page) != []

    def test_does_not_scroll_sideways_when_an_event_says_too_much(self, page: Page) -> None:
        open_form(page, "event")
        page.set_viewport_size({"width": 320, "height": 640})
        fill_everything(page)
        go_on(page)
        assert {code for code, _, _ in shown(page)} == {"E102", "E415"}, "results of what is to come are too much, too"
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


class TestWithoutJavascript:
    @every_kind
    def test_the_page_shows_the_model_of_the_file_and_where_to_send_it(self, plain: Page, kind: str) -> None:
        plain.goto(ADDRESS[kind])
        assert plain.locator("[data-proposal]").is_hidden()
        assert plain.locator("#modele pre").is_visible()
        assert plain.locator("#modele pre").inner_text().startswith("---")
        assert plain.locator("main a[href='mailto:bonjour@escale-hauts-de-france.example']").first.is_visible()
        assert plain.locator("noscript p").is_visible()
