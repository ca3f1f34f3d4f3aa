"""The showings of events as a table, one a row: what another agenda, or a spreadsheet, asks first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.values import Occurrence
from opendata.records import Record
from opendata.table import cells, line
from views.cards import publisher

COLUMNS = (
    "slug", "title", "url", "start", "end", "for", "status", "mode", "place", "address", "postcode", "city", "insee", "lat", "lon",
    "department", "organiser", "category", "themes", "audiences", "age_min", "age_max", "free", "price",
)  # fmt: skip
"""Names of the contract. `start` and `end` are ISO 8601, local to the hub's zone; `status` is the showing's own, see states.py."""


def showings(library: Library) -> Iterator[bytes]:
    """A line for every showing of every event that lists show, by the event's slug, then in time order; what is not known is empty."""
    return library.stored_runs("dates", "event", partial(_lines, library))


def _lines(library: Library, run: str) -> bytes:
    events = library.passing(cast("tuple[Contribution[Event], ...]", library.runs[run]))
    rows = (_row(library, event, showing) for event in events if library.is_listed(event) for showing in event.showings)
    return b"".join(line(cells({key: value for key, value in row.items() if value is not None}), COLUMNS) for row in rows)


def _row(library: Library, event: Contribution[Event], showing: Occurrence) -> Record:
    meta, place = event.meta, showing.place
    return {
        "slug": event.slug,
        "title": meta.title,
        "url": library.hub.url + event.url,
        "start": showing.start.iso,
        "end": showing.end.iso if showing.end else None,
        "for": showing.audience,
        "status": showing.status,
        "mode": showing.mode,
        "place": place.name if place else None,
        "address": place.address if place else None,
        "postcode": place.postcode if place else None,
        "city": place.city if place else None,
        "insee": place.insee if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "department": place.department if place else None,
        "organiser": publisher(library, event).label or None,
        "category": meta.category,
        "themes": list(meta.themes),
        "audiences": list(meta.audiences),
        "age_min": meta.age.min if meta.age else None,
        "age_max": meta.age.max if meta.age else None,
        "free": meta.price.free if meta.price else None,
        "price": meta.price.text if meta.price else None,
    }
