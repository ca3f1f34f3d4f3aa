"""The showings of an event that repeats itself (recurring_ical_events), within bounds: a rule may be endless, or made to take for ever."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import recurring_ical_events
from icalendar import Calendar, Event
from icalendar.prop import vRecur

from contributions.fields.recurrence_rule import RecurrenceRule, RuleError, parsed
from contributions.fields.repetition import repetitions
from contributions.models.event import MAX_SLOTS
from imports.sources.calendars.lines import Line
from imports.sources.calendars.moments import Clock, NoMoment, timed

UNTIL = re.compile(r"(?:\A|;)UNTIL=([^;]*)")
MARK = "X-ESCALE-NUMBER"
HORIZON_YEARS = 10
"""No rule is followed further."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of repetition: as the library reads it, as this house writes it (UNTIL local), its parts."""

    universal: str
    local: str
    parts: RecurrenceRule

    @property
    def endless(self) -> bool:
        """Whether nothing ends it."""
        return self.parts.count is None and self.parts.until is None


@dataclass(frozen=True, slots=True)
class Version:
    """A VEVENT's times: its master has a rule, an override the start that it replaces."""

    number: int
    start: date | datetime
    end: date | datetime
    rules: tuple[Rule, ...] = ()
    more: tuple[date | datetime | tuple[datetime, datetime | timedelta], ...] = ()
    """RDATE."""
    less: tuple[date | datetime, ...] = ()
    """EXDATE."""
    replaces: date | datetime | None = None
    onwards: bool = False
    """Whether it replaces all that follow, too."""
    sequence: int = 0


@dataclass(frozen=True, slots=True)
class Showing:
    """From, to (a day behind the last one where there are no hours), and the number of the VEVENT that says so."""

    start: date | datetime
    end: date | datetime
    number: int


@dataclass(slots=True)
class Expanded:
    """The showings in order, and whether they were cut: by the window of an endless rule."""

    showings: list[Showing] = field(default_factory=list)
    endless: bool = False
    barren: bool = False
    """Whether no rule ever matches."""


def rule_of(text: str, start: date | datetime, clock: Clock) -> Rule:
    """A RRULE. Raises NoMoment where it is none, or one that no event has (each hour, each second)."""
    bare = ";".join(part for part in text.upper().replace(" ", "").split(";") if part and not part.startswith("BYSECOND="))
    local = universal = bare
    if found := UNTIL.search(bare):
        local, universal = (bare[: found.start(1)] + until + bare[found.end(1) :] for until in _until(found[1], start, clock))
    try:
        return Rule(universal, local, parsed(local))
    except RuleError as error:
        raise NoMoment(f"La règle « {text[:80]} » n’est pas comprise : {error.message}") from error


def _until(written: str, start: date | datetime, clock: Clock) -> tuple[str, str]:
    """UNTIL in the event's own zone, and in UTC; a day lasts until its end (3.3.10 wants the sort of value that DTSTART has)."""
    end = clock.read(Line("UNTIL", {}, written, 0))
    if not timed(start):
        day = f"{end:%Y%m%d}"
        return day, day
    if not timed(end):
        end = datetime.combine(end, time(23, 59, 59), tzinfo=start.tzinfo)
    elif not written.endswith("Z"):
        end = end.replace(tzinfo=start.tzinfo)
    return f"{end.astimezone(start.tzinfo):%Y%m%dT%H%M%S}", f"{end.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def window(today: date) -> tuple[date, date]:
    """What is taken of an endless rule: this month and the twelve that follow, so that the next day's import says the same."""
    return today.replace(day=1), (today.replace(day=1) + timedelta(days=400)).replace(day=1)


def expanded(versions: Sequence[Version], today: date) -> Expanded:
    """All showings of the versions of one event; of an endless rule, those of the window. Raises NoMoment."""
    found = Expanded()
    rules = [(version, rule) for version in versions for rule in version.rules]
    if not rules and len(versions) == 1 and not versions[0].more:
        found.showings = [Showing(versions[0].start, versions[0].end, versions[0].number)]
        return found
    numbers = [_many(version.start, rule, today) for version, rule in rules]
    found.barren = 0 in numbers
    found.endless = any(rule.endless for _version, rule in rules) and not found.barren
    first, last = window(today)
    if not found.endless:
        years = [version.start.year for version in versions]
        last = date(max(*years, today.year) + HORIZON_YEARS + 1, 1, 1)
        first = first if max(numbers, default=0) > MAX_SLOTS else date(min(years), 1, 1) - timedelta(days=1)
    found.showings = sorted(_between(versions, first, last, barren=found.barren), key=lambda showing: str(_key(showing.start)))
    return found


def _many(start: date | datetime, rule: Rule, today: date) -> int:
    """How many showings a rule gives, at most one more than are published; none where it never matches."""
    last = date(max(start.year, today.year) + HORIZON_YEARS, 12, 31)
    bare = start.replace(tzinfo=None) if timed(start) else datetime.combine(start, time.min)
    return sum(1 for _ in islice(repetitions(rule.parts, bare, last), MAX_SLOTS + 1))


def _key(moment: date | datetime) -> datetime:
    return moment.astimezone(UTC) if timed(moment) else datetime.combine(moment, time.min, tzinfo=UTC)


def _between(versions: Sequence[Version], first: date, last: date, *, barren: bool) -> Iterator[Showing]:
    calendar, numbered = Calendar(), {version.number: version for version in versions}
    for version in versions:
        calendar.add_component(_event(version, barren=barren))
    try:
        for one in recurring_ical_events.of(calendar).between(first, last):
            start, end, version = one["DTSTART"].dt, one["DTEND"].dt, numbered[int(one[MARK])]
            if timed(start) and timed(end) and _key(end) < _key(start):  # at an hour that clocks leave out
                end = _key(start) + (_key(version.end) - _key(version.start))
            yield Showing(start, end, version.number)
    except (ValueError, TypeError, OverflowError, KeyError, IndexError, AttributeError) as error:  # the library's, of rules that contradict
        raise NoMoment("Les répétitions de cet événement ne sont pas comprises.") from error


def _event(version: Version, *, barren: bool) -> Event:
    made = Event()
    made.add("uid", "one")
    made.add("dtstart", version.start)
    made.add("dtend", version.end)
    made.add("sequence", version.sequence)
    made[MARK] = str(version.number)
    for rule in () if barren else version.rules:
        made.add("rrule", vRecur.from_ical(rule.universal))
    if version.more:
        made.add("rdate", list(version.more))
    if version.less:
        made.add("exdate", list(version.less))
    if version.replaces is not None:
        made.add("recurrence-id", version.replaces, parameters={"RANGE": "THISANDFUTURE"} if version.onwards else {})
    return made
