"""What keeps a tool from being lent though its loans are noted: a word of its owner that is too old, or days on which nobody is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from contributions.lending.asking import FRESH_DAYS
from contributions.lending.offer import closed
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import closures, withdrawn
from contributions.models import Common, Exhibition
from contributions.models.organisation import Closure
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution

NEAR = 14
"""Days around a closed one among which an open one is looked for."""


def kept(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about a tool that is still lent and has loans ahead."""
    tool = contribution.meta
    if not isinstance(tool, Exhibition) or withdrawn(library, tool):
        return
    ahead = [index for index, loan in enumerate(tool.loans) if loan.state != "annule" and not library.is_past(loan.end)]
    if ahead and tool.condition == "bon":
        yield from _word(library, tool)
    shut = closures(library, tool)
    for index in ahead if shut else ():
        yield from _closed(library, tool, shut, index)


def _word(library: Library, tool: Exhibition) -> Iterator[Finding]:
    """That it was never given is no fault: such a tool is to be asked for. No day is proposed: it is the owner who must have looked."""
    if tool.availability_on and library.is_past(tool.availability_on + timedelta(days=FRESH_DAYS)):
        message = (
            f"Les prêts ont été vérifiés le {tool.availability_on}, il y a plus de {FRESH_DAYS} jours : l’outil paraît « à demander »."
        )
        repair = "Vérifiez que tous les prêts à venir sont notés, puis écrivez le jour dans « availability_on »."
        yield Finding("W621", message, repair, ("availability_on",))


def _closed(library: Library, tool: Exhibition, shut: Sequence[Closure], index: int) -> Iterator[Finding]:
    loan = tool.loans[index]
    if loan.state == "maintenance":
        return
    for key, day, what in (("start", loan.start, "sortir"), ("end", loan.end, "rentrer")):
        around = Run(day.toordinal(), day.toordinal()).widened(NEAR)
        days = set(closed(shut, around))
        if day.toordinal() not in days or library.is_past(day):
            continue
        before, after = range(day.toordinal(), around.first - 1, -1), range(day.toordinal(), around.last + 1)
        near = [date.fromordinal(found) for side in (before, after) if (found := next((day for day in side if day not in days), None))]
        told = " ou ".join(f"le {found}" for found in near)
        repair = f"Jours ouverts les plus proches : {told}." if near else "Vérifiez « closed » sur la fiche du propriétaire."
        yield Finding("W622", f"Le propriétaire est fermé le {day} : l’outil ne peut pas {what} ce jour-là.", repair, ("loans", index, key))
