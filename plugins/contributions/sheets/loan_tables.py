"""Read content/loans/*.csv, which whoever lends keeps all year, as a spreadsheet saves it. Nothing is lost without a word."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from contributions.cache.cache import Room
from contributions.cache.memory import remembered
from contributions.fields.date_answers import Asked, answer
from contributions.geography.towns import Towns
from contributions.judging.structure import declared_at
from contributions.judging.validation import validate
from contributions.judging.waiting import waits
from contributions.media.file_types import unpublished
from contributions.models.loan import Loan
from contributions.problems.problem import Finding, Problem
from contributions.reading.beside import files_of
from contributions.reading.placing import lent
from contributions.record.column_words import in_french_days
from contributions.record.store import parts_of, problem_of, stamp
from contributions.record.table_loans import Cells, TableLoan
from contributions.region.hub import Hub
from contributions.rules.persons import FREE, persons_in
from contributions.sheets.grid import Cell, Row, rows
from contributions.sheets.loan_columns import (
    COLUMNS,
    FAULT,
    NOTHING,
    REQUIRED,
    RETURNS,
    TOOL,
    column_meant,
    column_of,
    day_numbered,
    day_of,
    is_day,
    label_of,
    plain,
    value_of,
)
from contributions.sheets.tables import MOST_CELL, wrong_type
from contributions.source.matter import FrontMatterError
from contributions.source.positions import located
from contributions.source.texts import bytes_of, of_a_spreadsheet
from contributions.words.hidden import invisibles, visible
from contributions.words.slugs import slug_of

FOLDER = "loans"
"""Where the tables lie, below content/."""
ENDING = ".csv"
HEADINGS_WITHIN = 10
"""Rows among which the one with the headings is looked for: a title may stand above it."""
FORM = "La ligne de titres nomme les colonnes : outil;début;fin;état;emprunteur;commune."
SUMS = ("total", "sous-total", "somme", "moyenne", "totaux", "cumul", "nombre-de-prets")
"""How the first words of a row begin that sums up those above it."""


class Written(NamedTuple):
    """A row that could be read, and the tool that it names, as it is written."""

    tool: str
    row: TableLoan


@dataclass(slots=True)
class Table:
    """What was found in one file."""

    path: str
    written: list[Written] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    columns: Mapping[int, str] = field(default_factory=dict)
    """What its columns hold, by their positions from 0; empty where no row can be read."""
    headings: Row = ()
    """The row that names them."""

    def tell(self, cell: Cell, code: str, message: str, repair: str) -> None:
        """Note a problem at a cell."""
        self.problems.append(Problem(self.path, cell.line, cell.column, code, message, repair))


def read_loans(content: Path, hub: Hub, room: Room, key: bytes) -> tuple[list[Written], list[Problem]]:
    """The loans of all tables, and what is wrong with them by themselves; remembered while the files are the same."""
    files = files_of(content / FOLDER)
    if not files:
        return [], []
    grounds = key, [(file.relative_to(content).as_posix(), stamp(file.stat())) for file in files]
    written, told = pickle.loads(remembered(room, "loans", grounds, lambda: pickle.dumps(_loans(content, hub, files))))
    return written, list(map(problem_of, told))


def _loans(content: Path, hub: Hub, files: Sequence[Path]) -> tuple[list[Written], list[tuple[Any, ...]]]:
    tables = [_table_at(content, file, hub) for file in files if not unpublished(file.name)]
    return [one for table in tables for one in table.written], [parts_of(one) for table in tables for one in table.problems]


def _table_at(content: Path, file: Path, hub: Hub) -> Table:
    """The table of a file."""
    path = f"{content.name}/{file.relative_to(content).as_posix()}"
    return read_table(path, bytes_of(file), hub) if file.suffix.lower() == ENDING else Table(path, problems=[wrong_type(path, file)])


def read_table(path: str, data: bytes, hub: Hub) -> Table:
    """One table, of what its file holds."""
    table = Table(path)
    try:
        text = of_a_spreadsheet(data)
    except FrontMatterError as error:
        table.problems += located(table.path, [error.finding], None)
        return table
    table.problems += located(table.path, list(invisibles(text)), None)
    found = list(rows(visible(text)))
    if not found:
        table.tell(Cell("", 1, 1), "E222", "Ce tableau est vide.", FORM)
        return table
    head = next((at for at, row in enumerate(found[:HEADINGS_WITHIN]) if sum(column_of(cell.text) is not None for cell in row) > 1), None)
    if head is None:
        table.tell(found[0][0], "E222", "Aucune ligne de ce tableau ne nomme ses colonnes.", FORM)
        return table
    table.headings = found[head]
    columns = table.columns = dict(_columns(table, found[head], found[head + 1 :]))
    for row in found[:head] if columns else ():
        _passed_over(table, row, "Cette ligne est au-dessus des titres des colonnes : elle n’est pas lue.", "Vous pouvez la laisser.")
    for row in found[head + 1 :] if columns else ():
        _read_row(table, row, found[head], columns, hub)
    return table


def _columns(table: Table, headings: Row, below: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """The columns by their positions; none where one that every loan needs is missing, for then no row can be read."""
    named: dict[str, int] = {}
    for at, heading in enumerate(headings):
        if not heading.text and not any(_text(row, at) for row in below):
            continue
        column = column_of(heading.text)
        if not heading.text:
            table.tell(heading, "E222", "Cette colonne est remplie, et n’a pas de titre.", "Donnez-lui-en un, ou retirez-la.")
        elif column in named:
            same = " et ".join(f"« {headings[each].text} »" for each in (named[column], at))
            table.tell(heading, "E222", f"Deux colonnes disent la même chose : {same}.", "Gardez-en une.")
        elif column:
            named[column] = at
        elif any(_text(row, at) for row in below):
            meant = column_meant(heading.text)
            near = f"Vouliez-vous dire « {label_of(meant)} » ? Sinon, retirez-la." if meant else ""
            repair = near or "Retirez-la : elle ne paraîtrait nulle part."
            table.tell(heading, "E101", f"La colonne « {heading.text} » n’existe pas ici.", repair)
    if "end" not in named and plain(headings[named.get("returned", 0)].text) in RETURNS:
        named["end"] = named.pop("returned")
    missing = [column for column in REQUIRED if column not in named]
    for column in missing:
        table.tell(headings[0], "E222", f"Il manque la colonne « {column} », ou « {REQUIRED[column]} ».", FORM)
    yield from () if missing else ((at, column) for column, at in named.items())


def _read_row(table: Table, row: Row, headings: Row, columns: Mapping[int, str], hub: Hub) -> None:
    cells = {column: row[at] for at, column in columns.items() if at < len(row)}
    said = {column for column, cell in cells.items() if cell.text not in NOTHING}
    if not said & {"start", "end"} and (TOOL not in said or len(said) == 1 or _sums_up(row)):
        repair = "Un prêt a un outil, un début et une fin ; si ce n’en est pas un, vous pouvez la laisser."
        _passed_over(table, row, "Cette ligne n’est pas un prêt : elle n’est pas lue.", repair)
        return
    if flaw := _flaw(row, headings):
        table.tell(*flaw)
        return
    places = {column: (cell.line, cell.column) for column, cell in cells.items()}
    where = Cells(table.path, places, row[0].line, {column: headings[at].text for at, column in columns.items()})
    findings = [_lacking(headings[at].text, column) for at, column in columns.items() if column in REQUIRED and column not in said]
    texts = {column: cells[column].text for column in said if column != TOOL}
    odd = {column for column, text in texts.items() if is_day(column) and day_of(text) is None}
    findings += [_no_day(texts[column], column) for column in sorted(odd)]
    loan, wrong = validate(Loan, _values({column: text for column, text in texts.items() if column not in odd}), hub.vocabularies)
    findings += [finding for finding in wrong if finding.code != "E102"]
    if loan is not None and TOOL in said and not odd:
        place, lost = lent(loan, (), Towns.load(hub.region.code), hub)
        findings += [lost] if lost else []
        table.written.append(Written(cells[TOOL].text, TableLoan(loan, place, where)))
    else:  # a row that is no loan yet meets no rule
        free = [column for column in texts if COLUMNS[column][0] in FREE]
        findings += [replace(found, location=(column,)) for column in free for found in persons_in(texts[column])]
    table.problems += map(where.problem, findings)


def _values(texts: Mapping[str, str]) -> dict[str, Any]:
    """The keys of a loan, as a record has them; in the order of the model, whatever that of the columns is."""
    values: dict[str, Any] = {}
    for column, (location, _type) in COLUMNS.items():
        value = value_of(column, texts[column]) if column in texts else None
        if value is not None:
            *above, last = map(str, location)
            group = values.setdefault(above[0], {}) if above else values
            group[last] = value
    return values


def _lacking(heading: str, column: str) -> Finding:
    example = "malle-fossiles" if column == TOOL else in_french_days(str(declared_at(Loan, (column,))[2]))
    return Finding("E102", f"Cette ligne n’a rien sous « {heading} ».", f"Remplissez la case, par exemple : {example}.", (column,))


def _no_day(text: str, column: str) -> Finding:
    """That a cell is no day, and what to write there."""
    if numbered := day_numbered(text):
        repair = f"C’est le numéro d’un jour : écrivez {numbered:%d/%m/%Y}, ou donnez à la colonne le format « date » avant d’enregistrer."
        return Finding("E103", f"« {text} » n’est pas une date.", repair, (column,))
    told = answer(text, Asked("day", column))
    repair = in_french_days(told.repair)
    if waits(text):
        repair = "Écrivez-le, ou retirez cette ligne en attendant." if column in REQUIRED else "Videz cette case en attendant."
    return Finding("E103", told.message, repair, (column,))


def _flaw(row: Row, headings: Row) -> tuple[Cell, str, str, str] | None:
    """Why a row cannot be read as cells."""
    for at, cell in enumerate(row):
        if cell.open or len(cell.text) > MOST_CELL:
            return cell, "E222", "Cette case s’ouvre par un guillemet qui n’est pas fermé.", "Fermez-le, ou retirez-le."
        if at >= len(headings) and cell.text:
            repair = "Mettez entre guillemets un texte qui contient le séparateur."
            return cell, "E222", "Cette ligne a plus de cases que la ligne de titres.", repair
        if FAULT.fullmatch(cell.text):
            return cell, "E222", f"« {cell.text} » est une erreur de calcul du tableur.", "Écrivez la valeur elle-même."
    return None


def _sums_up(row: Row) -> bool:
    return any(slug_of(cell.text).startswith(SUMS) for cell in row)


def _passed_over(table: Table, row: Row, message: str, repair: str) -> None:
    table.tell(next(cell for cell in row if cell.text), "W620", message, repair)


def _text(row: Row, at: int) -> str:
    return row[at].text if at < len(row) else ""
