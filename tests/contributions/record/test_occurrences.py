"""When an event takes place: its slots, or its recurrence expanded, each with a name that no other has."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from contributions.models import Event
from contributions.models.event import MAX_SLOTS, Slot
from contributions.record.occurrences import end_of, endless, expand, occurrences
from contributions.record.values import Occurrence

BASE = {
    "title": "Nuit noire",
    "summary": "Une nuit.",
    "date": "2026-11-01",
    "category": "atelier",
    "themes": ["astronomie"],
    "publisher": {"name": "Le musée"},
    "mode": "en-ligne",
    "online_url": "https://visio.example/x",
}

starts = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)).map(lambda m: m.replace(minute=0, second=0, microsecond=0))
slot_keys = st.builds(
    lambda start, hours: {"start": f"{start:%Y-%m-%d %H:%M}", "end": f"{start + timedelta(hours=hours):%Y-%m-%d %H:%M}"},
    starts,
    st.integers(1, 12),
)
frequencies = st.builds(
    lambda frequency, interval, end: f"FREQ={frequency};INTERVAL={interval};{end}",
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY"]),
    st.integers(1, 3),
    st.one_of(
        st.integers(1, 60).map(lambda n: f"COUNT={n}"),
        st.dates(date(2026, 10, 10), date(2027, 6, 30)).map(lambda d: f"UNTIL={d:%Y%m%d}T235959"),
    ),
)


def event(**keys: Any) -> Event:
    """An event on line."""
    return Event.model_validate({**BASE, **keys})


def shown(**keys: Any) -> tuple[Occurrence, ...]:
    """The showings of an event on line."""
    return occurrences(event(**keys), ())


def repeated(
    rule: str, *, start: str = "2026-10-06 18:00", end: str = "2026-10-06 20:00", left_out: Iterable[str] = ()
) -> tuple[Occurrence, ...]:
    """The showings of a recurrence."""
    return shown(recurrence={"start": start, "end": end, "rule": rule, "except": list(left_out)})


class TestSlots:
    def test_are_named_after_their_start_and_sorted_by_time(self) -> None:
        found = shown(slots=[{"start": "2026-12-02"}, {"start": "2026-12-01"}])
        assert [(o.name, o.start.iso) for o in found] == [("20261201", "2026-12-01"), ("20261202", "2026-12-02")]

    def test_that_begin_together_are_counted_in_the_order_of_the_file(self) -> None:
        at = {"start": "2026-12-05 14:00"}
        found = shown(slots=[at, {**at, "id": "haut"}, at, {"start": "2026-12-05 15:00"}, at])
        assert [o.name for o in found] == ["20261205T1400", "20261205T1400-2", "20261205T1400-3", "haut", "20261205T1500"]

    def test_keep_their_own_id(self) -> None:
        found = shown(slots=[{"start": "2026-12-01", "id": "ouverture"}, {"start": "2026-12-02"}])
        assert [o.name for o in found] == ["ouverture", "20261202"]

    def test_have_their_own_state_or_that_of_the_event(self) -> None:
        found = shown(event_status="complet", slots=[{"start": "2026-12-01", "status": "annule"}, {"start": "2026-12-02"}])
        assert [o.status for o in found] == ["annule", "complet"]

    @given(st.lists(slot_keys, min_size=1, max_size=30))
    def test_give_unique_names_in_time_order(self, slots: list[dict[str, str]]) -> None:
        found = shown(slots=slots)
        assert len({o.name for o in found}) == len(slots)
        assert [o.start.moment for o in found] == sorted(o.start.moment for o in found)

    @given(st.lists(slot_keys, min_size=2, max_size=10, unique_by=lambda keys: keys["start"]), st.randoms())
    def test_keep_their_names_when_others_come_and_go(self, slots: list[dict[str, str]], random: Random) -> None:
        before = {o.name: o.start for o in shown(slots=slots[1:])}
        random.shuffle(slots)
        after = {o.name: o.start for o in shown(slots=slots)}
        assert before.items() <= after.items()


class TestNights:
    def test_that_end_before_six_belong_to_their_evening(self) -> None:
        (night,) = shown(slots=[{"start": "2026-11-28 20:00", "end": "2026-11-29 01:30"}])
        assert (night.first_day, night.last_day) == (date(2026, 11, 28), date(2026, 11, 28))

    def test_that_end_at_six_or_later_have_two_days(self) -> None:
        (night,) = shown(slots=[{"start": "2026-11-28 20:00", "end": "2026-11-29 06:00"}])
        assert night.last_day == date(2026, 11, 29)

    def test_of_several_days_end_on_their_last(self) -> None:
        (stay,) = shown(slots=[{"start": "2026-11-28 20:00", "end": "2026-11-30 02:00"}])
        assert stay.last_day == date(2026, 11, 30)

    def test_touch_the_days_they_are_on(self) -> None:
        (stay,) = shown(slots=[{"start": "2026-11-28", "end": "2026-11-30"}])
        assert stay.on(date(2026, 11, 30), date(2026, 12, 5))
        assert stay.on(date(2026, 11, 1), date(2026, 11, 28))
        assert not stay.on(date(2026, 12, 1), date(2026, 12, 5))


class TestRecurrences:
    def test_give_the_starts_of_their_rule_with_the_length_of_the_first(self) -> None:
        found = repeated("FREQ=WEEKLY;COUNT=3")
        assert [(o.start.iso, o.end.iso if o.end else None) for o in found] == [
            ("2026-10-06T18:00", "2026-10-06T20:00"),
            ("2026-10-13T18:00", "2026-10-13T20:00"),
            ("2026-10-20T18:00", "2026-10-20T20:00"),
        ]

    def test_keep_their_hour_when_the_clock_changes(self) -> None:
        assert {o.start.iso[11:] for o in repeated("FREQ=WEEKLY;COUNT=6")} == {"18:00"}

    def test_leave_out_exceptions(self) -> None:
        found = repeated("FREQ=WEEKLY;COUNT=4", left_out=["2026-10-13"])
        assert [o.name for o in found] == ["20261006T1800", "20261020T1800", "20261027T1800"]

    def test_end_with_until_which_is_local(self) -> None:
        assert [o.start.iso for o in repeated("FREQ=WEEKLY;UNTIL=20261013T180000")] == ["2026-10-06T18:00", "2026-10-13T18:00"]

    def test_include_the_day_of_an_until_without_hour(self) -> None:
        assert [o.start.iso for o in repeated("FREQ=WEEKLY;UNTIL=20261013")] == ["2026-10-06T18:00", "2026-10-13T18:00"]

    def test_may_be_whole_days(self) -> None:
        found = repeated("FREQ=YEARLY;COUNT=2", start="2026-10-06", end="2026-10-07")
        assert [(o.start.iso, o.end.iso if o.end else None) for o in found] == [("2026-10-06", "2026-10-07"), ("2027-10-06", "2027-10-07")]

    @given(frequencies)
    def test_give_unique_names_in_time_order(self, rule: str) -> None:
        found = repeated(rule)
        names = [o.name for o in found]
        assert names == sorted(set(names))
        assert [o.start.moment for o in found] == sorted(o.start.moment for o in found)
        assert all(o.end is not None and o.end.moment - o.start.moment == timedelta(hours=2) for o in found)

    @given(frequencies, st.data())
    def test_lose_only_the_days_of_their_exceptions(self, rule: str, data: st.DataObject) -> None:
        whole = {o.name: o.start for o in repeated(rule)}
        left_out = data.draw(st.sets(st.sampled_from(sorted({start.day for start in whole.values()})))) if whole else set()
        found = {o.name: o.start for o in repeated(rule, left_out=[day.isoformat() for day in sorted(left_out)])}
        assert found == {name: start for name, start in whole.items() if start.day not in left_out}

    def test_without_end_are_cut_and_told(self) -> None:
        recurrence = event(recurrence={"start": "2026-10-06 18:00", "end": "2026-10-06 20:00", "rule": "FREQ=DAILY"}).recurrence
        assert recurrence is not None
        assert endless(recurrence)
        assert len(list(expand(recurrence))) == MAX_SLOTS

    def test_that_never_match_end_all_the_same(self) -> None:
        recurrence = event(
            recurrence={"start": "2026-10-06", "end": "2026-10-06", "rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}
        ).recurrence
        assert recurrence is not None
        assert list(expand(recurrence)) == []


class TestEnds:
    def test_of_whole_days_are_included(self) -> None:
        assert end_of(Slot.model_validate({"start": "2026-11-28", "end": "2026-11-29"})) == datetime(2026, 11, 30)
        assert end_of(Slot.model_validate({"start": "2026-11-28"})) == datetime(2026, 11, 29)

    def test_of_times_are_their_moment(self) -> None:
        assert end_of(Slot.model_validate({"start": "2026-11-28 14:00", "end": "2026-11-28 16:00"})) == datetime(2026, 11, 28, 16)
        assert end_of(Slot.model_validate({"start": "2026-11-28 14:00"})) == datetime(2026, 11, 28, 14)
