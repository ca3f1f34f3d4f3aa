"""One event of an answer, by the words of this room: what a source calls each, and where it stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from imports.agendas.plain_values import in_language, line, spoken_line
from imports.taken import Refusal

EMPTY: tuple[Any, ...] = (None, "", [], {})
IN_LANGUAGES = frozenset({"title", "description", "text", "conditions", "keywords", "credit"})
"""What stands in several languages: in a group of them, or in keys that end with one, as OpenDataSoft has it."""
SUFFIX = re.compile(r"_([a-z]{2})")
Names = Mapping[str, Sequence[str]]
"""What a source may call each value of an event, the best first; « location.city » is a key within a group."""


@dataclass(frozen=True, slots=True)
class Record:
    """The values of one event; `at` is where it stands, `lang` and `zone` are the hub's."""

    values: Mapping[str, Any]
    at: str
    lang: str
    zone: ZoneInfo
    called: Mapping[str, str] = field(default_factory=dict)
    """What the source calls each value that it has."""
    column: str = "{at}.{name}"
    """How the place of a value is said."""

    def get(self, name: str) -> Any:
        """A value as it stands there; None where there is none."""
        return self.values.get(name)

    def line(self, name: str) -> str:
        """A value on one line, in the hub's language where it has it."""
        return spoken_line(self.get(name), self.lang)

    def text(self, name: str) -> str:
        """A value with its lines and mark-up, in the hub's language where it has it."""
        found = in_language(self.get(name), self.lang)[0]
        return found if isinstance(found, str) else line(found)

    def refusal(self, name: str, message: str, within: str = "") -> Refusal:
        """That a value, or what is within it, is not taken."""
        return Refusal(self.column.format(at=self.at, name=self.called.get(name, name) + within), message)


def named(raw: Mapping[str, Any], names: Names) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a source's record by the words of this room, and what the source calls each of them."""
    values, called = {}, {}
    for name, candidates in names.items():
        for candidate in candidates:
            found = _at(raw, candidate)
            if found in EMPTY and name in IN_LANGUAGES:
                found = _by_suffix(raw, candidate)
            if found not in EMPTY:
                values[name], called[name] = found, candidate
                break
    return values, called


def _at(raw: Mapping[str, Any], path: str) -> Any:
    found: Any = raw
    for key in path.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def _by_suffix(raw: Mapping[str, Any], name: str) -> dict[str, Any]:
    """« title_fr » and « title_en » as one group."""
    start = len(name)
    return {
        suffix[1]: value
        for key, value in raw.items()
        if key.startswith(name) and (suffix := SUFFIX.fullmatch(key, start)) and value not in EMPTY
    }


def shown(value: Any, most: int = 60) -> str:
    """A value as it is quoted in a message."""
    said = line(value) or ("une liste" if isinstance(value, list) else "un groupe" if isinstance(value, Mapping) else "vide")
    return said if len(said) <= most else f"{said[:most].rstrip()}…"
