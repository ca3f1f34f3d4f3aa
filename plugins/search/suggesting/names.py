"""The names by which js/search/sentences/ understands a question: themes, audiences, categories, towns, holidays; and how it says them.

`towns`: a line each, the largest first: INSEE code, mark, postcodes, name. « s » marks the second of a name, which the filters mean by
its code only, « - » all others. They are those where there is something, the largest of the region, and the largest of each postcode.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from contributions.fields.levels import LEVELS
from contributions.geography.gazetteer import Gazetteer, Town
from contributions.library.library import Library
from contributions.region.holidays import holidays, zone_of
from contributions.words.folding import words
from contributions.words.typography import typo
from publishing.page import Document, Planned
from publishing.strings import _
from views.french import labels

PATH = "/recherche/noms.json"
LARGEST = 300
"""Towns of the region that are known though nothing is there."""
AHEAD = 6
"""School holidays that are known: those of a year."""


def names(library: Library) -> Planned:
    """The document."""
    return Planned(PATH, lambda: Document(PATH, json.dumps(_names(library), ensure_ascii=False, separators=(",", ":")).encode()))


def _names(library: Library) -> dict[str, Any]:
    hub = library.hub
    return {
        "labels": {
            "theme": hub.themes,
            "public": hub.audiences,
            "departement": hub.departments,
            "acces": _labelled(labels.ACCESS),
            "niveau": {level: labels.levels([level]) for level in LEVELS},
            "mode": _labelled(labels.MODES),
            "vehicule": _labelled(labels.VEHICLES),
            "langue": _labelled(labels.LANGUAGES),
            "groupe": {group: labels.label(labels.GROUPS, group) for group in hub.groups},
            "gratuit": {"1": _("gratuit")},
            "scolaires": {"1": _("pour les classes")},
            "places": {"1": _("il reste des places")},
            "abri": {"1": _("à l’abri")},
            "pass-culture": {"1": _("pass Culture")},
        },
        "events": {slug: hub.category("event", slug) for slug in hub.all_categories["event"]},
        "tools": {slug: hub.category("exhibition", slug) for slug in hub.all_categories["exhibition"]},
        "towns": "\n".join(_towns(Gazetteer.load(hub.region.code), set(library.communes))),
        "holidays": [(name, first.isoformat(), last.isoformat()) for name, first, last in _holidays(library)],
        "built": library.today.isoformat(),
        "said": _said(),
    }


def _labelled(table: dict[str, str]) -> dict[str, str]:
    return {value: labels.label(table, value) for value in table}


def _said() -> dict[str, str]:
    """The sentences of the scripts, as the other texts of the interface are."""
    return {
        "agenda": _("Agenda"),
        "tools": _("Outils"),
        "or": _(" ou "),
        "near": _("près {town}"),
        "from": _("à partir du {day}"),
        "until": _("jusqu’au {day}"),
        "span": _("du {first} au {last}"),
        "without": _("sans {words}"),
        "both": _("{first} et {last}"),
        "acces": _("accessible ({value})"),
        "vehicule": _("en {value}"),
        "langue": _("en {value}"),
        "age": _("{value} ans"),
        "rayon": _("à moins de {value} km"),
        "jours": _("{value} jours"),
        "surface": _("{value} m²"),
        "budget": _("{value} €"),
        "poids": _("{value} kg"),
        "visiteurs": _("{value} visiteurs"),
    }


def _towns(known: Gazetteer, shown: set[str]) -> Iterator[str]:
    """Lines of the towns that are told."""
    by_size = sorted(known, key=lambda town: (-town.population, town.insee))
    first: dict[str, Town] = {}
    of_postcode: dict[str, Town] = {}
    for town in by_size:
        first.setdefault(_key(town), town)
        for postcode in town.postcodes:
            of_postcode.setdefault(postcode, town)
    told = {*shown, *(town.insee for town in by_size[:LARGEST]), *(town.insee for town in of_postcode.values())}
    told |= {first[_key(town)].insee for town in by_size if town.insee in told}
    for town in by_size:
        if town.insee in told:
            mark = "-" if first[_key(town)] is town else "s"
            yield f"{town.insee} {mark} {','.join(town.postcodes) or '-'} {typo(town.name)}"


def _key(town: Town) -> str:
    return " ".join(words(town.name))


def _holidays(library: Library) -> Iterator[tuple[str, date, date]]:
    """The coming ones, each once."""
    zone = zone_of(library.hub)
    day = library.today
    for _number in range(AHEAD):
        found = holidays(zone, day) if zone else None
        if found is None:
            return
        yield typo(found.name), found.first, found.last
        day = found.last + timedelta(days=1)
