"""What else one could go to: near by, still to come, open to all; and a new event moves the pages that show it alone."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from contributions.library.digests import Digests
from contributions.library.library import Library
from contributions.library.occasions import NEARBY, SIBLINGS, nearby, siblings
from support import PLACE, Tree, event, exhibition, programme

Reading = Callable[..., Library]
AMIENS = {"name": "La halle", "city": "Amiens"}
CALAIS = {"name": "Le phare", "city": "Calais"}
SAINT_VALERY = {"name": "Le quai", "city": "Saint-Valery-sur-Somme"}


def at(day: str, hour: str = "14:00", **keys: Any) -> dict[str, Any]:
    return {"slots": [{"start": f"2026-{day} {hour}"}], **keys}


def near(library: Reading, tree: Tree, slug: str = "soir") -> list[str]:
    known = library(tree)
    return [other.slug for other in nearby(known, known.by_key["event", slug])]


class TestNearBy:
    def test_the_same_day_comes_before_the_same_town_and_that_before_nothing(self, library: Reading) -> None:
        tree = (
            event("soir", **at("12-05"))
            | event("ailleurs-le-meme-jour", place=CALAIS, **at("12-05"))
            | event("ici-plus-tard", **at("12-20", themes=["sciences-et-societe"]))
            | event("ici-bientot", **at("12-08", themes=["sciences-et-societe"]))
            | event("ici-le-meme-jour", **at("12-05", "17:00"))
        )
        assert near(library, tree) == ["ici-le-meme-jour", "ici-bientot", "ici-plus-tard"]

    def test_another_town_counts_on_the_same_day_where_it_is_not_far(self, library: Reading) -> None:
        tree = (
            event("soir", **at("12-05"))
            | event("a-saint-valery", place=SAINT_VALERY, **at("12-05"))
            | event("a-amiens", place=AMIENS, **at("12-05"))
        )
        assert near(library, tree) == ["a-saint-valery"]

    def test_of_two_a_theme_that_both_have_decides(self, library: Reading) -> None:
        tree = (
            event("soir", **at("12-05"))
            | event("a-autre-theme", **at("12-08", themes=["sciences-et-societe"]))
            | event("b-meme-theme", **at("12-12"))
        )
        assert near(library, tree) == ["b-meme-theme", "a-autre-theme"]

    @pytest.mark.parametrize(
        "keys",
        [
            at("11-05"),
            at("12-05", event_status="annule"),
            at("12-05", visibility="professionnels"),
            at("12-05", visibility="reserve"),
            at("12-05", status="archive"),
            {"slots": [{"start": "2026-12-05", "for": "scolaires"}]},
            {"slots": [{"start": "2026-12-05", "end": "2027-01-31"}]},
            at("12-05", mode="en-ligne", place=None, online_url="https://visio.example/"),
        ],
    )
    def test_what_one_cannot_go_to_then_is_left_out(self, library: Reading, keys: dict[str, Any]) -> None:
        assert near(library, event("soir", **at("12-05")) | event("autre", **keys)) == []

    def test_a_village_and_its_animations_are_named_elsewhere(self, library: Reading) -> None:
        tree = event("village", **at("12-05")) | event("soir", parent="village") | event("autre", parent="village")
        assert near(library, tree) == []
        assert near(library, tree, "village") == []

    def test_what_is_on_line_has_nothing_near(self, library: Reading) -> None:
        tree = event("soir", **at("12-05", mode="en-ligne", place=None, online_url="https://visio.example/")) | event(
            "autre", **at("12-05")
        )
        assert near(library, tree) == []

    def test_they_are_few(self, library: Reading) -> None:
        tree = event("soir", **at("12-05"))
        for number in range(2 * NEARBY):
            tree |= event(f"autre-{number}", **at("12-05", f"{10 + number % 10}:00"))
        assert len(near(library, tree)) == NEARBY


class TestSiblings:
    def test_are_the_nearest_of_the_same_parent_what_is_over_where_nothing_else_is_left(self, library: Reading) -> None:
        tree = (
            event("village", slots=[{"start": "2026-11-20"}, {"start": "2026-12-12"}])
            | event("soir", parent="village", **at("12-05"))
            | event("hier", parent="village", **at("11-20"))
            | event("loin", parent="village", **at("12-20"))
            | event("pres", parent="village", **at("12-06"))
            | event("etranger", **at("12-05"))
        )
        known = library(tree)
        assert [other.slug for other in siblings(known, known.by_key["event", "soir"])] == ["pres", "loin"]
        later = library(tree, date(2026, 12, 31))
        assert [other.slug for other in siblings(later, later.by_key["event", "soir"])] == ["pres", "hier", "loin"]
        assert siblings(known, known.by_key["event", "etranger"]) == ()

    def test_are_those_of_the_programme_where_there_is_no_parent(self, library: Reading) -> None:
        fete: dict[str, Any] = {"programmes": ["fete"]}
        tree = (
            programme("fete")
            | event("soir", **fete, **at("12-05"))
            | event("a-amiens", place=AMIENS, **fete, **at("12-20"))
            | event("a-calais", place=CALAIS, **fete, **at("12-05"))
            | event("village", **fete, **at("12-12"))
            | event("atelier", parent="village")
            | exhibition("malle", **fete)
            | event("etranger", **at("12-05"))
        )
        known = library(tree)
        assert [other.slug for other in siblings(known, known.by_key["event", "soir"])] == ["village", "a-amiens", "a-calais"]
        assert [other.slug for other in siblings(known, known.by_key["event", "atelier"])] == []

    def test_are_few(self, library: Reading) -> None:
        tree = event("village", **at("12-05")) | event("soir", parent="village")
        for number in range(2 * SIBLINGS):
            tree |= event(f"autre-{number}", parent="village")
        known = library(tree)
        assert len(siblings(known, known.by_key["event", "soir"])) == SIBLINGS


def test_a_new_event_changes_what_is_near_it_and_nothing_else(library: Reading) -> None:
    tree = event("soir", **at("12-05")) | event("voisin", **at("12-05")) | event("a-calais", place=CALAIS, **at("12-05"))
    facts = [f"nearby:event/{slug}" for slug in ("soir", "voisin", "a-calais")]
    before, after = (Digests(library(tree | more)) for more in ({}, event("nouveau", place={**PLACE, "name": "La halle"}, **at("12-05"))))
    assert [before[fact] != after[fact] for fact in facts] == [True, True, False]
