"""A month as a table: weeks from Monday, each day with how many entries it holds."""

from __future__ import annotations

from calendar import Calendar
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from contributions.library.agenda import Row
from publishing.strings import _, counted
from views.french import dates


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A cell; `number` is empty for a day of another month, `url` None where nothing begins."""

    number: str
    iso: str
    count: str
    url: str | None


@dataclass(frozen=True, slots=True)
class CalendarTable:
    """`weekdays` head the columns, « lundi » first, as (name, short name)."""

    caption: str
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[CalendarDay, ...], ...]


def calendar_table(year: int, month: int, pages: Mapping[str, tuple[Row, ...]], first: int) -> CalendarTable:
    """The table of a month, of its entries from the day `first` on, by the addresses of their pages; a day leads to where it is told."""
    days = [(row.first, url) for url, rows in pages.items() for row in rows if row.first >= first]
    begins = Counter(day for day, _url in days)
    where = dict(reversed(days))
    weeks = Calendar().monthdatescalendar(year, month)
    names = tuple((dates.weekday(day), dates.short_weekday(day)) for day in weeks[0])
    caption = _("{month} {year}, jour par jour").format(month=dates.month(date(year, month, 1)).capitalize(), year=year)
    return CalendarTable(caption, names, tuple(tuple(_cell(day, month, begins, where) for day in week) for week in weeks))


def _cell(day: date, month: int, begins: Mapping[int, int], where: Mapping[int, str]) -> CalendarDay:
    if day.month != month:
        return CalendarDay("", "", "", None)
    count = begins.get(day.toordinal(), 0)
    url = f"{where[day.toordinal()]}#j{day}" if count else None
    return CalendarDay(dates.ordinal(day), day.isoformat(), counted("{n} rendez-vous", "{n} rendez-vous", count), url)
