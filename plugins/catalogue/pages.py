"""The pages of the catalogue: lists of what can be lent, the year of it, what schools find."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.answered import answered, everything
from catalogue.filtering.pages import filter_pages
from catalogue.schools import schools
from catalogue.year import year
from contributions.library.library import Library
from publishing.page import Planned


def pages(library: Library) -> Iterator[Planned]:
    """The pages that list."""
    yield from everything(library)
    yield from answered(library)
    yield from year(library)
    yield schools(library)
    yield from filter_pages(library)
