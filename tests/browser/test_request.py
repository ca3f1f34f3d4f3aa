"""Asking for loans: the basket, the verdicts, the messages, and what the browser keeps."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from support import build, exhibition, loan, organisation, write
from support_asking import dates, line, verdict, who
from support_browser import served, visiting
from support_requests import OWNER, museum

pytestmark = pytest.mark.browser

CLUB: dict[str, Any] = {**OWNER, "organisation": "club"}
TREE = {
    **museum(),
    **organisation("club", title="Le club", email="club@club.example", closed=[{"weekdays": ["lundi"]}]),
    **organisation("labo", title="Le labo", phone="03 22 44 55 66"),
    **exhibition("ciel", title="Le ciel", **OWNER, loan={"gap_days": 2}, loans=[loan("2027-03-01", "2027-03-12")]),
    **exhibition("mars", title="Mars", **OWNER, versions=[{"id": "valise", "label": "Valise"}, {"id": "salle", "label": "En salle"}]),
    **exhibition("radio", title="La radio", **CLUB, loan={"copies": 2, "min_days": 7, "max_days": 28, "notice_days": 15}),
    **exhibition("robot", title="Le robot", **{**OWNER, "organisation": "labo", "availability_on": None}),
    **exhibition("vieux", title="Le vieux globe", **OWNER, condition="retire", retired_on="2026-01-31"),
}
ASKED = "/outils/demande/?outil=ciel&outil=radio&outil=robot"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A small region with three owners, on this machine."""
    place = tmp_path_factory.mktemp("requests")
    built = build(write(place, TREE), place)
    assert built.code == 0, built.stderr
    with served(built.output) as address:
        yield address


@pytest.fixture
def asking(browser: Browser, origin: str) -> Iterator[Page]:
    """Somebody with a small phone whose browser keeps nothing yet."""
    with visiting(browser, origin, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True) as visitor:
        yield visitor.new_page()


def stored(page: Page) -> list[str]:
    """The names under which the browser keeps something."""
    found: list[str] = page.evaluate("Object.keys(localStorage).sort()")
    return found


