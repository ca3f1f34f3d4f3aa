"""Lists cut into pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views.paging import pager, pages_of


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
