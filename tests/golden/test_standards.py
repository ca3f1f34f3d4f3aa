"""Feeds and calendars read by other programs than the one that writes them, and held against their standards."""

import csv
import io
import json
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import feedparser
import pytest
from bs4 import BeautifulSoup
from dateutil.rrule import rruleset, rrulestr
from icalendar import Calendar

from contributions.library.library import Library
from contributions.media.pictures import published
from opendata.table import as_csv, cells
from publishing.page import Document
from support import ORIGIN, TODAY, made, read_library

CONTENT = Path(__file__).parent / "content"
PARIS = ZoneInfo("Europe/Paris")


def documents() -> Iterator[Document]:
    """Every file for machines of the small region."""
    library = read_library(CONTENT)
    for item in made(library):
        if isinstance(item, Document):
            yield item


MADE = {document.path: document.content for document in documents()}
FEEDS = {path for path in MADE if path.startswith("/flux/")}
every_feed = pytest.mark.parametrize("path", [path for path in MADE if path in FEEDS and path.endswith(".xml")])
every_calendar = pytest.mark.parametrize("path", [path for path in MADE if path.endswith(".ics")])
every_table = pytest.mark.parametrize("path", [path for path in MADE if path.endswith(".csv")])


def events(path: str) -> list[Any]:
    """The VEVENTs of a calendar; icalendar's types are unions of every property there is."""
    return list(Calendar.from_ical(MADE[path]).walk("VEVENT"))


class TestFeeds:
    @every_feed
    def test_are_read_by_another_parser(self, path: str) -> None:
        found = feedparser.parse(MADE[path])
        assert not found.bozo
        assert found.version == "rss20"

    @every_feed
    def test_have_what_a_channel_needs(self, path: str) -> None:
        channel = feedparser.parse(MADE[path]).feed
        assert channel.title
        assert channel.subtitle
        assert channel.language == "fr"
        assert channel.link.startswith(f"{ORIGIN}/")
        assert channel.link.endswith("/"), "the channel's link is a page, not the feed"
        assert [link.href for link in channel.links if link.rel == "self"] == [ORIGIN + path]

    @every_feed
    def test_have_unique_stable_ids(self, path: str) -> None:
        ids = [entry.id for entry in feedparser.parse(MADE[path]).entries]
        assert len(set(ids)) == len(ids)
        assert all(entry.startswith(f"{ORIGIN}/") for entry in ids)

    @every_feed
    def test_are_never_dated_in_the_future(self, path: str) -> None:
        found = feedparser.parse(MADE[path])
        midnight = datetime.combine(TODAY, datetime.min.time(), tzinfo=PARIS) + timedelta(days=1)
        for entry in found.entries:
            assert datetime.fromtimestamp(timegm(entry.published_parsed), UTC) < midnight

    @every_feed
    def test_show_the_newest_first(self, path: str) -> None:
        dates = [entry.published_parsed for entry in feedparser.parse(MADE[path]).entries]
        assert dates == sorted(dates, reverse=True)

    @every_feed
    def test_have_absolute_addresses_only(self, path: str) -> None:
        for entry in feedparser.parse(MADE[path]).entries:
            soup = BeautifulSoup(entry.content[0].value, "html.parser")
            for tag in [*soup.find_all("a", href=True), *soup.find_all("img")]:
                assert urlsplit(str(tag.get("href") or tag.get("src"))).scheme in {"https", "http", "mailto"}, tag

    def test_know_what_was_renamed_by_its_id_whatever_its_aliases(self) -> None:
        entries = feedparser.parse(MADE["/flux/agenda.xml"]).entries
        (entry,) = (entry for entry in entries if entry.link.endswith("/agenda/renommee/"))
        assert entry.id == f"{ORIGIN}/agenda/nuit-du-zodiaque/"
        assert not entry.guidislink

    def test_have_enclosures_with_their_length(self) -> None:
        entries = feedparser.parse(MADE["/flux/articles.xml"]).entries
        (enclosure,) = entries[0].enclosures
        assert (enclosure.href, enclosure.type) == (f"{ORIGIN}/images/lune.png", "image/png")
        assert int(enclosure.length) == len(published(CONTENT / "images" / "lune.png"))

    def test_of_the_letter_have_an_item_a_week(self) -> None:
        entries = feedparser.parse(MADE["/flux/newsletter.xml"]).entries
        assert [entry.link for entry in entries][:2] == [f"{ORIGIN}/newsletter/2026-w47/", f"{ORIGIN}/newsletter/2026-w46/"]
        assert entries[0].title == "Les premières étoiles"
        assert "<em>bon ciel</em>" in entries[0].content[0].value

    def test_of_the_contract_are_all_there(self) -> None:
        wanted = {"nouveautes", "newsletter", "agenda", "outils", "articles", "annonces", "ressources", "dossiers", "presse"}
        wanted |= {f"themes/{theme}" for theme in ("astronomie", "sciences-de-la-terre")}
        wanted |= {f"territoires/{code}" for code in ("02", "59", "60", "62", "80")}
        wanted |= {f"publics/{audience}" for audience in ("tout-public", "famille")}
        wanted |= {"annuaire/musee-du-ciel", "dossiers/mois-du-ciel"}
        assert {f"/flux/{name}.{ending}" for name in wanted for ending in ("xml", "json")} | {"/flux/tout.opml"} == FEEDS


