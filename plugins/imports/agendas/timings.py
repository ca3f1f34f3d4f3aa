"""The times of an event as sources hold them: lists of groups, JSON inside a text, or moments that are glued by a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from imports.agendas.instants import MOMENT
from imports.agendas.json_values import inside
from imports.agendas.record import Record, shown

BEGINS, ENDS = ("begin", "start", "beginsAt", "debut"), ("end", "endsAt", "fin")
BETWEEN_SHOWINGS = re.compile(r"[\r\n|;]+")
GLUE = re.compile(r"[\s,>→/–—-]*")
"""What stands between a begin and an end, or behind them."""
NOUGHT = "0001-01-01"
LONGEST = 4_000_000
"""Characters of a text of times: 10,000 showings have 600,000."""


@dataclass(frozen=True, slots=True)
class Timing:
    """A showing as it stands in the source: `within` says where among the times."""

    within: str
    begin: Any
    end: Any = None


def timings(record: Record) -> Iterator[Timing]:
    """The showings that a record holds, in its order; what is no showing has no begin."""
    value = inside(record.get("timings"))
    if isinstance(value, Mapping):
        value = [value]
    if isinstance(value, str):
        yield from _glued(value[:LONGEST])
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _entry(entry, f"[{index}]")
    elif value is not None:
        yield Timing("", None)


def _entry(entry: Any, within: str) -> Iterator[Timing]:
    if isinstance(entry, str):
        found = list(_glued(entry))
        yield Timing(within, found[0].begin, found[0].end) if len(found) == 1 else Timing(within, None)
        return
    if not isinstance(entry, Mapping):
        yield Timing(within, None)
        return
    begin = next((entry[key] for key in BEGINS if entry.get(key)), None)
    end = next((entry[key] for key in ENDS if entry.get(key)), None)
    day = entry.get("date")
    if begin is None and isinstance(day, str):  # v1: « date » with « timeStart » and « timeEnd », local to the event
        begin, end = (f"{day[:10]}T{entry[key]}" if entry.get(key) else None for key in ("timeStart", "timeEnd"))
        begin = begin or day[:10]
    yield Timing(within, begin, end)


def _glued(text: str) -> Iterator[Timing]:
    """« 2026-10-05T14:00:00+02:00-2026-10-05T16:00:00+02:00 », one a line, or parted by bars."""
    parts = [part.strip() for part in BETWEEN_SHOWINGS.split(text) if part.strip()]
    for number, part in enumerate(parts, 1):
        within = f", n° {number}" if len(parts) > 1 else ""
        found = [match[0] for match in MOMENT.finditer(part)]
        if not found or not GLUE.fullmatch(MOMENT.sub("", part)) or (len(found) > 2 and len(found) % 2):
            yield Timing(within, None if not found else shown(part))
            continue
        yield from (Timing(within, *found[at : at + 2]) for at in range(0, len(found), 2))


def alone(record: Record) -> Timing | None:
    """The one showing of a record without times of which the first is the last; 0001-01-01 stands for none."""
    begin, last = _said(record.get("first_begin"), BEGINS), _said(record.get("last_begin"), BEGINS)
    end, last_end = _said(record.get("first_end"), ENDS), _said(record.get("last_end"), ENDS)
    if begin is None or last != begin or (end and last_end not in {None, end}):
        return None
    return Timing("", begin, end or last_end)


def _said(value: Any, keys: tuple[str, ...]) -> str | None:
    if isinstance(value, Mapping):
        value = next((value[key] for key in keys if value.get(key)), None)
    return None if not isinstance(value, str) or value.startswith(NOUGHT) else value
