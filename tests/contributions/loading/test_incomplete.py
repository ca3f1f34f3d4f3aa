"""A draft that lacks keys is one warning: it is in no list, preview or folder of the site, and what refers to it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contributions.loading.loading import Loaded
from support import SVG, Tree, article, contribution, event, exhibition, hub, organisation

Reading = Callable[..., Loaded]
DRAFT: dict[str, Any] = {"status": "brouillon", "category": None, "themes": None}


def codes(found: Loaded) -> list[str]:
    return [problem.code for problem in found.problems]


class TestADraftThatLacksKeys:
    def test_is_one_warning_that_names_them_all(self, loaded: Reading) -> None:
        (told,) = loaded(event("nuit", **DRAFT, publisher=None, place={"name": "Salle"})).problems
        assert (told.code, told.severity) == ("W102", "warning")
        assert [word in told.message for word in ("category et themes", "« organisation » ou « publisher »", "« city »")] == [True] * 3

    def test_is_in_no_library_not_even_of_drafts(self, library: Callable[..., Any]) -> None:
        assert library(article("a", **DRAFT) | article("b", status="brouillon"), drafts=True).find("article", "a") is None

    def test_is_an_error_where_it_is_no_draft(self, loaded: Reading) -> None:
        assert codes(loaded(article("a", **DRAFT | {"status": "archive"}))) == ["E102"]
        assert codes(loaded(article("a", **DRAFT | {"status": None}))) == ["E102"]

    @pytest.mark.parametrize(
        ("keys", "codes_told"),
        [
            ({"date": "2026-13-02"}, ["E103", "W102"]),
            ({"titre": "x"}, ["E101", "W102"]),
            ({"status": "Brouillon"}, ["E109", "E102"]),
            ({"image": {"src": "images/absente.svg", "alt": "Une affiche", "credit": "Le club"}}, ["E206", "W102"]),
            ({"programmes": ["rien"]}, ["E202", "W102"]),
        ],
    )
    def test_has_its_other_errors_all_the_same(self, loaded: Reading, keys: dict[str, Any], codes_told: list[str]) -> None:
        assert codes(loaded(article("a", **DRAFT | keys))) == codes_told

    def test_that_says_nothing_but_that_it_is_one_passes(self, loaded: Reading) -> None:
        assert codes(loaded(contribution("article", "a", {"status": "brouillon"}))) == ["W102"]

    def test_has_its_files_withheld(self, loaded: Reading) -> None:
        image = {"src": "images/affiche.svg", "alt": "Une affiche", "credit": "Le club"}
        body = "Voir [le dossier](/documents/dossier.pdf).\n"
        beside = {"images/affiche.svg": SVG, "images/libre.svg": SVG, "documents/dossier.pdf": b"%PDF-1.7\n"}
        assert loaded(article("a", **DRAFT, image=image, body=body) | beside).media == ["images/libre.svg"]


class TestWhatRefersToIt:
    def test_is_told_for_nothing_else_stops_the_build(self, loaded: Reading) -> None:
        tree = organisation("musee", **DRAFT | {"themes": ["astronomie"]}) | article("a", organisation="musee", publisher=None)
        first, second = loaded(tree).problems
        assert (first.code, first.path) == ("E201", "content/articles/a.md")
        assert first.repair == "content/organisations/musee.md est un brouillon incomplet : complétez-le d’abord."
        assert second.code == "W102"

    def test_is_told_once_where_the_draft_has_errors_of_its_own(self, loaded: Reading) -> None:
        tree = organisation("musee", **DRAFT | {"themes": ["rien"]}) | article("a", organisation="musee", publisher=None)
        assert codes(loaded(tree)) == ["E109", "W102"]

    def test_is_told_of_another_draft_that_lacks_keys(self, loaded: Reading) -> None:
        tree = organisation("musee", **DRAFT | {"themes": None}) | article("a", **DRAFT, organisation="musee", publisher=None)
        assert codes(loaded(tree)) == ["E201", "W102", "W102"]

    def test_waits_where_it_is_a_loan_of_a_table(self, loaded: Reading) -> None:
        table = {"loans/2027.csv": "outil;début;fin;état\nmalle;2027-01-05;2027-01-20;confirmé\n"}
        assert codes(loaded(exhibition("malle", **DRAFT) | table)) == ["W102"]


def test_a_build_publishes_all_but_the_draft(site: Callable[..., Any]) -> None:
    tree: Tree = hub() | event("nuit", title="Nuit de la craie", **DRAFT) | event("matin", title="Jour de la craie")
    built = site(tree, env={"CONTEXT": "deploy-preview"})
    assert built.code == 0, built.stderr
    assert "agenda/matin/index.html" in {path.relative_to(built.output).as_posix() for path in built.output.rglob("*.html")}
    assert not any("Nuit de la craie" in path.read_text("utf-8") for path in built.output.rglob("*.html"))
