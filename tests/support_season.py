"""A season of a busy region: some three thousand showings in which all that a question can ask about is so, and is not so, and is missing."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from random import Random
from typing import Any

from contributions.fields.levels import LEVELS
from support import HUB, Tree, event, exhibition, hub, loan, organisation

BEGIN = date(2026, 11, 30)
"""A Monday."""
THEMES = {
    "astronomie": "Astronomie", "chimie": "Chimie", "environnement": "Environnement", "mathematiques": "Mathématiques",
    "sciences-de-la-terre": "Sciences de la Terre", "sciences-et-societe": "Sciences et société", "sante": "Santé",
}  # fmt: skip
AUDIENCES = {
    "tout-public": "Tout public", "famille": "En famille", "petite-enfance": "Petite enfance", "primaire": "Primaire", "college": "Collège",
    "lycee": "Lycée", "superieur": "Enseignement supérieur", "adultes": "Adultes", "professionnels": "Professionnels",
    "publics-empeches": "Publics empêchés", "seniors": "Seniors",
}  # fmt: skip
CATEGORIES = ("atelier", "conference", "exposition", "visite", "spectacle", "projection", "jeu", "village-des-sciences", "formation")
ACCESS = ("auditif", "visuel", "psychique", "moteur", "intellectuel")
TOWNS = (
    "Amiens", "Lille", "Abbeville", "Saint-Omer", "Saint-Quentin", "Villeneuve-d'Ascq", "Laon", "Beauvais", "Arras", "Lens", "Dunkerque",
    "Boulogne-sur-Mer", "Calais", "Soissons", "Compiègne", "Creil", "Péronne", "Corbie", "Roubaix", "Tourcoing", "Maubeuge", "Cambrai",
    "Douai", "Valenciennes", "Montdidier", "Ham", "Rue", "Doullens", "Chantilly", "Le Touquet-Paris-Plage", "Berck", "L'Étoile",
)  # fmt: skip
SUBJECTS = (
    "Les étoiles", "L’œuvre des abeilles", "Le marais", "Chimie de l’été", "Les nombres premiers", "Volcans", "La mer monte", "Petits robots",
    "Le cœur qui bat", "Histoire d’une craie", "Eaux souterraines", "Le son des baleines", "Atomes crochus", "Énergies d’ici",
)  # fmt: skip
SORTS = ("Atelier", "Grand jeu", "Veillée", "Rencontre", "Promenade", "Conférence", "Fabrique", "Escape game", "Café", "Nuit")
HALLS = ("Médiathèque du Moulin", "Musée de l’Étoile", "La Halle", "Salle Saint-Éloi", "Planétarium", "Université", "Maison des dunes")
WORDS = ("nuit", "lampe", "marais", "boîte à outils", "Pôle Nord", "science-fiction", "3D")
FAR = 35
"""Days between slots that may be long."""
STATES = (None,) * 12 + ("complet", "annule", "reporte", "passe-en-ligne")


Keys = dict[str, Any]


class Season:
    """Contributions at random, the same for the same seed."""

    def __init__(self, seed: int, size: int = 1500) -> None:
        self.random, self.size = Random(seed), size

    def tree(self) -> Tree:
        """All of it, with a hub.yml."""
        found = dict(hub(themes=THEMES, audiences=AUDIENCES, departments=HUB["departments"]))
        found |= organisation("musee-du-ciel", title="Musée du Ciel étoilé", lends=True, email="bonjour@musee.example")
        village = {"slots": self._slots(), "place": self._place(), "price": {"free": True}, "school_booking": {"levels": ["cycle-3"]}}
        found |= event("village", category="village-des-sciences", **village)
        for number in range(self.size):
            own = self._animation() if self.random.random() < 0.04 else self._when_and_where()
            found |= event(f"{self._slug()}-{number}", **self._what(number), **own)
        for number in range(self.size // 20):
            found |= exhibition(f"{self._slug()}-outil-{number}", **self._tool())
        return found

    def _slug(self) -> str:
        return self.random.choice(("ciel", "abeilles", "marais", "nombres", "volcans", "robots", "baleines", "craie"))

    def _some(self, values: Collection[str], most: int) -> list[str] | None:
        return self.random.sample(list(values), self.random.randint(0, most)) or None

    def _maybe(self, chance: float, value: Any) -> Any:
        return value if self.random.random() < chance else None

    def _what(self, number: int) -> Keys:
        pick = self.random
        own = {"organisation": "musee-du-ciel", "publisher": None} if pick.random() < 0.5 else {}
        return {
            "title": f"{pick.choice(SORTS)} : {pick.choice(SUBJECTS)} {number}",
            "summary": f"{pick.choice(SUBJECTS)}, pour {pick.choice(('voir', 'toucher', 'comprendre'))}.",
            "category": pick.choice(CATEGORIES),
            "themes": pick.sample(list(THEMES), pick.randint(1, 3)),
            "audiences": self._some(AUDIENCES, 2),
            "keywords": self._some(WORDS, 2),
            "age": self._maybe(0.35, self._age()),
            "outdoors": self._maybe(0.4, pick.random() < 0.5),
            "booking": self._maybe(0.3, {"required": True, "capacity": 30, "left": pick.choice((0, 3, 30))}),
            "visibility": self._maybe(0.08, pick.choice(("professionnels", "reserve"))),
            "status": self._maybe(0.04, "archive"),
            **own,
        }

    def _animation(self) -> Keys:
        """What has its days, its place, its price and its classes of its village."""
        return {"parent": "village", "slots": None, "place": None}

    def _when_and_where(self) -> Keys:
        pick = self.random
        mode = pick.choice(("sur-place",) * 8 + ("en-ligne", "mixte"))
        changed = pick.choice(("complet", "annule", "reporte", "reprogramme", "passe-en-ligne"))
        when = {"recurrence": self._recurrence()} if pick.random() < 0.04 else {"slots": self._slots()}
        return {
            **when,
            "mode": mode,
            "online_url": "https://visio.example/salle",
            "place": None if mode == "en-ligne" else self._place(),
            "event_status": self._maybe(0.08, changed),
            "previous_start": "2026-11-14" if changed == "reprogramme" else None,
            "price": self._maybe(0.7, {"free": pick.random() < 0.6}),
            "accessibility": self._some(ACCESS, 3),
            "school_booking": self._maybe(0.25, {"email": "ecoles@musee.example", "levels": self._some(LEVELS, 2) or []}),
        }

    def _age(self) -> Keys:
        least, most = sorted((self.random.randint(0, 16), self.random.randint(3, 90)))
        return self.random.choice(({"min": least}, {"max": most}, {"min": least, "max": most}))

    def _place(self) -> Keys:
        pick = self.random
        if pick.random() < 0.03:  # outside the region, with its point or without
            point = pick.choice(({}, {"lat": 48.8462, "lon": 2.3372}))
            return {"name": "Palais de la découverte", "city": "Paris", "postcode": "75008", **point}
        return {"name": pick.choice(HALLS), "city": pick.choice(TOWNS)}

    def _slots(self) -> list[Keys]:
        whole_days = self.random.random() < 0.2
        days = self.random.sample(range(-20, 210, FAR if whole_days else 1), self.random.choice((1, 1, 1, 2, 3, 5)))
        own = [self._day_slot(day) if whole_days else self._hour_slot(day) for day in sorted(days)]
        return [slot | self._apart() for slot in own]

    def _day_slot(self, later: int) -> Keys:
        first = BEGIN + timedelta(later)
        if self.random.random() < 0.5:
            return {"start": f"{first}"}
        return {"start": f"{first}", "end": f"{first + timedelta(self.random.choice((0, 1, 6, FAR - 1)))}"}

    def _hour_slot(self, later: int) -> Keys:
        day, hour = BEGIN + timedelta(later), self.random.choice((9, 10, 14, 14, 16, 18, 20, 22))
        if hour == 22:
            return {"start": f"{day} 22:00", "end": f"{day + timedelta(1)} 0{self.random.choice((2, 6))}:00"}
        return {"start": f"{day} {hour:02}:30"} | ({"end": f"{day} {hour + 1}:45"} if self.random.random() < 0.8 else {})

    def _apart(self) -> Keys:
        """What a slot says for itself."""
        keys = {"for": self.random.choice(("tous", "tous", "tous", "public", "scolaires")), "status": self.random.choice(STATES)}
        return {key: value for key, value in keys.items() if value}

    def _recurrence(self) -> Keys:
        day = BEGIN + timedelta(self.random.randint(-30, 30))
        rule = self.random.choice(("FREQ=WEEKLY;COUNT=12", "FREQ=DAILY;COUNT=5", "FREQ=MONTHLY;COUNT=4"))
        return {"start": f"{day} 14:00", "end": f"{day} 16:00", "rule": rule}

    def _tool(self) -> Keys:
        loans, day = [], BEGIN + timedelta(self.random.randint(-60, 20))
        for _number in range(self.random.randint(0, 4)):
            end = day + timedelta(self.random.randint(2, 30))
            state = self.random.choice(("confirme", "confirme", "option", "annule"))
            loans.append(loan(f"{day}", f"{end}", state, public_showing=self.random.random() < 0.8, **self._shown()))
            day = end + timedelta(self.random.randint(2, 20))
        return {
            "title": f"Exposition {self.random.choice(SUBJECTS)}",
            "themes": self.random.sample(list(THEMES), 2),
            "audiences": self._some(AUDIENCES, 2),
            "age": self._maybe(0.4, self._age()),
            "school_levels": self._some(LEVELS, 2),
            "loans": loans or None,
        }

    def _shown(self) -> Keys:
        venue = {
            "name": self.random.choice(HALLS),
            "price": {"free": self.random.random() < 0.7},
            "accessibility": self._some(ACCESS, 2) or [],
        }
        return {"city": self.random.choice(TOWNS)} | ({"venue": venue} if self.random.random() < 0.8 else {})
