"""The pages of the catalogue: lists of what can be lent, the year of it, what schools find; one page a tool."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.answered import answered, everything
from catalogue.filtering.pages import filter_pages
from catalogue.jsonld import tool_node
from catalogue.schools import schools
from catalogue.tool_view import found_after, tool_data
from catalogue.year import year
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from publishing.page import Page, Planned
from views.pages import contribution_page


def pages(library: Library) -> Iterator[Planned]:
    """The pages that list."""
    yield from everything(library)
    yield from answered(library)
    yield from year(library)
    yield schools(library)
    yield from filter_pages(library)


def tool_page(library: Library, tool: Contribution[Exhibition]) -> Page:
    """The page of a tool."""
    data = tool_data(library, tool)
    return contribution_page(library, tool, "tool.html", data, node=tool_node(library, tool), more=tuple(found_after(data)))
