"""Pages are parted into shards of a bounded size, and a change of one page leaves all shards but its own as they were."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from publishing.searching import Findable
from search.shards import PAST, PERMANENT, Shard, season, shards

TODAY = date(2026, 11, 21)

groups = st.one_of(st.just(PERMANENT), st.integers(2015, 2028).map(str))
pages = st.builds(Findable, st.from_regex(r"/[a-d]{1,4}/", fullmatch=True), st.just(b"0"), groups)
sites = st.lists(pages, max_size=60, unique_by=lambda page: page.path).map(tuple)
limits = st.integers(1, 12)


def site(**groups: int) -> tuple[Findable, ...]:
    """So many pages of each group; years are written y2026."""
    named = {name.removeprefix("y"): number for name, number in groups.items()}
    return tuple(Findable(f"/{group}/{place}/", b"0", group) for group, number in named.items() for place in range(number))


def parts(found: tuple[Shard, ...]) -> set[tuple[str, frozenset[str]]]:
    """Which pages are together, and under what name."""
    return {(shard.name, frozenset(page.path for page in shard.pages)) for shard in found}


def names(pages: tuple[Findable, ...]) -> list[str]:
    return [shard.name for shard in shards(pages, TODAY)]


class TestShards:
    @given(sites, limits)
    def test_hold_every_page_once_and_no_more_than_their_limit(self, pages: tuple[Findable, ...], most: int) -> None:
        found = shards(pages, TODAY, most)
        assert sorted(page.path for shard in found for page in shard.pages) == sorted(page.path for page in pages)
        assert all(0 < len(shard.pages) <= most for shard in found)
        assert len({shard.name for shard in found}) == len(found)

    @given(sites, limits)
    def test_do_not_depend_on_the_order_of_pages(self, pages: tuple[Findable, ...], most: int) -> None:
        assert shards(pages[::-1], TODAY, most) == shards(pages, TODAY, most)

    @given(sites, limits, st.data())
    def test_are_the_same_when_a_page_changes_but_for_its_own(self, pages: tuple[Findable, ...], most: int, data: st.DataObject) -> None:
        assume(pages)
        place = data.draw(st.integers(0, len(pages) - 1))
        changed = (*pages[:place], Findable(pages[place].path, b"1", pages[place].group), *pages[place + 1 :])
        before, after = shards(pages, TODAY, most), shards(changed, TODAY, most)
        assert parts(before) == parts(after)
        assert len(set(before) - set(after)) == 1

    @given(sites, limits, pages)
    def test_are_the_same_when_a_page_comes_but_for_the_one_it_joins(self, pages: tuple[Findable, ...], most: int, page: Findable) -> None:
        assume(page.path not in {other.path for other in pages})
        # The first page of a new year, or of any, moves what is permanent.
        years = {other.group for other in pages} - {PERMANENT}
        assume(page.group == PERMANENT or (years and page.group <= max(years)))
        before, after = parts(shards(pages, TODAY, most)), parts(shards((*pages, page), TODAY, most))
        assert len(before - after) <= 1
        # The same read backwards: a page that goes leaves all others, and the parts it kept apart become one.

    def test_of_a_small_hub_are_one(self) -> None:
        assert names(site(permanent=150, y2019=50, y2024=80, y2026=120)) == ["tout"]

    def test_of_a_middling_hub_are_years_together(self) -> None:
        found = site(permanent=300, **{f"y{year}": 70 for year in range(2017, 2028)})
        assert names(found) == ["2024-2031", "2020-2023", "2016-2019"]

    def test_of_a_big_hub_are_years_and_parts_of_years(self) -> None:
        found = site(permanent=500, y2024=300, y2025=300, y2026=2000, y2027=100)
        assert names(found) == ["2027", "2026-aa", "2026-ab", "2026-ba", "2026-bb", "2025", "2024"]

    def test_of_past_years_are_smaller(self) -> None:
        found = shards(site(permanent=500, y2025=700, y2026=700, y2027=100), TODAY)
        assert [(shard.name, shard.season) for shard in found] == [("2027", True), ("2026", True), ("2025-a", False), ("2025-b", False)]
        assert max(len(shard.pages) for shard in found if not shard.season) <= PAST

    def test_of_no_pages_are_none(self) -> None:
        assert shards((), TODAY) == ()


class TestTheSeason:
    @pytest.mark.parametrize(("today", "since"), [("2026-11-21", 2026), ("2026-09-01", 2026), ("2026-08-31", 2025), ("2027-01-01", 2026)])
    def test_is_a_school_year(self, today: str, since: int) -> None:
        assert season(date.fromisoformat(today)) == since

    def test_has_this_year_what_comes_and_what_is_permanent(self) -> None:
        found = shards(site(permanent=5, y2023=5, y2024=5, y2025=5, y2026=5, y2027=3), TODAY, 9)
        assert [(shard.name, shard.season) for shard in found] == [
            ("2027", True),
            ("2026", True),
            ("2025", False),
            ("2024", False),
            ("2016-2023", False),
        ]

    def test_has_the_newest_shard_even_of_a_hub_that_sleeps(self) -> None:
        assert [shard.season for shard in shards(site(permanent=5, y2015=5, y2019=5), TODAY, 10)] == [True, False]
        assert [shard.season for shard in shards(site(y2015=5, y2019=5), TODAY, 5)] == [True, False]
