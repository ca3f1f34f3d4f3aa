"""A static page of the catalogue holds exactly what the question of its name gives, in its order, and marks it so that programs can tell."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from contributions.library.fund.catalogue import PER_PAGE
from contributions.library.library import Library
from support import TODAY, Built, build, read_library, write
from support_catalogue import AUDIENCES, DEPARTMENTS, GROUPS, OWNERS, THEMES, VEHICLES, Fund, Slow
from support_fund import fund as agencys_fund

QUESTIONS = (
    "",
    *(f"themes/{theme}" for theme in THEMES),
    *(f"publics/{audience}" for audience in AUDIENCES),
    *(f"territoires/{code}" for code in DEPARTMENTS),
    *(f"proprietaires/{owner}" for owner in OWNERS),
    *(f"categories/{group}" for group in GROUPS),
    *(f"vehicule/{vehicle}" for vehicle in VEHICLES),
    "gratuit",
    "pass-culture",
)
"""The addresses of the pages below /outils/."""
SEEDS = (1, 2, 3, 4)


@pytest.fixture(scope="module", params=SEEDS)
def fund(request: pytest.FixtureRequest) -> Fund:
    """A fund at random."""
    return Fund(request.param, 90)


@pytest.fixture(scope="module")
def read(fund: Fund, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """It as a library."""
    return read_library(write(tmp_path_factory.mktemp("fund"), fund.tree()), TODAY)


class TestAQuestion:
    @pytest.mark.parametrize("question", QUESTIONS)
    def test_is_answered_as_the_contract_says(self, fund: Fund, read: Library, question: str) -> None:
        assert list(read.catalogue.get(question, ())) == Slow(fund).answer(question)

    @pytest.mark.parametrize("question", QUESTIONS)
    def test_has_all_its_tools_on_its_pages_once(self, read: Library, question: str) -> None:
        base = f"{question}/" if question else ""
        paths = [base, *(f"{base}page/{number}/" for number in range(2, 9))]
        pages = [read.catalogue_pages.get(path, ()) for path in paths]
        assert [slug for page in pages for slug in page] == list(read.catalogue.get(question, ()))
        assert all(len(page) <= PER_PAGE for page in pages)

    def test_counts_those_that_do_not_say_what_it_asks(self, fund: Fund, read: Library) -> None:
        slow = Slow(fund)
        for name, key in (*((f"vehicule/{vehicle}", "vehicle") for vehicle in VEHICLES), ("gratuit", "price")):
            lent = {slug: keys for slug, keys in fund.tools.items() if slow.can_be_lent(keys) and slug not in slow.answer(name)}
            silent = [slug for slug, keys in lent.items() if any(not _says(keys, version, key) for version in keys.get("versions") or [{}])]
            assert read.catalogue_unsaid.get(name, (0,)) == (len(silent),)


def _says(keys: dict[str, object], version: dict[str, object], key: str) -> bool:
    whole = keys | version
    return "price" in whole if key == "price" else "vehicle" in (whole.get("format") or {})


class TestTheYear:
    def test_has_a_line_for_each_tool_that_can_be_lent_together_with_its_owners_others(self, fund: Fund, read: Library) -> None:
        groups = [group for page in read.years.values() for group in page]
        assert sorted(slug for _owner, slugs in groups for slug in slugs) == sorted(Slow(fund).answer(""))
        owners = [owner for owner, _slugs in groups]
        assert len(set(owners)) == len(owners)


class Site:
    """The pages of a fund that was built."""

    def __init__(self, built: Built, fund: Fund) -> None:
        self.built, self.slow = built, Slow(fund)

    def pages(self, question: str) -> Iterator[BeautifulSoup]:
        """The pages of a question, by the way that their visitors have."""
        url = f"/outils/{question}/" if question else "/outils/"
        while url:
            page = self.built.page(url)
            yield page
            further = page.select_one("main [data-more]")
            url = str(further["href"]) if further else ""

    def slugs(self, question: str) -> list[str]:
        """What is marked on them."""
        return [str(found["data-slug"]) for page in self.pages(question) for found in page.select("main [data-slug]")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A fund that has been built."""
    fund, place = Fund(7, 60), tmp_path_factory.mktemp("built")
    built = build(write(place, fund.tree()), place)
    assert built.code == 0, built.stderr
    return Site(built, fund)


