"""One date for one's own calendar: what the web's two large ones are told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from agenda.event.adding import Adding, adding
from contributions.library.library import Library
from feeds.ics import event_calendar
from support import Tree, event, hub

Reading = Callable[[Tree], Library]


def offered(library: Reading, tree: Tree) -> list[Adding]:
    """Of each date of an event as of 21 November 2026."""
    known = library(tree)
    (found,) = known.of("event")
    return [adding(known, found, one) for one in found.showings]


def asked(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


class TestGoogle:
    @pytest.mark.parametrize(
        ("slot", "dates"),
        [
            ({"start": "2026-12-05 14:00", "end": "2026-12-05 16:00"}, "20261205T140000/20261205T160000"),
            ({"start": "2026-12-05 21:00", "end": "2026-12-06 00:30"}, "20261205T210000/20261206T003000"),
            ({"start": "2026-12-05 14:00"}, "20261205T140000/20261205T140000"),
            ({"start": "2026-12-05"}, "20261205/20261206"),
            ({"start": "2026-12-30", "end": "2027-01-02"}, "20261230/20270103"),
        ],
    )
    def test_is_told_when_in_the_time_of_the_place(self, library: Reading, slot: dict[str, Any], dates: str) -> None:
        (one,) = offered(library, event("soir", title="« A & B » ?", slots=[slot]))
        told = asked(one.google)
        assert (told["dates"], told["ctz"]) == (dates, "Europe/Paris")
        assert told["text"] == "«\u202fA & B\u202f»\u202f?"
        assert told["location"] == "Médiathèque du Moulin, 12 rue des Tanneurs, 80100 Abbeville"
        assert told["details"] == "https://escale.example/agenda/soir/"


class TestOutlook:
    @pytest.mark.parametrize(
        ("slot", "start", "end"),
        [
            ({"start": "2026-12-05 14:00", "end": "2026-12-05 16:00"}, "2026-12-05T14:00:00+01:00", "2026-12-05T16:00:00+01:00"),
            ({"start": "2027-03-27 20:00", "end": "2027-03-28 04:00"}, "2027-03-27T20:00:00+01:00", "2027-03-28T04:00:00+02:00"),
            ({"start": "2026-12-05", "end": "2026-12-06"}, "2026-12-05", "2026-12-07"),
        ],
    )
    def test_is_told_when_with_the_clock_of_that_day(self, library: Reading, slot: dict[str, Any], start: str, end: str) -> None:
        (one,) = offered(library, event("soir", slots=[slot]))
        told = asked(one.outlook)
        assert (told["startdt"], told["enddt"]) == (start, end)
        assert told.get("allday") == ("true" if len(start) == 10 else None)

    def test_is_told_another_zone(self, library: Reading) -> None:
        (one,) = offered(library, hub(timezone="America/Guadeloupe") | event("soir"))
        assert asked(one.outlook)["startdt"] == "2026-11-28T14:00:00-04:00"


def test_what_is_on_line_is_there(library: Reading) -> None:
    (one,) = offered(library, event("soir", mode="en-ligne", place=None, online_url="https://visio.example/a?b=1&c=2"))
    assert asked(one.google)["location"] == "https://visio.example/a?b=1&c=2"


def test_what_is_full_says_so(library: Reading) -> None:
    (one,) = offered(library, event("soir", title="La nuit", event_status="complet"))
    assert asked(one.google)["text"] == "Complet : La nuit"


def test_each_date_is_named_as_the_calendar_of_the_event_names_it(library: Reading) -> None:
    slots = [{"start": "2026-12-05 14:00", "id": "matin"}, {"start": "2026-12-06 14:00"}]
    known = library(event("soir", id="ancien", slots=slots))
    (found,) = known.of("event")
    entries = Calendar.from_ical(event_calendar(known, found) or b"").walk("VEVENT")
    assert [adding(known, found, one).uid for one in found.showings] == [str(entry["UID"]) for entry in entries]
    assert {adding(known, found, one).only for one in found.showings} == {""}


def test_a_date_of_a_repetition_says_when_it_is(library: Reading) -> None:
    rule = {"start": "2026-12-01 21:00", "end": "2026-12-02 00:30", "rule": "FREQ=WEEKLY;COUNT=3"}
    known = library(event("soir", recurrence=rule))
    (found,) = known.of("event")
    (entry,) = Calendar.from_ical(event_calendar(known, found) or b"").walk("VEVENT")
    told = [adding(known, found, one) for one in found.showings]
    assert {one.uid for one in told} == {str(entry["UID"])}
    assert [one.only for one in told] == [f"soir.202612{day}T2100@escale.example" for day in ("01", "08", "15")]
    starts = [datetime.combine(date(2026, 12, 1) + timedelta(weeks=week), datetime.min.time()).replace(hour=21) for week in range(3)]
    assert [datetime.fromisoformat(one.start) for one in told] == starts
    assert [datetime.fromisoformat(one.end) for one in told] == [start + timedelta(hours=3, minutes=30) for start in starts]
