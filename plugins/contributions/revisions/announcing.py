"""Whether calendars learn what changes in an appointment to come (W609); else what to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias, cast

from contributions.fields.when import When
from contributions.library.calendars import RECENT_DAYS
from contributions.models import Event, Exhibition
from contributions.problems.problem import Finding, Location
from contributions.record.identity import sequence
from contributions.revisions.appointments import Appointment, appointments
from contributions.revisions.lost import Lost, lost
from contributions.revisions.versions import Revised

Dated: TypeAlias = Event | Exhibition
THIS = {"event": "Cet événement", "exhibition": "Cet outil"}
TIMES = ("start", "end", "rule", "except")
"""The keys of an appointment's times, in their order."""
SAID = {"event_status": "change d’état", "mode": "change de mode", "online_url": "change d’adresse en ligne"}
"""The keys of its state, in their order, and what is said where one has changed."""
STATES = {"slots": "status", "loans": "state"}
"""The key of a list → the key of its entries that says whether one takes place."""


class Change(NamedTuple):
    """What somebody who noted an appointment must be told."""

    words: str
    location: Location


class Revision(NamedTuple):
    """The key, and its value, from which calendars see that something changed."""

    key: str
    value: str


def announced(revised: Revised) -> Iterator[Finding]:
    """That calendars do not see that something has changed: told once, of the first thing, if possible where it can be mended."""
    if not followed(revised):
        return
    are, today = appointments(revised.now), revised.library.today
    own = [one for one in _changes(revised, are, today) if one.location[0] not in revised.now.whole.inherited]
    changes = [*_departure(revised), *own, *_moves(gone(revised))]
    todo = revision(revised) if changes else None
    if todo is None:
        return
    first = next((one for one in changes if revised.row(one.location) is None), changes[0])
    others = f" (et {len(changes) - 1} autre{'s' if len(changes) > 2 else ''})" if len(changes) > 1 else ""
    in_table = revised.row(first.location) is not None
    yield Finding(
        "W609",
        f"{first.words}{others}, et rien ne le signale aux agendas.",
        f"Écrivez « {todo.key}: {todo.value} »{f' dans {revised.now.path}' if in_table else ''}.",
        first.location,
        fix=None if in_table else revised.header.key((), todo.key, todo.value, after=("updated", "date")),
    )


def followed(revised: Revised) -> bool:
    """Whether lists showed a contribution, and it still has a page: its appointments are what calendars hold."""
    return revised.was.library.is_listed(revised.before) and revised.library.has_page(revised.now)


def gone(revised: Revised) -> list[Lost]:
    """The appointments to come that are there no more under their names.

    What an animation has of its parent is looked at in the file of that one.
    """
    before, are, today = revised.before, appointments(revised.now), revised.library.today
    missing = [one for name, one in appointments(before).items() if name not in are and one.stands and one.last >= today]
    missing = [one for one in missing if one.location[0] not in before.whole.inherited]
    return list(lost(before.meta, revised.now.meta, missing)) if missing else []


def _departure(revised: Revised) -> Iterator[Change]:
    """That lists show it no more, though something was to come."""
    today, were = revised.library.today, appointments(revised.before)
    if not revised.library.is_listed(revised.now) and any(one.stands and one.last >= today for one in were.values()):
        key = "status" if revised.now.meta.status == "archive" else "visibility"
        yield Change(f"{THIS[revised.now.kind]} quitte les listes", (key,))


def _changes(revised: Revised, are: Mapping[str, Appointment], today: date) -> Iterator[Change]:
    """What differs in an appointment that keeps its name."""
    were = appointments(revised.before)
    for name, now in are.items():
        was = were.get(name)
        if was is None or max(was.last, now.last) < today:
            continue
        if was.times != now.times:
            key = next(key for key, one, other in zip(TIMES, was.times, now.times, strict=False) if one != other)
            yield Change(f"{was.words} {_moved(was)}", (*now.location, key))
        elif was.place != now.place:
            own = [(*now.location, key) for key in ("place", "venue", "city")]
            yield Change(f"{was.words} change de lieu", first_of(revised, *own, ("place",), now.location))
        elif was.state != now.state:
            key = next(key for key, one, other in zip(SAID, was.state, now.state, strict=False) if one != other)
            own = [(*now.location, state) for state in STATES.values()] if key == "event_status" else []
            yield Change(f"{was.words} {SAID[key]}", first_of(revised, *own, (key,), now.location))


def first_of(revised: Revised, *locations: Location) -> Location:
    """The first of some places that the file, or its table, has, else the last."""
    return next((location for location in locations if revised.has(location)), locations[-1])


def _moved(was: Appointment) -> str:
    start = was.times[0]
    return "change d’horaire" if isinstance(start, When) and start.timed else "change de dates"


def _moves(gone: Sequence[Lost]) -> Iterator[Change]:
    for one in gone:
        if one.became is not None:
            yield Change(f"{one.appointment.words} {_moved(one.appointment)}", (one.appointment.location[0], one.became, "start"))


def revision(revised: Revised) -> Revision | None:
    """What is to be written for calendars to see a change; None where they do, or no key is left that would tell them.

    They look at SEQUENCE. What has left the lists they must also be told in time: see calendars.py of the library.
    """
    today, before, now = revised.library.today, cast("Dated", revised.before.meta), cast("Dated", revised.now.meta)
    above = revised.now.whole.revision
    earlier, day = sequence(before, revised.before.whole.revision), now.updated or date.min
    seen = revised.library.is_listed(revised.now) or timedelta() <= today - day <= timedelta(RECENT_DAYS)
    if seen and sequence(now, above) > earlier:
        return None
    if not seen or sequence(now.model_copy(update={"updated": today}), above) > earlier:
        return Revision("updated", str(today))
    if isinstance(now, Event):
        return Revision("sequence", str(earlier - sequence(now, above) + now.sequence + 1))
    return None
