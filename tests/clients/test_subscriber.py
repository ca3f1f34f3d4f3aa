"""A subscriber's view over a season of edits: nothing twice, nothing silently gone, and what changes is said to have changed.

Each edit is made as the check advises: what is moved or called off is `updated`, a slot that moves keeps its `id`, a file that is
renamed gets the `id` that it had, and what is no longer announced is archived rather than deleted.
"""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import feedparser
import pytest
from icalendar import Calendar

from feeds.ics import calendar
from feeds.items import feed
from feeds.offers import offers
from support import PLACE, announcement, article, event, exhibition, loan, read_library, write

FIRST_DAY = date(2026, 11, 2)
Keys = dict[str, Any]
Edit = Callable[["Desk"], None]


@dataclass
class Desk:
    """What the editor has, by kind and name of the file, and the day."""

    today: date = FIRST_DAY
    files: dict[tuple[str, str], Keys] = field(default_factory=dict)

    def of(self, slug: str) -> Keys:
        """The keys of an event."""
        return self.files["event", slug]

    def change(self, slug: str, **keys: Any) -> None:
        """Change keys of an event, and say so."""
        self.of(slug).update(keys, updated=self.today.isoformat())


@dataclass(frozen=True)
class Known:
    """What a calendar knows of an entry."""

    start: str
    title: str
    place: str
    status: str
    sequence: int
    last: date

    @property
    def said(self) -> tuple[str, str, str, str]:
        """What somebody sees of it."""
        return self.start, self.title, self.place, self.status


def desk() -> Desk:
    """A small season."""
    slots = [{"start": "2026-12-05 14:00", "end": "2026-12-05 16:00"}, {"start": "2026-12-12 14:00", "end": "2026-12-12 16:00"}]
    loans = [loan("2026-12-01", "2026-12-20", public_showing=True, city="Amiens"), loan("2027-01-10", "2027-01-20", public_showing=True)]
    rule = {"start": "2026-11-10 18:00", "end": "2026-11-10 19:00", "rule": "FREQ=WEEKLY;BYDAY=TU;COUNT=9"}
    files: dict[tuple[str, str], Keys] = {
        ("event", "ateliers"): {"title": "Ateliers du samedi", "slots": slots},
        ("event", "nuit"): {"title": "Nuit noire", "slots": [{"start": "2026-12-18 20:00", "end": "2026-12-19 01:00"}]},
        ("event", "mardis"): {"title": "Les mardis", "recurrence": rule},
        ("event", "expo"): {"title": "Grande exposition", "slots": [{"start": "2026-11-10", "end": "2027-02-28"}]},
        ("exhibition", "malle"): {"title": "La malle", "loans": loans},
        ("article", "portrait"): {"title": "Un portrait"},
        ("announcement", "appel"): {"title": "Un appel"},
    }
    return Desk(files={key: {"date": "2026-11-01", **keys} for key, keys in files.items()})


def rename(to: str) -> Edit:
    def edit(of: Desk) -> None:
        keys = of.files["event", to] = of.files.pop(("event", "nuit"))
        keys |= {"id": "nuit", "aliases": ["/agenda/nuit/"], "updated": of.today.isoformat()}

    return edit


def rename_article(of: Desk) -> None:
    of.files["article", "rencontre"] = {**of.files.pop(("article", "portrait")), "id": "portrait", "aliases": ["/articles/portrait/"]}


def slot(of: Desk, number: int, **keys: Any) -> None:
    of.change("ateliers", slots=[{**one, **(keys if at == number else {})} for at, one in enumerate(of.of("ateliers")["slots"])])


def lend(of: Desk, number: int, **keys: Any) -> None:
    tool = of.files["exhibition", "malle"]
    tool["loans"] = [{**one, **(keys if at == number else {})} for at, one in enumerate(tool["loans"])]
    tool["updated"] = of.today.isoformat()


