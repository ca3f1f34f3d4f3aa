"""The forms of /proposer/: what they write has no problem, and what they say is what the check says."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from contribute.form.layout import OFFERED
from support_proposal import Desk, field, file_path, file_text, fill_everything, shown, write

pytestmark = pytest.mark.browser
every_kind = pytest.mark.parametrize("kind", list(OFFERED))
ADDRESS = {kind: f"/proposer/{offered.slug}/" for kind, offered in OFFERED.items()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(autouse=True)
def silent(page: Page) -> Iterator[None]:
    """Nothing goes wrong in the console while a form is filled."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    yield
    assert told == []


def fill_the_least(page: Page, kind: str) -> None:
    """What a librarian writes in a hurry, found by its labels."""
    page.goto(ADDRESS[kind])
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


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Vérifier et relire").click()
    expect(page.locator(":is([data-send], [data-summary]):not([hidden])")).to_be_attached()


class TestEveryKind:
    @every_kind
    def test_is_proposed_by_its_required_fields_alone(self, page: Page, desk: Desk, kind: str) -> None:
        fill_the_least(page, kind)
        go_on(page)
        assert shown(page) == []
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Télécharger le fichier").click()
        path = file_path(page)
        assert waiting.value.suggested_filename == path.rpartition("/")[2]
        text = waiting.value.path().read_text("utf-8")
        assert text == file_text(page)
        assert desk.problems(path, text) == []

    @every_kind
    def test_is_proposed_with_all_that_can_be_said_of_it(self, page: Page, desk: Desk, kind: str) -> None:
        page.goto(ADDRESS[kind])
        page.wait_for_load_state("networkidle")
        fill_everything(page, ("recurrence",))
        go_on(page)
        assert shown(page) == []
        assert desk.problems(file_path(page), file_text(page)) == []

    @every_kind
    def test_sends_the_same_text_to_github(self, page: Page, kind: str) -> None:
        fill_the_least(page, kind)
        go_on(page)
        address = urlsplit(page.locator("[data-github]").get_attribute("href") or "")
        asked = parse_qs(address.query, keep_blank_values=True)
        assert address.path == f"/escale-sciences/escale/new/main/content/{kind}s"
        assert asked == {"filename": [file_path(page).rpartition("/")[2]], "value": [file_text(page)]}

    @every_kind
    def test_sends_the_same_text_by_letter(self, page: Page, kind: str) -> None:
        fill_the_least(page, kind)
        go_on(page)
        letter = urlsplit(page.locator("[data-mail]").get_attribute("href") or "")
        assert letter.path == "bonjour@escale-hauts-de-france.example"
        assert unquote(letter.query).replace("\r\n", "\n").endswith(file_text(page))


WRONG = [
    ("event", "title", "Un"),
    ("event", "title", "U"),
    ("event", "title", "a" * 141),
    ("event", "summary", "é" * 201),
    ("event", "date", "0026-11-21"),
    ("event", "slots.0.start", "0026-12-05 14:00"),
    ("event", "slots.0.end", "2026-12-05 13:00"),
    ("event", "slots.0.end", "2026-12-06"),
    ("event", "publisher.url", "exemple.fr"),
    ("event", "place.postcode", "801"),
    ("event", "booking.email", "contact chez exemple.fr"),
    ("event", "booking.phone", "au guichet"),
    ("event", "booking.capacity", "une trentaine"),
    ("event", "booking.capacity", "-1"),
    ("event", "age.min", "130"),
    ("event", "related", "portrait"),
    ("event", "image.src", "../secret.jpg"),
    ("exhibition", "year", "1066"),
    ("exhibition", "acquired", "13/10/2019"),
    ("exhibition", "acquired", "le 3 mars 2019"),
    ("exhibition", "acquired", "3 brumaire"),
    ("exhibition", "acquired", "samedi 13 févr. 2021 à 14h"),
    ("exhibition", "acquired", "14h30"),
    ("exhibition", "acquired", "2019-06-39"),
    ("exhibition", "acquired", "2019-13"),
    ("exhibition", "acquired", "2019-06-03 7h30"),
    ("exhibition", "acquired", "1066"),
    ("exhibition", "format.weight_kg", "12 kg"),
    ("exhibition", "insurance.value", "-3"),
    ("resource", "minutes", "1,5"),
    ("resource", "url", "ftp://exemple.fr"),
    ("organisation", "email", "musee"),
]


