"""Somebody who fills in the request for loans in a browser."""

from __future__ import annotations

from playwright.sync_api import Locator, Page


def line(page: Page, title: str) -> Locator:
    """The line of a tool."""
    return page.locator(".ask-line", has=page.get_by_role("heading", name=title, exact=True))


def verdict(page: Page, title: str) -> Locator:
    """What is said of it."""
    return line(page, title).locator(".ask-verdict")


def dates(page: Page, first: str, last: str) -> None:
    """Give the days of all lines."""
    common = page.get_by_role("group", name="Dates du prêt")
    common.get_by_label("Du", exact=True).fill(first)
    common.get_by_label("au", exact=True).fill(last)


def who(page: Page) -> None:
    """Say who borrows."""
    page.get_by_label("Structure", exact=False).first.fill("Médiathèque des Glycines")
    page.get_by_label("Sorte de structure").select_option("Médiathèque")
    page.get_by_label("Commune").fill("Montdidier")
    page.get_by_label("Courriel").fill("prets@glycines.example")
