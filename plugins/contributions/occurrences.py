"""When an event takes place: its slots, or its recurrence expanded (RFC 5545), each with its place and state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from dateutil.rrule import rrulestr

from contributions.contribution import Contribution, Located, Occurrence
from contributions.models.event import MAX_SLOTS, Event, Recurrence, Slot
from contributions.when import When


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
    rule = rrulestr(local_rule(recurrence.rule), dtstart=recurrence.start.moment)
    length = recurrence.end.moment - recurrence.start.moment
    for number, start in enumerate(rule, 1):
        if number > MAX_SLOTS:
            return
        if start.date() not in recurrence.except_:
            yield number, _like(recurrence.start, start), _like(recurrence.end, start + length)


def local_rule(rule: str) -> str:
    """The rule with UNTIL as local time: contributors write it so, with or without the Z that RFC 5545 wants."""
    return re.sub(r"(UNTIL=\d{8}(?:T\d{6})?)Z", r"\1", rule)


def endless(recurrence: Recurrence) -> bool:
    """Whether a rule has no end, or more repetitions than are published."""
    rule = rrulestr(local_rule(recurrence.rule), dtstart=recurrence.start.moment)
    return any(number > MAX_SLOTS for number, _ in enumerate(rule, 1))


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
