"""What a contribution's front matter says, value by value, with the place where each stands: words, addresses, moments."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from pydantic import BaseModel

from contributions.fields.when import When
from contributions.problems.problem import Location

ADDRESSES = {"url", "website", "online_url", "email"}
"""Keys that lead elsewhere."""
NO_WORDS = {*ADDRESSES, "src", "file", "aliases", "rule", "external_ids"}
"""Keys whose values are read by programs."""


class Said(NamedTuple):
    """Each value with its place, in the order of its keys."""

    texts: list[tuple[Location, str]]
    """Slugs and words of vocabularies among them."""
    addresses: list[tuple[Location, str]]
    """Of the web or of mail."""
    moments: list[tuple[Location, When]]
    """Days or hours, whatever their precision."""


def said_in(meta: BaseModel) -> Said:
    """All that a front matter says; keys that were not written have nothing to say."""
    said = Said([], [], [])
    _gather(meta, (), said)
    return said


def _gather(value: object, location: Location, said: Said) -> None:
    if isinstance(value, str):
        if NO_WORDS.isdisjoint(location):
            said.texts.append((location, value))
        elif location[-1] in ADDRESSES:
            said.addresses.append((location, value))
    elif isinstance(value, BaseModel):
        given = value.model_fields_set
        for name, key in _keys(type(value)):
            if name in given:
                _gather(getattr(value, name), (*location, key), said)
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            _gather(entry, (*location, index), said)
    elif isinstance(value, When):
        said.moments.append((location, value))


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The names of a model's fields, and what contributors call them."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
