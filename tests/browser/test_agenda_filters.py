"""The agenda answers in the browser: a sentence, a panel, an address that keeps the question, and never a dead end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from support import Built, Tree, build, event, exhibition, hub, loan, write
from support_browser import served, visitor

pytestmark = pytest.mark.browser

AMIENS, LILLE = {"name": "La Halle", "city": "Amiens"}, {"name": "Gare Saint-Sauveur", "city": "Lille"}
NEAR_AMIENS = {"latitude": 49.89, "longitude": 2.29}
SATURDAY, SUNDAY, MONDAY = "2026-11-21", "2026-11-22", "2026-11-23"
FREE = {"price": {"free": True}}


def slots(*days: str, hour: int = 14) -> list[dict[str, str]]:
    """Two hours of each day."""
    return [{"start": f"{day} {hour:02}:00", "end": f"{day} {hour + 2:02}:00"} for day in days]


def season() -> Tree:
    """What a region offers from a Saturday on."""
    tree = dict(hub(audiences={"famille": "En famille", "primaire": "Primaire", "professionnels": "Professionnels"}))
    tree |= event("etoiles", title="Les étoiles de près", slots=slots(SATURDAY), place=AMIENS, age={"min": 6}, **FREE)
    tree |= event("volcans", title="Volcans", slots=slots(SATURDAY, hour=16), place=AMIENS, price={"free": False})
    tree |= event("marais", title="Dans le marais", slots=slots(SATURDAY), place=AMIENS, outdoors=True, **FREE)
    tree |= event("grands", title="Pour les grands", slots=slots(SATURDAY), place=AMIENS, age={"min": 14}, **FREE)
    tree |= event("lilas", title="Robots à Lille", slots=slots(SATURDAY), place=LILLE, **FREE)
    tree |= event("dimanche", title="Le dimanche aussi", slots=slots(SUNDAY), place=AMIENS, themes=["sciences-de-la-terre"], **FREE)
    tree |= event("annule", title="Annulé", slots=slots(SUNDAY), place=AMIENS, event_status="annule")
    for number in range(60):
        tree |= event(f"club-{number:02}", title=f"Club {number}", slots=slots(f"2026-12-{1 + number % 28:02}"), place=LILLE)
    shown: dict[str, Any] = {"public_showing": True, "city": "Amiens"}
    return tree | exhibition("malle", title="La malle", loans=[loan("2026-11-10", "2026-11-29", **shown)])


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The season's address on this machine, built on that Saturday."""
    place = tmp_path_factory.mktemp("agenda")
    built: Built = build(write(place, season()), place)
    assert built.code == 0, built.stderr
    with served(built.output) as address:
        yield address


def slugs(page: Page) -> list[str]:
    """What a page lists."""
    return [str(row.get_attribute("data-slug")) for row in page.locator("[data-slug]:visible").all()]


def counted(page: Page, number: int) -> None:
    """Wait for an answer, by its number."""
    expect(page.locator("[role=status][data-count]")).to_have_attribute("data-count", str(number))
    expect(page.locator("[role=status][data-count]")).to_have_text(f"{number} rendez-vous")


def asked(page: Page) -> list[tuple[str, str]]:
    """What the address asks."""
    return parse_qsl(urlsplit(page.url).query)


class TestTheSentence:
    @pytest.mark.parametrize("width", [390, 1280])
    def test_of_home_answers_a_parents_question_in_one_action(self, browser: Browser, origin: str, width: int) -> None:
        with visitor(browser, origin, width=width) as found, found.new_page() as page:
            page.goto("/")
            page.get_by_label("Quand").select_option("ce samedi")
            page.get_by_label("Commune").fill("amiens")
            page.get_by_label("Âge").select_option("8 ans")
            page.get_by_label("gratuite").check()
            page.get_by_label("à l’abri").check()
            page.get_by_role("button", name="Voir les rendez-vous").click()
            counted(page, 1)
            assert slugs(page) == ["etoiles"]
            assert asked(page) == [("pres", "amiens"), ("age", "8"), ("gratuit", "1"), ("abri", "1"), ("du", SATURDAY), ("au", SATURDAY)]

    def test_proposes_towns_while_one_is_written(self, page: Page) -> None:
        page.goto("/")
        page.get_by_label("Commune").press_sequentially("ami")
        expect(page.locator("datalist option").first).to_have_attribute("value", "Amiens")

    def test_of_the_agenda_answers_on_the_spot_and_says_what_is_asked(self, page: Page) -> None:
        page.goto("/agenda/?age=8&gratuit=1")
        counted(page, 4)
        sentence = page.get_by_role("form", name="Ma sortie")
        expect(sentence.get_by_label("Âge")).to_have_value("8")
        expect(sentence.get_by_label("gratuite")).to_be_checked()
        sentence.get_by_label("Quand").select_option("ce dimanche")
        sentence.get_by_role("button").click()
        counted(page, 1)
        assert slugs(page) == ["dimanche"]

    def test_of_home_gives_way_to_pages_without_javascript(self, plain: Page) -> None:
        plain.goto("/")
        assert not plain.get_by_role("form", name="Ma sortie").is_visible()
        assert plain.locator("main a[href='/agenda/ce-week-end/']").is_visible()
        assert plain.locator("main a[href='/agenda/gratuit/']").is_visible()

    def test_of_the_agenda_gives_way_to_groups_of_pages_without_javascript(self, plain: Page) -> None:
        plain.goto("/agenda/")
        assert not plain.get_by_role("form", name="Ma sortie").is_visible()
        plain.locator("summary", has_text="Tarif et accès").click()
        assert plain.locator("main a[href='/agenda/gratuit/']").is_visible()


