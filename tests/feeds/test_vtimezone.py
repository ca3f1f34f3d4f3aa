"""VTIMEZONE says the same as the IANA database, for zones with and without changes of hour."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Timezone

from feeds.vtimezone import FIRST_YEAR, LAST_YEAR, onsets, vtimezone

ZONES = (
    "Europe/Paris",
    "Indian/Reunion",
    "America/Guadeloupe",
    "America/Cayenne",
    "Pacific/Noumea",
    "America/Miquelon",
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
)

every_zone = pytest.mark.parametrize("name", ZONES)


@cache
def told_onsets(name: str) -> tuple[tuple[datetime, timedelta], ...]:
    """Every change of hour that the component tells, by the rules of RFC 5545 section 3.6.5: local time, then offset."""
    begun: list[tuple[datetime, timedelta]] = []
    parts: list[Any] = Timezone.from_ical(vtimezone(name).decode()).subcomponents
    for part in parts:
        first = part["DTSTART"].dt
        starts = [first]
        if "RRULE" in part:
            months, days = part["RRULE"]["BYMONTH"], part["RRULE"]["BYDAY"]
            starts = [_last_weekday(year, int(months[0]), str(days[0])[-2:], first) for year in range(first.year, LAST_YEAR + 1)]
        told = part.get("RDATE", [])
        starts += [entry.dt for dates in (told if isinstance(told, list) else [told]) for entry in dates.dts]
        begun += [(start, part["TZOFFSETTO"].td) for start in starts]
    return tuple(sorted(begun))


def offset_told(name: str, moment: datetime) -> timedelta:
    """The offset from UTC that the component gives to a local time."""
    before = [offset for start, offset in told_onsets(name) if start <= moment]
    return before[-1] if before else told_onsets(name)[0][1]


def _last_weekday(year: int, month: int, weekday: str, first: datetime) -> datetime:
    day = datetime(year + month // 12, month % 12 + 1, 1, first.hour, first.minute) - timedelta(days=1)
    while day.weekday() != ("MO", "TU", "WE", "TH", "FR", "SA", "SU").index(weekday):
        day -= timedelta(days=1)
    return day


class TestVtimezone:
    @every_zone
    def test_is_one_component_ended_by_crlf(self, name: str) -> None:
        text = vtimezone(name)
        assert text.startswith(f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\n".encode())
        assert text.endswith(b"END:VTIMEZONE\r\n")
        assert text.count(b"\n") == text.count(b"\r\n")
        assert b"BEGIN:STANDARD" in text

    @every_zone
    def test_has_lines_of_75_octets_at_most(self, name: str) -> None:
        assert max(len(line) for line in vtimezone(name).split(b"\r\n")) <= 75

    @every_zone
    def test_gives_the_offset_of_noon_on_every_day_of_some_years(self, name: str) -> None:
        zone = ZoneInfo(name)
        for year in (2010, 2026, 2027, LAST_YEAR):
            noon = datetime(year, 1, 1, 12)
            for _ in range(0, 365, 7):
                noon += timedelta(days=7)
                assert offset_told(name, noon) == noon.replace(tzinfo=zone).utcoffset(), noon

    @given(st.datetimes(datetime(FIRST_YEAR + 1, 1, 1), datetime(LAST_YEAR, 12, 31)))
    def test_gives_the_offset_of_any_time_in_paris_but_for_the_hours_that_are_twice_or_never(self, moment: datetime) -> None:
        zone = ZoneInfo("Europe/Paris")
        aware = moment.replace(tzinfo=zone)
        if aware.utcoffset() == aware.replace(fold=1).utcoffset():
            assert offset_told("Europe/Paris", moment) == aware.utcoffset()

    def test_of_paris_is_a_yearly_rule(self) -> None:
        standard, daylight = Timezone.from_ical(vtimezone("Europe/Paris").decode()).subcomponents
        assert (standard.name, daylight.name) == ("STANDARD", "DAYLIGHT")
        assert {name: value.to_ical() for name, value in daylight.items()} == {
            "DTSTART": b"20000326T020000",
            "RRULE": b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
            "TZOFFSETFROM": "+0100",
            "TZOFFSETTO": "+0200",
            "TZNAME": b"CEST",
        }
        assert {name: value.to_ical() for name, value in standard.items()} == {
            "DTSTART": b"20001029T030000",
            "RRULE": b"FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
            "TZOFFSETFROM": "+0200",
            "TZOFFSETTO": "+0100",
            "TZNAME": b"CET",
        }

    def test_of_a_zone_without_changes_has_one_observance(self) -> None:
        text = vtimezone("Indian/Reunion").decode()
        assert text.count("BEGIN:") == 2
        assert "TZOFFSETTO:+0400" in text

    @every_zone
    def test_has_an_onset_for_every_change_and_none_besides(self, name: str) -> None:
        zone = ZoneInfo(name)
        for onset in onsets(zone):
            assert onset.before != onset.after or onset.name
            assert (onset.at - timedelta(hours=3)).replace(tzinfo=zone).utcoffset() == onset.before
            assert (onset.at + timedelta(hours=3)).replace(tzinfo=zone).utcoffset() == onset.after
