"""The page of a tool as a borrower uses it: on a phone, by the keyboard, on paper, without scripts; and tools side by side."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from support import Built, Tree, build, exhibition, loan, organisation, write
from support_browser import at_a_desk, served, visiting

pytestmark = pytest.mark.browser

HOME = {"name": "Musée du ciel", "address": "5 place de l’Hôtel-de-Ville", "postcode": "80000", "city": "Amiens"}
FORMAT = {"panels": 12, "width_cm": 80, "height_cm": 200, "surface_m2": 40, "vehicle": "utilitaire", "heaviest_kg": 12.5, "volume_m3": 0.8}
OWN: dict[str, Any] = {"organisation": "musee", "publisher": None}
WHOLE: dict[str, Any] = {
    **OWN,
    "title": "Le ciel en panneaux",
    "availability_on": "2026-11-03",
    "format": FORMAT,
    "setup": {"minutes": 90, "people": 2},
    "visit": {"capacity": 30},
    "price": {"free": False, "amount": 100, "per": "mois"},
    "school_levels": ["cycle-3"],
    "loan": {"min_days": 7, "max_days": 28, "notice_days": 5},
    "content_updated": "2019-05-01",
    "loans": [
        loan("2026-10-01", "2026-10-20", city="Laon", public_showing=True, visitors=240, visitors_method="compte", venue={"price": "4 €"}),
        loan("2026-12-10", "2026-12-31"),
        loan("2027-01-20", "2027-02-10", "option", option_until="2026-12-20"),
    ],
}
VERSIONS = [
    {"id": "cadres", "label": "Cadres"},
    {"id": "baches", "label": "Bâches", "format": {"vehicle": "voiture", "surface_m2": 20}, "price": {"free": True}},
]
TREE: Tree = (
    organisation("musee", title="Musée du ciel", place=HOME, email="prets@musee.example", closed=[{"weekdays": ["dimanche"]}])
    | exhibition("panneaux", **WHOLE)
    | exhibition(
        "versions", **OWN, availability_on="2026-11-03", format=FORMAT, setup={"people": 2}, versions=VERSIONS, title="Deux formes"
    )
    | exhibition("muette", **OWN, title="Une malle muette")
    | exhibition("retiree", **OWN, condition="retire", retired_on="2026-01-01", format=FORMAT, title="Une malle retirée")
    | exhibition("cinq", **OWN, title="Une cinquième")
)
ORDER = (
    "h1",
    ".free",
    ".chief >> text=Utilitaire",
    ".chief >> text=40",
    ".chief >> text=100",
    ".chief >> text=Cycle 3",
    ".chief >> text=Amiens",
)
ANSWERS = (
    ("surface", "39", "Non. Surface au sol : il lui faut 40 m², vous avez 39 m²."),
    ("surface", "40", "Oui. Surface au sol : il lui faut 40 m², vous avez 40 m²."),
    ("height", "199.5", "Non. Hauteur : il lui faut 200 cm, vous avez 199,5 cm."),
    ("heaviest", "12.5", "Oui. Pièce la plus lourde : il lui faut 12,5 kg, vous avez 12,5 kg."),
    ("people", "1", "Non. Pour le monter : il lui faut 2 personnes, vous avez 1 personne."),
    ("visitors", "31", "Non. Groupe : il reçoit 30 personnes à la fois, vous en attendez 31 personnes."),
    ("visitors", "30", "Oui. Groupe : il reçoit 30 personnes à la fois, vous en attendez 30 personnes."),
)
DATES = (
    ("2026-11-26", "2026-12-05", "Oui. Dates : libre du 26 novembre 2026 au 5 décembre 2026, 10 jours."),
    ("2026-11-25", "2026-12-05", "Non. Dates : trop tôt, un prêt peut commencer le 26 novembre 2026."),
    ("2026-11-26", "2026-11-29", "Non. Dates : il se prête 7 jours au moins."),
    ("2027-03-01", "2027-04-30", "Non. Dates : il se prête 28 jours au plus."),
    ("2026-11-30", "2026-12-06", "Non. Dates : le 6 décembre 2026, rien ne part ni ne revient."),
    ("2026-12-03", "2026-12-12", "Non. Dates : occupé du 3 décembre 2026 au 12 décembre 2026."),
    ("2029-12-03", "2029-12-12", "On ne sait pas. Dates : on ne sait rien après le 31 mai 2028."),
    ("2027-03-01", "2027-03-10", "Oui. Dates : libre du 1er mars 2027 au 10 mars 2027, 10 jours."),
    ("2026-12-05", "2026-12-01", "Non. Dates : le dernier jour est avant le premier."),
    ("2026-12-05", "", "On ne sait pas. Dates : donnez le premier et le dernier jour."),
)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site of a few tools, as of 21 November 2026."""
    place = tmp_path_factory.mktemp("tools")
    built = build(write(place, TREE), place)
    assert built.code == 0, built.stderr
    return built


