"""What each tool of the library offers, with the days on which its owner is closed; whether it is lent at all."""

from __future__ import annotations

from typing import cast

from contributions.lending.offer import Offer, left_on, offer
from contributions.library.catalogue import closures
from contributions.library.library import Library
from contributions.models import Exhibition, Organisation
from contributions.record.contribution import Contribution


def offered(library: Library, tool: Contribution[Exhibition]) -> Offer:
    """The offer of a tool; its owner's closed days hold whether or not it stands in the directory."""
    return library.once(("offer", tool.slug), lambda: _offered(library, tool))


def withdrawn(library: Library, tool: Exhibition) -> bool:
    """Whether its owner does not lend it any more."""
    left = left_on(tool)
    return tool.condition == "retire" or (left is not None and library.has_come(left))


def _offered(library: Library, tool: Contribution[Exhibition]) -> Offer:
    owner = cast("Contribution[Organisation] | None", library.find("organisation", tool.meta.organisation))
    return offer(tool.meta, closures(owner), library.today)
