"""What each week's letter holds, by the briefs of contributions: what is new in it, and what could be attended then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, cast

from contributions.cache.listing import Index
from contributions.library.library import Library
from newsletter.holding import WEEK, Held, held, monday, ordinal_of, week_of


def weeks(library: Library) -> Mapping[str, Held]:
    """Week (« 2026-w47 ») → what its letter holds, newest first, since the first contribution; none of a Monday to come.

    A week has a letter where something is new or begins, an editor wrote words, or one was sent.
    """

    def table() -> dict[str, Held]:
        this = monday(library.today.toordinal())
        return {week: one for week, one in _all(library).items() if ordinal_of(week) <= this}

    return cast("Mapping[str, Any]", library.list_of("weeks", lambda: Index("weeks", table)))


def ahead(library: Library) -> Mapping[str, Held]:
    """The same of the next Monday's letter alone, as far as it is known today: under its week, whether it will have one or not."""

    def table() -> dict[str, Held]:
        week = week_of(monday(library.today.toordinal()) + WEEK)
        return {week: _all(library).get(week, Held())}

    return cast("Mapping[str, Any]", library.list_of("week_ahead", lambda: Index("week_ahead", table)))


def said(library: Library) -> Mapping[str, tuple[int, int]]:
    """Week → how many things its letter says as new, and how many one can attend: what a list of letters tells, and no more."""

    def table() -> dict[str, tuple[int, int]]:
        return {week: (len(held.news), len(held.coming)) for week, held in weeks(library).items()}

    return cast("Mapping[str, Any]", library.list_of("weeks_said", lambda: Index("weeks_said", table)))


def neighbours(library: Library) -> Mapping[str, tuple[str | None, str | None]]:
    """Each week with a letter → the one before and the one after: see `around`."""

    def table() -> dict[str, tuple[str | None, str | None]]:
        return around(weeks(library), library.frozen, library.introductions)

    return cast("Mapping[str, Any]", library.list_of("weeks_beside", lambda: Index("weeks_beside", table)))


def around(newest_first: Iterable[str], frozen: Collection[str], written: Collection[str]) -> dict[str, tuple[str | None, str | None]]:
    """Each letter → the one before and the one after.

    Of one that was sent, only those that cannot go with their contributions, and change its page: what was sent too, or has words.

    >>> around(["w4", "w3", "w2", "w1"], {"w3"}, {"w1"})
    {'w1': (None, 'w2'), 'w2': ('w1', 'w3'), 'w3': ('w1', None), 'w4': ('w3', None)}
    """
    known = list(newest_first)[::-1]
    lasting = dict(_pairs([letter for letter in known if letter in frozen or letter in written]))
    return {letter: lasting[letter] if letter in frozen else beside for letter, beside in _pairs(known)}


def _pairs(known: list[str]) -> Iterator[tuple[str, tuple[str | None, str | None]]]:
    return zip(known, zip([None, *known], [*known[1:], None], strict=False), strict=False)


def _all(library: Library) -> Mapping[str, Held]:
    found: Mapping[str, Held] = library.list_of("weeks_held", lambda: held(library))
    return found