@pytest.fixture(scope="module")
def address(tools: Built) -> Iterator[str]:
    with served(tools.output) as found:
        yield found


@pytest.fixture(scope="module")
def borrower(browser: Browser, address: str) -> Iterator[BrowserContext]:
    with at_a_desk(browser, address) as visitor:
        yield visitor


@pytest.fixture
def page(borrower: BrowserContext) -> Iterator[Page]:
    with borrower.new_page() as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    with visiting(browser, address, viewport={"width": 390, "height": 844}) as visitor, visitor.new_page() as opened:
        yield opened


@pytest.fixture
def scriptless(browser: Browser, address: str) -> Iterator[Page]:
    with visiting(browser, address, java_script_enabled=False) as visitor, visitor.new_page() as opened:
        yield opened


def answer(page: Page, **given: str) -> None:
    """Fill questions of the form, by their names; those of days as `first` and `last`."""
    for name, value in given.items():
        field = page.locator(f'[data-fitting] [name="{ {"first": "from", "last": "to"}.get(name, name) }"]')
        if name == "vehicle":
            field.select_option(value)
        else:
            field.fill(value)


class TestOnAPhone:
    def test_what_one_asks_most_stands_first(self, phone: Page) -> None:
        phone.goto("/outils/panneaux/")
        tops = [(phone.locator("main").locator(part).first.bounding_box() or {"y": -1.0})["y"] for part in ORDER]
        assert all(above < below for above, below in pairwise(tops)), dict(zip(ORDER, tops, strict=True))
        assert tops[-1] < (phone.locator(".fact-group").first.bounding_box() or {"y": 0.0})["y"]

    @pytest.mark.parametrize("slug", ["panneaux", "versions", "muette", "retiree"])
    @pytest.mark.parametrize("width", [320, 390])
    def test_nothing_sticks_out(self, phone: Page, slug: str, width: int) -> None:
        phone.set_viewport_size({"width": width, "height": 800})
        phone.goto(f"/outils/{slug}/")
        for fold in phone.locator("main details").all():
            fold.evaluate("(fold) => { fold.open = true; }")
        assert phone.evaluate("document.documentElement.scrollWidth") <= width


class TestTheGroups:
    def test_are_folded_with_the_weightiest_facts_on_their_line(self, page: Page) -> None:
        page.goto("/outils/panneaux/")
        lines = page.locator(".fact-group > summary")
        expect(lines).to_have_count(5)
        assert plain(lines.nth(1).inner_text()).split("\n")[-1] == "40 m² · 1 h 30 · 2 personnes"
        expect(page.locator(".fact-group .facts").first).not_to_be_visible()

    def test_open_by_the_keyboard(self, page: Page) -> None:
        page.goto("/outils/panneaux/")
        page.locator("#transport > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#transport").get_by_text("12,5")).to_be_visible()

    def test_are_all_there_without_scripts_and_on_paper(self, page: Page, scriptless: Page) -> None:
        for shown in (page, scriptless):
            shown.goto("/outils/panneaux/")
            shown.emulate_media(media="print")
            for group in shown.locator(".fact-group .facts").all():
                assert (group.bounding_box() or {"height": 0})["height"] > 0


class TestItsDays:
    def test_are_drawn_for_the_eye_and_said_for_all(self, page: Page) -> None:
        page.goto("/outils/panneaux/")
        expect(page.locator(".months").first).to_have_attribute("aria-hidden", "true")
        expect(page.locator(".availability .word")).to_have_text("Disponibilités données le 3 novembre par le propriétaire, qui confirme.")
        said = [plain(text) for text in page.locator(".periods li").all_inner_texts()]
        assert "Occupé du 10 au 31 décembre" in said
        assert "En option du 20 janvier au 10 février 2027" in said

    @pytest.mark.parametrize("settings", [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}])
    def test_tell_their_states_apart_whatever_the_colours(self, browser: Browser, address: str, settings: dict[str, Any]) -> None:
        with visiting(browser, address, **settings) as visitor, visitor.new_page() as opened:
            opened.goto("/outils/panneaux/")
            looks = opened.evaluate("""() => [...document.querySelectorAll(".legend .swatch")].map((mark) => {
              const { backgroundImage, backgroundColor, borderStyle, borderColor, borderWidth, textDecorationLine, fontWeight } = getComputedStyle(mark);
              return [backgroundImage, backgroundColor, borderStyle, borderColor, borderWidth, textDecorationLine, fontWeight].join(" ");
            })""")
            assert len(looks) == len(set(looks)) == 5

    def test_without_the_owners_word_are_to_be_asked_for(self, page: Page) -> None:
        page.goto("/outils/muette/")
        expect(page.locator(".panel .word")).to_contain_text("À demander : son propriétaire n’a pas dit quand il est libre.")
        assert re.search(r"\blibre (du|à partir|aujourd)", page.locator(".sheet").inner_text(), re.IGNORECASE) is None


