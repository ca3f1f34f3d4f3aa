"""Events that are most likely one, sent twice: on one day, in one town, by nearly the same title."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import combinations

from rapidfuzz import fuzz, utils

from contributions.cache.memory import Memory
from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.problem import Finding

LIKENESS = 90
Key = tuple[str, str]


def duplicates(library: Library, memory: Memory | None) -> list[tuple[Key, Key]]:
    """Pairs of events that are alike, the later one first; remembered while no front matter changes."""
    if memory is None:
        return _pairs(library)
    return [
        ((kind, slug), (other_kind, other))
        for (kind, slug), (other_kind, other) in memory.of("alike", [c.sums.meta for c in library.all], lambda: _pairs(library))
    ]


def alike(other: Contribution[Common]) -> Finding:
    """That a contribution looks like another."""
    repair = "Si c’est le même, gardez-en un seul ; sinon, précisez l’un des deux titres."
    return Finding("W605", f"Cet événement ressemble fort à {other.path} : même jour, même commune, même titre.", repair, ("title",))


def _pairs(library: Library) -> list[tuple[Key, Key]]:
    together: dict[tuple[int, str, str], list[Contribution[Common]]] = defaultdict(list)
    for contribution in library.all:
        brief = contribution.brief
        if brief.kind == "event" and brief.showings and brief.towns and brief.status != "archive":
            together[brief.showings[0].first, *brief.towns[0][:2]].append(contribution)
    found = []
    for group in together.values():
        for one, other in combinations(sorted(group, key=lambda c: (c.brief.date or 0, c.slug)), 2):
            if _same(one.brief.title, other.brief.title) and other.brief.parent != one.slug and one.brief.parent != other.slug:
                found.append((other.key, one.key))
    return found


def _same(one: str, other: str) -> bool:
    """Whether two titles are nearly the same; numbers tell a series apart."""
    numbers = re.findall(r"\d+", one), re.findall(r"\d+", other)
    return numbers[0] == numbers[1] and fuzz.token_sort_ratio(one, other, processor=utils.default_process) >= LIKENESS
