"""What a form of /proposer/ draws before it is sent, and what it says of a text that no address can hold."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from support_proposal import go_on, open_filled

pytestmark = pytest.mark.browser


class TestThePreview:
    def test_draws_the_card_and_the_page_as_they_will_show(self, page: Page) -> None:
        open_filled(page, "event")
        go_on(page)
        card = page.locator(".proposal-aside .card")
        assert card.locator(".card-title").inner_text() == "L’hiver : une heure avec les étoiles"
        assert " ".join(card.locator(".card-day").inner_text().split()) == "sam. 5 déc."
        assert "Abbeville, Médiathèque du Moulin" in card.inner_text()
        assert "Musée de la craie" in card.inner_text()
        assert page.locator(".preview-page .prose li").all_inner_texts() == ["ceci", "cela"]

    def test_never_reads_what_is_typed_as_html(self, page: Page) -> None:
        open_filled(page, "article")
        hostile = '<img src=x onerror="document.title=1"> [ici](javascript:alert(1)) **<b>gras</b>**'
        page.locator("#f-title").fill(hostile)
        page.locator("#f-texte").fill(hostile)
        go_on(page)
        assert page.locator(".preview-page .prose p").inner_text() == '<img src=x onerror="document.title=1"> ici <b>gras</b>'
        assert page.locator(".preview-page img, .preview-page [href^='javascript:'], .proposal-aside img").count() == 0

    def test_makes_lists_and_links_as_the_site_does(self, page: Page) -> None:
        open_filled(page, "article")
        page.locator("#f-texte").fill("Programme :\n- accueil\n- atelier ~~annulé~~\n\nEn\n2023. Une année, voir https://exemple.fr/a.")
        go_on(page)
        prose = page.locator(".preview-page .prose")
        assert prose.locator("li").all_inner_texts() == ["accueil", "atelier annulé"]
        assert prose.locator("p").all_inner_texts() == ["Programme :", "En 2023. Une année, voir https://exemple.fr/a."]
        assert prose.locator("del").inner_text() == "annulé"
        assert prose.locator("a").get_attribute("href") == "https://exemple.fr/a"


class TestWhatIsTooLong:
    def test_for_an_address_is_said_with_another_way(self, page: Page) -> None:
        open_filled(page, "article")
        page.locator("#f-texte").fill("Une phrase de plus. " * 1000)
        go_on(page)
        address = page.locator("[data-github]").get_attribute("href") or ""
        assert parse_qs(urlsplit(address).query).keys() == {"filename"}
        assert page.get_by_text("copiez-le, puis collez-le").is_visible()
        assert page.get_by_role("button", name="Copier le texte").is_visible()
        assert page.get_by_text("téléchargez d’abord le fichier").is_visible()
        assert len(page.locator("[data-mail]").get_attribute("href") or "") < 2000
