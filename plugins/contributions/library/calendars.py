"""What the calendars of lists hold: showings to come and recent ones, and for a while those that left the public.

Days are ordinals. Whoever has a showing in a calendar of their own must see that it is gone: what is archived or kept for a
group, and had a showing still to come, stays as cancelled for RECENT_DAYS after the day of `updated`, and so does a cancelled
showing of a loan. What was changed on no later day than it is dated was never public, and stands nowhere. What an event's own
calendar holds is all of it, in its true state.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from contributions.models import Common, Exhibition
from contributions.record.brief import Brief
from contributions.record.contribution import Contribution

RECENT_DAYS = 60
AGENDA = "agenda"
"""The calendar of all events and all stops."""

Presence = Literal["absent", "as it is", "cancelled"]


def presence(brief: Brief, last: int, *, shown: bool, today: int) -> Presence:
    """How a showing of a published contribution stands in the calendars of lists, by its last day; `shown` says that lists show it."""
    if shown:
        return "as it is" if last >= today - RECENT_DAYS else "absent"
    left = brief.updated
    public = left is not None and brief.date is not None and left > brief.date
    gone = left is not None and public and last >= left and left <= today <= left + RECENT_DAYS
    return "cancelled" if gone and brief.status != "brouillon" else "absent"


def calendars(
    published: Iterable[Contribution[Common]], is_listed: Callable[[Contribution[Common]], bool], today: int
) -> dict[str, tuple[Contribution[Common], ...]]:
    """Who stands in each calendar, by the name of the list that it follows (« by_theme/astronomie »): events in time order, then tools."""
    found: dict[str, dict[Contribution[Common], None]] = defaultdict(dict)
    for contribution in sorted((c for c in published if c.brief.showings or c.brief.stops or c.brief.cancelled_stops), key=_order):
        for name in _names(contribution, today, listed=is_listed(contribution)):
            found[name][contribution] = None
    return {name: tuple(entries) for name, entries in sorted(found.items())}


def toured(brief: Brief, *, stands: bool) -> bool:
    """Whether lists show a showing of a tool: one that takes place, of a tool that all may see."""
    return stands and brief.visibility == "public"


def _order(contribution: Contribution[Common]) -> tuple[str, int, str]:
    brief = contribution.brief
    return brief.kind, min((showing.first for showing in brief.showings), default=0), brief.slug


def _names(contribution: Contribution[Common], today: int, *, listed: bool) -> Iterator[str]:
    brief = contribution.brief
    if brief.kind == "event":
        if not brief.monthly and any(presence(brief, s.last, shown=listed, today=today) != "absent" for s in brief.showings):
            yield from _shelves(brief, brief.departments, brief.organisations)
        return
    tool = contribution.meta
    assert isinstance(tool, Exhibition)
    for stop in (*contribution.stops, *contribution.cancelled_stops):
        last = stop.last_day.toordinal()
        if presence(brief, last, shown=listed and toured(brief, stands=stop.stands), today=today) != "absent":
            departments = (stop.place.department,) if stop.place and stop.place.department else ()
            yield from _shelves(brief, departments, tuple(filter(None, (tool.organisation, stop.loan.borrower))))


def _shelves(brief: Brief, departments: Iterable[str], organisations: Iterable[str]) -> Iterator[str]:
    yield AGENDA
    shelves = {
        "by_theme": brief.themes,
        "by_department": departments,
        "by_audience": brief.audiences,
        "by_organisation": organisations,
        "by_programme": brief.programmes,
    }
    for index, keys in shelves.items():
        for key in keys:
            yield f"{index}/{key}"
