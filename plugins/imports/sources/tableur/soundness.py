"""Leave out of a record's values what its model refuses, and say why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from contributions.judging.certain import errors_of, settled
from contributions.judging.messages import finding
from contributions.judging.structure import plain_location
from contributions.models import KINDS
from contributions.problems.problem import Location
from contributions.region.hub import Hub

ROUNDS = 30
"""So many values of a record may be refused, one behind the other."""


def sound(kind: str, values: Mapping[str, Any], hub: Hub) -> tuple[dict[str, Any], list[tuple[tuple[str, ...], str]]]:
    """Values put right where that is certain, and without those that are refused: their keys, and why. What is missing is not told."""
    model, vocabularies = KINDS[kind], hub.vocabularies
    found = settled(model, values, vocabularies)
    refused: list[tuple[tuple[str, ...], str]] = []
    for _ in range(ROUNDS):
        errors = [error for error in errors_of(model, found, vocabularies) if error["type"] not in {"missing", "E102"}]
        if not errors:
            break
        location = plain_location(errors[0])
        refused.append((tuple(part for part in location if isinstance(part, str)), finding(errors[0], model, vocabularies).message))
        if not _dropped(found, location):
            break
    return found, refused


def _dropped(values: Any, location: Location) -> bool:
    """Take a value out, or the deepest that is there on the way to it; returns whether there was one."""
    held, at = values, None
    for depth, part in enumerate(location):
        inside = (
            held.get(part)
            if isinstance(held, Mapping)
            else held[part]
            if isinstance(held, list) and isinstance(part, int) and part < len(held)
            else None
        )
        if inside is None:
            break
        at = depth
        if depth < len(location) - 1:
            held = inside
    if at is None:
        return False
    held = values
    for part in location[:at]:
        held = held[part]
    del held[location[at]]
    return True
