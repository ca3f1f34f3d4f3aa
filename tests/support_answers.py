"""What the agenda answers, entry by entry and condition by condition, as the contract of its filters says it and as slowly as it likes.

Nothing here knows how the site does it: contributions are read from the library, and everything else follows from the contract's sentences.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import Any, NamedTuple
from urllib.parse import urlencode

from contributions.geography.gazetteer import Gazetteer, Town
from contributions.library.library import Library

Pairs = Sequence[tuple[str, str]]
ONE = ("gratuit", "places", "abri", "scolaires")
MODES = ("sur-place", "en-ligne", "mixte")
ACCESS = ("auditif", "visuel", "psychique", "moteur", "intellectuel")
YEARS = {"petite-enfance": (0, 6), "primaire": (6, 11), "college": (11, 15), "lycee": (15, 18)}
GROWN = ("superieur", "adultes", "professionnels")
CLASSES = {
    "cycle-1": "ps ms gs", "cycle-2": "cp ce1 ce2", "cycle-3": "cm1 cm2 6e", "cycle-4": "5e 4e 3e", "maternelle": "ps ms gs",
    "elementaire": "cp ce1 ce2 cm1 cm2", "college": "6e 5e 4e 3e", "lycee": "2de 1re terminale",
}  # fmt: skip
LEVELS = (*"ps ms gs cp ce1 ce2 cm1 cm2 6e 5e 4e 3e 2de 1re terminale superieur".split(), *CLASSES)
TOGETHER = (("du", "au"), ("pres", "rayon"))
"""Names that are given up as one condition."""


class Asked(NamedTuple):
    """A question as it was understood, and the (name, value) pairs of it that were not."""

    values: dict[str, list[Any]]
    ignored: list[tuple[str, str]]


@dataclass(frozen=True)
class Shown:
    """A showing to come that is not called off."""

    slug: str
    start: str
    first: date
    last: date
    meta: Any
    audience: str
    mode: str
    full: bool
    place: Any
    category: str
    access: tuple[str, ...]
    free: bool
    schools: bool
    levels: tuple[str, ...]
    outdoors: bool
    words: tuple[str, ...]

    @property
    def told(self) -> tuple[str, str]:
        """How a list shows it."""
        return self.slug, self.start


HAS: dict[str, Callable[[Shown, Any], bool]] = {
    "departement": lambda one, code: one.place is not None and one.place.department == code,
    "theme": lambda one, theme: theme in one.meta.themes,
    "categorie": lambda one, category: one.category == category,
    "public": lambda one, audience: audience in one.meta.audiences,
    "acces": lambda one, access: access in one.access,
    "age": lambda one, years: _of_age(one.meta, years),
    "gratuit": lambda one, _one: one.free,
    "places": lambda one, _one: not one.full,
    "mode": lambda one, mode: one.mode in ({"mixte"} if mode == "mixte" else {mode, "mixte"}),
    "abri": lambda one, _one: not one.outdoors,
    "scolaires": lambda one, _one: one.audience == "scolaires" or (one.audience == "tous" and one.schools),
    "niveau": lambda one, level: bool(classes([level]) & classes(one.levels)),
    "q": lambda one, text: all(any(word.startswith(begun) for word in one.words) for begun in words(text)),
}
"""Whether an entry has one of the values of a name."""


class Oracle:
    """A library that is asked on a day."""

    def __init__(self, library: Library, today: date) -> None:
        self.library, self.hub, self.today = library, library.hub, today

    @cached_property
    def shown(self) -> list[Shown]:
        """Every entry that can answer something."""
        found = [one for event in self.library.all if event.kind == "event" for one in self._of_event(event)]
        found += [one for tool in self.library.all if tool.kind == "exhibition" for one in self._of_tool(tool)]
        return [one for one in found if one.last >= self.today]

    @cached_property
    def values(self) -> dict[str, tuple[str, ...]]:
        """The values that each name with a list knows."""
        return {
            "theme": tuple(self.hub.themes), "categorie": tuple(self.hub.all_categories["event"]), "public": tuple(self.hub.audiences),
            "acces": ACCESS, "departement": tuple(self.hub.departments), "mode": MODES, "niveau": LEVELS,
        }  # fmt: skip

    @cached_property
    def _towns(self) -> dict[str, Town]:
        """Those of the region by code and by name: of several the largest."""
        by_size = sorted(Gazetteer.load(self.hub.region.code), key=lambda town: town.population)
        return {name: town for town in by_size for name in (town.insee, spelt(town.name))}

    def town(self, text: str) -> Town | None:
        """The town that a code or a name means."""
        return self._towns.get(text.upper()) or self._towns.get(spelt(text))

    def _of_event(self, event: Any) -> Iterator[Shown]:
        meta = event.meta
        if meta.status != "publie" or meta.visibility == "reserve":
            return
        for showing in event.showings:
            if showing.status in {"annule", "reporte"} or showing.start.precision in {"month", "year"}:
                continue
            start = showing.start
            clock = f"T{start.clock:%H:%M}" if start.clock else ""
            place = None if showing.mode == "en-ligne" else showing.place
            booking = meta.school_booking
            yield Shown(
                slug=event.slug, start=f"{start.day}{clock}", first=start.day, last=_last(showing), meta=meta, audience=showing.audience,
                mode=showing.mode, full=showing.status == "complet" or bool(meta.booking and meta.booking.left == 0), place=place,
                category=meta.category, access=meta.accessibility, free=bool(meta.price and meta.price.free), schools=booking is not None,
                levels=booking.levels if booking else (), outdoors=meta.outdoors is True, words=self._words(meta, place),
            )  # fmt: skip

    def _of_tool(self, tool: Any) -> Iterator[Shown]:
        meta = tool.meta
        if meta.status != "publie" or meta.visibility != "public":
            return
        for stop in tool.stops:
            loan, venue = stop.loan, stop.loan.venue
            if not loan.public_showing or loan.state in {"option", "annule", "maintenance"}:
                continue
            opens, closes = loan.opens or loan.start, loan.closes or loan.end
            yield Shown(
                slug=tool.slug, start=f"{opens}", first=opens, last=closes, meta=meta, audience="tous", mode="sur-place", full=False,
                place=stop.place, category="exposition", access=venue.accessibility if venue else (),
                free=bool(venue and venue.price and venue.price.free), schools=False, levels=meta.school_levels, outdoors=False,
                words=self._words(meta, stop.place),
            )  # fmt: skip

    def _words(self, meta: Any, place: Any) -> tuple[str, ...]:
        organiser = self.library.find("organisation", meta.organisation) if meta.organisation else None
        name = organiser.meta.title if organiser else meta.organisation or (meta.publisher.name if meta.publisher else "")
        of_place = (place.name or "", place.city) if place else ()
        return tuple(word for text in (meta.title, meta.summary, *meta.keywords, name, *of_place) for word in words(text))

    def understood(self, pairs: Pairs) -> Asked:
        """What of a question means something."""
        found: dict[str, list[Any]] = {}
        ignored: list[tuple[str, str]] = []
        known = {"du", "au", "pres", "rayon", "age", "q", *ONE, *self.values}
        for name, value in ((name, written.strip()) for name, written in pairs if name in known and written.strip()):
            read = self._value(name, value)
            if read is None:
                ignored.append((name, value))
            elif read not in found.setdefault(name, []):
                found[name].append(read)
        if "pres" not in found:
            found.pop("rayon", None)
            ignored = [pair for pair in ignored if pair[0] != "rayon"]
        first = max(self.today, min(found.get("du") or [self.today]))
        if "du" in found:
            found["du"] = [first]
        ignored += [("au", f"{day}") for day in found.get("au", []) if day < first]
        found["au"] = [max(day for day in found["au"])] if any(day >= first for day in found.get("au", [])) else []
        return Asked({name: values for name, values in found.items() if values}, ignored)

    def _value(self, name: str, text: str) -> Any:
        if name in {"du", "au"}:
            return day_of(text)
        if name == "pres":
            return text if self.town(text) else None
        if name == "rayon":
            return _kilometres(text)
        if name == "age":
            return int(text) if text.isascii() and text.isdigit() and int(text) <= 120 else None
        if name in ONE:
            return "1" if text == "1" else None
        if name == "niveau":
            return next((level for level in LEVELS if bare(level) == bare(text)), None)
        return text if name == "q" else next((value for value in self.values[name] if value.lower() == text.lower()), None)

    def answer(self, pairs: Pairs) -> list[Shown]:
        """The entries that answer a question, in order."""
        return self.answering(self.understood(pairs).values)

    def answering(self, asked: dict[str, list[Any]]) -> list[Shown]:
        """The same, of a question that was understood."""
        first = asked.get("du", [self.today])[0]
        found = [one for one in self.shown if self._fits(one, asked)]
        begun = sorted((one for one in found if one.first < first), key=lambda one: (one.last, *_start(one)))
        return begun + sorted((one for one in found if one.first >= first), key=_start)

    def _fits(self, one: Shown, asked: dict[str, list[Any]]) -> bool:
        first, last = asked.get("du", [self.today])[0], asked.get("au", [date.max])[0]
        if one.last < first or one.first > last:
            return False
        if one.audience == "scolaires" and "scolaires" not in asked:
            return False
        if one.meta.visibility == "professionnels" and "professionnels" not in asked.get("public", ()):
            return False
        if "pres" in asked:
            radius = max(asked.get("rayon", [20]))
            away = self.away(one, asked["pres"])
            if away is None or away > radius:
                return False
        others = (name for name in asked if name not in {"du", "au", "pres", "rayon"})
        return all(any(HAS[name](one, value) for value in asked[name]) for name in others)

    def away(self, one: Shown, names: Sequence[str]) -> float | None:
        """Kilometres from the nearest of some towns, or nothing where that is not known."""
        if one.place is None or one.place.lat is None:
            return None
        towns = [town for town in map(self.town, names) if town]
        return min(kilometres((town.lat, town.lon), (one.place.lat, one.place.lon)) for town in towns)

    def giving_up(self, asked: dict[str, list[Any]]) -> dict[tuple[str, ...], int]:
        """For each condition, what is left without it, where that is something."""
        groups = [*TOGETHER, *((name,) for name in asked if name not in {"du", "au", "pres", "rayon"})]
        found = {}
        for names in groups:
            if set(names) & set(asked):
                left = len(self.answering({name: values for name, values in asked.items() if name not in names}))
                if left:
                    found[names] = left
        return found


def query(pairs: Pairs) -> str:
    """A question as an address has it."""
    return urlencode(pairs)


def words(text: str) -> list[str]:
    """Its words, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    return "".join(one if one.isalnum() else " " for one in letters).split()


