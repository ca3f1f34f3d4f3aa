"""The rows of a sheet: records of a kind, or loans, and what of them could not be taken, with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from contributions.sheets.loan_columns import NOTHING, RETURNS, column_meant, label_of, plain
from contributions.sheets.loan_tables import SUMS
from contributions.words.slugs import slug_of
from imports.sources.tableur.cells import NotTaken
from imports.sources.tableur.columns import Column, column
from imports.sources.tableur.headings import Headings, loan_column
from imports.sources.tableur.loans import Lent, LoanRow
from imports.sources.tableur.record import Record
from imports.sources.tableur.workbook import Row, Sheet, filled
from imports.taken import Given, Refusal, Taken

FEWEST = 4
"""Columns of a sheet in which a row with a single cell is the title of those below, and no record."""
MOST_OTHERS = 5
"""Columns without a heading that are told one by one."""
EXAMPLE = "exemple"
"""How the first cell of a row begins that our own sheets show."""
SHOWINGS = "slots"
PERSONS = re.compile(
    r"(?:nom|prenom|contact|tel|telephone|portable|mobile|mail|courriel|email|e_mail|responsable|referent|referente|interlocut\w+|enseignant|"
    r"enseignante|professeur|personne|signataire|emprunte_par|suivi_par|civilite|adresse_mail|adresse_electronique|directeur|directrice)(?:s|_.*)?"
)
"""Headings of loans, as `plain` writes them, under which persons stand."""
OWNER = frozenset({"proprietaire", "preteur", "structure_proprietaire"})
"""Headings of loans that say what the tool says itself."""
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
            refused += _unknown(sheet, found, at, heading)
        elif one.target in {other.target for other in columns.values()} and not _may_repeat(one):
            other = next(other.heading for other in columns.values() if other.target == one.target)
            refused += _not_read(sheet, found, at, heading, f"dit la même chose que « {other} »")
        else:
            columns[at] = one
            if one.guessed:
                refused.append(
                    Refusal(
                        sheet.at(found.last, heading), f"Cette colonne est lue comme « {one.guessed} » : vérifiez, ou donnez-lui ce nom."
                    )
                )
    refused += _without_heading(sheet, found)
    records: dict[str, Read] = {}
    persons: Counter[str] = Counter()
    for row in filled(sheet, found.last):
        if passed := _passed(row, found, columns):
            refused += [Refusal(sheet.at(row.number), passed)] if passed != EXAMPLE else []
            continue
        record = Record(kind, given.hub)
        for at, one in columns.items():
            if at in row.cells:
                record.take(one, row.cells[at])
        record.finish()
        persons.update(record.persons)
        refused += [Refusal(sheet.at(row.number, heading), why) for heading, why in record.refused]
        if not record.values.get("title"):
            refused.append(Refusal(sheet.at(row.number), "Cette ligne n’a pas de titre : elle n’est pas reprise."))
            continue
        read = Read(_taken(record, sheet.at(row.number), given), record.identity)
        refused += _gathered(records, read)
    return list(records.values()), [*refused, *_persons(sheet, persons)]


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


def loans_of(sheet: Sheet, found: Headings, given: Given) -> tuple[list[Lent], list[Refusal]]:
    """The loans of a sheet, and what could not be taken of it."""
    columns, refused = _loan_columns(sheet, found)
    lent: list[Lent] = []
    persons: Counter[str] = Counter()
    unsaid: list[int] = []
    for at, heading in sorted(found.texts.items()):
        if at not in columns and PERSONS.fullmatch(_last(heading)):
            persons[heading] = sum(at in row.cells for row in sheet.rows if row.number > found.last)
    for row in filled(sheet, found.last):
        if passed := _passed(row, found, columns):
            refused += [Refusal(sheet.at(row.number), passed)] if passed != EXAMPLE else []
            continue
        loan = LoanRow(given.hub)
        for at, name in columns.items():
            if at in row.cells:
                loan.take(name, found.texts[at], row.cells[at])
        try:
            cells = loan.loan()
            lent.append(Lent(cells, sheet.at(row.number)))
            unsaid += [row.number] if "state" not in loan.texts else []
        except NotTaken as why:
            refused.append(Refusal(sheet.at(row.number), str(why)))
        refused += [Refusal(sheet.at(row.number, heading), why) for heading, why in loan.refused]
        persons.update(loan.persons)
    if unsaid:
        lines = ", ".join(map(str, unsaid[:5])) + ("…" if len(unsaid) > 5 else "")
        refused.append(Refusal(sheet.at(0), f"{len(unsaid)} prêts ne disent pas leur état (lignes {lines}) : ils sont notés « confirme »."))
    return lent, [*refused, *_persons(sheet, persons)]


def _loan_columns(sheet: Sheet, found: Headings) -> tuple[dict[int, str], list[Refusal]]:
    columns: dict[int, str] = {}
    refused: list[Refusal] = []
    for at, heading in sorted(found.texts.items()):
        name, guessed = loan_column(heading), ""
        if not name and _last(heading) in {"n", "no", "num", "numero", "cote", "reference"}:
            name = "id"
        if PERSONS.fullmatch(_last(heading)) and not name:
            continue
        if not name and _last(heading) not in OWNER:
            name = guessed = column_meant(heading) or ""
        if name and name in columns.values():
            refused += _not_read(sheet, found, at, heading, f"dit la même chose que « {label_of(name)} »")
        elif name:
            columns[at] = name
            refused += (
                [Refusal(sheet.at(found.last, heading), f"Cette colonne est lue comme « {label_of(name)} » : vérifiez.")] if guessed else []
            )
        elif _last(heading) not in OWNER:
            refused += _unknown(sheet, found, at, heading)
    if "end" not in columns.values():
        for at, name in columns.items():
            if name == "returned" and _last(found.texts[at]) in RETURNS:
                columns[at] = "end"
    return columns, [*refused, *_without_heading(sheet, found)]


def _last(heading: str) -> str:
    return plain(heading.rpartition(" : ")[2])


def _may_repeat(one: Column) -> bool:
    """Whether several columns may say one thing: texts follow one another, lists go on."""
    return one.role in {"@body", "@person", "@reach"} or one.path in {
        ("keywords",),
        ("audiences",),
        ("themes",),
        ("aliases",),
        ("contents",),
    }


def _passed(row: Row, found: Headings, columns: Mapping[int, Any]) -> str:
    """Why a row is no record; empty where it is one."""
    said = {at: cell.text for at, cell in row.cells.items() if cell.text not in NOTHING}
    first = slug_of(said[min(said)]) if said else ""
    if not said or {at: " ".join(text.split()).strip(" :*") for at, text in said.items()}.items() <= found.texts.items():
        return EXAMPLE
    if first.startswith(EXAMPLE) and "effacer" in first:
        return EXAMPLE
    if first.startswith(SUMS) and len(said) < len(columns):
        return "Cette ligne fait un total : elle n’est pas reprise."
    if len(said) == 1 and len(columns) >= FEWEST:
        return "Cette ligne n’a qu’une case : c’est un titre, sans doute ; elle n’est pas reprise."
    return ""


def _unknown(sheet: Sheet, found: Headings, at: int, heading: str) -> list[Refusal]:
    return _not_read(sheet, found, at, heading, "n’est pas comprise")


def _not_read(sheet: Sheet, found: Headings, at: int, heading: str, why: str) -> list[Refusal]:
    number = sum(at in row.cells for row in sheet.rows if row.number > found.last)
    cells = f"{number} case{'s' if number > 1 else ''}"
    return (
        [
            Refusal(
                sheet.at(found.last, heading),
                f"Cette colonne {why} : {cells} ne sont pas reprises.".replace("1 case ne sont pas reprises", "1 case n’est pas reprise"),
            )
        ]
        if number
        else []
    )


def _without_heading(sheet: Sheet, found: Headings) -> Iterator[Refusal]:
    """Cells under no heading."""
    below = [row for row in sheet.rows if row.number > found.last]
    others = sorted({at for row in below for at in row.cells if at not in found.texts})
    if len(others) > MOST_OTHERS:
        yield Refusal(sheet.at(0), f"{len(others) - MOST_OTHERS} autres colonnes sont remplies, et n’ont pas de titre.")
    for at in others[:MOST_OTHERS]:
        lines = [row.number for row in below if at in row.cells]
        yield Refusal(sheet.at(lines[0], letters(at)), f"Cette colonne est remplie ({len(lines)} fois), et n’a pas de titre.")


def _persons(sheet: Sheet, persons: Mapping[str, int]) -> Iterator[Refusal]:
    for heading, number in persons.items():
        if number:
            times = f"{number} cases disent" if number > 1 else "une case dit"
            yield Refusal(sheet.at(0, heading), f"Aucune personne n’est reprise : {times} qui joindre, ou un nom.")


def letters(column: int) -> str:
    """A column as a spreadsheet calls it: 0 is A, 26 is AA."""
    name = ""
    column += 1
    while column:
        column, left = divmod(column - 1, 26)
        name = chr(65 + left) + name
    return name
