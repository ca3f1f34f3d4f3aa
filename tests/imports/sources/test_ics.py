"""What a calendar of others gives."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from contributions.library.library import Library
from imports.sources.ics import read
from imports.taken import Given, Taken, UnreadableSource
from publishing.page import Document
from support import event, hub, made, read_library, write
from support_calendars import GIVEN, GOLDEN, as_json, calendar, compared
from support_limits import in_bounded_time

FILES = sorted((GOLDEN / "ics").glob("*.ics"))


def only(*events: str, head: str = "") -> Taken:
    [taken] = read(calendar(*events, head=head), GIVEN).taken
    return taken


def told(*events: str, head: str = "") -> list[str]:
    return [refusal.message for refusal in read(calendar(*events, head=head), GIVEN).refused]


def timed(start: str, **more: str) -> str:
    return "\n".join(["UID:a@exemple.fr", "SUMMARY:Atelier", f"DTSTART;TZID=Europe/Paris:{start}", *(f"{k}:{v}" for k, v in more.items())])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_calendar_gives_what_it_gave(file: Path, request: pytest.FixtureRequest) -> None:
    reading = read(file.read_bytes(), GIVEN)
    compared(file.with_suffix(".json"), as_json(reading), refresh=bool(request.config.getoption("--refresh-golden")))


class TestBytes:
    def test_line_ends_marks_and_folds_make_no_difference(self) -> None:
        bare = calendar(timed("20261205T140000", DESCRIPTION="Été à Amiens, où l’on vient"))
        folded = bare.replace("Été".encode(), b"\xc3\n \x89t\xc3\n \xa9")
        for data in (
            bare.replace(b"\n", b"\r\n"),
            bare.replace(b"\n", b"\r"),
            b"\xef\xbb\xbf" + bare,
            folded,
            bare.decode().encode("utf-16"),
        ):
            assert read(data, GIVEN).taken == read(bare, GIVEN).taken

    def test_latin_letters_are_read(self) -> None:
        data = calendar("UID:a\nSUMMARY:Été\nDTSTART:20261205").decode().encode("latin-1")
        assert read(data, GIVEN).taken[0].values["title"] == "Été"

    @pytest.mark.parametrize("data", [b"", b"rien", b"<html></html>", b"BEGIN:VEVENT\nEND:VEVENT\n", b"\0" * 1000])
    def test_what_is_no_calendar_is_told(self, data: bytes) -> None:
        with pytest.raises(UnreadableSource, match=r"\.$"):
            read(data, GIVEN)

    def test_a_calendar_that_breaks_off_does_not_say_that_the_rest_is_gone(self) -> None:
        reading = read(calendar(timed("20261205T140000")).partition(b"END:VEVENT")[0], GIVEN)
        assert len(reading.taken) == 1
        assert not reading.whole

    def test_an_event_that_is_refused_is_not_gone(self) -> None:
        reading = read(calendar(timed("20261205T140000"), "UID:b\nSUMMARY:b\nDTSTART;TZID=Lune/Mer:20261205T140000"), GIVEN)
        assert len(reading.taken) == 1
        assert not reading.whole
        assert reading.refused[0].at.startswith("UID b ")


class TestTimes:
    def test_the_end_of_whole_days_is_included(self) -> None:
        assert only("UID:a\nDTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261208").values["slots"] == [
            {"start": "2026-12-05", "end": "2026-12-07"}
        ]

    def test_a_day_of_until_is_included(self) -> None:
        slots = only(timed("20261201T180000", RRULE="FREQ=WEEKLY;UNTIL=20261215")).values["slots"]
        assert [slot["start"] for slot in slots] == ["2026-12-01 18:00", "2026-12-08 18:00", "2026-12-15 18:00"]

    def test_an_event_in_universal_time_keeps_the_hour_of_its_calendar_when_it_repeats(self) -> None:
        one = "UID:a\nDTSTART:20261020T160000Z\nRRULE:FREQ=WEEKLY;COUNT=2"
        assert [slot["start"] for slot in only(one).values["slots"]] == ["2026-10-20 18:00", "2026-10-27 17:00"]
        named = only(one, head="X-WR-TIMEZONE:Europe/Paris\n")
        assert [slot["start"] for slot in named.values["slots"]] == ["2026-10-20 18:00", "2026-10-27 18:00"]

    def test_a_rule_without_end_that_means_the_same_here_stays_a_rule(self) -> None:
        rule = only(timed("20261006T180000", DURATION="PT2H", RRULE="FREQ=WEEKLY;BYDAY=TU")).values["recurrence"]
        assert rule == {"start": "2026-10-06 18:00", "end": "2026-10-06 20:00", "rule": "FREQ=WEEKLY;BYDAY=TU"}

    def test_another_zone_s_rule_without_end_is_a_year_of_slots_and_told(self) -> None:
        one = "UID:a\nDTSTART;TZID=America/New_York:20261006T080000\nRRULE:FREQ=WEEKLY"
        slots = only(one).values["slots"]
        assert (slots[0]["start"], slots[-1]["start"], len(slots)) == ("2026-12-01 14:00", "2027-12-28 14:00", 57)
        assert any("sans fin" in message for message in told(one))

    def test_the_next_day_says_the_same_of_a_rule_without_end(self) -> None:
        data = calendar("UID:a\nDTSTART;TZID=America/New_York:20261006T080000\nRRULE:FREQ=DAILY")
        later = Given("source", GIVEN.hub, GIVEN.today.replace(day=28))
        assert read(data, GIVEN) == read(data, later)

    def test_more_showings_than_an_event_may_have_are_told(self) -> None:
        one = timed("20261205T140000", RRULE="FREQ=DAILY;COUNT=1000")
        assert len(only(one).values["slots"]) == 800
        assert told(one) == ["1000 séances, et 800 au plus : 200 ne sont pas reprises."]

    @pytest.mark.parametrize(
        "rule", ["FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=0", "toujours", "FREQ=HOURLY;COUNT=9"]
    )
    def test_a_rule_that_no_event_has_leaves_the_first_showing(self, rule: str) -> None:
        one = timed("20261205T140000", RRULE=rule)
        assert only(one).values["slots"] == [{"start": "2026-12-05 14:00"}]
        assert told(one)

    def test_slots_of_a_place_do_not_overlap(self) -> None:
        one = timed("20261205T140000", DURATION="PT3H", RDATE="20261205T150000")
        assert only(one).values["slots"] == [{"start": "2026-12-05 14:00", "end": "2026-12-05 17:00"}]
        assert "chevauch" in told(one)[0] or "avant la fin" in told(one)[0]

    def test_a_calendar_that_cancels_cancels_its_events(self) -> None:
        assert only(timed("20261205T140000"), head="METHOD:CANCEL\n").values["event_status"] == "annule"


class TestWhereabouts:
    @pytest.mark.parametrize(
        ("location", "place"),
        [
            (
                "Musée, 3 rue de la Lune, 80000 Amiens",
                {"name": "Musée", "address": "3 rue de la Lune", "postcode": "80000", "city": "Amiens"},
            ),
            ("Musée - Salle B, 80000 Amiens, France", {"name": "Musée - Salle B", "postcode": "80000", "city": "Amiens"}),
            ("3 rue de la Lune, 80000 Amiens", {"name": "3 rue de la Lune", "postcode": "80000", "city": "Amiens"}),
            (
                "Musée\\n3 rue de la Lune\\n80000 Amiens",
                {"name": "Musée", "address": "3 rue de la Lune", "postcode": "80000", "city": "Amiens"},
            ),
            ("Musée (80000 Amiens)", {"name": "Musée", "postcode": "80000", "city": "Amiens"}),
            ("Musée, Amiens", {"name": "Musée", "city": "Amiens"}),
            ("Amiens", {"city": "Amiens"}),
            ("Salle des fêtes", {"name": "Salle des fêtes"}),
            ("Musée, Ailleurs-sur-Rien", {"name": "Musée, Ailleurs-sur-Rien"}),
        ],
    )
    def test_a_line_is_parted_where_it_is_sure(self, location: str, place: dict[str, Any]) -> None:
        assert only(timed("20261205T140000", LOCATION=location.replace(",", "\\,"))).values["place"] == place

    def test_an_address_of_the_web_is_no_place(self) -> None:
        values = only(timed("20261205T140000", LOCATION="https://visio.example/salle")).values
        assert (values["mode"], values["online_url"]) == ("en-ligne", "https://visio.example/salle")


class TestPersons:
    def test_nobody_of_the_source_is_written(self) -> None:
        one = timed(
            "20261205T140000",
            ATTENDEE="mailto:jeanne.petit@exemple.fr",
            CONTACT="Jeanne Petit, jeanne.petit@exemple.fr, 06 12 34 56 78",
            DESCRIPTION="Écrire à jeanne.petit@exemple.fr",
        ).replace("ATTENDEE:", "ATTENDEE;CN=Jeanne Petit:")
        taken = only(f"{one}\nORGANIZER;CN=Jeanne Petit:mailto:jeanne.petit@exemple.fr")
        assert "eanne" not in str(taken)
        assert "06 12" not in str(taken)

    @pytest.mark.parametrize(
        ("name", "organiser"), [("Musée de la Craie", "Musée de la Craie"), ("Jeanne Petit", ""), ("Mme Petit", ""), ("Ondine", "")]
    )
    def test_an_organiser_is_named_where_it_is_surely_no_person(self, name: str, organiser: str) -> None:
        assert only(f"{timed('20261205T140000')}\nORGANIZER;CN={name}:mailto:x@exemple.fr").organiser == organiser


class TestIdentity:
    def test_without_uid_the_same_event_has_the_same_identity(self) -> None:
        one = "SUMMARY:Atelier\nDTSTART:20261205T140000"
        assert only(one).id == only(f"{one}\nDESCRIPTION:Autre texte").id
        assert only(one).id != only(one.replace("Atelier", "Visite")).id

    def test_one_uid_for_all_events_makes_none_of_them_lost(self) -> None:
        data = calendar("UID:x\nSUMMARY:Un\nDTSTART:20261205", "UID:x\nSUMMARY:Deux\nDTSTART:20261206")
        assert sorted(taken.id for taken in read(data, GIVEN).taken) == ["x", "x#20261206"]

    def test_showings_of_one_uid_and_title_are_one_event(self) -> None:
        data = ("UID:x\nSUMMARY:Un\nDTSTART:20261205", "UID:x\nSUMMARY:Un\nDTSTART:20261206")
        assert only(*data).values["slots"] == [{"start": "2026-12-05"}, {"start": "2026-12-06"}]


class TestHostile:
    @pytest.mark.parametrize(
        "data",
        [
            calendar(timed("20261205T140000", RDATE=",".join(f"2027{m:02}{d:02}T{h:02}0000" for m in range(1, 13) for d in range(1, 29) for h in range(24)))),
            calendar(*[timed("20261205T140000", RRULE="FREQ=DAILY").replace("a@", f"{n}@") for n in range(100)]),
            calendar(timed("19700101T000000", RRULE="FREQ=DAILY;COUNT=999999")),
            calendar("UID:a\nDTSTART;TZID=T:20261205T140000", head="BEGIN:VTIMEZONE\nTZID:T\nBEGIN:STANDARD\nDTSTART:16010101T000000\nRRULE:FREQ=SECONDLY\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\n"),
            b"BEGIN:VCALENDAR\n" * 20_000,
            b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\n" * 20_000,
            calendar("UID:a\nDTSTART:20261205\nDESCRIPTION:" + "<b>" * 500_000),
            calendar("UID:a\nDTSTART:20261205\nDESCRIPTION:x" + "\nx" * 200_000),
        ],
        ids=range(8),
    )  # fmt: skip
    def test_what_was_made_to_take_long_does_not(self, data: bytes) -> None:
        with in_bounded_time():
            reading = read(data, GIVEN)
        assert all(len(taken.values.get("slots", ())) <= 800 for taken in reading.taken)

    def test_scripts_and_paths_are_words(self) -> None:
        taken = only(
            "UID:../../x\nSUMMARY:<script>alert(1)</script>Nuit\nDTSTART:20261205\nURL:javascript:alert(1)\nDESCRIPTION:<img onerror=x>"
        )
        assert taken.values == {"title": "Nuit", "slots": [{"start": "2026-12-05"}]}
        assert taken.body == ""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    slots = [
        {"start": "2026-12-05 14:00", "end": "2026-12-05 16:00"},
        {"start": "2026-12-06 14:00", "end": "2026-12-06 16:00", "status": "annule"},
        {"start": "2026-12-10 09:00", "end": "2026-12-10 10:00", "for": "scolaires", "id": "ecoles"},
        {"start": "2027-03-28 10:00", "end": "2027-03-28 11:00", "status": "complet"},
    ]
    rule = {"start": "2026-12-02 18:00", "end": "2026-12-02 19:00", "rule": "FREQ=WEEKLY;BYDAY=WE;COUNT=4", "except": ["2026-12-16"]}
    tree = {
        **hub(),
        **event("nuit", slots=slots),
        **event("fete", slots=[{"start": "2026-12-04", "end": "2026-12-06"}]),
        **event("mercredis", recurrence=rule),
        **event("direct", slots=slots[:1], mode="en-ligne", online_url="https://direct.example/", place=None),
    }
    return read_library(write(tmp_path_factory.mktemp("own") / "content", tree), GIVEN.today)


class TestOurOwn:
    """What this house publishes comes back: each showing, in its state."""

    def test_the_published_agenda_gives_the_same_showings(self, library: Library) -> None:
        [agenda] = [item.content for item in made(library) if isinstance(item, Document) and item.path == "/agenda.ics"]
        reading = read(agenda, GIVEN)
        assert reading.refused == ()
        found = {taken.id.partition("@")[0]: taken.values for taken in reading.taken}
        assert {slug: len(values["slots"]) for slug, values in found.items()} == {"nuit": 4, "fete": 1, "mercredis": 3, "direct": 1}
        assert [(slot["start"], slot["end"], slot.get("status"), slot.get("for")) for slot in found["nuit"]["slots"]] == [
            ("2026-12-05 14:00", "2026-12-05 16:00", None, None),
            ("2026-12-06 14:00", "2026-12-06 16:00", "annule", None),
            ("2026-12-10 09:00", "2026-12-10 10:00", None, "scolaires"),
            ("2027-03-28 10:00", "2027-03-28 11:00", "complet", None),
        ]
        assert found["fete"]["slots"] == [{"start": "2026-12-04", "end": "2026-12-06"}]
        assert [slot["start"] for slot in found["mercredis"]["slots"]] == ["2026-12-02 18:00", "2026-12-09 18:00", "2026-12-23 18:00"]
        assert found["direct"]["online_url"] == "https://direct.example/"
        assert {values["title"] for values in found.values()} == {library.page("event", slug).meta.title for slug in found}
        assert found["nuit"]["place"] == {**found["nuit"]["place"], "name": "Médiathèque du Moulin", "address": "12 rue des Tanneurs", "postcode": "80100", "city": "Abbeville"}  # fmt: skip
