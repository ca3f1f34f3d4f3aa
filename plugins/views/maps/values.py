"""The map: departments, and marks on towns whose form and colour tell what is there. Large for /carte/, small for a page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from contributions.region.hub import Hub
from contributions.words.typography import typo
from publishing.strings import _
from views.maps.drawing import WIDTH, Drawing, drawing
from views.values import Card, Link

BACKDROP = "/carte/fond.svg"
"""The departments in few strokes, for all small maps."""
SMALL = 1.8
"""How much larger marks are drawn on a small map, which shows its units smaller."""
BESIDE = 40
"""How far from its mark the name of a town stands, in units."""
LEAST, MOST = 9.0, 26.0
"""Half the side of a mark in units, for one thing and for very many."""
FORMS = {
    "event": "circle",
    "exhibition": "square",
    "organisation": "diamond",
    "reading": "triangle",
    "gathering": "square",
    "trail": "diamond",
    "school": "triangle",
}
"""What is marked → its form; its colour is the style sheet's."""


@dataclass(frozen=True, slots=True)
class Sort:
    """What a mark may stand for, with the words of the legend and the mark itself, in a square of 40 units about 0."""

    kind: str
    label: str

    @property
    def path(self) -> str:
        """The mark of the legend."""
        return mark_path(FORMS[self.kind], 0, 0, 14)


@dataclass(frozen=True, slots=True)
class Spot:
    """A town to mark: where it is (degrees), what its mark says and leads to, and how much there is of each sort."""

    name: str
    said: str
    lat: float | None
    lon: float | None
    counts: tuple[tuple[str, int], ...]
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A department on a large map."""

    name: str
    url: str
    path: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for one sort."""

    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A town on the map: its marks side by side; `label` is written beside it, before or behind (`anchor`)."""

    said: str
    url: str | None
    marks: tuple[Mark, ...]
    x: float
    y: float
    label: str = ""
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Map:
    """A map, `width` by `height` units: of its departments' shapes, or on the `backdrop` that all small maps share."""

    label: str
    width: int
    height: int
    dots: tuple[Dot, ...]
    legend: tuple[Sort, ...]
    shapes: tuple[Shape, ...] = ()
    backdrop: str | None = None

    @property
    def leads(self) -> bool:
        """Whether something on it leads somewhere."""
        return bool(self.shapes) or any(dot.url for dot in self.dots)


@dataclass(frozen=True, slots=True)
class TownEntry:
    """A town of the list that says what a map shows."""

    name: str
    anchor: str
    count: str
    entries: tuple[Card, ...]
    more: str | None = None


@dataclass(frozen=True, slots=True)
class DepartmentEntry:
    """A department of that list, « hors région » last."""

    title: str
    more: Link | None
    towns: tuple[TownEntry, ...]


def large_map(hub: Hub, label: str, sorts: Iterable[Sort], spots: Iterable[Spot]) -> Map | None:
    """The map of a page of its own, whose departments lead to their pages; None where their outlines are not known."""
    drawn = _drawn(hub)
    if drawn is None:
        return None
    shapes = tuple(Shape(hub.departments[one.code], f"/territoires/{one.code}/", one.path, one.x, one.y) for one in drawn.departments)
    return Map(label, WIDTH, drawn.height, _dots(drawn, spots, 1), tuple(sorts), shapes)


def small_map(hub: Hub, label: str, sorts: Iterable[Sort], spots: Iterable[Spot]) -> Map | None:
    """The map of some towns, for a page about something else; None where none of them stands on it."""
    drawn = _drawn(hub)
    dots = _dots(drawn, spots, SMALL) if drawn else ()
    return Map(label, WIDTH, drawn.height, dots, tuple(sorts), backdrop=BACKDROP) if drawn and dots else None


def map_of(hub: Hub, town: str, lat: float | None, lon: float | None, kind: str = "event") -> Map | None:
    """The small map of one place (degrees), with the name of its town; None where that is outside, or its point unknown."""
    name = typo(town)
    found = small_map(hub, _("Carte : {town}").format(town=name), (), (Spot(name, name, lat, lon, ((kind, 1),)),))
    if found is None:
        return None
    (dot,) = found.dots
    before = dot.x > found.width / 2
    named = replace(dot, x=dot.x + (-BESIDE if before else BESIDE), label=name, anchor="end" if before else "start")
    return replace(found, dots=(named,))


def anchor(code: str, name: str) -> str:
    """The id of a town in the list."""
    letters = "".join(c if c.isalnum() else "-" for c in name.lower())
    return f"t{code}-{letters}"


def _drawn(hub: Hub) -> Drawing | None:
    return drawing(hub.region.code, tuple(hub.departments))


def _dots(drawn: Drawing, spots: Iterable[Spot], scale: float) -> tuple[Dot, ...]:
    """The towns that stand on the drawing, those with much first, so that none lies below another."""
    found = []
    for spot in sorted(spots, key=lambda spot: (-sum(count for _kind, count in spot.counts), spot.name)):
        point = drawn.point(spot.lat, spot.lon) if spot.lat is not None and spot.lon is not None else None
        if point is not None:
            found.append(Dot(spot.said, spot.url, _marks(spot.counts, *point, scale), *point))
    return tuple(found)


def _marks(counts: Iterable[tuple[str, int]], x: float, y: float, scale: float) -> tuple[Mark, ...]:
    """The marks of a town in a row about its point, each as large as there is much of its sort."""
    sized = [(kind, scale * min(LEAST + 2.5 * (math.sqrt(count) - 1), MOST)) for kind, count in counts if count]
    at = x - sum(half for _kind, half in sized)
    found = []
    for kind, half in sized:
        found.append(Mark(kind, mark_path(FORMS[kind], at + half, y, half)))
        at += 2 * half
    return tuple(found)


def mark_path(form: str, x: float, y: float, half: float) -> str:
    """A mark as SVG path data in whole units, about a point, `half` units to each side; those that fill less of their square are larger."""
    at, side, far = (round(x), round(y)), round(half), round(half * 1.15)
    if form == "circle":
        return f"M{at[0] - side} {at[1]}a{side} {side} 0 1 0 {2 * side} 0a{side} {side} 0 1 0-{2 * side} 0Z"
    if form == "square":
        side = round(half * 0.88)
        return f"M{at[0] - side} {at[1] - side}h{2 * side}v{2 * side}h-{2 * side}Z"
    if form == "diamond":
        return f"M{at[0]} {at[1] - far}l{far} {far}l-{far} {far}l-{far}-{far}Z"
    return f"M{at[0]} {at[1] - far}l{far} {round(1.8 * far)}h-{2 * far}Z"
