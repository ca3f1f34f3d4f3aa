"""What is suggested to whoever writes the first letters of a word: what is to come, or still stands; the past is for the search."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from contributions.models import Common
from contributions.record.brief import Brief
from contributions.record.contribution import Contribution

MOST = 100
"""What is suggested of one kind for the same letters: more letters of another word tell more."""
UNKNOWN = 0


class Suggested(NamedTuple):
    """A contribution: of an event the next day on which it takes place (ordinal), or UNKNOWN; and where it is, or nothing."""

    kind: str
    slug: str
    day: int
    town: str


def suggested(listed: Iterable[Contribution[Common]], day: int) -> dict[str, tuple[Suggested, ...]]:
    """By two letters: events first, the soonest first, then the others as they are listed, the newest first."""
    found: dict[str, list[Suggested]] = defaultdict(list)
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for one, beginnings in sorted(_shown(listed, day), key=lambda pair: (pair[0].kind != "event", pair[0].day)):
        for letters in beginnings:
            counted[letters, one.kind] += 1
            if counted[letters, one.kind] <= MOST:
                found[letters].append(one)
    return {letters: tuple(rows) for letters, rows in sorted(found.items())}


def _shown(listed: Iterable[Contribution[Common]], day: int) -> Iterator[tuple[Suggested, tuple[str, ...]]]:
    for contribution in listed:
        brief = contribution.brief
        if brief.visibility == "public" and brief.withdrawn > day and (brief.kind != "event" or _ahead(brief, day)):
            yield _told(brief, day), brief.beginnings


def _ahead(brief: Brief, day: int) -> bool:
    return any(showing.stands and showing.last >= day for showing in brief.showings)


def _told(brief: Brief, day: int) -> Suggested:
    """Of an event its next showing that stands is told: its first day, be it past, but no day of what is only known to be in a month."""
    ahead = sorted((showing.start, showing) for showing in brief.showings if showing.stands and showing.last >= day)
    if not ahead:
        return Suggested(brief.kind, brief.slug, UNKNOWN, brief.towns[0][1] if brief.towns else "")
    showing = ahead[0][1]
    town = brief.towns[showing.town][1] if showing.town >= 0 else ""
    return Suggested(brief.kind, brief.slug, UNKNOWN if brief.monthly else showing.first, town)
