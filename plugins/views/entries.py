"""The entries of the agenda: events, and the stops of tools that the public can visit."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from contributions.contribution import Occurrence
from contributions.library import Library
from contributions.occurrences import monthly, next_showing, span
from views.cards import card, stop_card
from views.values import Card


@dataclass(frozen=True, slots=True)
class Entry:
    """`next` is the day under which it is listed; `running` says it is several days long and has begun."""

    first: date
    last: date
    next: date
    running: bool
    open: bool
    """Whether the public can go: on, and for everybody."""
    themes: tuple[str, ...]
    department: str | None
    card: Card


def upcoming(library: Library) -> tuple[Entry, ...]:
    """What is not over, by its next day, after what has begun and lasts; what is for professionals stands among the rest."""
    return library.once(("upcoming entries",), lambda: _upcoming(library))


def _upcoming(library: Library) -> tuple[Entry, ...]:
    found = [entry for entry in entries(library) if entry.last >= library.today]
    return tuple(sorted(found, key=lambda entry: (not entry.running, entry.next, entry.card.datetime or "", entry.card.url)))


def entries(library: Library) -> tuple[Entry, ...]:
    """Every event and every public stop, past ones too. Past events show their first day, others their next one."""
    return library.once(("entries",), lambda: _entries(library))


def _entries(library: Library) -> tuple[Entry, ...]:
    today = library.today
    found: list[Entry] = []
    for event in library.events:
        first, last = span(event)
        if not library.is_listed(event) or (monthly(event) and last >= today):
            continue
        shown = next_showing(event, today) if last >= today else event.showings[0]
        running = shown.first_day < today and shown.last_day > shown.first_day and last >= today
        offered = event.meta.visibility == "public" and event.meta.event_status not in {"annule", "reporte"} and attendable(shown)
        shown_card = card(library, event, None if last >= today else shown)
        department = event.departments[0] if event.departments else None
        found.append(Entry(first, last, shown.first_day, running, offered, event.meta.themes, department, shown_card))
    for tool, stop in library.tour_stops:
        loan, department = stop.loan, stop.place.department if stop.place else None
        running = loan.start < today <= loan.end
        found.append(Entry(loan.start, loan.end, loan.start, running, True, tool.meta.themes, department, stop_card(library, tool, stop)))
    return tuple(found)


def between(library: Library, first: date, last: date) -> tuple[Card, ...]:
    """What the public can attend between two days, both included: each showing of an event, each stop of a tour."""
    found: list[tuple[bool, str, str, Card]] = []
    for event in library.upcoming:
        if event.meta.visibility != "public" or event.meta.event_status in {"annule", "reporte"}:
            continue
        shown = [o for o in event.showings if o.on(first, last) and attendable(o)]
        if shown:
            long = shown[0].last_day > shown[0].first_day + timedelta(days=1)
            found.append((long, shown[0].start.iso, event.slug, _on(card(library, event, shown[0]), shown[0].first_day, first)))
    for tool, stop in library.tour_stops:
        if stop.on(first, last):
            found.append((True, stop.loan.start.isoformat(), tool.slug, _on(stop_card(library, tool, stop), stop.loan.start, first)))
    return tuple(entry[3] for entry in sorted(found, key=lambda entry: entry[:3]))


def _on(card: Card, start: date, first: date) -> Card:
    """What has begun before the days in question stands without a day of its own: it lasts."""
    return replace(card, day=None) if start < first else card


def attendable(occurrence: Occurrence) -> bool:
    """Whether the public can go: a showing that is on, and not for schools alone."""
    return occurrence.status not in {"annule", "reporte"} and occurrence.audience != "scolaires"


def weekend(today: date) -> tuple[date, date]:
    """Saturday and Sunday of the week-end that is on or comes next."""
    if today.weekday() == 6:
        return today - timedelta(days=1), today
    saturday = today + timedelta(days=5 - today.weekday())
    return saturday, saturday + timedelta(days=1)
