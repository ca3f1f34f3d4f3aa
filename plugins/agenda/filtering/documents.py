"""The entries of the agenda as JSON for the browser: all in one document, or a month in each where there are many.

`name` of an event is its slug, of a showing of a tool SLUG#ID-OF-ITS-STOP. A document has two tables, each as columns: events, and their
showings, one event's after the other's (`count` of each). A showing's day is told as the days since the one before (`wait`).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import partial

from agenda.filtering.records import Record, records, vocabulary
from contributions.library.agenda import ALL, Row
from contributions.library.library import Library
from publishing.page import Document, Planned
from views.filtering.columns import columns
from views.french import dates

IN_ONE = 3000
"""Entries that one document holds; more are parted by months, so that a browser loads those that are asked for."""
LONG = "longues"
"""What goes on beyond the month in which it begins."""
PLAIN = {"name", "title", "count", "wait", "length"}
"""Columns whose values hardly come again, or are as short as their places in a list."""


@dataclass(frozen=True, slots=True)
class Part:
    """A document of entries and that of their words, by their addresses, and the first and the last day of what they hold."""

    path: str
    words: str
    first: str
    last: str


def documents(library: Library) -> Iterator[Planned]:
    """The documents of the entries, and those of their words."""
    for name in _named(library):
        yield Planned(_path("entrees", name), partial(_entries, library, name), wide=True)
        yield Planned(_path("mots", name), partial(_words, library, name), wide=True)


def parts(library: Library) -> tuple[Part, ...]:
    """What a page must know to load them."""
    found = []
    for name, rows in _named(library).items():
        first, last = (date.fromordinal(day).isoformat() for day in (min(row.first for row in rows), max(row.last for row in rows)))
        found.append(Part(_path("entrees", name), _path("mots", name), first, last))
    return tuple(found)


def parts_json(library: Library) -> str:
    """The same, and the day of the build, as the page holds them."""
    return json.dumps({"built": library.today.isoformat(), "parts": [asdict(part) for part in parts(library)]})


def _path(folder: str, name: str) -> str:
    return f"/agenda/{folder}/{name}.json" if name else f"/agenda/{folder}.json"


def _named(library: Library) -> dict[str, Sequence[Row]]:
    """The rows of each document, by its name: « 2026-12 », « longues », or nothing where it is the only one."""
    rows = library.agenda.get(ALL, ())
    if len(rows) <= IN_ONE:
        return {"": rows} if rows else {}
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        month, end = (f"{date.fromordinal(day):%Y-%m}" for day in (row.first, row.last))
        found[month if month == end else LONG].append(row)
    return dict(sorted(found.items()))


def _entries(library: Library, name: str) -> Document:
    events, showings = [], []
    for found in _shown(library, name):
        own = found.pop("showings")
        events.append({**found, "count": len(own)})
        showings += own
    base = date.fromisoformat(showings[0]["day"]) if showings else library.today
    days = sorted({showing["day"] for showing in showings})
    last = base
    for showing in showings:
        day = date.fromisoformat(showing.pop("day"))
        showing["wait"], last = (day - last).days, day
    value = {
        "base": base.isoformat(),
        "days": {day: _heading(library, date.fromisoformat(day)) for day in days},
        "events": columns(events, PLAIN),
        "showings": columns(showings, PLAIN),
    }
    return Document(_path("entrees", name), json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def _shown(library: Library, name: str) -> Iterator[Record]:
    """The events of a document, by their names, each with those of its showings that are among its rows."""
    numbers: dict[tuple[str, str], set[int]] = defaultdict(set)
    for row in _named(library)[name]:
        numbers[row.kind, row.slug].add(row.number)
    for key in sorted(numbers, key=lambda key: (key[1], key[0])):
        for found in records(library, *key):
            own = [showing for showing in found["showings"] if showing.pop("number") in numbers[key]]
            if own:
                yield {**found, "showings": own}


def _words(library: Library, name: str) -> Document:
    found: dict[str, str] = {}
    for key in sorted({(row.slug, row.kind) for row in _named(library)[name]}):
        found |= vocabulary(library, key[1], key[0])
    return Document(_path("mots", name), json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode())


def _heading(library: Library, day: date) -> str:
    return dates.full_day(day, year=not library.is_this_year(day))
