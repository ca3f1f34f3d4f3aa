"""Villages, festivals and trails of a programme, each with what it reunites."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from programmes.lines import Line, line
from publishing.strings import counted


@dataclass(frozen=True, slots=True)
class Gathering:
    """A village with its animations."""

    line: Line
    count: str | None
    animations: tuple[Line, ...]


def gatherings(library: Library, pairs: Iterable[tuple[str, str]]) -> tuple[Gathering, ...]:
    """Of pairs of a village's name and an animation's, or « »."""
    return tuple(
        _gathering(library, slug, [one for _slug, one in found if one]) for slug, found in groupby(pairs, key=lambda pair: pair[0])
    )


def _gathering(library: Library, slug: str, animations: list[str]) -> Gathering:
    count = counted("{n} animation", "{n} animations", len(animations)) if animations else None
    return Gathering(line(library, _event(library, slug)), count, tuple(line(library, _event(library, one)) for one in animations))


def _event(library: Library, slug: str) -> Contribution[Event]:
    return cast("Contribution[Event]", library.by_key["event", slug])
