"""What must hold between fields, as data for the script: found by asking the models and rules, message by message.

Nothing is known here of any rule: the keys that `incomplete` looks at are seen while it looks, each of their states is tried,
and what it answers is kept as a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product
from typing import Any

from contribute.form.checks import every
from contribute.form.probe import Probe, Told, words
from contributions.models import KINDS
from contributions.problems.problem import Finding
from contributions.region.hub import Hub
from views.fields import Field

State = str | bool | None
"""Of a key: absent (None), there (True), or its value, where values are counted."""

SAMPLES = {
    "day": "2026-11-21", "moment": "2026-11-21", "when": "2026-11-21", "url": "https://exemple.fr", "email": "a@exemple.fr",
    "slug": "exemple", "related": "article/exemple", "rule": "FREQ=WEEKLY;COUNT=10", "file": "exemple.pdf",
    "integer": "1", "number": "1", "bool": "true", "tel": "03 22 00 00 00", "text": "Exemple", "year": "2026",
    "language": "fr",
}  # fmt: skip
"""A sound value of each sort, and of keys that must be more than that."""


class _Watched(Mapping[str, Any]):
    """Front matter that remembers which keys were asked for."""

    def __init__(self, values: Mapping[str, Any], asked: set[str]) -> None:
        self._values, self._asked = values, asked

    def __getitem__(self, key: str) -> Any:
        self._asked.add(key)
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def asked(kind: str, held: tuple[Field, ...]) -> tuple[str, ...]:
    """The keys whose presence or value decides what else is required, in the order of the form."""
    choices = _states(held)
    known: set[str] = set()
    looked: set[str] = set()
    while True:
        for values in _every_state(sorted(known), choices):
            list(KINDS[kind].incomplete(_Watched(values, looked)))
        if looked == known:
            return tuple(field.key for field in held if field.key in known)
        known = set(looked)


def conditions(kind: str, held: tuple[Field, ...]) -> list[dict[str, Any]]:
    """What is told in which states of which keys; `at` is the field that should show it.

    With `hides`, that field shows only where the first key, a choice, asks for it; what else would do is the name of another contribution.
    """
    model, choices, keys = KINDS[kind], _states(held), asked(kind, held)
    told: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for values in _every_state(keys, choices):
        for words_ in model.incomplete(values):
            told.setdefault(words_, []).append(values)
    found = [_condition(message, repair, when, keys, choices) for (message, repair), when in told.items()]
    names = {field.key for field in held if field.reference}
    return [rule | {"hides": rule["keys"][0] in choices and {*rule["keys"][1:]} - names == {rule["at"]}} for rule in found]


def lacking(kind: str, held: tuple[Field, ...]) -> tuple[str, ...]:
    """The keys that are not required by themselves, and without which a file that says nothing else is incomplete."""
    return tuple(found["at"] for found in conditions(kind, held) if all(state is None for state in found["states"][0]))


def not_asked_yet(kind: str, held: tuple[Field, ...]) -> tuple[str, ...]:
    """The keys that only a choice asks for, which is not the one that stands when the form opens: the address of what is on line."""
    return tuple(rule["at"] for rule in conditions(kind, held) if rule["hides"] and all(any(state) for state in rule["states"]))


def _condition(message: str, repair: str, when: list[dict[str, Any]], keys: tuple[str, ...], choices: dict[str, Any]) -> dict[str, Any]:
    """The message with the fewest keys that tell when it comes."""
    told = [tuple(values.get(key) for key in keys) for values in when]
    matters = [key for number, key in enumerate(keys) if not _indifferent(told, number, choices.get(key, (None, True)))]
    states = dict.fromkeys(tuple(values.get(key) for key in matters) for values in when)
    absent = [key for number, key in enumerate(matters) if all(state[number] is None for state in states)]
    at = absent[0] if absent else matters[0]
    return {"at": at, **_told(message, repair), "keys": matters, "states": [list(state) for state in states]}


def _indifferent(told: list[tuple[State, ...]], number: int, states: tuple[State, ...]) -> bool:
    """Whether a message comes whatever the state of one key."""
    there = set(told)
    return all((*state[:number], other, *state[number + 1 :]) in there for state in told for other in states)


def _states(held: tuple[Field, ...]) -> dict[str, tuple[State, ...]]:
    return {field.key: (None, *(choice.value for choice in field.choices)) for field in held if field.control == "select"}


def _every_state(keys: Any, choices: Mapping[str, tuple[State, ...]]) -> Iterator[dict[str, Any]]:
    for states in product(*(choices.get(key, (None, True)) for key in keys)):
        yield {key: state for key, state in zip(keys, states, strict=True) if state is not None}


def either(kind: str, held: tuple[Field, ...], hub: Hub) -> list[dict[str, Any]]:
    """Groups that need one of several keys: what is told where all of them are missing."""
    probe = Probe.of(kind, hub)
    found = []
    for field in every(held):
        group = f"{field.path}.*" if field.control == "rows" else field.path
        told = _at_itself(probe, group, _sound(field.fields)) if field.fields and field.control != "list" else None
        if told:
            others = [inner for inner in field.fields if not inner.required]
            keys = [inner.key for inner in others if not _at_itself(probe, group, _sound(field.fields) | _sound((inner,), inner.key))]
            found.append({"path": group, "keys": keys, **told})
    return found


def swapped(kind: str, held: tuple[Field, ...], hub: Hub) -> list[dict[str, Any]]:
    """Groups of two numbers of which the second must not be less than the first."""
    probe = Probe.of(kind, hub)
    found = []
    for field in every(held):
        numbers = [inner.key for inner in field.fields if inner.sort in {"number", "integer"}] if field.control == "group" else []
        for least, most in combinations(numbers, 2):
            findings = probe.findings(field.path, {least: "9", most: "8"})
            said = next((finding for finding in findings if finding.location == (*field.path.split("."), most)), None)
            if said and said.code == "E114":
                found.append({"path": field.path, "least": least, "most": most, **words(said, {})})
    return found


def _at_itself(probe: Probe, group: str, values: dict[str, Any]) -> Told | None:
    """What is told of a group as a whole."""
    where = tuple(0 if part == "*" else part for part in group.split("."))
    said: Finding | None = next((finding for finding in probe.findings(group, values) if finding.location == where), None)
    return words(said, {}) if said else None


def _sound(held: tuple[Field, ...], wanted: str = "") -> dict[str, Any]:
    """Sound values of the required fields, or of one."""
    return {field.key: sample(field) for field in held if field.key == wanted or (field.required and not wanted)}


def sample(field: Field) -> Any:
    """A sound value of a field, as front matter holds it."""
    if field.choices:
        value: Any = field.choices[0].value
        return [value] if field.control == "checks" else value
    if field.control == "rows":
        return [_sound(field.fields)]
    if field.control == "list":
        return [field.fields[0].example or sample(field.fields[0])]
    if field.fields:
        return _sound(field.fields)
    return [SAMPLES.get(field.key) or SAMPLES[field.sort]] if field.control == "words" else SAMPLES.get(field.key) or SAMPLES[field.sort]


def _told(message: str, repair: str) -> Told:
    return {"code": "E102", "message": message, "repair": repair}
