"""What calendars hold of a contribution: a slot, a repetition, a public showing of a loan, under the name by which they know it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from contributions.models import Common, Event, Exhibition
from contributions.models.event import Recurrence
from contributions.problems.problem import Location
from contributions.record.contribution import Contribution
from contributions.record.identity import slot_names
from contributions.record.occurrences import showing
from contributions.record.values import Located, Occurrence


@dataclass(frozen=True, slots=True)
class Appointment:
    """An entry of a calendar, by what those who noted it count on."""

    name: str
    words: str
    """« Le créneau du 2026-12-05 14:00 »."""
    location: Location
    """Where it stands in the front matter."""
    last: date
    stands: bool
    times: tuple[object, ...]
    """Values of `start` and `end`, of a repetition also of `rule` and `except`."""
    place: tuple[object, ...]
    state: tuple[object, ...]
    """State, mode and address on line; of a loan, whether it takes place."""


def appointments(contribution: Contribution[Common]) -> dict[str, Appointment]:
    """All of them by name, in the file's order; none where only the month is known."""
    meta = contribution.meta
    if isinstance(meta, Exhibition) and meta.visibility != "professionnels":
        return {one.name: one for one in _stops(contribution)}
    if not isinstance(meta, Event) or contribution.brief.monthly or not contribution.showings:
        return {}
    if meta.recurrence:
        return {"": _repeated(contribution, meta, meta.recurrence)}
    return {one.name: one for one in _slots(contribution, meta)}


def _slots(event: Contribution[Common], meta: Event) -> Iterator[Appointment]:
    shown = {one.name: one for one in event.showings}
    for index, (name, slot) in enumerate(zip(slot_names(meta.slots), meta.slots, strict=True)):
        one = shown[name]
        yield Appointment(
            name,
            f"Le créneau du {slot.start}",
            ("slots", index),
            one.last_day,
            one.stands,
            (slot.start, slot.end),
            _place(one.place),
            _state(meta, one, slot.status or meta.event_status),
        )


def _repeated(event: Contribution[Common], meta: Event, rule: Recurrence) -> Appointment:
    one = showing(meta, "", rule.start, rule.end, event.places[0] if event.places else None)
    last = max(repetition.last_day for repetition in event.showings)
    times, state = (rule.start, rule.end, rule.rule, rule.except_), _state(meta, one, meta.event_status)
    return Appointment("", "La répétition", ("recurrence",), last, one.stands, times, _place(one.place), state)


def _state(meta: Event, one: Occurrence, status: str) -> tuple[object, ...]:
    """As it was written: that the last place is taken, which `booking` tells, changes no appointment."""
    return status, one.mode, meta.online_url if one.mode != "sur-place" else None


def _stops(tool: Contribution[Common]) -> Iterator[Appointment]:
    for stop in (*tool.stops, *tool.cancelled_stops):
        loan = stop.loan
        location = ("loans", stop.number - 1)
        times = stop.first_day, stop.last_day
        yield Appointment(
            stop.name, f"L’étape du {loan.start}", location, stop.last_day, stop.stands, times, _place(stop.place), (stop.stands,)
        )


def _place(place: Located | None) -> tuple[object, ...]:
    """Where one goes; a postcode or a point that is added makes no other place of it."""
    return (place.name, place.address, place.insee or (place.postcode, place.city)) if place else ()
