"""The days that pages of the agenda ask for."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from contributions.library.periods import day, first_day, months, touched, weekend

TODAY = date(2026, 11, 21).toordinal()


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
