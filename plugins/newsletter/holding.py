"""What each week's letter may tell, by the briefs of contributions: what is new in it, and what could be attended then."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from contributions.library.library import Library
from contributions.library.lists import Any_
from contributions.models import FOLDERS
from contributions.reading.letter_names import monday_of
from contributions.record.brief import Brief, Showing
from newsletter.news import Sent, sent_of

WEEK = 7
SATURDAY = 5
CLOSING_DAYS = 10
"""An announcement is told once more when no more days than these are left."""
FEATURED_DAYS = 28
"""How long before its day an event that editors put forward stands above the others."""
FAMILIES = {"famille", "petite-enfance", "primaire"}
Key = tuple[str, str]
"""Kind and slug."""


class Coming(NamedTuple):
    """Something to attend in a week; `number` is the position of an event's showing, or the number of a tool's stop."""

    begun: bool
    start: int
    kind: str
    slug: str
    number: int
    family: bool
    """Whether it begins at the week-end, and families are told that it is for them."""
    department: str

    @property
    def key(self) -> Key:
        """Of the contribution."""
        return self.kind, self.slug


class Held(NamedTuple):
    """What the letter of a week may tell. Only plain values, so that it has a digest."""

    news: tuple[Key, ...] = ()
    coming: tuple[Coming, ...] = ()
    closing: tuple[Key, ...] = ()
    """Open announcements with few days left."""
    featured: tuple[Key, ...] = ()
    """What editors put forward, and is new or ahead."""


def held(library: Library) -> dict[str, Held]:
    """Week → what its letter holds, newest first, as far as the next Monday's. A week with nothing new and nothing that begins has none."""
    last = monday(library.today.toordinal()) + WEEK
    weeks = _Weeks(last)
    sent = sent_of(library.frozen, ordinal_of)
    for contribution in library.published:
        brief = contribution.brief
        if brief.date is not None and brief.status != "archive" and brief.visibility != "reserve":
            weeks.add(contribution, brief, sent)
    letters = {name: ordinal_of(name) for name in {*library.introductions, *library.frozen} if monday_of(name)}
    for name, day in letters.items():
        if day <= last:
            words = library.introductions.get(name)
            weeks.leave_out(day, {key_of(reference) for reference in (words.leave_out if words else ())})
    return weeks.held(set(letters.values()))


def monday(day: int) -> int:
    """The Monday of a day's week; ordinal 1 was a Monday."""
    return day - (day - 1) % WEEK


def week_of(day: int) -> str:
    """« 2026-w47 » (ISO 8601), by its Monday."""
    year, week, _weekday = date.fromordinal(day).isocalendar()
    return f"{year}-w{week:02}"


def ordinal_of(week: str) -> int:
    """The Monday of a week's letter; 0 for the name of another letter's issue."""
    day = monday_of(week)
    return day.toordinal() if day else 0


def key_of(reference: str) -> Key:
    """Kind and slug of a contribution, as an editor names it: « event/nuit », or by its folder."""
    kind, _, slug = reference.partition("/")
    return FOLDERS.get(kind, kind), slug


def name_of(contribution: Any_) -> str:
    """What it is known by, whatever its file is called today."""
    return f"{contribution.kind}/{contribution.brief.id or contribution.slug}"


