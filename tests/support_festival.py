"""A festival's edition of the size of a region: 256 events in 65 towns of 5 departments, by 62 organisers; always the same."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import cycle
from random import Random
from typing import Any

from contributions.geography.gazetteer import Gazetteer, Town
from support import Tree, article, event, exhibition, hub, organisation, programme

SLUG = "fete-2026"
FIRST, LAST = date(2026, 10, 2), date(2026, 10, 12)
MIDST = date(2026, 10, 7)
"""A day on which a part of it is over and told, and places of the rest can still be booked."""
DEPARTMENTS = ("02", "59", "60", "62", "80")
TOWNS, ORGANISATIONS, PUBLISHERS = 65, 44, 18
VILLAGES, FESTIVALS, TRAILS, EVENTS = 8, 8, 17, 256
CATEGORIES = ("atelier", "conference", "exposition", "visite", "spectacle", "projection", "jeu", "rencontre-debat")
NAMES = (
    "La lumière",
    "Le sol",
    "Les abeilles",
    "Le nombre pi",
    "La mer",
    "Un robot",
    "Les volcans",
    "Le verre",
    "Les étoiles",
    "Le climat",
)
PARENTS = {
    "village-des-sciences": (VILLAGES, "Village des sciences"),
    "festival": (FESTIVALS, "Festival"),
    "parcours": (TRAILS, "Parcours"),
}


class Festival:
    """Makes the events one after the other, each a little different from the others."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.towns = cycle(_towns())
        self.organisers = cycle(range(ORGANISATIONS + PUBLISHERS))
        self.tree: dict[str, str | bytes] = {}
        self.count = 0

    def add(self, slug: str, **keys: Any) -> None:
        """An event of the edition by the next organiser, in the next town unless it has a parent."""
        number = next(self.organisers)
        by = {"organisation": f"structure-{number}", "publisher": None}
        if number >= ORGANISATIONS:
            by = {"organisation": None, "publisher": {"name": f"Association n° {number}"}}
        own: dict[str, Any] = {"programmes": None, "slots": None, "place": None} if "parent" in keys else {"programmes": [SLUG]}
        if "parent" not in keys:
            own |= {"slots": self.slots(), "place": _place(next(self.towns))}
        self.tree |= event(slug, date="2026-09-01", **(own | by | self.told() | keys))
        self.count += 1

    def slots(self) -> list[dict[str, Any]]:
        """One to four showings of an hour or two; some for schools, some full, some called off."""
        days = sorted(self.random.sample(range((LAST - FIRST).days + 1), self.random.choice((1, 1, 1, 2, 2, 4))))
        found = []
        for day in days:
            hour = self.random.choice((9, 10, 14, 16, 18))
            start = f"{FIRST + timedelta(day)} {hour:02}:00"
            slot: dict[str, Any] = {"start": start, "end": f"{FIRST + timedelta(day)} {hour + 2:02}:00"}
            chance = self.random.random()
            if chance < 0.25:
                slot["for"] = "scolaires"
            elif chance < 0.3:
                slot["status"] = "complet"
            elif chance < 0.33:
                slot["status"] = "annule"
            found.append(slot)
        if all(slot.get("status") == "annule" for slot in found):
            del found[0]["status"]
        return found

    def told(self) -> dict[str, Any]:
        """What some events tell of places and schools."""
        found: dict[str, Any] = {"price": {"free": self.random.random() < 0.8}}
        if self.random.random() < 0.3:
            found["booking"] = {"required": True, "capacity": 30, "left": self.random.choice((0, 0, 3, 12, 30))}
        if self.random.random() < 0.4:
            found["school_booking"] = {"levels": ["cm1", "cm2"], "email": "classes@structure.example"}
        return found


def festival(seed: int = 2026, events: int = EVENTS) -> Tree:
    """All files of the edition, and beside it what does not count: other programmes, drafts, what is called off, or published later."""
    made = Festival(seed)
    gatherings = []
    for category, (count, name) in PARENTS.items():
        for number in range(count):
            gatherings.append(f"{category}-{number}")
            made.add(gatherings[-1], category=category, title=f"{name} n° {number + 1}", **_told_of_parent(number))
    for parent in gatherings:
        for number in range(made.random.choice((2, 3, 4))):
            own = {"place": _place(next(made.towns))} if parent.startswith("parcours") else {}
            made.add(
                f"{parent}-animation-{number}",
                category="atelier",
                title=f"{made.random.choice(NAMES)}, {parent} {number}",
                parent=parent,
                **own,
            )
    made.add("salon", slots=[{"start": "2026-10-03", "end": "2026-10-11"}], category="exposition", title="Neuf jours durant")
    made.add("a-plusieurs-endroits", title="Ici et là", slots=_moving(next(made.towns), next(made.towns)))
    made.add("sur-les-ecrans", title="Depuis chez soi", mode="en-ligne", online_url="https://exemple.fr/direct", place=None)
    made.add("finalement-en-ligne", title="Passé en ligne", event_status="passe-en-ligne", online_url="https://exemple.fr/direct")
    while made.count < events:
        number = made.count
        results = _visitors(number) if number % 9 == 0 else {}
        name = f"{NAMES[number % len(NAMES)]} en {number} questions"
        made.add(f"rendez-vous-{number}", category=CATEGORIES[number % len(CATEGORIES)], title=name, **results)
    return {**hub(), **made.tree, **_beside(), **_organisations(), **_programmes()}