EDITS: tuple[tuple[str, Edit], ...] = (
    ("a title", lambda of: of.change("ateliers", title="Les ateliers")),
    ("a summary", lambda of: of.change("ateliers", summary="Un autre résumé.")),
    ("a showing more, before the others", lambda of: of.change("ateliers", slots=[{"start": "2026-11-28 14:00"}, *of.of("ateliers")["slots"]])),
    ("a showing that moves", lambda of: slot(of, 1, id="20261205T1400", start="2026-12-06 15:00", end="2026-12-06 17:00")),
    ("a showing that is full", lambda of: slot(of, 2, status="complet")),
    ("a showing that is cancelled, instead of deleted", lambda of: slot(of, 0, status="annule")),
    ("slots in another order", lambda of: of.change("ateliers", slots=of.of("ateliers")["slots"][::-1])),
    ("another place", lambda of: of.change("ateliers", place={**PLACE, "name": "La halle"})),
    ("another name of the file", rename("longue-nuit")),
    ("an alias more, before the others", lambda of: of.of("longue-nuit").update(aliases=["/agenda/avant/", "/agenda/nuit/"])),
    ("aliases in another order", lambda of: of.of("longue-nuit").update(aliases=["/agenda/nuit/", "/agenda/avant/"])),
    ("an event that is postponed", lambda of: of.change("longue-nuit", event_status="reporte")),
    (
        "an event with its new date",
        lambda of: of.change(
            "longue-nuit", event_status="reprogramme", previous_start="2026-12-18 20:00", slots=[{"id": "20261218T2000", "start": "2027-01-15 20:00"}]
        ),
    ),
    ("twice in a day", lambda of: of.change("longue-nuit", title="Une longue nuit", sequence=1)),
    ("an event that moves on line", lambda of: of.change("longue-nuit", event_status="passe-en-ligne", online_url="https://visio.example/")),
    ("a showing of a repetition less", lambda of: of.change("mardis", recurrence={**of.of("mardis")["recurrence"], "except": ["2026-12-08"]})),
    ("a repetition that is cancelled", lambda of: of.change("mardis", event_status="annule")),
    ("a loan that moves", lambda of: lend(of, 0, id="20261201", start="2026-12-02", end="2026-12-22")),
    ("a loan more, before the others", lambda of: of.files["exhibition", "malle"].update(loans=[loan("2026-11-20", "2026-11-25", public_showing=True), *of.files["exhibition", "malle"]["loans"]])),
    ("a loan that is cancelled", lambda of: lend(of, 2, state="annule")),
    ("an event that is archived", lambda of: of.change("expo", status="archive")),
    ("an event that is kept for a group", lambda of: of.change("ateliers", visibility="reserve")),
    ("an event that is for all again", lambda of: of.change("ateliers", visibility="public")),
    ("an article under another name", rename_article),
)  # fmt: skip
SAME_DAY = {"twice in a day"}
SILENT = {"an alias more, before the others", "aliases in another order", "slots in another order", "a loan more, before the others"}
"""Edits that change nothing of what was announced."""
MAKERS = {"event": event, "exhibition": exhibition, "article": article, "announcement": announcement}


def season(folder: Path) -> list[tuple[str, date, dict[str, Known], dict[str, str]]]:
    """Name of the edit, day, the agenda's entries by UID, and the titles of the feed of all by guid; after each edit."""
    found, editor = [], desk()
    for number, (name, edit) in enumerate((("the beginning", lambda of: None), *EDITS)):
        editor.today += timedelta(days=name not in SAME_DAY)
        editor.files = deepcopy(editor.files)
        edit(editor)
        tree = {path: text for (kind, slug), keys in editor.files.items() for path, text in MAKERS[kind](slug, **keys).items()}
        library = read_library(write(folder / str(number), tree), editor.today)
        news, agenda = offers(library)[0].offers
        items = feedparser.parse(feed(library, news, "/flux/nouveautes.xml")).entries
        assert len({item.id for item in items}) == len(items)
        found.append((name, editor.today, entries(calendar(library, agenda)), {item.id: item.title for item in items}))
    return found


def entries(text: bytes) -> dict[str, Known]:
    events: list[Any] = list(Calendar.from_ical(text).walk("VEVENT"))
    found = {str(one["UID"]): one for one in events}
    assert len(found) == len(events)
    return {uid: known(one) for uid, one in found.items()}


def known(one: Any) -> Known:
    last = one["DTEND"].dt - timedelta(days=1) if "DTEND" in one and not hasattr(one["DTSTART"].dt, "hour") else one["DTSTART"].dt
    last = last.date() if hasattr(last, "hour") else last
    repeated = date(2027, 1, 12) if "RRULE" in one else last
    dates = one["EXDATE"].to_ical().decode() if "EXDATE" in one else ""
    return Known(
        f"{one['DTSTART'].dt.isoformat()} {dates}",
        str(one["SUMMARY"]),
        str(one.get("LOCATION", "")),
        str(one["STATUS"]),
        int(one["SEQUENCE"]),
        repeated,
    )


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, date, dict[str, Known], dict[str, str]]]:
    return season(tmp_path_factory.mktemp("season"))


