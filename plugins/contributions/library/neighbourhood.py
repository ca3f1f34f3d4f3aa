"""What stands near a contribution: the entries before and after it in its list, and those that are like it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from contributions.cache.facts import note, recorded
from contributions.library.library import Library
from contributions.library.lists import Any_
from contributions.models import FOLDERS

RELATED = 4
WINDOW = 8
"""How many entries to each side are looked at, in the lists of its themes and programmes: what is far away in time is
seldom alike, and a new contribution then changes the pages of its neighbours only."""


def around(library: Library, contribution: Any_) -> tuple[Any_ | None, Any_ | None]:
    """The entries before and after a contribution in the list of its kind; None where it stands in no list, or at an end."""
    fact = f"around:{contribution.kind}/{contribution.slug}"
    note(fact)
    with recorded():
        entries, positions = _list_of(library, contribution.kind)
        at = positions.get(contribution.slug)
        if at is None:
            return None, None
        return entries[at - 1] if at else None, entries[at + 1] if at + 1 < len(entries) else None


def _list_of(library: Library, kind: str) -> tuple[Sequence[Any_], dict[str, int]]:
    """A kind has one list: the agenda's, that of open announcements, of tools that can be lent, or the newest first."""

    def positions() -> tuple[Sequence[Any_], dict[str, int]]:
        entries: Sequence[Any_] = library.of(kind, archived=False)
        if kind == "event":
            entries = library.upcoming
        elif kind == "announcement":
            entries = library.announcements
        elif kind == "exhibition":
            entries = library.lendable
        return entries, {entry.slug: at for at, entry in enumerate(entries)}

    return library.list_of(f"positions of {kind}", positions)


def alike(library: Library, contribution: Any_) -> tuple[Any_, ...]:
    """What shares programmes (3 points), themes (2) or the kind (1), best first; what is over only where nothing else is.

    RELATED of them, less what the contributor names: so that no more are noted than are shown.
    """
    note(f"alike:{contribution.kind}/{contribution.slug}")
    with recorded():
        return library.once(("alike", contribution.key), lambda: _alike(library, contribution))


def _alike(library: Library, contribution: Any_) -> tuple[Any_, ...]:
    brief = contribution.brief
    if brief.kind in {"organisation", "page"}:
        return ()
    chosen = {found.key for found in named(library, contribution)}
    scores: dict[Entry, int] = {}
    for points, index, slugs in ((2, "themes", brief.themes), (3, "programmes", brief.programmes)):
        for slug in slugs:
            for entry in _near(library, contribution, index, slug):
                scores[entry] = scores.get(entry, 0) + points
    kind = brief.kind
    ranked = sorted(
        (over, -score - (other.kind == kind), day, other.slug, other.kind, other)
        for (over, day, other), score in scores.items()
        if other is not contribution and other.key not in chosen
    )
    return tuple(rank[-1] for rank in ranked[: max(0, RELATED - len(chosen))])


def named(library: Library, contribution: Any_) -> tuple[Any_, ...]:
    """What the contributor names as related, once each, where it has a page."""
    pairs = (reference.partition("/") for reference in contribution.related)
    found = (library.page(FOLDERS.get(kind, kind), slug) for kind, _sep, slug in pairs)
    return tuple({one.key: one for one in found if one is not None}.values())


Entry = tuple[bool, int, Any_]
"""What ranks an entry: whether it is over, its day of publication (the newest least); and itself."""


def _near(library: Library, contribution: Any_, index: str, slug: str) -> Sequence[Entry]:
    """The entries around a contribution in the list of a theme or programme; around its day where it is in none."""

    def places() -> tuple[list[Entry], list[int]]:
        today = library.today.toordinal()
        table = library.by_theme if index == "themes" else library.by_programme
        entries = [_entry(entry, today) for entry in table.get(slug, ()) if _offered(entry, today)]
        return entries, [day for _over, day, _entry in entries]

    entries, days = library.list_of(f"near {index} {slug}", places)
    at = bisect_left(days, -(contribution.brief.date or 0))
    while at < len(entries) and entries[at][2] is not contribution and days[at] == -(contribution.brief.date or 0):
        at += 1
    return entries[max(0, at - WINDOW) : at + WINDOW + 1]


def _offered(entry: Any_, today: int) -> bool:
    """Whether it may be proposed: no organisation is, nor a tool that is not lent any more."""
    return entry.kind != "organisation" and entry.brief.withdrawn > today


def _entry(contribution: Any_, today: int) -> Entry:
    brief = contribution.brief
    return bool(brief.showings) and brief.showings[-1].last < today, -(brief.date or 0), contribution