class TestMessages:
    @pytest.mark.parametrize(("kind", "path", "value"), WRONG)
    def test_are_those_of_the_check_as_soon_as_a_field_is_left(self, page: Page, desk: Desk, kind: str, path: str, value: str) -> None:
        fill_the_least(page, kind)
        page.evaluate("document.querySelectorAll('form details').forEach((part) => { part.open = true; })")
        write(page, path, value)
        page.locator("#f-texte").focus()
        expect(field(page, path).locator("[data-error]").first).to_be_visible()
        alone = shown(page)
        assert len(alone) == 1
        assert field(page, path).locator("[aria-invalid=true]").count()
        assert set(alone) <= set(desk.told(file_path(page), file_text(page)))

    @every_kind
    def test_of_an_empty_form_are_all_those_of_the_check(self, page: Page, desk: Desk, kind: str) -> None:
        page.goto(ADDRESS[kind])
        page.locator("#f-nom").fill("essai")
        go_on(page)
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert shown(page) != []

    def test_of_groups_that_are_half_filled_are_all_those_of_the_check(self, page: Page, desk: Desk) -> None:
        fill_the_least(page, "event")
        fill_everything(page, ("title", "summary", "category", "date", "slots", "recurrence", "place", "themes", "audiences"))
        for path in ("image.alt", "links.0.url", "partners.0.name", "documents.0.url", "documents.0.file", "results.0.value"):
            write(page, path, "")
        for path in ("price.free", "partners.0.organisation"):
            write(page, path, "")
        write(page, "age.max", "5")
        go_on(page)
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert len(shown(page)) > 5

    def test_of_dates_that_overlap_or_are_of_two_sorts_are_those_of_the_check(self, page: Page, desk: Desk) -> None:
        fill_the_least(page, "event")
        page.get_by_role("button", name="Ajouter une date").click()
        write(page, "slots.1.start", "2026-12-05 15:00")
        go_on(page)
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert [code for code, _, _ in shown(page)] == ["E402"]
        write(page, "slots.1.start", "2026-12-12")
        assert shown(page) == desk.told(file_path(page), file_text(page))
        assert [code for code, _, _ in shown(page)] == ["E403"]

    def test_of_the_name_of_the_file_are_those_of_the_check(self, page: Page, desk: Desk) -> None:
        fill_the_least(page, "event")
        for name in ("Nuit d'été", "archives"):
            page.locator("#f-nom").fill(name)
            page.locator("#f-texte").focus()
            assert shown(page) == desk.told(file_path(page), file_text(page))
            assert len(shown(page)) == 1

    def test_wait_until_a_field_is_left_or_one_goes_on(self, page: Page) -> None:
        page.goto(ADDRESS["event"])
        page.locator("#f-title").fill("U")
        file_text(page)
        assert shown(page) == []
        page.keyboard.press("Tab")
        expect(page.locator("#f-title-error")).to_be_visible()
        assert len(shown(page)) == 1

    def test_go_as_soon_as_the_value_is_right(self, page: Page) -> None:
        page.goto(ADDRESS["event"])
        page.locator("#f-title").fill("U")
        page.keyboard.press("Tab")
        expect(page.locator("#f-title-error")).to_be_visible()
        page.locator("#f-title").fill("Une nuit")
        expect(page.locator("#f-title-error")).to_be_hidden()
        assert page.locator("#f-title").get_attribute("aria-invalid") is None


class TestTheSummary:
    def test_takes_the_focus_and_leads_to_each_field_even_a_folded_one(self, page: Page) -> None:
        fill_the_least(page, "event")
        page.locator("summary", has_text="Contact et site").click()
        write(page, "contact.email", "musee")
        page.locator("summary", has_text="Contact et site").click()
        go_on(page)
        assert page.evaluate("document.activeElement.matches('[data-summary]')")
        assert page.locator(".summary-title").inner_text() == "Il reste un point à revoir"
        page.locator(".summary-list a").click()
        assert page.evaluate("document.activeElement.id") == "f-contact.email"
        assert page.locator("#f-contact\\.email").is_visible()


