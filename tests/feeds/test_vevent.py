"""VEVENTs say what the contributions say, to icalendar and to dateutil."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from dateutil.rrule import rruleset, rrulestr
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from contributions.library.library import Library
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly
from contributions.record.values import Located, Occurrence
from contributions.words.typography import typo
from feeds.ics import calendar
from feeds.offers import offers
from feeds.text import Text
from feeds.vevent import STATUS, event_text, stop_text
from support import PLACE, REPOSITORY, Tree, event, hub, read, read_library, write
from views.cards import publisher, stop_url
from views.french import dates
from views.french.terms import practical
from views.places import one_line

pytestmark = pytest.mark.filterwarnings("ignore:Using both 'count' and 'until'")

ZONES = ["Europe/Paris", "America/Guadeloupe", "Pacific/Noumea", "Africa/Dakar", "UTC"]
RULES = {
    "FREQ=WEEKLY;BYDAY=TU;COUNT=10": "FREQ=WEEKLY;COUNT=10;BYDAY=TU",
    "COUNT=5;FREQ=MONTHLY;BYDAY=+1MO,-1FR": "FREQ=MONTHLY;COUNT=5;BYDAY=+1MO,-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=+05,-1;UNTIL=20270301": "FREQ=MONTHLY;UNTIL=20270301T225959Z;BYMONTHDAY=5,-1",
    "WKST=MO;FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;UNTIL=20270101T120000": "FREQ=WEEKLY;UNTIL=20270101T110000Z;INTERVAL=2;BYDAY=SA,SU;WKST=MO",
    "FREQ=YEARLY;BYMONTH=01,7;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR;COUNT=4": "FREQ=YEARLY;COUNT=4;BYDAY=MO,TU,WE,TH,FR;BYMONTH=1,7;BYSETPOS=-1",
    "FREQ=DAILY;BYHOUR=09,15;BYMINUTE=0;COUNT=12": "FREQ=DAILY;COUNT=12;BYMINUTE=0;BYHOUR=9,15",
    "UNTIL=20261231;FREQ=WEEKLY": "FREQ=WEEKLY;UNTIL=20261231T225959Z",
    "FREQ=YEARLY;BYWEEKNO=15;BYDAY=TU;COUNT=2": "FREQ=YEARLY;COUNT=2;BYDAY=TU;BYWEEKNO=15",
    "FREQ=YEARLY;BYYEARDAY=+100;COUNT=2": "FREQ=YEARLY;COUNT=2;BYYEARDAY=100",
}
"""As somebody may write them, and as calendars like them: FREQ first, numbers plain, an end in UTC."""
TRICKY = st.sampled_from(
    [",", ";", "\\", "\\N", "\\n", "\n", '"', "'", " : ", " !", "« ", " »", "1 000", "é", "œ", "字", "🌌", "\u202f", "^", "-"]
)
WORDS = st.lists(TRICKY | st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cc", "Cs", "Cn"]), max_size=20), max_size=7)
WORDS_ = WORDS.map("".join)


def components(text: bytes) -> list[Any]:
    """VEVENTs, read; icalendar's types are unions of every property there is."""
    return list(Calendar.from_ical(b"BEGIN:VCALENDAR\r\n" + text + b"END:VCALENDAR\r\n").walk("VEVENT"))


