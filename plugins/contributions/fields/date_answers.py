"""What is answered to a text that is no date of the contract: what it means where that is sure, else what may be meant, as advice.

A repair is sure (`meant`) only where the whole text is understood (written_dates.py), is one moment, and names one day of the calendar.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from contributions.fields.date_rows import exists, rows_of
from contributions.fields.date_spelling import MONTHS, WEEKDAYS
from contributions.fields.local_hours import iso_of, resolved, zone_marks
from contributions.fields.when import EARLIEST, LATEST, When, overnight
from contributions.fields.written_dates import Clock, Day, Written, read

Wanted = Literal["day", "moment", "when"]
"""A day, a day or its hour, or at least a year."""
PRECISIONS: Mapping[Wanted, frozenset[str]] = {
    "day": frozenset({"day"}),
    "moment": frozenset({"day", "time"}),
    "when": frozenset({"year", "month", "day", "time"}),
}
"""How precise a date may be where one of these is wanted."""

NO_DATE, NO_DAY = "« {value} » n’est pas une date.", "« {value} » n’est pas un jour."
SENTENCES = {
    "day": (NO_DATE, "Écrivez AAAA-MM-JJ."),
    "moment": (NO_DATE, "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."),
    "when": (NO_DATE, "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."),
    "meant": (NO_DATE, "{zone}Écrivez {iso}{here}."),
    "hourless": (NO_DAY, "{zone}Écrivez {iso}{here}, sans heure."),
    "dayless": (NO_DAY, "Écrivez aussi le jour : {iso}."),
    "weekday": ("« {value} » : le {day} est un {weekday}.", "Écrivez {iso} si c’est bien ce jour-là, ou corrigez la date."),
    "two_digits": (NO_DATE, "L’année n’a que deux chiffres : écrivez {dates}."),
    "month_first": (NO_DATE, "Le jour ou le mois d’abord ? Écrivez {dates}."),
    "midnight": (NO_DATE, "Minuit se lit de deux façons : écrivez {first} (au début de ce jour) ou {second} (à la fin)."),
    "from_to": (NO_DATE, "Écrivez « start: {start} » puis, à la ligne, « end: {end} »."),
    "apart": (NO_DATE, "Écrivez chaque date à part : {dates}."),
    "one_of": (NO_DATE, "Une seule date est attendue ici : écrivez {dates}."),
    "improbable": ("« {value} » : l’année {year} est improbable.", "Vérifiez l’année."),
    "month": (NO_DATE, "Il n’y a pas de mois {month} : écrivez AAAA-MM-JJ."),
    "days": (NO_DATE, "{name} {year} a {last} jours : écrivez AAAA-MM-JJ."),
}
"""The message and the repair of each answer; the form's script puts the same marks into the same words."""
STAMP = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d:?\d\d(?:[.,]\d+)? ?(?:Z|[+-]\d\d:?\d\d)", re.IGNORECASE)
"""What programs write: its hour was nobody's, so that a day may lose it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is wrong, what to write, and the date that can only be meant, if there is one."""

    message: str
    repair: str
    meant: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a key wants: its precision, its name, the hub's time zone, and the start to which it is the end."""

    wanted: Wanted
    key: str = ""
    zone: ZoneInfo | None = None
    start: When | None = None


def answer(text: str, asked: Asked) -> Answer:
    """The answer to a text that When does not parse, or that is not as precise as is wanted."""
    written = read(text)
    told = _told(written, asked) if written else None
    case, meant, marks = told or (asked.wanted, "", {})
    message, repair = SENTENCES[case]
    given = {"value": text, "zone": "", "here": "", **marks}
    lost = case == "hourless" and not STAMP.fullmatch(text.strip())
    return Answer(_put(message, given), _put(repair, given), "" if lost else meant)


Told = tuple[str, str, dict[str, str]]
"""The name of a sentence, what is meant, and the marks to put in."""


def _put(sentence: str, marks: dict[str, str]) -> str:
    for name, words in marks.items():
        if name != "value":
            sentence = sentence.replace(f"{{{name}}}", words)
    return sentence.replace("{value}", marks["value"])


def _told(written: Written, asked: Asked) -> Told | None:
    if written.english and (found := _month_first(written, asked)):
        return found
    for each in written.days:
        if found := _impossible(each, asked) or _contradicted(each, written, asked):
            return found
    if not written.one:
        return _of_several(written, asked)
    day, clock = next(iter(written.days), None), next(iter(written.clocks), None)
    if day is None:
        return _of_an_hour(clock, asked) if clock else None
    if day.likely:
        return _of_two_digits(day, clock, asked)
    if day.day is None:
        return _of_a_month(day, asked)
    if clock is None:
        return "meant", _sure(iso_of(day)), {"iso": iso_of(day)}
    return _of_a_moment(day, clock, asked)


def _month_first(written: Written, asked: Asked) -> Told | None:
    """Every date that figures beside AM or PM leave possible; none where only the French order is one."""
    if any(day.year is not None and not EARLIEST <= day.year <= LATEST for day in written.days):
        return None
    orders = [list(_orders(day)) for day in written.days]
    if all(set(possible) <= set(_as_written(day)) for day, possible in zip(written.days, orders, strict=True)):
        return None
    if not written.one:
        return asked.wanted, "", {}
    clock = written.clocks[0]
    found = [Day(number, month, year) for year, month, number in orders[0]]
    dates = [iso_of(day) if asked.wanted == "day" else resolved(day, clock, asked.zone) for day in found]
    return ("month_first", "", {"dates": " ou ".join(filter(None, dates))}) if all(dates) else (asked.wanted, "", {})


