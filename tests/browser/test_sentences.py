"""Sentences on the search page are offered as questions to the agenda and to the catalogue."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


class TestAnOffer:
    def test_opens_the_agenda_with_its_filters_set(self, page: Page) -> None:
        page.goto("/recherche/")
        page.locator("main input[name=q]").fill("samedi 5 décembre gratuit amiens")
        offers = page.locator("[data-offer] a")
        expect(offers).to_have_text(["Agenda : samedi 5 décembre · près d’Amiens · gratuit"])
        offers.click()
        page.wait_for_url("**/agenda/?*")
        asked = {"du": ["2026-12-05"], "au": ["2026-12-05"], "pres": ["Amiens"], "gratuit": ["1"]}
        assert parse_qs(urlsplit(page.url).query) == asked
        expect(page.locator("[data-active]")).to_have_text(" (3)")
        expect(page.locator("[data-notes]")).to_be_hidden()

    def test_opens_the_catalogue_with_its_filters_set(self, page: Page) -> None:
        page.goto("/recherche/?q=malle+cm1+astronomie")
        expect(page.locator("[data-offer] a")).to_have_text(["Outils : malle pédagogique · astronomie · CM1"])
        page.locator("[data-offer] a").click()
        page.wait_for_url("**/outils/?*")
        expect(page.locator("[data-active]")).to_have_text(" (3)")
        expect(page.locator("[data-notes]")).to_be_hidden()

    def test_says_what_it_leaves_out(self, page: Page) -> None:
        page.goto("/recherche/?q=atelier+dimanche+voiture")
        expect(page.locator("[data-offer] a")).to_have_text(["Agenda : dimanche 22 novembre · atelier (sans « voiture »)"])

    def test_knows_the_smallest_town(self, page: Page) -> None:
        page.goto("/recherche/?q=atelier+à+Wavrans-sur-l’Aa")
        expect(page.locator("[data-offer] a")).to_have_text(["Agenda : près de Wavrans-sur-l’Aa · atelier"])

    def test_follows_what_is_written_and_goes_with_it(self, page: Page) -> None:
        page.goto("/recherche/?q=samedi+lille")
        offers = page.locator("[data-offer] a")
        expect(offers).to_have_text(["Agenda : samedi 21 novembre · près de Lille"])
        page.locator("main input[name=q]").fill("abeilles")
        expect(offers).to_have_count(0)

    def test_of_markup_stays_text(self, page: Page) -> None:
        page.goto("/recherche/?q=samedi+lille+%3Cimg%3E")
        expect(page.locator("[data-offer] a")).to_have_count(1)
        assert page.locator("[data-offer] img").count() == 0
