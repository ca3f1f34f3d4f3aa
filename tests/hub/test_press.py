"""For journalists: press releases with whom to ask, pictures with their credit, the hub's own contact."""

import json
from collections.abc import Callable

import pytest

from contributions.library.library import Library
from publishing.page import Document, Page
from support import HUB, PNG, SVG, Tree, article, hub, made

CONTACT = {"name": "Service de presse", "email": "presse@musee.example", "phone": "03 22 11 22 33"}
RELEASE = {"category": "communique", "contact": CONTACT}
PHOTO = {"src": "images/photo.png", "alt": "Un ciel", "credit": "Claire Duval", "licence": "CC BY 4.0"}
FILES: Tree = {"images/photo.png": PNG, "images/dessin.svg": SVG}


def page(library: Library, path: str) -> Page:
    (found,) = (item for item in made(library) if isinstance(item, Page) and item.path == path)
    return found


class TestThePage:
    def test_lists_press_releases_newest_first_each_with_its_contact(self, library: Callable[..., Library]) -> None:
        tree = article("un", date="2026-11-02", **RELEASE) | article("deux", date="2026-11-09", category="communique") | article("trois")
        releases = page(library(tree), "/presse/").data["releases"]
        assert [release.card.url for release in releases] == ["/articles/deux/", "/articles/un/"]
        assert [[fact.label for fact in release.contact] for release in releases] == [[], ["Contact", "Courriel", "Téléphone"]]

    def test_leaves_out_what_is_archived_or_for_a_closed_group(self, library: Callable[..., Library]) -> None:
        tree = article("un", status="archive", **RELEASE) | article("deux", visibility="reserve", **RELEASE)
        assert page(library(tree), "/presse/").data["releases"] == ()

    def test_says_whom_to_ask_about_the_site(self, library: Callable[..., Library]) -> None:
        editor = {**HUB["editor"], "phone": "03 22 00 00 00", "director": "Alice Écliptique"}
        facts = page(library(article("un") | hub(editor=editor)), "/presse/").data["contact"]
        assert [fact.label for fact in facts] == ["Rédaction", "Courriel", "Téléphone", "Direction de la publication"]
        assert facts[1].url == f"mailto:{editor['email']}"

    def test_offers_each_picture_that_says_whose_it_is_once(self, library: Callable[..., Library]) -> None:
        drawing, nobodys = {"src": "images/dessin.svg", "alt": "Un dessin", "credit": "Escale"}, "images/dessin.svg"
        tree = article("un", image=PHOTO, images=[drawing], **RELEASE) | article("deux", image=PHOTO, **RELEASE) | FILES
        pictures = page(library(tree), "/presse/").data["pictures"]
        assert {(one.picture.src, one.picture.credit) for one in pictures} == {
            ("/images/photo.png", "Claire Duval"),
            (f"/{nobodys}", "Escale"),
        }
        assert [one.file for one in pictures if one.picture.src.endswith("png")] == ["PNG, 3 × 2 pixels, 1\u00a0Ko"]
        assert [one.file for one in pictures if one.picture.src.endswith("svg")] == ["SVG, 1\u00a0Ko"]

    def test_goes_on_at_further_pages(self, library: Callable[..., Library]) -> None:
        tree = {file: text for number in range(45) for file, text in article(f"c{number:02}", **RELEASE).items()}
        found = library(tree)
        shown = [page(found, path).data["releases"] for path in ("/presse/", "/presse/page/1/")]
        assert [len(releases) for releases in shown] == [25, 20]
        assert len({release.card.url for releases in shown for release in releases}) == 45

    def test_tells_programs_what_it_lists_and_whom_to_ask(self, library: Callable[..., Library]) -> None:
        nodes = json.loads(page(library(article("un", **RELEASE)), "/presse/").jsonld or "")["@graph"]
        (node,) = (node for node in nodes if node["@type"] == "CollectionPage")
        assert [item["url"] for item in node["mainEntity"]["itemListElement"]] == ["https://escale.example/articles/un/"]
        assert node["publisher"]["contactPoint"] == {"@type": "ContactPoint", "contactType": "press", "email": HUB["editor"]["email"]}

    @pytest.mark.parametrize("path", ["/flux/presse.xml", "/flux/presse.json"])
    def test_has_a_feed_of_press_releases_alone(self, library: Callable[..., Library], path: str) -> None:
        found = made(library(article("un", title="Le communiqué", **RELEASE) | article("deux", title="Le portrait")))
        (text,) = (item.content.decode() for item in found if isinstance(item, Document) and item.path == path)
        assert "Le communiqué" in text
        assert "Le portrait" not in text


class TestAPressRelease:
    def test_says_whom_journalists_ask(self, library: Callable[..., Library]) -> None:
        facts = page(library(article("un", **RELEASE)), "/articles/un/").data["press"]
        assert [fact.value for fact in facts][:2] == ["Service de presse", "presse@musee.example"]

    def test_that_names_nobody_says_whom_to_ask_about_the_site(self, library: Callable[..., Library]) -> None:
        facts = page(library(article("un", category="communique")), "/articles/un/").data["press"]
        assert HUB["editor"]["email"] in [fact.value for fact in facts]

    def test_alone_has_a_press_contact(self, library: Callable[..., Library]) -> None:
        assert page(library(article("un", contact=CONTACT)), "/articles/un/").data["press"] == ()

    def test_tells_programs_whom_to_ask(self, library: Callable[..., Library]) -> None:
        publisher = {"name": "Le musée", "url": "https://musee.example/"}
        text = page(library(article("un", publisher=publisher, **RELEASE)), "/articles/un/").jsonld
        (node,) = (node for node in json.loads(text or "")["@graph"] if node["@type"] == "NewsArticle")
        assert node["publisher"]["contactPoint"]["contactType"] == "press"
        assert node["publisher"]["contactPoint"]["email"] == CONTACT["email"]
