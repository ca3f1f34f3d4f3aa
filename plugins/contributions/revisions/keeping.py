"""Whether each appointment to come keeps its entry in calendars (W610); else what to write, in its file or in its table."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.models import Event
from contributions.problems.problem import Finding, Fix, Location
from contributions.record.table_loans import TableLoan, own_loans
from contributions.revisions.announcing import STATES, first_of, followed, gone, revision
from contributions.revisions.lost import Lost, begin
from contributions.revisions.versions import Revised
from contributions.source.insertion import Header, applied


def kept(revised: Revised) -> Iterator[Finding]:
    """Findings about appointments that stood in the file, or that have become others."""
    for one in gone(revised) if followed(revised) else ():
        if one.became is not None:
            yield _moved(revised, one, one.became)
        elif _row_before(revised, one) is None:
            place = first_of(revised, _list_of(one), ("slots",), ("recurrence",))
            yield Finding("W610", _said(one), _to_keep(revised, one), place, fix=_put_back(revised, one))


def kept_in_tables(revised: Revised) -> Iterator[tuple[str, Finding]]:
    """Findings about appointments that stood in a row of a table, with the path of that table, which may be there no more."""
    for one in gone(revised) if followed(revised) else ():
        row = _row_before(revised, one)
        if row is not None and one.became is None:
            yield row.cells.path, Finding("W610", _said(one), _to_keep_row(revised, one), line=1)


def _row_before(revised: Revised, one: Lost) -> TableLoan | None:
    """The row that an appointment stood in; None where it stood in the file."""
    match one.appointment.location:
        case ("loans", int(number)) if (at := number - own_loans(revised.before.meta, revised.was.rows)) >= 0:
            return revised.was.rows[at]
    return None


def _said(one: Lost) -> str:
    return f"{one.appointment.words} n’est plus là : qui l’a noté viendrait pour rien."


def _list_of(one: Lost) -> Location:
    return one.appointment.location[:1]


def _moved(revised: Revised, one: Lost, became: int) -> Finding:
    """That an entry would stand twice in calendars: for them, what it became is another one."""
    was, key = one.appointment, str(one.appointment.location[0])
    entry = getattr(revised.now.meta, key)[became]
    how = "change d’identifiant" if begin(entry) == was.times[0] else f"passe au {begin(entry)}"
    in_table = revised.row((key, became)) is not None
    return Finding(
        "W610",
        f"{was.words} {how} : pour les agendas, c’est un autre rendez-vous.",
        f"{'Écrivez' if entry.id else 'Ajoutez-lui'} « id: {was.name} ».",
        (key, became, "start"),
        fix=None if in_table else revised.header.key((key, became), "id", was.name, after=("start",)),
    )


def _to_keep(revised: Revised, one: Lost) -> str:
    """How to keep an appointment that nothing in the file goes on with for certain."""
    key, name = str(one.appointment.location[0]), one.appointment.name
    if key == "recurrence":
        return "Gardez « recurrence » et corrigez-la : « except » en retire des jours."
    if isinstance(revised.now.meta, Event) and revised.now.meta.recurrence:
        return "Gardez « slots », et ajoutez-y les nouvelles dates."
    state = f"« {STATES[key]}: annule »"
    if key == "loans" and one.was is None:  # the loan is there, and shown to the public no more
        return f"Laissez « public_showing: true » ; en cas d’annulation, écrivez {state}."
    if one.back is None:
        return f"Si la date a changé, donnez à la nouvelle « id: {name} » ; en cas d’annulation, gardez l’ancienne avec {state}."
    todo = revision(revised)
    also = f" et « {todo.key}: {todo.value} »" if todo else ""
    return f"Gardez ce {'créneau' if key == 'slots' else 'prêt'}, avec {state}{also}."


def _to_keep_row(revised: Revised, one: Lost) -> str:
    """The same, where it stood in a table."""
    if one.was is None:
        return "Laissez « oui » à sa présentation au public ; en cas d’annulation, écrivez l’état « annulé »."
    if one.back is None:
        new = f"donnez à la nouvelle ligne l’identifiant « {one.appointment.name} »"
        return f"Si la date a changé, {new} ; en cas d’annulation, gardez l’ancienne avec l’état « annulé »."
    todo = revision(revised)
    also = f", et écrivez « {todo.key}: {todo.value} » dans {revised.now.path}" if todo else ""
    return f"Remettez sa ligne, avec l’état « annulé »{also}."


def _put_back(revised: Revised, one: Lost) -> Fix | None:
    """The entry as it was written, called off, at its place."""
    key, was = str(one.appointment.location[0]), one.was
    if was is None or one.back is None or (isinstance(revised.now.meta, Event) and revised.now.meta.recurrence):
        return None
    old = revised.was.header
    called_off = old.key((key, was), STATES[key], "annule", after=("end", "start"))
    if called_off is None:
        return None
    header = Header(applied(old.text, called_off))
    return revised.header.entry(key, one.back, header.excerpt(key, was), header.matter.values[key][was])