class TestTheForm:
    def test_asks_for_a_place_or_an_address_as_the_event_is_here_or_on_line(self, page: Page, desk: Desk) -> None:
        fill_the_least(page, "event")
        assert field(page, "online_url").is_hidden()
        write(page, "mode", "en-ligne")
        expect(field(page, "place")).to_be_hidden()
        go_on(page)
        assert [code for code, _, _ in shown(page)] == ["E102"]
        write(page, "online_url", "https://exemple.fr/direct")
        assert shown(page) == []
        assert "place:" not in file_text(page)
        assert desk.problems(file_path(page), file_text(page)) == []

    def test_takes_a_rule_in_the_place_of_dates(self, page: Page, desk: Desk) -> None:
        fill_the_least(page, "event")
        page.get_by_role("button", name="Retirer").first.click()
        page.locator("summary", has_text="Répétition").click()
        write(page, "recurrence.start", "2026-12-01 18:00")
        write(page, "recurrence.end", "2026-12-01 20:00")
        write(page, "recurrence.rule", "FREQ=WEEKLY;BYDAY=TU;COUNT=10")
        go_on(page)
        assert shown(page) == []
        assert desk.problems(file_path(page), file_text(page)) == []

    def test_adds_the_same_date_a_week_later(self, page: Page) -> None:
        fill_the_least(page, "event")
        page.get_by_role("button", name="une semaine plus tard").click()
        page.get_by_role("button", name="une semaine plus tard").click()
        for start in ("2026-12-12 14:00", "2026-12-19 14:00"):
            assert f"- start: {start}\n    end: {start[:10]} 15:30" in file_text(page)

    def test_proposes_a_name_until_one_is_typed(self, page: Page) -> None:
        fill_the_least(page, "event")
        name = page.locator("#f-nom")
        expect(name).to_have_value("l-hiver-une-heure-avec-les-etoiles-2026")
        name.fill("nuit-noire")
        page.locator("#f-title").fill("Autre chose")
        page.locator("#f-summary").focus()
        expect(name).to_have_value("nuit-noire")

    @pytest.mark.parametrize("kind", ["event", "exhibition", "organisation"])
    def test_does_not_scroll_sideways_on_the_smallest_screen_even_unfolded_and_full(self, page: Page, kind: str) -> None:
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(ADDRESS[kind])
        fill_everything(page)
        go_on(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320

    def test_is_filled_by_keyboard_alone(self, page: Page, desk: Desk) -> None:
        page.goto(ADDRESS["article"])
        page.wait_for_load_state("networkidle")
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
        _tab_to(page, None, "button[type=submit]")
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


class TestThePreview:
    def test_draws_the_card_and_the_page_as_they_will_show(self, page: Page) -> None:
        fill_the_least(page, "event")
        go_on(page)
        card = page.locator(".proposal-aside .card")
        assert card.locator(".card-title").inner_text() == "L’hiver : une heure avec les étoiles"
        assert " ".join(card.locator(".card-day").inner_text().split()) == "sam. 5 déc."
        assert "Abbeville, Médiathèque du Moulin" in card.inner_text()
        assert "Musée de la craie" in card.inner_text()
        assert page.locator(".preview-page .prose li").all_inner_texts() == ["ceci", "cela"]

    def test_never_reads_what_is_typed_as_html(self, page: Page) -> None:
        fill_the_least(page, "article")
        hostile = '<img src=x onerror="document.title=1"> [ici](javascript:alert(1)) **<b>gras</b>**'
        page.locator("#f-title").fill(hostile)
        page.locator("#f-texte").fill(hostile)
        go_on(page)
        assert page.locator(".preview-page .prose p").inner_text() == '<img src=x onerror="document.title=1"> ici <b>gras</b>'
        assert page.locator(".preview-page img, .preview-page [href^='javascript:'], .proposal-aside img").count() == 0


class TestWhatIsTooLong:
    def test_for_an_address_is_said_with_another_way(self, page: Page) -> None:
        fill_the_least(page, "article")
        page.locator("#f-texte").fill("Une phrase de plus. " * 1000)
        go_on(page)
        address = page.locator("[data-github]").get_attribute("href") or ""
        assert parse_qs(urlsplit(address).query).keys() == {"filename"}
        assert page.get_by_text("copiez-le, puis collez-le").is_visible()
        assert page.get_by_role("button", name="Copier le texte").is_visible()
        assert page.get_by_text("téléchargez d’abord le fichier").is_visible()
        assert len(page.locator("[data-mail]").get_attribute("href") or "") < 2000


class TestWithoutJavascript:
    @every_kind
    def test_the_page_shows_the_model_of_the_file_and_where_to_send_it(self, plain: Page, kind: str) -> None:
        plain.goto(ADDRESS[kind])
        assert plain.locator("[data-proposal]").is_hidden()
        assert plain.locator("#modele pre").is_visible()
        assert plain.locator("#modele pre").inner_text().startswith("---")
        assert plain.locator("main a[href='mailto:bonjour@escale-hauts-de-france.example']").first.is_visible()
        assert plain.locator("noscript p").is_visible()
