"""Rows of loans as the tables of content/loans/ that they belong into: the words of the contract, and no person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from contributions.geography.towns import Town, Towns
from contributions.judging.certain import errors_of, settled
from contributions.judging.messages import finding
from contributions.judging.structure import plain_location
from contributions.models.groups import IDENTIFIER
from contributions.models.loan import Loan
from contributions.problems.problem import Location
from contributions.reading.placing import lent
from contributions.region.hub import Hub
from contributions.rules.persons import FREE, persons_in
from contributions.sheets.loan_columns import COLUMNS, FAULT, NOTHING, TOOL, is_day, value_of
from contributions.words.folding import folded
from contributions.words.hidden import visible
from contributions.words.slugs import slug_of
from imports.sheets.formulas import is_formula
from imports.sheets.workbook import MOST_CELL, Cell
from imports.sources.tableur.values.cells import dated, town, yes_or_no
from imports.sources.tableur.values.reach import is_personal
from imports.sources.tableur.values.taking import NotTaken, shortened
from imports.taken import Table

LONGEST_ID = 48
ABOUT = re.compile(r"(?:environ|env\.?|≈|~|ca\.?|à peu près|autour de)\s*(?P<number>\d[\d \u00a0\u202f]*)", re.IGNORECASE)
SPAN = re.compile(r"(?:de |entre )?(?P<least>\d[\d ]*)\s*(?:-|–|à|et)\s*(?P<most>\d[\d ]*)", re.IGNORECASE)
ROUNDS = 20
OVER = {"termine", "terminee", "fini", "finie", "clos", "close", "cloture", "revenu", "rentre", "ok-rendu", "pret-termine"}
"""What else people say of a loan that is over."""
NUMBERED = re.compile(r"\d{1,5}")
"""A number that only its sheet gives a row."""


class Tool(NamedTuple):
    """A tool of the same workbook: the name that its file will have, its title, and what its owner calls it by."""

    slug: str
    title: str
    reference: str


@dataclass(slots=True)
class Lent:
    """A row that is a loan: its cells by the columns of a table, and where it stands."""

    cells: dict[str, str]
    at: str
    given: bool = False
    """Whether its identifier is the table's own."""


@dataclass(slots=True)
class LoanRow:
    """What is gathered of a row of loans, cell by cell."""

    hub: Hub
    texts: dict[str, str] = field(default_factory=dict)
    refused: list[tuple[str, str]] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    headings: dict[str, str] = field(default_factory=dict)

    def take(self, column: str, heading: str, cell: Cell) -> None:
        """Take a cell; what cannot be taken is noted."""
        text = " ".join(visible(cell.text).split())
        if text in NOTHING or column in self.texts:
            return
        self.headings[column] = heading
        try:
            self._take(column, heading, Cell(text, cell.sort))
        except NotTaken as why:
            if is_personal(text):  # what is told is read by others, too
                self.persons.append(heading)
            else:
                self.refused.append((heading, str(why)))

    def _take(self, column: str, heading: str, cell: Cell) -> None:
        text = cell.text
        if FAULT.fullmatch(text) or text.startswith("Err:"):
            raise NotTaken(f"« {shortened(text)} » est une erreur de calcul du tableur : écrivez la valeur elle-même.")
        if len(text) > MOST_CELL or is_formula(text):
            raise NotTaken(f"« {shortened(text)} » serait une formule pour un tableur, ou n’est pas une case : ce n’est pas repris.")
        if column in {TOOL, "id"}:
            self.texts[column] = text[:200]
            return
        if COLUMNS[column][0] in FREE and next(persons_in(text), None):
            self.persons.append(heading)
            return
        if is_day(column):
            self.texts[column] = dated(cell, "day", self.hub)
        elif column == "city":
            place = town(text, self.hub)
            agreed = "postcode" not in place or isinstance(Towns.load(self.hub.region.code).find(place["city"], place["postcode"]), Town)
            self.texts[column] = place["city"] if agreed else text
        elif column == "visitors" and (about := ABOUT.fullmatch(text)):
            self.texts |= {column: about["number"].replace(" ", ""), "visitors_method": "estime"}
        elif column == "visitors" and (span := SPAN.fullmatch(text)):
            self.texts |= {column: span["least"].strip(), "visitors_max": span["most"].strip()}
        elif column == "state":
            self.texts[column] = "rendu" if slug_of(text) in OVER else str(value_of(column, text))
        elif column in {"public_showing", "first_loan"}:
            self.texts[column] = "oui" if yes_or_no(text) == "true" else "non"
        else:
            said = value_of(column, text)
            self.texts[column] = ", ".join(map(str, said)) if isinstance(said, list) else str(said)

    def loan(self) -> dict[str, str]:
        """The cells of the loan, without those that the model refuses. Raises NotTaken where there is none."""
        for column, name in ((TOOL, "l’outil"), ("start", "le début"), ("end", "la fin")):
            if column not in self.texts:
                raise NotTaken(f"Il manque {name} : ce prêt n’est pas repris.")
        if "state" not in self.texts and {"cancelled_on", "cancelled_by", "cancelled_reason"} & self.texts.keys():
            self.texts["state"] = "annule"
        texts = {**self.texts, "state": self.texts.get("state", "confirme")}
        for _ in range(ROUNDS):
            values = settled(Loan, _values(texts), self.hub.vocabularies)
            found = self._flaw(values)
            if found is None:
                return {TOOL: texts[TOOL], **{column: _flat(values, column) for column in COLUMNS if column in texts}}
            location, message = found
            column = next((column for column, (place, _type) in COLUMNS.items() if place == location[: len(place)]), "")
            if column in {"", "start", "end", "state"}:
                raise NotTaken(f"{message} Ce prêt n’est pas repris.")
            self.refused.append((self.headings.get(column, column), message))
            texts.pop(column, None)
        raise NotTaken("Ce prêt n’est pas compris.")

    def _flaw(self, values: Mapping[str, Any]) -> tuple[Location, str] | None:
        """The first value that a loan cannot have, where it stands, and why; None where all are sound."""
        for error in errors_of(Loan, values, self.hub.vocabularies):
            if error["type"] != "missing":
                return plain_location(error), finding(error, Loan, self.hub.vocabularies).message
        loan = Loan.model_validate(values, context={"vocabularies": self.hub.vocabularies})
        if loan.end < loan.start:
            return ("end",), f"La fin du prêt ({loan.end}) est avant son début ({loan.start})."
        for key, day in (("opens", loan.opens), ("closes", loan.closes)):
            if day and not loan.start <= day <= loan.end:
                return (key,), f"Ce jour ({day}) n’est pas un jour du prêt."
        _place, lost = lent(loan, (), Towns.load(self.hub.region.code), self.hub)
        return (("city",), lost.message) if lost else None


