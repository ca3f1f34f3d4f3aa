"""An event, or a showing of a tool, as the filters know it: what a question is compared with, and what its row shows.

What is cancelled or postponed answers no question: it is not among the showings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import partial
from typing import Any, cast

from agenda.filtering.fitting import ages
from contributions.fields.levels import sharing
from contributions.library.agenda import Row
from contributions.library.library import Library
from contributions.models import Contributed, Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.values import Located, Occurrence, Stop
from contributions.words.folding import words
from contributions.words.typography import typo
from publishing.strings import _
from views.cards import badges, publisher
from views.french import labels
from views.timetable import Entry, entry
from views.values import Badge

Record = dict[str, Any]
NO_CLOCK = 0
"""Where the hour of a row is not asked for."""


def records(library: Library, kind: str, slug: str) -> list[Record]:
    """An event, or each public showing of a tool: its values, and among them `showings`, whose `number` is that of their rows.

    They hold what is over too, and so are the same from one build to the next.
    """
    return cast("list[Record]", json.loads(library.stored(f"agenda/{kind}/{slug}", partial(_records, library, kind, slug))))


def vocabulary(library: Library, kind: str, slug: str) -> dict[str, str]:
    """The words that it is found by beside what its rows say, its title and its places: under KIND/SLUG.

    Those of the places of what is on line now, which no row says, stand under KIND/SLUG/START.
    """
    return cast("dict[str, str]", json.loads(library.stored(f"agenda-words/{kind}/{slug}", partial(_vocabulary, library, kind, slug))))


def _records(library: Library, kind: str, slug: str) -> bytes:
    if kind == "event":
        return _json([_of_event(library, cast("Contribution[Event]", library.by_key[kind, slug]))])
    tool = cast("Contribution[Exhibition]", library.by_key[kind, slug])
    return _json([_of_stop(library, tool, stop) for stop in tool.stops])


def _of_event(library: Library, event: Contribution[Event]) -> Record:
    meta, shown = event.meta, [one for one in enumerate(event.showings) if one[1].stands]
    marks = {
        "gratuit": meta.price is not None and meta.price.free,
        "dehors": meta.outdoors is True,
        "classes": meta.school_booking is not None,
        "pro": meta.visibility == "professionnels",
    }
    return {
        **_shared(event, event.slug, (meta.category, library.hub.category("event", meta.category))),
        "access": meta.accessibility,
        "levels": sharing(meta.school_booking.levels) if meta.school_booking else (),
        "marks": [mark for mark, held in marks.items() if held],
        "facts": _row(library, event, *shown[0]).facts if shown else (),
        "badges": _badges(badges(library, event, shown[0][1], "programme")) if shown else (),
        "showings": [_of_showing(library, event, number, showing) for number, showing in shown],
    }


def _of_showing(library: Library, event: Contribution[Event], number: int, showing: Occurrence) -> Record:
    row = _row(library, event, number, showing)
    status = "" if showing.status == "programme" else labels.label(labels.STATUS, showing.status).lower()
    state = showing.audience, showing.mode, showing.full, status, _badges(row.badges), row.other.label if row.other else ""
    return {**_when(number, row, showing), "place": _place(row.where, showing.place), "state": state}


def _of_stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> Record:
    meta, venue, row = tool.meta, stop.loan.venue, _row(library, tool, stop.number, stop)
    state = "tous", "sur-place", False, "", _badges(row.badges), ""
    return {
        **_shared(tool, f"{tool.slug}#escale-{stop.name}", ("exposition", row.kicker)),
        "access": venue.accessibility if venue else (),
        "levels": sharing(meta.school_levels),
        "marks": ["gratuit"] if venue and venue.price and venue.price.free else [],
        "facts": row.facts,
        "badges": _badges(row.badges),
        "showings": [{**_when(stop.number, row, stop), "place": _place(row.where, stop.place), "state": state}],
    }


def _shared(found: Contribution[Event] | Contribution[Exhibition], name: str, category: tuple[str, str]) -> Record:
    meta = found.meta
    return {
        "name": name,
        "title": typo(meta.title),
        "category": category,
        "themes": meta.themes,
        "audiences": meta.audiences,
        "ages": ages(meta.age, meta.audiences),
    }


def _row(library: Library, found: Contribution[Any], number: int, shown: Occurrence | Stop) -> Entry:
    first, last = shown.first_day.toordinal(), shown.last_day.toordinal()
    return entry(library, (Row(found.kind, found.slug, number, NO_CLOCK, False, first, last),))


def _when(number: int, row: Entry, shown: Occurrence | Stop) -> Record:
    time = row.times[0].text if row.times else _("Toute la journée")
    length = (shown.last_day - shown.first_day).days
    return {"number": number, "day": row.start[:10], "length": length, "time": (row.start[10:], row.when or time)}


def _place(said: str, place: Located | None) -> tuple[object, ...]:
    """What a row says of it, its department, and its point where that is known."""
    if place is None:
        return said, ""
    point = () if place.lat is None or place.lon is None else (place.lat, place.lon)
    return said, place.department or "", *point


def _badges(shown: Iterable[Badge]) -> list[tuple[str, str]]:
    return [(badge.label, badge.tone) for badge in shown]


def _vocabulary(library: Library, kind: str, slug: str) -> bytes:
    found = library.by_key[kind, slug]
    meta = found.meta
    organiser = publisher(library, found).label if isinstance(meta, Contributed) else ""
    moved: dict[str, str] = {}
    for one in found.showings:
        if one.place is None and one.announced:
            name = f"{kind}/{slug}/{one.start.iso}"
            moved[name] = _folded(moved.get(name, ""), one.announced.name or "", one.announced.city)
    title = words(typo(meta.title))
    own = [word for word in words(" ".join((meta.title, meta.summary, *meta.keywords, organiser))) if not _begins(word, title)]
    return _json({f"{kind}/{slug}": _folded(*own), **moved})


def _folded(*texts: str) -> str:
    """Each word once, and none with which another begins: whoever looks for its first letters finds that."""
    found = dict.fromkeys(word for text in texts for word in words(text))
    return " ".join(word for word in found if not _begins(word, [other for other in found if other != word]))


def _begins(word: str, others: Iterable[str]) -> bool:
    return any(other.startswith(word) for other in others)


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
