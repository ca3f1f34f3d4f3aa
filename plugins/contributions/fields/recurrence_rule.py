"""A rule of repetition: its parts, the values that each may have, and which may stand together (RFC 5545 section 3.3.10)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
"""A showing has a day, so nothing is repeated more often."""
MOST_A_DAY = 24
"""Showings that BYHOUR and BYMINUTE may give a day together."""
PART = re.compile(r"([A-Z]+)=([A-Z0-9,+-]+)")
UNTIL = re.compile(r"\d{8}(?:T\d{6})?")
UNIVERSAL_UNTIL = re.compile(r"UNTIL=(?P<until>\d{8}(?P<hour>T\d{6})?)Z", re.ASCII)
WEEKDAY = re.compile(rf"(?P<ordinal>[+-]?\d{{1,2}})?(?P<day>{'|'.join(DAYS)})")
BOUNDS: dict[str, tuple[int, int, bool]] = {
    "BYMONTH": (1, 12, False),
    "BYMONTHDAY": (1, 31, True),
    "BYYEARDAY": (1, 366, True),
    "BYWEEKNO": (1, 53, True),
    "BYSETPOS": (1, 366, True),
    "BYHOUR": (0, 23, False),
    "BYMINUTE": (0, 59, False),
}
"""The least and the most of a list's numbers, and whether they may count from the end."""


class RuleError(ValueError):
    """What is wrong with a rule, in French, and how to mend it."""

    def __init__(self, message: str, repair: str = "Suivez la RFC 5545, par exemple FREQ=WEEKLY;BYDAY=TU;COUNT=10.") -> None:
        super().__init__(message)
        self.message, self.repair = message, repair


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """The parts of a rule; an empty list limits nothing. `until` is local and included: a day alone lasts until its end."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    by_month: tuple[int, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_year_day: tuple[int, ...] = ()
    by_week: tuple[int, ...] = ()
    by_day: tuple[tuple[int, int], ...] = ()
    """Which of that day in the month or year (0: each; -1: the last), and the day (Monday is 0)."""
    by_hour: tuple[int, ...] = ()
    by_minute: tuple[int, ...] = ()
    by_position: tuple[int, ...] = ()
    week_start: int = 0


def parsed(text: str) -> RecurrenceRule:
    """The rule that a text gives, without prefix. Raises RuleError."""
    parts: dict[str, str] = {}
    for piece in text.split(";"):
        part = PART.fullmatch(piece)
        if part is None or part[1] not in READERS:
            raise RuleError(f"« {text} » n’est pas une règle de répétition.")
        if part[1] in parts:
            raise RuleError(f"« {part[1]} » est donné deux fois dans cette règle.", "Gardez l’un des deux.")
        parts[part[1]] = part[2]
    if "FREQ" not in parts:
        raise RuleError(f"« {text} » ne dit pas à quel rythme.", "Commencez par FREQ=DAILY, WEEKLY, MONTHLY ou YEARLY.")
    values: dict[str, Any] = {}
    for name, written in parts.items():
        field, read = READERS[name]
        values[field] = read(name, written)
    rule = RecurrenceRule(**values)
    _together(rule, parts)
    return rule


def local_until(text: str, zone: ZoneInfo | None) -> str:
    """A rule whose UNTIL is local, as it is here; with the Z that the standard wants it is universal time. A day stays that day."""

    def local(found: re.Match[str]) -> str:
        if not found["hour"] or zone is None:
            return f"UNTIL={found['until']}"
        try:
            moment = datetime.fromisoformat(found["until"]).replace(tzinfo=UTC).astimezone(zone)
        except ValueError:
            return found[0]
        except OverflowError:  # the last night that Python knows
            return f"UNTIL={found['until']}"
        return f"UNTIL={moment.year:04}{moment:%m%dT%H%M%S}"

    return UNIVERSAL_UNTIL.sub(local, text)


def _frequency(name: str, written: str) -> str:
    if written not in FREQUENCIES:
        raise RuleError(f"« {name}={written} » n’est pas un rythme.", f"Écrivez {', '.join(FREQUENCIES)}.")
    return written


def _positive(name: str, written: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,3}", written):
        raise RuleError(f"« {name}={written} » n’est pas un nombre.", f"Écrivez {name}= et un nombre de 1 à 9999.")
    return int(written)


def _until(name: str, written: str) -> datetime:
    try:
        if not UNTIL.fullmatch(written):
            raise ValueError(written)
        found = datetime.fromisoformat(written)
    except ValueError as error:
        raise RuleError(f"« {name}={written} » n’est pas un jour.", "Écrivez UNTIL=20270630, ou UNTIL=20270630T180000.") from error
    return found if "T" in written else datetime.combine(found, time(23, 59, 59))


def _weekday(name: str, written: str) -> int:
    if written not in DAYS:
        raise RuleError(f"« {name}={written} » n’est pas un jour de la semaine.", f"Écrivez {', '.join(DAYS)}.")
    return DAYS.index(written)


def _weekdays(name: str, written: str) -> tuple[tuple[int, int], ...]:
    found = []
    for word in written.split(","):
        day = WEEKDAY.fullmatch(word)
        ordinal = int(day["ordinal"] or 0) if day else 0
        if day is None or abs(ordinal) > 53 or (day["ordinal"] and not ordinal):
            raise RuleError(f"« {name}={word} » n’est pas un jour.", "Écrivez MO pour lundi… SU pour dimanche ; 1MO pour le premier lundi.")
        found.append((ordinal, DAYS.index(day["day"])))
    return tuple(dict.fromkeys(found))


def _numbers(name: str, written: str) -> tuple[int, ...]:
    least, most, backwards = BOUNDS[name]
    found = []
    for word in written.split(","):
        number = int(word) if re.fullmatch(r"[+-]?\d{1,3}", word) else None
        if number is None or not least <= (abs(number) if backwards else number) <= most:
            also = f", ou de -{most} à -{least} en partant de la fin" if backwards else ""
            raise RuleError(f"« {name}={word} » n’existe pas.", f"Écrivez un nombre de {least} à {most}{also}.")
        found.append(number)
    return tuple(dict.fromkeys(found))


READERS: dict[str, tuple[str, Callable[[str, str], Any]]] = {
    "FREQ": ("freq", _frequency),
    "UNTIL": ("until", _until),
    "COUNT": ("count", _positive),
    "INTERVAL": ("interval", _positive),
    "BYMINUTE": ("by_minute", _numbers),
    "BYHOUR": ("by_hour", _numbers),
    "BYDAY": ("by_day", _weekdays),
    "BYMONTHDAY": ("by_month_day", _numbers),
    "BYYEARDAY": ("by_year_day", _numbers),
    "BYWEEKNO": ("by_week", _numbers),
    "BYMONTH": ("by_month", _numbers),
    "BYSETPOS": ("by_position", _numbers),
    "WKST": ("week_start", _weekday),
}
"""Each part, in the standard's order: its field of RecurrenceRule, and what reads its value."""


