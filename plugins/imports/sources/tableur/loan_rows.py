"""The rows of a sheet as loans, and what of them could not be taken, with its place."""

from __future__ import annotations

import re
from collections import Counter

from contributions.sheets.loan_columns import RETURNS, column_meant, label_of, plain
from imports.sheets.workbook import Sheet, filled
from imports.sources.tableur.columns.headings import Headings, loan_column
from imports.sources.tableur.loans import Lent, LoanRow
from imports.sources.tableur.telling import EXAMPLE, not_read, of_persons, passed, unknown, without_heading
from imports.sources.tableur.values.taking import NotTaken
from imports.taken import Given, Refusal

PERSONS = re.compile(
    r"(?:nom|prenom|contact|tel|telephone|portable|mobile|mail|courriel|email|e_mail|responsable|referent|referente|interlocut\w+|enseignant|"
    r"enseignante|professeur|personne|signataire|emprunte_par|suivi_par|civilite|adresse_mail|adresse_electronique|directeur|directrice)(?:s|_.*)?"
)
"""Headings of loans, as `plain` writes them, under which persons stand."""
OWNER = frozenset({"proprietaire", "preteur", "structure_proprietaire"})
"""Headings of loans that say what the tool says itself."""
NUMBERS = frozenset({"n", "no", "num", "numero", "cote", "reference"})
"""Headings of what a loan is called by."""


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
        if why := passed(row, found, columns):
            refused += [Refusal(sheet.at(row.number), why)] if why != EXAMPLE else []
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
        several = f"{len(unsaid)} prêts ne disent pas leur état (lignes {lines}) : ils sont notés « confirme »."
        one = f"1 prêt ne dit pas son état (ligne {lines}) : il est noté « confirme »."
        refused.append(Refusal(sheet.at(0), several if len(unsaid) > 1 else one))
    return lent, [*refused, *of_persons(sheet, persons)]


def _loan_columns(sheet: Sheet, found: Headings) -> tuple[dict[int, str], list[Refusal]]:
    columns: dict[int, str] = {}
    refused: list[Refusal] = []
    for at, heading in sorted(found.texts.items()):
        name, guessed = loan_column(heading), ""
        if not name and _last(heading) in NUMBERS:
            name = "id"
        if PERSONS.fullmatch(_last(heading)) and not name:
            continue
        if not name and _last(heading) not in OWNER:
            name = guessed = column_meant(heading) or ""
        if name and name in columns.values():
            refused += not_read(sheet, found, at, heading, f"dit la même chose que « {label_of(name)} »")
        elif name:
            columns[at] = name
            refused += (
                [Refusal(sheet.at(found.last, heading), f"Cette colonne est lue comme « {label_of(name)} » : vérifiez.")] if guessed else []
            )
        elif _last(heading) not in OWNER:
            refused += unknown(sheet, found, at, heading)
    if "end" not in columns.values():
        for at, name in columns.items():
            if name == "returned" and _last(found.texts[at]) in RETURNS:
                columns[at] = "end"
    return columns, [*refused, *without_heading(sheet, found)]


def _last(heading: str) -> str:
    return plain(heading.rpartition(" : ")[2])
