"""Note loans in the tables of content/loans/: what each would break, and the bytes of the tables once all of them are there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from contributions.lending.offer import copies
from contributions.lending.runs import Run
from contributions.models.loan import Loan
from contributions.problems.problem import Problem
from contributions.reading.beside import files_of
from contributions.sheets.habits import spelt, unsaid
from contributions.sheets.loan_columns import TOOL, day_of, label_of
from contributions.sheets.loan_tables import ENDING, FOLDER, read_table
from contributions.sheets.sheet import Sheet, Unwritable, begun, opened, with_row
from contributions.source.texts import bytes_of
from contributions.source.writing import held
from contributions.words.slugs import slug_of
from lending_desk.columns import ASKED, NEW
from lending_desk.objections import Objection, against_terms, broken, free_copies, instead, of_check
from lending_desk.tools import Desk, Tool, names_of, near, tool_meant, tools

Draft = Mapping[str, str]
"""A loan before it is one: name of a column of a table of loans → text."""
VITAL = frozenset({"copy", "version"})
"""Columns without which a row would be another loan."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Ledger:
    """What is to be written: tables by path below content/, and the loans that they add, by tool; `read` is what the tables held before."""

    tables: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
    loans: Mapping[str, tuple[Loan, ...]] = field(default_factory=lambda: MappingProxyType({}))
    read: Mapping[str, bytes | None] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Noted:
    """What became of a draft: the draft completed, its tool, the loan as the table would have it, and what is to be said of it."""

    draft: Draft
    tool: Tool | None = None
    loan: Loan | None = None
    path: str = ""
    objections: tuple[Objection, ...] = ()

    def weighing(self, *weights: str) -> list[Objection]:
        """The objections of some weights."""
        return [one for one in self.objections if one.weight in weights]


def noted(desk: Desk, ledger: Ledger, draft: Draft) -> tuple[Noted, Ledger]:
    """A loan tried in the table of its year; the ledger has it where nothing grave is said against it."""
    tool = tool_meant(desk.library, draft.get(TOOL, ""))
    if tool is None:
        return Noted(draft, objections=(_unknown(desk, draft.get(TOOL, "")),)), ledger
    if draft.get("id") and draft["id"] in names_of(tool):
        already = Objection(f"Ce prêt est déjà noté : {tool.slug}/{draft['id']}.", "S’il change, voyez « --note ».", code="E506")
        return Noted(draft, tool, objections=(already,)), ledger
    named = bool(draft.get("id"))
    draft = completed(desk, ledger, tool, draft)
    start = day_of(draft.get("start", ""))
    path = f"{FOLDER}/{(start or desk.library.today).year}{ENDING}"
    try:
        sheet = opened(f"{desk.content.name}/{path}", _bytes(desk, ledger, path), desk.library.hub)
        cells = spelt(sheet, draft)
        data = with_row(sheet, cells)
    except Unwritable as error:
        return Noted(draft, tool, path=path, objections=(Objection(str(error)),)), ledger
    loan, told = _read_back(desk, sheet, data, cells)
    told += _lost(sheet, draft if named else {**draft, "id": ""})
    if loan is not None:
        before = (*tool.meta.loans, *ledger.loans.get(tool.slug, ()))
        wrong = broken(desk, tool, (*before, loan))
        terms = list(against_terms(desk, tool, loan))
        told += [*wrong, *terms]
        if any(one.code in {"E501", "E502"} for one in wrong) or terms:
            told += [Objection(words, weight="mild")] if (words := instead(desk, tool, loan)) else []
    found = Noted(draft, tool, loan, path, tuple(told))
    if loan is None or found.weighing("grave"):
        return found, ledger
    added = (*ledger.loans.get(tool.slug, ()), loan)
    read = {path: held(desk.content, path), **ledger.read}
    return found, Ledger({**ledger.tables, path: data}, {**ledger.loans, tool.slug: added}, read)


def completed(desk: Desk, ledger: Ledger, tool: Tool, draft: Draft) -> dict[str, str]:
    """A draft with what can only be meant: the tool's own name, its one version, the first copy that is free, a state, an id."""
    whole = {**draft, TOOL: tool.slug}
    if not whole.get("version") and len(tool.meta.versions) == 1:
        whole["version"] = tool.meta.versions[0].id
    whole["state"] = whole.get("state") or "confirme"
    if not whole.get("copy") and (number := first_free(desk, ledger, tool, whole)) > 1:
        whole["copy"] = str(number)
    return {**whole, "id": whole.get("id") or _name(ledger, tool, whole)}


