"""The dates that a rule of repetition gives (RFC 5545 section 3.3.10), in a number of steps that its horizon bounds.

A period of the rule's frequency after the other, each day of it is kept or not by the parts of the rule. A library's expansion ends
only at a date that it finds: a rule that never matches (the 30th of February) keeps it busy for eight thousand years.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from contributions.fields.recurrence_rule import RecurrenceRule

DAY = timedelta(days=1)
Kept = Callable[[date], bool]


def repetitions(rule: RecurrenceRule, start: datetime, last: date) -> Iterator[datetime]:
    """The starts, in order, from `start` on and until the rule or the day `last` ends them; `start` itself only where the rule gives it."""
    until = min(rule.until or datetime.max, datetime.combine(last, time.max))
    kept, clocks = _days(rule, start), _clocks(rule, start)
    number = 0
    for first, end in _periods(rule, start.date(), until.date()):
        days = (date.fromordinal(ordinal) for ordinal in range(first.toordinal(), end.toordinal()))
        moments = [datetime.combine(day, clock) for day in days if kept(day) for clock in clocks]
        for moment in _chosen(moments, rule.by_position):
            if moment > until or number == rule.count:
                return
            if moment >= start:
                number += 1
                yield moment


def _periods(rule: RecurrenceRule, start: date, last: date) -> Iterator[tuple[date, date]]:
    """The periods of the rule's frequency, `interval` apart, from that of `start` to that of `last`: first day and the day after."""
    if rule.freq in {"DAILY", "WEEKLY"}:
        length = 1 if rule.freq == "DAILY" else 7
        first = start - DAY * ((start.weekday() - rule.week_start) % 7) if length == 7 else start
        for ordinal in range(first.toordinal(), min(last.toordinal() + 1, date.max.toordinal() - length), length * rule.interval):
            yield date.fromordinal(ordinal), date.fromordinal(ordinal + length)
        return
    months = 1 if rule.freq == "MONTHLY" else 12
    begun = start.year * 12 + (start.month - 1 if months == 1 else 0)
    for month in range(begun, last.year * 12 + last.month, months * rule.interval):
        if month + months < date.max.year * 12:
            yield date(month // 12, month % 12 + 1, 1), date((month + months) // 12, (month + months) % 12 + 1, 1)


def _clocks(rule: RecurrenceRule, start: datetime) -> tuple[time, ...]:
    hours = sorted(rule.by_hour or (start.hour,))
    return tuple(time(hour, minute, start.second) for hour in hours for minute in sorted(rule.by_minute or (start.minute,)))


def _chosen(moments: list[datetime], positions: tuple[int, ...]) -> list[datetime]:
    """The moments of a period by their positions in it, if any are asked for: 1 is the first, -1 the last."""
    if not positions:
        return moments
    places = {position - 1 if position > 0 else len(moments) + position for position in positions}
    return [moment for place, moment in enumerate(moments) if place in places]


def _days(rule: RecurrenceRule, start: datetime) -> Kept:
    """Whether a day of a period is one of the rule's. What the rule does not say, its start does."""
    tests: list[Kept] = []
    named = bool(rule.by_month_day or rule.by_year_day or rule.by_day)
    if rule.by_month:
        tests.append(lambda day: day.month in rule.by_month)
    elif rule.freq == "YEARLY" and not (named or rule.by_week):
        tests.append(lambda day: day.month == start.month)
    if rule.by_month_day:
        tests.append(lambda day: day.day in rule.by_month_day or day.day - _month_length(day) - 1 in rule.by_month_day)
    elif rule.freq in {"MONTHLY", "YEARLY"} and not (named or rule.by_week):
        tests.append(lambda day: day.day == start.day)
    if rule.by_year_day:
        tests.append(lambda day: _day_of_year(day) in rule.by_year_day or _day_of_year(day) - _year_length(day) - 1 in rule.by_year_day)
    if rule.by_week:
        tests.append(lambda day: _in_weeks(day, rule))
    if rule.by_day:
        tests.append(lambda day: any(weekday == day.weekday() and _nth(day, nth, rule) for nth, weekday in rule.by_day))
    elif rule.freq == "WEEKLY":
        tests.append(lambda day: day.weekday() == start.weekday())
    return lambda day: all(test(day) for test in tests)


def _month_length(day: date) -> int:
    return ((day.replace(day=28) + DAY * 4).replace(day=1) - DAY).day


def _year_length(day: date) -> int:
    return date(day.year, 12, 31).timetuple().tm_yday


def _day_of_year(day: date) -> int:
    return day.timetuple().tm_yday


def _nth(day: date, nth: int, rule: RecurrenceRule) -> bool:
    """Whether a day is the nth of its weekday: in the month, or in the year where the rule names no month."""
    if nth == 0:
        return True
    of_month = rule.freq == "MONTHLY" or bool(rule.by_month)
    place, length = (day.day, _month_length(day)) if of_month else (_day_of_year(day), _year_length(day))
    return (place - 1) // 7 + 1 == nth if nth > 0 else (length - place) // 7 + 1 == -nth


def _in_weeks(day: date, rule: RecurrenceRule) -> bool:
    """Whether a day is in one of the rule's weeks; the first of a year has at least four of its days."""
    year = next(year for year in (day.year + 1, day.year, day.year - 1) if _first_week(year, rule.week_start) <= day)
    first, after = (_first_week(number, rule.week_start) for number in (year, year + 1))
    week, weeks = (day - first).days // 7 + 1, (after - first).days // 7
    return week in rule.by_week or week - weeks - 1 in rule.by_week


def _first_week(year: int, week_start: int) -> date:
    fourth = date(year, 1, 4)
    return fourth - DAY * ((fourth.weekday() - week_start) % 7)
