"""The same thing from two sources, or from a source and by hand: an event by day, town and near title, anything else by title and owner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contributions.geography.town_names import normalise
from contributions.library.library import Library
from contributions.rules.alike import same_title
from contributions.words.folding import folded
from imports.plans.known import Index, Known

EVENT = "event"


@dataclass
class Twins:
    """What there is by what tells it, each with its path below content/."""

    events: dict[tuple[str, str], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """By day and town: paths and titles."""
    others: dict[tuple[str, str], dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """By kind and title: paths and owners."""

    def note(self, kind: str, path: str, values: Mapping[str, Any]) -> None:
        """Note that something is there, or is about to be."""
        if kind == EVENT:
            for place in _places(values):
                self.events[place][path] = str(values.get("title", ""))
        elif title := folded(str(values.get("title", ""))):
            self.others[kind, title][path] = _owner(values)

    def of(self, kind: str, values: Mapping[str, Any]) -> set[str]:
        """The paths of what most likely is the same."""
        title = str(values.get("title", ""))
        if kind == EVENT:
            there = [entry for place in _places(values) for entry in self.events.get(place, {}).items()]
            return {path for path, other in there if title and same_title(title, other)}
        owner = _owner(values)
        return {path for path, other in self.others.get((kind, folded(title)), {}).items() if not (owner and other) or owner == other}


def twins_of(library: Library, index: Index) -> Twins:
    """All that the library holds, and what lacks too much to be in it."""
    found = Twins()
    for contribution in library.all:
        brief = contribution.brief
        path = brief.path.split("/", 1)[1]
        if brief.kind == EVENT:
            for showing in brief.showings:
                if showing.town >= 0:
                    for day in (showing.first, showing.last):
                        town = normalise(brief.towns[showing.town][1])
                        found.events[date.fromordinal(day).isoformat(), town][path] = brief.title
        else:
            owner = next(iter(brief.organisations), "")
            found.others[brief.kind, folded(brief.title)][path] = folded(owner)
    for known in index.all:
        found.note(known.kind, known.path, known.values)
    return found


def same_collection(known: Known | None, source: str, collection: str) -> bool:
    """Whether a file is of the very collection that is read: there, two identities are two things."""
    return known is not None and (known.source, known.of) == (source, collection)


def _places(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The days and towns of an event's showings."""
    own = values.get("place")
    repeated = values.get("recurrence")
    slots = [slot for slot in values.get("slots") or [] if isinstance(slot, dict)] + ([repeated] if isinstance(repeated, dict) else [])
    for slot in slots:
        place = slot.get("place") or own
        town = normalise(str(place.get("city", ""))) if isinstance(place, dict) else ""
        if town:
            yield from {(str(slot.get(side, ""))[:10], town) for side in ("start", "end") if slot.get(side)}


def _owner(values: Mapping[str, Any]) -> str:
    publisher = values.get("publisher")
    return folded(str(values.get("organisation") or (publisher.get("name") if isinstance(publisher, dict) else "") or ""))
