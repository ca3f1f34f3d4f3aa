"""What the catalogue answers, tool by tool and condition by condition, as the contract of its filters says it and as slowly as it likes.

Nothing here knows how the site does it: contributions are read from the library, and everything else follows from the contract's
sentences. When a loan can be had is asked of support_lending, day by day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from math import ceil
from typing import Any

from contributions.fields.languages import CODES
from contributions.library.library import Library
from support_answers import ACCESS, LEVELS, Asked, Oracle, Pairs, bare, classes, day_of, kilometres, words
from support_lending import closed, confirmed, copies_of, in_fund, last_told, spare, versions

DAY = timedelta(days=1)
VEHICLES = ("voiture", "utilitaire", "camion")
GROUPS = ("legere", "malle", "interactive")
ORDERS = ("libre", "pres", "nouveau", "prete", "prix")
WHEN = ("du", "au", "jours")
ONE = ("gratuit", "pass-culture")
WHOLE = ("jours", "personnes", "visiteurs")
DECIMAL = ("surface", "hauteur", "poids")
PERIODS = {"semaine": 7, "mois": 30}
CATEGORIES = {
    "legere": ("exposition-panneaux", "exposition-autoportante", "roll-up", "bache", "mobilier"),
    "malle": ("malle", "maquette", "jeu"),
    "interactive": ("exposition-interactive", "planetarium-mobile", "numerique"),
}


@dataclass(frozen=True)
class Version:
    """What is lent by itself: with the tool's own format, set-up and price, where it has none of its own."""

    tool: Any
    id: str | None
    format: Any
    setup: Any
    price: Any


Figure = Callable[[Version, "Question"], Any]
FIGURES: dict[str, tuple[Figure, Callable[[Any, Any], bool]]] = {
    "surface": (lambda one, _q: one.format and one.format.surface_m2, lambda said, asked: asked >= said),
    "hauteur": (lambda one, _q: one.format and one.format.height_cm, lambda said, asked: asked >= said),
    "vehicule": (lambda one, _q: one.format and one.format.vehicle, lambda said, asked: VEHICLES.index(said) <= VEHICLES.index(asked)),
    "poids": (lambda one, _q: one.format and one.format.heaviest_kg, lambda said, asked: asked >= said),
    "personnes": (lambda one, _q: one.setup and one.setup.people, lambda said, asked: asked >= said),
    "visiteurs": (lambda one, _q: one.tool.meta.visit and one.tool.meta.visit.capacity, lambda said, asked: asked <= said),
    "budget": (lambda one, question: cost(one.price, question.lengths), lambda said, asked: said <= asked),
    "gratuit": (lambda one, _q: None if one.price is None else one.price.free, lambda said, _asked: bool(said)),
}
"""What an owner says of a version, None where that is not said; and whether it fits what is asked."""


@dataclass(frozen=True)
class Question:
    """A question as it was understood."""

    values: dict[str, list[Any]]
    today: date

    @property
    def dated(self) -> bool:
        """Whether it asks for days."""
        return "du" in self.values or "au" in self.values

    @property
    def first(self) -> date:
        """The first day."""
        found: date = self.values.get("du", [self.today])[0]
        return found

    @property
    def lengths(self) -> list[int]:
        """How many days the loan lasts, each of which will do."""
        if "jours" in self.values:
            return self.values["jours"]
        return [(self.values["au"][0] - self.first).days + 1 if "au" in self.values else 1]

    def spans(self) -> Iterator[tuple[date, date, int]]:
        """Between which days a loan of how many days will do."""
        for length in self.lengths:
            yield self.first, self.values.get("au", [self.first + (length - 1) * DAY])[0], length

    def without(self, names: Iterable[str]) -> Question:
        """The same without some names."""
        return Question({name: values for name, values in self.values.items() if name not in names}, self.today)


def cost(price: Any, lengths: Sequence[int]) -> float | None:
    """The least that a loan of one of some lengths costs, in euros."""
    if price is None or (not price.free and price.amount is None):
        return None
    if price.free:
        return 0
    return min(float(price.amount * (ceil(length / PERIODS[price.per]) if price.per in PERIODS else 1)) for length in lengths)


