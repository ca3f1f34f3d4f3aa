"""What each tool of the library offers, with the days on which its owner is closed."""

from __future__ import annotations

from typing import cast

from contributions.lending.offer import Offer, offer
from contributions.library.catalogue import closures
from contributions.library.library import Library
from contributions.models import Exhibition, Organisation
from contributions.record.contribution import Contribution


def offered(library: Library, tool: Contribution[Exhibition]) -> Offer:
    """The offer of a tool; its owner's closed days hold whether or not it stands in the directory."""
    return library.once(("offer", tool.slug), lambda: _offered(library, tool))


def _offered(library: Library, tool: Contribution[Exhibition]) -> Offer:
    owner = cast("Contribution[Organisation] | None", library.find("organisation", tool.meta.organisation))
    return offer(tool.meta, closures(owner), library.today)
