"""The catalogue answers in the browser: a sentence, a panel, an address that keeps the question, windows on the cards, and never a dead end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from support import Built, Tree, build, exhibition, hub, loan, organisation, write
from support_browser import served, visitor

pytestmark = pytest.mark.browser

TOLD = "2026-11-16"
MARCH = "du=2027-03-01&au=2027-03-31&jours=14"
AMIENS, LILLE = {"name": "Le Relais", "city": "Amiens"}, {"name": "La Gare", "city": "Lille"}


def tool(slug: str, title: str, owner: str = "relais", **keys: Any) -> Tree:
    """A tool whose owner said on a recent day that its loans are noted."""
    own = {"organisation": owner, "publisher": None, "availability_on": TOLD, "format": {"vehicle": "voiture", "surface_m2": 20}}
    return exhibition(slug, title=title, **{**own, **keys})


def stock() -> Tree:
    """What two owners lend, and a tool more of which nobody says when it is free."""
    tree = dict(hub())
    tree |= organisation("relais", title="Le Relais des sciences", lends=True, place=AMIENS, email="prets@relais.example")
    tree |= organisation("gare", title="La Gare aux savoirs", lends=True, place=LILLE, closed=[{"weekdays": ["samedi", "dimanche"]}])
    terms = {"min_days": 7, "max_days": 28}
    busy = [loan("2027-02-26", "2027-03-25")]
    tree |= tool("climat-panneaux", "Le climat en panneaux", loan=terms, loans=[loan("2027-02-20", "2027-03-08")], price={"free": True})
    tree |= tool("climat-malle", "La malle du climat", "gare", loan=terms, loans=busy, setup={"people": 2})
    tree |= tool("climat-camion", "Le climat en camion", format={"vehicle": "camion", "surface_m2": 90}, loan=terms)
    tree |= tool("climat-ancien", "Le climat d’avant", availability_on="2026-01-05")
    tree |= tool("climat-muet", "Le climat dont on ne dit rien", format=None)
    tree |= tool("climat-court", "Le climat en une semaine", loan={"max_days": 7})
    tree |= tool("volcans", "Volcans", "gare", themes=["sciences-de-la-terre"], price={"free": False, "amount": 40, "per": "semaine"})
    tree |= tool("revision", "En révision", condition="a-reviser")
    tree |= tool("retire", "Retiré", condition="retire", retired_on="2026-01-31")
    versions = [
        {"id": "rigide", "label": "Rigide", "format": {"vehicle": "camion", "surface_m2": 15}},
        {"id": "souple", "label": "Souple", "format": {"vehicle": "voiture", "surface_m2": 60}},
    ]
    tree |= tool("deux-formes", "Deux formes", versions=versions, format=None)
    for number in range(30):
        tree |= tool(f"club-{number:02}", f"Club {number}", "gare", themes=["sciences-et-societe"], loan={"notice_days": number})
    return tree


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The catalogue's address on this machine, built on that day."""
    place = tmp_path_factory.mktemp("catalogue")
    built: Built = build(write(place, stock()), place)
    assert built.code == 0, built.stderr
    with served(built.output) as address:
        yield address


def slugs(page: Page) -> list[str]:
    """What a page lists."""
    return [str(card.get_attribute("data-slug")) for card in page.locator("[data-slug]:visible").all()]


def counted(page: Page, number: int) -> None:
    """Wait for an answer, by its number."""
    status = page.locator("[role=status][data-count]")
    expect(status).to_have_attribute("data-count", str(number))
    expect(status).to_have_text(f"{number} outil" if number < 2 else f"{number} outils")


def asked(page: Page) -> list[tuple[str, str]]:
    """What the address asks."""
    return parse_qsl(urlsplit(page.url).query)


def promise(page: Page, slug: str) -> str:
    """What a card says of when its tool can be had."""
    return page.locator(f"[data-slug={slug}] [data-promise]").inner_text().strip()


class TestTheSentence:
    @pytest.mark.parametrize("width", [390, 1280])
    def test_answers_a_teachers_question_in_one_filled_form(self, browser: Browser, origin: str, width: int) -> None:
        with visitor(browser, origin, width=width) as found, found.new_page() as page:
            page.goto("/outils/")
            sentence = page.get_by_role("form", name="Mon prêt")
            sentence.get_by_label("Sujet").fill("climat")
            sentence.get_by_label("Véhicule").select_option("ma voiture")
            sentence.get_by_label("Premier jour").fill("2027-03-01")
            sentence.get_by_label("Dernier jour").fill("2027-03-31")
            sentence.get_by_label("Durée").select_option("deux semaines")
            sentence.get_by_role("button", name="Voir les outils").click()
            counted(page, 1)
            assert slugs(page) == ["climat-panneaux"]
            assert promise(page, "climat-panneaux") == "Libre à partir du 9 mars 2027, pour 14 jours"
            expect(page.locator("[data-beside]")).to_have_text("1 autre ne dit pas quel véhicule il faut.")
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    def test_says_what_the_address_asks(self, page: Page) -> None:
        page.goto(f"/outils/?q=climat&vehicule=voiture&{MARCH}")
        counted(page, 1)
        sentence = page.get_by_role("form", name="Mon prêt")
        expect(sentence.get_by_label("Sujet")).to_have_value("climat")
        expect(sentence.get_by_label("Dernier jour")).to_have_value("2027-03-31")
        expect(sentence.get_by_label("Durée")).to_have_value("14")

    def test_gives_way_to_pages_without_javascript(self, plain: Page) -> None:
        plain.goto("/outils/")
        assert not plain.get_by_role("form", name="Mon prêt").is_visible()
        assert not plain.get_by_label("Trier").is_visible()
        plain.locator("summary", has_text="Transport").click()
        assert plain.locator("main a[href='/outils/vehicule/voiture/']").is_visible()


