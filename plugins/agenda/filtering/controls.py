"""The panel of filters: what can be chosen, by the names and values of the contract, in French words; and what its scripts need."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from agenda.filtering.documents import parts_json
from agenda.questions import LIST
from contributions.fields.levels import LEVELS
from contributions.library.library import Library
from publishing.strings import _
from views.filtering import choices
from views.filtering.choices import Choice, ChoiceGroup, flag, group
from views.french import labels
from views.timetable import Entry, Time, Timetable, TimetableDay
from views.values import Badge, Link


def filters(library: Library) -> dict[str, Any]:
    """What the page needs to be filtered: the choices, where the data is, and a timetable of one row of each sort, which scripts copy."""
    return {"groups": groups(library), "parts": parts_json(library), "blank": _blank(library)}


def embedded(library: Library) -> dict[str, Any]:
    """The same of a page without a panel: the values of names that have a list, how sentences call them, and what each name is about."""
    legends = {"du": _("Quand"), "au": _("Quand"), "pres": _("Où"), "rayon": _("Où"), "age": _("Âge"), "q": _("Mots")}
    offered = [(choice, group) for group in groups(library).values() for choice in group.choices]
    legends |= {choice.name: group.legend for choice, group in offered}
    said = {f"{choice.name}={choice.value}": choice.said or choice.label for choice, _group in offered}
    table = json.dumps({"values": known(library), "legends": legends, "said": said}, ensure_ascii=False)
    return {"known": table.replace("<", "\\u003c"), "parts": parts_json(library), "blank": _blank(library)}


def _blank(library: Library) -> Timetable:
    day = library.today.isoformat()
    text, link = _("Rendez-vous"), Link(_("Rendez-vous"), LIST)
    row = Entry("event", "", "", "", (Time(text, day),), "", LIST, text, text, text, (text,), (Badge(text),), link)
    return Timetable((row,), (TimetableDay("", day, text, (row,)),))


def groups(library: Library) -> dict[str, ChoiceGroup]:
    """All of them, by their names."""
    hub = library.hub
    departments = {code: f"{name} ({code})" for code, name in hub.departments.items()}
    categories = {slug: hub.category("event", slug) for slug in hub.all_categories["event"]}
    levels = {level: labels.levels([level]) for level in LEVELS}
    access = {code: labels.label(labels.ACCESS, code) for code in labels.ACCESS}
    modes = {mode: labels.label(labels.MODES, mode) for mode in labels.MODES}
    found = (
        ChoiceGroup("prix", _("Conditions"), tuple(_flags())),
        group("public", _("Public"), hub.audiences),
        group("theme", _("Thème"), hub.themes),
        group("departement", _("Département"), departments),
        group("mode", _("Sur place ou à distance"), modes),
        ChoiceGroup("classes", _("Avec une classe"), (flag("scolaires", _("Séances pour les classes"), _("pour les classes")),)),
        group("categorie", _("Type de rendez-vous"), categories, folded=True),
        group("acces", _("Accessibilité"), access, folded=True),
        group("niveau", _("Niveaux scolaires"), levels, folded=True),
    )
    return {group.name: group for group in found}


def known(library: Library) -> dict[str, list[str]]:
    """The values of each name that has a list."""
    return choices.known(groups(library).values())


def _flags() -> Iterator[Choice]:
    yield flag("gratuit", _("Gratuit"), _("gratuit"))
    yield flag("places", _("Il reste des places"), _("il reste des places"))
    yield flag("abri", _("À l’abri"), _("à l’abri"))
