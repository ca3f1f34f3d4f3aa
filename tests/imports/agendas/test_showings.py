"""Every showing is the same instant as in its source, in the hub's time; what an event may not have is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from imports.sources import fete_de_la_science, openagenda
from imports.taken import Reading
from support import HUB
from support_agendas import PARIS, agenda, as_csv, given, one, refusals

ZONES = ("Europe/Paris", "Indian/Reunion", "America/Cayenne", "Pacific/Noumea", "America/Miquelon")
OFFSETS = [timezone(timedelta(minutes=minutes)) for minutes in (-600, -210, 0, 60, 120, 345, 660)]
CHANGES = [
    datetime(2026, 3, 29, 1),
    datetime(2026, 10, 25, 1),
    datetime(2027, 3, 28, 1),
    datetime(2027, 3, 14, 7),
    datetime(2026, 11, 1, 6),
]
"""Where clocks change, in UTC."""
MINUTES = st.integers(-6 * 60, 6 * 60)
INSTANTS = st.builds(
    lambda at, minutes: (at + timedelta(minutes=minutes)).replace(tzinfo=UTC),
    st.sampled_from(CHANGES) | st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)).map(lambda at: at.replace(second=0, microsecond=0)),
    MINUTES,
)


def written(moment: datetime, offset: timezone, style: str) -> str:
    if style == "Z":
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%S.000}Z"
    return moment.astimezone(offset).isoformat() if style == "T" else moment.astimezone(offset).isoformat(" ")


def hub(zone: str) -> Any:
    from contributions.region.hub import Hub

    return Hub.model_validate({**HUB, "timezone": zone})


def instants(slot: dict[str, str], zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The instants that a slot says, whole days by their midnights."""
    start, end = (datetime.fromisoformat(slot.get(key, slot["start"])) for key in ("start", "end"))
    if len(slot["start"]) == 10:
        end += timedelta(days=1)
    return start.replace(tzinfo=zone).astimezone(UTC), end.replace(tzinfo=zone).astimezone(UTC)


def is_the_same(reading: Reading, begin: datetime, end: datetime, zone: ZoneInfo) -> bool:
    """Whether what is read is the one showing, or tells that this hour comes twice."""
    slots = reading.taken[0].values.get("slots")
    if not slots:
        (refusal,) = reading.refused
        return any(moment.astimezone(zone).fold for moment in (begin, end)) and "revient deux fois" in refusal.message
    found = instants(slots[0], zone)
    is_minute_before = len(slots[0]["start"]) == 10 and found[1] - end == timedelta(minutes=1)
    return found[0] == begin and (found[1] == end or is_minute_before)


class TestTheSameInstant:
    @examples(INSTANTS, st.integers(1, 3000), st.sampled_from(OFFSETS), st.sampled_from(["Z", "T", " "]), st.sampled_from(ZONES))
    def test_in_every_zone_whatever_the_offset(self, begin: datetime, minutes: int, offset: timezone, style: str, zone: str) -> None:
        end = begin + timedelta(minutes=minutes)
        timing = {"begin": written(begin, offset, style), "end": written(end, offset, style)}
        event = {"uid": 1, "title": "Les marées", "timings": [timing]}
        reading = openagenda.read(json.dumps([event]).encode(), given(hub=hub(zone)))
        assert is_the_same(reading, begin, end, ZoneInfo(zone))

    @examples(INSTANTS, st.integers(1, 3000), st.sampled_from(OFFSETS), st.sampled_from(["Z", "T"]))
    def test_of_what_is_glued_by_a_hyphen(self, begin: datetime, minutes: int, offset: timezone, style: str) -> None:
        end = begin + timedelta(minutes=minutes)
        glued = f"{written(begin, offset, style)}-{written(end, offset, style)}"
        reading = fete_de_la_science.read(
            as_csv([{"identifiant": "1", "titre_fr": "Sol", "ville": "Creil", "horaires_iso": glued}]), given()
        )
        assert is_the_same(reading, begin, end, PARIS)

    def test_times_without_offset_are_those_of_the_event_s_zone(self) -> None:
        event = one(timings=[{"begin": "2026-12-05T14:00:00", "end": "2026-12-05T15:00:00"}], timezone="Indian/Reunion")
        assert event.values["slots"] == [{"start": "2026-12-05 11:00", "end": "2026-12-05 12:00"}]

    @pytest.mark.parametrize("zone", ["../../etc/passwd", "Europe/Atlantis", "", 5, ["Europe/Paris"]])
    def test_a_zone_that_is_none_is_the_hub_s(self, zone: Any) -> None:
        event = one(timings=[{"begin": "2026-12-05T14:00:00"}], timezone=zone)
        assert event.values["slots"] == [{"start": "2026-12-05 14:00"}]

    def test_an_hour_that_does_not_exist_is_told(self) -> None:
        said = refusals(timings=[{"begin": "2027-03-28T02:30:00", "end": "2027-03-28T04:00:00"}])
        assert said == [("events[0].timings[0]", "« 2027-03-28T02:30:00 » n’est pas un horaire (AAAA-MM-JJTHH:MM+02:00).")]


