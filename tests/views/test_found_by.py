"""The panel of a page is no part of what is searched: what it must be found by is said beside it."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from contributions.library.library import Library
from publishing.page import Page
from support import announcement, article, event, made, organisation, programme, resource
from views.values import FoundBy

Reading = Callable[..., Library]
MOULIN = {"name": "Le Moulin", "address": "3 rue du Moulin", "city": "Amiens", "postcode": "80000"}


def found_by(library: Library) -> FoundBy:
    """What the page of the first contribution is found by."""
    url = library.all[0].url
    (page,) = (page for page in made(library) if isinstance(page, Page) and page.path == url)
    told: FoundBy = page.data["found_by"]
    return told


class TestAPage:
    @pytest.mark.parametrize(
        ("tree", "words"),
        [
            (event("nuit", place=MOULIN), "Le Moulin, 3 rue du Moulin, 80000 Amiens."),
            (event("nuit", mode="en-ligne", place=None, online_url="https://visio.example/x"), ""),
            (organisation("moulin", title="Le Moulin", place=MOULIN), "3 rue du Moulin, 80000 Amiens."),
            (article("portrait", authors=["Ada", "Emmy"]), "Ada, Emmy."),
            (article("portrait"), ""),
            (resource("carte", authors=["Ada"]), "Ada."),
            (announcement("appel", places=[MOULIN]), "Amiens (80)."),
            (programme("mois"), ""),
        ],
    )
    def test_is_found_by_its_place_or_authors(self, library: Reading, tree: Mapping[str, Any], words: str) -> None:
        assert found_by(library(tree)).words.replace("\u00a0", " ") == words

    def test_is_found_by_all_its_places(self, library: Reading) -> None:
        slots = [{"start": "2026-12-01"}, {"start": "2026-12-02", "place": {"name": "La Halle", "city": "Lille"}}]
        found = found_by(library(event("nuit", place=MOULIN, slots=slots)))
        assert found.words.endswith(" Le Moulin, Amiens (80). La Halle, Lille (59).")

    def test_tells_which_name_is_said_already(self, library: Reading) -> None:
        assert found_by(library(event("nuit", place=MOULIN))).place == "Le Moulin"
