"""An event of a programme in one line: where it is listed by town, or under the village that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.values import Occurrence
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.cards import badges, town
from views.french import dates
from views.values import Badge

MOST_DAYS = 5
"""Days that a line names; of more it tells how many there are."""
STATES = frozenset({"full", "cancelled", "moved", "online", "school", "pro"})
"""Tones of badges that a line has room for: what must be known before one goes."""


@dataclass(frozen=True, slots=True)
class Line:
    """An event in one line."""

    slug: str
    url: str
    title: str
    kicker: str
    when: str
    where: str
    badges: tuple[Badge, ...]


def line(library: Library, event: Contribution[Event], showings: Sequence[Occurrence] = ()) -> Line:
    """An event at some of its showings; at all of them where none are given."""
    shown = tuple(showings) or event.showings
    status = shown[0].status if len({one.status for one in shown}) == 1 else None
    found = badges(library, event, shown[0] if len(shown) == 1 else None, status)
    return Line(
        event.slug,
        event.url,
        typo(event.meta.title),
        library.hub.category("event", event.meta.category),
        when(shown),
        _several(place(one) for one in shown),
        tuple(badge for badge in found if badge.tone in STATES),
    )


def in_town(library: Library, event: Contribution[Event], showings: Sequence[Occurrence]) -> Line:
    """An event at its showings in a town that is named already."""
    return replace(line(library, event, showings), where=_several(typo(one.place.name or "") for one in showings if one.place))


def _several(places: Iterable[str]) -> str:
    found = tuple(dict.fromkeys(filter(None, places)))
    return f"{NBSP}· ".join(found) if len(found) < 4 else counted("{n} lieu", "{n} lieux", len(found))


def when(showings: Sequence[Occurrence]) -> str:
    """« samedi 10 octobre 2026, de 14 h à 16 h », « les 4 et 11 octobre 2026, de 10 h à 12 h », « du 2 au 12 octobre 2026, 9 dates ».

    Hours are told where they are those of all, or of one day.
    """
    if len(showings) == 1:
        return dates.showing(showings[0])
    days = sorted({one.first_day for one in showings})
    last = max(one.last_day for one in showings)
    if len(days) > MOST_DAYS or last > days[-1]:
        return f"{dates.days(days[0], last)}, {counted('{n} date', '{n} dates', len(showings))}"
    hours = tuple(dict.fromkeys(filter(None, (dates.spoken_hours(one.start, one.end) for one in showings))))
    told = dates.enumeration(hours) if hours and (len(hours) == 1 or len(days) == 1) else ""
    return ", ".join(filter(None, (dates.full_day(days[0]) if len(days) == 1 else dates.each(days), told)))


def place(showing: Occurrence) -> str:
    """« Amiens (80), Médiathèque du Moulin »."""
    if showing.place is None:
        return _("En ligne")
    return f"{town(showing.place)}, {typo(showing.place.name)}" if showing.place.name else town(showing.place)
