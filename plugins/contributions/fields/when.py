"""A point of the calendar with the precision it was written with: a year, a month, a day or a time of day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import total_ordering
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[ T](\d\d):(\d\d)(?::00)?)?)?)?\Z")
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
FRENCH = re.compile(r"(?P<day>\d{1,2})(?:er)?\s+(?P<month>[a-zéûô]{3,})\.?\s*(?P<year>\d{4})?", re.IGNORECASE)
NUMERIC = re.compile(r"\b(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})[/.\-](?P<year>\d{4}|\d\d)\b")
ISO = re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})\b")
CLOCK = re.compile(r"\b(?P<hour>\d{1,2})\s*[:hH]\s*(?P<minute>\d\d)?(?::\d\d)?(?!\d)")

EARLIEST, LATEST = 1500, 2200
"""Years outside are typing mistakes, and would take arithmetic out of the calendar."""

Granularity = Literal["year", "month", "day", "time"]


class WhenError(ValueError):
    """Text that is no date; `message` says what is wrong, `repair` what to write, `meant` the date that was most likely meant."""

    def __init__(self, message: str, repair: str, meant: str = "") -> None:
        self.message, self.repair, self.meant = message, repair, meant
        super().__init__(message)


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class When:
    """`day` is the first day meant; `clock` is None unless precision is "time". Local to the hub's time zone."""

    day: date
    clock: time | None
    precision: Granularity

    @classmethod
    def parse(cls, text: str) -> When:
        """Read YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DD HH:MM. Raises WhenError with the form to write instead."""
        match = FORM.match(text)
        if not match:
            meant = iso_form(text)
            repair = f"Écrivez {meant}." if meant else "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."
            raise WhenError(f"« {text} » n’est pas une date.", repair, "" if "A" in meant else meant)
        year, month, day, hour, minute = match.groups()
        if not EARLIEST <= int(year) <= LATEST:
            raise WhenError(f"« {text} » : l’année {year} est improbable.", "Vérifiez l’année.")
        try:
            first = date(int(year), int(month or 1), int(day or 1))
            clock = time(int(hour), int(minute)) if hour else None
        except ValueError:
            raise WhenError(f"« {text} » n’est pas une date.", _impossible(year, month, day)) from None
        precision: Granularity = "time" if hour else "day" if day else "month" if month else "year"
        return cls(first, clock, precision)

    def __reduce__(self) -> tuple[type[When], tuple[date, time | None, Granularity]]:
        """For pickling: without it, frozen slots go through Python for each field."""
        return When, (self.day, self.clock, self.precision)

    @property
    def timed(self) -> bool:
        """Whether a time of day is given."""
        return self.clock is not None

    @property
    def moment(self) -> datetime:
        """The local time, without zone; midnight for a day."""
        return datetime.combine(self.day, self.clock or time.min)

    @property
    def last_day(self) -> date:
        """The last day meant: the end of the month or year where only that is known."""
        if self.precision == "year":
            return date(self.day.year, 12, 31)
        if self.precision == "month":
            return self.day.replace(day=calendar.monthrange(self.day.year, self.day.month)[1])
        return self.day

    @property
    def iso(self) -> str:
        """ISO 8601 with the precision that was written."""
        if self.precision == "time":
            return self.moment.isoformat(timespec="minutes")
        return self.day.isoformat()[: {"year": 4, "month": 7, "day": 10}[self.precision]]

    def __str__(self) -> str:
        """As contributors write it, for messages."""
        return self.iso.replace("T", " ")

    def __lt__(self, other: When) -> bool:
        return self.moment < other.moment

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Values arrive parsed (see fields.py); they leave as ISO 8601 text."""
        return core_schema.is_instance_schema(cls, serialization=core_schema.plain_serializer_function_ser_schema(lambda when: when.iso))


def _impossible(year: str, month: str | None, day: str | None) -> str:
    if month and not 1 <= int(month) <= 12:
        return f"Il n’y a pas de mois {month} : écrivez AAAA-MM-JJ."
    if month and day and not 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
        last = calendar.monthrange(int(year), int(month))[1]
        return f"{MONTHS[int(month) - 1].capitalize()} {year} a {last} jours : écrivez AAAA-MM-JJ."
    return "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."


def iso_form(text: str) -> str:
    """The ISO form of a date written another way, « AAAA » for a year that is not said; empty where it cannot be told.

    >>> iso_form("samedi 13 octobre 2026 à 14h"), iso_form("13/10/2026"), iso_form("1er mars")
    ('2026-10-13 14:00', '2026-10-13', 'AAAA-03-01')
    """
    clock = CLOCK.search(text)
    hours = f" {int(clock['hour']):02}:{clock['minute'] or '00'}" if clock else ""
    if clock and (int(clock["hour"]) > 23 or int(clock["minute"] or 0) > 59):
        return ""
    if clock and not text[: clock.start()].strip() and not text[clock.end() :].strip():
        return f"AAAA-MM-JJ{hours}"
    found = ISO.search(text) or NUMERIC.search(text) or FRENCH.search(text)
    if not found:
        return ""
    month = int(found["month"]) if found["month"].isdigit() else _month(found["month"].lower())
    year = found["year"] if not found["year"] or len(found["year"]) == 4 else f"20{found['year']}"
    most = calendar.monthrange(int(year or 2024), month)[1] if 1 <= month <= 12 and EARLIEST <= int(year or 2024) <= LATEST else 0
    return f"{year or 'AAAA'}-{month:02}-{int(found['day']):02}{hours}" if 1 <= int(found["day"]) <= most else ""


def _month(name: str) -> int:
    """The number of a month by its name, or by its beginning where only one begins so; 0 for no month."""
    found = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name) or _plain(month).startswith(name)]
    return found[0] if len(found) == 1 else 0


def _plain(month: str) -> str:
    return month.replace("é", "e").replace("û", "u")
