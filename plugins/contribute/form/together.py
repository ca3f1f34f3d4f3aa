"""Which keys do not go together, as data for the script; the rules are asked for their words."""

from __future__ import annotations

from typing import Any

from contribute.form.made_up import told_by
from contribute.form.probe import Told
from contributions.library.library import Library
from contributions.rules.loans import terms
from contributions.sense.order import later

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
