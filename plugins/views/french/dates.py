"""Days and times in French words: « samedi 21 novembre 2026 », « 1er mars », « de 14 h à 17 h 30 »."""

from __future__ import annotations

from datetime import date, time

from contributions.fields.when import When
from contributions.record.values import Occurrence
from contributions.words.typography import NBSP, NNBSP
from publishing.strings import _

WEEKDAYS = tuple("lundi mardi mercredi jeudi vendredi samedi dimanche".split())
MONTHS = tuple("janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split())
SHORT_MONTHS = tuple("janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.".split())


def weekday(day: date) -> str:
    """The name of the day."""
    return _(WEEKDAYS[day.weekday()])


def short_weekday(day: date) -> str:
    """Its first three letters and a point."""
    return weekday(day)[:3] + "."


def month(day: date) -> str:
    """The month's name."""
    return _(MONTHS[day.month - 1])


def short_month(day: date) -> str:
    """The month's usual abbreviation."""
    return _(SHORT_MONTHS[day.month - 1])


def ordinal(day: date) -> str:
    """The day of the month; the first is « 1er »."""
    return "1er" if day.day == 1 else str(day.day)


def day_month(day: date, year: bool = True) -> str:
    """« 21 novembre 2026 »."""
    text = f"{ordinal(day)}{NBSP}{month(day)}"
    return f"{text} {day.year}" if year else text


def full_day(day: date, year: bool = True) -> str:
    """« samedi 21 novembre 2026 »."""
    return f"{weekday(day)} {day_month(day, year)}"


def clock(value: time) -> str:
    """« 14 h », « 17 h 30 »."""
    return f"{value.hour}{NNBSP}h" + (f"{NNBSP}{value.minute:02}" if value.minute else "")


def hours(start: When, end: When | None) -> str:
    """« 14 h – 17 h 30 » of a showing that has times; empty for days."""
    if not start.clock:
        return ""
    if not (end and end.clock):
        return clock(start.clock)
    return f"{clock(start.clock)} – {clock(end.clock)}"


def days(first: date, last: date) -> str:
    """« 21 novembre 2026 », « du 3 au 28 novembre 2026 », « du 28 septembre 2026 au 3 janvier 2027 »."""
    if first == last:
        return day_month(first)
    return _("du {first} au {last}").format(first=_first_of(first, last), last=day_month(last))


def short_days(first: date, last: date) -> str:
    """The same for narrow places: « 3 – 28 nov. 2026 »."""
    end = f"{ordinal(last)}{NBSP}{short_month(last)} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{ordinal(first)} – {end}"
    start = f"{ordinal(first)}{NBSP}{short_month(first)}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start} – {end}"


def _first_of(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return ordinal(first)
    return day_month(first, year=first.year != last.year)


def precise(when: When) -> str:
    """As precise as it was written: a year, a month, a day, or a day and a time."""
    if when.precision == "year":
        return str(when.day.year)
    if when.precision == "month":
        return f"{month(when.day)} {when.day.year}"
    text = full_day(when.day)
    return _("{day} à {time}").format(day=text, time=clock(when.clock)) if when.clock else text


def showing(occurrence: Occurrence) -> str:
    """When one showing is: « samedi 21 novembre 2026, 14 h – 17 h 30 », « novembre 2023 », « du 3 au 28 novembre 2026 »."""
    start, end = occurrence.start, occurrence.end
    if start.precision in {"month", "year"}:
        return precise(start)
    if start.clock:
        if end and start.day not in {end.day, occurrence.last_day}:
            return _("du {start} au {end}").format(start=precise(start), end=precise(end))
        return f"{full_day(start.day)}, {hours(start, end)}"
    if occurrence.last_day == start.day:
        return full_day(start.day)
    return days(start.day, occurrence.last_day)