class TestTheCards:
    def test_say_of_the_very_days_that_are_asked_that_the_tool_is_free(self, page: Page) -> None:
        page.goto("/outils/?q=volcans&du=2027-03-01&au=2027-03-12")
        counted(page, 1)
        assert promise(page, "volcans") == "Libre du 1er mars 2027 au 12 mars 2027"

    def test_are_told_apart_where_the_owner_must_be_asked(self, page: Page) -> None:
        page.goto(f"/outils/?q=climat&vehicule=voiture&{MARCH}")
        fold = page.locator("[data-others] details", has_text="1 autre à demander")
        fold.locator("summary").click()
        expect(fold.locator("article")).to_have_count(1)
        expect(fold).to_contain_text("Le climat d’avant")
        assert slugs(page) == ["climat-panneaux"]

    def test_of_other_days_say_the_next_window_of_that_length_or_why_there_is_none(self, page: Page) -> None:
        page.goto(f"/outils/?q=climat&vehicule=voiture&{MARCH}")
        fold = page.locator("[data-others] details", has_text="2 autres ne sont pas libres à ces dates")
        fold.locator("summary").click()
        expect(fold.locator("article")).to_have_count(2)
        said = [one.inner_text().strip() for one in fold.locator("[data-promise]").all()]
        assert said == ["Libre à partir du 26 mars 2027, pour 14 jours", "Prêté 7 jours au plus"]
        assert not fold.locator("[data-slug]").count()

    def test_ask_one_and_the_same_version_to_fit_in_all(self, page: Page) -> None:
        page.goto("/outils/?q=formes&vehicule=voiture&surface=20")
        counted(page, 0)
        page.goto("/outils/?q=formes&vehicule=voiture&surface=60")
        counted(page, 1)

    def test_hold_no_retired_tool_and_one_in_repair_without_dates_only(self, page: Page) -> None:
        page.goto("/outils/?q=revision")
        counted(page, 1)
        page.goto("/outils/?q=retire")
        counted(page, 0)
        page.goto(f"/outils/?q=revision&{MARCH}")
        counted(page, 0)
        assert not page.locator("[data-others] details").count()

    def test_come_more_on_demand(self, page: Page) -> None:
        page.goto("/outils/?theme=sciences-et-societe")
        counted(page, 30)
        assert len(slugs(page)) == 24
        page.locator("[data-more]").click()
        expect(page.locator("[data-slug]:visible")).to_have_count(30)
        expect(page.locator("[data-more]")).to_be_hidden()
        assert page.evaluate("document.activeElement.closest('[data-slug]').dataset.slug") == slugs(page)[24]
        assert len(set(slugs(page))) == 30


class TestTheOrder:
    def test_is_that_of_the_list_without_a_question(self, page: Page) -> None:
        page.goto("/outils/")
        whole = slugs(page)
        page.goto("/outils/?tri=libre")
        expect(page.locator("[data-more]")).to_be_visible()
        assert slugs(page) == whole

    def test_is_chosen_beside_the_list(self, page: Page) -> None:
        page.goto("/outils/?vehicule=camion")
        page.get_by_label("Trier").select_option("les moins chers")
        expect(page.locator("[data-slug]").first).to_have_attribute("data-slug", "climat-panneaux")
        assert ("tri", "prix") in asked(page)

    def test_may_be_that_of_the_way(self, page: Page) -> None:
        page.goto("/outils/?q=climat")
        page.get_by_label("Trier").select_option("les plus proches")
        page.get_by_label("près de").fill("lille")
        page.keyboard.press("Tab")
        expect(page.locator("[data-slug]").first).to_have_attribute("data-slug", "climat-malle")
        expect(page.locator("[data-slug=climat-malle]")).to_contain_text("à moins de 1 km")


