"""The events of an edition, from a yearly file of the ministry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from contributions.words.folding import folded
from imports.agendas.event import STATUS_WORDS, event, gathered
from imports.agendas.plain_values import words
from imports.agendas.record import EMPTY, Record
from imports.sources.fete_de_la_science.columns import Columns, understood
from imports.sources.fete_de_la_science.rows import Sheet, sheet
from imports.taken import Given, Reading, UnreadableSource

NOT_PUBLISHED = frozenset({"refuse", "brouillon", "a moderer", "a valider", "en attente", "non publie", "non labellise", "depublie"})


def read(data: bytes, given: Given) -> Reading:
    """The events of a yearly file. Raises UnreadableSource where it is none: without a column of titles."""
    rows = sheet(data, given)
    if not rows.rows:
        return Reading(refused=rows.refused, whole=rows.whole)
    columns = understood(rows.columns, lambda name: (row[name] for _, row in rows.rows if row.get(name) not in EMPTY))
    if "title" not in columns.names or len(columns.names) < 3:
        raise UnreadableSource(
            "Ces colonnes ne sont pas celles d’un fichier de la Fête de la science : aucune n’est celle des titres. "
            "D’un agenda, importez-le par « openagenda » ; d’une autre table, par « tableur »."
        )
    reading = gathered((event(_record(at, row, columns, rows, given), given) for at, row in rows.rows), rows.whole)
    return Reading(reading.taken, refused=(*rows.refused, *columns.refused, *reading.refused), whole=reading.whole)


def _record(at: str, row: Mapping[str, Any], columns: Columns, rows: Sheet, given: Given) -> Record:
    values: dict[str, Any] = {}
    called: dict[str, str] = {}
    lang = given.hub.lang
    for word, names in columns.names.items():
        column = next((name for name in names if row.get(name) not in EMPTY), None)
        if column is not None:
            values[word], called[word] = row[column], column
    said = [word for name in columns.names.get("words", ()) for word in words(row.get(name), lang)]
    values["words"] = [*said, *_stage(values, lang)]
    return Record(values, at, lang, given.hub.zone, called, rows.column)


def _stage(values: dict[str, Any], lang: str) -> Iterator[str]:
    """What the ministry calls « statut »: a state of the event, one of its page, or a word for the map."""
    for word in words(values.pop("stage", None), lang):
        if folded(word) in STATUS_WORDS:
            values["status"] = word
        elif folded(word) in NOT_PUBLISHED:
            values["state"] = word
        else:
            yield word
