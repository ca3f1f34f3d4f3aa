"""Which issue of a letter says a contribution as new: one, and none that was sent without it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from contributions.models.beside import Record

REACH = 56
"""What is dated more than eight weeks before an issue is not new in it."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What the frozen issues of a letter tell. Days are ordinals; names are those that contributions are known by (« event/nuit »)."""

    days: frozenset[int] = frozenset()
    told: Mapping[str, int] = field(default_factory=dict)
    """What they said as new, and the first that did."""
    earlier: Mapping[str, int] = field(default_factory=dict)
    """What issues without a record had said, as was noted when a later one was frozen, and which did."""

    def day_of(self, name: str, dated: int, due: int, after: Callable[[int], int | None], reach: int = REACH) -> int | None:
        """The issue in which something is new, or None.

        `due` is the first issue after the day that it is dated; `after` gives the issue that follows one. What no record knows
        although a later one was made came too late for it, and enters the issue after the last that was sent.
        """
        if name in self.told:
            return self.told[name]
        last = max(self.days, default=0)
        said = self.earlier.get(name, due if due > last else None)
        if said is not None:
            return None if said in self.days else said
        following = after(last)
        if following is not None and following - dated <= reach:
            return following
        return None if due in self.days else due


def sent_of(records: Mapping[str, Record], day_of: Callable[[str], int]) -> Sent:
    """What the frozen issues of one letter tell; `day_of` gives the day of an issue by its name, 0 for those of others."""
    found = sorted(((day, record) for name, record in records.items() if (day := day_of(name))), key=lambda one: one[0])
    told = {one: day for day, record in reversed(found) for one in record.announced}
    earlier = {one: day_of(letter) for _day, record in reversed(found) for one, letter in record.earlier.items()}
    return Sent(frozenset(day for day, _record in found), told, earlier)
