"""What the feeds of lists hold: so many of the newest, and more where more are of the last days, up to a bound.

An import of a whole festival loses nothing that way, and what is older than all that touches no feed. Days are ordinals.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from contributions.models import Common
from contributions.record.brief import Brief
from contributions.record.contribution import Contribution

LEAST, MOST, DAYS = 50, 200, 30
EVERYTHING, PRESS = "everything", "press"
"""The windows of all kinds, and of what is written for the press; the others are called as the list that each looks at."""


def windows(listed: Iterable[Contribution[Common]], today: int) -> dict[str, tuple[Contribution[Common], ...]]:
    """What each feed holds, newest first as `listed` is, by its name (« by_theme/astronomie »)."""
    found: dict[str, list[Contribution[Common]]] = defaultdict(list)
    for contribution in listed:
        brief = contribution.brief
        if brief.date is not None:
            most = MOST if brief.date >= today - DAYS else LEAST
            for name in dict.fromkeys(_names(brief)):
                if len(found[name]) < most:
                    found[name].append(contribution)
    return {name: tuple(entries) for name, entries in sorted(found.items())}


def is_for_the_press(brief: Brief) -> bool:
    """Whether it is a press release."""
    return brief.kind == "article" and brief.category == "communique"


def _names(brief: Brief) -> Iterator[str]:
    yield EVERYTHING
    yield f"listed_kinds/{brief.kind}"
    if is_for_the_press(brief):
        yield PRESS
    shelves = {
        "by_theme": brief.themes,
        "by_department": brief.departments,
        "by_audience": brief.audiences,
        "by_organisation": brief.organisations,
        "by_programme": brief.programmes,
    }
    for index, keys in shelves.items():
        for key in keys:
            yield f"{index}/{key}"
