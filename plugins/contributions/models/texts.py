"""What a contribution's front matter says, value by value, with the place where each stands: words, addresses, moments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from contributions.fields.when import When
from contributions.problems.problem import Location

ADDRESSES = {"url", "website", "online_url", "email"}
"""Keys that lead elsewhere."""
NO_WORDS = {*ADDRESSES, "src", "file", "aliases", "rule", "external_ids"}
"""Keys whose values are read by programs."""


def texts(meta: BaseModel) -> Iterator[tuple[Location, str]]:
    """Each text, in the order of its keys; slugs and words of vocabularies are among them."""
    return ((at, found) for at, found in _values(meta, ()) if isinstance(found, str) and NO_WORDS.isdisjoint(at))


def addresses(meta: BaseModel) -> Iterator[tuple[Location, str]]:
    """Each address of the web or of mail."""
    return ((at, found) for at, found in _values(meta, ()) if isinstance(found, str) and at[-1] in ADDRESSES)


def moments(meta: BaseModel) -> Iterator[tuple[Location, When]]:
    """Each day or hour, whatever its precision."""
    return ((at, found) for at, found in _values(meta, ()) if isinstance(found, When))


def _values(value: Any, location: Location) -> Iterator[tuple[Location, Any]]:
    """Everything that is neither a group nor a list; keys that were not written have nothing to say."""
    if isinstance(value, BaseModel):
        given = value.model_fields_set
        for name, key in _keys(type(value)):
            if name in given:
                yield from _values(getattr(value, name), (*location, key))
    elif isinstance(value, tuple):
        for index, entry in enumerate(value):
            yield from _values(entry, (*location, index))
    elif value is not None:
        yield location, value


@cache
def _keys(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The names of a model's fields, and what contributors call them."""
    return tuple((name, field.alias or name) for name, field in model.model_fields.items())
