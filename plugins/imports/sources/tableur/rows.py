"""The rows of a sheet as records of a kind, and what of them could not be taken, with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from contributions.words.slugs import slug_of
from imports.sheets.workbook import Sheet, filled
from imports.sources.tableur.columns.columns import column
from imports.sources.tableur.columns.headings import Headings
from imports.sources.tableur.columns.names import Column
from imports.sources.tableur.record import Record
from imports.sources.tableur.telling import EXAMPLE, not_read, of_persons, passed, unknown, without_heading
from imports.taken import Given, Refusal, Taken

SHOWINGS = "slots"
VERSIONS = re.compile(r"[\d_-]+|\b(?:v|version|final|finale|copie|copy|export)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Read:
    """A record, and what its owner calls it by."""

    taken: Taken
    reference: str = ""


def records_of(sheet: Sheet, found: Headings, kind: str, given: Given) -> tuple[list[Read], list[Refusal]]:
    """The records of a sheet, and what could not be taken of it."""
    refused: list[Refusal] = []
    columns: dict[int, Column] = {}
    for at, heading in sorted(found.texts.items()):
        one = column(kind, heading)
        if one is None:
            refused += unknown(sheet, found, at, heading)
        elif one.target in {other.target for other in columns.values()} and not _may_repeat(one):
            other = next(other.heading for other in columns.values() if other.target == one.target)
            refused += not_read(sheet, found, at, heading, f"dit la même chose que « {other} »")
        else:
            columns[at] = one
            if one.guessed:
                refused.append(
                    Refusal(
                        sheet.at(found.last, heading), f"Cette colonne est lue comme « {one.guessed} » : vérifiez, ou donnez-lui ce nom."
                    )
                )
    refused += without_heading(sheet, found)
    records: dict[str, Read] = {}
    persons: Counter[str] = Counter()
    for row in filled(sheet, found.last):
        if why := passed(row, found, columns):
            refused += [Refusal(sheet.at(row.number), why)] if why != EXAMPLE else []
            continue
        record = Record(kind, given.hub)
        for at, one in columns.items():
            if at in row.cells:
                record.take(one, row.cells[at])
        record.finish()
        persons.update(record.persons)
        refused += [Refusal(sheet.at(row.number, heading), why) for heading, why in record.refused]
        if not record.values.get("title"):
            known = identity(record, given) if record.identity else ""
            refused.append(Refusal(sheet.at(row.number), "Cette ligne n’a pas de titre : elle n’est pas reprise.", known))
            continue
        read = Read(_taken(record, sheet.at(row.number), given), record.identity)
        refused += _gathered(records, read)
    return list(records.values()), [*refused, *of_persons(sheet, persons)]


def _taken(record: Record, at: str, given: Given) -> Taken:
    body = "\n\n".join(dict.fromkeys(filter(None, (part.strip() for part in record.body))))
    words = tuple(dict.fromkeys(record.words))
    return Taken(record.kind, identity(record, given), at, record.values, body, words, record.organiser, tuple(record.pictures))


def identity(record: Record, given: Given) -> str:
    """What stays when a row is moved or mended: its owner's reference of it, else its title, each with the owner.

    Two owners may both have a « 12 »; where a row names no owner, its file does.
    """
    owner = "" if record.kind == "organisation" else slug_of(record.organiser)
    if record.identity:
        stem = VERSIONS.sub(" ", given.name.rpartition("/")[2].rpartition(".")[0])
        return f"{record.kind}/{owner or slug_of(stem) or 'tableur'}/{record.identity}"
    return (
        f"{record.kind}/{owner}/{slug_of(str(record.values['title']))}"
        if owner
        else f"{record.kind}/{slug_of(str(record.values['title']))}"
    )


def _gathered(records: dict[str, Read], read: Read) -> Iterator[Refusal]:
    """Put a record with the others: an event that has a row for each showing is one event."""
    own = read.taken
    other = records.get(own.id)
    if other is None:
        records[own.id] = read
        return
    before, after = dict(other.taken.values), dict(own.values)
    slots, more = list(before.get(SHOWINGS, ())), list(after.pop(SHOWINGS, ()))
    if own.kind != "event" or not more or all(slot in slots for slot in more):
        yield Refusal(own.at, f"Cette fiche est déjà là, {other.taken.at} : même nom, même propriétaire. Donnez à chacune une référence.")
        return
    place = after.get("place")
    if place and place != before.get("place"):
        more = [{**slot, "place": place} if "name" in place and "city" in place else slot for slot in more]
    for key in sorted(key for key in after if key != "place" and after[key] != before.get(key, after[key])):
        yield Refusal(own.at, f"« {key} » n’est pas le même que {other.taken.at}, dont cette ligne est une séance : il n’est pas repris.")
    records[own.id] = replace(other, taken=replace(other.taken, values={**after, **before, SHOWINGS: [*slots, *more]}))


def _may_repeat(one: Column) -> bool:
    """Whether several columns may say one thing: texts follow one another, lists go on."""
    return one.role in {"@body", "@person", "@reach"} or one.path in {
        ("keywords",),
        ("audiences",),
        ("themes",),
        ("aliases",),
        ("contents",),
    }
