"""Days and times in French words: « samedi 21 novembre 2026 », « 1er mars », « de 14 h à 17 h 30 »."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from itertools import groupby, zip_longest

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
    """« 14 h – 17 h 30 » of a showing that has times, for narrow places; empty for days. No line begins with the dash."""
    if not start.clock:
        return ""
    if not (end and end.clock):
        return clock(start.clock)
    return f"{clock(start.clock)}{NBSP}– {clock(end.clock)}"


def spoken_hours(start: When, end: When | None) -> str:
    """« de 14 h à 17 h 30 », « à 14 h »: the same in a sentence."""
    if not start.clock:
        return ""
    if not (end and end.clock) or end.moment == start.moment:
        return _("à {start}").format(start=clock(start.clock))
    return _("de {start} à {end}").format(start=clock(start.clock), end=clock(end.clock))


def days(first: date, last: date, known_year: int | None = None) -> str:
    """« 21 novembre 2026 », « du 3 au 28 novembre 2026 », « du 28 septembre 2026 au 3 janvier 2027 »; `known_year` goes without saying."""
    if first == last:
        return _dated(first, known_year)
    told = None if first.year != last.year else known_year
    return _("du {first} au {last}").format(first=_first_of(first, last), last=_dated(last, told))


def each(chosen: Sequence[date], known_year: int | None = None) -> str:
    """Some days in order: « le 5 décembre », « les 5, 6 et 12 décembre », « le 28 novembre et les 5 et 12 décembre 2026 »."""
    months = [tuple(days) for _month, days in groupby(chosen, key=lambda day: (day.year, day.month))]
    said = []
    for days, following in zip_longest(months, months[1:]):
        last_of_year = following is None or following[0].year != days[0].year
        year = days[0].year if last_of_year and days[0].year != known_year else ""
        said.append(f"{in_month(days)}{NBSP}{month(days[0])} {year}".rstrip())
    return enumeration(said)


def in_month(chosen: Sequence[date]) -> str:
    """Some days of a month that is named beside: « le 27 », « les 5, 12 et 19 »."""
    said = [ordinal(day) for day in chosen]
    return (_("les {days}") if len(said) > 1 else _("le {days}")).format(days=enumeration(said))


def enumeration(words: Sequence[str]) -> str:
    """« mars », « mars et juin », « mars, juin et août »."""
    *before, last = words
    return _("{before} et {last}").format(before=", ".join(before), last=last) if before else last


def short_days(first: date, last: date) -> str:
    """The same for narrow places: « 3 – 28 nov. 2026 »."""
    end = f"{ordinal(last)}{NBSP}{short_month(last)} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{ordinal(first)}{NBSP}– {end}"
    start = f"{ordinal(first)}{NBSP}{short_month(first)}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start}{NBSP}– {end}"


def _first_of(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return ordinal(first)
    return day_month(first, year=first.year != last.year)


def _dated(day: date, known_year: int | None) -> str:
    return day_month(day, year=day.year != known_year)


def precise(when: When, known_year: int | None = None) -> str:
    """As precise as it was written: a year, a month, a day, or a day and a time. `known_year` goes without saying of a day."""
    if when.precision == "year":
        return str(when.day.year)
    if when.precision == "month":
        return f"{month(when.day)} {when.day.year}"
    text = full_day(when.day, year=when.day.year != known_year)
    return _("{day} à {time}").format(day=text, time=clock(when.clock)) if when.clock else text


def showing(occurrence: Occurrence, known_year: int | None = None) -> str:
    """When one showing is, in a phrase.

    « samedi 21 novembre 2026, de 14 h à 17 h 30 », « novembre 2023 », « du 3 au 28 novembre 2026 »; `known_year` goes without saying.
    """
    return ", ".join(filter(None, parts_of_showing(occurrence, known_year)))


def parts_of_showing(occurrence: Occurrence, known_year: int | None = None) -> tuple[str, str]:
    """Its days and its hours; these are empty where there are none, or where the days tell them already."""
    start, end = occurrence.start, occurrence.end
    if start.precision in {"month", "year"}:
        return precise(start), ""
    if start.clock and end and start.day not in {end.day, occurrence.last_day}:
        return _span(start, end, known_year), ""
    if occurrence.last_day != start.day:
        return days(start.day, occurrence.last_day, known_year), ""
    return full_day(start.day, year=start.day.year != known_year), spoken_hours(start, end)


def _span(start: When, end: When, known_year: int | None) -> str:
    """« du samedi 21 novembre à 10 h au dimanche 22 novembre 2026 à 18 h »."""
    one_year = start.day.year == end.day.year
    first, last = precise(start, start.day.year if one_year else None), precise(end, known_year if one_year else None)
    return _("du {start} au {end}").format(start=first, end=last)
