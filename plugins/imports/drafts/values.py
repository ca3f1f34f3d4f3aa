"""Work on front matter as plain data: clean texts, take a value out, put keys in the order of the reference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from contributions.problems.problem import Location
from contributions.reference.reference import Key
from contributions.words.hidden import visible

NOTHING: tuple[Any, ...] = ("", None, [], {})
"""What says nothing."""
DEEPEST = 8
"""Groups and lists in one another: no key of ours holds more."""
LONGEST = 5_000
"""Characters of a text of front matter: what is longer belongs into the body."""


def clean(value: Any, depth: int = 0) -> Any:
    """A value of a source: texts on one line, without what nothing shows; what says nothing is left out; numbers as text."""
    if isinstance(value, Mapping):
        found = {str(key): clean(entry, depth + 1) for key, entry in value.items()} if depth < DEEPEST else {}
        return {key: entry for key, entry in found.items() if entry not in NOTHING}
    if isinstance(value, list | tuple | set | frozenset):
        entries = [clean(entry, depth + 1) for entry in value] if depth < DEEPEST else []
        return [entry for entry in entries if entry not in NOTHING]
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else line(str(value))[:LONGEST]


def line(text: str) -> str:
    """A text on one line, in composed letters, without what nothing shows."""
    return " ".join(re.split(r"[\s\u0085\u2028\u2029]+", visible(unicodedata.normalize("NFC", text)).strip()))


def at(values: Any, location: Location) -> Any:
    """What stands at a location; None where there is none."""
    for part in location:
        if isinstance(values, dict) and isinstance(part, str):
            values = values.get(part)
        elif isinstance(values, list) and isinstance(part, int) and 0 <= part < len(values):
            values = values[part]
        else:
            return None
    return values


def put(values: Any, location: Location, value: Any) -> None:
    """Write a value at a location that is there."""
    at(values, location[:-1])[location[-1]] = value


def take_out(values: Any, location: Location) -> bool:
    """Take out what stands at a location, and what above it then says nothing; returns whether there was anything."""
    above = at(values, location[:-1])
    if not location or at(values, location) is None or above is None:
        return False
    del above[location[-1]]
    if above in ({}, []) and len(location) > 1:
        take_out(values, location[:-1])
    return True


def ordered(values: Mapping[str, Any], keys: Iterable[Key]) -> dict[str, Any]:
    """Values in the order of the reference, groups too."""
    found: dict[str, Any] = {}
    for key in keys:
        if key.name in values:
            found[key.name] = _inside(values[key.name], key)
    return {**found, **{name: value for name, value in values.items() if name not in found}}


def _inside(value: Any, key: Key) -> Any:
    if key.keys and isinstance(value, dict):
        return ordered(value, key.keys)
    if key.keys and isinstance(value, list):
        return [ordered(entry, key.keys) if isinstance(entry, dict) else entry for entry in value]
    return value


def named(location: Location) -> str:
    """A location as a person reads it: « slots[2].end ».

    >>> named(("slots", 2, "end"))
    'slots[2].end'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in location).removeprefix(".")
