"""All the dates of an event as its page lists them: the next ones in full, then by month, far ones and past ones in few lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from agenda.event.adding import Adding, adding
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly
from contributions.record.values import Located, Occurrence
from contributions.words.typography import typo
from publishing.strings import _, counted
from views.cards import sign, town
from views.french import dates, labels
from views.values import Badge, Day

OPEN = 12
"""Dates that stand open."""
ADDED = 60
"""Dates that can be added one by one; what is further away is told in lines."""

A_RUN = 5
"""Days in a row that are told as such."""


@dataclass(frozen=True, slots=True)
class Showing:
    """One date of an event."""

    id: str
    """Of its line in the page."""
    day: Day | None
    days: str
    hours: str
    """Empty where there are none, or where the days tell them already."""
    iso: str
    audience: str
    badge: Badge | None
    place: str | None
    """Where it is not at the same place as the others."""
    past: bool
    last: str
    """Its last day, as an ISO date."""
    stands: bool
    """Whether it takes place when it was announced."""
    adding: Adding | None

    @property
    def when(self) -> str:
        """Both in a phrase."""
        return ", ".join(filter(None, (self.days, self.hours)))


@dataclass(frozen=True, slots=True)
class Line:
    """Dates of a month that are alike but for their days: « les 5, 12 et 19, de 14 h à 16 h »."""

    when: str
    audience: str
    badge: Badge | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Month:
    """The dates of a month: one by one, or in lines."""

    label: str
    count: str
    showings: tuple[Showing, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Timetable:
    """All dates, as they are folded."""

    soon: tuple[Showing, ...]
    months: tuple[Month, ...]
    past: tuple[Month, ...]
    over: str
    """How many are past, in words; empty where none is."""
    all: str
    """What leads to them: how many are to come and take place, where these are several."""


def timetable(library: Library, event: Contribution[Event]) -> Timetable:
    """The dates of an event by how far away they are."""
    coming = [one for one in event.showings if one.last_day >= library.today]
    gone = [one for one in event.showings if one.last_day < library.today]
    far = {_month(one) for one in coming[ADDED:]}
    near = [one for one in coming[OPEN:] if _month(one) not in far]
    standing = sum(one.stands for one in coming)
    return Timetable(
        soon=tuple(showing(library, event, one) for one in coming[:OPEN]),
        months=(*_one_by_one(library, event, near), *_in_lines(library, event, coming[OPEN + len(near) :])),
        past=tuple(_in_lines(library, event, gone)),
        over=counted("{n} date passée", "{n} dates passées", len(gone)) if gone else "",
        all=counted("{n} date à venir", "{n} dates à venir", standing) if standing > 1 else _("Toutes les dates"),
    )


def showing(library: Library, event: Contribution[Event], one: Occurrence) -> Showing:
    """One date."""
    past = one.last_day < library.today
    days, hours = dates.parts_of_showing(one, library.today.year)
    return Showing(
        id=anchor(one),
        day=sign(one.first_day) if one.start.precision in {"day", "time"} else None,
        days=days,
        hours=hours,
        iso=one.start.iso,
        audience=_audience(one),
        badge=_badge(one),
        place=_elsewhere(event, one),
        past=past,
        last=one.last_day.isoformat(),
        stands=one.stands,
        adding=adding(library, event, one) if one.stands and not past and not monthly(event) else None,
    )


def anchor(one: Occurrence) -> str:
    """The id of a date in the page."""
    return f"date-{one.name}"


def place_words(place: Located) -> str:
    """« La Halle, Amiens (80) »."""
    return f"{typo(place.name)}, {town(place)}" if place.name else town(place)


def _audience(one: Occurrence) -> str:
    return labels.label(labels.FOR, one.audience) if labels.FOR.get(one.audience) else ""


def _badge(one: Occurrence) -> Badge | None:
    if one.status == "programme":
        return None
    return Badge(labels.label(labels.STATUS, one.status), labels.STATUS_TONE.get(one.status, "neutral"))


def _elsewhere(event: Contribution[Event], one: Occurrence) -> str | None:
    """Where a date is, where not all are at one place."""
    if len({(other.place, other.mode) for other in event.showings}) == 1:
        return None
    return place_words(one.place) if one.place else labels.label(labels.MODES, one.mode)


def _one_by_one(library: Library, event: Contribution[Event], showings: Sequence[Occurrence]) -> Iterator[Month]:
    for label, some in _by_month(library, showings):
        yield Month(label, _count(some), showings=tuple(showing(library, event, one) for one in some))


def _in_lines(library: Library, event: Contribution[Event], showings: Sequence[Occurrence]) -> Iterator[Month]:
    for label, some in _by_month(library, showings):
        yield Month(label, _count(some), lines=tuple(_lines(event, some)))


def _by_month(library: Library, showings: Iterable[Occurrence]) -> Iterator[tuple[str, list[Occurrence]]]:
    """« Décembre », « Janvier 2027 », or the year of what is known by its year."""
    for (year, number), some in groupby(showings, key=_month):
        found = list(some)
        if found[0].start.precision == "year":
            yield str(year), found
            continue
        name = dates.month(found[0].first_day.replace(month=number, day=1)).capitalize()
        yield (name if year == library.today.year else f"{name} {year}"), found


def _month(one: Occurrence) -> tuple[int, int]:
    return one.first_day.year, one.first_day.month


def _count(some: Sequence[Occurrence]) -> str:
    return counted("{n} date", "{n} dates", len(some))


def _lines(event: Contribution[Event], some: Iterable[Occurrence]) -> Iterator[Line]:
    """Dates of one month: those of one day that differ in nothing else share a line."""
    alike: dict[tuple[object, ...], list[Occurrence]] = {}
    for one in some:
        hours = dates.spoken_hours(one.start, one.end)
        key = (hours,) if one.first_day == one.last_day and one.start.precision in {"day", "time"} else (hours, one.start)
        alike.setdefault((*key, _audience(one), _badge(one), _elsewhere(event, one)), []).append(one)
    for found in alike.values():
        first = found[0]
        yield Line(_days_and_hours(found), _audience(first), _badge(first), _elsewhere(event, first))


def _days_and_hours(found: Sequence[Occurrence]) -> str:
    first = found[0]
    if first.first_day != first.last_day or first.start.precision not in {"day", "time"}:
        return dates.showing(first, first.first_day.year)
    return ", ".join(filter(None, (_days([one.first_day for one in found]), dates.spoken_hours(first.start, first.end))))


def _days(found: Sequence[date]) -> str:
    """Days of a month: one by one, or « tous les jours du 1er au 31 »."""
    first, last = found[0], found[-1]
    if len(found) < A_RUN or (last - first).days + 1 != len(found):
        return dates.in_month(found)
    return _("tous les jours du {first} au {last}").format(first=dates.ordinal(first), last=dates.ordinal(last))
