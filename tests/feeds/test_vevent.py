"""VEVENTs are, byte by byte, those that icalendar writes of the same events, and icalendar reads them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar, vRecur
from icalendar import Event as Component

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.occurrences import monthly
from contributions.library.values import Occurrence
from contributions.words.typography import typo
from feeds.catalogue import offers
from feeds.ics import calendar
from feeds.vevent import CANCELLED_TITLE, STATUS, event_text, location, stop_text
from support import PLACE, REPOSITORY, Tree, event, hub, read, read_library, write
from views.cards import publisher, stop_url

pytestmark = pytest.mark.filterwarnings("ignore:Using both 'count' and 'until'")

ZONES = ["Europe/Paris", "America/Guadeloupe", "Pacific/Noumea", "Africa/Dakar", "UTC"]
RULES = [
    "FREQ=WEEKLY;BYDAY=TU;COUNT=10",
    "COUNT=5;FREQ=MONTHLY;BYDAY=+1MO,-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=+05,-1;UNTIL=20270301",
    "WKST=MO;FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;UNTIL=20270101T120000",
    "FREQ=YEARLY;BYMONTH=01,7;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR;COUNT=4",
    "FREQ=DAILY;BYHOUR=09,15;BYMINUTE=0;COUNT=12",
    "COUNT=3;UNTIL=20261231;FREQ=WEEKLY",
    "FREQ=YEARLY;BYYEARDAY=+100;BYWEEKNO=15;COUNT=2",
]
TRICKY = st.sampled_from(
    [",", ";", "\\", "\\N", "\n", '"', "'", " : ", " !", "« ", " »", "1 000", "é", "œ", "字", "🌌", "\u202f", "^", "-"]
)
WORDS = st.lists(TRICKY | st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cc", "Cs", "Cn"]), max_size=20), max_size=7)
WORDS_ = WORDS.map("".join)


def icalendar_event(library: Library, event: Contribution[Any], shown: Occurrence) -> Component:
    """An event at one of its showings, by icalendar."""
    meta, own = event.meta, library.hub
    found = Component()
    slug = next((alias.strip("/").split("/")[1] for alias in meta.aliases if alias.startswith("/agenda/")), event.slug)
    stamp = datetime.combine(meta.updated or meta.date, time.min, tzinfo=own.zone).astimezone(UTC)
    booking = f"Réservation : {meta.booking.url}" if meta.booking and meta.booking.url else ""
    lines = [typo(meta.summary), publisher(library, event).label, booking, own.url + event.url]
    found.add("uid", f"{slug}.{shown.number}@{own.hostname}")
    found.add("dtstamp", stamp)
    found.add("last-modified", stamp)
    found.add("sequence", meta.sequence)
    found.add("summary", CANCELLED_TITLE.get(shown.status, "") + typo(meta.title))
    found.add("description", "\n".join(part for part in lines if part))
    found.add("url", own.url + event.url)
    found.add("status", STATUS.get(shown.status, "CONFIRMED"))
    if shown.place:
        found.add("location", location(shown.place))
        if shown.place.lat is not None:
            found.add("geo", (shown.place.lat, shown.place.lon))
    elif meta.online_url:
        found.add("location", meta.online_url)
    found.add("categories", [own.themes[theme] for theme in meta.themes])
    if shown.start.clock:
        found.add("dtstart", shown.start.moment.replace(tzinfo=own.zone))
        if shown.end and shown.end.moment > shown.start.moment:
            found.add("dtend", shown.end.moment.replace(tzinfo=own.zone))
    else:
        found.add("dtstart", shown.start.day)
        found.add("dtend", (shown.end or shown.start).day + timedelta(days=1))
    return found


def icalendar_events(library: Library, event: Contribution[Any]) -> Iterator[Component]:
    """The VEVENTs of an event, by icalendar."""
    rule, zone = event.meta.recurrence, library.hub.zone
    if rule is None:
        yield from (icalendar_event(library, event, shown) for shown in event.showings if not monthly(event))
        return
    place = event.places[0] if event.places else None
    found = icalendar_event(library, event, Occurrence("1", rule.start, rule.end, "tous", event.meta.event_status, place))
    parts = vRecur.from_ical(rule.rule)
    for until in parts.get("UNTIL", []):
        moment = until if isinstance(until, datetime) else datetime.combine(until, time(23, 59, 59))
        parts["UNTIL"] = [moment.replace(tzinfo=zone).astimezone(UTC) if rule.start.clock else moment.date()]
    found.add("rrule", parts)
    if rule.except_ and rule.start.clock:
        found.add("exdate", [datetime.combine(day, rule.start.clock, tzinfo=zone) for day in rule.except_])
    elif rule.except_:
        found.add("exdate", list(rule.except_), parameters={"VALUE": "DATE"})
    yield found


def as_icalendar(library: Library, event: Contribution[Any]) -> bytes:
    return b"".join(bytes(found.to_ical()) for found in icalendar_events(library, event))


@st.composite
def slots(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Up to three slots, weeks apart: all with hours, or none."""
    timed, day, found = draw(st.booleans()), date(2026, 9, 1) + timedelta(days=draw(st.integers(0, 300))), []
    for number in range(draw(st.integers(1, 3))):
        start = datetime.combine(day + timedelta(weeks=3 * number), time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 30]))))
        end = start + timedelta(minutes=draw(st.sampled_from([0, 30, 600, 20_000])))
        form = "%Y-%m-%d %H:%M" if timed else "%Y-%m-%d"
        found.append({"start": start.strftime(form)})
        found[-1] |= {"end": end.strftime(form)} if draw(st.booleans()) else {}
        found[-1] |= {"id": f"creneau-{number}"} if draw(st.booleans()) else {}
        found[-1] |= {"status": draw(st.sampled_from(["annule", "reporte", "complet"]))} if draw(st.booleans()) else {}
    return found