class TestCalendars:
    @every_calendar
    def test_end_their_lines_with_crlf_and_fold_them(self, path: str) -> None:
        text = MADE[path]
        assert text.endswith(b"END:VCALENDAR\r\n")
        assert text.count(b"\n") == text.count(b"\r\n") == text.count(b"\r")
        for line in text.split(b"\r\n"):
            assert len(line) <= 75, line
            line.decode()  # no fold cuts a character

    @every_calendar
    def test_tell_every_zone_they_use(self, path: str) -> None:
        text = MADE[path].decode()
        zones = {str(zone["TZID"]) for zone in Calendar.from_ical(text).walk("VTIMEZONE")}
        used = {"Europe/Paris"} if ";TZID=" in text else set()
        assert text.count(";TZID=") == text.count(";TZID=Europe/Paris:")
        assert used <= zones <= {"Europe/Paris"}

    @every_calendar
    def test_have_a_component_as_the_standard_wants_although_nothing_happens(self, path: str) -> None:
        assert Calendar.from_ical(MADE[path]).subcomponents

    @every_calendar
    def test_have_unique_uids_and_a_stamp_in_utc(self, path: str) -> None:
        found = events(path)
        uids = [str(event["UID"]) for event in found]
        assert len(set(uids)) == len(uids)
        assert all(uid.endswith("@escale.example") for uid in uids)
        for component in events(path):
            assert component["DTSTAMP"].dt.utcoffset() == timedelta()
            assert component["DTSTAMP"].dt.astimezone(PARIS).date() <= TODAY

    @every_calendar
    def test_end_after_they_start(self, path: str) -> None:
        for component in events(path):
            if "DTEND" in component:
                assert component["DTEND"].dt > component["DTSTART"].dt

    def test_of_one_event_have_an_entry_a_slot(self) -> None:
        found = {str(event["UID"]): event for event in events("/agenda/serie.ics")}
        assert set(found) == {f"serie.{name}@escale.example" for name in ("20261128T2000", "ecoles", "20270327T2000")}
        assert {str(event["SEQUENCE"]) for event in found.values()} == {"18"}, "16 days since the publication, and the editor's 2"
        assert str(found["serie.20270327T2000@escale.example"]["STATUS"]) == "CANCELLED"
        assert "Soissons" in str(found["serie.ecoles@escale.example"]["LOCATION"])

    def test_of_a_repetition_are_one_rule_with_its_exceptions(self) -> None:
        (event,) = events("/agenda/mardis.ics")
        assert event["RRULE"]["FREQ"] == ["WEEKLY"]
        assert event["RRULE"]["UNTIL"] == [datetime(2026, 12, 22, 22, 59, 59, tzinfo=UTC)]
        left_out = [moment.dt.replace(tzinfo=None) for moment in event["EXDATE"].dts]
        assert left_out == [datetime(2026, 11, 3, 18), datetime(2026, 12, 1, 18)]

    def test_of_a_repetition_show_what_the_page_shows(self) -> None:
        library = read_library(CONTENT)
        (shown,) = (event for event in library.events if event.slug == "mardis")
        (event,) = events("/agenda/mardis.ics")
        found = rruleset()
        rule: Any = rrulestr(event["RRULE"].to_ical().decode(), dtstart=event["DTSTART"].dt)
        found.rrule(rule)
        for moment in event["EXDATE"].dts:
            found.exdate(moment.dt)
        assert [moment.replace(tzinfo=None) for moment in found] == [o.start.moment for o in shown.showings]

    def test_of_whole_days_end_on_the_day_after(self) -> None:
        (event,) = events("/agenda/exposition-longue.ics")
        assert (event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat()) == ("2026-11-03", "2027-02-01")

    @pytest.mark.parametrize(
        ("slug", "status", "title"),
        [("annulee", "CANCELLED", "Annulé"), ("reportee", "TENTATIVE", "Reporté"), ("renommee", "CONFIRMED", "Reprogrammé")],
    )
    def test_keep_the_state_of_an_event(self, slug: str, status: str, title: str) -> None:
        (event,) = events(f"/agenda/{slug}.ics")
        assert str(event["STATUS"]) == status
        assert str(event["SUMMARY"]).startswith(title)

    def test_keep_the_uid_of_what_was_renamed(self) -> None:
        (event,) = events("/agenda/renommee.ics")
        assert str(event["UID"]) == "nuit-du-zodiaque.20261212T2000@escale.example"

    def test_have_no_entry_for_what_is_known_by_its_month(self) -> None:
        assert "/agenda/fete-2023.ics" not in MADE
        assert b"fete-2023" not in MADE["/agenda.ics"]

    def test_of_the_agenda_show_the_stops_of_tools(self) -> None:
        found = [event for event in events("/agenda.ics") if ".pret." in str(event["UID"])]
        assert [(str(stop["UID"]), str(stop["STATUS"])) for stop in found] == [
            ("malle-etoiles.pret.20261201@escale.example", "CONFIRMED"),
            ("malle-etoiles.pret.20270104@escale.example", "CONFIRMED"),
            ("malle-etoiles.pret.soissons@escale.example", "CANCELLED"),
        ]

    def test_say_for_a_while_what_is_announced_no_more(self) -> None:
        (gone,) = (event for event in events("/agenda.ics") if str(event["UID"]).startswith("retiree."))
        assert (str(gone["UID"]), str(gone["STATUS"])) == ("retiree.20261206T1400@escale.example", "CANCELLED")
        assert [str(event["STATUS"]) for event in events("/agenda/retiree.ics")] == ["CONFIRMED", "CONFIRMED"]

    def test_of_the_contract_are_all_there(self) -> None:
        wanted = {
            "/agenda.ics",
            "/annuaire/musee-du-ciel.ics",
            "/dossiers/mois-du-ciel.ics",
            *(f"/agenda/themes/{t}.ics" for t in ("astronomie", "sciences-de-la-terre")),
            *(f"/agenda/publics/{audience}.ics" for audience in ("tout-public", "famille")),
        }
        wanted |= {f"/agenda/territoires/{code}.ics" for code in ("02", "59", "60", "62", "80")}
        assert wanted <= set(MADE)

    def test_of_a_department_hold_what_is_in_it(self) -> None:
        uids = {str(event["UID"]) for event in events("/agenda/territoires/80.ics")}
        stops = {f"malle-etoiles.pret.{start}@escale.example" for start in ("20261201", "20270104")}
        assert uids == {"exposition-longue.20261103@escale.example"} | stops