def spelt(name: str) -> str:
    """A town's name without accents, case, hyphens, apostrophes and abbreviations."""
    return " ".join({"st": "saint", "ste": "sainte"}.get(word, word) for word in words(name))


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """As the crow flies."""
    (lat, lon), (lat2, lon2) = ((radians(value) for value in point) for point in (one, other))
    return 2 * 6371.0 * asin(sqrt(sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2))


def _start(one: Shown) -> tuple[date, bool, str, str]:
    """By start, whole days before hours, then slug."""
    return one.first, "T" in one.start, one.start, one.slug


def _last(showing: Any) -> date:
    """A night that ends before six belongs to its evening."""
    start, end = showing.start, showing.end
    if end is None:
        return start.day
    night = end.clock is not None and end.clock.hour < 6 and end.day - start.day == timedelta(1)
    return start.day if night else end.day


def _of_age(meta: Any, years: int) -> bool:
    if meta.age is not None:
        return (meta.age.min or 0) <= years <= (120 if meta.age.max is None else meta.age.max)
    return not meta.audiences or any(_may_be(audience, years) for audience in meta.audiences)


def _may_be(audience: str, years: int) -> bool:
    if audience in GROWN:
        return years >= 18
    least, most = YEARS.get(audience, (0, 120))
    return least <= years <= most


def classes(levels: Sequence[str]) -> set[str]:
    """The classes of some levels."""
    return {one for level in levels for one in CLASSES.get(level, level).split()}


def bare(text: str) -> str:
    """Its letters and digits alone."""
    return "".join(words(text))


def day_of(text: str) -> date | None:
    """The day that an address names, if it is one."""
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None


def _kilometres(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if 0 < value < 100_000 else None