@st.composite
def recurrences(draw: st.DrawFn) -> dict[str, Any]:
    """A rule from one morning or day on, with or without exceptions."""
    clocks = draw(st.sampled_from([("", ""), (" 18:00", " 19:30")]))
    found: dict[str, Any] = {"start": f"2026-10-06{clocks[0]}", "end": f"2026-10-06{clocks[1]}", "rule": draw(st.sampled_from(RULES))}
    return found | ({"except": ["2026-11-03", "2026-12-01"]} if draw(st.booleans()) else {})


@st.composite
def trees(draw: st.DrawFn) -> Tree:
    """A few events in a hub of any zone."""
    tree: dict[str, str | bytes] = hub(timezone=draw(st.sampled_from(ZONES)))
    for number in range(3):
        keys: dict[str, Any] = draw(st.fixed_dictionaries({"slots": slots()}) | st.fixed_dictionaries({"recurrence": recurrences()}))
        keys |= {"title": "Titre " + draw(WORDS_)[:130], "summary": "Le " + draw(WORDS_)[:190], "sequence": draw(st.integers(0, 20))}
        keys |= {"themes": draw(st.lists(st.sampled_from(["astronomie", "sciences-de-la-terre"]), min_size=1, max_size=2, unique=True))}
        keys |= draw(
            st.sampled_from([{}, {"updated": "2026-03-29"}, {"event_status": "annule"}, {"aliases": [f"/agenda/avant-{number}/"]}])
        )
        keys |= draw(st.sampled_from([{}, {"booking": {"url": "https://musee.example/a,b;c"}}, {"publisher": {"name": "Cie, « X » ; Y"}}]))
        keys |= {"place": PLACE | {"name": "Lieu " + draw(WORDS_)}}
        keys |= draw(st.sampled_from([{}, {"place": None, "mode": "en-ligne", "online_url": "https://visio.example/?a=1,2;3"}]))
        tree |= event(f"soir-{number}", **keys)
    return tree


