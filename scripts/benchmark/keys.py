"""The front matter that kinds share: summary, themes, audiences, who publishes, partners, image, links, contact, references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from benchmark.plan import TODAY, Plan, Sketch
from benchmark.prose import Voice
from benchmark.words import ROOTS, SUBJECTS, Town, bare, slugify

Keys = dict[str, Any]

AUDIENCES = "tout-public tout-public famille famille petite-enfance primaire college lycee superieur adultes professionnels".split()
ROLES = "co-organisateur financeur mecene intervenant concepteur comite media partenaire".split()
ACCESS = "moteur auditif visuel psychique intellectuel".split()
LEVELS = "Cycle 1|Cycle 2|Cycle 3|Cycle 4|CP|CE1|CE2|CM1|CM2|6e|5e|4e|3e|Seconde|Première|Terminale".split("|")
PICTURES = {
    "abeilles.svg": "Des abeilles sur les alvéoles d’un rayon de miel",
    "argile.svg": "Une tablette d’argile couverte de signes",
    "ciel-etoile.svg": "Un ciel étoilé au-dessus d’une colline",
    "falaises.svg": "Une haute falaise blanche, la mer et un voilier",
    "laboratoire.svg": "Une paillasse de laboratoire et ses flacons",
    "marais.svg": "Un héron au bord d’un étang, parmi les massettes",
    "microscope.svg": "Un microscope et, dans son champ agrandi, du plancton",
    "robot.svg": "Un petit robot à deux roues",
    "terril.svg": "Un terril et un chevalement au coucher du soleil",
    "photo-fleur.jpg": "Un dahlia orangé dont les pétales s’enroulent en spirales",
    "photo-fusee.jpg": "Une fusée au décollage",
    "photo-galaxies.jpg": "Des galaxies sur fond noir",
}
"""Images of the demonstration that the corpus takes along, each with its alternative."""
LOGOS = ("bibliotheque-des-quais.svg", "labo-ouvert.svg", "maison-des-etoiles.svg", "musee-de-la-craie.svg")


@dataclass(frozen=True, slots=True)
class Author:
    """Writes one contribution: what it is, the others it may refer to, and its own luck."""

    sketch: Sketch
    plan: Plan
    random: Random
    voice: Voice

    def chance(self, share: float) -> bool:
        """True in that share of cases."""
        return self.random.random() < share

    def some(self, choices: Sequence[str], least: int, most: int) -> list[str]:
        """Some of the choices, each once, in their own order."""
        drawn = self.random.sample(range(len(choices)), self.random.randint(least, min(most, len(choices))))
        return list(dict.fromkeys(choices[position] for position in sorted(drawn)))

    def one(self, kind: str) -> Sketch:
        """Another contribution of a kind: few are named often, as in life."""
        among = self.plan.sketches[kind]
        found = among[int(self.random.random() ** 1.6 * len(among))]
        return found if found is not self.sketch else among[found.number - 1]


def author(sketch: Sketch, plan: Plan) -> Author:
    """The author of a contribution, always in the same mood."""
    random = Random(f"{plan.size} {sketch.kind} {sketch.number}")
    return Author(sketch, plan, random, Voice(random, sketch.theme, sketch.subject))


def lends(organisation: Sketch) -> bool:
    """Whether an organisation owns tools."""
    return organisation.number % 3 == 0


def consents(organisation: Sketch) -> bool:
    """Whether an organisation has a page: a few did not agree to stand in the directory."""
    return organisation.number % 16 != 7


def domain(organisation: Sketch) -> str:
    """The invented host name of an organisation."""
    return f"{organisation.slug[:50].strip('-')}.example"


def first_keys(a: Author) -> Keys:
    """Title and summary."""
    summary = a.voice.sentence()
    while len(summary) > 195:
        summary = a.voice.sentence()
    return {"title": a.sketch.title, "summary": summary}


def themed(a: Author) -> Keys:
    """Category, themes, audiences, keywords."""
    others = a.some([theme for theme in SUBJECTS if theme != a.sketch.theme], 0, 2) if a.chance(0.7) else []
    words = a.some(SUBJECTS[a.sketch.theme], 1, 3)
    keywords = [bare(word) for word in words]
    return {
        "category": a.sketch.category,
        "themes": [a.sketch.theme, *others],
        "audiences": list(dict.fromkeys(a.random.choices(AUDIENCES, k=a.random.randint(1, 4)))),
        **({"keywords": [*keywords, bare(a.voice.science())]} if a.chance(0.7) else {}),
    }


def published(a: Author, day: date, owner: Sketch) -> Keys:
    """Day of publication, revision, who publishes and with whom."""
    keys: Keys = {"date": str(day)}
    if a.chance(0.15):
        keys["updated"] = str(min(day + timedelta(days=a.random.randint(1, 60)), TODAY))
    keys |= themed(a)
    if a.chance(0.94):
        keys["organisation"] = owner.slug
    else:
        name = f"Les Amis de {a.voice.last_name()}"
        keys["publisher"] = {"name": name, "url": f"https://{slugify(name)}.example/"}
    if a.chance(0.4):
        keys["partners"] = [_partner(a) for _ in range(a.random.randint(1, 3))]
    return keys


def _partner(a: Author) -> Keys:
    who: Keys = {"organisation": a.one("organisation").slug} if a.chance(0.7) else {"name": f"Fondation {a.voice.last_name()}"}
    return {**who, "role": a.random.choice(ROLES)}


def last_keys(a: Author, owner: Sketch) -> Keys:
    """Image, links, contact, programmes and what else is worth reading."""
    keys: Keys = {}
    if a.chance(0.34):
        name = a.random.choice(list(PICTURES))
        keys["image"] = {"src": f"images/{name}", "alt": PICTURES[name], "credit": "Dessin du projet Escale", "licence": "CC0"}
    if a.chance(0.3):
        keys["links"] = [_link(a, owner) for _ in range(a.random.randint(1, 3))]
    if a.chance(0.04):
        keys["documents"] = [{"label": "Programme imprimable", "file": f"documents/programme-{a.random.randint(1, 4)}.txt"}]
    if a.chance(0.3):
        keys["contact"] = {"name": "Accueil et réservations", "email": f"accueil@{domain(owner)}", "phone": phone(a)}
    if a.chance(0.2) and a.sketch.kind != "programme":
        keys["programmes"] = [a.one("programme").slug]
    if a.chance(0.25):
        keys["related"] = [f"{other.kind}/{other.slug}" for other in _others(a)]
    if a.chance(0.01):
        keys["aliases"] = [f"/ancien-site/{a.sketch.kind}-{a.sketch.number}/"]
    return keys


def _link(a: Author, owner: Sketch) -> Keys:
    root = a.random.choice(ROOTS)
    return {"label": a.voice.say("Dossier sur {sujet}"), "url": f"https://{domain(owner)}/{slugify(root)}-{a.random.randint(1, 999)}"}


def _others(a: Author) -> list[Sketch]:
    kinds = ("event", "article", "resource", "exhibition")
    return list(dict.fromkeys(a.one(a.random.choice(kinds)) for _ in range(a.random.randint(1, 2))))


def phone(a: Author) -> str:
    """A number of the range kept for fiction."""
    return f"03 53 01 {a.random.randint(0, 99):02} {a.random.randint(0, 99):02}"


def place(a: Author, town: Town, *, name: str | None = None) -> Keys:
    """A place with its address, most often with its postcode, half of the time with its point."""
    venue = name or a.voice.say(a.random.choice(("Médiathèque {personne}", "Salle {personne}", "Espace {personne}", "Maison {de_science}")))
    keys: Keys = {"name": venue, "address": a.voice.say("{nombre2} rue {de_personne}")}
    # A town's name alone is enough where it is unambiguous; some contributors know that.
    if a.chance(0.9):
        keys["postcode"] = town.postcode
    keys["city"] = town.name
    if a.chance(0.5):
        keys |= {"lat": round(town.lat + a.random.uniform(-0.01, 0.01), 4), "lon": round(town.lon + a.random.uniform(-0.015, 0.015), 4)}
    return keys
