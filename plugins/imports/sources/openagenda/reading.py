"""The events of an agenda, from any answer of OpenAgenda or of OpenDataSoft's data set."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from imports.agendas.event import event, gathered
from imports.agendas.pages import followed
from imports.agendas.plain_values import MOST, words
from imports.agendas.record import EMPTY, Names, Record, named
from imports.sources.fete_de_la_science.reading import read as table
from imports.taken import Given, Reading, Refusal, Taken, UnreadableSource

PERSONS = frozenset({"contributor", "member", "creator", "owner", "ownerUid", "creatorUid", "memberUid", "user"})
"""Who typed it: never read."""
BEFORE = b"\xef\xbb\xbf \t\r\n"
"""What may stand before JSON: a mark of UTF-8, and blanks."""


def read(data: bytes, given: Given) -> Reading:
    """The published events of an agenda, or of a table that it was saved as. Raises UnreadableSource where it is neither."""
    if not data.lstrip(BEFORE).startswith((b"{", b"[")) and (reading := _table(data, given)):
        return reading
    found = followed(data, given)
    reading = gathered((_taken(at, raw, given) for at, raw in found.records), found.whole)
    return Reading(reading.taken, refused=(*found.refused, *reading.refused), whole=reading.whole)


def _table(data: bytes, given: Given) -> Reading | None:
    """What was saved as a spreadsheet, by its columns; None where it is none."""
    try:
        reading = table(data, given)
    except UnreadableSource:
        return None
    return reading if reading.taken or reading.refused else None


@cache
def _names() -> Names:
    return tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))


@cache
def _standard() -> frozenset[str]:
    return frozenset(path.partition(".")[0] for paths in _names().values() for path in paths)


def _taken(at: str, raw: Any, given: Given) -> tuple[Taken | None, list[Refusal]]:
    if not isinstance(raw, Mapping):
        return None, [Refusal(at, "Ce n’est pas un événement.")]
    values, called = named(raw, _names())
    lang = given.hub.lang
    values["words"] = [*words(values.get("words"), lang), *_labels(raw, lang)][:MOST]
    return event(Record(values, at, lang, given.hub.zone, called), given)


def _labels(raw: Mapping[str, Any], lang: str) -> Iterator[str]:
    """The labels of an agenda's own fields, and of the groups of tags that v1 had: what the map makes themes and audiences of."""
    groups = raw.get("tagGroups")
    for group in groups[:MOST] if isinstance(groups, list) else ():
        yield from words(group.get("tags"), lang) if isinstance(group, Mapping) else ()
    for key, value in raw.items():
        if key in _standard() or key in PERSONS or value in EMPTY:
            continue
        first = value[0] if isinstance(value, list) else value
        if isinstance(first, Mapping) and "label" in first:
            yield from words(value, lang)
