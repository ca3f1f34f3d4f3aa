"""The search: accents or not, filters, past years, and an address that keeps what was asked."""

import re
import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, expect

from search.index import index
from support import Built
from support_browser import at_a_desk, served
from support_search import order_of

pytestmark = pytest.mark.browser

SHARD = 40
"""Pages of a shard where the demo is indexed in many: a few years each, and two or four of the newest."""


def ask(page: Page, words: str) -> list[str]:
    """Type some words; the titles that are found."""
    page.goto("/recherche/")
    page.locator("input[name=q]").fill(words)
    return titles(page)


def titles(page: Page) -> list[str]:
    """The titles on show, once the search has answered."""
    expect(page.locator("[data-status]")).to_contain_text(re.compile("résultat|correspond"))
    return page.locator("[data-result] h3").all_inner_texts()


def total(page: Page) -> int:
    """How many results it says there are."""
    expect(page.locator("[data-status]")).to_contain_text(re.compile(r"\d+ résultat"))
    match = re.search(r"(\d+) résultat", page.locator("[data-status]").inner_text())
    assert match is not None
    return int(match[1])


@pytest.fixture(scope="module")
def sharded(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo with its search index in many shards, of which 2023 to 2025 are past years."""
    place = tmp_path_factory.mktemp("sharded")
    site = place / "site"
    shutil.copytree(demo.output, site, ignore=shutil.ignore_patterns("pagefind*"))
    index(order_of(site, demo.output.parent), SHARD)
    with served(site) as address:
        yield address


@pytest.fixture
def visitor(browser: Browser, sharded: str) -> Iterator[BrowserContext]:
    """A visitor of that site."""
    with at_a_desk(browser, sharded) as found:
        yield found


@pytest.fixture
def years(visitor: BrowserContext) -> Page:
    """A page of that visitor."""
    return visitor.new_page()


def everything(page: Page, address: str) -> list[str]:
    """The pages that a question finds, to the last."""
    page.goto(address)
    count = total(page)
    while page.locator("[data-more]").is_visible():
        before = page.locator("[data-result]").count()
        page.locator("[data-more]").click()
        expect(page.locator("[data-result]")).not_to_have_count(before)
    expect(page.locator("[data-result]")).to_have_count(count)
    return paths(page)


def paths(page: Page) -> list[str]:
    """The pages on show."""
    return [urlsplit(str(link.get_attribute("href"))).path for link in page.locator("[data-result] h3 a").all()]


def wider(page: Page) -> Locator:
    """The box that asks the past years too."""
    return page.get_by_role("checkbox", name="Chercher aussi dans les années passées")


def folders(asked: list[str]) -> set[str]:
    """The parts of the index that were loaded from."""
    return {urlsplit(address).path.split("/")[1] for address in asked if "/pagefind" in address}


class TestWords:
    @pytest.mark.parametrize("words", ["planétarium", "planetarium", "PLANÉTARIUM"])
    def test_are_found_with_or_without_their_accents(self, page: Page, words: str) -> None:
        assert any("planétarium" in title.lower() for title in ask(page, words))

    @pytest.mark.parametrize("words", ["xyzzyplugh", "xyzzy", "xyz"])
    def test_that_are_nowhere_are_told(self, page: Page, words: str) -> None:
        assert ask(page, words) == []
        expect(page.locator("[data-status]")).to_have_text(f"Rien ne correspond à « {words} ».")
        assert page.locator("[data-help]").is_visible()

    def test_near_those_of_the_site_lead_to_them(self, page: Page) -> None:
        assert any("astronom" in title.lower() for title in ask(page, "astronomiquement"))

    def test_of_a_town_find_what_is_there(self, page: Page) -> None:
        ask(page, "Dunkerque")
        found = page.locator("[data-result]").first
        expect(found.locator(".entry-facts")).to_contain_text("Événement")
        expect(found).not_to_contain_text("application de cartes")

    def test_that_are_markup_stay_words(self, page: Page) -> None:
        page.goto("/recherche/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        expect(page.locator("[data-status]")).not_to_be_empty()
        assert page.locator("main img[src=x]").count() == 0

    def test_of_a_link_are_searched_at_once(self, page: Page) -> None:
        page.goto("/recherche/?q=abeilles")
        assert page.locator("input[name=q]").input_value() == "abeilles"
        assert titles(page)

    def test_lead_to_their_page(self, page: Page) -> None:
        found = ask(page, "planétarium")
        page.locator("[data-result] h3 a").first.click()
        expect(page.locator("h1")).to_have_text(re.compile(re.escape(found[0].split(" ")[0])))


class TestFilters:
    def test_reduce_the_results_and_give_them_back(self, page: Page) -> None:
        ask(page, "science")
        before = total(page)
        page.locator("[data-facet=genre] summary").click()
        page.get_by_role("checkbox", name=re.compile("^Articles")).check()
        expect(page.locator("[data-status]")).not_to_contain_text(f"{before} résultat")
        assert 0 < total(page) < before
        assert {urlsplit(str(link.get_attribute("href"))).path.split("/")[1] for link in page.locator("[data-result] h3 a").all()} == {
            "articles"
        }
        page.get_by_role("checkbox", name=re.compile("^Articles")).uncheck()
        expect(page.locator("[data-status]")).to_contain_text(f"{before} résultat")

    def test_are_kept_in_the_address(self, page: Page) -> None:
        ask(page, "ciel")
        page.locator("[data-facet=theme] summary").click()
        page.get_by_role("checkbox", name=re.compile("^Astronomie")).check()
        page.wait_for_url(re.compile("theme="))
        assert parse_qs(urlsplit(page.url).query) == {"q": ["ciel"], "theme": ["Astronomie"]}
        count = total(page)
        page.reload()
        assert page.locator("input[name=q]").input_value() == "ciel"
        assert page.locator("input[name=theme][value=Astronomie]").is_checked()
        assert total(page) == count

    def test_work_by_keyboard(self, page: Page) -> None:
        ask(page, "science")
        page.locator("[data-facet=genre] summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.wait_for_url(re.compile("genre="))
        page.keyboard.press("Escape")
        expect(page.locator("[data-facet=genre]")).not_to_have_attribute("open", "")

    def test_say_how_many_results_each_value_has_once_they_are_open(self, page: Page) -> None:
        ask(page, "science")
        counts = page.locator("[data-facet=genre] [data-count]")
        assert counts.all_inner_texts() == [""] * counts.count()
        page.locator("[data-facet=genre] summary").click()
        expect(counts.first).not_to_be_empty()
        box = page.get_by_role("checkbox", name=re.compile("^Articles"))
        number = box.locator("..").locator("[data-count]").inner_text()
        box.check()
        expect(page.locator("[data-status]")).to_contain_text(f"{number} résultat")


class TestManyShards:
    @pytest.mark.parametrize("words", ["ciel", "planétarium", "astronomie", "coeur", "sciences société", "l’eau"])
    def test_find_all_that_one_index_finds(self, page: Page, years: Page, words: str) -> None:
        asked = f"/recherche/?q={words}&annees=toutes"
        assert sorted(everything(years, asked)) == sorted(everything(page, asked))

    @pytest.mark.parametrize("words", ["science", "exposition"])
    def test_are_in_the_order_of_days_all_together(self, demo: Built, page: Page, years: Page, words: str) -> None:
        asked = f"/recherche/?q={words}&tri=date&annees=toutes"
        found = everything(years, asked)
        days = [re.search(r'name="search:date"[^>]*content="([^"]*)"', demo.read(path)) for path in found]
        assert all(days)
        told = [day[1] for day in days if day]
        assert told == sorted(told, reverse=True)
        assert len({day[:4] for day in told}) > 3
        assert sorted(found) == sorted(everything(page, asked))

    def test_count_their_facets_together(self, page: Page, years: Page) -> None:
        counts = []
        for each in (page, years):
            each.goto("/recherche/?q=science&annees=toutes")
            each.locator("[data-facet=genre] summary").click()
            expect(each.locator("[data-facet=genre] [data-count]").first).not_to_be_empty()
            counts.append(each.locator("[data-facet] label").all_inner_texts())
        assert counts[0] == counts[1]
        years.get_by_role("checkbox", name=re.compile("^Articles")).check()
        number = next(text.split()[-1] for text in counts[1] if text.startswith("Articles"))
        expect(years.locator("[data-status]")).to_contain_text(f"{number} résultat")
        assert all(path.startswith("/articles/") for path in paths(years))

    def test_mend_words_and_know_ligatures(self, years: Page) -> None:
        assert any("planétarium" in title.lower() for title in ask(years, "planetarum"))
        expect(years.locator("[data-status]")).to_contain_text("Résultats pour « planétarium »")
        assert ask(years, "coeur") == ask(years, "cœur") != []

    def test_tell_nothing_of_a_word_that_no_shard_has(self, years: Page) -> None:
        assert ask(years, "xyzzyplugh") == []
        expect(wider(years)).to_be_hidden()

    def test_leave_out_those_that_only_have_words_like_it(self, years: Page) -> None:
        # A shard without the word gives its nearest, which would be noise beside true results of others.
        found = everything(years, "/recherche/?q=planétarium&annees=toutes")
        for path in found:
            years.goto(path)
            assert re.search("plan[ée]tarium", years.locator("main").inner_html(), re.IGNORECASE), path


class TestPastYears:
    def test_are_not_loaded_by_a_question_that_finds_enough(self, visitor: BrowserContext, years: Page) -> None:
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        visitor.on("request", note)
        ask(years, "astronomie")
        assert "pagefind-2026-a" in folders(asked)
        assert not folders(asked) & {"pagefind-2024-2025", "pagefind-2023-a", "pagefind-2023-b"}
        assert sum("wasm" in address for address in asked) == 1
        expect(wider(years)).to_be_visible()
        expect(wider(years)).not_to_be_checked()

    def test_come_when_they_are_asked_for_and_go_again(self, years: Page) -> None:
        ask(years, "astronomie")
        before = total(years)
        wider(years).check()
        expect(years.locator("[data-status]")).to_contain_text("années passées comprises")
        assert total(years) > before
        years.wait_for_url(re.compile("annees=toutes"))
        expect(wider(years)).to_be_focused()
        wider(years).uncheck()
        expect(years.locator("[data-status]")).to_have_text(re.compile(f"^{before} résultats pour «.astronomie.»$"))
        assert "annees" not in years.url

    def test_are_kept_in_the_address(self, years: Page) -> None:
        years.goto("/recherche/?q=astronomie&annees=toutes")
        expect(years.locator("[data-status]")).to_contain_text("années passées comprises")
        expect(wider(years)).to_be_checked()
        assert parse_qs(urlsplit(years.url).query) == {"q": ["astronomie"], "annees": ["toutes"]}

    def test_come_by_themselves_where_the_season_has_little(self, years: Page) -> None:
        years.goto("/recherche/?q=infox")
        expect(years.locator("[data-status]")).to_contain_text("années passées comprises")
        assert total(years) > 0
        expect(wider(years)).to_be_hidden()
        assert "annees" not in years.url
        years.locator("input[name=q]").fill("astronomie")
        expect(years.locator("[data-status]")).to_have_text(re.compile(r"^\d+ résultats pour «.astronomie.»$"))
        expect(wider(years)).to_be_visible()

    def test_are_reached_by_keyboard(self, years: Page) -> None:
        ask(years, "astronomie")
        years.locator("select[name=tri]").focus()
        years.keyboard.press("Tab")
        expect(wider(years)).to_be_focused()
        years.keyboard.press("Space")
        expect(years.locator("[data-status]")).to_contain_text("années passées comprises")

    def test_are_not_offered_where_there_are_none(self, page: Page) -> None:
        ask(page, "astronomie")
        expect(wider(page)).to_be_hidden()

    def test_that_cannot_be_loaded_are_told_and_asked_for_anew(self, years: Page) -> None:
        years.route("**/pagefind-2023-a/**", lambda route: route.abort())
        ask(years, "astronomie")
        wider(years).check()
        expect(years.locator("[data-status]")).to_contain_text("n’a pas pu démarrer")
        years.unroute("**/pagefind-2023-a/**")
        years.locator("input[name=q]").press("Enter")
        expect(years.locator("[data-status]")).to_contain_text("années passées comprises")


class TestWithoutJavascript:
    def test_the_page_says_so_and_leads_to_the_lists(self, plain: Page) -> None:
        plain.goto("/recherche/")
        assert plain.locator("noscript").count() == 1
        assert plain.locator("main a[href='/agenda/']").first.is_visible()
