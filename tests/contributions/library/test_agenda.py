"""The entries of the agenda by question, and how a long list of them is cut into pages."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from contributions.library.agenda import LEAST, MOST, Row, in_order, parts
from contributions.library.periods import day, first_day, months, touched, weekend

TODAY = date(2026, 11, 21).toordinal()
DAY = 24 * 60


@st.composite
def entries(draw: st.DrawFn) -> list[Row]:
    """Entries to come, some of which have begun."""
    number, chance = draw(st.integers(0, 400)), draw(st.randoms(use_true_random=False))
    found = []
    for name in range(number):
        first = TODAY + chance.randint(-5, chance.choice((1, 40)))
        last = max(TODAY, first + chance.choice((0, 0, 0, 1, 30)))
        minutes = chance.choice((None, 0, 840, 1439))
        found.append(Row("event", f"e{name:03}", 0, first * DAY + (minutes or 0), minutes is not None, first, last))
    return in_order(found, TODAY)


class TestPages:
    @given(entries())
    def test_of_a_list_hold_all_of_it_in_its_order(self, rows: list[Row]) -> None:
        pages = parts("gratuit", rows, TODAY)
        assert [row for page in pages.values() for row in page] == rows
        assert list(pages)[:2] == ["gratuit/", "gratuit/page/2/"][: len(pages)]

    @given(entries())
    def test_end_with_days_unless_these_are_too_full_and_are_never_long(self, rows: list[Row]) -> None:
        pages = list(parts("", rows, TODAY).values())
        days = Counter(row.first for row in rows)
        begun = sum(row.first < TODAY for row in rows)
        assert all(len(page) <= MOST for page in pages)
        for page, following in pairwise(pages):
            if page[-1].first == following[0].first >= TODAY:
                assert days[page[-1].first] > MOST or begun > MOST - LEAST

    def test_behind_an_entry_more_stay_as_they_are(self) -> None:
        rows = [Row("event", f"e{at:04}", 0, (TODAY + at // 7) * DAY, False, TODAY + at // 7, TODAY + at // 7) for at in range(1400)]
        before = parts("", rows, TODAY)
        more = in_order([*rows, Row("event", "neuf", 0, TODAY * DAY + 9, True, TODAY, TODAY)], TODAY)
        after = parts("", more, TODAY)
        assert [path for path in after if after[path] != before.get(path)] == [""]


class TestDays:
    @given(st.integers(TODAY - 400, TODAY + 400), st.integers(0, 200), st.integers(TODAY, TODAY + 7))
    def test_of_what_lasts_are_those_that_are_to_come(self, first: int, length: int, today: int) -> None:
        last = first + length
        if last < today:
            return
        named = set(touched(first, last, today))
        expected = {first + at for at in range(length + 1) if today <= first + at <= today + 60}
        assert {one for one in range(today, today + 61) if day(one) in named} == expected
        assert {name for name in named if name.startswith("mois/")} == {
            f"mois/{date.fromordinal(one):%Y-%m}" for one in range(max(first, today), last + 1)
        }

    @given(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    def test_of_the_week_end_are_saturday_and_sunday_or_this_sunday_alone(self, today: date) -> None:
        saturday, sunday = (date.fromordinal(one) for one in weekend(today.toordinal()))
        assert sunday.weekday() == 6
        assert timedelta(0) <= sunday - today < timedelta(7)
        assert saturday == max(today, sunday - timedelta(1))

    def test_of_a_month_are_asked_from_today_on(self) -> None:
        assert first_day("mois/2026-11", TODAY) == TODAY
        assert first_day("mois/2026-12", TODAY) == date(2026, 12, 1).toordinal()
        assert first_day("themes/astronomie", TODAY) == TODAY
        assert list(months(date(2026, 11, 30).toordinal(), date(2027, 1, 1).toordinal())) == [
            "mois/2026-11",
            "mois/2026-12",
            "mois/2027-01",
        ]