class TestWhatIsWithdrawn:
    def test_says_so_and_leads_to_no_request(self, page: Page) -> None:
        page.goto("/outils/retiree/")
        expect(page.get_by_text("Retiré : cet outil n’est plus prêté.")).to_be_visible()
        assert page.locator('main [href*="/outils/demande/"]').count() == 0
        assert page.locator("[data-fitting], .months").count() == 0

    def test_is_what_others_are_not(self, page: Page) -> None:
        page.goto("/outils/panneaux/")
        assert page.get_by_role("link", name="Demander le prêt").get_attribute("href") == "/outils/demande/?outil=panneaux"
        assert page.get_by_role("link", name="Écrire au propriétaire").get_attribute("href") == "mailto:prets@musee.example"
        expect(page.get_by_text("Contenu à vérifier : il a été revu pour la dernière fois le 1er mai 2019.")).to_be_visible()


class TestWhetherItFits:
    @pytest.mark.parametrize(("name", "value", "said"), ANSWERS)
    def test_is_answered_with_the_figure(self, page: Page, name: str, value: str, said: str) -> None:
        page.goto("/outils/panneaux/")
        answer(page, **{name: value})
        expect(page.locator(".answers li")).to_have_count(1)
        assert plain(page.locator(".answers li").inner_text()) == said

    @pytest.mark.parametrize(("first", "last", "said"), DATES)
    def test_of_dates_is_the_calculations_answer(self, page: Page, first: str, last: str, said: str) -> None:
        page.goto("/outils/panneaux/")
        answer(page, first=first, last=last)
        expect(page.locator(".answers li")).to_have_text(re.compile("Dates"))
        assert plain(page.locator(".answers li").inner_text()).startswith(said)

    def test_says_where_a_loan_as_long_can_begin_instead(self, page: Page) -> None:
        page.goto("/outils/panneaux/")
        answer(page, first="2026-12-03", last="2026-12-12")
        expect(page.locator(".answers li")).to_contain_text("Il l’est à partir du 2 janvier 2027 pour autant de jours.")

    def test_is_said_of_each_version_and_of_what_nobody_says(self, page: Page) -> None:
        page.goto("/outils/versions/")
        answer(page, vehicle="voiture", height="250", visitors="20")
        expect(page.locator(".answer-whole")).to_have_text(
            ["Non, ça ne rentre pas.", "Rien ne s’y oppose, mais le propriétaire ne dit pas tout : demandez-lui."]
        )
        expect(page.locator(".answers").nth(1).locator("li")).to_have_text(
            [
                "On ne sait pas. Hauteur : le propriétaire ne le dit pas.",
                "Oui. Véhicule : il lui faut Voiture, vous avez Voiture.",
                "On ne sait pas. Groupe : le propriétaire ne le dit pas.",
            ]
        )

    def test_is_loaded_at_the_first_answer_and_sends_nothing(self, page: Page) -> None:
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        page.goto("/outils/panneaux/")
        page.on("request", note)
        answer(page, surface="50")
        expect(page.locator(".answers")).to_be_visible()
        assert {url.rsplit("/", 1)[1] for url in asked} - {"favicon.svg"} == {"fitting.js", "lending.js", "days.js"}

    def test_stands_as_a_table_of_figures_without_scripts(self, scriptless: Page) -> None:
        scriptless.goto("/outils/versions/")
        expect(scriptless.locator("[data-fitting]")).not_to_be_visible()
        rows = [plain(row).split("\t") for row in scriptless.locator(".needs tbody tr").all_inner_texts()]
        assert rows[0] == ["Surface au sol", "40 m²", "20 m²"]
        assert rows[1] == ["Hauteur", "200 cm", "le propriétaire ne le dit pas"]

    def test_is_not_asked_where_no_figure_is_given(self, page: Page) -> None:
        page.goto("/outils/muette/")
        assert page.locator("[data-fitting]").count() == 0


