"""Appointments that the calendars of others hold, and that a file no longer has under their names; and what has become of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from contributions.fields.when import When
from contributions.models import Common, Event, Exhibition
from contributions.models.event import Slot
from contributions.models.loan import Loan
from contributions.record.identity import loan_names, slot_names
from contributions.revisions.appointments import Appointment

Entry: TypeAlias = Slot | Loan
Named: TypeAlias = Sequence[tuple[str, Entry]]
"""The entries of a file, with the names by which calendars know them."""
MOVED = {"id", "start", "end", "opens", "closes", "status"}
"""What may differ between an entry and the one that it becomes when it is moved; of the status see `_became`."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An appointment that is in its file no more; positions are in the list of slots or loans, from 0."""

    appointment: Appointment
    was: int | None = None
    """Its position before; None where it is not known which entry it was, and of a repetition."""
    became: int | None = None
    """The position of the entry that it became; None where there is none, or it is not known which."""
    back: int | None = None
    """The position at which it can be put back; None where it may have become something else."""


def lost(before: Common, now: Common, missing: Sequence[Appointment]) -> Iterator[Lost]:
    """What has become of appointments whose names nothing in the file has any more."""
    old, new = _named(before), _named(now)
    left, come = _unmatched(old, new)
    spare = list(left)
    for one in missing:
        begun = [position for position in spare if begin(old[position][1]) == one.times[0]]
        was = min(begun, key=lambda position: (*one.location[1:], position)[0] != position, default=None)
        if was is None:
            yield Lost(one)
            continue
        spare.remove(was)
        back = None if come else was - sum(position < was for position in left)
        yield Lost(one, was, _became(old, new, was, left, come), back)


def begin(entry: Entry) -> When | date:
    """When what calendars hold of an entry begins."""
    return entry.first_shown if isinstance(entry, Loan) else entry.start


def _named(meta: Common) -> Named:
    if isinstance(meta, Event):
        return tuple(zip(slot_names(meta.slots), meta.slots, strict=True))
    return tuple(zip(loan_names(meta.loans), meta.loans, strict=True)) if isinstance(meta, Exhibition) else ()


def _unmatched(old: Named, new: Named) -> tuple[list[int], list[int]]:
    """Positions of entries that are in one file alone: not in both with the same values, nor by the same name."""
    left, come = list(range(len(old))), list(range(len(new)))
    for part in (1, 0):
        found = defaultdict[object, list[int]](list)
        for position in reversed(come):
            found[new[position][part]].append(position)
        same = {position: found[old[position][part]].pop() for position in left if found[old[position][part]]}
        left = [position for position in left if position not in same]
        come = [position for position in come if position not in same.values()]
    return left, come


def _became(old: Named, new: Named, was: int, left: Sequence[int], come: Sequence[int]) -> int | None:
    """The only one that begins when it did, else the one in its place if nothing else has changed; and nothing but its time differs."""
    start = old[was][1].start
    heirs, rivals = [at for at in come if new[at][1].start == start], [at for at in left if old[at][1].start == start]
    if not heirs and len(left) == len(come) == 1 and len(old) == len(new):
        heirs = [at for at in come if at == was]
    if len(heirs) != 1 or len(rivals) != 1:
        return None
    position = heirs[0]
    one, other = old[was][1], new[position][1]
    if one.model_dump(exclude=MOVED) != other.model_dump(exclude=MOVED):
        return None
    said = isinstance(one, Slot) and isinstance(other, Slot) and other.status != one.status
    return None if said else position
