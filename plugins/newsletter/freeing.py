"""Which tools come back in a week and can be had from then on: the one calculation of when a tool is free, asked as of a Monday."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from contributions.cache.listing import Index
from contributions.lending.asking import FRESH_DAYS, first_loan, standing
from contributions.lending.offer import Offer, offer, taken
from contributions.library.library import Library
from contributions.library.offers import closures
from contributions.models import Exhibition
from newsletter.holding import WEEK, monday, week_of

BEFORE = 31
"""Days before a Monday that are looked at: who was free all the time does not come back."""
SOON = 14
"""A loan that begins no later than so many days after its copy came back is one that could not begin before."""


class Freed(NamedTuple):
    """A tool that comes back: the first day (an ordinal) on which a loan can begin."""

    day: int
    slug: str


def freed(library: Library) -> Mapping[str, tuple[Freed, ...]]:
    """Week → the tools that come back in it, first those that can be had soonest."""

    def table() -> dict[str, tuple[Freed, ...]]:
        found: dict[int, list[Freed]] = defaultdict(list)
        for tool in Library.passing(library.lendable):
            if tool.visibility == "public":
                for week, day in _of(library, tool.meta, monday(library.today.toordinal()) + WEEK):
                    found[week].append(Freed(day, tool.slug))
        return {week_of(week): tuple(sorted(tools)) for week, tools in sorted(found.items())}

    return cast("Mapping[str, Any]", library.list_of("weeks_freed", lambda: Index("weeks_freed", table)))


def _of(library: Library, tool: Exhibition, last: int) -> Iterator[tuple[int, int]]:
    """The weeks, by their Mondays, in which a tool comes back while its owner's word is fresh, with the day of its next loan."""
    if tool.availability_on is None:
        return
    told = tool.availability_on.toordinal()
    ends = {run.last + 1 + (tool.loan.gap_days or 0) for loan in tool.loans if (run := taken(loan))}
    weeks = {monday(day) for day in ends}
    for week in sorted(weeks):
        if told <= week <= min(told + FRESH_DAYS, last):
            known = offer(tool, closures(library, tool), date.fromordinal(week - BEFORE))
            if (day := _first(known, week)) is not None:
                yield week, day


def _first(known: Offer, week: int) -> int | None:
    """The first day on which a loan can begin of a copy that comes back in a week, where none of its unit could be had just before."""
    if standing(known, week) != "offered":
        return None
    for unit in known.units:
        back = [run for copy in unit.copies for run in copy if week <= run.first < week + WEEK]
        for run in sorted(back):
            waiting = all(not other.first <= run.first - 1 <= other.last for copy in unit.copies for other in copy)
            loan = first_loan(known, [unit], week)
            if waiting and loan and run.holds(loan) and loan.first - run.first <= SOON:
                return loan.first
    return None