def _told_of_parent(number: int) -> dict[str, Any]:
    """The first villages, festivals and trails begin on the first day, and have told who came."""
    if number > 2:
        return {}
    slots = [{"start": f"{FIRST} 09:00", "end": f"{FIRST} 17:00", "for": "scolaires"}, {"start": f"{FIRST + timedelta(1)} 10:00"}]
    return {"slots": slots, **_visitors(number)}


def _visitors(number: int) -> dict[str, Any]:
    """What came of an event of the first day."""
    told = [{"label": "Visiteurs", "value": 100 + number, "measure": "visiteurs", "public": "tout-public", "method": "compte"}]
    if number % 2:
        told.append({"label": "Élèves", "value": 20 + number, "measure": "visiteurs", "public": "scolaire", "method": "estime"})
    told.append({"label": "Contents", "value": 96, "unit": "%", "measure": "satisfaction"})
    return {"results": told, "slots": [{"start": f"{FIRST} 14:00", "end": f"{FIRST} 16:00"}]}


def _moving(*towns: Town) -> list[dict[str, Any]]:
    """A showing in each town, the second called off."""
    return [
        {"start": f"{FIRST + timedelta(at)} 20:00", "place": _place(town)} | ({"status": "annule"} if at else {})
        for at, town in enumerate(towns)
    ]


def _beside() -> Tree:
    """What belongs to it and does not count, and what has nothing to do with it."""
    known = {"date": "2026-09-01", "programmes": [SLUG], "slots": [{"start": "2026-10-03 14:00"}]}
    elsewhere = {"place": {"name": "Salle des fêtes", "city": "Zuydcoote"}, "publisher": {"name": "Une autre association"}}
    return {
        **event("annule", **known, **elsewhere, event_status="annule"),
        **event("annule-en-deux-fois", **known | {"slots": [{"start": "2026-10-03 14:00", "status": "annule"}]}, **elsewhere),
        **event("brouillon", **known, **elsewhere, status="brouillon"),
        **event("reserve", **known, **elsewhere, visibility="reserve"),
        **event("plus-tard", **known | {"date": "2026-10-08", "slots": [{"start": "2026-10-09 14:00"}]}, **elsewhere),
        **event("autre-programme", **known | {"programmes": None}, **elsewhere),
        **event("village-annule", **known, **elsewhere, category="village-des-sciences", event_status="annule"),
        **event("animation-annulee", date="2026-09-01", parent="village-annule", place=None, slots=None),
        **article("retour-sur-la-fete", date="2026-10-05", programmes=[SLUG]),
        **exhibition("malle-de-la-fete", date="2026-09-05", programmes=[SLUG]),
    }


def _organisations() -> Tree:
    found: dict[str, str | bytes] = {}
    for number in range(ORGANISATIONS):
        found |= organisation(f"structure-{number}", title=f"Structure n° {number}")
    return found


def _programmes() -> Tree:
    leaders = [
        {"organisation": f"structure-{number}", "state": "labellise", **({"new": True} if number < 8 else {})}
        for number in range(ORGANISATIONS)
    ]
    leaders += [{"name": f"Association n° {number}"} for number in range(ORGANISATIONS, ORGANISATIONS + PUBLISHERS)]
    leaders.append({"name": "Communauté d’agglomération", "state": "annule"})
    keys = {"date": "2026-06-01", "edition": "35e", "start": FIRST.isoformat(), "end": LAST.isoformat(), "leaders": leaders}
    return programme(SLUG, title="Fête de la science 2026", coordinator="structure-0", **keys)


def _towns() -> list[Town]:
    """The thirteen largest towns of each department, department by department in turn."""
    known = sorted(Gazetteer.load("32"), key=lambda town: -town.population)
    by_department = [[town for town in known if town.department == code][: TOWNS // len(DEPARTMENTS)] for code in DEPARTMENTS]
    return [town for row in zip(*by_department, strict=True) for town in row]


def _place(town: Town) -> dict[str, str]:
    return {"name": "Médiathèque", "city": town.name, "insee": town.insee}