class TestTheEvents:
    @settings(max_examples=40)
    @given(trees())
    def test_of_any_region_are_those_of_icalendar(self, tree: Tree) -> None:
        with TemporaryDirectory() as folder:
            library = read(write(Path(folder), tree)).library
            assert library is not None
            found: list[Any] = [c for c in library.all if c.kind == "event"]
            assume(found)
            for one in found:
                text = event_text(library, one)
                assert text == as_icalendar(library, one)
                read_again = Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + text + b"END:VCALENDAR\r\n").walk("VEVENT")
                assert len(read_again) == text.count(b"BEGIN:VEVENT")
                shown = typo(one.meta.title).replace("\\N", "\n")
                assert all(str(component["SUMMARY"]).endswith(shown) for component in read_again)

    @pytest.mark.parametrize("rule", RULES)
    def test_that_repeat_are_those_of_icalendar(self, tmp_path: Path, rule: str) -> None:
        except_ = ["2026-11-03", "2026-12-01"]
        days = {"start": "2026-10-06", "end": "2026-10-07", "rule": rule}
        hours = {"start": "2026-10-06 18:00", "end": "2026-10-06 19:30", "rule": rule}
        tree = event("jours", recurrence=days) | event("heures", recurrence=hours)
        tree |= event("jours-sauf", recurrence=days | {"except": except_}) | event("heures-sauf", recurrence=hours | {"except": except_})
        library = read_library(write(tmp_path, tree))
        assert len(library.events) == 4
        for one in library.events:
            assert event_text(library, one) == as_icalendar(library, one), one.slug

    def test_have_whole_degrees_as_icalendar_writes_them(self, tmp_path: Path) -> None:
        place = {"name": "Halle", "postcode": "80270", "city": "Airaines", "lat": 50, "lon": 2}
        library = read_library(write(tmp_path, event("soir", place=place)))
        (one,) = library.events
        assert b"\r\nGEO:50.0;2.0\r\n" in event_text(library, one) == as_icalendar(library, one)

    def test_of_the_demo_are_those_of_icalendar(self) -> None:
        library = read_library(REPOSITORY / "content")
        for one in library.events:
            assert event_text(library, one) == as_icalendar(library, one), one.slug

    def test_of_tours_of_the_demo_are_those_of_icalendar(self) -> None:
        library = read_library(REPOSITORY / "content")
        assert library.tour_stops
        for tool, stop in library.tour_stops:
            found = Component()
            found.add("uid", f"outil-{tool.slug}.{stop.number}@{library.hub.hostname}")
            day = tool.meta.updated or tool.meta.date
            found.add("dtstamp", datetime.combine(day, time.min, tzinfo=library.hub.zone).astimezone(UTC))
            found.add("dtstart", stop.loan.start)
            found.add("dtend", stop.loan.end + timedelta(days=1))
            found.add("summary", typo(tool.meta.title))
            found.add("description", typo(tool.meta.summary))
            found.add("url", library.hub.url + stop_url(tool, stop))
            found.add("status", "CONFIRMED")
            found.add("transp", "TRANSPARENT")
            if stop.place:
                found.add("location", location(stop.place))
                if stop.place.lat is not None:
                    found.add("geo", (stop.place.lat, stop.place.lon))
            assert stop_text(library, tool, stop) == found.to_ical(), stop


class TestACalendar:
    @pytest.mark.parametrize("title", ["Un soir", "Thé, café ; eau", "Titre " + "très " * 20 + "long 🌌"])
    def test_begins_as_icalendar_begins_it(self, tmp_path: Path, title: str) -> None:
        library = read_library(write(tmp_path, hub(name=title) | event("soir", title=title)))
        offer = offers(library)[0].offers[1]
        found = Calendar()
        for name, value in (("prodid", f"-//{library.hub.hostname}//Escale//FR"), ("version", "2.0"), ("calscale", "GREGORIAN")):
            found.add(name, value)
        found.add("method", "PUBLISH")
        found.add("name", f"{title} – {offer.label}")
        found.add("x-wr-calname", f"{title} – {offer.label}")
        found.add("x-wr-timezone", library.hub.timezone)
        found.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
        found.add("description", offer.description)
        assert calendar(library, offer).startswith(bytes(found.to_ical()).removesuffix(b"END:VCALENDAR\r\n") + b"BEGIN:VTIMEZONE\r\n")

    def test_keeps_a_name_on_one_line(self, tmp_path: Path) -> None:
        library = read_library(write(tmp_path, event("soir", title="Un soir\nde pluie")))
        (one,) = library.events
        text = calendar(library, offers(library)[0].offers[1])
        assert b"SUMMARY:Un soir\\nde pluie\r\n" in text
        assert event_text(library, one) in text
