"""What a model declares at a place of its front matter: the group, its keys, what sort of value a key has, its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from contributions.problems.problem import Location

Shape = Literal["word", "words", "group", "groups", "table"]
"""Of a value: a text, a list of texts, a group of keys, a list of groups, or a group whose keys are the author's."""


def plain_location(error: ErrorDetails) -> Location:
    """Where an error stands: pydantic adds the names of union members and validators, which hold marks that no key of ours has."""
    own = tuple(filter(_is_own, error["loc"]))
    unknown = error["type"] == "extra_forbidden" and not _is_own(error["loc"][-1])  # whatever an author calls a key
    return (*own, error["loc"][-1]) if unknown else own


def _is_own(part: str | int) -> bool:
    return isinstance(part, int) or not any(mark in part for mark in "[]()")


def group_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """The model that stands at a location of another."""
    return _group_at(model, tuple(part for part in location if isinstance(part, str)))


@lru_cache(maxsize=4096)  # of a long list, the same group is asked for again and again
def _group_at(model: type[BaseModel], names: tuple[str, ...]) -> type[BaseModel] | None:
    current: type[BaseModel] | None = model
    free = 0  # names that the author chooses come next: those of a table
    for part in names:
        if free:
            free -= 1
            continue
        if current is None:
            return None
        field = field_of(current, part)
        current = _model_in(field.annotation) if field else None
        free = _tables(field.annotation) if field else 0
    return current


def _tables(annotation: Any) -> int:
    """How many tables hold one another in a type, each by names of its own."""
    core = _core(annotation)
    return 1 + _tables(get_args(core)[1]) if get_origin(core) is dict else 0


def field_of(group: type[BaseModel], key: str) -> FieldInfo | None:
    """The declaration of a group's key, by the name that contributors write."""
    return next((field for name, field in group.model_fields.items() if key in {name, field.alias}), None)


def field_at(model: type[BaseModel], location: Location) -> FieldInfo | None:
    """The declaration of the key at a location; of an entry of a list, that of the list."""
    names = [part for part in location if isinstance(part, str)]
    group = group_at(model, tuple(names[:-1])) if names else None
    return field_of(group, names[-1]) if group else None


@cache
def keys_of(group: type[BaseModel] | None) -> tuple[str, ...]:
    """The names of a group's keys as contributors write them, in the order of their declaration."""
    return tuple(field.alias or name for name, field in group.model_fields.items()) if group else ()


def declared_at(model: type[BaseModel], location: Location) -> tuple[str, str, Any]:
    """Label, help and example of the key at a location."""
    field = field_at(model, location)
    return (field.title or "", field.description or "", field.examples[0] if field.examples else None) if field else ("", "", None)


def shape_of(field: FieldInfo) -> Shape:
    """What a key holds."""
    core = _core(field.annotation)
    inside = _model_in(core)
    if get_origin(core) is tuple:
        return "groups" if inside else "words"
    if get_origin(core) is dict:
        return "table"
    return "group" if inside else "word"


def shape_written(value: Any) -> Shape:
    """What front matter holds at a place."""
    if isinstance(value, dict):
        return "group"
    if isinstance(value, list):
        return "groups" if any(isinstance(entry, dict) for entry in value) else "words"
    return "word"


def sort_of(field: FieldInfo) -> str:
    """The sort of a key's value, or of its entries: the format or the type of its JSON Schema; "choice" of words, or "text"."""
    schema = _schema(field)
    if _words(field.annotation):
        return "choice"
    return str(schema.get("format") or schema.get("type", "text")) if "vocabulary" not in schema else "vocabulary"


def vocabulary_of(field: FieldInfo | None, kind: str) -> str:
    """The name of the region's vocabulary of which a key's words are; empty where it is of none."""
    name = str(_schema(field).get("vocabulary", "")) if field else ""
    return f"categories.{kind}" if name == "categories" else name


def choices_of(field: FieldInfo) -> tuple[str, ...]:
    """The words that the contract gives a key to choose from."""
    return _words(field.annotation)


def _core(annotation: Any) -> Any:
    """A type without what is told of it, and without None."""
    while hasattr(annotation, "__metadata__"):
        annotation = get_args(annotation)[0]
    arguments = [argument for argument in get_args(annotation) if argument is not NoneType]
    optional = NoneType in get_args(annotation)
    return _core(arguments[0]) if optional and arguments else annotation


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for argument in get_args(annotation) if (found := _model_in(argument))), None)


def _words(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return next((found for argument in get_args(annotation) if (found := _words(argument))), ())


def _schema(field: FieldInfo) -> dict[str, Any]:
    """What a declaration says to the JSON Schema of its value, or of the entries of its list."""
    return next((found.json_schema or {} for found in _told(field) if isinstance(found, WithJsonSchema)), {})


def _told(field: FieldInfo) -> Iterator[Any]:
    yield from field.metadata
    yield from _metadata(field.annotation)


def _metadata(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)


@cache
def every_key(model: type[BaseModel]) -> frozenset[str]:
    """The names of all keys of a model, its own and those of its groups and lists, at whatever depth.

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
