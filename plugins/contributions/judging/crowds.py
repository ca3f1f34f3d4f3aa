"""Lists that are too long are cut before anybody judges their entries: nine thousand themes are one mistake."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from contributions.problems.problem import Finding, Location

MOST = 1_000
"""Entries of a list of which a model says nothing."""


def cut(model: type[BaseModel], values: Mapping[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """Front matter with its lists no longer than they may be, and what is said of those that were."""
    most = _bounds(model)
    found = [crowd for name, value in values.items() for crowd in _crowds(value, (name,), most.get(name, MOST))]
    if not found:
        return dict(values), []
    return {name: _shortened(value, most.get(name, MOST)) for name, value in values.items()}, found


@cache
def _bounds(model: type[BaseModel]) -> dict[str, int]:
    """The most entries that each list of a model has."""
    return {field.alias or name: _most(field) for name, field in model.model_fields.items()}


def _most(field: FieldInfo) -> int:
    return next((rule.max_length for rule in field.metadata if hasattr(rule, "max_length")), MOST)


def _crowds(value: Any, location: Location, most: int) -> Iterator[Finding]:
    if isinstance(value, list):
        if len(value) > most:
            name = next(part for part in reversed(location) if isinstance(part, str))
            message = f"« {name} » : {len(value)} valeurs, {most} au plus."
            yield Finding("E111", message, "Ajoutez ou retirez des éléments.", location)
        for index, entry in enumerate(value[:most]):
            yield from _crowds(entry, (*location, index), MOST)
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _crowds(entry, (*location, key), MOST)


def _shortened(value: Any, most: int) -> Any:
    if isinstance(value, list):
        return [_shortened(entry, MOST) for entry in value[:most]]
    if isinstance(value, dict):
        return {key: _shortened(entry, MOST) for key, entry in value.items()}
    return value
