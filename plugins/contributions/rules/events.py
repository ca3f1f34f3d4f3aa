"""The times of an event: in order, of one sort, without overlap at one place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from contributions.fields.when import When, overnight
from contributions.library.library import Library
from contributions.models import Common, Event, Programme
from contributions.models.event import MAX_SLOTS, Recurrence
from contributions.problems.problem import Finding, Location
from contributions.record.contribution import Contribution
from contributions.record.identity import repeated, slot_names
from contributions.record.occurrences import end_of, endless, expand, starts


def times(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about slots, recurrences and a programme's days."""
    meta = contribution.meta
    if isinstance(meta, Event):
        yield from _slots(library, meta)
        yield from _afterwards(library, meta, contribution)
        yield from _changes(meta)
        if meta.recurrence:
            yield from _recurrence(meta.recurrence)
    if isinstance(meta, Programme) and meta.deadline and meta.end and meta.deadline.day > meta.end.last_day:
        yield _too_late(meta.deadline, meta.end.last_day, ("deadline",))
    if isinstance(meta, Programme) and meta.start and meta.end and meta.end.last_day < meta.start.day:
        yield Finding("E401", f"La fin ({meta.end}) est avant le début ({meta.start}).", "Corrigez l’une des deux dates.", ("end",))


def _afterwards(library: Library, event: Event, contribution: Contribution[Common]) -> Iterator[Finding]:
    """What comes after the event and should not: its booking's deadline, its publication."""
    if not contribution.showings:
        return
    last = max(showing.last_day for showing in contribution.showings)
    if event.booking and event.booking.deadline and event.booking.deadline.day > last:
        yield _too_late(event.booking.deadline, last, ("booking", "deadline"))
    if event.date > last and event.status != "archive":
        repair = "Vérifiez « date » et les jours de l’événement."
        yield Finding("W604", f"Publié le {event.date}, cet événement était déjà passé : il a pris fin le {last}.", repair, ("date",))
    elif not library.is_past(event.date - timedelta(1)) and event.date >= min(showing.first_day for showing in contribution.showings):
        message = f"Cette page ne paraîtra que le {event.date}, quand l’événement aura commencé."
        yield Finding("W604", message, "Écrivez dans « date » le jour où vous la proposez.", ("date",))


def _too_late(deadline: When, last: date, location: Location) -> Finding:
    return Finding(
        "E410", f"On ne peut pas s’inscrire jusqu’au {deadline} : tout finit le {last}.", "Corrigez l’une des deux dates.", location
    )


def _slots(library: Library, event: Event) -> Iterator[Finding]:
    timed = {slot.start.timed for slot in event.slots}
    for index, slot in enumerate(event.slots):
        location = ("slots", index)
        if slot.end and slot.end.moment < slot.start.moment:
            yield _backwards(slot.start, slot.end, (*location, "end"))
        if slot.end and slot.end.timed != slot.start.timed:
            yield Finding(
                "E403",
                "Le début et la fin ne sont pas écrits de même.",
                "Donnez l’heure aux deux, ou à aucun des deux.",
                (*location, "end"),
            )
        if slot.start.precision in {"month", "year"} and not library.is_past(slot.start.last_day):
            yield Finding(
                "E407",
                f"« {slot.start} » n’est pas un jour.",
                "Écrivez AAAA-MM-JJ : seul un événement passé peut s’en tenir au mois.",
                (*location, "start"),
            )
    if len(timed) > 1:
        index = next(i for i, slot in enumerate(event.slots) if slot.start.timed != event.slots[0].start.timed)
        yield Finding(
            "E403", "Certains créneaux ont une heure, d’autres non.", "Donnez une heure à tous, ou à aucun.", ("slots", index, "start")
        )
    yield from _overlaps(event)
    yield from _repeated_ids(event)


def _backwards(start: When, end: When, location: Location) -> Finding:
    """That an end is before its start; one in the small hours is most likely of the next day."""
    later = overnight(start, end)
    repair = f"Si cela finit après minuit, écrivez « end: {later} »." if later else "Corrigez l’une des deux."
    return Finding("E401", f"La fin ({end}) est avant le début ({start}).", repair, location)


