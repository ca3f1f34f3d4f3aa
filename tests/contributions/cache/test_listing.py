"""What is noted of a list, and of lists by a key: as little as was read."""

from __future__ import annotations

import pytest

from contributions.cache.facts import recorded
from contributions.cache.listing import Index, Listings, listing


class Shelf(Listings):
    """Something with lists."""

    def __init__(self) -> None:
        self.lists = {}

    @listing
    def books(self) -> tuple[str, ...]:
        return ("Craie", "Marais")

    @listing
    def by_letter(self) -> Index:
        return Index("by_letter", lambda: {title[0]: (title,) for title in self.books})


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


class TestAList:
    def test_is_one_fact(self, shelf: Shelf) -> None:
        with recorded() as facts:
            assert shelf.books == ("Craie", "Marais")
        assert facts == {"list:books"}


class TestAnIndex:
    def test_is_read_a_key_at_a_time_and_nothing_else_is_noted(self, shelf: Shelf) -> None:
        with recorded() as facts:
            assert shelf.by_letter["C"] == ("Craie",)
        assert facts == {"list:by_letter/C"}

    def test_notes_a_key_that_is_not_there_for_one_day_it_may_be(self, shelf: Shelf) -> None:
        with recorded() as facts:
            assert shelf.by_letter.get("Z", ()) == ()
            assert "Y" not in shelf.by_letter
        assert facts == {"list:by_letter/Z", "list:by_letter/Y"}

    def test_notes_which_keys_there_are_where_somebody_asks_for_them(self, shelf: Shelf) -> None:
        with recorded() as facts:
            assert list(shelf.by_letter) == ["C", "M"]
        assert facts == {"list:by_letter"}

    def test_notes_all_where_all_is_read(self, shelf: Shelf) -> None:
        with recorded() as facts:
            assert dict(shelf.by_letter.items()) == {"C": ("Craie",), "M": ("Marais",)}
        assert facts == {"list:by_letter", "list:by_letter/C", "list:by_letter/M"}
