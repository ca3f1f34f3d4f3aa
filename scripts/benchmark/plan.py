"""Which contributions a corpus of a size has: kinds and their shares, names, subjects and days, before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from benchmark.words import ENDS, FIRST_NAMES, STARTS, SUBJECTS, TOOLS, TOWNS, Town, capital, of, slugify
from contributions.models.addresses import PATHS

TODAY = date(2026, 11, 21)
"""The day on which every corpus is built."""
YEARS = 6
SHARES = {"event": 0.55, "announcement": 0.08, "resource": 0.08, "organisation": 0.04, "exhibition": 0.05, "programme": 0.015}
"""Share of each kind; pages are ten at most, and articles are the rest."""
KINDS = (*PATHS, "page")
CATEGORIES = {
    "event": "atelier atelier atelier conference conference exposition visite visite spectacle projection jeu rencontre-debat "
    "rencontre-professionnelle village-des-sciences parcours festival formation concours",
    "exhibition": "exposition-panneaux exposition-panneaux exposition-autoportante roll-up bache mobilier malle malle maquette jeu "
    "exposition-interactive planetarium-mobile numerique",
    "article": "actualite actualite actualite portrait entretien reportage retour-d-experience communique",
    "announcement": "appel-a-participation appel-a-projets emploi stage formation materiel partenariat concours",
    "resource": "document etude fiche-methode video podcast jeu exposition-en-ligne donnees intervention",
    "organisation": "musee-ccsti enseignement-recherche mediatheque mediatheque association association association collectivite "
    "education-environnement socio-culturel entreprise institution",
    "programme": "festival parcours formation rencontre concours reseau",
    "page": "page",
}
"""Kind → its categories; the usual ones stand there more than once."""
TITLES = {
    "event": (
        "Atelier : {verb} {subject}",
        "{Subject} à {town}",
        "Une soirée autour {of_subject}",
        "{Subject}, avec {tool}",
        "Rencontre : que sait-on {of_subject} ?",
        "Sur les traces {of_subject}",
        "Le rendez-vous {of_subject}",
        "Comprendre {subject} avec {first}",
        "Balade : {subject} et nous",
        "{Subject} – {town} {year}",
    ),
    "exhibition": ("{Subject} en {number} panneaux", "La malle {of_subject}", "{Subject} : l’exposition", "Mission {last} : {subject}"),
    "article": (
        "{first} {last}, l’art de {verb} {subject}",
        "Les leçons {of_subject}",
        "{Subject} : retour de {town}",
        "« On ne parle pas assez {of_subject} »",
        "{number} jours autour {of_subject}",
        "À {town}, un laboratoire {of_subject}",
    ),
    "announcement": ("Appel : {subject} à {town}", "Recrutement autour {of_subject}", "On cherche {tool}", "Concours {last} {year}"),
    "resource": ("{Subject}, fiche {number}", "Le podcast {of_subject}", "{Subject} en {number} questions", "Carnet {last} : {subject}"),
    "organisation": (
        "Médiathèque {first}-{last}",
        "Musée {last}",
        "Association {last} et {subject}",
        "Laboratoire {last}",
        "Maison {of_subject}",
    ),
    "programme": ("Fête {of_subject} {year}", "Parcours {last}", "Les rencontres {of_subject}", "Réseau {last} {year}"),
    "page": ("Page {last}",),
}  # fmt: skip
VERBS = "comprendre toucher raconter dessiner regarder partager retrouver".split()
LEGAL = {
    "a-propos": "À propos",
    "mentions-legales": "Mentions légales",
    "donnees-personnelles": "Données personnelles",
    "accessibilite": "Accessibilité",
}
MORE_PAGES = {
    "devenir-partenaire": "Devenir partenaire",
    "charte-de-publication": "Charte de publication",
    "nos-financeurs": "Nos financeurs",
    "foire-aux-questions": "Foire aux questions",
    "espace-presse": "Espace presse",
    "glossaire": "Glossaire",
}


@dataclass(frozen=True, slots=True)
class Sketch:
    """A contribution before it is written: what others need to know to refer to it."""

    kind: str
    number: int
    slug: str
    title: str
    category: str
    theme: str
    subject: str
    town: Town
    day: date
    """Its first day for events and programmes, else the day on which it was published."""

    @property
    def path(self) -> str:
        """Its file below content/; those with a day are sorted by year."""
        folder = f"{self.kind}s" if self.kind in {"organisation", "page", "exhibition", "programme"} else f"{self.kind}s/{self.day.year}"
        return f"{folder}/{self.slug}.md"

    @property
    def url(self) -> str:
        """Its address in the site."""
        return "/" + "/".join(part for part in (PATHS.get(self.kind), self.slug) if part) + "/"


@dataclass(frozen=True, slots=True)
class Plan:
    """All contributions of a corpus."""

    size: int
    sketches: dict[str, tuple[Sketch, ...]]

    @property
    def all(self) -> tuple[Sketch, ...]:
        """All of them, kind by kind."""
        return tuple(sketch for sketches in self.sketches.values() for sketch in sketches)


def counts(size: int) -> dict[str, int]:
    """How many of each kind.

    >>> counts(1000)["event"], sum(counts(1000).values())
    (550, 1000)
    """
    found = {kind: max(2, round(share * size)) for kind, share in SHARES.items()}
    found["page"] = min(len(LEGAL) + len(MORE_PAGES), max(len(LEGAL), size // 200))
    found["article"] = max(2, size - sum(found.values()))
    return {kind: found[kind] for kind in KINDS}


def plan(size: int) -> Plan:
    """The plan of a size; the same at each call."""
    return Plan(size, {kind: tuple(_sketches(size, kind, count)) for kind, count in counts(size).items()})


def _sketches(size: int, kind: str, count: int) -> list[Sketch]:
    taken: set[str] = set()
    found: list[Sketch] = []
    pages = list({**LEGAL, **MORE_PAGES}.items())
    for number in range(count):
        random = Random(f"{size} {kind} {number} plan")
        theme = random.choice(list(SUBJECTS))
        subject, town = random.choice(SUBJECTS[theme]), random.choice(TOWNS)
        category = random.choice(CATEGORIES[kind].split())
        day = DAYS.get(kind, _past)(random)
        title = pages[number][1] if kind == "page" else _title(random, kind, subject, town, day)
        slug = pages[number][0] if kind == "page" else slugify(title)
        if slug in taken:
            slug = f"{slug}-n{number}"
        taken.add(slug)
        found.append(Sketch(kind, number, slug, title, category, theme, subject, town, day))
    return found


def _title(random: Random, kind: str, subject: str, town: Town, day: date) -> str:
    return random.choice(TITLES[kind]).format(
        subject=subject,
        Subject=capital(subject),
        of_subject=of(subject),
        town=town.name,
        year=day.year,
        verb=random.choice(VERBS),
        tool=random.choice(TOOLS),
        first=random.choice(FIRST_NAMES),
        last=random.choice(STARTS) + random.choice(ENDS),
        number=random.randint(3, 40),
    )


def _past(random: Random) -> date:
    return TODAY - timedelta(days=random.randint(0, YEARS * 365))


def _first_day(random: Random) -> date:
    """Nine events in a hundred are to come; of the past ones, one in five is in the fortnight of the Fête de la science."""
    if random.random() < 0.09:
        return TODAY + timedelta(days=int(random.random() ** 2 * 180))
    if random.random() < 0.2:
        return date(random.randint(TODAY.year - YEARS + 1, TODAY.year), 10, random.randint(2, 16))
    return TODAY - timedelta(days=random.randint(1, YEARS * 365))


def _recent(random: Random) -> date:
    """One announcement in five may still be answered."""
    return TODAY - timedelta(days=random.randint(0, 40)) if random.random() < 0.2 else _past(random)


DAYS: dict[str, Callable[[Random], date]] = {"event": _first_day, "programme": _first_day, "announcement": _recent}
