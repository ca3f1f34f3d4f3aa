"""What the page of a tool adds: its facts, its availability and its tour."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from catalogue.tool_facts import contents, format_, measures, terms
from contributions.contribution import Contribution, Stop
from contributions.lending import Period, copies, next_free, periods, state_on
from contributions.library import Library
from contributions.models import Exhibition, Organisation
from publishing.strings import _
from views import dates
from views.cards import cards, organisation, stop_url, venue
from views.typography import typo
from views.values import Fact, Link
from views.values import Stop as StopView

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
class VersionView:
    """The same tool in another format."""

    label: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class TourStop(StopView):
    """A stop with its anchor and practical facts."""

    id: str = ""
    hours: str | None = None
    address: str | None = None


def tool_data(library: Library, tool: Contribution[Exhibition]) -> dict[str, Any]:
    """The values of tool.html beside `detail`."""
    meta, today = tool.meta, library.today
    lendable = meta.condition != "retire"
    known = bool(meta.loans) and lendable
    end = _end_of_strip(today)
    free = next_free(meta, today) if known else None
    return {
        "owner": organisation(library, meta.organisation)
        if meta.organisation
        else Link(typo(meta.publisher.name) if meta.publisher else ""),
        "lendable": lendable,
        "borrow": tuple(terms(meta)),
        "ask_url": _ask(library, tool),
        "facts": tuple(measures(library, meta)),
        "versions": tuple(VersionView(typo(v.label), (*contents(v.contents), *format_(v.format))) for v in meta.versions),
        "availability_known": known,
        "free_from": dates.day_month(free) if free else None,
        "free_now": free == today,
        "copies": copies(meta),
        "months": tuple(_months(meta, today)) if known else (),
        "periods": tuple(_in_words(period) for period in periods(meta, today, end)) if known else (),
        "stops": tuple(_stop(library, tool, stop) for stop in tool.stops),
        "events": cards(library, library.by_exhibition.get(tool.slug, ())),
    }


def _ask(library: Library, tool: Contribution[Exhibition]) -> str | None:
    """Where to ask for the tool: its own contact, else its owner's, where the owner agreed to be reached."""
    meta = tool.meta
    email = meta.contact.email if meta.contact else None
    owner = library.page("organisation", meta.organisation)
    if not email and owner is not None and isinstance(owner.meta, Organisation):
        email = owner.meta.email
    return f"mailto:{email}" if email else (meta.contact.url if meta.contact else None)


def _end_of_strip(today: date) -> date:
    last = today.replace(day=1) + timedelta(days=31 * (MONTHS_SHOWN - 1))
    return last.replace(day=calendar.monthrange(last.year, last.month)[1])


def _months(meta: Exhibition, today: date) -> Iterator[MonthStrip]:
    first = today.replace(day=1)
    while first <= _end_of_strip(today):
        length = calendar.monthrange(first.year, first.month)[1]
        days = (first.replace(day=n) for n in range(1, length + 1))
        states = tuple(DayState(day.day, "past" if day < today else state_on(meta, day)) for day in days)
        label = dates.short_month(first) + (f" {first:%y}" if first.month == 1 else "")
        yield MonthStrip(label, states)
        first = first.replace(day=length) + timedelta(days=1)


def _in_words(period: Period) -> str:
    text = dates.days(period.start, period.end)
    if period.start == period.end:
        text = _("le {day}").format(day=text)
    return (_("Occupé {days}") if period.state == "busy" else _("En option {days}")).format(days=text)


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> TourStop:
    loan, today = stop.loan, library.today
    host = organisation(library, loan.borrower) if loan.borrower else Link("")
    name = typo(loan.venue.name) if loan.venue and loan.venue.name else host.label or (venue(stop) or _("Lieu à préciser"))
    state = "past" if loan.end < today else "now" if loan.start <= today else "next"
    return TourStop(
        label=name,
        when=dates.short_days(loan.start, loan.end),
        where=venue(stop) if not (loan.venue and loan.venue.name) else (venue(stop) or "").split(", ")[0] or None,
        url=host.url,
        state=state,
        id=stop_url(tool, stop).rsplit("#", 1)[1],
        hours=typo(loan.venue.hours) if loan.venue and loan.venue.hours else None,
        address=typo(loan.venue.address) if loan.venue and loan.venue.address else None,
    )
