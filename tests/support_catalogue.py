"""A fund of tools at random, and what the catalogue's contract says of it, tool by tool and day by day, as slowly as it likes.

Nothing here knows how the site does it: keys are read as contributors write them, and everything follows from the contract's sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from support import exhibition, loan, organisation

Keys = Mapping[str, Any]
TODAY = date(2026, 11, 21)
THEMES = ("astronomie", "sciences-de-la-terre", "sciences-et-societe")
AUDIENCES = ("tout-public", "famille", "professionnels")
DEPARTMENTS = ("02", "59", "60", "62", "80")
GROUPS = {
    "legere": ("exposition-panneaux", "exposition-autoportante", "roll-up", "bache", "mobilier"),
    "malle": ("malle", "maquette", "jeu"),
    "interactive": ("exposition-interactive", "planetarium-mobile", "numerique"),
}
VEHICLES = ("voiture", "utilitaire", "camion")
OWNERS = ("musee-du-ciel", "club-des-dunes", "atelier-vert")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


@dataclass
class Fund:
    """Tools by slug, each with its keys, and the days of the week on which their owners are closed."""

    seed: int
    size: int
    tools: dict[str, dict[str, Any]] = field(init=False)
    closed: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        """Draw them."""
        luck = Random(self.seed)
        self.closed = {owner: luck.sample(WEEKDAYS, number) for number, owner in enumerate(OWNERS)}
        self.tools = {f"outil-{number:03}": _tool(luck, number) for number in range(self.size)}

    def tree(self) -> dict[str, str | bytes]:
        """Its files."""
        found: dict[str, str | bytes] = {}
        for owner in OWNERS:
            # One does not stand in the directory: the days on which it is closed hold all the same.
            shown = {} if owner != "club-des-dunes" else {"consent": None, "place": None}
            found |= organisation(owner, closed=[{"weekdays": self.closed[owner]}] if self.closed[owner] else None, **shown)
        for slug, keys in self.tools.items():
            found |= exhibition(slug, **keys)
        return found


def _tool(luck: Random, number: int) -> dict[str, Any]:
    def maybe(value: Any, chance: float = 0.6) -> Any:
        return value if luck.random() < chance else None

    def format_() -> dict[str, Any] | None:
        return maybe({"surface_m2": luck.randint(4, 120)} | ({"vehicle": luck.choice(VEHICLES)} if luck.random() < 0.7 else {}))

    def price() -> dict[str, Any] | None:
        return maybe(luck.choice([{"free": True}, {"free": False, "amount": luck.randint(10, 300), "per": "semaine"}, {"free": False}]))

    condition = luck.choice(["bon"] * 8 + ["a-reviser", "retire"])
    versions = maybe([_version(name, format_(), price(), luck) for name in ("grande", "petite")], 0.25)
    keys: dict[str, Any] = {
        "title": f"{luck.choice(['Éclipses', 'Dunes', 'L’œil', 'Zéro', 'Ammonites'])} {number}",
        "category": luck.choice([category for group in GROUPS.values() for category in group]),
        "themes": luck.sample(THEMES, luck.randint(1, 2)),
        "audiences": maybe(luck.sample(AUDIENCES, luck.randint(1, 3))),
        "area": maybe(luck.sample(DEPARTMENTS, luck.randint(1, 4))),
        "format": format_(),
        "price": price(),
        "pass_culture": maybe(True, 0.3),
        "condition": maybe(condition, 1),
        "retired_on": "2026-01-31" if condition == "retire" else maybe(luck.choice(["2026-10-01", "2026-11-21", "2027-06-01"]), 0.1),
        "availability_on": maybe(luck.choice(["2026-08-22", "2026-08-23", "2026-08-24", "2026-11-20"]), 0.8),
        "loan": {"min_days": luck.choice([1, 1, 7, 14]), "notice_days": luck.choice([0, 0, 10, 30]), "gap_days": luck.choice([0, 2])},
        "versions": versions,
    }
    if luck.random() < 0.85:
        keys |= {"organisation": luck.choice(OWNERS), "publisher": None}
    keys["loans"] = list(_loans(luck, versions, keys["loan"])) or None
    return {key: value for key, value in keys.items() if value is not None or key == "publisher"}


def _version(name: str, format_: Any, price: Any, luck: Random) -> dict[str, Any]:
    found = {"id": name, "label": f"La {name}", "format": format_, "price": price}
    if luck.random() < 0.2:
        found["retired_on"] = "2026-11-01"
    return {key: value for key, value in found.items() if value is not None}


def _loans(luck: Random, versions: list[dict[str, Any]] | None, terms: Keys) -> Iterator[dict[str, Any]]:
    for version in [one["id"] for one in versions] if versions else [None]:
        at = TODAY - timedelta(luck.randint(0, 40))
        for _number in range(luck.randint(0, 4)):
            end = at + timedelta(terms["min_days"] - 1 + luck.randint(0, 60))
            state = luck.choice(["confirme", "confirme", "option", "annule", "maintenance"]) if end >= TODAY else "rendu"
            told = {"version": version} if version else {}
            yield loan(at.isoformat(), end.isoformat(), state, **told)
            at = end + timedelta(1 + terms["gap_days"] + luck.randint(0, 60))


@dataclass(frozen=True)
class Slow:
    """What the contract says of a fund, as of a day."""

    fund: Fund
    today: date = TODAY

    def answer(self, question: str) -> list[str]:
        """The slugs that a question gives, by the day on which the shortest loan can begin, then by title."""
        found = [slug for slug, keys in self.fund.tools.items() if self.can_be_lent(keys) and self._answers(keys, question)]
        return sorted(found, key=lambda slug: (self.first_day(slug) or date.max, _plain(self.fund.tools[slug]["title"]), slug))

    def can_be_lent(self, keys: Keys) -> bool:
        """Published, and not retired."""
        if keys.get("condition") == "retire" or self._gone(keys):
            return False
        versions = keys.get("versions") or []
        return not versions or not all(self._gone(version) for version in versions)

    def _gone(self, keys: Keys) -> bool:
        return "retired_on" in keys and date.fromisoformat(keys["retired_on"]) <= self.today

    def _answers(self, keys: Keys, question: str) -> bool:
        name, _sep, value = question.partition("/")
        lent = [dict(keys) | version for version in keys.get("versions") or [{}]]
        if name == "themes":
            return value in keys["themes"]
        if name == "publics":
            return value in keys.get("audiences", ())
        if name == "territoires":
            return "area" not in keys or value in keys["area"]
        if name == "proprietaires":
            return bool(keys.get("organisation") == value)
        if name == "categories":
            return keys["category"] in GROUPS[value]
        if name == "vehicule":
            fit = VEHICLES[: VEHICLES.index(value) + 1]
            return any(one.get("format", {}).get("vehicle") in fit for one in lent)
        if name == "gratuit":
            return any(one.get("price", {}).get("free") for one in lent)
        return "pass_culture" in keys if name == "pass-culture" else True

    def first_day(self, slug: str) -> date | None:
        """The first day on which the shortest loan can begin; None where none can be promised."""
        keys = self.fund.tools[slug]
        told = keys.get("availability_on")
        if keys.get("condition", "bon") != "bon" or told is None or (self.today - date.fromisoformat(told)).days > 90:
            return None
        length = keys["loan"]["min_days"]
        for later in range(keys["loan"]["notice_days"], 700):
            days = [self.today + timedelta(later + more) for more in range(length)]
            if days[-1] > date(2028, 5, 31):  # the end of the month, eighteen months on
                return None
            if self._can_be_had(keys, days):
                return days[0]
        return None

    def _can_be_had(self, keys: Keys, days: list[date]) -> bool:
        closed = self.fund.closed.get(keys.get("organisation", ""), [])
        if WEEKDAYS[days[0].weekday()] in closed or WEEKDAYS[days[-1].weekday()] in closed:
            return False
        if "retired_on" in keys and days[-1] >= date.fromisoformat(keys["retired_on"]):
            return False
        versions = [
            one for one in keys.get("versions") or [{}] if "retired_on" not in one or days[-1] < date.fromisoformat(one["retired_on"])
        ]
        return any(self._is_free(keys, version.get("id"), days) for version in versions)

    def _is_free(self, keys: Keys, version: str | None, days: list[date]) -> bool:
        gap = timedelta(keys["loan"]["gap_days"])
        for one in keys.get("loans", ()):
            start, end = date.fromisoformat(one["start"]), date.fromisoformat(one["end"])
            if one["state"] != "annule" and one.get("version") == version and start - gap <= days[-1] and days[0] <= end + gap:
                return False
        return True


def _plain(title: str) -> str:
    """A title as it is sorted: without accents, in lower case."""
    return title.lower().replace("é", "e").replace("œ", "oe").replace("’", " ")