def first_free(desk: Desk, ledger: Ledger, tool: Tool, draft: Draft) -> int:
    """The first copy that is free on the days of a draft, else the first one. Copies that other drafts have taken are not free."""
    start, end = day_of(draft.get("start", "")), day_of(draft.get("end", ""))
    version = draft.get("version") or None
    if copies(tool.meta, version) == 1 or start is None or end is None or end < start:
        return 1
    before = (*tool.meta.loans, *ledger.loans.get(tool.slug, ()))
    for number in free_copies(desk, tool, Run(start.toordinal(), end.toordinal()), version):
        tried = Loan.model_validate({"start": start, "end": end, "state": "confirme", "copy": number, "version": version})
        if not any(one.code in {"E501", "E502"} for one in broken(desk, tool, (*before, tried))):
            return number
    return 1


def _name(ledger: Ledger, tool: Tool, draft: Draft) -> str:
    """An id that no loan of the tool has: of the borrower's name and the first day."""
    start = day_of(draft.get("start", ""))
    whom = slug_of(draft.get("borrower", ""))[:LONGEST_NAME].strip("-") or draft["state"]
    own = f"{whom}-{start or ''}".strip("-")
    taken = {*names_of(tool), *(loan.id for loan in ledger.loans.get(tool.slug, ()))}
    return next(name for number in range(1, len(taken) + 2) if (name := own if number == 1 else f"{own}-{number}") not in taken)


def _unknown(desk: Desk, text: str) -> Objection:
    if not text:
        return Objection("Il manque l’outil.", "Écrivez le nom de son fichier, sans .md.", code="E102")
    found = ", ".join(f"« {one.slug} »" for one in near(text, tools(desk.library)))
    repair = f"Vouliez-vous dire {found} ?" if found else "Écrivez le nom de son fichier, sans .md."
    return Objection(f"Aucun outil ne s’appelle « {text} ».", repair, code="E204")


def _bytes(desk: Desk, ledger: Ledger, path: str) -> bytes:
    """A table as it is, or as it is going to be; one that is not there is begun like the last of the others. Raises Unwritable."""
    if path in ledger.tables:
        return ledger.tables[path]
    file = desk.content / path
    if file.is_symlink() or file.parent.is_symlink() or (file.exists() and not file.is_file()):
        raise Unwritable(f"« {path} » n’est pas un fichier : mettez un vrai tableau à sa place.")
    return bytes_of(file) if file.exists() else begun(_last(desk), NEW, ASKED)


def _last(desk: Desk) -> Sheet | None:
    for file in reversed(files_of(desk.content / FOLDER)):
        if file.suffix.lower() == ENDING:
            try:
                return opened(file.name, bytes_of(file), desk.library.hub)
            except Unwritable:
                continue
    return None


def _read_back(desk: Desk, sheet: Sheet, data: bytes, cells: Mapping[str, str]) -> tuple[Loan | None, list[Objection]]:
    """The loan as it is read in the table once it is there, and what reading it has to say; a row that reads otherwise is refused."""
    table = read_table(sheet.path, data, desk.library.hub)
    told = [of_check(problem) for problem in _fresh(sheet.problems, table.problems)]
    if len(table.written) == len(sheet.written):
        lacking = [] if any(one.weight == "grave" for one in told) else [Objection("Il manque le début et la fin du prêt.", code="E102")]
        return None, lacking + told
    after = opened(sheet.path, data, desk.library.hub)
    own = max(after.loans, key=lambda row: row[0].line)
    if any(own[sheet.columns[column]].text != text for column, text in cells.items()):
        return None, [*told, Objection("Cette ligne ne peut pas être écrite dans ce tableau sans changer de sens.")]
    return table.written[-1].row.loan, told


def _fresh(before: Iterable[Problem], after: Iterable[Problem]) -> list[Problem]:
    """The problems that were not there before, wherever their lines are now."""
    known = Counter((one.code, one.message) for one in before)
    fresh = []
    for one in after:
        if known[one.code, one.message] > 0:
            known[one.code, one.message] -= 1
        else:
            fresh.append(one)
    return fresh


def _lost(sheet: Sheet, draft: Draft) -> list[Objection]:
    """What the table has no column for: told, or refused where the row would be another loan."""
    lacking = [column for column in unsaid(sheet, draft) if not (column == "copy" and draft[column] == "1")]
    vital = [column for column in lacking if column in VITAL]
    found = [
        Objection(f"{sheet.path} n’a pas de colonne pour « {label_of(column)} ».", f"Ajoutez-la : son titre est « {label_of(column)} ».")
        for column in vital
    ]
    if others := [f"{label_of(column)} ({draft[column]})" for column in lacking if column not in VITAL]:
        found.append(Objection(f"{sheet.path} n’a pas de colonne pour cela, qui n’est pas noté : {', '.join(others)}.", weight="mild"))
    return found