class TestTheFilters:
    def test_are_opened_changed_and_closed_by_keyboard_alone(self, page: Page) -> None:
        page.goto("/agenda/")
        opener = page.get_by_role("button", name="Filtrer")
        opener.focus()
        page.keyboard.press("Enter")
        expect(opener).to_have_attribute("aria-expanded", "true")
        while page.evaluate("document.activeElement.name") != "gratuit":
            page.keyboard.press("Tab")
        page.keyboard.press("Space")
        counted(page, 5)
        while page.evaluate("document.activeElement.textContent") != "Voir 5 rendez-vous":
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_role("form", name="Filtrer les rendez-vous")).to_be_hidden()
        expect(opener).to_be_focused()
        expect(opener).to_have_text("Filtrer (1)")

    def test_say_how_many_each_choice_would_leave(self, page: Page) -> None:
        page.goto("/agenda/?gratuit=1")
        page.get_by_role("button", name="Filtrer").click()
        choice = page.get_by_role("checkbox", name=re.compile("^Sciences de la Terre"))
        expect(choice.locator("..")).to_contain_text("(1)")
        choice.check()
        counted(page, 1)

    def test_keep_the_question_in_the_address_and_go_back(self, page: Page) -> None:
        page.goto("/agenda/")
        whole = slugs(page)
        page.get_by_role("button", name="Filtrer").click()
        page.get_by_role("checkbox", name=re.compile("^Gratuit")).check()
        counted(page, 5)
        assert asked(page) == [("gratuit", "1")]
        page.get_by_role("checkbox", name=re.compile("^À l’abri")).check()
        counted(page, 4)
        page.go_back()
        counted(page, 5)
        expect(page.get_by_role("checkbox", name=re.compile("^À l’abri"))).not_to_be_checked()
        page.go_back()
        counted(page, 68)
        assert slugs(page) == whole

    def test_are_the_same_for_whoever_gets_the_link(self, page: Page) -> None:
        page.goto(f"/agenda/?pres=80021&rayon=5&au={SATURDAY}")
        counted(page, 5)
        assert slugs(page) == ["malle", "etoiles", "grands", "marais", "volcans"]
        expect(page.locator("[data-slug=volcans] .slot-where")).to_contain_text("à moins de 1 km")
        page.get_by_role("button", name="Filtrer (2)").click()
        expect(page.get_by_role("form", name="Filtrer les rendez-vous").get_by_label("à moins de")).to_have_value("5")
        page.goto("/agenda/?pres=Amiens&rayon=45.5")
        expect(page.locator("#filtres [name=rayon] option:checked")).to_have_text("à 45,5 km")

    def test_list_the_rest_on_demand(self, page: Page) -> None:
        page.goto("/agenda/?theme=astronomie")
        counted(page, 66)
        assert 20 <= len(slugs(page)) <= 50
        page.locator("[data-more]").click()
        assert len(slugs(page)) == 66
        expect(page.locator("[data-more]")).to_be_hidden()

    def test_say_what_of_a_question_means_nothing(self, page: Page) -> None:
        page.goto("/agenda/?theme=alchimie&age=200&pres=Atlantis&gratuit=1&tri=date&public=")
        counted(page, 5)
        notes = page.locator("[data-notes]")
        expect(notes.locator("li")).to_have_count(3)
        for said in ("Thème : « alchimie » est inconnu", "Où : « Atlantis » est inconnu", "« 200 »"):
            expect(notes).to_contain_text(said)
        expect(notes).to_contain_text("ignoré")

    def test_take_markup_for_words(self, page: Page) -> None:
        page.goto("/agenda/?q=%3Cimg%20src%3Dx%3E&theme=%3Cimg%20src%3Dx%3E")
        expect(page.locator("[data-notes]")).to_contain_text("« <img src=x> »")
        assert page.locator("main img[src=x]").count() == 0

    def test_fit_on_a_small_phone(self, phone: Page) -> None:
        phone.goto("/agenda/?gratuit=1&theme=alchimie")
        phone.get_by_role("button", name="Filtrer").tap()
        counted(phone, 5)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
        panel, first = phone.locator("#filtres").bounding_box(), phone.locator("[data-slug]").first.bounding_box()
        assert panel
        assert first
        assert panel["y"] < first["y"]


