"""What must hold between the values of one contribution, and between contributions: each rule gives located findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.models import Common
from contributions.problems.problem import Finding
from contributions.rules import aliases, bodies, events, files, freshness, loans, persons, references

Rule = Callable[[Library, Contribution[Common], Path], Iterator[Finding]]
"""Takes the library, one contribution and the content folder."""

ALONE: tuple[Rule, ...] = (events.times, loans.terms, files.formats, freshness.stale, persons.addresses)
"""Rules that look at a contribution, the region and today, and at nothing around it."""

AMONG_OTHERS: tuple[Rule, ...] = (references.known, aliases.owned, aliases.identified, files.present, bodies.links)
"""Rules that look at other contributions and files too; what they look for is told by rules/needs.py."""


def check(
    library: Library, contribution: Contribution[Common], content: Path, rules: tuple[Rule, ...] = ALONE + AMONG_OTHERS
) -> Iterator[Finding]:
    """Every finding about a contribution."""
    for rule in rules:
        yield from rule(library, contribution, content)
