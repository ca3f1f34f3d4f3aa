"""The search of many years: their indexes answer as one would, and past years come when they are asked for."""

import re
import shutil
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from search.index import index
from support import Built
from support_browser import at_a_desk, served
from support_finder import ask, everything, paths, total, wider
from support_search import order_of

pytestmark = pytest.mark.browser

SHARD = 40
"""Pages of a shard where the demo is indexed in many: a few years each, and two or four of the newest."""


@pytest.fixture(scope="module")
def sharded(demo: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demo with its search index in many shards, of which 2023 to 2025 are past years."""
    place = tmp_path_factory.mktemp("sharded")
    site = place / "site"
    shutil.copytree(demo.output, site, ignore=shutil.ignore_patterns("pagefind*"))
    index(order_of(site, demo.output.parent), SHARD)
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def visitor(browser: Browser, sharded: str) -> Iterator[BrowserContext]:
    """A visitor of that site."""
    with at_a_desk(browser, sharded) as found:
        yield found


@pytest.fixture
def years(visitor: BrowserContext) -> Iterator[Page]:
    """A page of that visitor."""
    with visitor.new_page() as opened:
        yield opened


def folders(asked: list[str]) -> set[str]:
    """The parts of the index that were loaded from."""
    return {urlsplit(address).path.split("/")[1] for address in asked if "/pagefind" in address}


class TestManyShards:
    @pytest.mark.parametrize("words", ["ciel", "planétarium", "astronomie", "coeur", "sciences société", "l’eau"])
    def test_find_all_that_one_index_finds(self, page: Page, years: Page, words: str) -> None:
        asked = f"/recherche/?q={words}&annees=toutes"
        assert sorted(everything(years, asked)) == sorted(everything(page, asked))

    @pytest.mark.parametrize("words", ["science", "exposition"])
    def test_are_in_the_order_of_days_all_together(self, demo: Built, page: Page, years: Page, words: str) -> None:
        asked = f"/recherche/?q={words}&annees=toutes"
        found = everything(years, asked)
        days = [re.search(r'name="search:date"[^>]*content="([^"]*)"', demo.read(path)) for path in found]
        told = [day[1] for day in days if day]
        assert all(days[: len(told)])
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

    def test_leave_out_those_that_only_have_words_like_it(self, demo: Built, years: Page) -> None:
        # A shard without the word gives its nearest, which would be noise beside true results of others.
        found = everything(years, "/recherche/?q=planétarium&annees=toutes")
        for path in found:
            assert re.search("plan[ée]tarium", str(demo.page(path).find("main")), re.IGNORECASE), path


class TestPastYears:
    def test_are_not_loaded_by_a_question_that_finds_enough(self, browser: Browser, sharded: str) -> None:
        asked: list[str] = []

        def note(request: Request) -> None:
            asked.append(request.url)

        with at_a_desk(browser, sharded) as visitor:
            visitor.on("request", note)
            years = visitor.new_page()
            ask(years, "astronomie")
            expect(wider(years)).to_be_visible()
            expect(wider(years)).not_to_be_checked()
        assert "pagefind-2026-a" in folders(asked)
        assert not folders(asked) & {"pagefind-2024-2025", "pagefind-2023-a", "pagefind-2023-b"}
        assert sum("wasm" in address for address in asked) == 1

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

    def test_that_cannot_be_loaded_are_told_and_asked_for_anew(self, years: Page) -> None:
        years.route("**/pagefind-2023-a/**", lambda route: route.abort())
        ask(years, "astronomie")
        wider(years).check()
        expect(years.locator("[data-status]")).to_contain_text("n’a pas pu démarrer")
        years.unroute("**/pagefind-2023-a/**")
        years.locator("input[name=q]").press("Enter")
        expect(years.locator("[data-status]")).to_contain_text("années passées comprises")
