"""Whether calendars learn what changes in an appointment to come (W609), and whether each keeps its entry (W610); else what to write."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias, cast

from contributions.fields.when import When
from contributions.library.calendars import RECENT_DAYS
from contributions.models import Common, Event, Exhibition
from contributions.problems.problem import Finding, Fix, Location
from contributions.record.identity import sequence
from contributions.revisions.appointments import Appointment, appointments
from contributions.revisions.lost import Lost, begin, lost
from contributions.revisions.versions import Revised
from contributions.source.insertion import Header, applied

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
    """Findings about the appointments of a contribution that lists showed, and that still has a page.

    What an animation has of its parent is looked at in the file of that one.
    """
    before, now, today = revised.before, revised.now, revised.library.today
    if not (revised.was.library.is_listed(before) and revised.library.has_page(now)):
        return
    were, are = appointments(before), appointments(now)
    missing = [one for name, one in were.items() if name not in are and one.stands and one.last >= today]
    missing = [one for one in missing if one.location[0] not in before.whole.inherited]
    gone = list(lost(before.meta, _of_record(revised), missing)) if missing else []
    changes = [one for one in _changes(revised.header, were, are, today) if one.location[0] not in now.whole.inherited]
    yield from _untold(revised, [*_departure(revised, were), *changes, *_moves(gone)])
    for one in gone:
        yield _lost(revised, one)


def _of_record(revised: Revised) -> Common:
    """What the file says now: a loan that has gone to a table is found by its name, and nothing can be written of it there."""
    meta, rows = revised.now.meta, revised.library.table_loans.get(revised.now.slug, ())
    return meta.model_copy(update={"loans": meta.loans[: -len(rows)]}) if isinstance(meta, Exhibition) and rows else meta


def _departure(revised: Revised, were: Mapping[str, Appointment]) -> Iterator[Change]:
    """That lists show it no more, though something was to come."""
    today = revised.library.today
    if not revised.library.is_listed(revised.now) and any(one.stands and one.last >= today for one in were.values()):
        key = "status" if revised.now.meta.status == "archive" else "visibility"
        yield Change(f"{THIS[revised.now.kind]} quitte les listes", (key,))


def _changes(header: Header, were: Mapping[str, Appointment], are: Mapping[str, Appointment], today: date) -> Iterator[Change]:
    """What differs in an appointment that keeps its name."""
    for name, now in are.items():
        was = were.get(name)
        if was is None or max(was.last, now.last) < today:
            continue
        if was.times != now.times:
            key = next(key for key, one, other in zip(TIMES, was.times, now.times, strict=False) if one != other)
            yield Change(f"{was.words} {_moved(was)}", (*now.location, key))
        elif was.place != now.place:
            own = [(*now.location, key) for key in ("place", "venue", "city")]
            yield Change(f"{was.words} change de lieu", _first(header, *own, ("place",), now.location))
        elif was.state != now.state:
            key = next(key for key, one, other in zip(SAID, was.state, now.state, strict=False) if one != other)
            own = [(*now.location, state) for state in STATES.values()] if key == "event_status" else []
            yield Change(f"{was.words} {SAID[key]}", _first(header, *own, (key,), now.location))


def _first(header: Header, *locations: Location) -> Location:
    """The first of some places that the file has, else the last."""
    return next((location for location in locations if header.at(location) is not None), locations[-1])


def _moved(was: Appointment) -> str:
    start = was.times[0]
    return "change d’horaire" if isinstance(start, When) and start.timed else "change de dates"


def _moves(gone: Sequence[Lost]) -> Iterator[Change]:
    for one in gone:
        if one.became is not None:
            yield Change(f"{one.appointment.words} {_moved(one.appointment)}", (one.appointment.location[0], one.became, "start"))


def _untold(revised: Revised, changes: Sequence[Change]) -> Iterator[Finding]:
    """That calendars do not see that something has changed: told once, of the first thing."""
    todo = _revision(revised) if changes else None
    if todo is None:
        return
    others = f" (et {len(changes) - 1} autre{'s' if len(changes) > 2 else ''})" if len(changes) > 1 else ""
    yield Finding(
        "W609",
        f"{changes[0].words}{others}, et rien ne le signale aux agendas.",
        f"Écrivez « {todo.key}: {todo.value} ».",
        changes[0].location,
        fix=revised.header.key((), todo.key, todo.value, after=("updated", "date")),
    )


def _revision(revised: Revised) -> Revision | None:
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


def _lost(revised: Revised, one: Lost) -> Finding:
    """That an entry of a calendar would hang, or stand there twice."""
    was, key = one.appointment, str(one.appointment.location[0])
    if one.became is None:
        message = f"{was.words} n’est plus là : qui l’a noté viendrait pour rien."
        place = _first(revised.header, (key,), ("slots",), ("recurrence",))
        return Finding("W610", message, _kept(revised, one), place, fix=_put_back(revised, one))
    entry = getattr(revised.now.meta, key)[one.became]
    how = "change d’identifiant" if begin(entry) == was.times[0] else f"passe au {begin(entry)}"
    return Finding(
        "W610",
        f"{was.words} {how} : pour les agendas, c’est un autre rendez-vous.",
        f"{'Écrivez' if entry.id else 'Ajoutez-lui'} « id: {was.name} ».",
        (key, one.became, "start"),
        fix=revised.header.key((key, one.became), "id", was.name, after=("start",)),
    )


def _kept(revised: Revised, one: Lost) -> str:
    """How to keep an appointment that nothing in the file goes on with for certain."""
    key, name = str(one.appointment.location[0]), one.appointment.name
    if key == "recurrence":
        return "Gardez « recurrence » et corrigez-la : « except » en retire des jours."
    if isinstance(revised.now.meta, Event) and revised.now.meta.recurrence:
        return "Gardez « slots », et ajoutez-y les nouvelles dates."
    state = f"« {STATES[key]}: annule »"
    if key == "loans" and one.was is None:  # the loan is there, and shown to the public no more
        return f"Laissez « public_showing: true » ; en cas d’annulation, écrivez {state}."
    if one.back is None:
        return f"Si la date a changé, donnez à la nouvelle « id: {name} » ; en cas d’annulation, gardez l’ancienne avec {state}."
    todo = _revision(revised)
    also = f" et « {todo.key}: {todo.value} »" if todo else ""
    return f"Gardez ce {'créneau' if key == 'slots' else 'prêt'}, avec {state}{also}."


def _put_back(revised: Revised, one: Lost) -> Fix | None:
    """The entry as it was written, called off, at its place."""
    key, was = str(one.appointment.location[0]), one.was
    if was is None or one.back is None or (isinstance(revised.now.meta, Event) and revised.now.meta.recurrence):
        return None
    old = revised.was.header
    called_off = old.key((key, was), STATES[key], "annule", after=("end", "start"))
    if called_off is None:
        return None
    header = Header(applied(old.text, called_off))
    return revised.header.entry(key, one.back, header.excerpt(key, was), header.matter.values[key][was])