class TestABasket:
    def test_of_three_owners_makes_a_whole_message_for_each(self, asking: Page) -> None:
        read: list[str] = []
        asking.on("request", lambda request: read.append(request.url))
        asking.goto(ASKED)
        expect(asking.get_by_role("status")).to_have_text("3 outils dans la demande")
        dates(asking, "2027-02-02", "2027-02-16")
        who(asking)
        asking.get_by_label("Ouvert à tous").select_option("Oui")
        asking.get_by_label("Horaires").fill("du mardi au samedi, de 10 h à 18 h")
        asking.get_by_label("Combien de personnes").fill("120")
        expect(asking.get_by_text("il manque encore")).to_be_hidden()
        messages = asking.locator(".ask-message")
        expect(messages.locator("h3")).to_have_text(["Message pour Musée du ciel", "Message pour Le club", "Message pour Le labo"])
        texts = messages.locator("pre").all_inner_texts()
        for slug, text in zip(("ciel", "radio", "robot"), texts, strict=True):
            block = text.partition("--- prêt escale ---\n")[2].partition("\n--- fin du prêt ---")[0].splitlines()
            assert {f"tool: {slug}", "start: 2027-02-02", "end: 2027-02-16", "state: option", "public_showing: true"} <= set(block)
            assert "environ 120 personnes" in text
            assert "Si c’est oui, transférez ce message à la rédaction : redaction@escale.example" in text
        expect(messages.nth(1).get_by_role("link", name="Ouvrir un courriel")).to_have_attribute(
            "href", f"mailto:club@club.example?subject={_encoded('Demande de prêt : La radio')}&body={_encoded(texts[1])}"
        )
        expect(messages.nth(2)).to_contain_text("passez par 03 22 44 55 66")
        assert sum(".json" in url for url in read) == 3

    def test_is_not_sent_before_it_says_who_asks(self, asking: Page) -> None:
        asking.goto("/outils/demande/?outil=ciel&du=2027-02-02&au=2027-02-12")
        expect(asking.locator("[data-missing] a")).to_have_text(["Structure", "Sorte de structure", "Commune", "courriel ou téléphone"])
        expect(asking.get_by_role("region", name="Message pour Musée du ciel")).to_contain_text(
            "[structure] ([sorte de structure], [commune])"
        )
        expect(asking.get_by_role("link", name="Ouvrir un courriel")).to_be_hidden()
        who(asking)
        expect(asking.get_by_role("link", name="Ouvrir un courriel")).to_be_visible()
        expect(asking.locator("[data-missing]")).to_be_hidden()

    def test_says_of_each_line_whether_it_can_be_had(self, asking: Page) -> None:
        asking.goto(ASKED)
        expect(verdict(asking, "Le ciel")).to_have_text("Donnez vos dates.")
        dates(asking, "2027-02-02", "2027-02-16")
        expect(verdict(asking, "Le ciel")).to_contain_text(
            "Libre du 2 au 16 février 2027 (15 jours). Disponibilités données le 20 novembre"
        )
        expect(verdict(asking, "Le robot")).to_have_text("À demander : le propriétaire n’a pas dit ses prêts.")

    def test_refuses_a_line_with_its_reason_and_offers_the_next_window_of_that_length(self, asking: Page) -> None:
        asking.goto(ASKED)
        dates(asking, "2027-03-08", "2027-03-16")
        expect(verdict(asking, "Le ciel")).to_have_text("Pris du 1er au 12 mars 2027, puis deux jours de remise en état.")
        expect(verdict(asking, "La radio")).to_have_text("Le propriétaire est fermé le lundi : ni départ, ni retour.")
        expect(asking.locator(".ask-message h3")).to_have_text(["Message pour Le labo"])
        line(asking, "Le ciel").get_by_role("button", name="Prendre du 15 au 23 mars 2027 (9 jours)").click()
        expect(verdict(asking, "Le ciel")).to_contain_text("Libre du 15 au 23 mars 2027 (9 jours).")
        expect(verdict(asking, "La radio")).to_contain_text("fermé le lundi")
        line(asking, "Le ciel").get_by_role("button", name="Reprendre les dates communes").click()
        expect(verdict(asking, "Le ciel")).to_contain_text("Pris du 1er")

    def test_holds_versions_and_copies_and_asks_for_none_of_them_twice(self, asking: Page) -> None:
        asking.goto("/outils/demande/?outil=mars&outil=radio&du=2027-02-02&au=2027-02-12")
        line(asking, "La radio").get_by_label("Exemplaires").fill("2")
        expect(verdict(asking, "La radio")).to_contain_text("2 exemplaires libres")
        line(asking, "Mars").get_by_role("button", name="Une autre version").click()
        expect(line(asking, "Mars").nth(1).get_by_label("Version")).to_be_focused()
        expect(line(asking, "Mars").nth(1).locator("select option:checked")).to_have_text("En salle")
        line(asking, "Mars").nth(1).get_by_label("Version").select_option("Valise")
        expect(verdict(asking, "Mars").nth(1)).to_have_text("Déjà demandé plus haut pour ces dates.")
        expect(asking.locator(".ask-message", has_text="Le club").locator("pre")).to_contain_text("copy: 2")

    def test_is_asked_for_again_a_year_later_on_the_same_days_of_the_week(self, asking: Page) -> None:
        asking.goto("/outils/demande/?outil=ciel&du=2027-02-02&au=2027-02-12")
        asking.get_by_role("link", name="Redemander l’an prochain").click()
        expect(verdict(asking, "Le ciel")).to_contain_text("Libre du 1er au 11 février 2028 (11 jours).")
        expect(asking.get_by_role("status")).to_have_text("1 outil dans la demande")

    def test_of_what_is_starred_is_made_in_one_click(self, asking: Page) -> None:
        asking.goto("/outils/ciel/")
        asking.evaluate('localStorage.setItem(\'escale.selection\', \'["/outils/ciel/", "/agenda/nuit/", "/outils/radio/"]\')')
        asking.goto("/selection/")
        asking.get_by_role("link", name="Demander les outils de ma sélection").click()
        expect(asking.get_by_role("status")).to_have_text("2 outils dans la demande")


