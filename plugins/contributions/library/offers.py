"""What each tool of the library offers, with the days on which its owner is closed; whether it is lent at all."""

from __future__ import annotations

from typing import cast

from contributions.lending.offer import Offer, left_on, offer
from contributions.library.fund.catalogue import closed_by
from contributions.library.library import Library
from contributions.models import Exhibition, Organisation
from contributions.models.organisation import Closure
from contributions.record.contribution import Contribution


def offered(library: Library, tool: Contribution[Exhibition]) -> Offer:
    """The offer of a tool."""
    return library.once(("offer", tool.slug), lambda: offer(tool.meta, closures(library, tool.meta), library.today))


def withdrawn(library: Library, tool: Exhibition) -> bool:
    """Whether its owner does not lend it any more."""
    left = left_on(tool)
    return tool.condition == "retire" or (left is not None and library.has_come(left))


def closures(library: Library, tool: Exhibition) -> tuple[Closure, ...]:
    """The days on which its owner hands nothing over."""
    return closed_by(cast("Contribution[Organisation] | None", library.find("organisation", tool.organisation)))
