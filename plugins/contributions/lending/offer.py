"""What an owner offers of a tool: the days on which each copy is free, and the terms of a loan (answers.md, « Availability »)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from contributions.lending.runs import Run, outside
from contributions.models.exhibition import Exhibition, Version
from contributions.models.loan import Loan
from contributions.models.organisation import Closure

MONTHS = 18
"""How far ahead free days are told, to the end of the month."""
WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """What is lent by itself: a version, or the tool where it has none. For each of its copies the days on which a loan may lie.

    `but_options` has the same if no option were confirmed.
    """

    version: str | None
    copies: tuple[Runs, ...]
    but_options: tuple[Runs, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be had of a tool, and when. Days are ordinals; `notice`, `least` and `most` are numbers of days.

    Nothing here depends on which day it is but the `horizon`, which moves with the month.
    """

    repaired: bool
    """Whether it cannot leave for now (`a-reviser`)."""
    withdrawn: bool
    """Whether its owner says that it is not lent any more (`retire`)."""
    left: int | None
    """The day from which on no version of it is in the fund."""
    told: int | None
    """The day on which the owner last said that all loans are noted."""
    horizon: Run
    notice: int
    least: int
    most: int
    closed: frozenset[int]
    """Days on which nothing leaves or comes back."""
    units: tuple[Unit, ...]


def offer(tool: Exhibition, closures: Sequence[Closure], today: date) -> Offer:
    """The offer of a tool whose owner is closed at times, as of a day."""
    horizon = _horizon(today)
    return Offer(
        repaired=tool.condition == "a-reviser",
        withdrawn=tool.condition == "retire",
        left=left.toordinal() if (left := left_on(tool)) else None,
        told=tool.availability_on.toordinal() if tool.availability_on else None,
        horizon=horizon,
        notice=tool.loan.notice_days or 0,
        least=tool.loan.min_days or 1,
        most=tool.loan.max_days or horizon.days,
        closed=frozenset(closed(closures, horizon)),
        units=tuple(_unit(tool, version, horizon) for version in (tool.versions or (None,))),
    )


def left_on(tool: Exhibition) -> date | None:
    """The day from which on it, or the last of its versions, is not in its owner's fund any more."""
    versions = [version.retired_on for version in tool.versions]
    last = max((day for day in versions if day), default=None) if all(versions) else None
    return min((day for day in (tool.retired_on, last) if day), default=None)


def came_on(tool: Exhibition, version: Version | None) -> date | None:
    """The day on which it, and the version, is in its owner's fund at last; none where nobody says so."""
    return max((one.acquired.day for one in (tool, version) if one and one.acquired), default=None)


def taken(loan: Loan) -> Run | None:
    """The days of a loan that its copy is taken, whatever its state; none of one that was cancelled."""
    return Run(loan.start.toordinal(), loan.end.toordinal()) if loan.state != "annule" and loan.start <= loan.end else None


def closed(closures: Iterable[Closure], within: Run) -> Iterator[int]:
    """The days among others on which an owner hands nothing over; some come twice."""
    for closure in closures:
        first = max(within.first, closure.start.toordinal()) if closure.start else within.first
        last = min(within.last, closure.end.toordinal()) if closure.end else within.last
        weekdays = {WEEKDAYS.index(name) for name in closure.weekdays or WEEKDAYS}
        yield from (day for day in range(first, last + 1) if (day - 1) % 7 in weekdays)


def copies(tool: Exhibition, version: str | None = None) -> int:
    """How many copies there are: of a version, or of all."""
    if version is not None:
        return next((found.copies for found in tool.versions if found.id == version), 1)
    return sum(found.copies for found in tool.versions) if tool.versions else tool.loan.copies


def _horizon(today: date) -> Run:
    """From the first day of the month on, for what is told must not change every day."""
    months = today.year * 12 + today.month - 1 + MONTHS
    last = date(months // 12, months % 12 + 1, 1)
    return Run(today.replace(day=1).toordinal(), last.toordinal() + monthrange(last.year, last.month)[1] - 1)


def _unit(tool: Exhibition, version: Version | None, horizon: Run) -> Unit:
    name = version.id if version else None
    within = _kept(tool, version, horizon)
    loans = [loan for loan in tool.loans if name is None or loan.version in {None, name}]
    firm = [loan for loan in loans if loan.state != "option"]
    numbers = range(1, copies(tool, name) + 1)
    free, but_options = (tuple(_free(tool, of, number, within) for number in numbers) for of in (loans, firm))
    return Unit(name, free, but_options)


def _kept(tool: Exhibition, version: Version | None, horizon: Run) -> Run:
    """The days of the horizon on which the tool, and the version, is in its owner's fund."""
    came = came_on(tool, version)
    left = [day.toordinal() - 1 for day in (tool.retired_on, version.retired_on if version else None) if day]
    return Run(max(horizon.first, came.toordinal() if came else horizon.first), min([*left, horizon.last]))


def _free(tool: Exhibition, loans: Iterable[Loan], copy: int, within: Run) -> Runs:
    """The days of a copy that are in no loan, nor in the days that it needs before and after one."""
    runs = (run for loan in loans if loan.copy_ == copy and (run := taken(loan)))
    return tuple(outside((run.widened(tool.loan.gap_days) for run in runs), within))
