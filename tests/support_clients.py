"""Programs that people use, each a function from a calendar to what it shows between two days."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from calendar import timegm
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import feedparser
import recurring_ical_events
from icalendar import Calendar

from support import REPOSITORY
from support_states import Seen

PARIS = ZoneInfo("Europe/Paris")
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
NODE = REPOSITORY / "tests" / "node"
KHAL = """
[calendars]
[[agenda]]
path = {0}/agenda
readonly = True
[locale]
local_timezone = Europe/Paris
default_timezone = Europe/Paris
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
[sqlite]
path = {0}/khal.db
"""


def by_icalendar(text: bytes, folder: Path) -> list[Seen]:
    """icalendar reads, recurring_ical_events repeats."""
    del folder
    found = recurring_ical_events.of(Calendar.from_ical(text)).between(FIRST, LAST)
    return sorted(Seen(_local(one["DTSTART"].dt), str(one["SUMMARY"]), str(one["STATUS"])) for one in found)


def by_ical_js(text: bytes, folder: Path) -> list[Seen]:
    """ical.js, of Thunderbird and Nextcloud."""
    del folder
    return sorted(Seen(*one) for one in node("calendar.mjs", text))


def by_khal(text: bytes, folder: Path) -> list[Seen]:
    """khal, for which each event is a file, as on a server; what lasts is listed on each of its days."""
    files = folder / "agenda"
    files.mkdir(exist_ok=True)
    head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//\r\n"
    zone = b"".join(re.findall(rb"BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", text, re.DOTALL))
    for number, event in enumerate(re.findall(rb"BEGIN:VEVENT.*?END:VEVENT\r\n", text, re.DOTALL)):
        (files / f"{number}.ics").write_bytes(head + zone + event + b"END:VCALENDAR\r\n")
    (folder / "khal.conf").write_text(KHAL.format(folder), "utf-8")
    fields = [part for name in ("start-long", "title", "status", "uid") for part in ("--json", name)]
    command = [sys.executable, "-m", "khal", "-c", str(folder / "khal.conf"), "list", str(FIRST), str(LAST), *fields]
    said = subprocess.run(command, capture_output=True, check=True, encoding="utf-8", env={"LC_ALL": "C.UTF-8", "HOME": str(folder)})
    entries = [one for line in said.stdout.splitlines() for one in json.loads(line)]
    found = {(one["uid"], one["start-long"]): Seen(one["start-long"], one["title"], one["status"].strip()) for one in entries}
    return sorted(found.values())


class Item(NamedTuple):
    """An item of a feed: `moment` is when it was published, in UTC."""

    title: str
    moment: datetime
    id: str
    text: str


def by_feedparser(text: bytes, folder: Path) -> list[Item]:
    """feedparser, of most readers in Python."""
    del folder
    found = feedparser.parse(text).entries
    return [Item(one.title, datetime.fromtimestamp(timegm(one.published_parsed), UTC), one.id, one.content[0].value) for one in found]


def by_rss_parser(text: bytes, folder: Path) -> list[Item]:
    """rss-parser, of most readers in JavaScript."""
    del folder
    return [Item(title, datetime.fromisoformat(moment), own, content) for title, moment, own, content in node("feed.mjs", text)]


def by_newsboat(text: bytes, folder: Path) -> list[Item]:
    """newsboat, a reader of the terminal, which keeps what it reads in a database."""
    feed, urls, cache, settings = (folder / name for name in ("feed.xml", "urls", "cache.db", "config"))
    feed.write_bytes(text)
    urls.write_text(f"file://{feed}\n", "utf-8")
    settings.touch()
    command = ["newsboat", "-u", urls, "-c", cache, "-C", settings, "-x", "reload"]
    subprocess.run(command, capture_output=True, check=True, env={"HOME": str(folder), "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
    with closing(sqlite3.connect(cache)) as kept:
        rows = kept.execute("SELECT title, pubDate, guid, content FROM rss_item ORDER BY id").fetchall()
    return [Item(title, datetime.fromtimestamp(moment, UTC), own, content) for title, moment, own, content in rows]


FEEDS = (by_feedparser, by_rss_parser, by_newsboat)
CALENDARS = (by_icalendar, by_ical_js, by_khal)


def node(script: str, text: bytes) -> Any:
    """What a script of tests/node says of a text, as JSON."""
    found = subprocess.run(["node", NODE / script], input=text, capture_output=True, check=True)
    return json.loads(found.stdout)


def _local(start: date) -> str:
    if isinstance(start, datetime):
        return start.astimezone(PARIS).replace(tzinfo=None).isoformat(timespec="minutes")
    return start.isoformat()