def test_the_season_has_twenty_edits() -> None:
    assert len(EDITS) >= 20


def test_nothing_that_is_to_come_is_silently_gone(seen: list[Any]) -> None:
    for (_before, _day, old, _), (name, today, new, _) in pairwise(seen):
        gone = {uid for uid, entry in old.items() if uid not in new and entry.last >= today}
        assert not gone, name


def test_nothing_stands_twice(seen: list[Any]) -> None:
    for name, _day, entries, _ in seen:
        standing = [(entry.start, entry.title) for entry in entries.values() if entry.status != "CANCELLED"]
        assert len(set(standing)) == len(standing), name


def test_an_edit_brings_only_what_it_adds(seen: list[Any]) -> None:
    added = {}
    for (_before, _day, old, _), (name, _today, new, _) in pairwise(seen):
        added |= {name: sorted(uid.partition("@")[0] for uid in new.keys() - old.keys())} if new.keys() - old.keys() else {}
    assert added == {
        "a showing more, before the others": ["ateliers.20261128T1400"],
        "a loan more, before the others": ["malle.pret.20261120"],
    }


def test_what_changes_says_so(seen: list[Any]) -> None:
    for (_before, _day, old, _), (name, _today, new, _) in pairwise(seen):
        for uid in old.keys() & new.keys():
            if new[uid].said != old[uid].said:
                assert new[uid].sequence > old[uid].sequence, (name, uid)
            assert new[uid].sequence >= old[uid].sequence, (name, uid)


def test_every_edit_is_seen_but_those_that_change_nothing(seen: list[Any]) -> None:
    """So that no edit of this season is one that the agenda does not hold."""
    still = {
        name
        for (_b, _d, old, news), (name, _t, new, later) in pairwise(seen)
        if {uid: entry.said for uid, entry in old.items()} == {uid: entry.said for uid, entry in new.items()} and news == later
    }
    assert still == {*SILENT, "a summary", "another name of the file", "an article under another name"} - {"a loan more, before the others"}


def test_an_item_of_a_feed_keeps_its_guid(seen: list[Any]) -> None:
    *_, (_name, _day, _entries, first) = seen[:1]
    for name, _today, _entries, later in seen[1:]:
        assert later.keys() <= first.keys(), name
    assert seen[-1][3].keys() == first.keys() - {"https://escale.example/agenda/expo/"}, "archived: it leaves the feed"


def test_after_sixty_days_nothing_is_left_of_what_was_withdrawn(tmp_path: Path) -> None:
    def agenda(today: date) -> set[str]:
        keys = {"status": "archive", "updated": "2026-11-20", "slots": [{"start": "2026-12-05 14:00"}, {"start": "2026-11-10 14:00"}]}
        library = read_library(write(tmp_path / today.isoformat(), event("expo", date="2026-11-01", **keys)), today)
        return {f"{uid} {entry.status}" for uid, entry in entries(calendar(library, offers(library)[0].offers[1])).items()}

    cancelled = {"expo.20261205T1400@escale.example CANCELLED"}
    assert [agenda(date(2026, 11, 20) + timedelta(days=days)) for days in (0, 60, 61)] == [cancelled, cancelled, set()]


@pytest.mark.parametrize("visibility", ["professionnels", "reserve"])
def test_a_tour_that_is_not_for_all_any_more_is_cancelled(tmp_path: Path, visibility: str) -> None:
    keys = {"loans": [loan("2026-12-01", "2026-12-20", public_showing=True)], "updated": "2026-11-20", "visibility": visibility}
    library = read_library(write(tmp_path, exhibition("malle", **keys)), date(2026, 11, 21))
    found = entries(calendar(library, offers(library)[0].offers[1]))
    assert {uid: entry.status for uid, entry in found.items()} == {"malle.pret.20261201@escale.example": "CANCELLED"}


def test_what_is_over_leaves_the_agenda_after_sixty_days(tmp_path: Path) -> None:
    def agenda(today: date) -> set[str]:
        library = read_library(write(tmp_path / today.isoformat(), event("atelier", date="2026-11-01")), today)
        return set(entries(calendar(library, offers(library)[0].offers[1])))

    last = date(2026, 11, 28)
    assert [len(agenda(last + timedelta(days=days))) for days in (0, 60, 61)] == [1, 1, 0]
