"""Merge rows of a source into the tables of content/: new ones behind the others, in the table's own habits; none is written over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from contributions.loading.trying import among_the_others
from contributions.models import Exhibition
from contributions.models.loan import Loan
from contributions.problems.problem import Problem
from contributions.reading.reader import Read
from contributions.sheets.habits import spelt, unsaid
from contributions.sheets.loan_columns import COLUMNS, TOOL, value_of
from contributions.sheets.loan_tables import read_table
from contributions.sheets.sheet import Sheet, Unwritable, begun, opened, opened_figures, with_rows
from contributions.sheets.tables import COLUMNS as FIGURES
from contributions.sheets.tables import REQUIRED, read_table_of_figures
from contributions.source.texts import BOM
from contributions.words.slugs import slug_of
from imports.drafts.check import Check
from imports.drafts.values import line
from imports.plans.comparing import shown
from imports.plans.plan import Outcome, Plan
from imports.taken import Refusal, Table

PATH = re.compile(r"(?P<folder>loans|data)/[a-z0-9]+(?:-[a-z0-9]+)*\.csv")
LOANS = "loans"
WAITING = "attendent que sa fiche ne soit plus un brouillon : importez-les alors de nouveau."


@dataclass(frozen=True)
class Merging:
    """What rows are merged with; `tools` are the names of all files of tools, drafts too."""

    check: Check
    plan: Plan
    tools: frozenset[str]

    def merge(self, table: Table) -> None:
        """Plan what becomes of a table's rows."""
        found = PATH.fullmatch(table.path)
        if not found:
            self._refuse(table.path, f"« {table.path} » n’est pas un tableau de content/loans/ ou de content/data/.")
            return
        of_loans = found["folder"] == LOANS
        rows = [row for row in ({key: line(text) for key, text in row.items() if line(text)} for row in table.rows) if row]
        try:
            self._merged(table, rows, of_loans)
        except Unwritable as error:
            self._refuse(table.path, str(error))

    def _merged(self, table: Table, rows: Sequence[Mapping[str, str]], of_loans: bool) -> None:
        """Raises Unwritable."""
        path = f"{self.check.content.name}/{table.path}"
        hub = self.check.library.hub
        data = self.plan.files.get(table.path)
        file = self.check.content / table.path
        if data is None and file.is_file():
            data = file.read_bytes()
        known = COLUMNS.keys() | {TOOL} if of_loans else set(FIGURES)
        order = (TOOL, *COLUMNS) if of_loans else FIGURES
        asked = [column for column in order if any(column in row for row in rows) or (not of_loans and column in REQUIRED)]
        if data is None:
            data = begun(None, asked, ()) if of_loans else f"{BOM}{';'.join(asked)}\n".encode()
        sheet = opened(path, data, hub) if of_loans else opened_figures(path, data)
        there = {name: row for row in _rows(sheet) for name in _names(row, table.key, of_loans)}
        lost = {column for row in rows for column in unsaid(sheet, row) if column in known}
        if lost:
            self._refuse(table.path, f"Ce tableau n’a pas de colonne pour : {', '.join(sorted(lost))}.")
        fresh: list[Mapping[str, str]] = []
        for number, row in enumerate(rows, 1):
            at = f"{table.path}, ligne {number} reprise"
            if strange := [column for column in row if column not in known]:
                self._refuse(at, f"Colonnes inconnues, laissées : {', '.join(strange)}.")
            own = {column: text for column, text in row.items() if column in sheet.columns}
            names = _names(own, table.key, of_loans)
            same = next((there[name] for name in names if name in there), None)
            if same is None:
                there |= dict.fromkeys(names, own)
                fresh.append(own)
            elif sides := tuple(_differing(same, own, of_loans)):
                self.plan.outcomes.append(Outcome("kept", table.path, ", ".join(filter(None, names[0])), at, sides=sides))
        sound = list(self._sound_loans(sheet, fresh, table) if of_loans else self._sound_figures(sheet, fresh, table))
        if sound:
            self.plan.write(self.check.content, table.path, with_rows(sheet, sound))
            self.plan.outcomes.append(Outcome("rows", table.path, str(len(sound))))

    def _sound_figures(self, sheet: Sheet, fresh: Sequence[Mapping[str, str]], table: Table) -> Iterator[Mapping[str, str]]:
        """The rows that the check takes."""
        for row in fresh:
            wrong = _fresh(read_table_of_figures(sheet.path, with_rows(sheet, [row]))[1], sheet.problems)
            if wrong:
                self._refuse(table.path, f"« {row.get('title', '')} » : {wrong[0]}")
            else:
                yield row

    def _sound_loans(self, sheet: Sheet, fresh: Sequence[Mapping[str, str]], table: Table) -> Iterator[Mapping[str, str]]:
        """The loans that the check takes, among those of their tools; in the table's own spelling."""
        loans: dict[str, list[Loan]] = {}
        for row in fresh:
            about = f"{row.get(TOOL, '')}, du {row.get('start', '?')} au {row.get('end', '?')}"
            slug = slug_of(row.get(TOOL, ""))
            if slug not in self.tools:
                self._refuse(table.path, f"{about} : aucun outil ne s’appelle « {row.get(TOOL, '')} ».")
                continue
            if self.check.library.find("exhibition", slug) is None:
                self._refuse(table.path, f"Les prêts de « {slug} » {WAITING}")
                continue
            try:
                cells = spelt(sheet, {**row, TOOL: slug})
                data = with_rows(sheet, [cells])
            except Unwritable as error:
                self._refuse(table.path, f"{about} : {error}")
                continue
            read = read_table(sheet.path, data, self.check.library.hub)
            added = [one for one in read.written if one.row.cells.line not in sheet.lines]
            told = _fresh(read.problems, sheet.problems)
            if not told and added:
                told = self._broken(slug, loans.setdefault(slug, []), added[0].row.loan)
            if told or not added:
                self._refuse(table.path, f"{about} : {' '.join(told) or 'cette ligne ne peut pas être lue.'}")
                continue
            loans.setdefault(slug, []).append(added[0].row.loan)
            yield cells

    def _broken(self, slug: str, others: Sequence[Loan], loan: Loan) -> list[str]:
        """What the check refuses of a tool with a loan more, and does not refuse of it as it is."""
        tool = self.check.library.find("exhibition", slug)
        if tool is None or not isinstance(tool.meta, Exhibition):
            return []
        before, after = (
            Counter(
                found.message
                for found in among_the_others(
                    self.check.library,
                    self.check.content,
                    Read(tool.path, tool.meta.model_copy(update={"loans": (*tool.meta.loans, *more)}), kind="exhibition"),
                )
                if found.severity == "error"
            )
            for more in (others, (*others, loan))
        )
        return list((after - before).elements())

    def _refuse(self, at: str, message: str) -> None:
        self.plan.refused.append(Refusal(at, message))


