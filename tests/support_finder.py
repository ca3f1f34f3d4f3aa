"""Somebody who asks the search page, and what it answers."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

MORE = """async () => {
  const list = document.querySelector("[data-lists] ol");
  const more = document.querySelector("[data-more]");
  while (!more.hidden) {
    const grown = new Promise((done) => new MutationObserver(done).observe(list, { childList: true }));
    more.click();
    await grown;
  }
}"""
"""Press the button that shows more results until there are none."""


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


def everything(page: Page, address: str) -> list[str]:
    """The pages that a question finds, to the last, by their days: by what they are worth, they may stand by kind."""
    page.goto(f"{address}&tri=date")
    count = total(page)
    more, found = page.locator("[data-more]"), page.locator("[data-result]")
    if more.is_visible():
        before = found.count()
        more.click()
        expect(found).not_to_have_count(before)
        page.evaluate(MORE)
    expect(found).to_have_count(count)
    return paths(page)


def paths(page: Page) -> list[str]:
    """The pages on show."""
    links = page.locator("[data-result] h3 a").evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    return [urlsplit(str(link)).path for link in links]


def wider(page: Page) -> Locator:
    """The box that asks the past years too."""
    return page.get_by_role("checkbox", name="Chercher aussi dans les années passées")
