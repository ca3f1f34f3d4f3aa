"""When a tool can be had, as a year of days and in words; one strip a version."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from contributions.lending.availability import Period, next_free, periods, state_on, states, units
from contributions.models import Exhibition
from contributions.words.typography import typo
from publishing.strings import _
from views.french import dates

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class DayState:
    """A day of the availability strip. state: free, option, busy, past."""

    day: int
    state: str


@dataclass(frozen=True, slots=True)
class MonthStrip:
    """A month of it."""

    label: str
    days: tuple[DayState, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The coming year of a tool, or of one of its versions (`label`), to look at and in words."""

    label: str | None
    free_now: bool
    free_from: str | None
    months: tuple[MonthStrip, ...]
    periods: tuple[str, ...]


def strips(meta: Exhibition, today: date) -> Iterator[Strip]:
    """One strip a version, or one for the tool."""
    names = {version.id: typo(version.label) for version in meta.versions}
    for unit in units(meta):
        free = next_free(meta, today, unit)
        yield Strip(
            label=names.get(unit) if unit else None,
            free_now=free == today,
            free_from=dates.day_month(free) if free else None,
            months=tuple(_months(meta, today, unit)),
            periods=tuple(_periods(meta, today, unit)),
        )


def _end_of_strip(today: date) -> date:
    last = today.replace(day=1) + timedelta(days=31 * (MONTHS_SHOWN - 1))
    return last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _months(meta: Exhibition, today: date, unit: str | None) -> Iterator[MonthStrip]:
    first = today.replace(day=1)
    found = iter(["past"] * (today.day - 1) + states(meta, today, (_end_of_strip(today) - today).days + 1, unit))
    while first <= _end_of_strip(today):
        length = calendar.monthrange(first.year, first.month)[1]
        days = tuple(DayState(day, next(found)) for day in range(1, length + 1))
        label = dates.short_month(first) + (f" {first:%y}" if first.month == 1 else "")
        yield MonthStrip(label, days)
        first = first.replace(day=length) + timedelta(days=1)


def _periods(meta: Exhibition, today: date, unit: str | None) -> Iterator[str]:
    """In words. Of a period that goes on behind the strip, only its first day is said: where it ends, nobody sees here."""
    end = _end_of_strip(today)
    behind = state_on(meta, end + timedelta(days=1), unit)
    for period in periods(meta, today, end, unit):
        goes_on = period.end == end and period.state == behind
        text = _("à partir du {day}").format(day=dates.day_month(period.start)) if goes_on else _days(period)
        yield (_("Occupé {days}") if period.state == "busy" else _("En option {days}")).format(days=text)


def _days(period: Period) -> str:
    text = dates.days(period.start, period.end)
    return _("le {day}").format(day=text) if period.start == period.end else text
