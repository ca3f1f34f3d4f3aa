"""What each town of the region has to offer: something to come, to borrow or to visit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from contributions.library.agenda import Row
from contributions.models import Common, Exhibition
from contributions.record.brief import Town
from contributions.record.contribution import Contribution


class Commune(NamedTuple):
    """A town and its point, with the slugs of its organisations that can be visited, of its others, and of the tools that they lend."""

    name: str
    department: str
    lat: float | None
    lon: float | None
    visited: tuple[str, ...]
    others: tuple[str, ...]
    tools: tuple[str, ...]


def communes(
    listed: Iterable[Contribution[Common]],
    touring: Iterable[Contribution[Exhibition]],
    agenda: Mapping[str, tuple[Row, ...]],
    day: int,
) -> dict[str, tuple[Commune]]:
    """Towns by INSEE code, in its order. One where nothing is to come, to borrow or to visit is absent."""
    known: dict[str, Town] = {}
    visited: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    owners: dict[str, str] = {}
    tools: dict[str, list[str]] = defaultdict(list)
    lent: list[tuple[str, str]] = []
    for contribution in listed:
        brief = contribution.brief
        for town in _inside(brief.towns):
            known.setdefault(town[5], town)
            if brief.kind == "organisation":
                owners[brief.slug] = town[5]
                (visited if brief.visited else others)[town[5]].append(brief.slug)
        if brief.owner and brief.withdrawn > day:
            lent.append((brief.owner, brief.slug))
    for tool in touring:
        for town in _inside(stop[3] for stop in tool.brief.stops if stop[3]):
            known.setdefault(town[5], town)
    for owner, slug in lent:
        if owner in owners:
            tools[owners[owner]].append(slug)
    return {
        insee: (Commune(town[1], town[0], town[2], town[3], tuple(visited[insee]), tuple(others[insee]), tuple(tools[insee])),)
        for insee, town in sorted(known.items())
        if visited[insee] or tools[insee] or f"communes/{insee}" in agenda
    }


def _inside(towns: Iterable[Town]) -> Iterator[Town]:
    """Those of the region whose code is known."""
    return (town for town in towns if town[4] and town[5])
