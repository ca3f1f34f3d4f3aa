"""The agenda's timetable: what lasts, then day by day a row an event, with its hours of that day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import cast

from contributions.library.agenda import Row
from contributions.library.library import Library
from contributions.models import Common, Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.states import is_full
from contributions.record.values import Occurrence, Stop
from contributions.words.typography import typo
from publishing.strings import _
from views.cards import badges, on_tour, stop_badges, stop_url, town, venue
from views.french import dates, labels
from views.french.numbers import ages
from views.french.terms import price
from views.values import Badge, Link

WEEKS = 13
"""How much time the line of what lasts shows."""
SHORT = 48
"""Letters of a price that a row has room for; a longer one stands on the event's page."""


@dataclass(frozen=True, slots=True)
class Time:
    """An hour of a row, and its state where it is not that of the row."""

    text: str
    iso: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what begins on a day at one place, once or more, or what lasts. `start` is 2026-12-05T14:00, or 2026-12-05 for a whole day."""

    kind: str
    slug: str
    start: str
    last: str
    times: tuple[Time, ...]
    when: str
    """What stands beside the hours, or instead of them: « jusqu’au 3 janvier »."""
    url: str
    title: str
    kicker: str
    where: str
    facts: tuple[str, ...]
    badges: tuple[Badge, ...]
    other: Link | None = None
    """Of what is full, the next date that is not."""
    share: int = 0
    """Of what lasts, how much of the coming WEEKS it goes on, in hundredths."""


@dataclass(frozen=True, slots=True)
class Again:
    """A further showing of a row above it, at its place in time: programs and screen readers find it there."""

    slug: str
    start: str
    last: str
    said: str


@dataclass(frozen=True, slots=True)
class TimetableDay:
    """What begins on a day."""

    id: str
    iso: str
    title: str
    lines: tuple[Entry | Again, ...]


@dataclass(frozen=True, slots=True)
class Timetable:
    """What has begun before the first day asked, and what begins from it on."""

    lasting: tuple[Entry, ...]
    days: tuple[TimetableDay, ...]


def timetable(library: Library, rows: Sequence[Row], first: int) -> Timetable:
    """Rows in their order, of which `first` (an ordinal) is the first day asked."""
    lasting = tuple(_lasting(library, row, first) for row in rows if row.first < first)
    days = groupby((row for row in rows if row.first >= first), key=lambda row: row.first)
    return Timetable(lasting, tuple(_day(library, date.fromordinal(day), tuple(found)) for day, found in days))


def _day(library: Library, day: date, rows: Sequence[Row]) -> TimetableDay:
    together: dict[tuple[str, str, object], list[Row]] = {}
    for row in rows:
        together.setdefault(_place(library, row), []).append(row)
    lines: list[Entry | Again] = []
    for row in rows:
        fold = together[_place(library, row)]
        lines.append(entry(library, fold) if row is fold[0] else _again(library, row))
    return TimetableDay(f"j{day}", day.isoformat(), dates.full_day(day, year=not library.is_this_year(day)), tuple(lines))


def _place(library: Library, row: Row) -> tuple[str, str, object]:
    """What one row of a day can tell: an event at a place; what ends later stands alone."""
    where = _shown(library, row)[1].place
    return row.kind, row.slug, where if row.first == row.last else row.number


def _shown(library: Library, row: Row) -> tuple[Contribution[Common], Occurrence | Stop]:
    found = library.by_key[row.kind, row.slug]
    if row.kind == "event":
        return found, found.showings[row.number]
    return found, next(stop for stop in found.stops if stop.number == row.number)


def entry(library: Library, rows: Sequence[Row]) -> Entry:
    """The row of showings of one day and place."""
    return library.once(("row", *rows), lambda: _entry(library, rows))


def _entry(library: Library, rows: Sequence[Row]) -> Entry:
    row = rows[0]
    found, shown = _shown(library, row)
    if isinstance(shown, Stop):
        return _of_stop(library, row, cast("Contribution[Exhibition]", found), shown)
    event = cast("Contribution[Event]", found)
    showings = [event.showings[row.number] for row in rows]
    meta, states = event.meta, {showing.status for showing in showings}
    return Entry(
        kind="event",
        slug=row.slug,
        start=shown.start.iso,
        last=shown.last_day.isoformat(),
        times=tuple(_time(showing, told=len(states) > 1) for showing in showings if showing.start.clock and row.first == row.last),
        when="" if row.first == row.last else until(library, shown.last_day),
        url=event.url,
        title=typo(meta.title),
        kicker=library.hub.category("event", meta.category),
        where=_where(shown),
        facts=tuple(_facts(meta)),
        badges=badges(library, event, shown, shown.status if len(states) == 1 else "programme"),
        other=_other(library, event, showings),
    )


def _of_stop(library: Library, row: Row, tool: Contribution[Exhibition], stop: Stop) -> Entry:
    return Entry(
        kind="exhibition",
        slug=row.slug,
        start=stop.first_day.isoformat(),
        last=stop.last_day.isoformat(),
        times=(),
        when="" if row.first == row.last else until(library, stop.last_day),
        url=stop_url(tool, stop),
        title=typo(tool.meta.title),
        kicker=on_tour(),
        where=venue(stop) or "",
        facts=tuple(filter(None, (ages_said(tool.meta),))),
        badges=stop_badges(tool, stop),
    )


def _lasting(library: Library, row: Row, first: int) -> Entry:
    share = round((row.last - first + 1) * 100 / (WEEKS * 7))
    return replace(entry(library, (row,)), share=max(2, min(100, share)))


def _time(showing: Occurrence, *, told: bool) -> Time:
    mark = labels.label(labels.STATUS, showing.status).lower() if told and showing.status != "programme" else ""
    return Time(dates.hours(showing.start, showing.end), showing.start.iso, mark)


def _again(library: Library, row: Row) -> Again:
    found, shown = _shown(library, row)
    assert isinstance(shown, Occurrence)
    mark = "" if shown.status == "programme" else f" ({labels.label(labels.STATUS, shown.status).lower()})"
    said = f"{dates.hours(shown.start, shown.end)}{mark} : {typo(found.meta.title)}"
    return Again(row.slug, shown.start.iso, shown.last_day.isoformat(), said)


def until(library: Library, last: date) -> str:
    """« jusqu’au 3 janvier 2027 »; the year where it is not this one."""
    return _("jusqu’au {day}").format(day=dates.day_month(last, year=not library.is_this_year(last)))


def _where(shown: Occurrence) -> str:
    if shown.place is None:
        return _("En ligne")
    return f"{town(shown.place)}, {typo(shown.place.name)}" if shown.place.name else town(shown.place)


def ages_said(meta: Event | Exhibition) -> str:
    """« Dès 8 ans »; empty where nothing is said."""
    text = ages(meta.age) or ""
    return text[:1].upper() + text[1:]


def _facts(meta: Event) -> Iterator[str]:
    if said := ages_said(meta):
        yield said
    if meta.price and not meta.price.free:
        text = price(meta.price)
        yield text if len(text) <= SHORT else _("Payant")


def _other(library: Library, event: Contribution[Event], showings: Iterable[Occurrence]) -> Link | None:
    """Where none of these showings has room, the next one that has."""
    if not all(is_full(event.meta, showing.status) for showing in showings):
        return None
    after = max(showing.start.moment for showing in showings)
    later = (one for one in event.showings if one.start.moment > after and one.attendable and not one.full)
    found = next(later, None)
    if found is None:
        return None
    known_year = found.start.day.year if library.is_this_year(found.start.day) else None
    return Link(_("Prochaine date libre : {day}").format(day=dates.precise(found.start, known_year)), f"{event.url}#dates")
