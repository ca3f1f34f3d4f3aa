"""Loans that stand in a table (content/loans/*.csv) rather than in their tool's record: what each says, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any, NamedTuple, cast

from contributions.models import Common
from contributions.models.exhibition import Exhibition
from contributions.models.loan import Loan
from contributions.problems.problem import Finding, Location, Problem
from contributions.record.brief import Brief, stops_of, sums_of
from contributions.record.column_words import of_columns
from contributions.record.contribution import Contribution
from contributions.record.tour import tour, with_tour
from contributions.record.values import Located, Whole


class Cells(NamedTuple):
    """Where a row stands: its file, and line and column of each of its cells by the name of the column; from 1, in characters."""

    path: str
    places: Mapping[str, tuple[int, int]]
    line: int
    """The row's first line."""
    headings: Mapping[str, str]
    """What the table calls its columns, by their names."""

    def problem(self, finding: Finding) -> Problem:
        """A finding about the loan at its cell: the one that says it, else the row's first. No repair of a table is written by itself."""
        line, column = self._place(finding.location)
        message, repair = (of_columns(text, self.headings) for text in (finding.message, finding.repair))
        return Problem(self.path, line, column, finding.code, message, repair)

    def has(self, location: Location) -> bool:
        """Whether the table has a column for a key of a loan."""
        return "_".join(map(str, location)) in self.places

    def _place(self, location: Location) -> tuple[int, int]:
        keys = [str(part) for part in location if not isinstance(part, int)]
        names = ("_".join(keys[:length]) for length in range(len(keys), 0, -1))
        return next((self.places[name] for name in names if name in self.places), (self.line, 1))


class TableLoan(NamedTuple):
    """A loan of a table, its town found."""

    loan: Loan
    place: Located | None
    cells: Cells

    @property
    def digest(self) -> bytes:
        """Of what it says, wherever it stands."""
        said = self.loan.model_dump_json(by_alias=True, exclude_unset=True)
        return blake2b(f"{said}{self.place!r}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def in_rows(findings: Iterable[Finding], meta: Common, rows: Sequence[TableLoan]) -> tuple[list[Finding], list[Problem]]:
    """What is found of a contribution: what stands in its file, and apart from that what stands in rows, at their cells."""
    first = own_loans(meta, rows)
    in_file: list[Finding] = []
    problems: list[Problem] = []
    for finding in findings:
        match finding.location:
            case ("loans", int(number), *keys) if rows and number >= first:
                problems.append(rows[number - first].cells.problem(replace(finding, location=tuple(keys))))
            case _:
                in_file.append(finding)
    return in_file, problems


def own_loans(meta: Common, rows: Sequence[TableLoan]) -> int:
    """How many of a contribution's loans stand in its own file: the first ones, those of tables come behind them."""
    return len(meta.loans) - len(rows) if isinstance(meta, Exhibition) else 0


@dataclass(frozen=True, slots=True)
class Joined:
    """A tool with the loans that tables hold of it, behind those of its record; what it reads of the record is fetched as usual."""

    record: Contribution[Any]
    rows: Sequence[TableLoan]

    def brief(self) -> Brief:
        """Its row."""
        whole = self.whole()
        return self.record.brief._replace(stops=stops_of(whole.stops), cancelled_stops=stops_of(whole.cancelled_stops))

    def whole(self) -> Whole:
        """Its values."""
        whole = self.record.whole
        own = cast("Exhibition", whole.meta)
        loans, places = tuple(row.loan for row in self.rows), tuple(row.place for row in self.rows)
        joined = whole._replace(meta=own.model_copy(update={"loans": (*own.loans, *loans)}))
        self.record.forget()
        return with_tour(joined, tour(loans, places, own.loans), places)

    def html(self) -> str:
        """Its body."""
        return self.record.html


def joined(record: Contribution[Any], rows: Sequence[TableLoan]) -> Contribution[Any]:
    """A tool whose loans are those of its record, then those of some rows. Its digests follow from both, and from no line of a table."""
    stored = Joined(record, rows)
    head = record.sums.meta + b"".join(row.digest for row in rows)
    sums = sums_of(stored.brief(), head, b"")._replace(body=record.sums.body)
    return Contribution(record.kind, record.slug, sums, stored)
