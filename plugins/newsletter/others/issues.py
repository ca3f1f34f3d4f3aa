"""The issues of the letters of hub.yml beside the weekly one: the days on which each comes, and what it may tell then."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, cast

from contributions.cache.listing import Index
from contributions.library.library import Library
from contributions.library.lists import Any_
from contributions.reading.letter_names import day_of
from contributions.record.brief import Brief
from contributions.region.letters import LetterSection, PeriodicLetter
from newsletter.holding import Coming, Key, key_of, monday, name_of, shown_of, start_of, tellable
from newsletter.news import REACH, Sent, sent_of
from newsletter.weeks import around

SPAN = {"semaine": 7, "mois": 31, "trimestre": 92, "libre": 31}
"""How many days ahead an issue looks."""
MOST = 200
"""Contributions of a section that an issue chooses from."""
PROFESSIONALS = "professionnels"


class Issue(NamedTuple):
    """What an issue may tell. Only plain values, so that it has a digest."""

    news: tuple[Key, ...] = ()
    """What is new in it and has a place in one of its sections."""
    sections: tuple[tuple[Coming | Key, ...], ...] = ()
    """As in hub.yml, in their order."""

    @property
    def coming(self) -> tuple[Coming, ...]:
        """What one can attend."""
        return tuple({one.key: one for part in self.sections for one in part if isinstance(one, Coming)}.values())


def issues(library: Library, slug: str) -> Mapping[str, Issue]:
    """Day (« 2026-11-23 ») → what a letter's issue of that day may tell, newest first; none of a day to come.

    An issue comes where something in its sections is new or begins, an editor wrote words, or it was sent. Raises KeyError for
    a letter that hub.yml does not know.
    """
    letter = library.hub.letters[slug]

    def table() -> Index:
        return Index(f"issues of {slug}", lambda: _Issues(library, slug, letter).all())

    return cast("Mapping[str, Any]", library.list_of(f"issues of {slug}", table))


def said(library: Library, slug: str) -> Mapping[str, tuple[int, int]]:
    """Each issue of a letter → how many things it says as new, and how many one can attend."""
    name = f"issues said, of {slug}"

    def table() -> dict[str, tuple[int, int]]:
        return {day: (len(issue.news), len({one.key for one in issue.coming})) for day, issue in issues(library, slug).items()}

    return cast("Mapping[str, Any]", library.list_of(name, lambda: Index(name, table)))


def beside(library: Library, slug: str) -> Mapping[str, tuple[str | None, str | None]]:
    """Each issue of a letter → the one before and the one after: see `around` of weeks.py."""
    name = f"issues beside, of {slug}"

    def table() -> dict[str, tuple[str | None, str | None]]:
        sent, written = ({one.rpartition("/")[2] for one in names if _of(slug, one)} for names in (library.frozen, library.introductions))
        return around(issues(library, slug), sent, written)

    return cast("Mapping[str, Any]", library.list_of(name, lambda: Index(name, table)))


def days(every: str, first: int, last: int, chosen: Iterable[int]) -> list[int]:
    """The days (ordinals) from one to another on which a letter comes: Mondays, the first of the week, the month or the quarter.

    A day that somebody chose stands for its whole period; `libre` has no others.
    """
    own = {day for day in chosen if day <= last}
    if every == "libre":
        return sorted(own)
    known = {_period(every, day) for day in own}
    mondays = range(monday(first + 6), last + 1, 7)
    begin = {day for day in mondays if _period(every, day) != _period(every, day - 7)}
    return sorted(own | {day for day in begin if _period(every, day) not in known})


def _period(every: str, day: int) -> tuple[int, int]:
    """The week, the month or the quarter of a day."""
    if every == "semaine":
        return 0, monday(day)
    found = date.fromordinal(day)
    return found.year, found.month if every == "mois" else (found.month - 1) // 3


class _Issues:
    """The issues of one letter while they are filled."""

    def __init__(self, library: Library, slug: str, letter: PeriodicLetter) -> None:
        self._letter = letter
        self._today = library.today.toordinal()
        self._words = {_of(slug, name): words for name, words in library.introductions.items() if _of(slug, name)}
        records = {name: record for name, record in library.frozen.items() if _of(slug, name)}
        self._sent: Sent = sent_of(records, lambda name: _of(slug, name))
        found = [c for c in library.published if c.brief.date is not None and self._fits(c.brief)]
        first = min((c.brief.date or 0 for c in found), default=self._today + 1)
        self._days = days(letter.every, first, self._today, {*self._words, *self._sent.days})
        self._span, self._reach = SPAN[letter.every], max(REACH, SPAN[letter.every] + 7)
        self._found = sorted(found, key=lambda c: (c.brief.date or 0, c.slug, c.kind))
        self._news: dict[int, dict[Key, None]] = defaultdict(dict)
        self._place_news()

    def all(self) -> dict[str, Issue]:
        """By their days, newest first."""
        sections = [self._section(section) for section in self._letter.sections]
        issues: dict[str, Issue] = {}
        for at, day in reversed(list(enumerate(self._days))):
            left = {key_of(reference) for reference in (self._words[day].leave_out if day in self._words else ())}
            held = tuple(tuple(entry for entry in section(at) if _key(entry) not in left) for section in sections)
            entries = [entry for part in held for entry in part]
            told = {_key(entry) for entry in entries}
            news = tuple(key for key in self._news[day] if key in told)
            begins = any(isinstance(entry, Coming) and not entry.begun for entry in entries)
            if news or begins or day in self._words or day in self._sent.days:
                issues[date.fromordinal(day).isoformat()] = Issue(news, held)
        return issues

    def _fits(self, brief: Brief) -> bool:
        """Whether the letter may tell of something at all: what it leaves out of departments, themes and audiences leaves nothing out."""
        letter = self._letter
        if brief.status == "archive" or brief.visibility == "reserve":
            return False
        if brief.visibility == PROFESSIONALS and PROFESSIONALS not in letter.audiences:
            return False
        places = {*brief.departments, *(stop[3][0] for stop in brief.stops if stop[3])}
        return (
            (not letter.departments or not places.isdisjoint(letter.departments))
            and (not letter.themes or not set(letter.themes).isdisjoint(brief.themes))
            and (not letter.audiences or not set(letter.audiences).isdisjoint(brief.audiences))
        )

    def _place_news(self) -> None:
        for contribution in self._found:
            dated = contribution.brief.date or 0
            at = bisect_right(self._days, dated)
            due = self._days[at] if at < len(self._days) else None
            day = None if due is None else self._sent.day_of(name_of(contribution), dated, due, self._after, self._reach)
            if day is not None and (day in self._sent.days or day - dated <= self._reach):
                self._news[day][contribution.key] = None

    def _after(self, day: int) -> int | None:
        at = bisect_right(self._days, day)
        return self._days[at] if at < len(self._days) else None

    def _section(self, section: LetterSection) -> Callable[[int], Iterator[Coming | Key]]:
        """What gives the entries of a section for an issue, by its position: what one attends first, by day, then the newest."""
        fitting = [c for c in self._found if _of_section(section, c.brief)]
        lasting = [c for c in fitting if c.kind != "event"]
        dated = [c.brief.date or 0 for c in lasting]
        attended = self._attended(fitting)

        def entries(at: int) -> Iterator[Coming | Key]:
            day, news = self._days[at], self._news[self._days[at]]
            coming = sorted(attended.get(day, {}).values())
            yield from (one for one in coming if not section.new or one.key in news)
            told = {one.key for one in coming}
            fresh = [c for c in fitting if c.kind == "event" and c.key in news] if news else []
            fresh.sort(key=lambda event: start_of(event.brief, day))
            known = [c for c in reversed(lasting) if c.key in news] if section.new else _newest(lasting, bisect_left(dated, day))
            for contribution in dict.fromkeys([*fresh, *known]):
                if contribution.key not in told and self._tellable(contribution, day):
                    yield contribution.key

        return entries

    def _tellable(self, contribution: Any_, day: int) -> bool:
        public = contribution.brief._replace(visibility="public")  # whom it is for was asked before
        return tellable(public, day)

    def _attended(self, found: Iterable[Any_]) -> dict[int, dict[Key, Coming]]:
        """Day of an issue → what one can go to from then on, as far as it looks ahead, each contribution at its first showing there."""
        table: dict[int, dict[Key, Coming]] = defaultdict(dict)
        departments = self._letter.departments
        for contribution in found:
            brief = contribution.brief
            for first, end, start, number, department in () if brief.monthly else shown_of(brief):
                if departments and department not in departments:
                    continue
                since = max(first - self._span + 1, brief.date or 0)
                for at in range(bisect_left(self._days, since), bisect_right(self._days, end)):
                    day = self._days[at]
                    coming = Coming(first < day, start, brief.kind, brief.slug, number, False, department)
                    table[day][brief.key] = min(table[day].get(brief.key, coming), coming)
        return table


def _newest(found: Sequence[Any_], before: int) -> list[Any_]:
    return list(found[max(0, before - MOST) : before])[::-1]


def _of_section(section: LetterSection, brief: Brief) -> bool:
    return (
        (not section.kinds or brief.kind in section.kinds)
        and (not section.categories or brief.category in section.categories)
        and (not section.programmes or not set(section.programmes).isdisjoint(brief.programmes))
    )


def _of(slug: str, name: str) -> int:
    """The day of an issue of a letter by its name; 0 for those of others."""
    folder, _, own = name.rpartition("/")
    day = day_of(own) if folder == slug else None
    return day.toordinal() if day else 0


def _key(entry: Coming | Key) -> Key:
    return entry.key if isinstance(entry, Coming) else entry
