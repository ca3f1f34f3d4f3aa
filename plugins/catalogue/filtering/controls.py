"""The panel of the catalogue's filters: what can be chosen, by the names and values of the contract; and what its scripts need."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from catalogue.filtering.documents import TOOLS, WORDS, Tools
from catalogue.filtering.records import language, owner_key
from contributions.fields.languages import CODES
from contributions.fields.levels import LEVELS
from contributions.library.library import Library
from contributions.words.folding import folded
from publishing.strings import _
from views.cards import publisher
from views.filtering import choices
from views.filtering.choices import ChoiceGroup, flag, group
from views.french import labels


def panel(library: Library, tools: Tools) -> dict[str, Any]:
    """What the page needs to be filtered: the choices, and where the data is."""
    source = {"built": library.today.isoformat(), "tools": TOOLS, "words": WORDS, "languages": " ".join(sorted(CODES))}
    return {"groups": groups(library, tools), "source": json.dumps(source)}


def groups(library: Library, tools: Tools) -> dict[str, ChoiceGroup]:
    """All of them, by their names."""
    hub = library.hub
    found = (
        group("vehicule", _("Véhicule"), _labelled(labels.VEHICLES, labels.VEHICLES)),
        ChoiceGroup("prix", _("Conditions"), (_free(), _pass_culture())),
        group("theme", _("Thème"), hub.themes),
        group("groupe", _("Sorte d’outil"), _labelled(labels.GROUPS, hub.groups)),
        group("departement", _("Où l’emporter"), {code: f"{name} ({code})" for code, name in hub.departments.items()}),
        group("niveau", _("Niveaux scolaires"), {level: labels.levels([level]) for level in LEVELS}, folded=True),
        group("public", _("Public"), hub.audiences, folded=True),
        group("categorie", _("Type d’outil"), _categories(library), folded=True),
        group("langue", _("Langue"), _labelled(labels.LANGUAGES, _languages(tools)), folded=True),
        group("acces", _("Accessibilité"), _labelled(labels.ACCESS, labels.ACCESS), folded=True),
        group("proprietaire", _("Propriétaire"), _owners(library, tools), folded=True),
    )
    return {one.name: one for one in found}


def known(library: Library, tools: Tools) -> dict[str, list[str]]:
    """The values of each name that has a list."""
    return choices.known(groups(library, tools).values())


def _free() -> choices.Choice:
    return flag("gratuit", _("Prêt gratuit"), _("prêt gratuit"))


def _pass_culture() -> choices.Choice:
    return flag("pass-culture", _("Pris en charge par le pass Culture"), _("pass Culture"))


def _labelled(table: dict[str, str], values: Iterable[str]) -> Mapping[str, str]:
    found = {value: labels.label(table, value) for value in values}
    return {value: label[:1].upper() + label[1:] for value, label in found.items()}


def _categories(library: Library) -> Mapping[str, str]:
    return {slug: library.hub.category("exhibition", slug) for slug in library.hub.all_categories["exhibition"]}


def _languages(tools: Tools) -> list[str]:
    """Those that have a name here, and those that a tool speaks besides."""
    spoken = sorted({code for tool in tools for code in language(tool.meta)} - set(labels.LANGUAGES))
    return [*labels.LANGUAGES, *spoken]


def _owners(library: Library, tools: Tools) -> Mapping[str, str]:
    named = {owner_key(tool): publisher(library, tool).label for tool in tools}
    return dict(sorted(named.items(), key=lambda item: (folded(item[1]), item[0])))
