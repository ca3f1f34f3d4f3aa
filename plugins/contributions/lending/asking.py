"""What can be said of an offer on a day: whether a loan can be had, the first that can, and the days that are free.

Everything that says when a tool is free asks here: cards, its page, lists, filters' data, the check, calendars. A day is « libre »
only where a loan of the least length that the owner lends for may lie on it (answers.md, « Availability »).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import accumulate
from typing import Literal

from contributions.lending.offer import Offer, Runs, Unit
from contributions.lending.runs import Run, merged, outside

FRESH_DAYS = 90
"""How long an owner's word holds, the last day included."""

Standing = Literal["offered", "unconfirmed", "in repair", "withdrawn"]
DayState = Literal["past", "free", "option", "busy", "shut", "unconfirmed"]


def standing(offer: Offer, today: int) -> Standing:
    """Whether what its loans say may be promised: not without a recent word of the owner, nor of what cannot leave."""
    if offer.withdrawn or (offer.left is not None and offer.left <= today):
        return "withdrawn"
    if offer.repaired:
        return "in repair"
    return "offered" if offer.told is not None and today - offer.told <= FRESH_DAYS else "unconfirmed"


def can_be_had(offer: Offer, unit: Unit, loan: Run, today: int) -> bool:
    """Whether a copy of a unit can be had for all days of a loan."""
    return (
        standing(offer, today) == "offered"
        and loan.first >= today + offer.notice
        and offer.least <= loan.days <= offer.most
        and not offer.closed & {loan.first, loan.last}
        and any(run.holds(loan) for copy in unit.copies for run in copy)
    )


def first_loan(offer: Offer, units: Iterable[Unit], today: int, within: Run | None = None, days: int | None = None) -> Run | None:
    """The first loan of a length (the least that the owner lends for, unless given) between two days that can be had of any unit."""
    length = days or offer.least
    if standing(offer, today) != "offered" or not offer.least <= length <= offer.most:
        return None
    between = within or offer.horizon
    found = (
        first
        for unit in units
        for copy in unit.copies
        for first in _beginnings(offer, copy, Run(max(between.first, today + offer.notice), between.last), length)
    )
    first = min(found, default=None)
    return None if first is None else Run(first, first + length - 1)


def free_days(offer: Offer, unit: Unit, today: int) -> Runs:
    """The days that lie in a loan which can be had, and which begins where the shortest one can."""
    if standing(offer, today) != "offered":
        return ()
    return tuple(merged(run for copy in unit.copies for run in _covered(offer, copy, today + offer.notice, offer.closed)))


def goes_on(offer: Offer, run: Run) -> bool:
    """Whether free days end only because no more is told: their owner may be closed on the last of it."""
    return all(day in offer.closed for day in range(run.last + 1, offer.horizon.last + 1))


def day_states(offer: Offer, unit: Unit, today: int, days: Run) -> list[DayState]:
    """What is told of each of some days; `shut` is free, and in no loan that can be had: too soon, or too short."""
    spare: DayState = "shut" if standing(offer, today) == "offered" else "unconfirmed"
    told: list[DayState] = ["busy"] * days.days
    layers: tuple[tuple[DayState, Iterable[Run]], ...] = (
        ("option", _any(unit.but_options)),
        (spare, _any(unit.copies)),
        ("free", free_days(offer, unit, today)),
        ("past", (Run(days.first, today - 1),)),
    )
    for state, runs in layers:
        for run in runs:
            first, last = max(run.first, days.first), min(run.last, days.last)
            told[first - days.first : max(last, first - 1) - days.first + 1] = [state] * (last - first + 1)
    return told


def occupied(offer: Offer, unit: Unit) -> Iterator[Run]:
    """The days on which it cannot be had, however soon one asks: they are in no loan that keeps to the owner's terms."""
    return outside((run for copy in unit.copies for run in _covered(offer, copy, offer.horizon.first, frozenset())), offer.horizon)


def _any(copies: Iterable[Runs]) -> Iterator[Run]:
    return (run for copy in copies for run in copy)


def _among(runs: list[Run], day: int) -> bool:
    """Whether a day is in one of some runs in order."""
    at = bisect_right(runs, (day, float("inf"))) - 1
    return at >= 0 and day <= runs[at].last


def _beginnings(offer: Offer, copy: Runs, between: Run, length: int) -> Iterator[int]:
    """The first day in each run of a copy on which a loan of a length can begin."""
    for run in copy:
        days = range(max(run.first, between.first), min(run.last, between.last) - length + 2)
        if (first := next((day for day in days if not offer.closed & {day, day + length - 1}), None)) is not None:
            yield first


def _covered(offer: Offer, copy: Runs, earliest: int, unless: AbstractSet[int]) -> Iterator[Run]:
    """The days of a copy in loans that keep to the owner's terms, but those the shortest of which would end on some days."""
    for run in copy:
        between = Run(max(run.first, earliest), run.last)
        if offer.closed:
            yield from _joined(_longest(offer, between, unless))
        elif between.days >= offer.least:
            yield between


def _longest(offer: Offer, between: Run, unless: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """The longest loan of each day on which one can begin, in order: none ends before one that begins earlier."""
    days = range(between.first, between.last + 1)
    last_open = list(accumulate((0 if day in offer.closed else day for day in days), max))
    for at, day in enumerate(days):
        last = last_open[min(at + offer.most, between.days) - 1]
        if last - day + 1 >= offer.least and day not in offer.closed and day + offer.least - 1 not in unless:
            yield day, last


def _joined(loans: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """The days of such loans in as few runs as can be."""
    held: list[int] = []
    for first, last in loans:
        if held and first <= held[1] + 1:
            held[1] = last
        else:
            if held:
                yield Run(*held)
            held = [first, last]
    if held:
        yield Run(*held)