def said(component: Any) -> dict[str, Any]:
    """What a VEVENT says: text as text, times as times."""
    texts = {name: str(component[name]) for name in ("UID", "SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "URL") if name in component}
    times = {name: component[name].dt for name in ("DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND") if name in component}
    geo = {"GEO": (component["GEO"].latitude, component["GEO"].longitude)} if "GEO" in component else {}
    return texts | times | geo


STATES = {
    "programme": ("", ""),
    "annule": ("Annulé", "Ce rendez-vous est annulé."),
    "reporte": ("Reporté", "Ce rendez-vous est reporté : la nouvelle date sera annoncée ici."),
    "complet": ("Complet", "Ce rendez-vous est complet."),
    "passe-en-ligne": ("Passé en ligne", "Ce rendez-vous se tient désormais en ligne."),
    "reprogramme": ("Reprogrammé", "Ce rendez-vous a changé de date."),
}
"""How each state is said, before a title and in a sentence."""


def where(place: Located | None) -> dict[str, Any]:
    """The properties of a place."""
    if place is None:
        return {}
    return {"LOCATION": one_line(place)} | ({"GEO": (place.lat, place.lon)} if place.lat is not None else {})


def meant(library: Library, event: Contribution[Any], shown: Occurrence) -> dict[str, Any]:
    """What the VEVENT of a showing must say."""
    meta, own = event.meta, library.hub
    name = f"{event.slug}.{shown.name}" if shown.name else event.slug
    revised = datetime.combine(last_revised(library, event), time.min, tzinfo=own.zone).astimezone(UTC)
    mark, sentence = STATES[shown.status]
    if shown.status == "reprogramme" and meta.previous_start:
        sentence = f"Reprogrammé : ce rendez-vous était prévu le {dates.precise(meta.previous_start)}."
    schools, professionals = shown.audience == "scolaires", meta.visibility == "professionnels"
    mark = mark or ("Scolaires" if schools else "Professionnels" if professionals else "")
    for_whom = ["Ce rendez-vous est réservé aux scolaires."] if schools else []
    for_whom += ["Réservé aux professionnels et professionnelles."] if professionals else []
    known = [typo(meta.summary), sentence, *for_whom, *practical(meta, schools=schools)]
    lines = [*known, publisher(library, event).label, own.url + event.url]
    found = {
        "UID": f"{name}@{own.hostname}",
        "DTSTAMP": revised,
        "LAST-MODIFIED": revised,
        "SUMMARY": f"{mark} : {typo(meta.title)}" if mark else typo(meta.title),
        "DESCRIPTION": "\n".join(line for line in lines if line),
        "URL": own.url + event.url,
        "STATUS": STATUS.get(shown.status, "CONFIRMED"),
    }
    found |= {"LOCATION": meta.online_url or "En ligne"} if shown.mode == "en-ligne" else where(shown.place)
    if not shown.start.clock:
        return found | {"DTSTART": shown.start.day, "DTEND": (shown.end or shown.start).day + timedelta(days=1)}
    found["DTSTART"] = shown.start.moment.replace(tzinfo=own.zone)
    if shown.end and shown.end.moment > shown.start.moment:
        found["DTEND"] = shown.end.moment.replace(tzinfo=own.zone)
    return found


def last_revised(library: Library, event: Contribution[Any]) -> date:
    """The day of `updated`, else of `date`: the parent's where that is later, and the event leaves out when or where it is."""
    found = [event.meta.updated or event.meta.date]
    if {"slots", "recurrence", "place"} & set(event.whole.inherited):
        above: Any = library.by_key["event", event.meta.parent].meta
        found.append(above.updated or above.date)
    return max(found)


def revisions(meta: Any) -> int:
    """What SEQUENCE must be: the days from publication to revision, and what the editor adds."""
    return max(((meta.updated or meta.date) - meta.date).days, 0) + meta.sequence


def expected(library: Library, event: Contribution[Any]) -> list[dict[str, Any]]:
    """What the VEVENTs of an event must say."""
    if monthly(event):
        return []
    if rule := event.meta.recurrence:
        place = event.places[0] if event.places else None
        return [meant(library, event, event.showings[0]._replace(name="", start=rule.start, end=rule.end, place=place))]
    return [meant(library, event, shown) for shown in event.showings]


def recurring(rule: str, *, timed: bool = True, **keys: Any) -> dict[str, Any]:
    """A recurrence that begins on the first date of its rule from 6 October 2026 on."""
    first = rrulestr(rule, dtstart=datetime(2026, 10, 6, 18 if timed else 0))[0]
    length, form = (timedelta(minutes=90), "%Y-%m-%d %H:%M") if timed else (timedelta(days=1), "%Y-%m-%d")
    return {"start": first.strftime(form), "end": (first + length).strftime(form), "rule": rule, **keys}


def repeated(component: Any) -> list[datetime]:
    """When a repetition takes place, as dateutil has it: local times, or the midnights of whole days."""
    first, found = component["DTSTART"].dt, rruleset()
    start = first if isinstance(first, datetime) else datetime.combine(first, time.min)
    rule: Any = rrulestr(component["RRULE"].to_ical().decode(), dtstart=start)
    found.rrule(rule)
    for left_out in component["EXDATE"].dts if "EXDATE" in component else []:
        day = left_out.dt
        found.exdate(day if isinstance(day, datetime) else datetime.combine(day, time.min))
    return [moment.replace(tzinfo=None) for moment in found]


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
        found[-1] |= {"status": draw(st.sampled_from(sorted(STATES)))} if draw(st.booleans()) else {}
    return found


@st.composite
def recurrences(draw: st.DrawFn) -> dict[str, Any]:
    """A rule from one morning or day on, with or without exceptions."""
    rule = draw(st.sampled_from(list(RULES)))
    found = recurring(rule, timed="BYHOUR" in rule or draw(st.booleans()))
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
            st.sampled_from(
                [
                    {},
                    {"updated": "2026-03-29"},
                    {"updated": "2026-11-20"},
                    {"event_status": "annule"},
                    {"aliases": [f"/agenda/avant-{number}/"]},
                ]
            )
        )
        keys |= draw(st.sampled_from([{}, {"booking": {"url": "https://musee.example/a,b;c"}}, {"publisher": {"name": "Cie, « X » ; Y"}}]))
        keys |= {"place": PLACE | {"name": "Lieu " + draw(WORDS_)}}
        keys |= draw(st.sampled_from([{}, {"place": None, "mode": "en-ligne", "online_url": "https://visio.example/?a=1,2;3"}]))
        tree |= event(f"soir-{number}", **keys)
    return tree


class TestTheEvents:
    @settings(max_examples=40)
    @given(trees())
    def test_of_any_region_say_what_was_written(self, tree: Tree) -> None:
        with TemporaryDirectory() as folder:
            library = read(write(Path(folder), tree)).library
            assert library is not None
            found: list[Any] = [c for c in library.all if c.kind == "event"]
            assume(found)
            for one in found:
                read_again = components(event_text(library, one))
                assert [said(component) for component in read_again] == expected(library, one)
                for component in read_again:
                    assert component["SEQUENCE"] == revisions(one.meta)
                    assert [str(label) for label in component["CATEGORIES"].cats] == [library.hub.themes[t] for t in one.meta.themes]

    @pytest.mark.parametrize(
        ("rule", "timed"), [(rule, timed) for rule in RULES for timed in (True, False) if timed or "BYHOUR" not in rule]
    )
    @pytest.mark.parametrize("except_", [{}, {"except": ["2026-11-03", "2026-12-01"]}])
    def test_that_repeat_do_so_when_the_page_says(self, tmp_path: Path, rule: str, timed: bool, except_: dict[str, Any]) -> None:
        library = read_library(write(tmp_path, event("soir", recurrence=recurring(rule, timed=timed) | except_)))
        (one,) = library.events
        (component,) = components(event_text(library, one))
        found, shown = repeated(component), [shown.start.moment for shown in one.showings]
        assert found == shown
        assert ("EXDATE" in component) == bool(except_)

    @pytest.mark.parametrize(("rule", "plain"), RULES.items())
    def test_that_repeat_have_a_rule_that_any_calendar_reads(self, tmp_path: Path, rule: str, plain: str) -> None:
        library = read_library(write(tmp_path, event("soir", recurrence=recurring(rule))))
        (one,) = library.events
        assert f"\r\nRRULE:{plain}\r\n".encode() in event_text(library, one).replace(b"\r\n ", b"")

    def test_have_whole_degrees_as_numbers_with_a_point(self, tmp_path: Path) -> None:
        place = {"name": "Halle", "postcode": "80270", "city": "Airaines", "lat": 50, "lon": 2}
        library = read_library(write(tmp_path, event("soir", place=place)))
        (one,) = library.events
        assert b"\r\nGEO:50.0;2.0\r\n" in event_text(library, one)

    @pytest.mark.parametrize(
        ("zone", "start"),
        [("Europe/Paris", b";TZID=Europe/Paris:20261128T140000"), ("Africa/Dakar", b":20261128T140000Z"), ("UTC", b":20261128T140000Z")],
    )
    def test_name_their_zone_but_where_it_is_utc(self, tmp_path: Path, zone: str, start: bytes) -> None:
        library = read_library(write(tmp_path, hub(timezone=zone) | event("soir")))
        (one,) = library.events
        assert b"\r\nDTSTART" + start + b"\r\n" in event_text(library, one)

    def test_of_the_demo_say_what_was_written(self) -> None:
        library = read_library(REPOSITORY / "content")
        for one in library.events:
            assert [said(component) for component in components(event_text(library, one))] == expected(library, one), one.slug

    def test_of_tours_of_the_demo_say_what_was_written(self) -> None:
        library = read_library(REPOSITORY / "content")
        recent = [entry for entry in library.tour_stops if entry[1].last_day >= library.today - timedelta(days=60)]
        assert recent
        for tool, stop in recent:
            (component,) = components(stop_text(library, tool, stop))
            day = tool.meta.updated or tool.meta.date
            assert said(component) == where(stop.place) | {
                "UID": f"{tool.slug}.pret.{stop.loan.start:%Y%m%d}@{library.hub.hostname}",
                "DTSTAMP": datetime.combine(day, time.min, tzinfo=library.hub.zone).astimezone(UTC),
                "LAST-MODIFIED": datetime.combine(day, time.min, tzinfo=library.hub.zone).astimezone(UTC),
                "DTSTART": stop.loan.opens or stop.loan.start,
                "DTEND": (stop.loan.closes or stop.loan.end) + timedelta(days=1),
                "SUMMARY": typo(tool.meta.title),
                "DESCRIPTION": str(component["DESCRIPTION"]),
                "STATUS": "CONFIRMED",
                "URL": library.hub.url + stop_url(tool, stop),
            }, stop
            assert str(component["TRANSP"]) == "TRANSPARENT"
            assert component["SEQUENCE"] == (day - tool.meta.date).days
            lines = str(component["DESCRIPTION"]).split("\n")
            assert (lines[0], lines[-1]) == (typo(tool.meta.summary), library.hub.url + stop_url(tool, stop))


class TestACalendar:
    @pytest.mark.parametrize("title", ["Un soir", "Thé, café ; eau", "C:\\Nuit", "Titre " + "très " * 20 + "long 🌌"])
    def test_says_who_made_it_and_what_it_is(self, tmp_path: Path, title: str) -> None:
        library = read_library(write(tmp_path, hub(name=title) | event("soir", title=title)))
        offer = offers(library)[0].offers[1]
        found: Any = Calendar.from_ical(calendar(library, offer))
        assert {
            name: found[name].to_ical().decode() for name in ("VERSION", "CALSCALE", "METHOD", "REFRESH-INTERVAL", "X-PUBLISHED-TTL")
        } == {
            "VERSION": "2.0",
            "CALSCALE": "GREGORIAN",
            "METHOD": "PUBLISH",
            "REFRESH-INTERVAL": "PT12H",
            "X-PUBLISHED-TTL": "PT12H",
        }
        name = Text(f"{title} – {offer.label}").to_ical().decode()  # icalendar reads names as they stand
        assert {name: str(found[name]) for name in ("PRODID", "NAME", "X-WR-CALNAME", "X-WR-TIMEZONE", "DESCRIPTION")} == {
            "PRODID": f"-//{library.hub.hostname}//Escale//FR",
            "NAME": name,
            "X-WR-CALNAME": name,
            "X-WR-TIMEZONE": "Europe/Paris",
            "DESCRIPTION": "Tous les rendez-vous.",
        }

    def test_keeps_a_name_on_one_line(self, tmp_path: Path) -> None:
        library = read_library(write(tmp_path, event("soir", title="Un soir\nde pluie")))
        (one,) = library.events
        text = calendar(library, offers(library)[0].offers[1])
        assert b"SUMMARY:Un soir\\nde pluie\r\n" in text
        assert event_text(library, one) in text