def _together(rule: RecurrenceRule, parts: dict[str, str]) -> None:
    """Raise RuleError where parts stand together that the standard forbids."""
    freq = rule.freq
    lists = [name for name in parts if name.startswith("BY") and name != "BYSETPOS"]
    if rule.count is not None and rule.until is not None:
        raise RuleError("« COUNT » et « UNTIL » sont donnés tous deux : lequel arrête la répétition ?", "Gardez l’un des deux.")
    if rule.by_position and not lists:
        raise RuleError("« BYSETPOS » choisit parmi des dates qu’aucune autre partie ne donne.", "Ajoutez BYDAY, ou retirez BYSETPOS.")
    for name, value, allowed in (
        ("BYWEEKNO", rule.by_week, {"YEARLY"}),
        ("BYYEARDAY", rule.by_year_day, {"YEARLY"}),
        ("BYMONTHDAY", rule.by_month_day, {"DAILY", "MONTHLY", "YEARLY"}),
    ):
        if value and freq not in allowed:
            raise RuleError(f"« {name} » ne va pas avec FREQ={freq}.", f"Écrivez FREQ={max(allowed)}, ou retirez {name}.")
    if rule.by_week and not rule.by_day:
        raise RuleError("« BYWEEKNO » donne des semaines, sans dire quel jour.", "Ajoutez BYDAY, par exemple BYDAY=TU.")
    numbered = next((f"{ordinal}{DAYS[day]}" for ordinal, day in rule.by_day if ordinal), None)
    if numbered and (freq not in {"MONTHLY", "YEARLY"} or rule.by_week):
        day = numbered.lstrip("+-0123456789")
        raise RuleError(f"« {numbered} » compte les jours d’un mois : cela ne va pas avec cette règle.", f"Écrivez {day}, ou FREQ=MONTHLY.")
    if numbered and not all(ordinal for ordinal, _day in rule.by_day):
        raise RuleError(f"« {numbered} » se lit autrement d’un agenda à l’autre à côté d’un jour sans nombre.", "Numérotez tous les jours.")
    if max(len(rule.by_hour), 1) * max(len(rule.by_minute), 1) > MOST_A_DAY:
        raise RuleError(f"Cette règle donne plus de {MOST_A_DAY} séances par jour.", "Écrivez plutôt chaque date dans « slots ».")
