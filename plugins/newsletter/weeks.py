"""What each week's letter holds, by the briefs of contributions: what is new in it, and what could be attended then."""

from __future__ import annotations

from collections.abc import Mapping
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


def neighbours(library: Library) -> Mapping[str, tuple[str | None, str | None]]:
    """Each week with a letter → the one before and the one after."""

    def table() -> Index:
        known = tuple(reversed(tuple(weeks(library))))
        around = zip(known, (None, *known), (*known[1:], None), strict=False)
        return Index("weeks_beside", lambda: {week: (older, newer) for week, older, newer in around})

    return cast("Mapping[str, Any]", library.list_of("weeks_beside", table))


def _all(library: Library) -> Mapping[str, Held]:
    found: Mapping[str, Held] = library.list_of("weeks_held", lambda: held(library))
    return found
