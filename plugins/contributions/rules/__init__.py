"""What must hold between the values of one contribution, and between contributions: each rule gives located findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.rules import (
    aliases,
    alike,
    bodies,
    calendars,
    events,
    files,
    freshness,
    leaders,
    loans,
    parents,
    persons,
    references,
)
from contributions.sense import order, prices, said

Rule = Callable[[Library, Contribution[Common], Path], Iterator[Finding]]
"""Takes the library, one contribution and the content folder."""

RULES: tuple[Rule, ...] = (
    events.times,
    parents.families,
    prices.priced,
    prices.lent,
    loans.terms,
    calendars.kept,
    files.formats,
    files.present,
    freshness.stale,
    order.later,
    leaders.heard,
    persons.addresses,
    persons.lent,
    said.sensible,
    references.known,
    aliases.owned,
    aliases.identified,
    alike.alike,
    bodies.links,
)
"""What a rule reads of the library is noted while it runs: it runs again where that has changed, and nobody says what it depends on."""


def check(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Every finding about a contribution; what is wrong with values that it has of its parent is told there."""
    elsewhere = contribution.whole.inherited
    for rule in RULES:
        yield from (found for found in rule(library, contribution, content) if not found.location or found.location[0] not in elsewhere)
