"""A programme by town: each department with its towns, and the map of them all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import cast

from contributions.library.editions import InTown
from contributions.library.library import Library
from contributions.models import Event, Programme
from contributions.record.contribution import Contribution
from contributions.record.values import Located, Occurrence
from contributions.words.typography import typo
from programmes.figures import Events
from programmes.lines import Line, in_town
from programmes.parts import Part, large, parts
from publishing.strings import _, counted
from views.maps.values import Map, Sort, Spot, anchor, small_map
from views.values import Link

SORTS = (
    Sort("event", "Rendez-vous"),
    Sort("gathering", "Villages et festivals"),
    Sort("trail", "Parcours"),
    Sort("school", "Scolaires seulement"),
)
MARKED = {"village-des-sciences": "gathering", "festival": "gathering", "parcours": "trail"}


@dataclass(frozen=True, slots=True)
class TownOfProgramme:
    """A town: how much there is, and each event of it; on the page that only leads there, none of them and its address."""

    id: str
    name: str
    count: str
    url: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class DepartmentOfProgramme:
    """A department with its towns; its name leads to its pages, if it has any."""

    name: Link
    count: str
    towns: tuple[TownOfProgramme, ...]


def by_town(library: Library, programme: Contribution[Programme]) -> tuple[DepartmentOfProgramme, ...]:
    """All departments: each event, or where these have pages, the way to each town."""
    apart, found = bool(large(library, programme, "towns")), []
    for part in parts(library, programme, "towns"):
        entries = part.read()
        listed = _ways(part) if apart else listed_towns(library, entries)
        count = counted("{n} événement", "{n} événements", len({entry.slug for entry in entries}))
        found.append(DepartmentOfProgramme(Link(part.title, part.url if apart else None), count, listed))
    return tuple(found)


def listed_towns(library: Library, entries: Sequence[InTown]) -> tuple[TownOfProgramme, ...]:
    """Towns with each of their events at its showings there; what is on line is a town without a name."""
    found = []
    for (town, insee), group in groupby(entries, key=lambda entry: (entry.town, entry.insee)):
        lines = tuple(_line(library, entry) for entry in group)
        id, count = town_id(town, insee), counted("{n} événement", "{n} événements", len(lines))
        found.append(TownOfProgramme(id, typo(town) or _("En ligne"), count, f"#{id}", lines))
    return tuple(found)


def _ways(part: Part) -> tuple[TownOfProgramme, ...]:
    """The towns of a department that has pages, each with the place where it begins there."""
    first: dict[tuple[str, str], tuple[str, int]] = {}
    for piece in part.pages():
        for (town, insee), group in groupby(piece.entries, key=lambda entry: (entry.town, entry.insee)):
            path, before = first.get((town, insee), (piece.path, 0))
            first[town, insee] = path, before + len(list(group))
    return tuple(
        TownOfProgramme(
            id=town_id(town, insee),
            name=typo(town) or _("En ligne"),
            count=counted("{n} événement", "{n} événements", count),
            url=f"{path}#{town_id(town, insee)}",
        )
        for (town, insee), (path, count) in first.items()
    )


def town_id(town: str, insee: str) -> str:
    """The id of a town's heading; of what is on line, where there is no town."""
    if not town:
        return "en-ligne"
    return f"c{insee}" if insee else anchor("", town)


def programme_map(library: Library, events: Events, listed: Iterable[DepartmentOfProgramme]) -> Map | None:
    """The small map of all towns in which events take place; a mark leads to its town in the list."""
    urls = {town.id: town.url for department in listed for town in department.towns}
    held: dict[tuple[str, ...], dict[str, str]] = defaultdict(dict)
    points: dict[tuple[str, ...], Located] = {}
    for event in events:
        for place in (one.place for one in event.showings if one.place and one.status != "annule"):
            key = place.department or "", place.city, place.insee or ""
            points.setdefault(key, place)
            held[key][event.slug] = _marked(event)
    spots = (_spot(points[key], Counter(marks.values()), urls) for key, marks in held.items())
    marked = {kind for marks in held.values() for kind in marks.values()}
    legend = tuple(sort for sort in SORTS if sort.kind in marked) if len(marked) > 1 else ()
    return small_map(library.hub, _("Carte du programme"), legend, spots)


def places_map(library: Library, programme: Contribution[Programme]) -> Map | None:
    """The small map of the places that a programme names itself, of one without events."""
    spots = (Spot(name, name, place.lat, place.lon, (("event", 1),)) for place in programme.places for name in (typo(place.city),))
    return small_map(library.hub, _("Carte du programme"), (), spots)


def _marked(event: Contribution[Event]) -> str:
    if event.meta.category in MARKED:
        return MARKED[event.meta.category]
    return "school" if all(one.audience == "scolaires" for one in event.showings) else "event"


def _spot(place: Located, counts: Counter[str], urls: dict[str, str]) -> Spot:
    name, url = typo(place.city), urls.get(town_id(place.city, place.insee or ""))
    said = f"{name} : {counted('{n} événement', '{n} événements', counts.total())}"
    return Spot(name, said, place.lat, place.lon, tuple((sort.kind, counts[sort.kind]) for sort in SORTS), url)


def _line(library: Library, entry: InTown) -> Line:
    event = cast("Contribution[Event]", library.by_key["event", entry.slug])
    return in_town(library, event, [one for one in event.showings if _there(one, entry)])


def _there(showing: Occurrence, entry: InTown) -> bool:
    if showing.place is None:
        return not entry.town
    return (showing.place.city, showing.place.insee or "") == (entry.town, entry.insee)
