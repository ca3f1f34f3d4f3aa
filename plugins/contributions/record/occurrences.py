"""When an event takes place: its slots, or its recurrence expanded (RFC 5545), each with its place and state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from contributions.fields.recurrence_rule import parsed
from contributions.fields.repetition import repetitions
from contributions.fields.when import When
from contributions.models.common import Common
from contributions.models.event import MAX_SLOTS, Event, Recurrence, Slot
from contributions.record.contribution import Contribution
from contributions.record.identity import compact, slot_names
from contributions.record.states import is_full, slot_status, to_tell
from contributions.record.values import Located, Occurrence

HORIZON_YEARS = 10
"""No rule is followed further."""


def occurrences(meta: Event, places: tuple[Located, ...]) -> tuple[Occurrence, ...]:
    """All showings of an event whose places are found (its own first, then those of its slots), in time order."""
    main = places[0] if places and meta.place else None
    if meta.recurrence:
        return tuple(showing(meta, compact(start), start, end, main) for start, end in expand(meta.recurrence))
    own_places = iter(places[1:] if meta.place else places)
    shown = []
    for name, slot in zip(slot_names(meta.slots), meta.slots, strict=True):
        place = next(own_places, None) if slot.place else main
        shown.append(showing(meta, name, slot.start, slot.end, place, slot))
    return tuple(sorted(shown, key=lambda o: (o.start.moment, o.name)))


def showing(meta: Event, name: str, start: When, end: When | None, place: Located | None, slot: Slot | None = None) -> Occurrence:
    """A showing of an event, or its whole repetition, in its state."""
    status = slot_status(meta, slot)
    mode = "en-ligne" if status == "passe-en-ligne" else meta.mode
    audience = slot.for_ if slot else "tous"
    there = None if mode == "en-ligne" else place
    return Occurrence(name, start, end, audience, status, there, mode, is_full(meta, status), place)


def expand(recurrence: Recurrence) -> Iterator[tuple[When, When]]:
    """Start and end of each repetition; exceptions are left out. At most MAX_SLOTS are looked at."""
    length = recurrence.end.moment - recurrence.start.moment
    for start in islice(starts(recurrence), MAX_SLOTS):
        if start.date() not in recurrence.except_:
            yield _like(recurrence.start, start), _like(recurrence.end, start + length)


def endless(recurrence: Recurrence) -> bool:
    """Whether a rule has no end, or more repetitions than are published."""
    return next(islice(starts(recurrence), MAX_SLOTS, None), None) is not None


def starts(recurrence: Recurrence) -> Iterator[datetime]:
    """The starts that a rule gives within HORIZON_YEARS, so that one that never matches ends too."""
    start = recurrence.start.moment
    last = date(min(start.year + HORIZON_YEARS, date.max.year), 12, 31)
    return repetitions(parsed(recurrence.rule), start, last)


def _like(model: When, moment: datetime) -> When:
    return When(moment.date(), moment.time() if model.timed else None, model.precision)


def end_of(slot: Slot) -> datetime:
    """The first moment after a slot: an all-day end is included, a timed slot without end takes no time."""
    if slot.end is None:
        return slot.start.moment if slot.start.timed else slot.start.moment + timedelta(days=1)
    return slot.end.moment if slot.end.timed else slot.end.moment + timedelta(days=1)


def span(event: Contribution[Event]) -> tuple[date, date]:
    """First and last day of an event. Its month's, where no more is known."""
    return min(o.first_day for o in event.showings), max(o.last_day for o in event.showings)


def monthly(event: Contribution[Event]) -> bool:
    """Whether only the month (or year) of an event is known: archives only, no calendar entry."""
    return any(o.start.precision in {"month", "year"} for o in event.showings)


def next_showing(event: Contribution[Common], today: date) -> Occurrence:
    """The showing to tell of an event: see states.py."""
    return to_tell(event.showings, lambda showing: showing.last_day >= today)
