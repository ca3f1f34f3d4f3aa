"""What to write instead of a value that says nothing yet: « à définir », « ? », « ${titre} »; or how its key may wait."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from contributions.judging.structure import field_at
from contributions.models.needs import Need
from contributions.problems.problem import Finding, Location
from contributions.words.placeholders import left_of_a_template, says_nothing, unwritten

WHO = "Écrivez qui publie : « organisation: » avec le nom de sa fiche, ou « publisher: » avec « name: »."
INSTEAD = {
    "title": "Écrivez un titre, même provisoire.",
    "summary": "Dites en une phrase ce que l’on y verra, et pour qui.",
    "alt": "Décrivez l’image en quelques mots, comme à qui ne la voit pas.",
    "credit": "Écrivez qui a fait l’image, ou prenez-en une dont vous connaissez l’auteur.",
    "organisation": WHO,
    "publisher": WHO,
    "place": "Écrivez au moins la commune, et un nom qui soit sûr (« Centre-ville ») ; dites dans le texte quand le lieu sera connu.",
}
"""By key, or by the group whose name it is."""
PLANNED = "Écrivez ce qui est prévu ; tant que rien n’est sûr, ajoutez « status: brouillon » : la page attendra."


def waits(text: str) -> bool:
    """Whether a value says nothing that could be read or published."""
    return unwritten(text) or says_nothing(text) or bool(left_of_a_template(text))


def instead(model: type[BaseModel], location: Location) -> str:
    """The repair of a value that says nothing: what to write, or which key may be left out until then."""
    names = [str(part) for part in location if isinstance(part, str)]
    named = names[-2] if names[-1] == "name" and len(names) > 1 else names[-1]
    if named in INSTEAD:
        return INSTEAD[named]
    if location and isinstance(location[-1], int):
        return "Écrivez ce qui est sûr, ou retirez cette entrée en attendant."
    depth = next((depth for depth in range(len(location), 0, -1) if _may_be_left_out(model, location[:depth])), 0)
    if not depth:
        return PLANNED
    key, below = location[depth - 1], location[depth : depth + 1]
    if key == names[-1]:
        return f"Retirez « {key} » en attendant."
    held = "cette entrée" if below and isinstance(below[0], int) else f"« {key} »"
    return f"Écrivez « {names[-1]} », ou retirez {held} en attendant."


def of_waiting(found: Finding, value: Any, model: type[BaseModel]) -> Finding:
    """What is said of a refused value, where that says nothing: no advice on its form, but what to do.

    Of a word that must be chosen, the choice is told.
    """
    if not isinstance(value, str) or not found.location or found.repair.startswith("Vouliez-vous") or not waits(value):
        return found
    repair = instead(model, found.location)
    if found.code == "E109" and not repair.startswith("Retirez"):
        return found
    left = left_of_a_template(value)
    because = f"« {left} » reste d’un modèle, et rien ne le remplace ici. " if left else ""
    return replace(found, repair=because + repair, fix=None)


def _may_be_left_out(model: type[BaseModel], location: Location) -> bool:
    """Whether a key may be missing: nothing else needs it."""
    field = field_at(model, location) if isinstance(location[-1], str) else None
    return field is not None and not field.is_required() and not (len(location) == 1 and location[0] in _needed(model))


def _needed(model: type[BaseModel]) -> set[str]:
    return {name for need in getattr(model, "needs", ()) if isinstance(need, Need) for name in need.any_of}
