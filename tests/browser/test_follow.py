"""/flux/: choosing what one follows, by a word, and as one file for a reader; and the same without JavaScript."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


class TestChoosing:
    def test_shows_what_every_word_is_said_of(self, page: Page) -> None:
        page.goto("/flux/")
        field = page.get_by_role("searchbox")
        field.fill("oise")
        expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ sujets? correspond"))
        shown = page.locator("[data-offer]:visible .follow-name").all_inner_texts()
        assert any(name.startswith("Oise (60)") for name in shown)
        assert all("oise" in name.lower() for name in shown)
        field.fill("ASTRÔNOMIE theme")
        expect(page.locator("[data-offer]:visible .follow-name")).to_have_text(re.compile("Astronomie"))
        field.fill("zzz")
        expect(page.get_by_text("Aucun sujet ne correspond")).to_be_visible()
        expect(page.locator(".follow-group:visible")).to_have_count(0)

    def test_gives_what_is_ticked_as_one_file(self, page: Page, tmp_path: Path) -> None:
        page.goto("/flux/")
        expect(page.locator("[data-choice]")).to_be_hidden()
        for name in ("Astronomie", "Somme (80)"):
            page.get_by_label(f"Choisir\u00a0: {name}").check()
        expect(page.get_by_text("2 flux choisis")).to_be_visible()
        with page.expect_download() as handed:
            page.get_by_role("button", name="Les prendre en un fichier").click()
        assert handed.value.suggested_filename == "mes-flux.opml"
        handed.value.save_as(tmp_path / "mes-flux.opml")
        body = ET.parse(tmp_path / "mes-flux.opml").find("body")
        assert body is not None
        assert [folder.get("text") for folder in body] == ["Par thème", "Par département"]
        found = [outline.get("xmlUrl", "").partition("/flux/")[2] for outline in body.iter("outline") if outline.get("type")]
        assert found == ["themes/astronomie.xml", "territoires/80.xml"]
        page.get_by_role("button", name="Tout décocher").click()
        expect(page.locator("[data-choice]")).to_be_hidden()

    def test_needs_no_script(self, plain: Page) -> None:
        plain.goto("/flux/")
        expect(plain.locator("[data-narrow], [data-pick]").first).to_be_hidden()
        plain.get_by_role("link", name=re.compile("Par thème")).click()
        assert plain.url.endswith("#themes")
        row = plain.locator("[data-offer]").filter(has_text="Astronomie").first
        addresses = row.locator(".follow-links a").evaluate_all("found => found.map(link => link.getAttribute('href'))")
        assert addresses[:2] == ["/flux/themes/astronomie.xml", "/flux/themes/astronomie.json"]
        assert addresses[2].endswith("/agenda/themes/astronomie.ics")

    def test_offers_mail_to_those_who_want_mail(self, phone: Page) -> None:
        phone.goto("/flux/")
        phone.get_by_role("link", name="Recevoir la lettre").click()
        assert phone.url.endswith("/newsletter/")
