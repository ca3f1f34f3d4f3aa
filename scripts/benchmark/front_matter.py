"""YAML front matter as contributors write it: plain scalars wherever they may be, short lists on one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?!\s|\Z)|(?<!\s)#)*")
"""A text that YAML reads as it stands."""
FLOW = re.compile(r"[\[\]{},]")
"""What has a meaning of its own inside a list on one line."""
TYPED = re.compile(r"[\d.+-]|(?:true|false|yes|no|on|off|y|n|null)\Z", re.IGNORECASE)
"""A text that most YAML readers take for a number, a day, a boolean or nothing. Escale reads scalars as text."""


def dump(values: Mapping[str, Any], *, quoted: bool = False) -> str:
    """Front matter with its fences. `quoted` protects texts that look like numbers or days from readers that would type them."""
    return "---\n" + "\n".join(_lines(values, "", quoted)) + "\n---\n"


def _lines(values: Mapping[str, Any], margin: str, quoted: bool) -> Iterator[str]:
    for key, value in values.items():
        name = f"{margin}{_scalar(key, quoted) if quoted else key}:"
        if isinstance(value, Mapping):
            yield name
            yield from _lines(value, margin + "  ", quoted)
        elif isinstance(value, list | tuple) and any(isinstance(item, Mapping) for item in value):
            yield name
            for item in value:
                first, *rest = _lines(item, margin + "    ", quoted)
                yield f"{margin}  - {first.lstrip()}"
                yield from rest
        elif isinstance(value, list | tuple):
            yield f"{name} [{', '.join(_scalar(item, quoted, flow=True) for item in value)}]"
        else:
            yield f"{name} {_scalar(value, quoted)}"


def _scalar(value: Any, quoted: bool, *, flow: bool = False) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if PLAIN.fullmatch(value) and not (quoted and TYPED.match(value)) and not (flow and FLOW.search(value)):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
