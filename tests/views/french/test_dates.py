"""Days and times in French words."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.fields.when import When
from contributions.record.values import Occurrence
from views.french import dates


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def showing(start: str, end: str | None = None, known_year: int | None = None) -> str:
    """When a showing is, in words."""
    occurrence = Occurrence("1", When.parse(start), When.parse(end) if end else None, "tous", "programme", None)
    return plain(dates.showing(occurrence, known_year))


class TestDays:
    def test_have_their_weekday(self) -> None:
        assert plain(dates.full_day(date(2026, 11, 21))) == "samedi 21 novembre 2026"

    def test_the_first_is_an_ordinal(self) -> None:
        assert plain(dates.day_month(date(2027, 3, 1))) == "1er mars 2027"
        assert dates.ordinal(date(2027, 3, 11)) == "11"

    @pytest.mark.parametrize(
        ("first", "last", "text"),
        [
            (date(2026, 11, 21), date(2026, 11, 21), "21 novembre 2026"),
            (date(2026, 11, 3), date(2026, 11, 28), "du 3 au 28 novembre 2026"),
            (date(2026, 10, 1), date(2026, 11, 28), "du 1er octobre au 28 novembre 2026"),
            (date(2026, 9, 28), date(2027, 1, 3), "du 28 septembre 2026 au 3 janvier 2027"),
        ],
    )
    def test_of_a_span_say_each_thing_once(self, first: date, last: date, text: str) -> None:
        assert plain(dates.days(first, last)) == text

    def test_are_short_where_there_is_little_room(self) -> None:
        assert plain(dates.short_days(date(2026, 11, 3), date(2026, 11, 28))) == "3 – 28 nov. 2026"
        assert plain(dates.short_days(date(2026, 11, 28), date(2026, 12, 3))) == "28 nov. – 3 déc. 2026"
        assert plain(dates.short_days(date(2026, 12, 28), date(2027, 1, 3))) == "28 déc. 2026 – 3 janv. 2027"

    @given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
    def test_always_name_their_year(self, day: date) -> None:
        assert dates.full_day(day).endswith(str(day.year))


class TestTimes:
    @pytest.mark.parametrize(("value", "text"), [(time(14), "14 h"), (time(17, 30), "17 h 30"), (time(9, 5), "9 h 05"), (time(0), "0 h")])
    def test_have_no_needless_minutes(self, value: time, text: str) -> None:
        assert plain(dates.clock(value)) == text


class TestShowings:
    @pytest.mark.parametrize(
        ("start", "end", "text"),
        [
            ("2026-11-21", None, "samedi 21 novembre 2026"),
            ("2026-11-21 14:00", None, "samedi 21 novembre 2026, à 14 h"),
            ("2026-11-21 14:00", "2026-11-21 17:30", "samedi 21 novembre 2026, de 14 h à 17 h 30"),
            ("2026-11-21 20:00", "2026-11-22 02:00", "samedi 21 novembre 2026, de 20 h à 2 h"),
            ("2026-11-21 21:00", "2026-11-22 00:30", "samedi 21 novembre 2026, de 21 h à 0 h 30"),
            ("2026-12-31 22:00", "2027-01-01 01:00", "jeudi 31 décembre 2026, de 22 h à 1 h"),
            ("2026-03-28 20:00", "2026-03-29 04:00", "samedi 28 mars 2026, de 20 h à 4 h"),
            ("2026-11-21 14:00", "2026-11-21 14:00", "samedi 21 novembre 2026, à 14 h"),
            ("2026-11-03", "2026-11-28", "du 3 au 28 novembre 2026"),
            ("2023-11", None, "novembre 2023"),
            ("2023", None, "2023"),
        ],
    )
    def test_are_as_precise_as_they_were_written(self, start: str, end: str | None, text: str) -> None:
        assert showing(start, end) == text

    @pytest.mark.parametrize(
        ("start", "end", "text"),
        [
            ("2026-11-21 10:00", "2026-11-22 18:00", "du samedi 21 novembre à 10 h au dimanche 22 novembre 2026 à 18 h"),
            ("2026-12-31 10:00", "2027-01-02 18:00", "du jeudi 31 décembre 2026 à 10 h au samedi 2 janvier 2027 à 18 h"),
        ],
    )
    def test_of_two_days_say_both(self, start: str, end: str, text: str) -> None:
        assert showing(start, end) == text

    @pytest.mark.parametrize(
        ("start", "end", "text"),
        [
            ("2026-11-21 14:00", "2026-11-21 17:30", "samedi 21 novembre, de 14 h à 17 h 30"),
            ("2027-11-20", None, "samedi 20 novembre 2027"),
            ("2026-11-03", "2026-11-28", "du 3 au 28 novembre"),
            ("2023-10-06", "2023-10-16", "du 6 au 16 octobre 2023"),
            ("2026-12-31", "2027-01-02", "du 31 décembre 2026 au 2 janvier 2027"),
            ("2026-11-21 10:00", "2026-11-22 18:00", "du samedi 21 novembre à 10 h au dimanche 22 novembre à 18 h"),
            ("2026-11", None, "novembre 2026"),
        ],
    )
    def test_leave_out_a_year_that_goes_without_saying(self, start: str, end: str | None, text: str) -> None:
        assert showing(start, end, known_year=2026) == text

    @given(st.integers(0, 23), st.integers(0, 59))
    def test_begin_no_line_with_a_dash(self, hour: int, minute: int) -> None:
        start = When(date(2026, 11, 21), time(hour, minute), "time")
        assert " –" not in dates.hours(start, When(date(2026, 11, 22), time(minute % 24), "time"))


class TestSomeDays:
    @pytest.mark.parametrize(
        ("days", "text"),
        [
            (["2026-10-27"], "le 27 octobre"),
            (["2026-12-05", "2026-12-06", "2026-12-12"], "les 5, 6 et 12 décembre"),
            (["2026-12-01", "2026-12-12"], "les 1er et 12 décembre"),
            (["2026-11-28", "2026-12-05"], "le 28 novembre et le 5 décembre"),
            (["2026-11-28", "2026-12-05", "2026-12-12"], "le 28 novembre et les 5 et 12 décembre"),
            (["2026-12-28", "2027-01-02"], "le 28 décembre et le 2 janvier 2027"),
            (["2027-01-02", "2027-01-09"], "les 2 et 9 janvier 2027"),
            (["2027-12-28", "2028-01-02"], "le 28 décembre 2027 et le 2 janvier 2028"),
        ],
    )
    def test_are_said_with_each_month_once(self, days: list[str], text: str) -> None:
        assert plain(dates.each([date.fromisoformat(day) for day in days], 2026)) == text
