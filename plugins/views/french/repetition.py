"""Say a repetition as a sentence: « les mardis de 14 h à 16 h, du 6 octobre au 15 décembre, sauf le 27 octobre ».

What French has no short words for (weeks of a year, positions among many days) is told by its dates alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from contributions.fields.recurrence_rule import RecurrenceRule, parsed
from contributions.fields.when import SMALL_HOURS
from contributions.models.event import Recurrence
from contributions.record.occurrences import starts
from contributions.record.values import Occurrence
from publishing.strings import _, counted
from views.french import dates
from views.french.rhythm import rhythm

MOST_EXCEPTIONS = 6
"""Days left out that a sentence names; more are counted."""
MOST_TIMES = 4
"""Times of one day that a sentence names."""


def sentence(recurrence: Recurrence, shown: Sequence[Occurrence], since: date, known_year: int | None = None) -> str:
    """What there is from the day `since` on of a repetition whose showings are `shown`, in order; `known_year` goes without saying.

    Of one that is over, all of it.
    """
    days = [one.first_day for one in shown]
    ahead = [day for day in days if day >= since] or days
    rule = parsed(recurrence.rule)
    how = rhythm(rule, recurrence.start.moment) or counted("{n} date", "{n} dates", len(ahead))
    hours = times(recurrence, shown)
    parts = [
        *([f"{how} {hours}"] if hours and _plain(how) else [how, hours]),
        _span(rule, ahead, known_year) if days[0] == ahead[0] else _until(rule, ahead[-1], known_year),
        _exceptions(recurrence, ahead, known_year),
    ]
    return ", ".join(filter(None, parts))


def _plain(how: str) -> bool:
    """Whether hours follow without a comma: « les mardis de 14 h à 16 h », but « le premier samedi du mois, de 14 h à 16 h »."""
    return "," not in how and how.startswith((_("les {days}").format(days=""), _("tous les jours")))


def times(recurrence: Recurrence, shown: Sequence[Occurrence]) -> str:
    """« de 9 h à 10 h et de 14 h à 15 h », « de 21 h à 0 h 30 », « pendant 3 jours »: the hours of each date."""
    length = recurrence.end.moment - recurrence.start.moment
    if not recurrence.start.clock:
        lasting = length.days + 1
        return counted("pendant {n} jour", "pendant {n} jours", lasting) if lasting > 1 else ""
    each = {one.start.clock: (one.start, one.end) for one in shown}
    told = [dates.spoken_hours(*each[clock]) for clock in sorted(clock for clock in each if clock)]
    if len(told) > MOST_TIMES:
        return counted("{n} fois par jour", "{n} fois par jour", len(told))
    return dates.enumeration([f"{text}{_lasting(recurrence)}" for text in told])


def _lasting(recurrence: Recurrence) -> str:
    """What hours alone would not tell: that the end is on another day, and not in the night that the day ends with."""
    end = recurrence.end
    over = (end.day - recurrence.start.day).days
    if not over or (over == 1 and end.clock is not None and end.clock < SMALL_HOURS):
        return ""
    return " " + counted("le lendemain", "{n} jours plus tard", over)


def _goes_on(rule: RecurrenceRule) -> bool:
    """Whether nobody has said when it ends: its last date is only as far as dates are reckoned."""
    return rule.until is None and rule.count is None


def _span(rule: RecurrenceRule, ahead: Sequence[date], known_year: int | None) -> str:
    """« du 6 octobre au 15 décembre », « à partir du 6 octobre »; nothing of one day."""
    first, last = ahead[0], ahead[-1]
    if _goes_on(rule):
        return _("à partir du {day}").format(day=dates.day_month(first, year=first.year != known_year))
    return dates.days(first, last, known_year) if first < last else ""


def _until(rule: RecurrenceRule, last: date, known_year: int | None) -> str:
    if _goes_on(rule):
        return ""
    return _("jusqu’au {day}").format(day=dates.day_month(last, year=last.year != known_year))


def _exceptions(recurrence: Recurrence, ahead: Sequence[date], known_year: int | None) -> str:
    """The days left out between the first date and the last, where the rule would give them."""
    left_out = {day for day in recurrence.except_ if ahead[0] <= day <= ahead[-1]}
    if not left_out:
        return ""
    last = ahead[-1] + timedelta(days=1)
    given = sorted({start.date() for start in starts(recurrence) if start.date() < last} & left_out)
    if not given:
        return ""
    if len(given) > MOST_EXCEPTIONS:
        return _("sauf {n} dates").format(n=len(given))
    if ahead[0].replace(day=1) == ahead[-1].replace(day=1):  # the month has just been said
        return _("sauf {days}").format(days=dates.in_month(given))
    return _("sauf {days}").format(days=dates.each(given, known_year))
