"""A small sound contribution of each kind, to copy: what cannot be left out, and little else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from contributions.models import FOLDERS
from contributions.reference.drafting import whole
from contributions.region.hub import Hub

FOLDER = {kind: folder for folder, kind in FOLDERS.items()}
PLACE = {"name": "Médiathèque du Moulin", "city": "Abbeville"}
PUBLISHER = {"name": "Médiathèque du Moulin"}


@dataclass(frozen=True, slots=True)
class Example:
    """A file: where it belongs, below the folder that holds content/, and what it says."""

    path: str
    text: str


def example(kind: str, hub: Hub) -> Example:
    """The example of a kind, in the words of the region."""
    slug, _values, body = EXAMPLES[kind]
    return Example(f"content/{FOLDER[kind]}/{slug}.md", whole(front_matter(kind, hub), body))


def front_matter(kind: str, hub: Hub) -> Mapping[str, Any]:
    """The keys of the example of a kind, in the words of the region."""
    _slug, values, _body = EXAMPLES[kind]
    themes = {"themes": [_known("astronomie", hub.themes)]} if "themes" in values else {}
    category = {"category": _known(values["category"], hub.all_categories[kind])} if "category" in values else {}
    return {**values, **themes, **category}


def _known(word: str, vocabulary: Mapping[str, Any]) -> str:
    """A word of the vocabulary: this one if it has it."""
    return word if word in vocabulary else next(iter(vocabulary))


EXAMPLES: Mapping[str, tuple[str, Mapping[str, Any], str]] = MappingProxyType(
    {
        "event": (
            "une-heure-avec-les-etoiles-2026",
            {
                "title": "Une heure avec les étoiles",
                "summary": "Une séance de planétarium pour reconnaître trois constellations d’hiver.",
                "date": "2026-11-21",
                "category": "spectacle",
                "themes": ["astronomie"],
                "publisher": PUBLISHER,
                "slots": [{"start": "2026-12-05 14:00", "end": "2026-12-05 15:00"}],
                "place": PLACE,
                "price": {"free": True},
            },
            "On s’allonge, on éteint, on lève les yeux : Orion, le Taureau, les Gémeaux.",
        ),
        "exhibition": (
            "malle-du-ciel",
            {
                "title": "La malle du ciel",
                "summary": "Douze manipulations pour comprendre les saisons, la Lune et les éclipses.",
                "date": "2026-11-21",
                "category": "malle",
                "themes": ["astronomie"],
                "publisher": PUBLISHER,
                "contents": [{"quantity": 12, "item": "manipulations"}, {"quantity": 1, "item": "livret d’animation"}],
                "format": {"weight_kg": 14, "vehicle": "voiture"},
                "price": {"free": True},
            },
            "Chaque manipulation tient dans une pochette, avec sa fiche. Un adulte l’anime sans formation.",
        ),
        "article": (
            "une-nuit-avec-les-astronomes-amateurs",
            {
                "title": "Une nuit avec les astronomes amateurs",
                "summary": "Ils sortent leurs lunettes dès que le ciel est clair. Nous les avons suivis.",
                "date": "2026-11-21",
                "category": "reportage",
                "themes": ["astronomie"],
                "publisher": PUBLISHER,
            },
            "Il est vingt-deux heures, et il gèle. Sur la place, six lunettes sont déjà tournées vers Jupiter.",
        ),
        "announcement": (
            "cherche-observatrices-et-observateurs",
            {
                "title": "Cherche observatrices et observateurs du ciel",
                "summary": "Nous comptons les étoiles visibles depuis chaque village : dix minutes suffisent.",
                "date": "2026-11-21",
                "category": "appel-a-participation",
                "themes": ["astronomie"],
                "publisher": PUBLISHER,
                "expires": "2027-01-31",
                "contact": {"email": "contact@exemple.fr"},
            },
            "Sortez par une nuit sans Lune, comptez les étoiles du carré de Pégase, envoyez-nous le nombre.",
        ),
        "resource": (
            "carte-du-ciel-d-hiver",
            {
                "title": "Carte du ciel d’hiver",
                "summary": "Une carte à imprimer, à plier et à emporter dehors.",
                "date": "2026-11-21",
                "category": "document",
                "themes": ["astronomie"],
                "publisher": PUBLISHER,
                "url": "https://www.exemple.fr/carte-du-ciel",
                "licence": "CC BY-SA 4.0",
            },
            "Imprimez-la sur une feuille A4, découpez le cercle, et tournez-le jusqu’à l’heure qu’il est.",
        ),
        "organisation": (
            "mediatheque-du-moulin-d-abbeville",
            {
                "title": "Médiathèque du Moulin",
                "summary": "Des livres, un jardin, et une lunette que l’on emprunte.",
                "category": "mediatheque",
                "place": PLACE,
                "website": "https://www.exemple.fr/",
                "consent": True,
            },
            "Ouverte du mardi au samedi. La lunette s’emprunte avec la carte de lecteur.",
        ),
        "programme": (
            "l-hiver-sous-les-etoiles",
            {
                "title": "L’hiver sous les étoiles",
                "summary": "Trois mois de veillées, d’ateliers et de lectures autour du ciel.",
                "date": "2026-11-21",
                "category": "parcours",
                "themes": ["astronomie"],
                "publisher": PUBLISHER,
                "start": "2026-12-01",
                "end": "2027-02-28",
            },
            "Une veillée par mois, toujours dehors, toujours gratuite.",
        ),
        "page": (
            "nos-partenaires-du-ciel",
            {"title": "Nos partenaires du ciel", "summary": "Celles et ceux qui prêtent leurs lunettes."},
            "Merci aux clubs qui ouvrent leurs coupoles toute l’année.",
        ),
    }
)
"""Kind → slug, front matter, body. None refers to another file: each can be copied into any hub."""
