"""What follows something comes after it: results after the beginning, a revision after the publication; and nothing a century away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common, Contributed, Event, Programme
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution

FIRST_SITES = 1993
"""Before that year there was no site on which anything could be published."""
MANY_YEARS = 10


def later(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about results of what has not begun, revisions of what was not published yet, and years that cannot be meant."""
    del content
    meta = contribution.meta
    begins = _beginning(contribution)
    if meta.results and begins and not library.has_come(begins):
        message = f"Ceci ne commence que le {begins} : il ne peut pas encore y avoir de bilan."
        yield Finding("E415", message, "Retirez « results » jusque-là, ou corrigez les dates.", ("results",))
    if isinstance(meta, Contributed) and meta.updated and meta.updated < meta.date:
        message = f"Mis à jour le {meta.updated}, avant d’être publié le {meta.date}."
        yield Finding("W617", message, "Corrigez l’une des deux dates, ou retirez « updated ».", ("updated",))
    if isinstance(meta, Contributed) and meta.date.year < FIRST_SITES:
        yield Finding("W618", f"En {meta.date.year}, personne ne publiait de page.", "Vérifiez l’année de « date ».", ("date",))
    elif isinstance(meta, Event):
        yield from _far(meta)


def _far(event: Event) -> Iterator[Finding]:
    """That a slot is many years from the day on which it was announced."""
    for index, slot in enumerate(event.slots):
        years = abs((slot.start.day - event.date).days) // 365
        if years >= MANY_YEARS:
            message = f"Ce créneau ({slot.start}) est à {years} ans du jour où la page a paru ({event.date})."
            yield Finding("W618", message, "Vérifiez l’année de « start », et celle de « date ».", ("slots", index, "start"))
            return


def _beginning(contribution: Contribution[Common]) -> date | None:
    """The first day of what has one: of an event, or of a programme that says its own."""
    meta = contribution.meta
    if isinstance(meta, Programme):
        return meta.start.day if meta.start else None
    return min((showing.first_day for showing in contribution.showings), default=None)
