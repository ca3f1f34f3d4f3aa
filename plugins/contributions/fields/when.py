"""A point of the calendar with the precision it was written with: a year, a month, a day or a time of day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import total_ordering
from typing import Any, Literal

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

FORM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[ T](\d\d):(\d\d)(?::00)?)?)?)?\Z", re.ASCII)

EARLIEST, LATEST = 1500, 2200
"""Years outside are typing mistakes, and would take arithmetic out of the calendar."""

SMALL_HOURS = time(6)
"""Before it, what has begun in the evening may still go on."""

Granularity = Literal["year", "month", "day", "time"]


class WhenError(ValueError):
    """Text that is no date of the contract; what to answer is told by date_answers.py."""


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class When:
    """`day` is the first day meant; `clock` is None unless precision is "time". Local to the hub's time zone."""

    day: date
    clock: time | None
    precision: Granularity

    @classmethod
    def parse(cls, text: str) -> When:
        """Read YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DD HH:MM of a likely year. Raises WhenError."""
        match = FORM.match(text)
        if not match or not EARLIEST <= int(match[1]) <= LATEST:
            raise WhenError(text)
        year, month, day, hour, minute = match.groups()
        try:
            first = date(int(year), int(month or 1), int(day or 1))
            clock = time(int(hour), int(minute)) if hour else None
        except ValueError:
            raise WhenError(text) from None
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


def overnight(start: When, end: When) -> When | None:
    """The end a day later, where it is written on the day of its start, before it, and in the small hours: from 21:00 to 01:00."""
    if start.clock and end.clock and start.day == end.day and end.clock < start.clock and end.clock < SMALL_HOURS:
        return When(end.day + timedelta(days=1), end.clock, "time")
    return None
