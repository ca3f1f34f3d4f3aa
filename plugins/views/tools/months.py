"""The coming twelve months of a tool: the state of each, for a strip on its card and for tables, and the same in words."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from contributions.lending.asking import DayState, day_states, standing
from contributions.lending.offer import Offer
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from publishing.strings import _
from views.french import dates

MONTHS = 12
MonthState = Literal["free", "partly", "unconfirmed", "option", "busy"]
BEST: tuple[DayState, ...] = ("free", "unconfirmed", "shut", "option", "busy", "past")
"""Of several versions, what is told of a day is what is best for who wants one."""
SAID = {"free": "Libre", "partly": "En partie", "unconfirmed": "À demander", "option": "En option", "busy": "Pas libre"}
STATES: tuple[MonthState, ...] = ("free", "partly", "unconfirmed", "option", "busy")
"""In the order in which they are said."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a tool. `name` is « décembre », `short` « déc. »; `opens` says that a year begins with it."""

    name: str
    short: str
    state: MonthState
    opens: bool
    word: str


@dataclass(frozen=True, slots=True)
class Column:
    """A month that heads a column of such a table."""

    name: str
    short: str
    year: int


def columns(library: Library) -> tuple[Column, ...]:
    """The heads of the columns."""
    return tuple(Column(dates.month(first), dates.short_month(first), first.year) for first, _last in coming(library.today))


def months(library: Library, tool: Contribution[Exhibition]) -> tuple[Month, ...]:
    """This month and the eleven after it; none of a tool that cannot leave, of which there is nothing to say month by month."""
    return tuple(_months(offered(library, tool), library.today))


def coming(today: date) -> Iterator[tuple[date, date]]:
    """The first and the last day of these months."""
    first = today.replace(day=1)
    for _number in range(MONTHS):
        last = first.replace(day=monthrange(first.year, first.month)[1])
        yield first, last
        first = date.fromordinal(last.toordinal() + 1)


def words(state: MonthState) -> str:
    """A state, in a cell of a table."""
    return _(SAID[state])


def year_said(shown: Iterable[Month]) -> str:
    """The year in words: « Libre : décembre, février à juin. Pas libre : janvier. »."""
    found = tuple(enumerate(shown))
    told = SAID | {"partly": "En partie libre"}
    return " ".join(
        f"{_(told[state])}{_(' :')} {', '.join(_spans(state, found))}." for state in STATES if any(m.state == state for _n, m in found)
    )


def _spans(state: MonthState, numbered: tuple[tuple[int, Month], ...]) -> Iterator[str]:
    of_state = ((number, month) for number, month in numbered if month.state == state)
    for _together, group in groupby(enumerate(of_state), key=lambda found: found[0] - found[1][0]):
        names = [month.name for _at, (_number, month) in group]
        yield names[0] if len(names) == 1 else _("{first} à {last}").format(first=names[0], last=names[-1])


def _months(offer: Offer, today: date) -> Iterator[Month]:
    if standing(offer, today.toordinal()) in {"withdrawn", "in repair"}:
        return
    shown, now = tuple(coming(today)), today.toordinal()
    year = Run(now, shown[-1][1].toordinal())
    of_units = (day_states(offer, unit, now, year) for unit in offer.units)
    days = [min(of_day, key=BEST.index) for of_day in zip(*of_units, strict=True)]
    for first, last in shown:
        state = _state(set(days[max(0, first.toordinal() - now) : last.toordinal() - now + 1]))
        yield Month(dates.month(first), dates.short_month(first), state, first.month == 1, words(state))


def _state(days: set[DayState]) -> MonthState:
    """What is told of a month by what its days are."""
    if days == {"free"}:
        return "free"
    if "free" in days:
        return "partly"
    if "unconfirmed" in days:
        return "unconfirmed"
    return "option" if "option" in days else "busy"
