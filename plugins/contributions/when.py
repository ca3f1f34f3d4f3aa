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
FRENCH = re.compile(r"(\d{1,2})(?:er)?\s+([a-zéûô]+)\.?\s*(\d{4})?", re.IGNORECASE)
NUMERIC = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\Z")

EARLIEST, LATEST = 1500, 2200
"""Years outside are typing mistakes, and would take arithmetic out of the calendar."""

Granularity = Literal["year", "month", "day", "time"]


class WhenError(ValueError):
    """Text that is no date; `message` says what is wrong, `repair` what to write."""

    def __init__(self, message: str, repair: str) -> None:
        self.message, self.repair = message, repair
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
            raise WhenError(f"« {text} » n’est pas une date.", suggestion(text))
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


def suggestion(text: str) -> str:
    """The repair of a date written another way: propose its ISO form where it can be read."""
    if match := NUMERIC.match(text):
        day, month, year = (int(part) for part in match.groups())
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]:
            return f"Écrivez {year:04}-{month:02}-{day:02}."
    if match := FRENCH.search(text):
        name = match[2].lower()
        months = [index for index, month in enumerate(MONTHS, 1) if len(name) > 2 and month.startswith(name)]
        if months:
            return f"Écrivez {match[3] or 'AAAA'}-{months[0]:02}-{int(match[1]):02}."
    if match := re.fullmatch(r"(\d{4}-\d\d-\d\d)[ T](\d{1,2})\s*[:hH]\s*(\d\d)?", text):
        return f"Écrivez {match[1]} {int(match[2]):02}:{match[3] or '00'}."
    return "Écrivez AAAA-MM-JJ, ou AAAA-MM-JJ HH:MM."
