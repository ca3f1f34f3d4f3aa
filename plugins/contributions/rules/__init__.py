"""What must hold between the values of one contribution, and between contributions: each rule gives located findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Common
from contributions.problems import Finding
from contributions.rules import aliases, bodies, events, files, freshness, loans, references

Rule = Callable[[Library, Contribution[Common], Path], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    references.known,
    aliases.owned,
    events.times,
    loans.terms,
    files.present,
    bodies.links,
    freshness.stale,
)
"""Each takes the library, one contribution and the content folder."""


def check(library: Library, content: Path) -> Iterator[tuple[Contribution[Common], Finding]]:
    """Every finding about every contribution."""
    for contribution in library.all:
        for rule in RULES:
            for finding in rule(library, contribution, content):
                yield contribution, finding
