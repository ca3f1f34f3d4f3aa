"""What follows something comes after it: results after the beginning, a revision after the publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.models import Common, Contributed, Programme
from contributions.problems.problem import Finding


def later(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about results of what has not begun, and revisions of what was not published yet."""
    del content
    meta = contribution.meta
    begins = _beginning(contribution)
    if meta.results and begins and not library.has_come(begins):
        message = f"Ceci ne commence que le {begins} : il ne peut pas encore y avoir de bilan."
        yield Finding("E415", message, "Retirez « results » jusque-là, ou corrigez les dates.", ("results",))
    if isinstance(meta, Contributed) and meta.updated and meta.updated < meta.date:
        message = f"Mis à jour le {meta.updated}, avant d’être publié le {meta.date}."
        yield Finding("W617", message, "Corrigez l’une des deux dates, ou retirez « updated ».", ("updated",))


def _beginning(contribution: Contribution[Common]) -> date | None:
    """The first day of what has one: of an event, or of a programme that says its own."""
    meta = contribution.meta
    if isinstance(meta, Programme):
        return meta.start.day if meta.start else None
    return min((showing.first_day for showing in contribution.showings), default=None)
