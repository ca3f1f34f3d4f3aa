"""All feeds as one file: each once, in folders, at its address (http://opml.org/spec2.opml)."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from contributions.library.library import Library
from feeds.opml import opml
from publishing.page import Document
from support import hub, made, one_of_each

LETTER = {"name": "La lettre des nuits", "sections": [{"title": "À voir"}]}


@pytest.fixture
def region(library: Callable[..., Library]) -> Library:
    return library(one_of_each() | hub(letters={"nuits": LETTER}))


def test_lists_each_feed_of_the_site_once(region: Library) -> None:
    found = [outline.get("xmlUrl", "") for outline in ET.fromstring(opml(region)).iter("outline") if outline.get("type")]
    feeds = {item.path for item in made(region) if isinstance(item, Document) and item.path.startswith("/flux/")}
    own = {f"{region.hub.url}{path}" for path in feeds if path.endswith(".xml")}
    assert len(found) == len(set(found))
    assert set(found) == own | {f"{region.hub.url}/flux/lettres/nuits.xml"}


def test_lists_them_in_folders_each_with_its_page(region: Library) -> None:
    root = ET.fromstring(opml(region))
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", f"Flux – {region.hub.name}")
    folders = root.findall("body/outline")
    assert [folder.get("text") for folder in folders][:3] == ["Tout le portail", "Les lettres", "Par rubrique"]
    for folder in folders:
        assert len(folder)
        for outline in folder:
            assert outline.get("type") == "rss"
            assert outline.get("text")
            assert outline.get("htmlUrl", "").startswith(f"{region.hub.url}/")


def test_bears_no_day(region: Library) -> None:
    assert not {element.tag for element in ET.fromstring(opml(region)).iter()} & {"dateCreated", "dateModified"}