class TestWhereNothingFits:
    def test_it_is_said_what_giving_up_one_condition_leaves(self, page: Page) -> None:
        page.goto(f"/agenda/?theme=sciences-de-la-terre&du={SATURDAY}&au={SATURDAY}&gratuit=1&pres=Amiens")
        counted(page, 0)
        assert slugs(page) == []
        page.get_by_role("link", name="sans « ces dates » : 1").click()
        counted(page, 1)
        assert slugs(page) == ["dimanche"]

    def test_a_town_that_was_asked_by_its_code_is_called_by_its_name(self, page: Page) -> None:
        page.goto(f"/agenda/?theme=sciences-de-la-terre&du={SATURDAY}&au={SATURDAY}&pres=80021")
        counted(page, 0)
        said = page.locator("[data-instead]")
        expect(said).to_contain_text("Amiens")
        expect(said).not_to_contain_text("80021")

    def test_the_nearest_in_time_and_place_are_proposed(self, page: Page) -> None:
        page.goto(f"/agenda/?q=club&pres=Amiens&du={SATURDAY}&au={SUNDAY}")
        counted(page, 0)
        expect(page.locator("[data-instead] a[href^='/agenda/']").first).to_be_visible()


class TestThePosition:
    def test_finds_what_is_near_and_is_never_sent(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin, geolocation=NEAR_AMIENS, permissions=["geolocation"]) as found, found.new_page() as page:
            sent: list[str] = []
            page.on("request", lambda request: sent.append(f"{request.url} {request.post_data}"))
            page.goto(f"/agenda/?au={SUNDAY}")
            page.get_by_role("button", name="Filtrer").click()
            page.get_by_role("button", name="Autour de moi").click()
            expect(page.locator("[data-here]")).to_have_attribute("aria-pressed", "true")
            counted(page, 6)
            assert "lilas" not in slugs(page)
            page.reload()
            counted(page, 6)
            assert not [one for one in [*sent, page.url] if "49.8" in one or "2.29" in one]

    def test_that_is_refused_leaves_the_list_as_it_was(self, page: Page) -> None:
        page.goto("/agenda/?gratuit=1")
        page.get_by_role("button", name="Filtrer").click()
        page.get_by_role("button", name="Autour de moi").click()
        expect(page.locator("[data-here-said]")).to_contain_text("Écrivez une commune")
        counted(page, 5)


class TestADayAfterTheBuild:
    @pytest.mark.parametrize("address", ["/agenda/", "/agenda/gratuit/"])
    def test_what_has_ended_is_hidden_and_days_are_named(self, browser: Browser, origin: str, address: str) -> None:
        with visitor(browser, origin, SUNDAY) as found, found.new_page() as page:
            page.goto(address)
            expect(page.locator("[data-slug=etoiles]")).to_be_hidden()
            number = int(page.locator("[data-count]").get_attribute("data-count") or 0)
            assert number == {"/agenda/": 63, "/agenda/gratuit/": 1}[address]
            expect(page.locator("h2", has_text="Dimanche 22 novembre")).to_contain_text("aujourd’hui")

    def test_the_line_of_days_begins_with_that_day(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin, SUNDAY) as found, found.new_page() as page:
            page.goto("/agenda/")
            expect(page.locator(".stations time").first).to_have_attribute("datetime", SUNDAY)

    def test_questions_are_asked_of_that_day(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin, SUNDAY) as found, found.new_page() as page:
            page.goto("/agenda/?gratuit=1")
            counted(page, 1)
            assert slugs(page) == ["dimanche"]

    def test_home_shows_no_departure_of_yesterday_and_names_the_week_end(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin, SUNDAY) as found, found.new_page() as page:
            page.goto("/")
            expect(page.locator("a[href='/agenda/etoiles/']").first).to_be_hidden()
            expect(page.locator("#ce-week-end")).to_have_text("Les 21 et 22 novembre ce week-end")

    def test_home_says_which_week_end_is_this_one(self, page: Page) -> None:
        page.goto("/")
        expect(page.locator("#ce-week-end")).to_have_text("Les 21 et 22 novembre ce week-end")

    def test_a_page_that_is_all_over_stays_as_it_is(self, browser: Browser, origin: str) -> None:
        with visitor(browser, origin, "2027-06-01") as found, found.new_page() as page:
            page.goto(f"/agenda/jour/{SATURDAY}/")
            expect(page.locator("[data-slug=etoiles]")).to_be_visible()

    @pytest.mark.parametrize("address", ["/", "/agenda/"])
    def test_dates_without_javascript_are_absolute(self, plain: Page, address: str) -> None:
        plain.goto(address)
        assert not re.search("aujourd’hui|demain", plain.locator("main").inner_text())
