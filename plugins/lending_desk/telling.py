"""Say on a terminal what became of a draft: the loan in a sentence, what it breaks, what is to be known of it."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.lending.offer import copies
from contributions.models.loan import Loan
from contributions.sheets.habits import worded
from contributions.sheets.loan_columns import TOOL
from lending_desk.noting import Noted
from lending_desk.tools import Desk, Tool, organisation_meant
from views.french import dates

SIGNS = {"grave": "✗", "owner's": "!", "mild": "·"}


def told(desk: Desk, found: Noted) -> str:
    """A draft: what it is, then what is said of it, the gravest first."""
    head = f"{found.tool.meta.title} : {loan_told(desk, found.tool, found.loan)}" if found.tool and found.loan else _raw(found)
    ordered = [one for weight in SIGNS for one in found.weighing(weight)]
    return "\n".join([head, *(f"  {SIGNS[one.weight]} {one}" for one in ordered)])


def loan_told(desk: Desk, tool: Tool, loan: Loan) -> str:
    """A loan in a phrase: days, what leaves, to whom, in which state."""
    parts = [dates.days(loan.start, loan.end), *what_leaves(tool, loan), whom(desk, loan), _state(loan)]
    return ", ".join(filter(None, parts))


def what_leaves(tool: Tool, loan: Loan) -> Iterator[str]:
    """Which version and which copy, where there are several."""
    if loan.version:
        yield next((f"version « {version.label} »" for version in tool.meta.versions if version.id == loan.version), loan.version)
    if loan.copy_ > 1 or copies(tool.meta, loan.version) > 1:
        yield f"exemplaire {loan.copy_}"


def whom(desk: Desk, loan: Loan) -> str:
    """The borrower by its name, with the town where the name does not say it; empty of what is lent to nobody."""
    found = organisation_meant(desk.library, loan.borrower) if loan.borrower else None
    name = found.meta.title if found else loan.borrower or ""
    return f"{name} ({loan.city})" if name and loan.city and loan.city not in name else name


def _state(loan: Loan) -> str:
    until = f" jusqu’au {dates.day_month(loan.option_until)}" if loan.state == "option" and loan.option_until else ""
    return f"{worded(loan.state)}{until}"


def _raw(found: Noted) -> str:
    """A draft that is no loan: its own words."""
    name = found.tool.meta.title if found.tool else found.draft.get(TOOL) or "Sans outil"
    return ", ".join([name, *(text for column in ("start", "end", "borrower") if (text := found.draft.get(column)))])