class TestWholeDays:
    def test_from_midnight_to_midnight_are_days(self) -> None:
        event = one(
            timings=[
                {"begin": "2026-12-05T00:00:00+01:00", "end": "2026-12-07T00:00:00+01:00"},
                {"begin": "2026-12-12T00:00:00+01:00", "end": "2026-12-12T23:59:00+01:00"},
            ]
        )
        assert event.values["slots"] == [{"start": "2026-12-05", "end": "2026-12-06"}, {"start": "2026-12-12"}]

    def test_beside_hours_they_are_written_with_hours(self) -> None:
        event = one(
            timings=[
                {"begin": "2026-12-05", "end": "2026-12-05"},
                {"begin": "2026-12-07T10:00:00+01:00", "end": "2026-12-07T11:00:00+01:00"},
            ]
        )
        assert event.values["slots"] == [
            {"start": "2026-12-05 00:00", "end": "2026-12-06 00:00"},
            {"start": "2026-12-07 10:00", "end": "2026-12-07 11:00"},
        ]


def showing(day: int, begin: str, end: str) -> dict[str, str]:
    return {"begin": f"2027-01-{day:02}T{begin}:00+01:00", "end": f"2027-01-{day:02}T{end}:00+01:00"}


class TestWhatAnEventMayNotHave:
    def test_480_showings_are_taken(self) -> None:
        first = datetime(2027, 1, 4, 9, tzinfo=PARIS)
        many = [
            {"begin": (first + timedelta(hours=3 * at)).isoformat(), "end": (first + timedelta(hours=3 * at + 1)).isoformat()}
            for at in range(480)
        ]
        assert len(one(timings=many).values["slots"]) in (479, 480)  # a showing may fall into the hour that comes twice

    def test_ten_thousand_are_800_and_told(self) -> None:
        first = datetime(2027, 1, 4, tzinfo=UTC)
        many = [
            {"begin": (first + timedelta(hours=at)).isoformat(), "end": (first + timedelta(hours=at, minutes=30)).isoformat()}
            for at in range(10_000)
        ]
        reading = agenda({"uid": 1, "title": "Les marées", "timings": many})
        assert len(reading.taken[0].values["slots"]) == 800
        assert any("un événement en a 800 au plus" in refusal.message for refusal in reading.refused)
        assert len(reading.refused) < 20

    def test_one_that_begins_before_the_one_before_has_ended_is_told(self) -> None:
        timings = [showing(4, "10:00", "12:00"), showing(4, "11:00", "13:00"), showing(4, "12:00", "13:00")]
        assert [slot["start"] for slot in one(timings=timings).values["slots"]] == ["2027-01-04 10:00", "2027-01-04 12:00"]
        assert refusals(timings=timings) == [
            ("events[0].timings[1]", "Le créneau de 2027-01-04 11:00 commence avant la fin du précédent, au même lieu.")
        ]

    def test_the_same_twice_is_one(self) -> None:
        timings = [showing(4, "10:00", "12:00"), showing(4, "10:00", "12:00")]
        assert len(one(timings=timings).values["slots"]) == 1
        assert refusals(timings=timings) == []

    def test_an_end_before_its_begin_is_told(self) -> None:
        assert refusals(timings=[showing(4, "12:00", "10:00")]) == [
            ("events[0].timings[0]", "La fin (2027-01-04 10:00) est avant le début (2027-01-04 12:00).")
        ]

    def test_they_are_in_order_whatever_their_source_s(self) -> None:
        slots = one(timings=[showing(9, "10:00", "12:00"), showing(4, "10:00", "12:00")]).values["slots"]
        assert [slot["start"][:10] for slot in slots] == ["2027-01-04", "2027-01-09"]

    def test_many_that_are_none_are_told_by_their_number(self) -> None:
        said = refusals(timings=[{"begin": "demain"}] * 500)
        assert len(said) == 11
        assert said[-1] == ("events[0].timings", "490 autres horaires ne sont pas pris.")

    @examples(st.lists(st.tuples(INSTANTS, st.integers(0, 600)), max_size=12))
    def test_no_two_ever_overlap(self, showings: list[tuple[datetime, int]]) -> None:
        timings = [{"begin": begin.isoformat(), "end": (begin + timedelta(minutes=minutes)).isoformat()} for begin, minutes in showings]
        slots = agenda({"uid": 1, "title": "Les marées", "timings": timings}).taken[0].values.get("slots", [])
        found = sorted(instants(slot, PARIS) for slot in slots)
        assert all(before[1] <= after[0] for before, after in pairwise(found))
        assert len({len(slot["start"]) for slot in slots}) <= 1
