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


def showing(start: str, end: str | None = None) -> str:
    """When a showing is, in words."""
    return plain(dates.showing(Occurrence("1", When.parse(start), When.parse(end) if end else None, "tous", "programme", None)))


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
            ("2026-11-21 14:00", None, "samedi 21 novembre 2026, 14 h"),
            ("2026-11-21 14:00", "2026-11-21 17:30", "samedi 21 novembre 2026, 14 h – 17 h 30"),
            ("2026-11-21 20:00", "2026-11-22 02:00", "samedi 21 novembre 2026, 20 h – 2 h"),
            ("2026-11-03", "2026-11-28", "du 3 au 28 novembre 2026"),
            ("2023-11", None, "novembre 2023"),
            ("2023", None, "2023"),
        ],
    )
    def test_are_as_precise_as_they_were_written(self, start: str, end: str | None, text: str) -> None:
        assert showing(start, end) == text

    def test_of_two_days_say_both(self) -> None:
        assert showing("2026-11-21 10:00", "2026-11-22 18:00") == "du samedi 21 novembre 2026 à 10 h au dimanche 22 novembre 2026 à 18 h"