def _overlaps(event: Event) -> Iterator[Finding]:
    by_place: dict[object, list[int]] = {}
    for index, slot in enumerate(event.slots):
        by_place.setdefault(slot.place, []).append(index)
    for indexes in by_place.values():
        ordered = sorted(indexes, key=lambda i: event.slots[i].start.moment)
        for before, after in pairwise(ordered):
            if end_of(event.slots[before]) > event.slots[after].start.moment:
                yield Finding(
                    "E402",
                    f"Ce créneau commence avant la fin du créneau {before + 1}, au même lieu.",
                    "Corrigez les heures, ou donnez un « place » à l’un des deux.",
                    ("slots", after, "start"),
                )


def _repeated_ids(event: Event) -> Iterator[Finding]:
    for index in repeated(slot_names(event.slots), [slot.id is not None for slot in event.slots]):
        own = event.slots[index].id
        yield Finding("E409", f"Deux créneaux ont l’identifiant « {own} ».", "Donnez à chacun le sien.", ("slots", index, "id"))


def _changes(event: Event) -> Iterator[Finding]:
    """What somebody who meant to come must be told, and is not."""
    if event.event_status == "reprogramme" and event.previous_start is None:
        repair = "Ajoutez « previous_start: » avec la date d’avant."
        yield Finding("W608", "Cet événement est reprogrammé, et rien ne dit de quelle date il vient.", repair, ("event_status",))
    moved = [("slots", index, "status") for index, slot in enumerate(event.slots) if slot.status == "passe-en-ligne"]
    for location in [("event_status",)] if event.event_status == "passe-en-ligne" else moved[:1]:
        if event.online_url is None:
            yield Finding(
                "W608", "Cet événement passe en ligne, et rien ne dit où le suivre.", "Ajoutez « online_url: » et l’adresse.", location
            )


def _recurrence(recurrence: Recurrence) -> Iterator[Finding]:
    if recurrence.end < recurrence.start:
        yield _backwards(recurrence.start, recurrence.end, ("recurrence", "end"))
    if recurrence.end.timed != recurrence.start.timed:
        yield Finding(
            "E403", "Le début et la fin ne sont pas écrits de même.", "Donnez l’heure aux deux, ou à aucun des deux.", ("recurrence", "end")
        )
    if not recurrence.start.timed and ("BYHOUR=" in recurrence.rule or "BYMINUTE=" in recurrence.rule):
        yield Finding(
            "E116",
            "Cette règle dit des heures, et le premier début n’en a pas.",
            "Donnez une heure à « start » et à « end », ou retirez BYHOUR et BYMINUTE.",
            ("recurrence", "rule"),
        )
        return
    yield from _anchor(recurrence)
    if endless(recurrence):
        yield Finding(
            "E408", f"Cette règle donne plus de {MAX_SLOTS} séances.", "Ajoutez UNTIL= ou COUNT= à la règle.", ("recurrence", "rule")
        )
        return
    yield from _exceptions(recurrence)
    if next(expand(recurrence), None) is None:
        yield Finding("E404", "Cette règle ne donne aucune séance.", "Vérifiez UNTIL, COUNT et « except ».", ("recurrence", "rule"))


def _exceptions(recurrence: Recurrence) -> Iterator[Finding]:
    """Days that are left out of a repetition, and were never in it: mistyped, most likely, and the true one stands."""
    days = {start.date() for start in starts(recurrence)}
    for index, day in enumerate(recurrence.except_):
        if days and day not in days:
            near = min(days, key=lambda other: (abs(other - day), other))
            repair = f"La séance la plus proche est celle du {near}. Corrigez ce jour, ou retirez-le."
            yield Finding("W615", f"Aucune séance ne tombe le {day} : ce jour n’en retire aucune.", repair, ("recurrence", "except", index))


def _anchor(recurrence: Recurrence) -> Iterator[Finding]:
    """The first start is the first date of the rule: calendars count it as a showing of its own where it is not (RFC 5545, 3.8.5.3)."""
    first = next(starts(recurrence), None)
    if first is not None and first != recurrence.start.moment:
        day = When(first.date(), first.time() if recurrence.start.timed else None, recurrence.start.precision)
        yield Finding(
            "E411",
            f"Le premier début ({recurrence.start}) n’est pas une date de la règle.",
            f"Écrivez « start: {day} », et la fin de ce jour-là.",
            ("recurrence", "start"),
        )
