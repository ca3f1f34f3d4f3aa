"""The rhythm of a rule of repetition (RFC 5545 section 3.3.10) in French: « les mardis », « le premier samedi du mois »."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from contributions.fields.recurrence_rule import RecurrenceRule
from publishing.strings import _
from views.french import dates

ORDINALS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier", -2: "avant-dernier"}
NUMBERS = {2: "deux", 3: "trois", 4: "quatre", 5: "cinq", 6: "six"}
WORKING_DAYS, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
MONDAY = date(2024, 1, 1)
Days = Sequence[int]


def rhythm(rule: RecurrenceRule, start: datetime) -> str | None:
    """When a rule returns, whose first date is `start`; None where there are no short words that say exactly that."""
    if rule.by_week or rule.by_year_day:
        return None
    return SAID[rule.freq](rule, start)


def _daily(rule: RecurrenceRule, _start: datetime) -> str | None:
    if rule.by_month_day or rule.by_position or (rule.by_day and rule.interval > 1):
        return None
    if rule.by_day:
        return _in_months(_each_week([day for _nth, day in rule.by_day]), rule)
    return _in_months(_("tous les jours") if rule.interval == 1 else _one_in(_("un jour"), rule.interval), rule)


def _weekly(rule: RecurrenceRule, start: datetime) -> str | None:
    if rule.by_position:
        return None
    days = sorted({day for _nth, day in rule.by_day}) or [start.weekday()]
    if rule.interval == 1:
        return _in_months(_each_week(days), rule)
    if len(days) == 1:
        return _in_months(_one_in(f"un {_weekday(days[0])}", rule.interval), rule)
    on = dates.enumeration([_("le {day}").format(day=_weekday(day)) for day in days])
    return _in_months(f"{_one_in(_('une semaine'), rule.interval)}, {on}", rule)


def _monthly(rule: RecurrenceRule, start: datetime) -> str | None:
    if rule.by_day and not rule.by_position and not rule.by_month_day and not rule.by_day[0][0]:
        return _in_months(_each_week([day for _nth, day in rule.by_day]), rule) if rule.interval == 1 else None
    which = _of_month(rule, start)
    if which is None:
        return None
    if rule.interval > 1:
        return _in_months(_("tous les {n} mois, {which}").format(n=NUMBERS.get(rule.interval, rule.interval), which=which), rule)
    return _in_months(_("{which} du mois").format(which=which), rule)


def _of_month(rule: RecurrenceRule, start: datetime) -> str | None:
    """« le premier samedi », « le 5 et le dernier jour », « le premier jour de semaine »."""
    if rule.by_month_day and rule.by_day:
        return None
    if rule.by_position:
        return _positioned(rule) if rule.by_day and not any(nth for nth, _day in rule.by_day) else None
    if rule.by_day:
        return _numbered_weekdays(rule.by_day)
    return _numbered_days(rule.by_month_day or (start.day,))


def _positioned(rule: RecurrenceRule) -> str | None:
    """One position among the days of a week, where they have a name together."""
    days = tuple(sorted({day for _nth, day in rule.by_day}))
    names = {WORKING_DAYS: _("jour de semaine"), WEEKEND: _("jour de week-end")}
    if len(days) == 1:
        return _numbered_weekdays([(nth, days[0]) for nth in rule.by_position])
    name = names.get(days)
    if name is None or not set(rule.by_position) <= ORDINALS.keys():
        return None
    return dates.enumeration([f"le {_(ORDINALS[nth])} {name}" for nth in _as_they_come(rule.by_position)])


def _numbered_weekdays(by_day: Sequence[tuple[int, int]]) -> str | None:
    if not {nth for nth, _day in by_day} <= ORDINALS.keys():
        return None
    numbered = sorted(by_day, key=lambda one: (one[0] < 0, one[0], one[1]))
    if len({day for _nth, day in numbered}) == 1:
        each = [f"le {_(ORDINALS[nth])}" for nth, _day in numbered]
        return f"{dates.enumeration(each)} {_weekday(numbered[0][1])}"
    return dates.enumeration([f"le {_(ORDINALS[nth])} {_weekday(day)}" for nth, day in numbered])


def _numbered_days(days: Days) -> str | None:
    named = {-1: _("le dernier jour"), -2: _("l’avant-dernier jour")}
    said = [named.get(day) if day < 0 else _("le {day}").format(day="1er" if day == 1 else day) for day in _as_they_come(days)]
    found = [text for text in said if text]
    return dates.enumeration(found) if len(found) == len(said) else None


def _yearly(rule: RecurrenceRule, start: datetime) -> str | None:
    if rule.by_position or (rule.by_day and rule.by_month_day):
        return None
    if rule.by_day and not rule.by_day[0][0]:
        return _in_months(_each_week([day for _nth, day in rule.by_day]), rule) if rule.interval == 1 else None
    if rule.by_day:
        which = _numbered_weekdays(rule.by_day)
        whole = _("de l’année")
    else:
        which = _numbered_days(rule.by_month_day or (start.day,))
        whole = _("du mois")
    if which is None:
        return None
    months = rule.by_month or ((start.month,) if not rule.by_day and not rule.by_month_day else ())
    often = _("chaque année") if rule.interval == 1 else _("tous les {n} ans").format(n=NUMBERS.get(rule.interval, rule.interval))
    if not months:
        return f"{often}, {which} {whole}" if rule.by_day or rule.interval > 1 else f"{which} {whole}"
    if len(months) > 1:
        return f"{often}, {_('{which} du mois').format(which=which)}, {_months(months)}"
    name = _month(months[0])
    if not rule.by_day and min(rule.by_month_day or (1,)) > 0:
        return f"{often}, {which} {name}"
    return f"{often}, {which} {_of(name)}"


def _each_week(days: Days) -> str:
    """« les mardis », « les mardis et les jeudis », « du lundi au vendredi », « tous les jours »."""
    chosen = tuple(sorted(set(days)))
    if len(chosen) == 7:
        return _("tous les jours")
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return _("du {first} au {last}").format(first=_weekday(chosen[0]), last=_weekday(chosen[-1]))
    return _("les {days}").format(days=dates.enumeration([f"{_weekday(day)}s" for day in chosen]))


def _one_in(one: str, interval: int) -> str:
    """« un mardi sur deux »."""
    return _("{one} sur {n}").format(one=one, n=NUMBERS.get(interval, interval))


def _in_months(said: str, rule: RecurrenceRule) -> str:
    return f"{said}, {_months(rule.by_month)}" if rule.by_month else said


def _months(months: Days) -> str:
    """« en mars et juin », « de septembre à décembre »."""
    chosen = sorted(set(months))
    if len(chosen) > 2 and chosen[-1] - chosen[0] == len(chosen) - 1:
        return _("{start} à {end}").format(start=_of(_month(chosen[0])), end=_month(chosen[-1]))
    return _("en {months}").format(months=dates.enumeration([_month(month) for month in chosen]))


def _of(name: str) -> str:
    return f"d’{name}" if name[0] in "ao" else f"de {name}"


def _as_they_come(numbers: Days) -> list[int]:
    """Counted from the beginning, then from the end: 5, then -2, then -1."""
    return sorted(set(numbers), key=lambda number: (number < 0, number))


def _weekday(day: int) -> str:
    return dates.weekday(date.fromordinal(MONDAY.toordinal() + day))


def _month(number: int) -> str:
    return dates.month(MONDAY.replace(month=number))


SAID: dict[str, Callable[[RecurrenceRule, datetime], str | None]] = {
    "DAILY": _daily,
    "WEEKLY": _weekly,
    "MONTHLY": _monthly,
    "YEARLY": _yearly,
}
