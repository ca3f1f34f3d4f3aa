"""Hours that the clock leaves out, in every zone and wherever an hour is given; showings that last longer than anybody stays."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.sense.clocks import skipped
from support import event, hub, programme

Report = Callable[..., list[str]]
GAPS = {
    "Europe/Paris": ("2027-03-28 02:30", "2027-03-28 03:30"),
    "Europe/London": ("2027-03-28 01:30", "2027-03-28 02:30"),
    "America/Miquelon": ("2027-03-14 02:15", "2027-03-14 03:15"),
    "Australia/Lord_Howe": ("2027-10-03 02:10", "2027-10-03 02:40"),
}
"""A zone, an hour that it leaves out, and what clocks show instead."""


def slot(start: str, end: str | None = None) -> dict[str, Any]:
    return {"slots": [{"start": start, **({"end": end} if end else {})}]}


class TestAnHour:
    @pytest.mark.parametrize("zone", GAPS)
    def test_that_a_zone_leaves_out_is_told_with_the_next(self, reported: Report, zone: str) -> None:
        missing, instead = GAPS[zone]
        (line,) = reported(hub(timezone=zone) | event("nuit", **slot(missing)))
        assert "E412" in line
        assert line.endswith(f"Écrivez l’heure d’après, {instead}.")

    @pytest.mark.parametrize("zone", ["Indian/Reunion", "America/Cayenne", "Pacific/Noumea"])
    def test_of_a_zone_without_summer_passes(self, reported: Report, zone: str) -> None:
        assert reported(hub(timezone=zone) | event("nuit", **slot("2027-03-28 02:30"))) == []

    @pytest.mark.parametrize(
        "keys",
        [
            slot("2027-03-28 02:30"),
            slot("2027-03-27 21:00", "2027-03-28 02:30"),
            {**slot("2027-04-28 18:00"), "booking": {"deadline": "2027-03-28 02:30"}},
            {**slot("2027-04-28 18:00"), "event_status": "reprogramme", "previous_start": "2027-03-28 02:30"},
            {"recurrence": {"start": "2027-03-28 02:30", "end": "2027-03-28 04:00", "rule": "FREQ=WEEKLY;COUNT=2"}},
            {"recurrence": {"start": "2027-03-28 01:00", "end": "2027-03-28 02:30", "rule": "FREQ=WEEKLY;COUNT=2"}},
            {"recurrence": {"start": "2027-03-21 02:30", "end": "2027-03-21 04:00", "rule": "FREQ=WEEKLY;COUNT=2"}},
            {"recurrence": {"start": "2027-03-20 22:00", "end": "2027-03-21 02:30", "rule": "FREQ=WEEKLY;COUNT=2"}},
        ],
    )
    def test_is_looked_at_wherever_it_is_given(self, reported: Report, keys: dict[str, Any]) -> None:
        assert [line.split(" ")[1] for line in reported(hub() | event("nuit", **keys))] == ["E412"]

    def test_is_looked_at_in_a_programme(self, reported: Report) -> None:
        assert [line.split(" ")[1] for line in reported(hub() | programme("fete", deadline="2027-03-28 02:30"))] == ["E412"]

    def test_that_a_rule_leaves_out_passes(self, reported: Report) -> None:
        rule = {"start": "2027-03-21 02:30", "end": "2027-03-21 04:00", "rule": "FREQ=WEEKLY;COUNT=3", "except": ["2027-03-28"]}
        assert reported(hub() | event("nuit", recurrence=rule)) == []

    @given(st.sampled_from(sorted(GAPS)), st.integers(0, 365 * 24 * 4))
    def test_is_left_out_if_no_moment_is_shown_so(self, zone: str, quarter: int) -> None:
        moment, place = datetime(2027, 1, 1) + timedelta(minutes=15 * quarter), ZoneInfo(zone)
        around = (moment.replace(tzinfo=ZoneInfo("UTC")) + timedelta(minutes=15 * step) for step in range(-80, 81))
        assert skipped(moment, place) == all(each.astimezone(place).replace(tzinfo=None) != moment for each in around)


class TestAShowing:
    @pytest.mark.parametrize(
        ("start", "end"),
        [
            ("2026-12-01 14:00", "2026-12-01 17:00"),
            ("2026-12-04 20:00", "2026-12-05 02:00"),
            ("2026-12-04 09:00", "2026-12-06 18:00"),
            ("2026-12-01 14:00", "2026-12-11 10:00"),  # a stay
            ("2026-12-01", "2026-12-31"),
            ("2026-12-01", "2027-11-30"),
        ],
    )
    def test_of_some_days_passes(self, reported: Report, start: str, end: str) -> None:
        assert reported(hub() | event("nuit", **slot(start, end))) == []

    def test_of_many_days_with_hours_is_most_likely_many(self, reported: Report) -> None:
        (line,) = reported(hub() | event("nuit", **slot("2026-12-01 14:00", "2026-12-31 17:00")))
        assert "W005" in line
        keys = {"start": "2026-12-01 14:00", "end": "2026-12-01 17:00", "rule": "FREQ=DAILY;COUNT=31"}
        assert all(f"« {name}: {value} »" in line for name, value in keys.items())
        assert reported(hub() | event("nuit", recurrence=keys)) == []

    @pytest.mark.parametrize("end", ["2028-12-01", "2036-12-01"])
    def test_of_years_is_advised(self, reported: Report, end: str) -> None:
        (line,) = reported(hub() | event("nuit", **slot("2026-12-01", end)))
        assert "W005" in line

    def test_of_a_rule_ends_before_the_next_begins(self, reported: Report) -> None:
        rule = {"start": "2026-12-01 18:00", "end": "2027-02-23 20:00", "rule": "FREQ=WEEKLY;COUNT=13"}
        (line,) = reported(hub() | event("nuit", recurrence=rule))
        assert "E402" in line
        assert "« end: 2026-12-01 20:00 »" in line