def _said(column: str, text: str, of_loans: bool) -> str:
    """What a cell says, however it is spelt."""
    if of_loans and column == TOOL:
        return slug_of(PurePosixPath(text).name)
    value = value_of(column, text) if of_loans and column in COLUMNS else " ".join(text.split())
    return "" if value is None else str(value)


def _names(row: Mapping[str, str], key: Sequence[str], of_loans: bool) -> list[tuple[str, ...]]:
    """What tells a row apart: its key, where it has all of it; a loan by its tool, its copy and its first day too."""
    own = tuple(_said(column, row.get(column, ""), of_loans) for column in key)
    if not of_loans:
        return [own]
    by_day = tuple(_said(column, row.get(column, ""), of_loans) for column in (TOOL, "version", "copy", "start"))
    return [own, by_day] if all(own) else [by_day]


def _rows(sheet: Sheet) -> Iterator[Mapping[str, str]]:
    """The rows of a table, by column."""
    for row in sheet.loans:
        yield {column: row[at].text for column, at in sheet.columns.items() if at < len(row) and row[at].text}


def _differing(here: Mapping[str, str], there: Mapping[str, str], of_loans: bool) -> Iterator[tuple[str, str, str]]:
    for column, text in there.items():
        if _said(column, here.get(column, ""), of_loans) != _said(column, text, of_loans):
            yield column, shown(here.get(column, "")), shown(text)


def _fresh(problems: Iterable[Problem], before: Iterable[Problem]) -> list[str]:
    """What is refused that was not refused before, in words."""
    known = Counter((one.code, one.message) for one in before)
    return [one.message for one in problems if one.severity == "error" and not known[one.code, one.message]]
