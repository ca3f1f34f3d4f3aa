"""What return answers to the questions of a loan: the first day that can be had, a copy that is free, what a borrower was the last time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from contributions.lending.asking import can_be_had, first_loan
from contributions.lending.offer import copies
from contributions.lending.runs import Run
from contributions.library.offers import offered
from contributions.models import Exhibition, Organisation
from contributions.models.loan import Loan
from contributions.sheets.loan_columns import TOOL, day_of
from contributions.words.slugs import slug_of
from lending_desk.noting import Draft, Ledger, first_free
from lending_desk.objections import UNLENT, unit_of
from lending_desk.tools import Desk, Tool, organisation_meant, tool_meant

Choices = tuple[tuple[str, str], ...]
"""Words of the contract, each with what people call it."""
USUAL_DAYS, OPTION_DAYS, MOST_DAYS = 28, 14, 120
"""How long a loan is, and an option, where nothing says it; and the longest loan that is proposed."""
WORDS_OF_BORROWERS: Mapping[str, str] = {
    "ecole": "ecole", "groupe-scolaire": "ecole", "college": "college", "lycee": "lycee", "universite": "superieur", "iut": "superieur",
    "mediatheque": "mediatheque", "bibliotheque": "mediatheque", "ludotheque": "mediatheque", "musee": "musee", "museum": "musee",
    "ecomusee": "musee", "association": "association", "amis": "association", "mjc": "association", "centre-social": "centre-social",
    "mairie": "collectivite", "ville": "collectivite", "commune": "collectivite", "communaute": "collectivite",
}  # fmt: skip
"""How names of borrowers begin → their category."""


def lent(desk: Desk, draft: Draft) -> Tool:
    """The tool of a draft; it is asked for before anything else."""
    tool = tool_meant(desk.library, draft[TOOL])
    assert tool is not None, "it is the first question"
    return tool


def versions(desk: Desk, draft: Draft) -> Choices:
    """The versions of the tool."""
    return tuple((version.id, version.label) for version in lent(desk, draft).meta.versions)


def one_version(desk: Desk, draft: Draft) -> str:
    """The version that can only be meant."""
    found = versions(desk, draft)
    return found[0][0] if len(found) == 1 else ""


def first_day(desk: Desk, draft: Draft) -> str:
    """The first day on which a loan can begin; nothing where the owner has promised none."""
    own = offered(desk.library, lent(desk, draft))
    unit = unit_of(own, draft.get("version") or None)
    found = first_loan(own, [unit], desk.library.today.toordinal()) if unit else None
    return date.fromordinal(found.first).isoformat() if found else ""


def last_day(desk: Desk, draft: Draft) -> str:
    """As long a loan as the last one of the tool, or the nearest length that can be had; within what its owner allows."""
    tool, start = lent(desk, draft), day_of(draft.get("start", ""))
    if start is None:
        return ""
    own = offered(desk.library, tool)
    unit = unit_of(own, draft.get("version") or None)
    earlier = [loan for loan in tool.meta.loans if loan.state not in UNLENT]
    days = max(earlier, key=lambda loan: loan.start).days if earlier else USUAL_DAYS
    days = min(max(days, own.least), own.most)
    lengths = sorted(range(own.least, min(own.most, MOST_DAYS) + 1), key=lambda length: abs(length - days))
    first, today = start.toordinal(), desk.library.today.toordinal()
    had = (length for length in lengths if unit and can_be_had(own, unit, Run(first, first + length - 1), today))
    return (start + timedelta(days=next(had, days) - 1)).isoformat()


def free_copy(desk: Desk, draft: Draft) -> str:
    """The first copy that is free on all days."""
    return str(first_free(desk, Ledger(), lent(desk, draft), draft))


def several_copies(desk: Desk, draft: Draft) -> bool:
    """Whether it must be said which copy leaves."""
    return copies(lent(desk, draft).meta, draft.get("version") or None) > 1


def category(desk: Desk, draft: Draft) -> str:
    """What the borrower was the last time; else what its name says that it is."""
    said = [loan.borrower_category for loan in loans_before(desk, draft) if loan.borrower_category]
    if said:
        return said[-1]
    own = slug_of(name(desk, draft))
    return next((category for word, category in WORDS_OF_BORROWERS.items() if f"{own}-".startswith(f"{word}-")), "")


def name(desk: Desk, draft: Draft) -> str:
    """What the borrower is called in the directory; else as it was typed."""
    found = organisation_meant(desk.library, draft.get("borrower", ""))
    return found.meta.title if found else draft.get("borrower", "")


def city(desk: Desk, draft: Draft) -> str:
    """The borrower's town in the directory, or the last time."""
    found = organisation_meant(desk.library, draft.get("borrower", ""))
    if found and isinstance(found.meta, Organisation) and found.meta.place:
        return found.meta.place.city
    said = [loan.city for loan in loans_before(desk, draft) if loan.city]
    return said[-1] if said else ""


def loans_before(desk: Desk, draft: Draft) -> Sequence[Loan]:
    """The loans of any tool to the same borrower, in order."""
    own = slug_of(draft.get("borrower", ""))
    every = (loan for one in desk.library.all if isinstance(one.meta, Exhibition) for loan in one.meta.loans)
    return sorted((loan for loan in every if loan.borrower and slug_of(loan.borrower) == own), key=lambda loan: loan.start)


def first_time(desk: Desk, draft: Draft) -> str:
    """Whether the borrower never borrowed anything here."""
    return "non" if loans_before(desk, draft) else "oui"


def option_ends(desk: Desk, draft: Draft) -> str:
    """Two weeks from now, or when the loan begins."""
    start = day_of(draft.get("start", "")) or date.max
    return min(start, desk.library.today + timedelta(days=OPTION_DAYS)).isoformat()
