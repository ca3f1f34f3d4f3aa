"""Whether something to come leaves the site without a word (W613): its file is removed, or is not published any more."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.revisions.announcing import THIS
from contributions.revisions.appointments import Appointment, appointments
from contributions.revisions.versions import Revised, Version


def removed(was: Version) -> Iterator[Finding]:
    """That a file is gone whose calendars still had something to come."""
    if next_one := _to_come(was.library, was.contribution):
        message = f"{THIS[was.contribution.kind]} est retiré, avec une date à venir : {_within(next_one)}."
        repair = f"Remettez ce fichier, avec « status: archive » et « updated: {was.library.today} »."
        yield Finding("W613", message, repair, line=1, column=1)


def unpublished(revised: Revised) -> Iterator[Finding]:
    """That a contribution has no page any more, being a draft or dated later, while something is to come."""
    library, now = revised.library, revised.now
    next_one = _to_come(revised.was.library, revised.before)
    if next_one and not library.has_page(now):
        message = f"{THIS[now.kind]} n’est plus publié, avec une date à venir : {_within(next_one)}."
        repair = f"Écrivez plutôt « status: archive » et « updated: {library.today} » : les agendas l’annonceront annulé."
        yield Finding("W613", message, repair, ("status",) if now.meta.status == "brouillon" else ("date",))


def _to_come(library: Library, contribution: Contribution[Common]) -> Appointment | None:
    """The first appointment to come of a contribution that lists showed."""
    if not library.is_listed(contribution):
        return None
    return next((one for one in appointments(contribution).values() if one.stands and one.last >= library.today), None)


def _within(one: Appointment) -> str:
    return one.words[0].lower() + one.words[1:]
