"""The pages that explain the messages of the check."""

from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from contribute.problems import Explanation, problems
from contributions.library.library import Library
from contributions.problems.codes import codes, families
from publishing.page import Page
from support import Built, event, read_library, write

LIST = "/contribuer/problemes/"
FIXABLE = {
    *("E004", "E007", "E014", "E017", "E020", "E022", "E101", "E103", "E105", "E107", "E109", "E112", "E113", "E115"),
    *("E206", "E216", "E227", "E228", "W001", "W002", "W224", "W225", "W227", "W231", "W609", "W610", "W611", "W612", "W614"),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_library(write(tmp_path_factory.mktemp("library"), event("nuit")))


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, Page]:
    """The pages, by path."""
    made = (planned.make() for planned in problems(library))
    return {page.path: page for page in made if isinstance(page, Page)}


def explanation(page: Page) -> Explanation:
    found = page.data["explanation"]
    assert isinstance(found, Explanation)
    return found


class TestThePages:
    def test_are_the_list_and_one_a_code(self, pages: dict[str, Page]) -> None:
        assert list(pages) == [LIST, *(f"{LIST}{code.name.lower()}/" for code in codes())]

    def test_are_left_out_of_the_search(self, pages: dict[str, Page]) -> None:
        assert {page.search for page in pages.values()} == {None}

    def test_can_be_read_one_after_the_other(self, pages: dict[str, Page]) -> None:
        line = [page for path, page in pages.items() if path != LIST]
        assert [page.next for page in line[:-1]] == [page.path for page in line[1:]]
        assert all(after.prev == before.path for before, after in pairwise(line))
        assert line[0].prev is None
        assert line[-1].next is None

    def test_have_the_list_on_their_way(self, pages: dict[str, Page]) -> None:
        crumbs = [(crumb.label, crumb.url) for crumb in pages[f"{LIST}e103/"].crumbs]
        assert crumbs == [
            ("Accueil", "/"),
            ("Contribuer", "/contribuer/"),
            ("Messages du contrôle", LIST),
            ("E103", f"{LIST}e103/"),
        ]


class TestAnExplanation:
    def test_shows_both_excerpts_as_they_are_written(self, pages: dict[str, Page]) -> None:
        for code in codes():
            shown = explanation(pages[code.path])
            assert "".join(piece.text for piece in shown.bad) == code.bad
            assert "".join(piece.text for piece in shown.good) == code.good

    def test_marks_what_differs(self, pages: dict[str, Page]) -> None:
        shown = explanation(pages[f"{LIST}e103/"])
        assert [(piece.text, piece.changed) for piece in shown.bad] == [("date: ", False), ("13/10/2026", True)]
        assert [(piece.text, piece.changed) for piece in shown.good] == [("date: ", False), ("2026-10-13", True)]

    def test_marks_words_that_stand_together_as_one(self, pages: dict[str, Page]) -> None:
        shown = explanation(pages[f"{LIST}e116/"])
        assert [piece.text for piece in shown.bad if piece.changed] == ["tous les mardis, dix fois"]

    def test_always_marks_something(self, pages: dict[str, Page]) -> None:
        for code in codes():
            shown = explanation(pages[code.path])
            assert any(piece.changed for piece in (*shown.bad, *shown.good)), code.name

    def test_shows_what_stood_there_before_where_a_change_is_the_problem(self, pages: dict[str, Page]) -> None:
        shown = explanation(pages[f"{LIST}w614/"])
        assert [piece.text for piece in shown.before] == ["status: brouillon\ndate: 2026-11-10"]
        assert shown.command == "scripts/check.py --since main --fix"
        assert {code.name for code in codes() if explanation(pages[code.path]).before} == {f"W{number}" for number in range(609, 615)}

    def test_shows_code_as_code(self, pages: dict[str, Page]) -> None:
        assert "<code>2026-10-13 14:30</code>" in explanation(pages[f"{LIST}e103/"]).repair
        assert not any("`" in text for page in pages.values() for text in (page.title, page.description))

    def test_says_what_is_mended_by_itself(self, pages: dict[str, Page]) -> None:
        told = {code.name for code in codes() if "Correction automatique" in {badge.label for badge in pages[code.path].data["badges"]}}
        assert told == FIXABLE


class TestTheSite:
    def test_lists_every_code_under_its_family(self, demo: Built) -> None:
        for section, family in zip(demo.page(LIST).select("main section"), families(), strict=True):
            assert [str(item["id"]) for item in section.select("li[id]")] == [code.name.lower() for code in family.codes]
            assert [str(link["href"]) for link in section.select("li > a")] == [code.path for code in family.codes]

    def test_says_which_excerpt_is_which_in_words(self, demo: Built) -> None:
        figures = demo.page(f"{LIST}e103/").select("figure")
        assert [caption.get_text(strip=True) for figure in figures for caption in figure.select("figcaption")] == ["À éviter", "À écrire"]
        assert [figure.get_text() for figure in figures[0].select("pre")] == ["date: 13/10/2026"]

    def test_names_the_list_in_its_plan_and_no_single_code(self, demo: Built) -> None:
        plan: BeautifulSoup = demo.page("/plan-du-site/")
        assert [str(link["href"]) for link in plan.select(f'main a[href^="{LIST}"]')] == [LIST]
