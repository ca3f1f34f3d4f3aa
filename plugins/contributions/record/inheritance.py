"""What an animation has of its parent, the village or festival that it is part of: whole groups of keys that it leaves out itself.

Whoever reads an animation reads it completed: see `Fetched.whole` of store.py.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from contributions.models import Event
from contributions.models.event import Slot
from contributions.record.identity import Revision, revised
from contributions.record.occurrences import occurrences
from contributions.record.values import CALLED_OFF, Located, Whole

APPOINTMENT = frozenset({"slots", "recurrence", "place"})
"""Keys that calendars hold."""


def completed(own: Whole, parent: Whole) -> Whole:
    """An event with the values that it leaves out and its parent gives."""
    meta, above = own.meta, parent.meta
    assert isinstance(meta, Event)
    assert isinstance(above, Event)
    values = inherited(meta, above)
    if not values:
        return own
    filled = meta.model_copy(update=values)
    main = parent.places[:1] if "place" in values else _main(own)
    of_slots = _of_slots(parent) if "slots" in values else _of_slots(own)
    places = (*main, *(of_slots if any(slot.place for slot in filled.slots) else ()))
    return Whole(
        filled,
        places,
        departments_of(places),
        occurrences(filled, places),
        inherited=tuple(values),
        revision=Revision(revised(above), above.sequence) if APPOINTMENT & values.keys() else Revision(),
    )


def inherited(own: Event, parent: Event) -> dict[str, Any]:
    """The keys that an event leaves out and its parent gives, with the parent's values.

    Days are slots or a recurrence; with them comes that the parent is called off, unless the event says how it is itself. What has
    a place of its own, or none because it is on line, has the days of the parent's slots, and not their places.
    """
    found: dict[str, Any] = {}
    if not own.slots and own.recurrence is None:
        if parent.slots:
            found["slots"] = _elsewhere(parent.slots) if own.place or own.mode == "en-ligne" else parent.slots
        elif parent.recurrence:
            found["recurrence"] = parent.recurrence
        if found and parent.event_status in CALLED_OFF and "event_status" not in own.model_fields_set:
            found["event_status"] = parent.event_status
    if own.place is None and own.mode != "en-ligne" and parent.place:
        found["place"] = parent.place
    left_out = [key for key in ("price", "school_booking") if getattr(own, key) is None]
    left_out += [key for key in ("accessibility", "programmes") if key not in own.model_fields_set]
    return found | {key: value for key in left_out if (value := getattr(parent, key))}


def departments_of(places: Iterable[Located]) -> tuple[str, ...]:
    """The region's departments that places are in, once each."""
    return tuple(dict.fromkeys(place.department for place in places if place.inside and place.department))


def _elsewhere(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """Slots without their places: of two at once, one is left."""
    return tuple(dict.fromkeys(slot.model_copy(update={"place": None}) for slot in slots))


def _main(whole: Whole) -> tuple[Located, ...]:
    """The place of an event itself, which comes before those of its slots."""
    assert isinstance(whole.meta, Event)
    return whole.places[:1] if whole.meta.place else ()


def _of_slots(whole: Whole) -> tuple[Located, ...]:
    return whole.places[len(_main(whole)) :]