HAS: dict[str, Callable[[Tools, Any, Any], bool]] = {
    "departement": lambda _all, tool, code: not tool.meta.area or code in tool.meta.area,
    "langue": lambda _all, tool, code: code in (tool.meta.languages or [tool.meta.lang[:2]]),
    "niveau": lambda _all, tool, level: bool(classes([level]) & classes(tool.meta.school_levels)),
    "public": lambda _all, tool, audience: audience in tool.meta.audiences,
    "theme": lambda _all, tool, theme: theme in tool.meta.themes,
    "acces": lambda _all, tool, access: access in tool.meta.accessibility,
    "categorie": lambda _all, tool, category: tool.meta.category == category,
    "proprietaire": lambda all_, tool, owner: all_.owner(tool) == owner,
    "groupe": lambda _all, tool, group: tool.meta.category in CATEGORIES[group],
    "pass-culture": lambda _all, tool, _one: bool(tool.meta.pass_culture),
    "q": lambda all_, tool, text: all(any(word.startswith(begun) for word in all_.words(tool)) for begun in words(text)),
}
"""Whether a tool has one of the values of a name."""


class Tools:
    """A library whose tools are asked for on a day."""

    def __init__(self, library: Library, today: date) -> None:
        self.library, self.hub, self.today = library, library.hub, today
        self._had: dict[tuple[str, str | None, date, int], bool] = {}
        self._spare: dict[tuple[str, str | None, int, date], bool] = {}
        self._first: dict[str, date] = {}
        self._words: dict[str, list[str]] = {}

    @cached_property
    def tools(self) -> list[Any]:
        """Those that can be lent, now or later, by title."""
        found = [tool for tool in self.library.all if tool.kind == "exhibition" and self._lent(tool)]
        return sorted(found, key=lambda tool: (" ".join(words(tool.meta.title)), tool.slug))

    def _lent(self, tool: Any) -> bool:
        meta = tool.meta
        kept = any(in_fund(meta, version, self.today) for version in versions(meta))
        return meta.status == "publie" and meta.visibility != "reserve" and meta.condition != "retire" and kept

    @cached_property
    def known(self) -> dict[str, tuple[str, ...]]:
        """The values that each name with a list knows."""
        return {
            "vehicule": VEHICLES, "departement": tuple(self.hub.departments), "langue": tuple(CODES), "niveau": LEVELS,
            "public": tuple(self.hub.audiences), "theme": tuple(self.hub.themes), "acces": ACCESS, "groupe": GROUPS,
            "categorie": tuple(self.hub.all_categories["exhibition"]), "tri": ORDERS,
            "proprietaire": tuple({self.owner(tool): None for tool in self.tools}),
        }  # fmt: skip

    def owner(self, tool: Any) -> str:
        """Who lends it, as its record says it."""
        return str(tool.meta.organisation or tool.meta.publisher.name)

    def words(self, tool: Any) -> list[str]:
        """The words that it is found by."""
        if tool.slug not in self._words:
            meta, owner = tool.meta, self.library.find("organisation", tool.meta.organisation) if tool.meta.organisation else None
            texts = (meta.title, meta.summary, *meta.keywords, owner.meta.title if owner else self.owner(tool))
            self._words[tool.slug] = [word for text in texts for word in words(text)]
        return self._words[tool.slug]

    def closures(self, tool: Any) -> Sequence[Any]:
        """The days on which its owner is closed."""
        owner: Any = self.library.find("organisation", tool.meta.organisation) if tool.meta.organisation else None
        return owner.meta.closed if owner else ()

    def point(self, tool: Any) -> tuple[float, float] | None:
        """The town of its owner, where that stands in the directory."""
        owner = self.library.page("organisation", tool.meta.organisation)
        places = owner.places if owner else ()
        return (places[0].lat, places[0].lon) if places and places[0].lat is not None else None

    def parts(self, tool: Any) -> list[Version]:
        """Its versions that are lent, or itself."""
        meta = tool.meta
        if not meta.versions:
            return [Version(tool, None, meta.format, meta.setup, meta.price)]
        return [
            Version(tool, one.id, one.format or meta.format, one.setup or meta.setup, one.price or meta.price)
            for one in meta.versions
            if in_fund(meta, one.id, self.today)
        ]

    def understood(self, pairs: Pairs) -> Asked:
        """What of a question means something."""
        found: dict[str, list[Any]] = {}
        ignored: list[tuple[str, str]] = []
        names = {*WHEN, *FIGURES, *ONE, *self.known, "q"}
        for name, value in ((name, written.strip()) for name, written in pairs if name in names and written.strip()):
            read = self._value(name, value)
            if read is None:
                ignored.append((name, value))
            elif read not in found.setdefault(name, []):
                found[name].append(read)
        first = max(self.today, min(found.get("du") or [self.today]))
        if "du" in found:
            found["du"] = [first]
        ignored += [("au", f"{day}") for day in found.get("au", []) if day < first]
        found["au"] = [max(found["au"])] if any(day >= first for day in found.get("au", [])) else []
        return Asked({name: values for name, values in found.items() if values}, ignored)

    def _value(self, name: str, text: str) -> Any:
        if name in {"du", "au"}:
            return day_of(text)
        if name in ONE:
            return "1" if text == "1" else None
        if name in WHOLE:
            return int(text) if re.fullmatch(r"[0-9]{1,6}", text) and int(text) > 0 else None
        if name in DECIMAL or name == "budget":
            value = float(text.replace(",", ".")) if re.fullmatch(r"[0-9]{1,6}([.,][0-9]+)?", text) else None
            return value if value or (name == "budget" and value == 0) else None
        if name == "niveau":
            return next((level for level in LEVELS if bare(level) == bare(text)), None)
        if name == "q":
            return text if words(text) else None
        return next((value for value in self.known[name] if value.lower() == text.lower()), None)

    def question(self, pairs: Pairs) -> Question:
        """A question, understood."""
        return Question(self.understood(pairs).values, self.today)

    def had(self, one: Version, first: date, days: int) -> bool:
        """Whether a loan of a version can be had; what was asked before is known."""
        key = one.tool.slug, one.id, first, days
        if key not in self._had:
            self._had[key] = self._can_be_had(one, first, days)
        return self._had[key]

    def _can_be_had(self, one: Version, first: date, days: int) -> bool:
        meta, last = one.tool.meta, first + (days - 1) * DAY
        return (
            confirmed(meta, self.today)
            and first >= self.today + (meta.loan.notice_days or 0) * DAY
            and last <= last_told(self.today)
            and (meta.loan.min_days or 1) <= days <= (meta.loan.max_days or days)
            and not any(closed(self.closures(one.tool), day) for day in (first, last))
            and any(all(self._free(one, copy, first + n * DAY) for n in range(days)) for copy in copies_of(meta, one.id))
        )

    def _free(self, one: Version, copy: int, day: date) -> bool:
        key = one.tool.slug, one.id, copy, day
        if key not in self._spare:
            self._spare[key] = spare(one.tool.meta, one.id, copy, day)
        return self._spare[key]

    def window(self, parts: Iterable[Version], spans: Iterable[tuple[date, date, int]]) -> tuple[date, int] | None:
        """The first loan that can be had of one of some versions in one of some spans."""
        given = list(parts)
        found = [(first, length) for start, end, length in spans if (first := self._begins(given, start, end, length)) is not None]
        return min(found, default=None)

    def _begins(self, parts: Sequence[Version], start: date, end: date, length: int) -> date | None:
        for number in range((min(end, last_told(self.today)) - start).days - length + 2):
            if any(self.had(one, start + number * DAY, length) for one in parts):
                return start + number * DAY
        return None

    def first(self, tool: Any) -> date:
        """The first day on which the shortest loan of it can begin; the last of all days where there is none."""
        if tool.slug not in self._first:
            spans = [(self.today, date.max, tool.meta.loan.min_days or 1)]
            found = self.window(self.parts(tool), spans) if confirmed(tool.meta, self.today) else None
            self._first[tool.slug] = found[0] if found else date.max
        return self._first[tool.slug]

    def fits(self, one: Version, question: Question, *, silent: Sequence[str] = ()) -> bool:
        """Whether a version fits in all figures that are asked, or says nothing of those that may be silent."""
        for name, values in question.values.items():
            if name in FIGURES:
                says, fitting = FIGURES[name]
                said = says(one, question)
                if name not in silent if said is None else not any(fitting(said, value) for value in values):
                    return False
        return True

    def matches(self, tool: Any, question: Question) -> bool:
        """Whether the tool as a whole has what is asked."""
        return all(any(HAS[name](self, tool, value) for value in values) for name, values in question.values.items() if name in HAS)

    def candidates(self, question: Question) -> Iterator[tuple[Any, list[Version]]]:
        """The tools that answer in all but the days, with their versions that do."""
        for tool in self.tools:
            if self.matches(tool, question):
                parts = [one for one in self.parts(tool) if self.fits(one, question)]
                if parts:
                    yield tool, parts

    def answering(self, question: Question) -> list[Any]:
        """The tools that answer, by title."""
        return [tool for tool, parts in self.candidates(question) if not question.dated or self.window(parts, question.spans())]

    def answer(self, question: Question) -> list[Any]:
        """The same in the order that is asked for: else the first to be free, then by title."""
        order = question.values.get("tri", ["libre"])[0]
        places = {tool.slug: at for at, tool in enumerate(self.tools)}
        return sorted(self.answering(question), key=lambda tool: (self._measure(tool, question, order), places[tool.slug]))

    def _measure(self, tool: Any, question: Question, order: str) -> float:
        parts = [one for one in self.parts(tool) if self.fits(one, question)]
        if order == "libre":
            if question.dated:
                window = self.window(parts, question.spans())
                return window[0].toordinal() if window else float("inf")
            spans = [(self.today, date.max, tool.meta.loan.min_days or 1)]
            whole = len(parts) == len(self.parts(tool))
            found = (self.first(tool), 0) if whole or not confirmed(tool.meta, self.today) else self.window(parts, spans)
            return found[0].toordinal() if found else date.max.toordinal()
        if order == "nouveau":
            return -float(tool.meta.date.toordinal())
        if order == "prete":
            return -float(sum(loan.state in {"confirme", "en-cours", "rendu"} for loan in tool.meta.loans))
        return min((price for one in parts if (price := cost(one.price, question.lengths)) is not None), default=float("inf"))

    def apart(self, question: Question) -> tuple[list[str], list[str]]:
        """With days: the slugs of those to be asked for, and of those that can be had on other days alone."""
        if not question.dated:
            return [], []
        found = {tool.slug for tool in self.answering(question)}
        others = [tool for tool, _parts in self.candidates(question) if tool.slug not in found and tool.meta.condition == "bon"]
        unconfirmed = [tool.slug for tool in others if not confirmed(tool.meta, self.today)]
        return unconfirmed, [tool.slug for tool in others if tool.slug not in unconfirmed]

    def silent(self, question: Question) -> dict[str, int]:
        """How many say nothing of each figure that is asked, and fit in all that they do say; those that answer are not among them."""
        figures = [name for name in question.values if name in FIGURES]
        found = {tool.slug for tool in self.answering(question)} if figures else set()
        counts = {name: sum(self._mute(tool, question, name, figures) for tool in self.tools if tool.slug not in found) for name in figures}
        return {name: count for name, count in counts.items() if count}

    def _mute(self, tool: Any, question: Question, name: str, figures: Sequence[str]) -> bool:
        if not self.matches(tool, question):
            return False
        parts = [one for one in self.parts(tool) if self.fits(one, question, silent=figures) and FIGURES[name][0](one, question) is None]
        return bool(parts) and (not question.dated or self.window(parts, question.spans()) is not None)

    def giving_up(self, question: Question) -> dict[tuple[str, ...], int]:
        """For each condition, what is left without it, where that is something."""
        singles = [(name,) for name in question.values if name in FIGURES or name in HAS]
        groups = [*([WHEN] if question.dated else []), *singles]
        counts = {names: len(self.answering(question.without(names))) for names in groups}
        return {names: count for names, count in counts.items() if count}


def distances(oracle: Oracle, tools: Tools, town: str) -> dict[str, float]:
    """Kilometres from a town to the owner of each tool, where that is known."""
    found = oracle.town(town)
    assert found is not None
    known = {tool.slug: tools.point(tool) for tool in tools.tools}
    return {slug: kilometres((found.lat, found.lon), point) for slug, point in known.items() if point}
