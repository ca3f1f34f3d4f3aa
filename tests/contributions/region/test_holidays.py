"""School holidays: of the zone in which a region lies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.region.holidays import ZONES, holidays


class TestHolidays:
    @pytest.mark.parametrize(
        ("zone", "today", "name", "first", "last"),
        [
            ("B", date(2026, 11, 30), "Vacances de Noël", date(2026, 12, 19), date(2027, 1, 3)),
            ("B", date(2027, 1, 3), "Vacances de Noël", date(2026, 12, 19), date(2027, 1, 3)),
            ("A", date(2027, 1, 4), "Vacances d'hiver", date(2027, 2, 13), date(2027, 2, 28)),
            ("B", date(2027, 1, 4), "Vacances d'hiver", date(2027, 2, 20), date(2027, 3, 7)),
            ("C", date(2027, 1, 4), "Vacances d'hiver", date(2027, 2, 6), date(2027, 2, 21)),
        ],
    )
    def test_are_those_that_are_on_else_the_next_of_the_ministrys_calendar(
        self, zone: str, today: date, name: str, first: date, last: date
    ) -> None:
        assert holidays(zone, today) == (name, first, last)

    @given(st.sampled_from("ABC"), st.dates(date(2024, 1, 1), date(2028, 6, 1)))
    def test_never_end_before_today_and_last_nine_weeks_at_most(self, zone: str, today: date) -> None:
        found = holidays(zone, today)
        assert found is not None
        assert found.last >= today
        assert 1 <= (found.last - found.first).days <= 63

    def test_are_none_once_nobody_knows_them(self) -> None:
        assert holidays("A", date(2150, 1, 1)) is None

    def test_are_known_of_every_region_of_the_mainland_and_of_no_other(self) -> None:
        assert set(ZONES) == {"11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93"}
