"""What else one could go to: events near by, on the same day or another, and other animations of a village or festival.

Each answer is a fact of its own, so that an event more changes the pages that show it and no other: see neighbourhood.py.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from contributions.cache.facts import note, recorded
from contributions.geography.distances import distance_km
from contributions.library.library import Library
from contributions.library.lists import Any_
from contributions.record.brief import Brief, Showing
from contributions.record.states import offered, to_tell

NEARBY = 8
"""Twice what a page shows: it leaves out what is full."""
SIBLINGS = 8
FAMILY = 40
"""How many animations to each side are looked at, in the order of their days."""
NEAR_KM = 25.0
"""How far one goes for something else on the same day."""
WINDOW = 8
"""How many events to each side are looked at, in the list of a town."""
LONG = 3
"""What lasts for more days is on at any time: it is no reason to come on that day."""
APART = 60
"""Days after which it does not matter how many more lie between."""

Square = tuple[int, int]
"""Half a degree of latitude and of longitude: what is near lies in a point's own, or in one of the eight around it."""


Dated = tuple[int, str, Any_]
"""The day of which an event's page tells (an ordinal), its slug; and the event."""


class Occasion(NamedTuple):
    """A showing that the public can go to: its day (an ordinal), minutes, its event's slug, where it is; and the event."""

    day: int
    start: int
    slug: str
    town: tuple[str, str]
    point: tuple[float, float] | None
    event: Any_


class Occasions(NamedTuple):
    """What is to come by town, each event once at its next date there, and by day and square, at all its dates; each list in order."""

    by_town: Mapping[tuple[str, str], Sequence[Occasion]]
    by_day: Mapping[tuple[int, Square], Sequence[Occasion]]


def nearby(library: Library, event: Any_) -> tuple[Any_, ...]:
    """Events to come that the public can go to, best first.

    The same day counts most, then the same town, then a theme or a programme that both have, then how near in time it is. Other
    animations of its parent are left out, and the parent: the page names them by themselves.
    """
    note(f"nearby:{event.kind}/{event.slug}")
    with recorded():
        return library.once(("nearby", event.key), lambda: _nearby(library, event))


def siblings(library: Library, event: Any_) -> tuple[Any_, ...]:
    """Other animations of its parent, else of its first programme: in its department first, the nearest in time.

    What is over only where nothing else is left.
    """
    note(f"siblings:{event.kind}/{event.slug}")
    with recorded():
        dated, day, today = _of_one_whole(library, event.brief), _told(library, event.brief).first, library.today.toordinal()
        at = bisect_left(dated, day, key=lambda other: other[0])
        near = (other for other in dated[max(0, at - FAMILY) : at + FAMILY] if other[-1] is not event)
        around = [other for other in near if offered(other[-1].brief.visibility, event.brief.visibility)]
        ahead = [other for other in around if _told(library, other[-1].brief).last >= today]

        def order(other: Dated) -> tuple[bool, int, str]:
            first, slug, found = other
            return set(event.brief.departments).isdisjoint(found.brief.departments), abs(first - day), slug

        return tuple(found for _first, _slug, found in sorted(ahead or around, key=order)[:SIBLINGS])


def _of_one_whole(library: Library, brief: Brief) -> Sequence[Dated]:
    """What has the same parent, else the same programme, by day; animations of a village stand in its programme as that village."""

    def of_parent() -> list[Dated]:
        return _dated(library, library.by_parent.get(brief.parent or "", ()))

    def of_programme() -> list[Dated]:
        return _dated(library, (one for one in library.by_programme[brief.programmes[0]] if one.kind == "event" and not one.brief.parent))

    if brief.parent:
        return library.list_of(f"animations of {brief.parent}", of_parent)
    if brief.programmes and brief.programmes[0] in library.by_programme:
        return library.list_of(f"events of {brief.programmes[0]}", of_programme)
    return ()


