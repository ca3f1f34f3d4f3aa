"""What may be written instead of a refused value without asking: only where all of the value says it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from contributions.fields.measures import counted, measured, unit_of
from contributions.judging.other_names import other_word
from contributions.judging.structure import choices_of, field_at, plain_location, sort_of
from contributions.problems.problem import Location
from contributions.words.spelling import spelt_alike

ROUNDS = 3
"""So often values are put right: one that is refused may hide another behind it."""


def certain(error: ErrorDetails, model: type[BaseModel]) -> str:
    """The value that one is for sure; empty where there is a doubt."""
    location, context = plain_location(error), error.get("ctx", {})
    written = str(error["input"])
    if "meant" in context:
        return str(context["meant"])
    if error["type"] == "E107":
        return number(model, location, written)
    if error["type"] == "literal_error" and location:
        field = field_at(model, location)
        return word(str(next((p for p in reversed(location) if isinstance(p, str)), "")), written, choices_of(field) if field else ())
    return ""


def number(model: type[BaseModel], location: Location, written: str) -> str:
    """The number that a text says in the unit of the key at a location; empty where that is not certain."""
    field = field_at(model, location)
    if field is None:
        return ""
    unit = unit_of(field.description or "")
    found = counted(written) or measured(written, unit, "" if unit else field.title or "")
    return "" if "." in found and sort_of(field) == "integer" else found


def word(key: str, written: str, choices: tuple[str, ...]) -> str:
    """The word of the contract that a written one is: in another spelling, or in the words of other tools; empty where it is none."""
    other = other_word(key, written)
    return spelt_alike(written, choices) or (other if other in choices else "")


def settled(model: type[BaseModel], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> dict[str, Any]:
    """Front matter, its values put right where that is certain."""
    found = deepcopy(dict(values))
    for _ in range(ROUNDS):
        errors = errors_of(model, found, vocabularies)
        if not [None for error in errors if (meant := certain(error, model)) and _put(found, plain_location(error), meant)]:
            break
    return found


def errors_of(model: type[BaseModel], values: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> list[ErrorDetails]:
    """All that pydantic refuses of some front matter."""
    try:
        model.model_validate(values, context={"vocabularies": vocabularies})
    except ValidationError as error:
        return error.errors(include_url=False)
    return []


def _put(values: Any, location: Location, meant: str) -> bool:
    """Write a value at a location; returns whether there is a place for it."""
    try:
        for part in location[:-1]:
            values = values[part]
        values[location[-1]] = meant
    except (LookupError, TypeError):
        return False
    return True