class TestAPage:
    @pytest.mark.parametrize("question", [question for question in QUESTIONS if question != "pass-culture"])
    def test_shows_the_answer_in_its_order(self, site: Site, question: str) -> None:
        assert site.slugs(question) == site.slow.answer(question)

    def test_for_schools_shows_each_tool_once(self, site: Site) -> None:
        assert sorted(site.slugs("pass-culture")) == sorted(site.slow.answer("pass-culture"))

    def test_of_the_year_shows_each_tool_once(self, site: Site) -> None:
        assert sorted(site.slugs("disponibilites")) == sorted(site.slow.answer(""))

    @pytest.mark.parametrize("question", [*QUESTIONS, "disponibilites"])
    def test_says_how_many_there_are_in_one_place(self, site: Site, question: str) -> None:
        first, *_others = site.pages(question)
        [told] = first.select("[role=status]")
        count = len(site.slow.answer("" if question == "disponibilites" else question))
        assert told["data-count"] == str(count)
        assert re.match(rf"{count} outils?\b", told.get_text(strip=True))

    def test_leads_from_facet_to_facet_inside_the_catalogue(self, site: Site) -> None:
        (front, *_others) = site.pages("")
        ways = [str(link["href"]) for link in front.select(".facets a")]
        assert ways
        assert [way for way in ways if not way.startswith("/outils/")] == []
        for question in QUESTIONS[1:]:
            page = next(site.pages(question))
            beside = [str(link["href"]) for link in page.select("main nav.jump a")]
            assert [way for way in beside if not urljoin(f"/outils/{question}/", way).startswith("/outils/")] == []

    def test_is_led_to_from_a_page_that_is_not_its_own(self, site: Site) -> None:
        ways: set[str] = set()
        for question in (*QUESTIONS, "disponibilites"):
            for page in site.pages(question):
                ways |= {str(link["href"]) for link in page.select("main a")} - {f"/outils/{question}/"}
        assert {f"/outils/{question}/" for question in (*QUESTIONS[1:], "disponibilites")} <= ways

    def test_offers_nothing_that_was_withdrawn(self, site: Site) -> None:
        gone = {slug for slug, keys in site.slow.fund.tools.items() if not site.slow.can_be_lent(keys)}
        assert gone
        # Its own page stays, and the letters that told of it once, and the site plan, which names all pages.
        telling = [path for path in site.built.pages if not path.startswith(("/newsletter/", "/plan-du-site/"))]
        for path in telling:
            own = path.removeprefix("/outils/").strip("/") if path.startswith("/outils/") else ""
            shown = {str(link["href"]) for link in site.built.page(path).select("main a[href^='/outils/']")}
            assert [slug for slug in gone - {own} if f"/outils/{slug}/" in shown] == [], path

    def test_exists_for_every_value_even_where_nothing_answers(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        place = tmp_path_factory.mktemp("empty")
        built = build(write(place, {}), place)
        assert built.code == 0, built.stderr
        for question in (*QUESTIONS, "disponibilites"):
            if not question.startswith("proprietaires/"):
                page = built.page(f"/outils/{question}/" if question else "/outils/")
                [told] = page.select("[role=status]")
                assert told["data-count"] == "0"
                assert page.select("main [data-slug]") == []


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """An agency's fund that has been built."""
    place = tmp_path_factory.mktemp("agency")
    built = build(write(place, agencys_fund(TODAY)), place)
    assert built.code == 0, built.stderr
    return built


class TestAFundOfEightyEight:
    def test_has_its_year_on_one_page(self, agency: Built) -> None:
        page = agency.page("/outils/disponibilites/")
        assert len(page.select("main tr[data-slug]")) == 88
        assert not agency.has("/outils/disponibilites/page/2/")

    @pytest.mark.parametrize("path", ["/outils/", "/outils/disponibilites/", "/outils/proprietaires/agence/", "/annuaire/agence/"])
    def test_stays_light(self, agency: Built, path: str) -> None:
        assert len(gzip.compress(agency.read(path).encode())) < 16 * 1024  # what else a page loads, once for all of them, takes 45 KiB

    def test_says_every_month_of_the_year_in_words(self, agency: Built) -> None:
        table = agency.page("/outils/disponibilites/").select_one("table")
        assert table is not None
        assert table.caption is not None
        assert {str(head["scope"]) for head in table.select("th")} == {"col", "colgroup", "row", "rowgroup"}
        for line in table.select("tr[data-slug]"):
            months = [cell.get_text(strip=True) for cell in line.select("td")]
            assert len(months) == 12
            assert set(months) <= {"Libre", "En partie", "En option", "Pas libre", "À demander"}
