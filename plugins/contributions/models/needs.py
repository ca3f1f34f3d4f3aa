"""Keys that must be there because of one another, declared once: the check and the schema derive from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from pydantic import BaseModel, model_validator

from contributions.fields.fields import wrong

NOTHING: tuple[Any, ...] = (None, [], {})
"""Values of a key that gives nothing."""


@dataclass(frozen=True, slots=True)
class Case:
    """When another key has one of some values, or any where none is named. `default` is its value where it is left out."""

    key: str
    values: tuple[str, ...] = ()
    default: str | None = None

    def holds(self, values: Mapping[str, Any]) -> bool:
        """Whether it is so in this front matter."""
        value = values.get(self.key, self.default)
        return value in self.values if self.values else value is not None

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        wanted: dict[str, Any] = {"properties": {self.key: {"enum": list(self.values)}}} if self.values else {}
        return wanted if self.default in self.values else {**wanted, "required": [self.key]}


@dataclass(frozen=True, slots=True)
class Need:
    """At least one of some keys, always, `when` something is so, or `unless` one of several is: what is wrong else, and how to mend it."""

    any_of: tuple[str, ...]
    message: str
    repair: str
    when: Case | None = None
    unless: tuple[Case, ...] = ()

    def unmet(self, values: Mapping[str, Any]) -> bool:
        """Whether the front matter lacks it; an empty list gives nothing."""
        asked = self.when is None or self.when.holds(values)
        return asked and not any(case.holds(values) for case in self.unless) and all(values.get(name) in NOTHING for name in self.any_of)

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        wanted: dict[str, Any] = (
            {"required": list(self.any_of)} if len(self.any_of) == 1 else {"anyOf": [{"required": [name]} for name in self.any_of]}
        )
        if self.when is not None:
            return {"if": self.when.schema(), "then": wanted}
        cases = [case.schema() for case in self.unless]
        return {"if": {"not": cases[0] if len(cases) == 1 else {"anyOf": cases}}, "then": wanted} if cases else wanted


@dataclass(frozen=True, slots=True)
class Either:
    """Two keys that say the same thing in two ways: not both."""

    keys: tuple[str, str]
    message: str
    repair: str

    def unmet(self, values: Mapping[str, Any]) -> bool:
        """Whether the front matter has both."""
        return all(name in values for name in self.keys)

    def schema(self) -> dict[str, Any]:
        """The same as JSON Schema."""
        return {"not": {"required": list(self.keys)}}


def unmet(needs: tuple[Need | Either, ...], values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(What is wrong, how to mend it) of each that the front matter does not meet."""
    yield from ((need.message, need.repair) for need in needs if need.unmet(values))


class Choice(BaseModel):
    """A group in which one key of several must be there."""

    needs: ClassVar[tuple[Need | Either, ...]]

    @model_validator(mode="after")
    def _chosen(self) -> Choice:
        values = {name: value for name, value in self if value is not None}
        for message, repair in unmet(self.needs, values):
            raise wrong("E102", message, repair)
        return self
