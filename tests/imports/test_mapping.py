"""What words of a source become: by the map, or because they are our very words; a default only where nothing else is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from contributions.region.import_map import ImportMap
from imports.drafts.mapping import mapped
from imports.taken import Taken
from support import hub, organisation


@pytest.fixture
def known(library: Callable[..., Library]) -> Library:
    """A region with one organisation."""
    return library(hub() | organisation("club-du-plateau", title="Club du Plateau"))


def table(**keys: Any) -> ImportMap:
    return ImportMap.model_validate(keys)


def taken(*words: str, organiser: str = "", kind: str = "event", **values: Any) -> Taken:
    return Taken(kind, "1", "ligne 1", values, words=words, organiser=organiser)


class TestWords:
    def test_mean_what_the_map_says_however_they_are_written(self, known: Library) -> None:
        own = table(themes={"Étoiles et planètes": "astronomie"}, categories={"Débat": "rencontre-debat"}, audiences={"Enfants": "famille"})
        found = mapped(taken("ETOILES ET PLANETES", "debat", "enfants"), own, known)
        assert found == {"themes": ["astronomie"], "category": "rencontre-debat", "audiences": ["famille"]}

    def test_that_are_ours_mean_themselves(self, known: Library) -> None:
        found = mapped(taken("Sciences de la Terre", "tout public", "Atelier", "Chocolat"), table(), known)
        assert found == {"themes": ["sciences-de-la-terre"], "category": "atelier", "audiences": ["tout-public"]}

    def test_that_mean_two_categories_mean_none(self, known: Library) -> None:
        assert "category" not in mapped(taken("Atelier", "Exposition"), table(), known)

    def test_of_another_kind_mean_no_category(self, known: Library) -> None:
        assert "category" not in mapped(taken("Débat", kind="article"), table(categories={"Débat": "rencontre-debat"}), known)

    def test_give_three_themes_at_most(self, known: Library) -> None:
        own = table(themes={"a": "astronomie", "b": "sciences-de-la-terre", "c": "sciences-et-societe"})
        assert len(mapped(taken("a", "b", "c", "astronomie"), own, known)["themes"]) == 3

    def test_go_behind_what_the_source_says_itself(self, known: Library) -> None:
        assert mapped(taken("Atelier", category="conference"), table(), known)["category"] == "conference"


class TestTheOrganiser:
    def test_is_the_organisation_that_the_map_says(self, known: Library) -> None:
        found = mapped(taken(organiser="Asso. du plateau"), table(organisers={"asso du Plateau": "club-du-plateau"}), known)
        assert found == {"organisation": "club-du-plateau"}

    def test_is_the_one_of_that_very_title(self, known: Library) -> None:
        assert mapped(taken(organiser="club du plateau"), table(), known) == {"organisation": "club-du-plateau"}

    def test_else_is_a_name_whatever_the_default(self, known: Library) -> None:
        own = table(default={"organisation": "club-du-plateau"})
        assert mapped(taken(organiser="Les Amis"), own, known) == {"publisher": {"name": "Les Amis"}}
        assert mapped(taken(), own, known) == {"organisation": "club-du-plateau"}


class TestDefaults:
    def test_stand_where_nothing_is_said(self, known: Library) -> None:
        own = table(default={"category": "atelier", "themes": ["astronomie"], "recurrence": {}, "expires": "2027-01-01"})
        found = mapped(taken(themes=["sciences-et-societe"], slots=[{"start": "2026-12-01"}]), own, known)
        assert found == {"themes": ["sciences-et-societe"], "slots": [{"start": "2026-12-01"}], "category": "atelier"}
