"""What an event belongs to and brings together, and what else one could go to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, islice

from contributions.library.library import Library
from contributions.library.occasions import nearby, siblings
from contributions.models import Common, Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import next_showing
from contributions.record.states import open_to_all
from contributions.words.typography import typo
from views.cards import card, cards
from views.french import dates
from views.values import Card, Link

MOST = 4
"""Other events that are shown."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Animations of one day."""

    day: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """The village, or the programme, that an event is part of, and other animations of it."""

    whole: Link
    others: tuple[Programme, ...]


def gathering(library: Library, event: Contribution[Event]) -> Gathering | None:
    """What it is part of: its parent, else its first programme, if that has a page."""
    meta = event.meta
    whole = library.page("event", meta.parent) or (library.page("programme", meta.programmes[0]) if meta.programmes else None)
    if whole is None:
        return None
    return Gathering(Link(typo(whole.meta.title), whole.url), by_day(library, siblings(library, event)))


def animations(library: Library, event: Contribution[Event]) -> tuple[Programme, ...]:
    """What it brings together itself."""
    return by_day(library, library.by_parent.get(event.slug, ()))


def by_day(library: Library, events: Iterable[Contribution[Common]]) -> tuple[Programme, ...]:
    """Some events under the days of the dates that their cards tell, in order."""
    told = sorted(((next_showing(event, library.today), event) for event in events), key=lambda one: (one[0].start.moment, one[1].slug))
    return tuple(
        Programme(_heading(library, day), tuple(card(library, event) for _one, event in some))
        for day, some in groupby(told, key=lambda one: one[0].first_day)
    )


def _heading(library: Library, day: date) -> str:
    return dates.full_day(day, year=day.year != library.today.year).capitalize()


def elsewhere(library: Library, event: Contribution[Event], shown: Sequence[Card]) -> tuple[Card, ...]:
    """What else one could go to, near by on the same day or another, where there is room: nothing that is `shown` already.

    Nothing where the event itself is over.
    """
    if next_showing(event, library.today).last_day < library.today:
        return ()
    known = {one.url for one in shown}
    found = (other for other in nearby(library, event) if other.url not in known and open_to_all(other, library.today))
    return cards(library, islice(found, MOST))