class TestData:
    @pytest.mark.parametrize("path", [path for path in MADE if path.endswith(".csv") and path.replace(".csv", ".json") in MADE])
    def test_of_tables_and_of_json_are_the_same_records(self, path: str) -> None:
        rows = list(csv.DictReader(io.StringIO(MADE[path].decode("utf-8-sig"))))
        records = json.loads(MADE[path.replace(".csv", ".json")])
        assert [row["slug"] for row in rows] == [record["slug"] for record in records]
        assert [row["title"] for row in rows] == [record["title"] for record in records]

    @every_table
    def test_of_tables_leave_empty_what_is_not_known(self, path: str) -> None:
        for row in csv.DictReader(io.StringIO(MADE[path].decode("utf-8-sig"))):
            assert "'" not in row.values()
            assert None not in row

    @every_table
    def test_of_tables_open_in_a_spreadsheet(self, path: str) -> None:
        assert MADE[path].startswith(b"\xef\xbb\xbf")
        assert b"\r\n" in MADE[path]

    def test_of_dates_hold_what_the_pages_show(self) -> None:
        library = read_library(CONTENT)
        rows = list(csv.DictReader(io.StringIO(MADE["/donnees/evenements-dates.csv"].decode("utf-8-sig"))))
        shown = [
            (event.slug, one.start.iso, one.status, one.mode)
            for event in library.events
            if library.is_listed(event)
            for one in event.showings
        ]
        assert sorted((row["slug"], row["start"], row["status"], row["mode"]) for row in rows) == sorted(shown)
        assert {row["city"] for row in rows if row["mode"] == "en-ligne"} == {""}

    def test_have_the_address_and_the_departments(self) -> None:
        record = next(record for record in json.loads(MADE["/donnees/agenda.json"]) if record["slug"] == "serie")
        assert record["url"] == f"{ORIGIN}/agenda/serie/"
        assert record["departments"] == ["02"]
        assert record["external_ids"] == {"openagenda": "12345"}
        assert record["slots"][1]["for"] == "scolaires"

    def test_keep_consent_to_the_hub_and_name_nobody_without_it(self) -> None:
        records = json.loads(MADE["/donnees/annuaire.json"])
        assert [record["slug"] for record in records] == ["musee-du-ciel"]
        assert "consent" not in records[0]


@pytest.mark.parametrize("start", ["=1+1", "+33 6", "@x", "-x"])
def test_a_table_holds_back_what_a_spreadsheet_would_run(start: str) -> None:
    assert f"'{start}" in as_csv(lambda: [cells({"title": start})]).decode()


def test_a_library_gives_the_same_twice() -> None:
    again: Library = read_library(CONTENT)
    assert {item.path: item.content for item in made(again) if isinstance(item, Document)} == MADE
