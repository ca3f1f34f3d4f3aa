"""Each value of a header by itself, gathered once for all that look at such: days and hours, addresses, words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from contributions.library.library import Library
from contributions.models import Common
from contributions.models.texts import said_in
from contributions.problems.problem import Finding
from contributions.record.contribution import Contribution
from contributions.sense.clocks import clocks
from contributions.sense.reachable import reachable
from contributions.sense.wording import worded


def sensible(library: Library, contribution: Contribution[Common], content: Path) -> Iterator[Finding]:
    """Findings about values that cannot be meant."""
    said = said_in(contribution.meta)
    yield from clocks(contribution.meta, said.moments, library.hub.zone)
    yield from reachable(said.addresses)
    yield from worded(contribution, said.texts, content)
