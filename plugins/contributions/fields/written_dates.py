"""Read a whole text that gives days and hours: every digit and every word of it has its part, or nothing is read.

The text is cut into spellings of one meaning (date_spelling.py), and what they are in a row must be one of few sentences: a day,
a day with its hour, days or hours from one to another, one and another. What is not known, « vers », « mi-octobre », « sauf », is no
part of any, so that nobody's doubt is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import le, lt
from typing import NamedTuple

from contributions.fields import date_spelling as spelling
from contributions.fields.date_spelling import plain

LONG = 200
"""Characters of a text that is no date."""


class Day(NamedTuple):
    """A day as far as it is written; `likely` are the dates that it may be where its year has two digits, the French order first."""

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    likely: tuple[tuple[int, int, int], ...] = ()


class Zone(NamedTuple):
    """Minutes before universal time, or the name of a time zone (date_spelling.ZONES), and how it is called."""

    offset: int | str
    said: str


class Clock(NamedTuple):
    """An hour of the day, 24:00 included, and the zones that it is said to be of; `midnight` is the word, which two days claim."""

    hour: int
    minute: int
    zones: tuple[Zone, ...] = ()
    midnight: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """Days and hours in the order of the text; of several, whether they go from one to another, and whether each day has its own hour.

    `english`: an AM or PM stands beside a day in figures, of which the month may come first.
    """

    days: tuple[Day, ...]
    clocks: tuple[Clock, ...] = ()
    days_range: bool = False
    clocks_range: bool = False
    paired: bool = False
    english: bool = False

    @property
    def one(self) -> bool:
        """Whether it is a single day, a single hour, or both."""
        return len(self.days) <= 1 and len(self.clocks) <= 1


class _Token(NamedTuple):
    kind: str
    parts: Mapping[str, str | None]
    text: str


def read(text: str) -> Written | None:
    """What a text says, if all of it is understood.

    >>> read("samedi 7 et dimanche 8 janvier, de 14 h à 18 h").days[0]
    Day(day=7, month=1, year=None, weekday=6, likely=())
    """
    tokens = list(_tokens(plain(text))) if len(text) <= LONG else []
    if not tokens or tokens[-1].kind == "":
        return None
    items = [(item.lastgroup or "", tokens[slice(*item.span())]) for item in _pattern(spelling.ITEMS).finditer(_kinds(tokens))]
    sentence = "".join(parts[0].kind if kind == "link" else kind for kind, parts in items)
    days = [_day(parts) if kind == "D" else _month(parts) for kind, parts in items if kind in {"D", "M", "Y"}]
    clocks = [_clock(parts) for kind, parts in items if kind == "C"]
    pointed = any(token.kind == "p" for token in tokens)
    if None in clocks or (pointed and all(day.year is None for day in days)):
        return None
    said = _said(sentence, tuple(days), tuple(filter(None, clocks)))
    return replace(said, english=_is_english(tokens)) if said else None


def _is_english(tokens: list[_Token]) -> bool:
    in_figures = any(token.kind in {"D", "X", "d"} and _pattern(spelling.IN_FIGURES).search(token.text) for token in tokens)
    return in_figures and any(token.parts.get("half") in {"a", "p"} for token in tokens)


def _said(sentence: str, days: tuple[Day, ...], clocks: tuple[Clock, ...]) -> Written | None:
    """The sentence that days, hours and what links them make."""
    if _pattern(spelling.ONE).search(sentence):
        return Written(days, clocks)
    if found := _pattern(spelling.PAIRED).search(sentence):
        return _completed(Written(days, clocks, found["to"] is not None, paired=True))
    if found := _pattern(spelling.CROSSED).search(sentence):
        from_to = _pattern(spelling.TO).search
        shared = found["days"] or found["days_last"] or "", found["clocks"] or found["clocks_first"] or ""
        return _completed(Written(days, clocks, *(from_to(part) is not None for part in shared)))
    return None


def _completed(written: Written) -> Written | None:
    """Days that leave their month or year to one after them, else to one before; none comes before the one before it."""
    if any(day.likely for day in written.days):
        return None
    days = list(written.days)
    for at in range(len(days) - 2, -1, -1):
        days[at] = _beside(days[at], days[at + 1], -1)
    for at in range(1, len(days)):
        days[at] = _beside(days[at], days[at - 1], 1)
    in_order = le if written.paired else lt
    sound = all(day.month for day in days) and all(in_order(_order(one), _order(other)) for one, other in pairwise(days))
    return replace(written, days=tuple(days)) if sound or len(days) < 2 else None


def _beside(day: Day, other: Day, side: int) -> Day:
    """A day with the month and year of one before (side 1) or after it (-1): « 28 décembre au 3 janvier 2027 » begins in 2026."""
    if day.year is not None or other.year is None or day.month is None:
        return day._replace(month=day.month or other.month, year=day.year or other.year)
    mine, its = (day.month, day.day or 0), (other.month or 0, other.day or 0)
    return day._replace(year=other.year + side * ((mine < its) if side > 0 else (mine > its)))


def _order(day: Day) -> tuple[int, int, int]:
    return day.year or 0, day.month or 0, day.day or 0


def _tokens(text: str) -> Iterator[_Token]:
    """The spellings of a text, one after the other; the last has no kind where something is not understood."""
    at, before = 0, ""
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        token = _token(text, at, before)
        yield token
        if not token.kind:
            return
        at, before = at + len(token.text), token.kind


def _token(text: str, at: int, before: str) -> _Token:
    for kind, pattern, after in spelling.SPELLINGS:
        if (not after or (before and before in after)) and (found := _pattern(pattern).match(text, at)):
            parts = found.groupdict()
            if parts.get("name") is None or parts["name"] in spelling.MONTH_WORDS:
                return _Token(kind, parts, found[0])
    found = _pattern(spelling.WORD).match(text, at)
    kind = _kind_of_word(found["word"], found["point"], before) if found else ""
    return _Token(kind, found.groupdict(), found[0]) if found else _Token("", {}, "")


def _kind_of_word(word: str, point: str, before: str) -> str:
    """« mar » is a month behind a number, and a Tuesday elsewhere."""
    if word in spelling.WEEKDAY_WORDS and not (before == "n" and word in spelling.MONTH_WORDS):
        return "w"
    if word in spelling.MONTH_WORDS:
        return "m"
    return "" if point else spelling.LINK_WORDS.get(word, "")


def _day(tokens: list[_Token]) -> Day:
    """The day that some spellings make."""
    held = [token for token in tokens if token.kind in "DXdnmy"]
    weekday = next((spelling.WEEKDAY_WORDS[str(token.parts["word"])] - 1 for token in tokens if token.kind == "w"), None)
    parts = held[0].parts
    if held[0].kind == "D":
        name = parts.get("name")
        month = spelling.MONTH_WORDS[name] if name else _number(parts, "month")
        return Day(_number(parts, "day"), month, _number(parts, "year"), weekday)
    if held[0].kind == "d":
        return Day(_number(parts, "day"), _number(parts, "month"), None, weekday)
    if held[0].kind == "X":
        one, month, other = (_number(parts, name) or 0 for name in ("one", "month", "other"))
        likely = ((_full(other), month, one), *([(_full(one), month, other)] if len(parts["one"] or "") == 2 else []))
        return Day(weekday=weekday, likely=likely)
    named = [spelling.MONTH_WORDS[str(token.parts["word"])] for token in held if token.kind == "m"]
    days = [_number(token.parts, "day") for token in held if token.kind == "n"]
    if len(days) == 2:  # « 13 octobre 26 »
        return Day(weekday=weekday, likely=((_full(days[1] or 0), named[0], days[0] or 0),))
    year = next((_number(token.parts, "year") for token in held if token.kind == "y"), None)
    return Day(days[0], named[0] if named else None, year, weekday)


def _full(year: int) -> int:
    return year + (1900 if year >= spelling.TURN else 2000)


def _month(tokens: list[_Token]) -> Day:
    """A month, or a year alone."""
    parts = tokens[-1].parts
    named = spelling.MONTH_WORDS[str(tokens[0].parts["word"])] if tokens[0].kind == "m" else None
    return Day(None, named or (_number(parts, "month") if "month" in parts else None), _number(parts, "year"))


def _clock(tokens: list[_Token]) -> Clock | None:
    """The hour that some spellings make, if there is one."""
    parts = tokens[0].parts
    noon, written = parts.get("noon"), parts.get("minute")
    halves = [half for token in tokens if (half := token.parts.get("half"))]
    quarter = next((spelling.QUARTERS[str(token.parts["quarter"])] for token in tokens if token.kind == "Q"), None)
    if len(halves) > 1 or (noon and halves) or (written and quarter):
        return None
    hour = spelling.NOONS[noon] if noon else _number(parts, "hour")
    minute = int(written) if written else quarter or 0
    told = spelling.HALVES[halves[0]].get(hour or 0) if halves else hour
    if told is None or told * 60 + minute > 24 * 60 or minute > 59:
        return None
    return Clock(told, minute, tuple(zone for token in tokens for zone in _zones(token)), noon == "minuit")


def _zones(token: _Token) -> tuple[Zone, ...]:
    """The zone that a spelling names, by all that is known of it."""
    parts = token.parts
    if parts.get("zone"):
        said, offsets = spelling.ZONES[str(parts["zone"])]
        return tuple(Zone(offset, said) for offset in offsets)
    hours = parts.get("hours") or parts.get("east") or parts.get("west")
    if hours is None:
        return ()
    west = parts.get("west") is not None or parts.get("sign") == "-"
    minutes = int(hours) * 60 + int(parts.get("minutes") or 0)
    return (Zone(-minutes if west else minutes, f"{'-' if west else '+'}{hours:>02}:{parts.get('minutes') or '00'}"),)


def _number(parts: Mapping[str, str | None], name: str) -> int | None:
    found = parts.get(name)
    return int(found) if found is not None else None


def _kinds(tokens: list[_Token]) -> str:
    return "".join(token.kind for token in tokens)


@lru_cache(maxsize=128)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
