"""What can be chosen, by the names and values of the contract, in French words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choice:
    """A box to tick; `said` is how a sentence calls it, where not by its label: « sans « gratuit » : 3 »."""

    name: str
    value: str
    label: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceGroup:
    """Choices under one heading; `folded` where they are many, and few people need them."""

    name: str
    legend: str
    choices: tuple[Choice, ...]
    folded: bool = False


def flag(name: str, label: str, said: str) -> Choice:
    """What is asked with the value 1, or not at all."""
    return Choice(name, "1", label, said)


def group(name: str, legend: str, values: Mapping[str, str], *, folded: bool = False) -> ChoiceGroup:
    """The values of a name, each with its label."""
    return ChoiceGroup(name, legend, tuple(Choice(name, value, label) for value, label in values.items()), folded)


def known(groups: Iterable[ChoiceGroup]) -> dict[str, list[str]]:
    """The values of each name that has a list."""
    found: dict[str, list[str]] = {}
    for one in groups:
        for choice in one.choices:
            found.setdefault(choice.name, []).append(choice.value)
    return found