def _as_written(day: Day) -> tuple[tuple[int | None, int | None, int | None], ...]:
    return day.likely or ((day.year, day.month, day.day),)


def _orders(day: Day) -> Iterator[tuple[int | None, int, int]]:
    """Year, month and day in either order of the last two, as far as the calendar has them."""
    found = [(year, *pair) for year, month, number in _as_written(day) for pair in ((month or 0, number or 0), (number or 0, month or 0))]
    yield from dict.fromkeys(each for each in found if exists(each[0] or 2024, each[1], each[2]))


def _impossible(day: Day, asked: Asked) -> Told | None:
    """What keeps a day out of the calendar."""
    if day.year is not None and not EARLIEST <= day.year <= LATEST:
        return "improbable", "", {"year": f"{day.year:04}"}
    if day.month is not None and not 1 <= day.month <= 12:
        return "month", "", {"month": f"{day.month:02}"}
    last = monthrange(day.year or 2024, day.month)[1] if day.month else 31
    if day.day is None or 1 <= day.day <= last:
        return None
    if day.month and day.year:
        return "days", "", {"name": MONTHS[day.month - 1].capitalize(), "year": str(day.year), "last": str(last)}
    return asked.wanted, "", {}


def _contradicted(day: Day, written: Written, asked: Asked) -> Told | None:
    """That a day is not the day of the week that is said of it."""
    if day.weekday is None or not (day.day and day.month and day.year):
        return None
    there = date(day.year, day.month, day.day)
    if there.weekday() == day.weekday:
        return None
    hour = written.clocks[0] if written.one and written.clocks and asked.wanted != "day" else None
    iso = resolved(day, hour, asked.zone) if hour and not hour.midnight else iso_of(day)
    said = f"{'1er' if there.day == 1 else there.day} {MONTHS[there.month - 1]} {there.year}"
    return "weekday", "", {"day": said, "weekday": WEEKDAYS[there.weekday()], "iso": iso or iso_of(day)}


def _of_an_hour(clock: Clock, asked: Asked) -> Told | None:
    """An hour without a day: an end is on the day of its start, or in the night after it."""
    if asked.wanted == "day" or clock.midnight or clock.hour == 24 or clock.zones:
        return None
    hour = f"{clock.hour:02}:{clock.minute:02}"
    if asked.start is None or asked.key != "end":
        return "meant", "", {"iso": f"AAAA-MM-JJ {hour}"}
    end = When.parse(f"{asked.start.day} {hour}")
    return "meant", "", {"iso": str(overnight(asked.start, end) or end)}


def _of_two_digits(day: Day, clock: Clock | None, asked: Asked) -> Told | None:
    """Every date that a year of two digits leaves possible."""
    possible = [Day(number, month, year) for year, month, number in day.likely if exists(year, month, number)]
    shown = clock if asked.wanted != "day" else None
    dates = dict.fromkeys(resolved(found, shown, asked.zone) if shown else iso_of(found) for found in possible)
    return ("two_digits", "", {"dates": " ou ".join(filter(None, dates))}) if all(dates) and dates else None


def _of_a_month(day: Day, asked: Asked) -> Told:
    """A month or a year, which may be all that is known."""
    if asked.wanted == "when":
        iso = f"{day.year:04}-{day.month:02}" if day.month else f"{day.year:04}"
        return "meant", iso, {"iso": iso}
    return "dayless", "", {"iso": f"{day.year:04}-{f'{day.month:02}' if day.month else 'MM'}-JJ"}


def _of_a_moment(day: Day, clock: Clock, asked: Asked) -> Told | None:
    """A day with its hour, in the hub's time."""
    if clock.midnight:
        ends = [resolved(day, Clock(hour, 0, clock.zones), asked.zone) for hour in (0, 24)]
        if asked.wanted == "day" or not all(ends):
            return None
        return "midnight", "", {"first": str(ends[0]), "second": str(ends[1])}
    iso = resolved(day, clock, asked.zone)
    if iso is None:
        return None
    if asked.wanted != "day":
        return "meant", _sure(iso), {**zone_marks(day, clock, asked.zone), "iso": iso}
    if clock.hour == 24:
        return "hourless", "", {"iso": iso_of(day)}
    moved = zone_marks(day, clock, asked.zone) if iso[:10] != iso_of(day) else {}
    return "hourless", _sure(iso[:10]), {**moved, "iso": iso[:10]}


def _of_several(written: Written, asked: Asked) -> Told | None:
    """The lines to write for days or hours that are more than one, or where only one is wanted, the choice."""
    rows = rows_of(written, asked.zone)
    if not rows:
        return None
    if asked.wanted == "day":
        rows = list(dict.fromkeys((start[:10], end and end[:10]) for start, end in rows))
        rows = [(start, end if end != start else None) for start, end in rows]
        if len(rows) == 1 and rows[0][1] is None:
            return ("hourless", "", {"iso": rows[0][0]}) if "MM" not in rows[0][0] else None
    if asked.key not in {"start", "end"}:
        dates = dict.fromkeys(moment for row in rows for moment in row if moment)
        return "one_of", "", {"dates": " ou ".join(_some(list(dates)))}
    if len(rows) == 1 and rows[0][1]:
        return "from_to", "", {"start": rows[0][0], "end": rows[0][1]}
    lines = [f"« - start: {start} »" + (f" et « end: {end} »" if end else "") for start, end in rows]
    return "apart", "", {"dates": " ; ".join(_some(lines))}


def _some(lines: list[str]) -> list[str]:
    """A few of many lines: the first two and the last."""
    return lines if len(lines) <= 3 else [*lines[:2], "…", lines[-1]]


def _sure(iso: str) -> str:
    return "" if "A" in iso else iso
