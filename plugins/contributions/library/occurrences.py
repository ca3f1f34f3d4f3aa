"""When an event takes place: its slots, or its recurrence expanded (RFC 5545), each with its place and state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from contributions.fields.recurrence_rule import parsed
from contributions.fields.repetition import repetitions
from contributions.fields.when import When
from contributions.library.contribution import Contribution
from contributions.library.values import Located, Occurrence
from contributions.models.common import Common
from contributions.models.event import MAX_SLOTS, Event, Recurrence, Slot

HORIZON_YEARS = 10
"""No rule is followed further."""


def occurrences(meta: Event, places: tuple[Located, ...]) -> tuple[Occurrence, ...]:
    """All showings of an event whose places are found (its own first, then those of its slots), in time order."""
    main = places[0] if places and meta.place else None
    if meta.recurrence:
        shown = [Occurrence(str(n), start, end, "tous", meta.event_status, main) for n, start, end in expand(meta.recurrence)]
        return tuple(shown)
    own_places = iter(places[1:] if meta.place else places)
    shown = []
    for position, slot in enumerate(meta.slots, 1):
        place = next(own_places, None) if slot.place else main
        shown.append(Occurrence(slot.id or str(position), slot.start, slot.end, slot.for_, slot.status or meta.event_status, place))
    return tuple(sorted(shown, key=lambda o: (o.start.moment, o.number)))


def expand(recurrence: Recurrence) -> Iterator[tuple[int, When, When]]:
    """Number, start and end of each repetition; exceptions are left out and keep their number. At most MAX_SLOTS."""
    length = recurrence.end.moment - recurrence.start.moment
    for number, start in enumerate(starts(recurrence), 1):
        if number > MAX_SLOTS:
            return
        if start.date() not in recurrence.except_:
            yield number, _like(recurrence.start, start), _like(recurrence.end, start + length)


def endless(recurrence: Recurrence) -> bool:
    """Whether a rule has no end, or more repetitions than are published."""
    return any(number > MAX_SLOTS for number, _ in enumerate(starts(recurrence), 1))


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
    """The first showing that is not over, else the last one."""
    return next((o for o in event.showings if o.last_day >= today), event.showings[-1])