class TestAnAddress:
    def test_that_names_what_is_no_tool_is_told_so_and_the_rest_is_taken(self, asking: Page) -> None:
        asking.on("dialog", lambda dialog: pytest.fail(dialog.message))
        asking.goto(
            "/outils/demande/?outil=vieux&outil=rien&outil=../../x&outil=%3Cimg src=x onerror=alert(1)%3E&outil=ciel&du=hier#ligne=%3Cb%3E"
        )
        expect(asking.locator("[data-notes] li")).to_have_text([
            "« Le vieux globe » n’est plus prêté : laissé de côté.",
            "« rien » n’est pas au catalogue : laissé de côté.",
            "« ../../x » n’est pas le nom d’un outil : ignoré.",
            "« <img src=x onerror=alert(1)> » n’est pas le nom d’un outil : ignoré.",
        ])  # fmt: skip
        expect(asking.get_by_role("status")).to_have_text("1 outil dans la demande")

    def test_asks_for_no_endless_list(self, asking: Page) -> None:
        read: list[str] = []
        asking.on("request", lambda request: read.append(request.url))
        asking.goto("/outils/demande/?" + "&".join(f"outil=malle-{number}" for number in range(300)))
        expect(asking.locator("[data-notes] li").last).to_have_text("20 outils au plus dans une demande : les autres sont laissés de côté.")
        assert sum(".json" in url for url in read) == 20


class TestWhatTheBrowserKeeps:
    def test_is_the_basket_until_it_is_emptied(self, asking: Page) -> None:
        asking.goto(ASKED)
        line(asking, "La radio").get_by_role("button", name="Retirer").click()
        asking.goto("/outils/demande/")
        expect(asking.get_by_role("status")).to_have_text("2 outils dans la demande")
        assert stored(asking) == ["escale.demande"]
        asking.get_by_role("button", name="Vider la demande").click()
        expect(asking.get_by_role("status")).to_have_text("0 outil dans la demande")
        assert stored(asking) == []

    def test_is_who_borrows_only_where_that_is_wanted(self, asking: Page) -> None:
        asking.goto(ASKED)
        who(asking)
        assert stored(asking) == ["escale.demande"]
        box = asking.get_by_label("Garder la structure")
        box.check()
        assert stored(asking) == ["escale.demande", "escale.emprunteur"]
        asking.reload()
        expect(asking.get_by_label("Commune")).to_have_value("Montdidier")
        box.uncheck()
        assert stored(asking) == ["escale.demande"]

    def test_may_be_anything_that_somebody_wrote_there(self, asking: Page) -> None:
        asking.goto("/outils/demande/")
        asking.evaluate('localStorage.setItem(\'escale.demande\', \'{"lines": [{"slug": "<b>"}, {"slug": "ciel", "copies": -3}]}\')')
        asking.evaluate('localStorage.setItem(\'escale.emprunteur\', \'{"city": 3, "borrower": "Le club"}\')')
        asking.reload()
        expect(asking.get_by_role("status")).to_have_text("1 outil dans la demande")
        expect(asking.get_by_label("Structure", exact=False).first).to_have_value("Le club")


class TestThePage:
    def test_is_used_with_the_keyboard_alone(self, browser: Browser, origin: str) -> None:
        with visiting(browser, origin, viewport={"width": 1280, "height": 900}) as visitor:
            page = visitor.new_page()
            page.goto("/outils/demande/?outil=ciel&outil=radio")
            press(page, "Prendre", "Le ciel")
            expect(verdict(page, "Le ciel")).to_contain_text("Libre le 21 novembre (1 jour).")
            press(page, "Retirer", "La radio")
            expect(page.get_by_role("button", name="Retirer Le ciel")).to_be_focused()
            press(page, "Vider la demande")
            expect(page.get_by_role("link", name="Choisir dans le catalogue")).to_be_focused()

    def test_fits_a_small_phone(self, asking: Page) -> None:
        asking.goto(ASKED)
        dates(asking, "2027-03-08", "2027-03-16")
        expect(asking.locator(".ask-message")).to_have_count(1)
        assert asking.evaluate("document.documentElement.scrollWidth") == 390

    def test_says_what_to_write_and_to_whom_without_javascript(self, plain: Page) -> None:
        plain.goto("/outils/demande/?outil=ciel")
        expect(plain.get_by_role("heading", level=1)).to_have_text("Demander un prêt")
        expect(plain.get_by_text("a besoin de JavaScript")).to_be_visible()
        expect(plain.get_by_role("link", name="prets@musee.example")).to_be_visible()
        expect(plain.get_by_text("Dates du prêt")).to_be_hidden()


def press(page: Page, name: str, title: str = "") -> None:
    """Go to a button with the Tab key, and press it."""
    for _step in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED, [name, title]):
            page.keyboard.press("Enter")
            return
    pytest.fail(f"{name} cannot be reached with Tab")


FOCUSED = """([name, title]) => {
  const at = document.activeElement;
  return at.tagName === "BUTTON" && at.innerText.includes(name) && (!title || at.closest("li").innerText.includes(title));
}"""


def _encoded(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe="!~*'()")
