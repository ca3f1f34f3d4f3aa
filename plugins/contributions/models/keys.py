"""The names of all keys of a kind, at whatever depth."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from pydantic import BaseModel


@cache
def every_key(model: type[BaseModel]) -> frozenset[str]:
    """Its own, and those of its groups and lists.

    >>> from contributions.models.groups import Price
    >>> sorted(every_key(Price))
    ['free', 'text']
    """
    fields = model.model_fields.items()
    own = {field.alias or name for name, field in fields}
    return frozenset(own.union(*(every_key(group) for _name, field in fields for group in _groups(field.annotation))))


def _groups(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [group for argument in get_args(annotation) for group in _groups(argument)]
