"""The VEVENTs of a calendar, each with its times; those of one event together: its master, and what replaces some of its showings."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from imports.sources.calendars.lines import Component, Line
from imports.sources.calendars.moments import Clock, NoMoment, length, timed
from imports.sources.calendars.repeating import Rule, Version, rule_of
from imports.taken import Refusal

OWN = re.compile(r"//Escale//")
"""What the PRODID of this house's calendars has."""
SHOWING = re.compile(r"(?P<event>[a-z0-9]+(?:-[a-z0-9]+)*)(?P<tool>\.pret)?\.(?P<showing>[A-Za-z0-9_-]+)@(?P<host>.+)")
"""The UID of a showing of an event, or of a tool that is lent (contributions/record/identity.py)."""
MOST_DATES = 5_000
"""RDATE and EXDATE of an event."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A VEVENT, what the calendar knows it by, and its times."""

    component: Component
    uid: str
    version: Version

    @property
    def at(self) -> str:
        """Where it stands, as a person finds it."""
        return f"UID {self.uid[:80]} (ligne {self.component.number})"

    @property
    def cancelled(self) -> bool:
        """Whether it does not take place."""
        return self.component.text("STATUS").upper() == "CANCELLED"


def uid_of(component: Component) -> str:
    """The UID; where none is given, one made of what does not change without it being another event."""
    if uid := " ".join(component.text("UID").split()):
        return uid
    said = "\n".join(component.text(name) for name in ("SUMMARY", "DTSTART", "LOCATION"))
    return f"sans-uid-{hashlib.sha256(said.encode()).hexdigest()[:12]}"


def entry_of(component: Component, number: int, clock: Clock, refused: list[Refusal]) -> Entry | None:
    """A VEVENT with its times; None where it has none, which is told."""
    uid = uid_of(component)
    at = f"UID {uid[:80]} (ligne {component.number})"
    if not component.text("UID"):
        refused.append(Refusal(at, "Cet événement n’a pas d’UID : un identifiant lui est fait de son titre, de son début et de son lieu."))
    begins = component.first("DTSTART")
    if begins is None:
        refused.append(Refusal(at, "Cet événement n’a pas de début (DTSTART) : il n’est pas repris."))
        return None
    try:
        start = clock.read(begins)
        replaces = _replaced(component, start, clock)
    except NoMoment as error:
        refused.append(Refusal(at, f"{error} L’événement n’est pas repris."))
        return None
    end = _end(component, start, clock, at, refused)
    rules = () if replaces is not None else tuple(_rules(component, start, clock, at, refused))
    more = () if replaces is not None else tuple(_dates(component, "RDATE", start, clock, at, refused))
    less = tuple(each[0] if isinstance(each, tuple) else each for each in _dates(component, "EXDATE", start, clock, at, refused))
    given = component.first("RECURRENCE-ID")
    onwards = given is not None and given.parameters.get("RANGE", "").upper() == "THISANDFUTURE"
    return Entry(component, uid, Version(number, start, end, rules, more, less, replaces, onwards, _number(component.text("SEQUENCE"))))


def _number(text: str) -> int:
    return int(text) if re.fullmatch(r"\d{1,6}", text) else 0


def _replaced(component: Component, start: date | datetime, clock: Clock) -> date | datetime | None:
    """Which showing it replaces. Raises NoMoment."""
    line = component.first("RECURRENCE-ID")
    if line is None:
        return None
    moment = clock.read(line)
    if timed(start) and not timed(moment):  # the day alone is meant as that day's showing
        return datetime.combine(moment, start.timetz())
    return moment


