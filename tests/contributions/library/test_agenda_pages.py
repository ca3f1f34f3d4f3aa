"""The pages of the agenda: nothing is lost between them, and one entry more leaves most of them as they were."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from contributions.library.agenda import FEWEST, LEAST, MOST, Row, in_order, parts
from contributions.record.brief import DAY

TODAY = date(2026, 11, 21).toordinal()


def row(name: int, days: int, lasting: int = 0) -> Row:
    """An entry that begins some days from today."""
    first = TODAY + days
    return Row("event", f"rendez-vous-{name:04}", 0, first * DAY, False, first, first + lasting)


def told(rows: list[Row]) -> list[Row]:
    return in_order(rows, TODAY)


def monday_of(day: int) -> date:
    found = date.fromordinal(day)
    return date.fromordinal(day - found.weekday())


ENTRIES = st.lists(st.tuples(st.integers(-30, 200), st.integers(0, 40)), max_size=400).map(
    lambda found: told([row(name, days, max(lasting, -days)) for name, (days, lasting) in enumerate(found)])
)
"""Lists of what is to come, or has begun and lasts."""


class TestPagesOfTheAgenda:
    @given(ENTRIES)
    def test_hold_all_entries_in_their_order_once(self, rows: list[Row]) -> None:
        assert [one for part in parts("", rows, TODAY).values() for one in part] == rows

    @given(ENTRIES)
    def test_have_no_more_entries_than_a_page_may_have(self, rows: list[Row]) -> None:
        assert all(len(part) <= MOST for part in parts("", rows, TODAY).values())

    @given(ENTRIES)
    def test_end_with_a_week_unless_that_is_too_much_for_a_page_and_the_few_before_it(self, rows: list[Row]) -> None:
        for one, following in pairwise(parts("", rows, TODAY).values()):
            monday = monday_of(following[0].first)
            if one[-1].first >= TODAY and monday_of(one[-1].first) == monday:
                of_week = sum(row.first >= TODAY and monday_of(row.first) == monday for row in rows)
                before = sum(row.first < TODAY or monday_of(row.first) != monday for row in one)
                assert of_week + (before if before < FEWEST else 0) > MOST

    @given(ENTRIES)
    def test_show_at_least_twenty_entries_first_where_there_are_as_many(self, rows: list[Row]) -> None:
        assert len(parts("", rows, TODAY)[""]) >= min(len(rows), 20)

    def test_take_what_they_can_of_a_large_week_where_little_stands_before_it(self) -> None:
        found = parts("", told([row(0, 1), *(row(1 + number, 2 + number % 7) for number in range(MOST))]), TODAY)
        assert all(len(part) >= FEWEST for part in found.values())
        found = parts("", told([row(0, 1), *(row(1 + number, 2) for number in range(MOST + 100))]), TODAY)
        assert [len(part) for part in found.values()] == [MOST, 101]

    def test_are_never_empty_even_before_a_day_of_its_own_pages(self) -> None:
        found = parts("", told([row(name, 3) for name in range(MOST + 40)]), TODAY)
        assert [len(part) for part in found.values()] == [MOST, 40]

    def test_go_on_until_they_have_enough(self) -> None:
        found = parts("", told([row(name, name) for name in range(200)]), TODAY)
        assert all(LEAST <= len(part) < LEAST + 7 for part in list(found.values())[:-1])

    def test_are_but_one_where_nothing_is_to_come(self) -> None:
        assert parts("themes/astronomie", [], TODAY) == {"themes/astronomie/": ()}


class TestOneEntryMore:
    def test_moves_the_page_of_its_week_alone_where_weeks_are_pages(self) -> None:
        rows = [row(week * 100 + number, 2 + week * 7 + number % 7) for week in range(20) for number in range(50)]
        before, after = parts("", told(rows), TODAY), parts("", told([*rows, row(9999, 40)]), TODAY)
        assert [path for path in after if before.get(path) != after[path]] == ["page/6/"]

    def test_moves_no_page_beyond_a_week_that_has_many(self) -> None:
        rows = [row(week * 1000 + number, 2 + week * 7 + number % 7) for week in range(9) for number in range(400)]
        before, after = parts("", told(rows), TODAY), parts("", told([*rows, row(9999, 16)]), TODAY)
        assert {monday_of(one.first) for path in after if before.get(path) != after[path] for one in after[path]} == {date(2026, 12, 7)}