def _values(texts: Mapping[str, str]) -> dict[str, Any]:
    """The keys of a loan, as a record has them."""
    values: dict[str, Any] = {}
    for column, (location, _type) in COLUMNS.items():
        value = value_of(column, texts[column]) if column in texts else None
        if value is not None:
            *above, last = map(str, location)
            (values.setdefault(above[0], {}) if above else values)[last] = value.isoformat() if is_day(column) else value
    return values


def _flat(values: Mapping[str, Any], column: str) -> str:
    held: Any = values
    for part in COLUMNS[column][0]:
        held = held[part] if isinstance(held, Mapping) else held
    return ", ".join(map(str, held)) if isinstance(held, list) else str(held)


def found(tool: str, tools: Iterable[Tool]) -> str:
    """The name of the file of the tool that a cell means, where it is one of the workbook; else what is written."""
    own = [
        one.slug
        for one in tools
        if slug_of(tool) == one.slug or folded(tool) == folded(one.title) or (one.reference and tool == one.reference)
    ]
    return own[0] if len(set(own)) == 1 else tool


def tables(loans: Sequence[Lent], tools: Sequence[Tool]) -> tuple[list[Table], list[tuple[str, str]]]:
    """A table for each year in which loans start, and what is told of rows that stand there twice: where, and why."""
    by_year: dict[str, list[dict[str, str]]] = defaultdict(list)
    told: list[tuple[str, str]] = []
    taken: dict[tuple[str, str], dict[str, str]] = {}
    for one in loans:
        cells = {**one.cells, TOOL: found(one.cells[TOOL], tools)}
        own = dict(cells)
        cells["id"] = next(each for each in _identities(one, cells) if taken.get((cells[TOOL], each), own) == own)
        if (cells[TOOL], cells["id"]) in taken:
            told.append((one.at, "Ce prêt est écrit deux fois : le même outil, le même emprunteur, les mêmes jours."))
            continue
        taken[cells[TOOL], cells["id"]] = own
        by_year[cells["start"][:4]].append(cells)
    found_ = [Table(f"loans/{year}.csv", (TOOL, "id"), tuple(_rows(rows))) for year, rows in sorted(by_year.items())]
    return found_, told


def _identities(one: Lent, cells: Mapping[str, str]) -> Iterator[str]:
    """The table's own identifier, else the borrower with the first day; for the next of the same, also its copy, its last day, a number."""
    own = cells.get("id", "")
    if own and not NUMBERED.fullmatch(own):
        own = own if re.fullmatch(IDENTIFIER, own) else slug_of(own)
        yield own
    whom = slug_of(cells.get("borrower", ""))[:LONGEST_ID].strip("-") or cells["state"]
    first = f"{whom}-{cells['start']}"
    yield first
    if "copy" in cells:
        yield f"{first}-ex{slug_of(cells['copy'])}"
    yield f"{first}-{cells['end']}"
    yield from (f"{first}-{cells['end']}-{number}" for number in range(2, 10_000))


def _rows(rows: Sequence[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Rows with the same columns, in the order of the contract."""
    columns = [column for column in (TOOL, *COLUMNS) if any(row.get(column) for row in rows)]
    yield from ({column: row.get(column, "") for column in columns} for row in rows)
