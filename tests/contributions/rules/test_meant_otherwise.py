"""Files and organisations that are named in another way: the one that is meant, where there is one of that name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contributions.loading.loading import Loaded
from contributions.problems.problem import Fix, Problem
from support import SVG, Tree, article, event, exhibition, organisation, programme

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


class TestAnotherContribution:
    TREE = programme("fds-2026", title="Fête de la science 2026") | exhibition("malle", title="Malle des étoiles")

    @pytest.mark.parametrize(
        "written",
        [
            *("Fête de la science 2026", "fete de la science 2026", "fds-2026.md", "/dossiers/fds-2026/", "programmes/fds-2026"),
            *("content/programmes/fds-2026.md", "https://escale.example/dossiers/fds-2026/", "fete-de-la-science-2026"),
        ],
    )
    def test_is_the_one_of_that_title_file_or_address(self, loaded: Load, written: str) -> None:
        found = the_problem(loaded, {**self.TREE, **article("a", programmes=[written])})
        assert getattr(found.fix, "new", "") == "fds-2026"
        assert "fds-2026 »" in found.message + found.repair

    def test_that_is_none_is_asked_for_by_the_name_of_its_file(self, loaded: Load) -> None:
        found = the_problem(loaded, {**self.TREE, **event("a", parent="Village des sciences")})
        assert (found.code, found.fix) == ("E115", None)
        assert found.repair.startswith("Ajoutez content/events/village-des-sciences.md")

    @pytest.mark.parametrize(
        "written", ["Malle des étoiles", "malle", "content/exhibitions/malle.md", "https://escale.example/outils/malle/"]
    )
    def test_that_is_to_be_seen_too_has_its_kind(self, loaded: Load, written: str) -> None:
        found = the_problem(loaded, {**self.TREE, **article("a", related=[written])})
        assert (found.repair, getattr(found.fix, "new", "")) == ("Écrivez exhibition/malle.", "exhibition/malle")

    @pytest.mark.parametrize(
        "written", ["/outils/malle/", "/outils/malle", "https://escale.example/outils/malle/", "/outils/malle/, /dossiers/fds-2026/"]
    )
    def test_whose_address_stands_in_the_place_of_a_list_is_written_at_once(self, loaded: Load, written: str) -> None:
        found = the_problem(loaded, {**self.TREE, **article("a", related=written)})
        both = ", programme/fds-2026" if "," in written else ""
        assert (found.code, found.repair) == ("E105", f"Écrivez related: [exhibition/malle{both}].")

    @pytest.mark.parametrize(
        ("keys", "repair"),
        [
            ({"organisation": "à préciser", "publisher": None}, "Écrivez qui publie"),
            ({"organisation": "inconnu", "publisher": None}, "Écrivez qui publie"),
            ({"programmes": ["à venir"]}, "Retirez cette ligne en attendant."),
            ({"related": ["inconnu"]}, "Retirez cette ligne en attendant."),
        ],
    )
    def test_that_is_not_known_yet_is_no_title(self, loaded: Load, keys: dict[str, object], repair: str) -> None:
        assert the_problem(loaded, article("a", **keys)).repair.startswith(repair)
