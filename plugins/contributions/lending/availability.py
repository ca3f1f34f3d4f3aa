"""When a tool is away and where it stops: availability and tour, from its loans."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, groupby

from contributions.models.exhibition import Exhibition
from contributions.models.loan import Loan

AWAY = {"confirme", "en-cours", "rendu", "maintenance"}
RANK = {"free": 0, "option": 1, "busy": 2}


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
    return sum(found.copies for found in tool.versions) if tool.versions else tool.loan.copies


def units(tool: Exhibition) -> tuple[str | None, ...]:
    """What can be lent by itself: each version by its id, else the tool as a whole."""
    return tuple(version.id for version in tool.versions) or (None,)


def active(tool: Exhibition, version: str | None = None) -> list[Loan]:
    """Loans that take the tool, or a version, away; cancelled ones are ignored. A loan that names no version takes any."""
    away = (loan for loan in tool.loans if loan.state != "annule" and (version is None or loan.version in {None, version}))
    return sorted(away, key=lambda loan: (loan.start, loan.end, loan.copy_))


def states(tool: Exhibition, first: date, days: int, version: str | None = None) -> list[str]:
    """`free`, `option` or `busy` on each of some days: of a version, or of the tool, which is free while one of its versions is.

    The gap that a loan needs after it counts as busy.
    """
    if version is None and tool.versions:
        of_units = [states(tool, first, days, unit) for unit in units(tool)]
        return [min(day, key=RANK.__getitem__) for day in zip(*of_units, strict=True)]
    start = first.toordinal()
    taken, firm = [0] * (days + 1), [0] * (days + 1)
    for loan in active(tool, version):
        begins, ends = loan.start.toordinal() - start, loan.end.toordinal() + tool.loan.gap_days - start
        if ends >= 0 and begins < days:
            for count in (taken, firm) if loan.state in AWAY else (taken,):
                count[max(begins, 0)] += 1
                count[min(ends + 1, days)] -= 1
    least = copies(tool, version)
    last = _retired_on(tool, version)
    retired = 0 if tool.condition == "retire" else last.toordinal() - start if last else days
    pairs = zip(accumulate(taken[:days]), accumulate(firm[:days]), strict=True)
    found = ["busy" if f >= least else "option" if t >= least else "free" for t, f in pairs]
    return [state if day < retired else "busy" for day, state in enumerate(found)]


def _retired_on(tool: Exhibition, version: str | None) -> date | None:
    """The day on which a version, or the tool with all of them, left its owner's fund."""
    own = (found.retired_on for found in tool.versions if found.id == version)
    return min(filter(None, (*own, tool.retired_on)), default=None)


def state_on(tool: Exhibition, day: date, version: str | None = None) -> str:
    """The state on one day."""
    return states(tool, day, 1, version)[0]


def periods(tool: Exhibition, first: date, last: date, version: str | None = None) -> tuple[Period, ...]:
    """The days between two when the tool cannot, or perhaps cannot, be had: runs of the same state."""
    found: list[Period] = []
    at = first
    for state, run in groupby(states(tool, first, (last - first).days + 1, version)):
        length = len(list(run))
        if state != "free":
            found.append(Period(at, at + timedelta(days=length - 1), state))
        at += timedelta(days=length)
    return tuple(found)


def next_free(tool: Exhibition, today: date, version: str | None = None, horizon: int = 400) -> date | None:
    """The first day from today on when a copy is free, or None within the horizon (days)."""
    found = states(tool, today, horizon, version)
    return today + timedelta(days=found.index("free")) if "free" in found else None
