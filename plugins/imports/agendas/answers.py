"""The shapes in which agendas answer, told apart by what they hold: the records of each, and what further page there is.

- OpenAgenda v2: {events, total, after}, or one: {event}
- OpenAgenda v1: {events, total, offset, limit}
- OpenDataSoft records 1.0: {records: [{fields}], nhits, parameters}
- OpenDataSoft Explore 2.1: {results, total_count}; 2.0: {records: [{record: {fields}}], total_count}
- exports of both: [{…}] or [{fields}], and GeoJSON: {features: [{properties, geometry}]}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from imports.agendas.plain_values import whole
from imports.taken import UnreadableSource

LISTS = ("events", "results", "records", "features")


@dataclass(frozen=True, slots=True)
class Answer:
    """One page: its raw records with where each stands, and what leads to the next."""

    records: tuple[tuple[str, Any], ...]
    single: bool = False
    """Whether it is one event, asked for by itself."""
    total: int | None = None
    """How many records there are on all pages."""
    after: tuple[str, ...] = ()
    """OpenAgenda v2: what to ask for the next page with."""
    offset: str = ""
    """Elsewhere: the parameter that says how many records to pass over."""
    start: int = 0
    """How many were passed over before this page."""


def answer(value: Any) -> Answer:
    """The page that a JSON value is. Raises UnreadableSource."""
    if isinstance(value, list):
        return Answer(tuple(_records(value, "")))
    if not isinstance(value, Mapping):
        raise UnreadableSource("Ce n’est ni une liste d’événements, ni une réponse d’OpenAgenda ou d’OpenDataSoft.")
    if isinstance(value.get("event"), Mapping):
        return Answer((("event", value["event"]),), single=True)
    name = next((key for key in LISTS if isinstance(value.get(key), list)), "")
    if not name:
        if "uid" in value and ("title" in value or "title_fr" in value):
            return Answer((("événement", value),), single=True)
        raise UnreadableSource(_complaint(value))
    records = tuple(_records(value[name], name))
    if name == "events":
        after = value.get("after")
        if isinstance(after, list) and after:
            return Answer(records, total=whole(value.get("total")), after=tuple(_parameter(each) for each in after[:10]))
        is_paged = "offset" in value or "limit" in value
        return Answer(records, total=whole(value.get("total")), offset="offset" if is_paged else "", start=whole(value.get("offset")) or 0)
    if name == "records" and "nhits" in value:
        asked = value.get("parameters")
        start = whole(asked.get("start")) if isinstance(asked, Mapping) else None
        return Answer(records, total=whole(value["nhits"]), offset="start", start=start or 0)
    total = whole(value.get("total_count"))
    return Answer(records, total=total, offset="offset" if total is not None else "")


def _parameter(value: Any) -> str:
    """As a parameter of an address: null is « null » there (OpenAgenda asks for it back as it came)."""
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)[:500]


def _records(entries: list[Any], name: str) -> Iterator[tuple[str, Any]]:
    for index, entry in enumerate(entries):
        yield f"{name}[{index}]", _bare(entry)


def _bare(entry: Any) -> Any:
    """A record without what its platform puts around it: {record: {fields}}, {fields, recordid}, {properties, geometry}."""
    if not isinstance(entry, Mapping):
        return entry
    if isinstance(entry.get("record"), Mapping):
        return _bare(entry["record"])
    if isinstance(entry.get("fields"), Mapping):
        around = {"recordid": entry.get("recordid", entry.get("id"))}
        return {**around, **entry["fields"]}
    if entry.get("type") == "Feature" and isinstance(entry.get("properties"), Mapping):
        return {"geometry": entry.get("geometry"), **entry["properties"]}
    return entry


def _complaint(value: Mapping[str, Any]) -> str:
    if value.get("success") is False or "error" in value or "error_code" in value:
        return "La source répond par une erreur au lieu d’événements : vérifiez l’adresse, et la clé si elle en demande une."
    return "Ce JSON n’est ni une liste d’événements, ni une réponse d’OpenAgenda ou d’OpenDataSoft."