class _Weeks:
    """The weeks while they are filled, by their Mondays, as far as `last`."""

    def __init__(self, last: int) -> None:
        self._last = last
        self._news: dict[int, list[tuple[int, Key]]] = defaultdict(list)
        self._coming: dict[int, list[Coming]] = defaultdict(list)
        self._closing: dict[int, list[tuple[int, Key]]] = defaultdict(list)
        self._featured: dict[int, list[tuple[int, Key]]] = defaultdict(list)

    def add(self, contribution: Any_, brief: Brief, sent: Sent) -> None:
        """A contribution that lists show, or did."""
        dated = brief.date or 0
        new = sent.day_of(name_of(contribution), dated, monday(dated) + WEEK, lambda day: day + WEEK)
        if new is not None and new <= self._last and tellable(brief, new):
            self._news[new].append((start_of(brief, new), contribution.key))
            if brief.featured:
                self._featured[new].append((0, contribution.key))
        for week, coming in attended(brief, self._last):
            self._coming[week].append(coming)
            if brief.featured and not coming.begun and week != new:
                self._featured[week].append((coming.start, contribution.key))
        if brief.expires is not None:
            first = max(monday(brief.expires - CLOSING_DAYS + WEEK - 1), monday(dated + WEEK - 1))
            for week in range(first, min(brief.expires, self._last) + 1, WEEK):
                self._closing[week].append((brief.expires, contribution.key))
        if brief.featured and brief.kind == "event" and brief.visibility == "public" and not brief.monthly:
            self._put_forward(contribution.key, brief)

    def leave_out(self, week: int, left: set[Key]) -> None:
        """What a letter does not tell, whatever it is."""
        self._news[week] = [one for one in self._news[week] if one[1] not in left]
        self._coming[week] = [one for one in self._coming[week] if one.key not in left]
        self._closing[week] = [one for one in self._closing[week] if one[1] not in left]
        self._featured[week] = [one for one in self._featured[week] if one[1] not in left]

    def held(self, always: set[int]) -> dict[str, Held]:
        """The weeks, newest first. `always` have a letter whatever they hold."""
        begin = {week for week, coming in self._coming.items() if not all(one.begun for one in coming)}
        found = sorted({*(week for week, news in self._news.items() if news), *begin, *always}, reverse=True)
        # Nobody had letters when « 1926 » was.
        return {week: self._of(day) for day in found if day <= self._last and monday_of(week := week_of(day))}

    def _of(self, week: int) -> Held:
        closing = tuple(key for _day, key in sorted(self._closing[week]))
        featured = tuple(dict.fromkeys(key for _day, key in sorted(self._featured[week])))
        news = tuple(key for _start, key in sorted(self._news[week]))
        return Held(news, tuple(sorted(self._coming[week])), closing, featured)

    def _put_forward(self, key: Key, brief: Brief) -> None:
        """An event stands above the others in the weeks before the one in which it begins."""
        day = next((showing.first for showing in brief.showings if showing.attendable), 0)
        for week in range(max(monday(day - FEATURED_DAYS + WEEK - 1), monday((brief.date or 0) + WEEK - 1)), monday(day), WEEK):
            if week <= self._last:
                self._featured[week].append((day * 1440, key))


def tellable(brief: Brief, week: int) -> bool:
    """Whether something is worth telling of on a Monday: not over, and what one attends not for professionals alone."""
    if brief.kind == "event":
        return brief.visibility == "public" and not brief.monthly and max((one.last for one in brief.showings), default=0) >= week
    return (brief.expires is None or brief.expires >= week) and brief.withdrawn > week


def start_of(brief: Brief, week: int) -> int:
    """The minute at which the next showing begins on a Monday; of what has none, how old it is: the newest comes first."""
    found = [showing.start for showing in brief.showings if showing.last >= week]
    return min(found) if found else -(brief.date or 0)


def attended(brief: Brief, last: int) -> Iterator[tuple[int, Coming]]:
    """The weeks, by their Mondays, in which the public can attend something that was announced by then, and its first showing there."""
    if brief.visibility != "public" or brief.monthly:
        return
    for_families = not FAMILIES.isdisjoint(brief.audiences)
    found: dict[int, Coming] = {}
    for first, end, start, number, department in shown_of(brief):
        for week in range(max(monday(first), monday((brief.date or 0) + WEEK - 1)), min(end, last) + 1, WEEK):
            family = for_families and first >= week + SATURDAY
            coming = Coming(first < week, start, brief.kind, brief.slug, number, family, department)
            found[week] = min(found.get(week, coming), coming)
    yield from found.items()


def shown_of(brief: Brief) -> Iterable[tuple[int, int, int, int, str]]:
    """First and last day, minute, number and department of each showing that the public can go to."""
    if brief.kind == "event":
        for number, showing in enumerate(brief.showings):
            if showing.attendable:
                yield showing.first, showing.last, showing.start, number, _department(brief, showing)
    for number, first, end, town, *_more in brief.stops:
        yield first, end, first * 1440, number, town[0] if town else ""


def _department(brief: Brief, showing: Showing) -> str:
    return brief.towns[showing.town][0] if showing.town >= 0 else ""
