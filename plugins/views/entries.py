"""The entries of the agenda as cards: what is to come, what is on between two days."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import cast

from contributions.library.library import Library
from contributions.library.timetable import Entry
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from views.cards import card, stop_card
from views.values import Card


def entry_card(library: Library, entry: Entry) -> Card:
    """The card of an entry."""
    found = library.by_key[entry.kind, entry.slug]
    if entry.kind == "event":
        return card(library, found, found.showings[entry.number] if entry.number >= 0 else None)
    tool = cast("Contribution[Exhibition]", found)
    return stop_card(library, tool, next(stop for stop in tool.stops if stop.number == entry.number))


def entry_cards(library: Library, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """The cards of some entries."""
    return tuple(entry_card(library, entry) for entry in entries)


def between(library: Library, first: date, last: date) -> tuple[Card, ...]:
    """What the public can attend between two days, both included: each showing of an event, each stop of a tour."""
    found: list[tuple[bool, str, str, Card]] = []
    for event in library.upcoming:
        if event.visibility != "public":
            continue
        shown = [o for o in event.showings if o.on(first, last) and o.attendable]
        if shown:
            long = shown[0].last_day > shown[0].first_day + timedelta(days=1)
            found.append((long, shown[0].start.iso, event.slug, _on(card(library, event, shown[0]), shown[0].first_day, first)))
    for tool in library.touring:
        found += [(True, start.isoformat(), tool.slug, shown) for start, shown in _stops(library, tool, first, last)]
    return tuple(entry[3] for entry in sorted(found, key=lambda entry: entry[:3]))


def _stops(library: Library, tool: Contribution[Exhibition], first: date, last: date) -> list[tuple[date, Card]]:
    on = [stop for stop in tool.stops if stop.on(first, last)]
    return [(stop.first_day, _on(stop_card(library, tool, stop), stop.first_day, first)) for stop in on]


def _on(card: Card, start: date, first: date) -> Card:
    """What has begun before the days in question stands without a day of its own: it lasts."""
    return replace(card, day=None) if start < first else card
