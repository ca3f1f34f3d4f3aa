"""What a loan breaks: all that the check finds in the contributions once it is there, and what its owner's own terms say against it.

The check decides whether the site can be published: what it finds cannot be passed over. Terms are the owner's, who may decide otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from contributions.lending.asking import first_loan, standing
from contributions.lending.offer import Offer, Unit
from contributions.lending.runs import Run
from contributions.library.offers import offered
from contributions.loading.trying import among_the_others
from contributions.models.loan import Loan
from contributions.problems.problem import Finding, Problem
from contributions.reading.reader import Read
from contributions.record.column_words import in_french_days, of_columns
from contributions.rules import check
from lending_desk.tools import Desk, Tool
from views.french import dates

Weight = Literal["grave", "owner's", "mild"]
"""Nothing can be written with it; its owner decides; it is only told."""
OWNERS = frozenset({"W622"})
"""What the check only warns of, for it may have been agreed: days on which the owner is closed."""
UNLENT = frozenset({"annule", "maintenance"})
"""States of what is no loan to anybody: terms are not asked."""


@dataclass(frozen=True, slots=True)
class Objection:
    """Something that a loan breaks, or that is to be known of it."""

    message: str
    repair: str = ""
    weight: Weight = "grave"
    code: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.code, self.message, self.repair)))


def of_check(found: Finding | Problem) -> Objection:
    """What the check says, as an objection."""
    weight: Weight = "owner's" if found.code in OWNERS else "grave" if found.severity == "error" else "mild"
    return Objection(found.message, found.repair, weight, found.code)


def broken(desk: Desk, tool: Tool, loans: Sequence[Loan], own: int = -1) -> list[Objection]:
    """What the check finds of a tool with some loans, and does not find of it as it is; `own` is the place of the loan that is meant."""
    own %= max(len(loans), 1)
    meta = tool.meta.model_copy(update={"loans": tuple(loans)})
    after = among_the_others(desk.library, desk.content, Read(tool.path, meta, kind="exhibition", html=tool.html))
    before = Counter((found.code, found.message) for found in check(desk.library, tool, desk.content))
    fresh = []
    for found in after:
        if before[found.code, found.message] > 0:
            before[found.code, found.message] -= 1
        else:
            fresh.append(_of_a_loan(found, loans, own))
    return fresh


def _of_a_loan(found: Finding, loans: Sequence[Loan], own: int) -> Objection:
    """What the check says, in the words and days of a table; of another loan than the one that is meant, which one is said."""
    told = of_check(found)
    message, repair = (in_french_days(of_columns(text, {})) for text in (told.message, told.repair))
    match found.location:
        case ("loans", int(number), *_keys) if number != own:
            message = f"(Prêt du {loans[number].start:%d/%m/%Y}) {message}"
    return replace(told, message=message, repair=repair)


def against_terms(desk: Desk, tool: Tool, loan: Loan) -> Iterator[Objection]:
    """What the owner's terms say against a loan, apart from what the check knows: its notice, and whether the tool is there."""
    if loan.state in UNLENT or loan.end < loan.start:
        return
    own, today = offered(desk.library, tool), desk.library.today
    if standing(own, today.toordinal()) == "withdrawn":
        yield Objection("Cet outil est retiré du prêt.", weight="owner's")
    elif standing(own, today.toordinal()) == "in repair" and loan.end >= today:
        yield Objection("Cet outil est en révision.", weight="owner's")
    yield from _of_the_fund(tool, loan)
    earliest = date.fromordinal(today.toordinal() + own.notice)
    if today <= loan.start < earliest:
        message = f"Il faut {own.notice} jours de délai : rien ne part avant le {dates.day_month(earliest)}."
        yield Objection(message, weight="owner's")


def _of_the_fund(tool: Tool, loan: Loan) -> Iterator[Objection]:
    """That a tool, or its version, is not in the fund yet, or no more."""
    version = next((one for one in tool.meta.versions if one.id == loan.version), None)
    for one, name in ((tool.meta, "Cet outil"), (version, f"La version « {loan.version} »")):
        if one is None:
            continue
        if one.acquired and loan.start < one.acquired.day:
            since = f"{'que le' if one.acquired.precision == 'day' else 'qu’en'} {dates.precise(one.acquired)}"
            yield Objection(f"{name} n’entre dans le fonds {since}.", weight="owner's")
        if one.retired_on and loan.end >= one.retired_on:
            yield Objection(f"{name} quitte le fonds le {dates.day_month(one.retired_on)}.", weight="owner's")


def unit_of(own: Offer, version: str | None) -> Unit | None:
    """What is lent by that name."""
    return next((unit for unit in own.units if unit.version == version), None)


def free_copies(desk: Desk, tool: Tool, loan: Run, version: str | None) -> list[int]:
    """The copies that are free on all days of a loan, by their numbers."""
    unit = unit_of(offered(desk.library, tool), version)
    return [number for number, copy in enumerate(unit.copies if unit else (), 1) if any(run.holds(loan) for run in copy)]


def instead(desk: Desk, tool: Tool, loan: Loan) -> str:
    """What could be had in the place of a loan that cannot: another copy, the next days; empty where nothing is known."""
    own, today = offered(desk.library, tool), desk.library.today.toordinal()
    asked = Run(loan.start.toordinal(), loan.end.toordinal())
    others = free_copies(desk, tool, asked, loan.version)
    if others and loan.copy_ not in others:
        return f"L’exemplaire {others[0]} est libre à ces dates."
    unit = unit_of(own, loan.version)
    found = first_loan(own, [unit], today, Run(asked.first, own.horizon.last), asked.days) if unit and asked.days > 0 else None
    if found is None or found == asked:
        return ""
    days = dates.days(date.fromordinal(found.first), date.fromordinal(found.last))
    return f"Pour la même durée, le premier prêt possible ensuite va {days}."
