"""Under which names feeds and calendars know a contribution, its slots and its loans, and how often it was revised.

No address, alias or order of keys enters an identity: what was renamed keeps the `id` that it was given then.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from contributions.fields.when import When
from contributions.models import Contributed, Event, Exhibition
from contributions.models.event import Slot
from contributions.models.loan import Loan


def slot_names(slots: Iterable[Slot]) -> tuple[str, ...]:
    """The names of slots, in the file's order: the `id`, else `20261205T1400`, or `20261205` for whole days."""
    return _names((slot.id, compact(slot.start)) for slot in slots)


def loan_names(loans: Iterable[Loan]) -> tuple[str, ...]:
    """The names of loans, in the file's order: the `id`, else the first day, `20261205`."""
    return _names((loan.id, f"{loan.start:%Y%m%d}") for loan in loans)


def _names(entries: Iterable[tuple[str | None, str]]) -> tuple[str, ...]:
    """What has no id is called after its start; the second and third that begin together end in `-2` and `-3`."""
    begun = Counter[str]()
    found = []
    for own, start in entries:
        if own is None:
            begun[start] += 1
        found.append(own or (start if begun[start] == 1 else f"{start}-{begun[start]}"))
    return tuple(found)


def repeated(names: Sequence[str], own: Sequence[bool]) -> Iterator[int]:
    """Positions of names that were written (`own`) and that an entry before, or one that is named after its start, has too."""
    starts = {name for name, written in zip(names, own, strict=True) if not written}
    seen: set[str] = set()
    for position, (name, written) in enumerate(zip(names, own, strict=True)):
        if written and (name in starts or name in seen):
            yield position
        seen.add(name)


def compact(when: When) -> str:
    """A start as it stands in a name: `20261205T1400`, `20261205`, or `202612` where only the month is known."""
    if when.clock:
        return f"{when.day:%Y%m%d}T{when.clock:%H%M}"
    return when.iso.replace("-", "")


def uid(host: str, *names: str) -> str:
    """The UID of a calendar entry (RFC 5545 section 3.8.4.7): « nuit.20261205T1400@HOST », « nuit@HOST » of a whole repetition."""
    return f"{'.'.join(filter(None, names))}@{host}"


class Revision(NamedTuple):
    """When the parent of an animation was revised last, and what its editor adds to that; nothing where calendars hold nothing of it."""

    day: date = date.min
    sequence: int = 0


NONE = Revision()


def revised(meta: Contributed, parent: Revision = NONE) -> date:
    """The day of its last revision (DTSTAMP and LAST-MODIFIED of RFC 5545), or of what it has of its parent."""
    return max(meta.updated or meta.date, parent.day)


def sequence(meta: Event | Exhibition, parent: Revision = NONE) -> int:
    """How often it was revised (SEQUENCE of RFC 5545): days from publication to revision, and what the editor adds."""
    days = max(0, (revised(meta, parent) - meta.date).days)
    return days + parent.sequence + (meta.sequence if isinstance(meta, Event) else 0)