def _end(component: Component, start: date | datetime, clock: Clock, at: str, refused: list[Refusal]) -> date | datetime:
    """DTEND, or DTSTART and DURATION, or one day, or no time at all (RFC 5545, 3.6.1)."""
    without = start if timed(start) else start + timedelta(days=1)
    try:
        if line := component.first("DTEND"):
            end = clock.read(line)
        elif line := component.first("DURATION"):
            end = start + length(line)
            if timed(start) and isinstance(end, datetime) and length(line) % timedelta(days=1):
                end = (start.astimezone(UTC) + length(line)).astimezone(start.tzinfo)  # hours pass, whatever clocks show
        else:
            return without
    except (NoMoment, OverflowError) as error:
        refused.append(Refusal(at, f"{error} La fin n’est pas reprise."))
        return without
    if timed(end) != timed(start):
        refused.append(Refusal(at, "Le début a une heure et la fin n’en a pas, ou l’inverse : la fin n’est pas reprise."))
        return without
    if not timed(start) and end == start:
        return without  # a day that ends on itself: many write so
    if _before(end, start):
        refused.append(Refusal(at, "La fin est avant le début : elle n’est pas reprise."))
        return without
    return end


def _before(end: date | datetime, start: date | datetime) -> bool:
    if timed(end) and timed(start):
        return end.astimezone(UTC) < start.astimezone(UTC)
    return end < start


def _rules(component: Component, start: date | datetime, clock: Clock, at: str, refused: list[Refusal]) -> Iterator[Rule]:
    if component.first("EXRULE"):
        refused.append(Refusal(at, "« EXRULE » n’est plus du standard et n’est pas suivie : vérifiez les séances."))
    for line in component.all("RRULE")[:10]:
        try:
            yield rule_of(line.value, start, clock)
        except NoMoment as error:
            refused.append(Refusal(at, f"{error} Seules les séances données une à une sont reprises."))


def _dates(
    component: Component, name: str, start: date | datetime, clock: Clock, at: str, refused: list[Refusal]
) -> Iterator[date | datetime | tuple[datetime, datetime | timedelta]]:
    """The days of RDATE or EXDATE: several lines of several values; a RDATE may be a period."""
    values = [(line, value) for line in component.all(name) for value in line.value.split(",") if value.strip()]
    if len(values) > MOST_DATES:
        refused.append(Refusal(at, f"Plus de {MOST_DATES} dates dans « {name} » : les suivantes ne sont pas reprises."))
    for line, value in values[:MOST_DATES]:
        try:
            yield _date(line, value, start, clock)
        except NoMoment as error:
            refused.append(Refusal(at, f"{error} Cette date de « {name} » n’est pas reprise."))


def _date(line: Line, value: str, start: date | datetime, clock: Clock) -> date | datetime | tuple[datetime, datetime | timedelta]:
    first, _, last = value.strip().partition("/")
    moment = clock.read(line, first)
    if timed(start) and not timed(moment):
        moment = datetime.combine(moment, start.timetz())
    elif not timed(start) and timed(moment):
        moment = moment.date()
    if not last or not timed(moment):
        return moment
    if last.lstrip("+-").startswith("P"):
        return moment, length(Line(line.name, {}, last, line.number))
    end = clock.read(line, last)
    return (moment, end) if timed(end) and not _before(end, moment) else moment


def together(entries: Iterable[Entry], prodid: str) -> dict[str, list[Entry]]:
    """The entries of each event, by what it is known by: several showings of one UID and title are one event's.

    A calendar of this house has a VEVENT a showing, whose UID begins with the event's identity.
    """
    groups: dict[str, list[Entry]] = {}
    titles: dict[str, str] = {}
    for entry in entries:
        key = _own_identity(entry.uid) if OWN.search(prodid) else entry.uid
        title = " ".join(entry.component.text("SUMMARY").split())
        if key == entry.uid and entry.version.replaces is None and titles.setdefault(key, title) != title:
            key = f"{key}#{entry.version.start:%Y%m%d}"
        groups.setdefault(key, []).append(entry)
    return groups


def _own_identity(uid: str) -> str:
    found = SHOWING.fullmatch(uid)
    if found is None:
        return uid
    return uid if found["tool"] else f"{found['event']}@{found['host']}"
