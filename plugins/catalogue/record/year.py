"""When a tool can be had: the months ahead day by day, and the same in sentences; once a version."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from contributions.lending.asking import DayState, day_states, goes_on
from contributions.lending.offer import Offer, Unit, came_on
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.models.exhibition import Version
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.strings import _, counted
from views.french import dates
from views.tools.words import promised, said
from views.values import Badge

Told = DayState | Literal["coming", "gone"]
"""A day's state; `coming` and `gone` before and after the days on which the tool, and the version, is in its owner's fund."""
SHOWN = 12
"""Months that are drawn: what sentences say goes on to the end of what is told."""
AT_ONCE = 6
"""Months that are shown first: a school half-year; the others are folded below."""
LEGEND: dict[Told, str] = {
    "free": "Libre",
    "option": "En option",
    "busy": "Occupé",
    "shut": "Pas de prêt : trop tôt, trop court ou fermé",
    "unconfirmed": "À demander",
    "coming": "Pas encore prêté",
    "gone": "N’est plus prêté",
    "past": "Passé",
}
"""In the order of the legend."""


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of a month's table, by its number."""

    day: int
    state: Told


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A month in weeks from Monday to Sunday; None before its first day and after its last."""

    label: str
    weeks: tuple[tuple[YearDay | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A run of days of one state, in words."""

    state: Told
    text: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A state of the legend."""

    state: Told
    label: str


@dataclass(frozen=True, slots=True)
class Year:
    """The months ahead of a tool, or of one of its versions (`label`). `months` and `later` are empty where days say nothing."""

    label: str | None
    promise: Badge
    sentences: tuple[Sentence, ...]
    months: tuple[MonthTable, ...]
    later: tuple[MonthTable, ...]
    legend: tuple[Mark, ...]


def years(library: Library, tool: Contribution[Exhibition]) -> Iterator[Year]:
    """One a version, or one for the tool."""
    offer = offered(library, tool)
    versions = {version.id: version for version in tool.meta.versions}
    for unit in offer.units:
        version = versions.get(unit.version or "")
        states = _states(offer, unit, library.today, came_on(tool.meta, version), _left(tool.meta, version))
        occurring = set(states)
        telling = not offer.repaired and occurring - {"past", "unconfirmed"}
        months = tuple(_months(states, date.fromordinal(offer.horizon.first))) if telling else ()
        yield Year(
            label=typo(version.label) if version and len(versions) > 1 else None,
            promise=promised(library, offer, [unit]),
            sentences=tuple(_sentences(library, tool.meta, offer, unit, states)),
            months=months[:AT_ONCE],
            later=months[AT_ONCE:SHOWN],
            legend=tuple(Mark(state, _(label)) for state, label in LEGEND.items() if months and state in occurring),
        )


def _left(meta: Exhibition, version: Version | None) -> int | None:
    """The day on which it leaves the fund."""
    days = [day.toordinal() for day in (meta.retired_on, version.retired_on if version else None) if day]
    return min(days, default=None)


def _states(offer: Offer, unit: Unit, today: date, came: date | None, left: int | None) -> list[Told]:
    """The state of each day of the horizon."""
    told: list[Told] = [*day_states(offer, unit, today.toordinal(), offer.horizon)]
    now = today.toordinal()
    for at, day in enumerate(range(now, offer.horizon.last + 1), now - offer.horizon.first):
        if left is not None and day >= left:
            told[at] = "gone"
        elif came and day < came.toordinal():
            told[at] = "coming"
    return told


def _months(states: list[Told], first: date) -> Iterator[MonthTable]:
    at = 0
    while at < len(states):
        length = monthrange(first.year, first.month)[1]
        days = [YearDay(number, state) for number, state in enumerate(states[at : at + length], 1)]
        cells: list[YearDay | None] = [*[None] * first.weekday(), *days]
        cells += [None] * (-len(cells) % 7)
        weeks = tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))
        yield MonthTable(f"{dates.month(first)} {first.year}", weeks)
        at += length
        first += timedelta(days=length)


def _sentences(library: Library, meta: Exhibition, offer: Offer, unit: Unit, states: list[Told]) -> Iterator[Sentence]:
    """Each run of days that says something, in order. Of days that go on to the end of what is told, only the first is said."""
    today = library.today.toordinal()
    alone = not any(loan.state != "annule" and loan.end >= library.today for loan in meta.loans)
    for state, run in _runs(states, offer.horizon.first, today + offer.notice):
        first, last = date.fromordinal(run.first), date.fromordinal(run.last)
        span = dates.days(first, last, library.today.year)
        span = _("le {day}").format(day=span) if first == last else span
        endless = run.last == offer.horizon.last
        since = _("à partir du {day}").format(day=said(library, run.first))
        match state:
            case "free" if goes_on(offer, run) and run.first == today:
                yield Sentence(state, _("Libre toute l’année") if alone else _("Libre dès aujourd’hui"))
            case "free":
                yield Sentence(state, _("Libre {days}").format(days=since if goes_on(offer, run) else span))
            case "busy":
                yield Sentence(state, _("Occupé {days}").format(days=since if endless else span))
            case "option":
                yield Sentence(state, _("En option {days}").format(days=since if endless else span))
            case "coming":
                yield Sentence(state, _("Entre dans le fonds le {day}").format(day=said(library, run.last + 1)))
            case "gone":
                yield Sentence(state, _("N’est plus prêté {days}").format(days=since))
            case "shut" if run.first < today + offer.notice:
                notice = counted("{n} jour avant", "{n} jours avant", offer.notice)
                yield Sentence(
                    state, _("Trop tôt jusqu’au {day} : il se demande {notice}").format(day=said(library, run.last), notice=notice)
                )
            case "shut" if not endless:  # closed days at the end of what is told end no free ones
                yield Sentence(state, _("Pas de prêt {days} : trop court, ou fermé").format(days=span))


def _runs(states: Iterable[Told], first: int, soonest: int) -> Iterator[tuple[Told, Run]]:
    """Days in a row of one state; what is shut is told apart before the soonest day on which a loan can begin."""
    for (state, _soon), days in groupby(enumerate(states, first), key=lambda one: (one[1], one[1] == "shut" and one[0] < soonest)):
        numbers = [day for day, _state in days]
        yield state, Run(numbers[0], numbers[-1])
