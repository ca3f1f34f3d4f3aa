"""Pages work, and what contributors send does nothing, be the host one that sends all values of a header or one that sends the last."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from support import Built
from support_browser import served, visiting
from support_finder import ask
from support_headers import both, last
from support_proposal import file_text

pytestmark = pytest.mark.browser

HOSTILE = "<!doctype html><title>rien</title><link rel=stylesheet href=/documents/piege.css><script src=/documents/piege.js></script>"
RAN = "document.title = 'le script a tourné'"
DRAWN = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><title>rien</title><rect width="20" height="20"/><script>{RAN}</script></svg>'
SLIPPED_IN = {
    "documents/piege.html": HOSTILE,
    "documents/piege.js": RAN,
    "documents/piege.css": "title { display: block }",
    "documents/bilan.csv": "jour;visites\n1;12\n",
    "images/piege.svg": DRAWN,
    "ailleurs/cadre.html": '<iframe src="/agenda/"></iframe>',
}
"""What no check lets pass, among the files of contributors; a table, which it does; and a page of which no rule says whom it may frame."""


@pytest.fixture(scope="module", params=[both, last], ids=["a host that sends both", "a host of which the last counts"])
def visitor(
    request: pytest.FixtureRequest, demo: Built, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BrowserContext]:
    """A visitor of the demo among whose files some are hostile."""
    site = tmp_path_factory.mktemp("headers") / "site"
    shutil.copytree(demo.output, site)
    for path, text in SLIPPED_IN.items():
        (site / path).parent.mkdir(exist_ok=True)
        (site / path).write_text(text, "utf-8")
    with served(site, request.param) as address, visiting(browser, address) as found:
        yield found


@pytest.fixture
def page(visitor: BrowserContext) -> Iterator[Page]:
    """A page of the visitor."""
    with visitor.new_page() as opened:
        yield opened


@pytest.fixture
def told(page: Page) -> list[str]:
    """What the browser says to its console that is wrong, and what a page throws."""
    found: list[str] = []
    page.on("console", lambda message: found.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


class TestPages:
    def test_search_with_webassembly_in_a_worker(self, page: Page, told: list[str]) -> None:
        assert any("planétarium" in title.lower() for title in ask(page, "planetarium"))
        assert told == []

    def test_show_the_map(self, page: Page, told: list[str]) -> None:
        page.goto("/carte/")
        expect(page.locator("main svg").first).to_be_visible()
        assert told == []

    def test_fill_in_the_form(self, page: Page, told: list[str]) -> None:
        page.goto("/proposer/evenement/")
        page.locator("#f-title").fill("Une nuit")
        expect(page.locator("[data-file]")).to_contain_text("Une nuit")
        assert "title: Une nuit" in file_text(page)
        assert told == []

    def test_that_are_not_there_say_their_policy_themselves_where_no_rule_does(self, page: Page, told: list[str]) -> None:
        answer = page.goto("/nulle-part/")
        assert answer is not None
        assert "content-security-policy" not in answer.headers
        page.evaluate("(code) => { const it = document.createElement('script'); it.textContent = code; document.head.append(it); }", RAN)
        assert page.title() != "le script a tourné"
        assert [words for words in told if "404" not in words and "Content Security Policy" not in words] == []
        assert any("Content Security Policy" in words for words in told)

    def test_are_framed_by_nobody(self, page: Page) -> None:
        with page.expect_console_message(lambda message: "frame-ancestors 'none'" in message.text):
            page.goto("/ailleurs/cadre.html")


class TestWhatContributorsSend:
    @pytest.mark.parametrize("path", ["/documents/piege.html", "/images/piege.svg"])
    def test_runs_nothing_and_loads_nothing(self, page: Page, path: str) -> None:
        asked: list[str] = []
        page.on("response", lambda response: asked.append(response.url))
        page.goto(path)
        assert page.evaluate("document.title || document.querySelector('title').textContent") == "rien"
        assert page.evaluate("origin") == "null"
        assert [url for url in asked if not url.endswith(path)] == []

    def test_is_kept_where_it_is_no_pdf(self, page: Page) -> None:
        page.goto("/404.html")
        page.evaluate("() => { const it = document.createElement('a'); it.href = '/documents/bilan.csv'; document.body.append(it); }")
        with page.expect_download() as kept:
            page.evaluate("() => document.querySelector('a[href$=csv]').click()")
        assert kept.value.suggested_filename == "bilan.csv"

    def test_shows_as_a_picture_of_a_page(self, page: Page, told: list[str]) -> None:
        page.goto("/")
        assert (
            page.evaluate(
                "() => { const it = new Image(); it.src = '/images/piege.svg'; return it.decode().then(() => it.naturalWidth, () => 0); }"
            )
            == 20
        )
        assert told == []