def _dated(library: Library, events: Iterable[Any_]) -> list[Dated]:
    found = ((_told(library, event.brief).first, event.slug, event) for event in events if event.brief.showings)
    return sorted(found, key=lambda one: one[:2])


def _nearby(library: Library, event: Any_) -> tuple[Any_, ...]:
    found = _occasion(event, _told(library, event.brief))
    if found is None:
        return ()
    own = found._replace(day=max(found.day, library.today.toordinal()))  # what has begun is a reason to come today
    ranks: dict[Any_, tuple[int, int]] = {}
    for other in _around(library, own):
        if not _of_one_family(event, other.event):
            rank = -_points(own, other), min(abs(other.day - own.day), APART)
            ranks[other.event] = min(rank, ranks.get(other.event, rank))
    return tuple(sorted(ranks, key=lambda other: (ranks[other], other.slug))[:NEARBY])


def _points(own: Occasion, other: Occasion) -> int:
    one, two = own.event.brief, other.event.brief
    shared = bool({*one.themes, *one.programmes} & {*two.themes, *two.programmes})
    return 4 * (own.day == other.day) + 2 * (own.town == other.town) + shared


def _of_one_family(one: Any_, other: Any_) -> bool:
    family = {one.slug, one.brief.parent} - {None}
    return other.slug in family or other.brief.parent in family


def _around(library: Library, own: Occasion) -> Iterator[Occasion]:
    occasions = _occasions(library)
    of_town = occasions.by_town.get(own.town, ())
    at = bisect_left(of_town, (own.day,), key=lambda other: (other.day,))
    yield from of_town[max(0, at - WINDOW) : at + WINDOW + 1]
    if own.point is None:
        return
    (south, west), point = _square(own.point), own.point
    for square in ((south + up, west + right) for up in (-1, 0, 1) for right in (-1, 0, 1)):
        of_day = occasions.by_day.get((own.day, square), ())
        yield from (other for other in of_day if other.point and distance_km(point, other.point) <= NEAR_KM)


def _square(point: tuple[float, float]) -> Square:
    return int(point[0] * 2 // 1), int(point[1] * 2 // 1)


def _occasions(library: Library) -> Occasions:
    def made() -> Occasions:
        by_town: dict[tuple[str, str], list[Occasion]] = defaultdict(list)
        by_day: dict[tuple[int, Square], list[Occasion]] = defaultdict(list)
        for event in library.upcoming:
            if event.brief.visibility != "public":
                continue
            ahead = sorted(_ahead(library, event), key=_order)
            for occasion in {one.town: one for one in reversed(ahead)}.values():
                by_town[occasion.town].append(occasion)
            for occasion in {(one.day, one.point): one for one in reversed(ahead)}.values():
                if occasion.point:
                    by_day[occasion.day, _square(occasion.point)].append(occasion)
        for found in (*by_town.values(), *by_day.values()):
            found.sort(key=_order)
        return Occasions(by_town, by_day)

    return library.list_of("occasions", made)


def _ahead(library: Library, event: Any_) -> Iterator[Occasion]:
    today = library.today.toordinal()
    for showing in event.brief.showings:
        if showing.last >= today and showing.attendable and showing.last - showing.first < LONG and (found := _occasion(event, showing)):
            yield found


def _occasion(event: Any_, showing: Showing) -> Occasion | None:
    """A showing where there is a town to go to."""
    if showing.town < 0:
        return None
    department, name, lat, lon, *_more = event.brief.towns[showing.town]
    point = (lat, lon) if lat is not None and lon is not None else None
    return Occasion(showing.first, showing.start, event.slug, (department, name), point, event)


def _order(occasion: Occasion) -> tuple[int, int, str]:
    return occasion.day, occasion.start, occasion.slug


def _told(library: Library, brief: Brief) -> Showing:
    """The showing of which its page tells."""
    today = library.today.toordinal()
    return to_tell(brief.showings, lambda showing: showing.last >= today)
