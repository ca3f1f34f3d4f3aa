"""A catalogue of a busy region: tools in which all that a question can ask about is so, and is not so, and is missing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from random import Random
from typing import Any

from contributions.fields.levels import LEVELS
from support import HUB, Tree, exhibition, hub, loan, organisation
from support_season import ACCESS, AUDIENCES, SUBJECTS, THEMES, TOWNS, WORDS

BEGIN = date(2026, 11, 30)
"""A Monday."""
CATEGORIES = (
    "exposition-panneaux", "exposition-autoportante", "roll-up", "bache", "mobilier", "malle", "maquette", "jeu",
    "exposition-interactive", "planetarium-mobile", "numerique",
)  # fmt: skip
VEHICLES = ("voiture", "utilitaire", "camion")
LANGUAGES = ("fr", "en", "nl", "lsf", "pcd")
DEPARTMENTS = ("02", "59", "60", "62", "80")
SORTS = ("Malle", "Exposition", "Maquette", "Grand jeu", "Valise", "Bâche", "Planétarium", "Panneaux")
STATES = ("confirme", "confirme", "confirme", "option", "annule", "maintenance")
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")

Keys = dict[str, Any]


class Stock:
    """Tools and their owners at random, the same for the same seed. `busy` is how many loans a copy has at most."""

    def __init__(self, seed: int, size: int, owners: int = 40, busy: int = 5) -> None:
        self.random, self.size, self.busy = Random(seed), size, busy
        self.owners = [f"proprietaire-{number}" for number in range(owners)]

    def tree(self) -> Tree:
        """All of it, with a hub.yml."""
        found = dict(hub(themes=THEMES, audiences=AUDIENCES, departments=HUB["departments"]))
        for slug in self.owners:
            found |= organisation(slug, **self._owner(slug))
        for number in range(self.size):
            found |= exhibition(f"outil-{number}", **self._tool(number))
        return found

    def _some(self, values: Collection[str], most: int) -> list[str] | None:
        return self.random.sample(list(values), self.random.randint(0, most)) or None

    def _maybe(self, chance: float, value: Any) -> Any:
        return value if self.random.random() < chance else None

    def _owner(self, slug: str) -> Keys:
        pick, number = self.random, slug.rpartition("-")[2]
        return {
            "title": f"{pick.choice(('Musée', 'Muséum', 'Association', 'Médiathèque'))} {pick.choice(WORDS)} {number}",
            "lends": True,
            "email": f"prets@{slug}.example",
            "consent": pick.random() < 0.9,
            "place": {"name": "La Halle", "city": pick.choice(TOWNS)},
            "closed": self._maybe(0.6, self._closed()),
        }

    def _closed(self) -> list[Keys]:
        pick, day = self.random, BEGIN + timedelta(self.random.randint(-10, 300))
        weekly = {"weekdays": pick.sample(WEEKDAYS, pick.randint(1, 4))}
        holidays = {"start": f"{day}", "end": f"{day + timedelta(pick.randint(0, 30))}"}
        return pick.choice(([weekly], [holidays], [weekly, holidays], [{**weekly, **holidays}]))

    def _tool(self, number: int) -> Keys:
        pick = self.random
        own = {"organisation": pick.choice(self.owners), "publisher": None}
        owner = own if pick.random() < 0.9 else {"publisher": {"name": pick.choice(("Les Petits Débrouillards", "L’Œuvre du ciel"))}}
        versions = (
            [self._version(name) for name in ("rigide", "souple", "mini")[: pick.choice((2, 2, 3))]] if pick.random() < 0.25 else None
        )
        return {
            "title": f"{pick.choice(SORTS)} : {pick.choice(SUBJECTS)} {number}",
            "summary": f"{pick.choice(SUBJECTS)}, pour {pick.choice(('voir', 'toucher', 'comprendre'))}.",
            "date": f"{BEGIN - timedelta(pick.randint(0, 3000))}",
            "category": pick.choice(CATEGORIES),
            "themes": pick.sample(list(THEMES), pick.randint(1, 3)),
            "audiences": self._some(AUDIENCES, 3),
            "keywords": self._some(WORDS, 2),
            "school_levels": self._some(LEVELS, 3),
            "languages": self._some(LANGUAGES, 2),
            "lang": self._maybe(0.1, "en"),
            "accessibility": self._some(ACCESS, 3),
            "area": self._maybe(0.5, pick.sample(DEPARTMENTS, pick.randint(1, 4))),
            "pass_culture": self._maybe(0.3, True),
            "visit": self._maybe(0.6, {"capacity": pick.choice((10, 15, 25, 30, 60))}),
            "format": self._maybe(0.8, self._format()),
            "setup": self._maybe(0.6, self._setup()),
            "price": self._maybe(0.8, self._price()),
            "versions": versions,
            **self._condition(),
            "availability_on": self._maybe(0.85, f"{BEGIN - timedelta(pick.choice((0, 5, 30, 60, 89, 90, 91, 200)))}"),
            "status": self._maybe(0.03, "archive"),
            "visibility": self._maybe(0.03, "reserve"),
            **self._lending(versions),
            **owner,
        }

    def _condition(self) -> Keys:
        state, left = self.random.choice(("bon",) * 12 + ("a-reviser", "retire")), f"{BEGIN + timedelta(self.random.randint(-20, 200))}"
        return {"condition": state, "retired_on": left if state == "retire" else self._maybe(0.04, left)}

    def _format(self) -> Keys:
        pick = self.random
        return {
            "surface_m2": self._maybe(0.7, pick.choice((4, 10, 12.5, 30, 40, 60, 100))),
            "height_cm": self._maybe(0.6, pick.choice((80, 180, 200, 210.5, 250))),
            "heaviest_kg": self._maybe(0.6, pick.choice((3, 8, 12, 18.5, 25, 40))),
            "vehicle": self._maybe(0.7, pick.choice(VEHICLES)),
            "panels": 12,
        }

    def _setup(self) -> Keys:
        return {"people": self._maybe(0.8, self.random.randint(1, 4)), "minutes": 60}

    def _price(self) -> Keys:
        pick = self.random
        if pick.random() < 0.4:
            return {"free": True}
        return {
            "free": False,
            "amount": self._maybe(0.85, pick.choice((20, 45.5, 80, 150, 400))),
            "per": self._maybe(0.8, pick.choice(("pret", "semaine", "mois"))),
            "deposit": 300,
        }

    def _version(self, name: str) -> Keys:
        pick = self.random
        keys = {
            "id": name,
            "label": name.capitalize(),
            "copies": pick.choice((1, 1, 2)),
            "format": self._maybe(0.7, self._format()),
            "setup": self._maybe(0.3, self._setup()),
            "price": self._maybe(0.3, self._price()),
            "retired_on": self._maybe(0.1, f"{BEGIN + timedelta(pick.randint(-20, 200))}"),
        }
        return {key: value for key, value in keys.items() if value is not None}

    def _lending(self, versions: list[Keys] | None) -> Keys:
        pick = self.random
        least, gap = pick.choice((None, 1, 3, 7, 14)), pick.choice((0, 0, 1, 3))
        most = self._maybe(0.6, (least or 1) + pick.choice((0, 7, 21, 60)))
        copies = [(one["id"], copy) for one in versions or () for copy in range(1, one["copies"] + 1)]
        plain = pick.choice((1, 1, 2))
        terms = {
            "min_days": least, "max_days": most, "notice_days": pick.choice((None, 0, 7, 21)), "gap_days": gap,
            "copies": None if versions else plain,
        }  # fmt: skip
        each = copies or [(None, copy) for copy in range(1, plain + 1)]
        lengths = least or 1, most or 40
        loans = [one for version, copy in each for one in self._loans(version, copy, gap, lengths)]
        return {"loan": {key: value for key, value in terms.items() if value is not None}, "loans": loans or None}

    def _loans(self, version: str | None, copy: int, gap: int, lengths: tuple[int, int]) -> list[Keys]:
        """Loans of a copy, one after the other, of no fewer and no more days than its owner lends it for."""
        pick, found = self.random, []
        day = BEGIN + timedelta(pick.randint(-120, 90))
        for _number in range(pick.randint(0, self.busy)):
            end = day + timedelta(pick.randint(*lengths) - 1)
            keys = {"version": version} if version else {}
            found.append(loan(f"{day}", f"{end}", pick.choice(STATES), copy=copy, **keys))
            day = end + timedelta(gap + 1 + pick.randint(0, 90))
        return found
