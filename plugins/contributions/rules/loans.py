"""Loans keep to the tool's terms: lengths, gaps, copies, versions, and states that fit today."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from contributions.lending.offer import copies, taken
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.models import Common, Exhibition
from contributions.models.loan import Loan
from contributions.problems.problem import Finding, Location
from contributions.record.contribution import Contribution
from contributions.record.identity import loan_names, repeated
from contributions.sense.loan import contradictions


def terms(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about the loans of a tool, those of tables included, and about the versions that they name."""
    tool = contribution.meta
    if not isinstance(tool, Exhibition):
        return
    if tool.condition == "retire" and tool.retired_on is None:
        yield Finding("E102", "Il manque « retired_on » pour un outil retiré.", "Ajoutez le jour du retrait.", ("condition",))
    yield from _versions(tool)
    for index, loan in enumerate(tool.loans):
        location: Location = ("loans", index)
        yield from _dates(library, tool, loan, location)
        yield from _what_leaves(tool, loan, location)
        yield from contradictions(library, loan, location)
        yield from _state(library, loan, location)
    for index in repeated(loan_names(tool.loans), [loan.id is not None for loan in tool.loans]):
        own = tool.loans[index].id
        yield Finding("E506", f"Deux prêts ont l’identifiant « {own} ».", "Donnez à chacun le sien.", ("loans", index, "id"))
    yield from overlaps(tool)


def _days(number: int) -> str:
    return f"{number} jour{'s' if number > 1 else ''}"


def _versions(tool: Exhibition) -> Iterator[Finding]:
    names = [version.id for version in tool.versions]
    for index, name in enumerate(names):
        if name in names[:index]:
            message = f"Deux versions ont l’identifiant « {name} »."
            yield Finding("E509", message, "Donnez à chacune le sien : les prêts la nomment par lui.", ("versions", index, "id"))
    if names and "copies" in tool.loan.model_fields_set:
        message = "Cet outil a des versions : chacune a ses exemplaires, et « loan » n’en compte pas."
        yield Finding("E508", message, "Retirez « copies » de « loan », et donnez-le à chaque version.", ("loan", "copies"))


def _dates(library: Library, tool: Exhibition, loan: Loan, location: Location) -> Iterator[Finding]:
    if loan.end < loan.start:
        yield Finding(
            "E501", f"La fin du prêt ({loan.end}) est avant son début ({loan.start}).", "Corrigez l’une des deux dates.", (*location, "end")
        )
        return
    if loan.state in {"annule", "maintenance"}:
        return
    if loan.state == "rendu" or library.is_past(loan.end):  # it was as long as it was, whatever is usual
        return
    if tool.loan.max_days and loan.days > tool.loan.max_days:
        yield Finding(
            "E503",
            f"Ce prêt dure {_days(loan.days)} : {tool.loan.max_days} au plus.",
            "Raccourcissez-le, ou changez « max_days ».",
            (*location, "end"),
        )
    if tool.loan.min_days and loan.days < tool.loan.min_days:
        yield Finding(
            "E503",
            f"Ce prêt dure {_days(loan.days)} : {tool.loan.min_days} au moins.",
            "Allongez-le, ou changez « min_days ».",
            (*location, "end"),
        )


def _what_leaves(tool: Exhibition, loan: Loan, location: Location) -> Iterator[Finding]:
    """Which version of the tool, and which of its copies."""
    names = list(dict.fromkeys(version.id for version in tool.versions))
    if names and loan.version is None:
        choice = " ou ".join(f"« version: {name} »" for name in names)
        yield Finding(
            "E102", "Il manque « version » : cet outil en a plusieurs, laquelle part ?", f"Ajoutez {choice}.", (*location, "version")
        )
        return
    if loan.version and loan.version not in names:
        yield Finding(
            "E504",
            f"Cet outil n’a pas de version « {loan.version} ».",
            f"Versions : {', '.join(names) or 'aucune'}.",
            (*location, "version"),
        )
        return
    most = copies(tool, loan.version)
    if loan.copy_ > most:
        holder = f"« copies » de la version « {loan.version} »" if loan.version else "« copies » dans « loan »"
        yield Finding(
            "E504", f"L’exemplaire {loan.copy_} n’existe pas : il y en a {most}.", f"Corrigez « copy », ou {holder}.", (*location, "copy")
        )


def _state(library: Library, loan: Loan, location: Location) -> Iterator[Finding]:
    """States that do not fit today. `confirme` always does: it is read as en-cours on its days, and as rendu after them."""
    if loan.state == "rendu" and not library.has_come(loan.start):
        yield Finding(
            "E505",
            f"Ce prêt commence le {loan.start} : il ne peut pas être déjà rendu.",
            "Corrigez « state » ou les dates.",
            (*location, "state"),
        )
    if loan.state == "en-cours" and not library.has_come(loan.start):
        yield Finding(
            "E505", f"Ce prêt commence le {loan.start} : il n’est pas en cours.", "Écrivez « state: confirme ».", (*location, "state")
        )
    if loan.state == "option" and library.is_past(loan.option_until or loan.start):
        yield Finding("W602", "Cette option est dépassée.", "Confirmez le prêt, ou écrivez « state: annule ».", (*location, "state"))
    if loan.state == "en-cours" and loan.returned is None and library.is_past(loan.end):
        yield Finding(
            "W603", f"Ce prêt a pris fin le {loan.end}.", "Écrivez « state: rendu » et le nombre de visiteurs.", (*location, "state")
        )


def overlaps(tool: Exhibition) -> Iterator[Finding]:
    """Loans of one copy that share days, or the days between two loans: by the arithmetic of what can be had (lending/offer.py)."""
    gap = tool.loan.gap_days
    by_copy: dict[tuple[int, str | None], list[tuple[Run, int]]] = {}
    for index, loan in enumerate(tool.loans):
        if (run := taken(loan)) is not None:
            by_copy.setdefault((loan.copy_, loan.version), []).append((run, index))
    for runs in by_copy.values():
        (first, of), *others = sorted(runs, key=lambda found: (found[0].first, found[1]))
        for second, after in others:
            before = tool.loans[of]
            if first.meets(second):
                yield Finding(
                    "E501",
                    f"Ce prêt chevauche celui du {before.start} au {before.end}, pour le même exemplaire.",
                    "Corrigez les dates, ou donnez « copy ».",
                    ("loans", after, "start"),
                )
            elif first.widened(gap).meets(second):
                earliest = date.fromordinal(first.widened(gap).last + 1)
                yield Finding(
                    "E502",
                    f"Il faut {_days(gap)} entre deux prêts : le précédent finit le {before.end}.",
                    f"Commencez au plus tôt le {earliest}.",
                    ("loans", after, "start"),
                )
            if second.last > first.last:
                first, of = second, after
