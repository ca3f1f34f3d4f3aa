"""Where an event is, how one comes there, and where it is followed on line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contributions.library.library import Library
from contributions.models import Event, Organisation
from contributions.record.contribution import Contribution
from contributions.record.values import Located, Occurrence
from contributions.words.folding import folded
from contributions.words.typography import typo
from publishing.strings import _
from views.maps.values import Map, Spot, map_of, small_map
from views.places import geo, looked_up, pinned, postal_town
from views.values import Link

MOST_PLACES = 6
"""Places of one event whose way is told; the dates name all."""


@dataclass(frozen=True, slots=True)
class Where:
    """A place, and ways to find it without anything of others being loaded."""

    name: str
    address: str | None
    town: str | None
    """Where the name does not say it."""
    department: Link | None
    geo: str | None
    """Opened by the visitor's own map: of the place itself, not of its town."""
    map: str
    """A page of OpenStreetMap."""
    around: Link | None
    """What else there is in its town."""
    coming: str | None
    """By bus, by train, where to park: what its house says of itself."""


def where(library: Library, event: Contribution[Event], one: Occurrence) -> Where | None:
    """The place of one showing; None of what is on line alone."""
    return _where(library, event, one.place) if one.place else None


def ways(library: Library, event: Contribution[Event]) -> tuple[Where, ...]:
    """The places of all dates that are ahead and take place, each once."""
    return tuple(_where(library, event, place) for place in _places_ahead(library, event)[:MOST_PLACES])


def drawn(library: Library, event: Contribution[Event]) -> Map | None:
    """The small map of these places, with the name of their town where they are all in one."""
    towns = {place.city: place for place in _places_ahead(library, event)}
    if len(towns) == 1:
        (place,) = towns.values()
        return map_of(library.hub, place.city, place.lat, place.lon)
    spots = (Spot(typo(city), typo(city), place.lat, place.lon, (("event", 1),)) for city, place in towns.items())
    return small_map(library.hub, _("Carte des lieux"), (), spots)


def _places_ahead(library: Library, event: Contribution[Event]) -> list[Located]:
    return list(dict.fromkeys(one.place for one in event.showings if one.place and one.stands and one.last_day >= library.today))


def online(event: Contribution[Event], showings: Sequence[Occurrence]) -> Link | None:
    """Where it is followed on line, by the name of the host, if one of some showings can be."""
    url = event.meta.online_url
    if url is None or all(one.mode == "sur-place" for one in showings):
        return None
    return Link(url.split("://", 1)[1].split("/", 1)[0], url)


def _where(library: Library, event: Contribution[Event], place: Located) -> Where:
    code = place.department if place.inside else None
    own = (place.lat, place.lon) in set(_points(event.meta))
    name, town = typo(place.name or place.city), postal_town(place)
    return Where(
        name=name,
        address=typo(place.address) if place.address else None,
        town=town if town != name else None,
        department=Link(f"{library.hub.departments[code]} ({code})", f"/territoires/{code}/") if code else None,
        geo=geo(place) if own else None,
        map=pinned(place) if own else looked_up(place),
        around=_around(library, place),
        coming=_coming(library, event, place),
    )


def _around(library: Library, place: Located) -> Link | None:
    """The page of its town, where it has one."""
    found = library.commune_names.get(place.insee or "")
    return Link(_("Toutes les sciences à {town}").format(town=typo(found[0])), f"/communes/{place.insee}/") if found else None


def _points(meta: Event) -> Iterator[tuple[float | None, float | None]]:
    """The points that its places have of their own: others have their town's."""
    for keys in (meta.place, *(slot.place for slot in meta.slots)):
        if keys and keys.lat is not None:
            yield keys.lat, keys.lon


def _coming(library: Library, event: Contribution[Event], place: Located) -> str | None:
    """How one comes to the house of who publishes, if it is there."""
    host = library.page("organisation", event.meta.organisation)
    if host is None or not isinstance(host.meta, Organisation) or not host.meta.getting_there:
        return None
    at_home = any(_same(place, home, host.meta.title) for home in host.places)
    return typo(host.meta.getting_there) if at_home else None


def _same(place: Located, home: Located, title: str) -> bool:
    """Whether a place is an organisation's own: in its town, by its address, its name or its place's name."""
    if folded(place.city) != folded(home.city):
        return False
    names = {folded(name) for name in (home.name, title) if name}
    return folded(place.name or "") in names or bool(place.address and home.address and folded(place.address) == folded(home.address))