class TestTheFilters:
    def test_are_opened_changed_and_closed_by_keyboard_alone(self, page: Page) -> None:
        page.goto("/outils/")
        opener = page.get_by_role("button", name="Filtrer")
        opener.focus()
        page.keyboard.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", "true")
        while page.evaluate("document.activeElement.name") != "gratuit":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        counted(page, 1)
        while page.evaluate("document.activeElement.textContent") != "Voir 1 outil":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("form", name="Filtrer les outils")).to_be_hidden()
        expect(opener).to_be_focused()
        expect(opener).to_have_text("Filtrer (1)")

    def test_say_how_many_each_choice_would_leave(self, page: Page) -> None:
        page.goto("/outils/?q=climat")
        page.get_by_role("button", name="Filtrer").click()
        choice = page.locator("#filtres").get_by_role("checkbox", name=re.compile("^Voiture"))
        expect(choice.locator("..")).to_contain_text("(4)")
        choice.check()
        counted(page, 4)

    def test_keep_the_question_in_the_address_and_go_back(self, page: Page) -> None:
        page.goto("/outils/")
        whole = slugs(page)
        page.get_by_role("button", name="Filtrer").click()
        page.get_by_role("checkbox", name=re.compile("^Prêt gratuit")).check()
        counted(page, 1)
        assert asked(page) == [("gratuit", "1")]
        page.locator("#filtres").get_by_label("Surface").fill("10")
        page.keyboard.press("Tab")
        counted(page, 0)
        page.go_back()
        counted(page, 1)
        expect(page.locator("#filtres").get_by_label("Surface")).to_have_value("")
        page.go_back()
        expect(page.locator("[role=status][data-count]")).to_have_text("39 outils à emprunter")
        assert slugs(page) == whole

    def test_are_the_same_for_whoever_gets_the_link(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin) as one, one.new_page() as page:
            page.goto(f"/outils/?VEHICULE=x&vehicule=VOITURE&{MARCH}&proprietaire=relais&tri=prix")
            counted(page, 2)
            address, found = page.url, slugs(page)
        with visitor(browser, origin) as other, other.new_page() as page:
            page.goto(address)
            counted(page, 2)
            assert slugs(page) == found

    def test_say_what_of_a_question_means_nothing(self, page: Page) -> None:
        page.goto("/outils/?theme=alchimie&surface=-5&du=2027-02-30&tri=hasard&gratuit=1&langue=zz&age=8&public=")
        counted(page, 1)
        notes = page.locator("[data-notes]")
        expect(notes.locator("li")).to_have_count(5)
        for said in ("Thème : « alchimie » est inconnu", "« -5 »", "Quand : « 2027-02-30 »", "Ordre : « hasard »", "Langue : « zz »"):
            expect(notes).to_contain_text(said)
        expect(notes).to_contain_text("ignoré")

    def test_take_markup_for_words(self, page: Page) -> None:
        page.goto("/outils/?q=%3Cimg%20src%3Dx%3E&theme=%3Cimg%20src%3Dx%3E")
        expect(page.locator("[data-notes]")).to_contain_text("« <img src=x> »")
        counted(page, 0)
        assert page.locator("main img[src=x]").count() == 0

    def test_fit_on_a_small_phone(self, phone: Page) -> None:
        phone.goto("/outils/?gratuit=1&theme=alchimie")
        phone.get_by_role("button", name="Filtrer").tap()
        counted(phone, 1)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        panel, first = phone.locator("#filtres").bounding_box(), phone.locator("[data-slug]").first.bounding_box()
        assert panel
        assert first
        assert panel["y"] < first["y"]

    def test_load_nothing_before_somebody_asks(self, page: Page) -> None:
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(urlsplit(request.url).path))
        page.goto("/outils/")
        page.wait_for_load_state("networkidle")
        assert not [path for path in loaded if path.endswith(".json") or "/cartes/" in path or "/js/catalogue/" in path]


class TestWhereNothingFits:
    def test_the_next_months_are_said_and_lead_on(self, page: Page) -> None:
        page.goto(f"/outils/?q=malle+climat&{MARCH}")
        counted(page, 0)
        said = page.locator("[data-instead]")
        expect(said.get_by_role("heading", name="Aucun en mars 2027")).to_be_visible()
        said.get_by_role("link", name="1 en avril 2027").click()
        counted(page, 1)
        assert slugs(page) == ["climat-malle"]
        assert promise(page, "climat-malle") == "Libre à partir du 1er avril 2027, pour 14 jours"

    def test_it_is_said_what_a_larger_vehicle_and_giving_up_leave(self, page: Page) -> None:
        page.goto("/outils/?q=camion&vehicule=voiture")
        counted(page, 0)
        said = page.locator("[data-instead]")
        expect(said).to_contain_text("sans « Voiture » : 1")
        said.get_by_role("link", name="1 par camion").click()
        counted(page, 1)
        assert slugs(page) == ["climat-camion"]

    def test_tools_that_exist_are_proposed_and_are_no_entries(self, page: Page) -> None:
        page.goto("/outils/?q=climat&gratuit=1&surface=5")
        counted(page, 0)
        first = page.locator("[data-instead] article a").first
        expect(first).to_have_attribute("href", re.compile("^/outils/climat-"))
        assert slugs(page) == []


class TestADayAfterTheBuild:
    def test_questions_are_asked_of_that_day(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin, "2027-02-14") as found, found.new_page() as page:
            page.goto(f"/outils/?q=climat&vehicule=voiture&{MARCH}")
            counted(page, 1)
        with visitor(browser, origin, "2027-02-15") as found, found.new_page() as page:
            page.goto(f"/outils/?q=climat&vehicule=voiture&{MARCH}")
            counted(page, 0)