class TestSideBySide:
    def test_differences_are_marked(self, page: Page) -> None:
        page.goto("/outils/comparer/?outil=panneaux&outil=versions")
        expect(page.locator("[data-comparison] [role=status]")).to_have_attribute("data-count", "2")
        assert page.locator(".compare thead th").all_inner_texts()[0].startswith("Le ciel en panneaux")
        row = page.locator(".compare tr", has=page.locator("th", has_text="Pour le monter"))
        assert row.get_attribute("class") == ""
        assert "differs" in (page.locator(".compare tr", has=page.locator("th", has_text="Tarif")).first.get_attribute("class") or "")

    def test_what_one_of_them_does_not_say_is_no_difference(self, page: Page) -> None:
        page.goto("/outils/comparer/?outil=panneaux&outil=muette")
        row = page.locator(".compare tr", has=page.locator("th", has_text="Tarif")).first
        expect(row).to_contain_text("non précisé")
        assert row.get_attribute("class") == ""

    def test_there_are_ways_to_begin_while_nothing_is_chosen(self, page: Page) -> None:
        page.goto("/outils/comparer/?outil=muette")
        expect(page.locator(".compare thead th")).to_have_count(1)
        starred = ["/outils/panneaux/", "/agenda/nuit/", "/outils/versions/"]
        page.evaluate("starred => localStorage.setItem('escale.selection', JSON.stringify(starred))", starred)
        page.goto("/outils/comparer/")
        last = page.get_by_role("link", name="Reprendre la dernière comparaison (1)")
        expect(last).to_have_attribute("href", "/outils/comparer/?outil=muette")
        selected = page.get_by_role("link", name="Comparer les outils de ma sélection (2)")
        expect(selected).to_have_attribute("href", "/outils/comparer/?outil=panneaux&outil=versions")
        expect(page.locator("[data-how] .tool-card")).to_have_count(3)
        page.evaluate("localStorage.clear()")

    def test_what_is_the_same_can_be_left_out(self, page: Page) -> None:
        page.goto("/outils/comparer/?outil=panneaux&outil=versions")
        page.get_by_label("Seulement les différences").check()
        expect(page.locator(".compare tr", has=page.locator("th", has_text="Pour le monter"))).not_to_be_visible()
        expect(page.locator(".compare tr", has=page.locator("th", has_text="Tarif")).first).to_be_visible()

    def test_what_is_no_tool_is_said(self, page: Page) -> None:
        page.goto("/outils/comparer/?outil=aucun&outil=panneaux&outil=<b>&outil=panneaux&outil=")
        expect(page.locator(".compare-notes li")).to_have_text(
            ["« <b> » : cet outil n’est pas au catalogue.", "« aucun » : cet outil n’est pas au catalogue."]
        )
        expect(page.locator(".compare thead th")).to_have_count(1)

    def test_no_more_than_four_are_shown(self, page: Page) -> None:
        page.goto("/outils/comparer/?" + "&".join(f"outil={slug}" for slug in ("panneaux", "versions", "muette", "retiree", "cinq")))
        expect(page.locator(".compare thead th")).to_have_count(4)
        expect(page.locator(".compare-notes")).to_contain_text("4 outils au plus")
        expect(page.locator(".compare")).to_contain_text("Cet outil n’est plus prêté")

    def test_a_tool_is_added_from_its_page_to_those_compared_last(self, page: Page, address: str) -> None:
        page.goto("/outils/comparer/?outil=muette")
        expect(page.locator(".compare thead th")).to_have_count(1)
        page.goto("/outils/panneaux/")
        page.get_by_role("link", name="Comparer").click()
        page.wait_for_url(f"{address}/outils/comparer/?outil=muette&outil=panneaux")
        expect(page.locator(".compare thead th a:first-child")).to_have_text(["Une malle muette", "Le ciel en panneaux"])
        assert page.evaluate("Object.keys(localStorage)") == ["escale.comparaison"]
        page.get_by_role("link", name="Retirer « Une malle muette »").click()
        page.wait_for_url(f"{address}/outils/comparer/?outil=panneaux")

    def test_it_has_its_heading_and_its_text_without_scripts(self, scriptless: Page) -> None:
        scriptless.goto("/outils/comparer/?outil=panneaux&outil=versions")
        expect(scriptless.get_by_role("heading", level=1)).to_have_text("Comparer des outils")
        expect(scriptless.get_by_role("link", name="Choisir des outils")).to_be_visible()

    def test_it_prints_without_what_is_for_the_screen(self, page: Page) -> None:
        page.goto("/outils/comparer/?outil=panneaux&outil=versions")
        expect(page.locator(".compare")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".compare-controls")).not_to_be_visible()
        expect(page.locator(".compare-less").first).not_to_be_visible()

    @pytest.mark.parametrize("width", [320, 390])
    def test_nothing_sticks_out(self, phone: Page, width: int) -> None:
        phone.set_viewport_size({"width": width, "height": 800})
        phone.goto("/outils/comparer/?outil=panneaux&outil=versions&outil=muette&outil=cinq")
        expect(phone.locator(".compare thead th")).to_have_count(4)
        assert phone.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["/outils/panneaux/", "/outils/versions/", "/outils/comparer/"])
def test_pages_are_light(tools: Built, path: str) -> None:
    assert len(gzip.compress(tools.read(path).encode(), 9)) < 30 * 1024
