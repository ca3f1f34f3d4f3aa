"""Dates with the precision they were written with."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.when import EARLIEST, LATEST, SMALL_HOURS, When, WhenError, overnight

days = st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31))
minutes = st.times().map(lambda t: t.replace(second=0, microsecond=0))
whens = st.one_of(
    days.map(lambda d: When(d.replace(month=1, day=1), None, "year")),
    days.map(lambda d: When(d.replace(day=1), None, "month")),
    days.map(lambda d: When(d, None, "day")),
    st.builds(lambda d, t: When(d, t, "time"), days, minutes),
)


class TestWhatIsRead:
    @given(whens)
    def test_every_precision_survives_a_round_trip(self, when: When) -> None:
        assert When.parse(when.iso) == when
        assert When.parse(str(when)) == when

    @pytest.mark.parametrize(
        ("text", "precision", "day", "clock"),
        [
            ("2023", "year", date(2023, 1, 1), None),
            ("2023-11", "month", date(2023, 11, 1), None),
            ("2026-11-21", "day", date(2026, 11, 21), None),
            ("2026-11-21 14:30", "time", date(2026, 11, 21), time(14, 30)),
            ("2026-11-21T14:30", "time", date(2026, 11, 21), time(14, 30)),
            ("2026-11-21 14:30:00", "time", date(2026, 11, 21), time(14, 30)),
            ("2026-11-21 00:00", "time", date(2026, 11, 21), time(0, 0)),
        ],
    )
    def test_a_text_has_the_precision_it_is_written_with(self, text: str, precision: str, day: date, clock: time | None) -> None:
        when = When.parse(text)
        assert (when.precision, when.day, when.clock, when.timed) == (precision, day, clock, clock is not None)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "bientôt",
            "13/10/2026",
            "2024-13-02",
            "2024-00-02",
            "2019-06-39",
            "2026-02-29",
            "2026-11-21 24:00",
            "2026-11-21 9:30",
            "٢٠٢٦",
        ],
    )
    def test_any_other_text_is_refused(self, text: str) -> None:
        with pytest.raises(WhenError):
            When.parse(text)

    @pytest.mark.parametrize("year", ["0000", "0026", "1499", "2201", "2926"])
    def test_a_year_of_another_age_is_refused(self, year: str) -> None:
        with pytest.raises(WhenError):
            When.parse(f"{year}-01-01")

    @given(whens)
    def test_the_last_day_is_never_before_the_first(self, when: When) -> None:
        assert when.last_day >= when.day

    def test_the_last_day_of_a_month_and_of_a_year_are_theirs(self) -> None:
        assert When.parse("2024-02").last_day == date(2024, 2, 29)
        assert When.parse("2023").last_day == date(2023, 12, 31)

    @given(whens, whens)
    def test_order_is_that_of_moments(self, one: When, other: When) -> None:
        assert (one < other) == (one.moment < other.moment)

    def test_midnight_is_the_moment_of_a_day(self) -> None:
        assert When.parse("2026-11-21").moment == datetime(2026, 11, 21)


class TestAnEndAfterMidnight:
    @given(days, st.times(), st.times())
    def test_is_of_the_next_day_where_it_is_written_before_its_start_and_in_the_small_hours(
        self, day: date, begun: time, ended: time
    ) -> None:
        start, end = (When(day, clock.replace(second=0, microsecond=0), "time") for clock in (begun, ended))
        later = overnight(start, end)
        assert (later is not None) == (end < start and ended < SMALL_HOURS)
        assert later is None or later.moment - end.moment == timedelta(days=1)

    def test_is_none_where_the_days_are_written_or_no_hour_is(self) -> None:
        assert overnight(When.parse("2027-01-07 21:00"), When.parse("2027-01-06 01:00")) is None
        assert overnight(When.parse("2027-01-07"), When.parse("2027-01-07 01:00")) is None
