"""What must be known of an event before anything else: that it is over, called off, full, and which date is open then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.event.dates import OPEN, anchor
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import next_showing
from contributions.record.states import ahead, event_status, open_to_all
from contributions.record.values import CALLED_OFF, Occurrence
from publishing.strings import _
from views.french import dates, labels
from views.french.states import closed, status_sentence
from views.values import Link

TONES = {"annule": "bad", "reporte": "bad", "complet": "bad", "reprogramme": "warning", "passe-en-ligne": "warning"}
MOST_TOLD = 3
"""Dates before the one to go to that are told one by one."""


@dataclass(frozen=True, slots=True)
class State:
    """`tone` is that of a notice; `next` leads to the first date that is open, where the nearest one is not."""

    tone: str
    sentences: tuple[str, ...]
    next: Link | None = None


def state(library: Library, event: Contribution[Event]) -> State | None:
    """The one message on an event's state; None where it simply takes place."""
    told, shut = next_showing(event, library.today), tuple(closed(event.meta))
    if told.last_day < library.today:
        return _over(library, event, shut)
    status = event_status(event, library.today)
    own = status_sentence(event.meta, status)
    said = (*((own,) if own else ()), *_apart(library, event, told, status), *_for_schools(library, event, told), *shut)
    if not said:
        return None
    free = open_to_all(event, library.today) if status == "programme" else None
    return State(TONES.get(status, "info"), said, _next(library, event, told, free))


def _over(library: Library, event: Contribution[Event], shut: tuple[str, ...]) -> State:
    status = event_status(event, library.today)
    off = status_sentence(event.meta, status) if status in CALLED_OFF else None
    return State("info", (off or past(), *shut))


def past() -> str:
    """What is said once it is over, at the build or in the browser."""
    return _("Ce rendez-vous est passé.")


def _apart(library: Library, event: Contribution[Event], told: Occurrence, status: str) -> Iterator[str]:
    """The dates ahead, up to the one that the page tells, in another state than the event: « Complet : samedi 5 décembre, à 14 h. »."""
    until = [one for one in event.showings if one.last_day >= library.today and one.start <= told.start]
    apart = [one for one in until if one.status not in {status, "programme"}]
    for one in apart[-MOST_TOLD:]:
        yield _("{state} : {when}.").format(state=labels.label(labels.STATUS, one.status), when=dates.showing(one, library.today.year))


def _for_schools(library: Library, event: Contribution[Event], told: Occurrence) -> Iterator[str]:
    if all(one.audience == "scolaires" for one in event.showings):
        yield _("Ce rendez-vous est réservé aux scolaires.")
    elif all(one.audience == "scolaires" for one in ahead(event, library.today)):
        yield _("Les dates qui restent sont réservées aux scolaires.")
    elif told.audience == "scolaires":
        yield _("Réservé aux scolaires : {when}.").format(when=dates.showing(told, library.today.year))


def _next(library: Library, event: Contribution[Event], told: Occurrence, free: Occurrence | None) -> Link | None:
    """The way to the first date that is open, where the one that the page tells is not."""
    if free is None or free is told:
        return None
    what = _("Prochaine date où il reste des places : {when}") if told.full else _("Prochaine date ouverte à tout le monde : {when}")
    open_ones = [one for one in event.showings if one.last_day >= library.today][:OPEN]
    place = anchor(free) if free in open_ones else "dates"
    return Link(what.format(when=dates.showing(free, library.today.year)), f"#{place}")
