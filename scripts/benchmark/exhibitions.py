"""Front matter of the corpus's itinerant tools: what they are made of, terms of lending, and loans over six years."""

from __future__ import annotations

from datetime import date, timedelta

from benchmark.keys import ACCESS, LEVELS, Author, Keys, first_keys, last_keys, lends, published
from benchmark.plan import TODAY, YEARS, Sketch
from benchmark.words import TOWNS

BORROWERS = "mediatheque ecole college lycee association collectivite centre-social musee-ccsti".split()
LIGHT = {"exposition-panneaux", "exposition-autoportante", "roll-up", "bache"}


def exhibition(a: Author) -> Keys:
    """The keys of a tool."""
    owner = _owner(a)
    keys = first_keys(a) | published(a, a.sketch.day, owner)
    acquired = TODAY - timedelta(days=a.random.randint(200, YEARS * 365))
    copies = 2 if a.chance(0.15) else 1
    gap, most = a.random.randint(2, 7), a.random.randint(21, 70)
    keys |= {
        "designers": [owner.slug, a.voice.say("Atelier {personne}")],
        "year": acquired.year,
        "acquired": f"{acquired:%Y-%m}",
        "contents": [
            {"quantity": a.random.randint(1, 20), "item": item} for item in a.some(("panneaux", "livrets", "jeux", "caisses"), 1, 3)
        ],
        "format": _format(a),
        "setup": {"minutes": a.random.choice((30, 45, 60, 90, 120)), "people": a.random.randint(1, 3)},
        "visit": {"minutes": a.random.choice((20, 30, 45, 60)), "capacity": a.random.choice((12, 15, 20, 30)), "mediator": "facultative"},
        "languages": ["fr"],
    }
    if a.chance(0.5):
        keys["age"] = {"min": a.random.randint(3, 12)}
    if a.chance(0.5):
        keys["school_levels"] = a.some(LEVELS, 1, 4)
    if a.chance(0.6):
        keys["accessibility"] = a.some(ACCESS, 1, 4)
    free = a.chance(0.4)
    keys["price"] = {"free": True} if free else {"free": False, "amount": a.random.randrange(50, 400, 10), "per": "pret", "deposit": 300}
    keys |= {
        "insurance": {"value": a.random.randrange(500, 15_000, 100), "by": "emprunteur"},
        "transport": {"by": a.random.choice(("emprunteur", "proprietaire", "partage"))},
        "loan": {"min_days": 5, "max_days": most, "notice_days": 30, "gap_days": gap} | ({"copies": copies} if copies > 1 else {}),
        "area": a.some(("02", "59", "60", "62", "80"), 2, 5),
    }
    keys |= last_keys(a, owner)
    loans = [loan for copy in range(1, copies + 1) for loan in _loans(a, acquired, copy, gap, most)]
    return keys | ({"loans": loans} if loans else {})


def _owner(a: Author) -> Sketch:
    among = [organisation for organisation in a.plan.sketches["organisation"] if lends(organisation)]
    return a.random.choice(among)


def _format(a: Author) -> Keys:
    weight = a.random.randint(8, 180)
    size: Keys = {"panels": a.random.randint(6, 24)} if a.sketch.category in LIGHT else {"surface_m2": a.random.randint(4, 80)}
    size |= {"width_cm": a.random.choice((60, 80, 85, 120)), "height_cm": a.random.choice((80, 120, 200)), "material": "PVC et tissu"}
    vehicle = "voiture" if weight < 60 else "utilitaire"
    return size | {"weight_kg": weight, "crates": 1 + weight // 40, "vehicle": vehicle, "indoor_only": True}


def _loans(a: Author, acquired: date, copy: int, gap: int, most: int) -> list[Keys]:
    """Loans of a copy, one after the other, from its first year to next year."""
    found: list[Keys] = []
    day = acquired + timedelta(days=a.random.randint(20, 200))
    idle = a.random.choice((40, 80, 160, 300))
    while day < TODAY + timedelta(days=220):
        end = day + timedelta(days=a.random.randint(6, most - 1))
        found.append(_loan(a, day, end, copy))
        day = end + timedelta(days=gap + 1 + a.random.randint(0, idle))
    return found


def _loan(a: Author, start: date, end: date, copy: int) -> Keys:
    state = "rendu" if end < TODAY else "en-cours" if start <= TODAY else "option" if a.chance(0.3) else "confirme"
    if a.chance(0.04):
        state = "annule"
    keys: Keys = {"start": str(start), "end": str(end), "state": state} | ({"copy": copy} if copy > 1 else {})
    if state == "option":
        keys["option_until"] = str(start - timedelta(days=1))
    name = a.one("organisation").slug if a.chance(0.3) else a.voice.say("Médiathèque {personne}")
    town = a.random.choice(TOWNS)
    keys |= {"borrower": name, "borrower_category": a.random.choice(BORROWERS), "city": town.name}
    if a.chance(0.6):
        price = {"free": True, "text": "Entrée libre"}
        hours = "du mardi au samedi, 10 h – 18 h"
        keys |= {"public_showing": True, "venue": {"name": a.voice.say("Salle {personne}"), "hours": hours, "price": price}}
    if state == "rendu" and a.chance(0.8):
        keys |= {"visitors": a.random.randint(30, 1500), "visitors_method": a.random.choice(("compte", "estime")), "via": "direct"}
    return keys
