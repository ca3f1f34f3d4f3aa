"""Lists cut into pages."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from hub.lists import lists
from publishing.page import Page
from support import article
from views.lists.paging import Slice, older_pages, page_from_oldest, pager, pages_of


class TestPages:
    @given(st.lists(st.integers(), max_size=80), st.integers(1, 10))
    def test_hold_every_entry_once_and_in_order(self, entries: list[int], per_page: int) -> None:
        pieces = list(pages_of("/agenda/", entries, per_page))
        assert [entry for piece in pieces for entry in piece.entries] == entries
        assert [piece.number for piece in pieces] == list(range(1, len(pieces) + 1))
        assert len({piece.path for piece in pieces}) == len(pieces)

    def test_of_an_empty_list_are_one(self) -> None:
        none: list[int] = []
        (piece,) = pages_of("/agenda/", none)
        assert (piece.path, piece.entries, piece.pager.total) == ("/agenda/", (), 1)

    def test_after_the_first_stand_below_the_list(self) -> None:
        assert [piece.path for piece in pages_of("/agenda/", range(5), 2)] == ["/agenda/", "/agenda/page/2/", "/agenda/page/3/"]

    @given(st.integers(1, 40), st.data())
    def test_lead_to_their_neighbours(self, total: int, data: st.DataObject) -> None:
        current = data.draw(st.integers(1, total))
        found = pager("/x/", current, total)
        assert (found.previous_url is None) == (current == 1)
        assert (found.next_url is None) == (current == total)
        assert [item.n for item in found.pages if item.current] == [current]
        numbers = [item.n for item in found.pages if item.n is not None]
        assert numbers[0] == 1
        assert numbers[-1] == total

    @pytest.mark.parametrize(("current", "shown"), [(1, [1, 2, None, 9]), (5, [1, None, 4, 5, 6, None, 9]), (9, [1, None, 8, 9])])
    def test_have_gaps_where_many_are_left_out(self, current: int, shown: list[int | None]) -> None:
        assert [item.n for item in pager("/x/", current, 9).pages] == shown


def from_oldest(entries: Sequence[int], per_page: int) -> list[Slice[int]]:
    """All pages of a list, its first one first."""
    behind = older_pages(entries, per_page)
    return [page_from_oldest("/articles/", entries, number, per_page) for number in (0, *range(behind, 0, -1))]


class TestPagesFromTheOldest:
    @given(st.integers(0, 80), st.integers(1, 10))
    def test_hold_every_entry_once_newest_first(self, total: int, per_page: int) -> None:
        pieces = from_oldest(range(total), per_page)
        assert [entry for piece in pieces for entry in piece.entries] == list(range(total))
        assert len(pieces[0].entries) < 2 * per_page
        assert all(len(piece.entries) == per_page for piece in pieces[1:])

    @given(st.integers(0, 80), st.integers(1, 10))
    def test_stay_as_they_are_when_something_new_comes_but_for_the_first(self, total: int, per_page: int) -> None:
        before = {piece.path: piece.entries for piece in from_oldest(range(1, total + 1), per_page)}
        after = {piece.path: piece.entries for piece in from_oldest(range(total + 1), per_page)}
        assert {path for path, entries in before.items() if after[path] != entries} <= {"/articles/"}

    @given(st.integers(0, 80), st.integers(1, 10))
    def test_lead_from_the_newest_to_the_oldest_and_back(self, total: int, per_page: int) -> None:
        pieces = from_oldest(range(total), per_page)
        assert [piece.pager.next_url for piece in pieces] == [*(piece.path for piece in pieces[1:]), None]
        assert [piece.pager.previous_url for piece in pieces] == [None, *(piece.path for piece in pieces[:-1])]
        for piece in pieces:
            assert [item.url for item in piece.pager.pages if item.current] == [piece.path]

    def test_say_their_number_but_for_the_first(self, library: Callable[..., Library]) -> None:
        tree = {path: text for number in range(45) for path, text in article(f"a-{number}").items()}
        pages = {page.path: page for item in lists(library(tree)) if isinstance(page := item.make(), Page)}
        assert (pages["/articles/"].title, len(pages["/articles/"].crumbs)) == ("Articles", 2)
        assert (pages["/articles/page/1/"].title, pages["/articles/page/1/"].crumbs[-1].label) == ("Articles – page 1", "Page 1")
