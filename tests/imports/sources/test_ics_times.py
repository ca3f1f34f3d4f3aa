"""Every time of a calendar is the same instant as in it, whatever zone and clock; any bytes are read or told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from imports.sources.ics import read
from imports.taken import Reading, UnreadableSource
from support_calendars import GIVEN, GOLDEN, calendar

HERE = ZoneInfo("Europe/Paris")
ZONES = {
    **{name: name for name in ("Europe/Paris", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca")},
    '"Romance Standard Time"': "Europe/Paris",
    '"Eastern Standard Time"': "America/New_York",
    "/mozilla.org/20070129_1/Europe/London": "Europe/London",
}  # fmt: skip
LOCAL = st.datetimes(datetime(2000, 1, 1), datetime(2036, 1, 1)).map(lambda moment: moment.replace(second=0, microsecond=0))
LENGTHS = st.integers(1, 3000).map(lambda minutes: timedelta(minutes=minutes))
RULES = st.one_of(
    st.builds("FREQ=WEEKLY;INTERVAL={};COUNT={}".format, st.integers(1, 5), st.integers(1, 40)),
    st.builds("FREQ=DAILY;INTERVAL={};COUNT={}".format, st.integers(1, 9), st.integers(1, 40)),
    st.builds("FREQ=MONTHLY;BYDAY={}{};COUNT={}".format, st.sampled_from((1, 2, 3, -1)), st.sampled_from(("MO", "WE", "SA", "SU")), st.integers(1, 14)),
    st.builds("FREQ=WEEKLY;BYDAY={};COUNT={}".format, st.sampled_from(("MO,TH", "SA,SU", "TU,WE,FR")), st.integers(1, 30)),
)  # fmt: skip


def instant(text: str) -> set[datetime]:
    """What a local time of the hub may be: two instants, where clocks show it twice."""
    moment = datetime.fromisoformat(text)
    return {moment.replace(tzinfo=HERE, fold=fold).astimezone(UTC) for fold in (0, 1)}


def exists(moment: datetime, zone: ZoneInfo) -> bool:
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == moment


@settings(max_examples=150, deadline=None)
@given(LOCAL, LENGTHS, st.sampled_from(sorted(ZONES)))
def test_a_time_of_a_zone_is_the_same_instant(local: datetime, length: timedelta, name: str) -> None:
    zone = ZoneInfo(ZONES[name])
    start, end = local.replace(tzinfo=zone), local.replace(tzinfo=zone).astimezone(UTC) + length
    [taken] = read(calendar(f"UID:a\nDTSTART;TZID={name}:{local:%Y%m%dT%H%M%S}\nDTEND:{end:%Y%m%dT%H%M%SZ}"), GIVEN).taken
    [slot] = taken.values["slots"]
    assert start.astimezone(UTC) in instant(slot["start"])
    assert "end" not in slot or end in instant(slot["end"])


@settings(max_examples=100, deadline=None)
@given(LOCAL, LENGTHS)
def test_a_time_of_the_world_is_the_same_instant_and_an_hour_that_comes_twice_is_told(moment: datetime, length: timedelta) -> None:
    start, end = moment.replace(tzinfo=UTC), moment.replace(tzinfo=UTC) + length
    reading = read(calendar(f"UID:a\nDTSTART:{start:%Y%m%dT%H%M%SZ}\nDTEND:{end:%Y%m%dT%H%M%SZ}"), GIVEN)
    [slot] = reading.taken[0].values["slots"]
    assert start in instant(slot["start"])
    assert "end" not in slot or end in instant(slot["end"])
    surely = datetime.fromisoformat(slot["start"]).replace(tzinfo=HERE).astimezone(UTC) == start
    assert surely or any("deux fois" in refusal.message for refusal in reading.refused)


@settings(max_examples=100, deadline=None)
@given(LOCAL)
def test_a_time_of_no_zone_is_the_hub_s(moment: datetime) -> None:
    assume(exists(moment, HERE))
    [taken] = read(calendar(f"UID:a\nDTSTART:{moment:%Y%m%dT%H%M%S}"), GIVEN).taken
    assert taken.values["slots"] == [{"start": f"{moment:%Y-%m-%d %H:%M}"}]


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2036, 1, 1)), st.integers(1, 40))
def test_whole_days_are_those_days(first: date, days: int) -> None:
    [taken] = read(calendar(f"UID:a\nDTSTART;VALUE=DATE:{first:%Y%m%d}\nDTEND;VALUE=DATE:{first + timedelta(days):%Y%m%d}"), GIVEN).taken
    [slot] = taken.values["slots"]
    assert date.fromisoformat(slot["start"]) == first
    assert date.fromisoformat(slot.get("end", slot["start"])) == first + timedelta(days - 1)


@settings(max_examples=120, deadline=None)
@given(LOCAL, RULES, st.sampled_from(sorted(ZONES)), st.sets(st.integers(0, 12), max_size=3))
def test_each_showing_of_a_rule_is_the_same_instant(local: datetime, rule: str, name: str, left_out: set[int]) -> None:
    zone = ZoneInfo(ZONES[name])
    meant = list(islice(rrulestr(rule, dtstart=local), 60))
    assume(meant and meant[0] == local and meant[-1].year < 2037)
    less = [meant[at] for at in left_out if at < len(meant)]
    lines = "".join(f"\nEXDATE;TZID={name}:{moment:%Y%m%dT%H%M%S}" for moment in less)
    reading = read(calendar(f"UID:a\nDTSTART;TZID={name}:{local:%Y%m%dT%H%M%S}\nRRULE:{rule}{lines}"), GIVEN)
    shown = sorted({moment.replace(tzinfo=zone).astimezone(UTC) for moment in meant if moment not in less})
    slots = reading.taken[0].values["slots"] if reading.taken else []
    assert len(slots) == len(shown)
    assert all(moment in instant(slot["start"]) for moment, slot in zip(shown, slots, strict=True))


FIXTURES = sorted((GOLDEN / "ics").glob("*.ics"))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FIXTURES), st.integers(0, 2500), st.binary(max_size=6), st.integers(0, 40))
def test_a_damaged_calendar_is_read_or_told(file: object, at: int, garbage: bytes, gone: int) -> None:
    data = file.read_bytes()
    try:
        assert isinstance(read(data[:at] + garbage + data[at + gone :], GIVEN), Reading)
    except UnreadableSource as error:
        assert str(error)


LINES = st.lists(
    st.sampled_from(
        "DTSTART:20261205T140000|DTSTART;VALUE=DATE:20261205|DTSTART;TZID=Europe/Paris:20261205T140000|DTEND:20261205|DTEND:20261205T150000Z"
        "|DURATION:-PT1H|DURATION:P999999999D|RRULE:FREQ=DAILY;COUNT=5|RRULE:FREQ=YEARLY;UNTIL=x|RRULE:FREQ=WEEKLY|RDATE:20270101T000000Z"
        "|RDATE;VALUE=PERIOD:20270101/P1D|EXDATE:20261205|EXDATE:20261206T140000|RECURRENCE-ID:20261206T140000|RECURRENCE-ID;RANGE=THISANDFUTURE:20261206"
        "|UID:a|UID:b|SUMMARY:x|STATUS:CANCELLED|BEGIN:VALARM|END:VALARM|END:VEVENT|BEGIN:VEVENT|END:VCALENDAR|BEGIN:VTIMEZONE|TZID:Z|GEO:1;2|GEO:x"
        "|DTSTART:00010101T000000Z|DTSTART:99991231T235959Z|DTSTART;TZID=Z:20261205T140000|SEQUENCE:9|X-WR-TIMEZONE:Asia/Tokyo|CLASS:PUBLIC".split(
            "|"
        )
    ),
    max_size=14,
)


@settings(max_examples=250, deadline=None)
@given(LINES | st.lists(st.text(max_size=20), max_size=5))
def test_any_lines_are_read_or_told(lines: list[str]) -> None:
    reading = read(calendar("\n".join(lines)), GIVEN)
    assert all(len(taken.values.get("slots", ())) or "recurrence" in taken.values for taken in reading.taken)
    assert len({taken.id for taken in reading.taken}) == len(reading.taken)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400).map(lambda data: b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + data) | st.binary(max_size=200))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    try:
        assert isinstance(read(data, GIVEN), Reading)
    except UnreadableSource as error:
        assert str(error)
