"""When a tool is away and where it stops: availability and tour, from its loans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from contributions.models.exhibition import Exhibition, Loan

AWAY = {"confirme", "en-cours", "rendu", "maintenance"}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `start` to `end`, both included, when no copy (`state` busy) or perhaps none (option) is left."""

    start: date
    end: date
    state: str


def copies(tool: Exhibition, version: str | None = None) -> int:
    """How many copies can be lent at once: of a version, or of all."""
    if version is not None:
        return next((found.copies for found in tool.versions if found.id == version), 1)
    if tool.versions:
        return max(tool.loan.copies, sum(found.copies for found in tool.versions))
    return tool.loan.copies


def units(tool: Exhibition) -> tuple[str | None, ...]:
    """What can be lent by itself: each version by its id, else the tool as a whole."""
    return tuple(version.id for version in tool.versions) or (None,)


def active(tool: Exhibition, version: str | None = None) -> list[Loan]:
    """Loans that take the tool, or a version, away; cancelled ones are ignored. A loan that names no version takes any."""
    away = (loan for loan in tool.loans if loan.state != "annule" and (version is None or loan.version in {None, version}))
    return sorted(away, key=lambda loan: (loan.start, loan.end, loan.copy_))


def state_on(tool: Exhibition, day: date, version: str | None = None) -> str:
    """`free`, `option` or `busy` on a day: of a version, or of the tool, which is free while one of its versions is.

    The gap that a loan needs after it counts as busy.
    """
    if tool.condition == "retire" or (tool.retired_on and day >= tool.retired_on):
        return "busy"
    if version is None and tool.versions:
        states = {state_on(tool, day, unit) for unit in units(tool)}
        return next(state for state in ("free", "option", "busy") if state in states)
    gap = timedelta(days=tool.loan.gap_days)
    taken = [loan for loan in active(tool, version) if loan.start <= day <= loan.end + gap]
    firm = sum(loan.state in AWAY for loan in taken)
    if firm >= copies(tool, version):
        return "busy"
    return "option" if len(taken) >= copies(tool, version) else "free"


def periods(tool: Exhibition, first: date, last: date, version: str | None = None) -> tuple[Period, ...]:
    """The days between two when the tool cannot, or perhaps cannot, be had: runs of the same state."""
    found: list[Period] = []
    day = first
    while day <= last:
        state = state_on(tool, day, version)
        if state != "free":
            if found and found[-1].state == state and found[-1].end == day - timedelta(days=1):
                found[-1] = Period(found[-1].start, day, state)
            else:
                found.append(Period(day, day, state))
        day += timedelta(days=1)
    return tuple(found)


def next_free(tool: Exhibition, today: date, version: str | None = None, horizon: int = 400) -> date | None:
    """The first day from today on when a copy is free, or None within the horizon (days)."""
    for offset in range(horizon):
        day = today + timedelta(days=offset)
        if state_on(tool, day, version) == "free":
            return day
    return None


def public_loans(tool: Exhibition) -> tuple[tuple[int, Loan], ...]:
    """The loans that the public can visit, each with its position from 1, in time order.

    An option is no appointment yet: it shows only as « occupé ».
    """
    shown = [(n, loan) for n, loan in enumerate(tool.loans, 1) if loan.public_showing and loan.state in {"confirme", "en-cours", "rendu"}]
    return tuple(sorted(shown, key=lambda entry: (entry[1].start, entry[0])))
