"""Files and organisations that are named in another way: the one that is meant, where there is one of that name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contributions.loading.loading import Loaded
from contributions.problems.problem import Fix, Problem
from support import SVG, Tree, article, exhibition, organisation, programme

Load = Callable[[Tree], Loaded]


def image(src: str) -> dict[str, str]:
    return {"src": src, "alt": "Le ciel", "credit": "Escale"}


def the_problem(loaded: Load, tree: Tree) -> Problem:
    """The one problem of a tree."""
    (found,) = loaded(tree).problems
    return found


class TestAFile:
    @pytest.mark.parametrize(
        "src",
        ["content/images/ok.svg", "/content/images/ok.svg", "./images/ok.svg", "../images/ok.svg", "images\\ok.svg", "..\\images\\ok.svg", "ok.SVG",
         "images/OK.svg", "Images/ok.svg"],
    )  # fmt: skip
    def test_is_the_one_that_is_meant(self, loaded: Load, src: str) -> None:
        found = the_problem(loaded, {"images/ok.svg": SVG, **article("a", image=image(src))})
        assert (found.repair, getattr(found.fix, "new", "")) == ("Écrivez images/ok.svg.", "images/ok.svg")

    def test_may_lie_in_a_folder(self, loaded: Load) -> None:
        found = the_problem(loaded, {"images/2026/ok.svg": SVG, **article("a", image=image("ok.svg"))})
        assert found.repair == "Écrivez images/2026/ok.svg."

    def test_is_none_where_two_have_its_name(self, loaded: Load) -> None:
        found = the_problem(loaded, {"images/a/ok.svg": SVG, "images/b/ok.svg": SVG, **article("a", image=image("ok.svg"))})
        assert found.fix is None

    def test_is_none_in_another_folder_than_the_one_that_is_named(self, loaded: Load) -> None:
        found = the_problem(loaded, {"images/2025/ok.svg": SVG, **article("a", image=image("images/2026/ok.svg"))})
        assert found.fix is None

    @pytest.mark.parametrize("src", ["images/ok.svg", "/images/ok.svg"])
    def test_that_is_there_is_no_problem(self, loaded: Load, src: str) -> None:
        assert loaded({"images/ok.svg": SVG, **article("a", image=image(src))}).problems == ()


class TestAnOrganisation:
    SHEET = organisation("moulin", title="Médiathèque du Moulin")

    @pytest.mark.parametrize("written", ["Médiathèque du Moulin", "mediatheque du moulin", "moulin.md", "/annuaire/moulin/", "Moulin"])
    def test_is_the_one_of_that_title_or_file(self, loaded: Load, written: str) -> None:
        found = the_problem(loaded, {**self.SHEET, **article("a", organisation=written, publisher=None)})
        assert (found.code, found.repair, getattr(found.fix, "new", "")) == ("E115", "Écrivez moulin.", "moulin")

    def test_without_a_sheet_is_a_publisher(self, loaded: Load) -> None:
        found = the_problem(loaded, {**self.SHEET, **article("a", organisation="Musée de la Craie", publisher=None)})
        assert (found.repair, found.fix) == ("Écrivez à la place :\npublisher:\n  name: Musée de la Craie", None)

    def test_that_takes_part_without_a_sheet_has_a_name(self, loaded: Load) -> None:
        partner = {"organisation": "Radio Plateau", "role": "media"}
        assert the_problem(loaded, article("a", partners=[partner])).repair == "Écrivez à la place « name: Radio Plateau »."

    def test_that_coordinates_without_a_sheet_is_asked_for(self, loaded: Load) -> None:
        assert the_problem(loaded, programme("a", coordinator="Le Musée")).repair == "Ajoutez sa fiche, ou retirez cette ligne."


class TestADepartment:
    @pytest.mark.parametrize(
        ("written", "code"), [("Nord", "59"), ("aisne", "02"), ("2", "02"), ("Aisne (02)", "02"), ("département du Nord", "59")]
    )
    def test_by_its_name_has_its_code(self, loaded: Load, written: str, code: str) -> None:
        found = the_problem(loaded, exhibition("a", area=[written]))
        assert isinstance(found.fix, Fix)
        assert found.fix.new.strip("'") == code

    def test_of_another_region_is_told_with_those_of_this_one(self, loaded: Load) -> None:
        assert the_problem(loaded, exhibition("a", area=["75"])).repair.startswith("Valeurs possibles : 02 (Aisne), ")
