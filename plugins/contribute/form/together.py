"""What the rules say of keys together, and of names of contributions, as data for the script; they are asked for their words."""

from __future__ import annotations

from typing import Any

from contribute.form.checks import Check
from contribute.form.made_up import told_by
from contribute.form.probe import Told
from contributions.library.library import Library
from contributions.rules.loans import terms
from contributions.rules.references import known
from contributions.sense.order import later
from contributions.words.slugs import SLUG

DAY = "2200-12-31"


def excluded(library: Library, kind: str) -> list[dict[str, Any]]:
    """Keys of which one must go where the others are there, by their paths; `at` is the one that is told."""
    if kind != "exhibition":
        return []
    keys = {"loan": {"copies": "2"}, "versions": [{"id": "souple", "label": "Souple"}]}
    return [{"at": "loan.copies", "keys": ["loan.copies", "versions"], **told_by(terms, library, kind, keys, {}, "E508")}]


def too_early(library: Library) -> Told:
    """What is said of results of what has not begun; `{day}` stands for its first day."""
    results = [{"label": "Visiteurs", "value": "12"}]
    return told_by(later, library, "programme", {"start": DAY, "results": results}, {"day": DAY}, "E415")


def related(library: Library) -> dict[str, list[Check]]:
    """What is said of other pages' names, by the path of one: that a kind and a name are asked for."""
    name = "zyx"
    untold = told_by(known, library, "programme", {"start": DAY, "related": [name]}, {"value": name}, "E115")
    return {"related.*": [{"if": "unlike", "pattern": rf"^/*[^/]+/(?:{SLUG.pattern})/*$", "flags": "", **untold}]}
