"""What is suggested while somebody writes: names of the hub, and titles by two letters, with what makes each document again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from contributions.cache.facts import recorded
from contributions.library import suggested as module
from contributions.library.digests import Digests
from contributions.library.library import Library
from contributions.words.beginnings import beginnings
from publishing.page import Document, Planned
from search.suggesting.suggestions import suggestions
from support import Tree, article, event, exhibition, organisation, read_library, write
from support_clients import node


def documents(library: Library) -> dict[str, Any]:
    """The documents by their names: « suggestions », « nu »."""
    found = {}
    for planned in suggestions(library):
        assert isinstance(planned, Planned)
        made = planned.make()
        assert isinstance(made, Document)
        found[planned.path.rpartition("/")[2].removesuffix(".json")] = json.loads(made.content)
    return found


class TestBeginnings:
    @pytest.mark.parametrize(
        ("name", "letters"),
        [
            ("L’Œuvre d’été", "et oe"),
            ("St-Omer et Ste-Foy", "fo om sa"),
            ("Le ciel de la nuit", "ci nu"),
            ("3D, 2026 : à vous !", "20 3d vo"),
            ("Ο ουρανός 天文学", ""),
            ("", ""),
        ],
    )
    def test_are_two_letters_of_each_word_that_tells_something(self, name: str, letters: str) -> None:
        assert beginnings(name) == tuple(letters.split())


class TestTitles:
    def test_stand_under_the_letters_of_each_of_their_words(self, library: Callable[..., Library]) -> None:
        found = documents(library({**event("nuit", title="Nuit des étoiles"), **article("ciel", title="Étoiles de mer")}))
        assert found["nu"] == [["event", "Nuit des étoiles", "nuit", "Abbeville", "2026-11-28"]]
        assert [row[2] for row in found["et"]] == ["nuit", "ciel"]
        assert found["suggestions"]["begun"].split() == sorted(set(found) - {"suggestions"})

    def test_of_an_organisation_are_found_by_its_acronym(self, library: Callable[..., Library]) -> None:
        found = documents(library(organisation("craie", title="Musée de la craie", acronym="M.C.F.")))
        assert found["mc"] == found["mu"] == [["organisation", "Musée de la craie", "craie", "M.C.F., Abbeville"]]

    def test_tell_the_next_day_that_stands(self, library: Callable[..., Library]) -> None:
        slots = [
            {"start": "2026-11-02 14:00", "end": "2026-11-02 16:00"},
            {"start": "2026-12-05 14:00", "end": "2026-12-05 16:00", "status": "annule"},
            {"start": "2026-12-06 14:00", "end": "2026-12-06 16:00"},
        ]
        assert documents(library(event("nuit", title="Nuit", slots=slots)))["nu"][0][4] == "2026-12-06"

    @pytest.mark.parametrize(
        "keys",
        [
            {"slots": [{"start": "2026-11-20 14:00"}]},
            {"event_status": "annule"},
            {"status": "archive"},
            {"status": "brouillon"},
            {"visibility": "reserve"},
            {"visibility": "professionnels"},
        ],
        ids=["over", "cancelled", "archived", "a draft", "for a closed group", "for professionals"],
    )
    def test_of_what_is_not_to_come_or_not_for_all_are_absent(self, library: Callable[..., Library], keys: dict[str, Any]) -> None:
        assert "nu" not in documents(library(event("nuit", title="Nuit", **keys)))

    def test_of_a_tool_that_is_lent_no_more_are_absent(self, library: Callable[..., Library]) -> None:
        assert "ma" not in documents(library(exhibition("malle", title="Malle", condition="retire", retired_on="2026-09-01")))

    def test_are_no_more_than_so_many_of_a_kind_the_soonest_first(
        self, library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(module, "MOST", 2)
        tree: Tree = {}
        for day in (9, 7, 8):
            tree = {**tree, **event(f"nuit-{day}", title=f"Nuit {day}", slots=[{"start": f"2026-12-0{day}"}])}
        found = documents(library({**tree, **article("nuits", title="Nuits")}))
        assert [row[2] for row in found["nu"]] == ["nuit-7", "nuit-8", "nuits"]


class TestNames:
    def test_are_themes_departments_lists_and_towns_that_have_a_page(self, library: Callable[..., Library]) -> None:
        rows = documents(library(event("nuit")))["suggestions"]["rows"]
        assert ["theme", "Astronomie", "/themes/astronomie/"] in rows
        assert ["town", "Abbeville", "/communes/80001/", "Somme"] in rows
        assert ["department", "Nord", "/territoires/59/", "59"] in rows
        assert ["list", "Agenda", "/agenda/"] in rows
        assert [row[1] for row in rows if row[0] == "town"] == ["Abbeville"]


SITE: Tree = {
    **event("nuit", title="Nuit des étoiles"),
    **event("oeuvre", title="L’Œuvre du mois : le cœur des marais"),
    **article("etoiles", title="Étoiles de mer et de ciel"),
    **article("saint", title="À Saint-Omer, le marais"),
    **organisation("craie", title="Musée de la craie", acronym="M.C.F."),
    **organisation("abbe", title="L’abbaye des sciences"),
    **exhibition("malle", title="La malle aux étoiles"),
}


Suggested = Callable[[list[str]], list[dict[str, Any]]]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Suggested:
    """What is suggested for texts: rows as [title, address], and the documents that each asked for."""
    library = read_library(write(tmp_path_factory.mktemp("suggested"), SITE))
    made = (planned.make() for planned in suggestions(library))
    files = {one.path: one.content.decode() for one in made if isinstance(one, Document)}
    return lambda texts: node("suggest.mjs", json.dumps({"files": files, "texts": texts}).encode())


class TestWhatIsSuggested:
    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("étoi", "Étoiles de mer et de ciel"),
            ("ETOILES", "Étoiles de mer et de ciel"),
            ("nuit et", "Nuit des étoiles"),
            ("oeuvre", "L’Œuvre du mois : le cœur des marais"),
            ("cœur", "L’Œuvre du mois : le cœur des marais"),
            ("st-omer", "À Saint-Omer, le marais"),
            ("saint om", "À Saint-Omer, le marais"),
            ("mcf", "Musée de la craie"),
            ("M.C.F", "Musée de la craie"),
            ("musée cr", "Musée de la craie"),
            ("abbe", "Abbeville"),
            ("abbay", "L’abbaye des sciences"),
            ("l'abbaye", "L’abbaye des sciences"),
            ("astr", "Astronomie"),
            ("sciences de la t", "Sciences de la Terre"),
            ("pas de c", "Pas-de-Calais"),
            ("annu", "Annuaire"),
            ("nuit abbe", "Nuit des étoiles"),
        ],
    )
    def test_begins_as_it_is_written(self, answers: Callable[[list[str]], list[dict[str, Any]]], text: str, first: str) -> None:
        assert answers([text])[0]["rows"][0][0].replace("\u00a0", " ") == first

    @pytest.mark.parametrize("text", ["toiles", "xyzzy", "nuit xyzzy", "!", "   "])
    def test_is_nothing_where_no_word_begins_so(self, answers: Callable[[list[str]], list[dict[str, Any]]], text: str) -> None:
        assert answers([text])[0]["rows"] == []

    def test_leads_to_each_page(self, answers: Suggested) -> None:
        found = [answer["rows"] for answer in answers(["nuit", "abbeville", "malle", "astronomie"])]
        assert [rows[0][1] for rows in found] == ["/agenda/nuit/", "/communes/80001/", "/outils/malle/", "/themes/astronomie/"]

    def test_needs_one_document_for_the_first_letter_and_one_more_for_the_second(self, answers: Suggested) -> None:
        asked = [answer["asked"] for answer in answers(["n", "nu", "nuit", "nuit z", "zz"])]
        assert asked == [["/recherche/suggestions.json"], ["/recherche/suggestions/nu.json"], [], [], []]


class TestAnEdit:
    def test_makes_again_what_shows_it_and_no_other_document(self, library: Callable[..., Library]) -> None:
        before = made_of(library(SITE))
        renamed = made_of(library({**SITE, **event("nuit", title="Jour des étoiles")}))
        assert differing(before, renamed) == {"suggestions", "et", "jo", "nu"}
        more = made_of(library(event("zebre", title="Zèbres des marais")))
        assert differing(renamed, more) == {"suggestions", "ma", "ze"}


def made_of(library: Library) -> dict[str, dict[str, bytes]]:
    """The digests of the facts that each document is made of."""
    found, digests = {}, Digests(library)
    for planned in suggestions(library):
        with recorded() as facts:
            planned.make()
        found[planned.path.rpartition("/")[2].removesuffix(".json")] = {fact: digests[fact] for fact in facts}
    return found


def differing(one: dict[str, dict[str, bytes]], other: dict[str, dict[str, bytes]]) -> set[str]:
    """Which documents are made of other facts, or are there once only."""
    return {name for name in {*one, *other} if one.get(name) != other.get(name)}
