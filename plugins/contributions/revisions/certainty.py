"""Whether a contribution is for certain the one that it is taken for: what is written into a file otherwise names the wrong one.

What two files share is looked at in turn: the title, a start, the text. The first that anybody shares decides, unless several do;
among these the next one does.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from contributions.models import Common, Event
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution

One = Contribution[Common]


def certain(old: One, new: One, left: Collection[One], come: Collection[One]) -> bool:
    """Whether `old` goes on in `new`, and neither might belong to another: `left` are all that look for an heir, `come` all new ones."""
    for alike in (_title, _start, _text):
        heirs, forerunners = [one for one in come if alike(old, one)], [one for one in left if alike(one, new)]
        if not heirs and not forerunners:
            continue
        if not alike(old, new):
            return False
        if len(heirs) == len(forerunners) == 1:
            return True
        left, come = forerunners, heirs
    return False


def _title(old: One, new: One) -> bool:
    return old.kind == new.kind and old.meta.title == new.meta.title


def _start(old: One, new: One) -> bool:
    return old.kind == new.kind and not starts(old.meta).isdisjoint(starts(new.meta))


def _text(old: One, new: One) -> bool:
    return old.kind == new.kind and bool(old.html) and old.html == new.html


def starts(meta: Common) -> set[str]:
    """When an event takes place, to its hours."""
    if not isinstance(meta, Event):
        return set()
    return {slot.start.iso for slot in meta.slots} | ({meta.recurrence.start.iso} if meta.recurrence else set())


def in_doubt(finding: Finding, before: str, path: str) -> Finding:
    """A finding about a file that may be another's heir, or only stand in its place: nothing of it is written without its author."""
    heir = "Si c’est toujours la même contribution" if path == before else f"S’il continue bien « {before} »"
    return replace(finding, repair=f"{heir} : {finding.repair[:1].lower()}{finding.repair[1:]}", fix=None)
