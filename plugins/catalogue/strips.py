"""When a tool can be had, as a year of days and in words; one strip a version."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from contributions.lending.asking import DayState, day_states, free_days, goes_on
from contributions.lending.offer import Offer, Unit
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import offered
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.strings import _
from views.french import dates
from views.lending import promised, said
from views.values import Badge

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class StripDay:
    """A day of the strip, by its number."""

    day: int
    state: DayState


@dataclass(frozen=True, slots=True)
class MonthStrip:
    """A month of it."""

    label: str
    days: tuple[StripDay, ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """The coming year of a tool, or of one of its versions (`label`), to look at and in words."""

    label: str | None
    promise: Badge
    months: tuple[MonthStrip, ...]
    sentences: tuple[str, ...]


def strips(library: Library, tool: Contribution[Exhibition]) -> Iterator[Strip]:
    """One strip a version, or one for the tool."""
    names = {version.id: typo(version.label) for version in tool.meta.versions}
    offer = offered(library, tool)
    for unit in offer.units:
        yield Strip(
            label=names.get(unit.version) if unit.version else None,
            promise=promised(library, offer, [unit]),
            months=tuple(_months(offer, unit, library.today)),
            sentences=tuple(_sentences(library, tool.meta, offer, unit)),
        )


def _months(offer: Offer, unit: Unit, today: date) -> Iterator[MonthStrip]:
    first = today.replace(day=1)
    for _number in range(MONTHS_SHOWN):
        last = first.replace(day=monthrange(first.year, first.month)[1])
        states = day_states(offer, unit, today.toordinal(), Run(first.toordinal(), last.toordinal()))
        label = dates.short_month(first) + (f" {first:%y}" if first.month == 1 else "")
        yield MonthStrip(label, tuple(StripDay(day, state) for day, state in enumerate(states, 1)))
        first = last + timedelta(days=1)


def _sentences(library: Library, meta: Exhibition, offer: Offer, unit: Unit) -> Iterator[str]:
    """« Libre du 12 janvier au 5 mars ». Of days that go on to the end of what is told, only the first is said."""
    today = library.today.toordinal()
    ahead = any(loan.state != "annule" and loan.end >= library.today for loan in meta.loans)
    for run in free_days(offer, unit, today):
        first, last = date.fromordinal(run.first), date.fromordinal(run.last)
        if not goes_on(offer, run):
            text = dates.days(first, last)
            yield _("Libre le {day}").format(day=text) if first == last else _("Libre {days}").format(days=text)
        elif run.first > today:
            yield _("Libre à partir du {day}").format(day=said(library, run.first))
        else:
            yield _("Libre dès aujourd’hui") if ahead else _("Libre toute l’année")
