"""The page of a tool."""

from __future__ import annotations

from catalogue.jsonld import tool_node
from catalogue.record.view import found_after, tool_data
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from publishing.page import Page
from views.pages import contribution_page


def tool_page(library: Library, tool: Contribution[Exhibition]) -> Page:
    """The page of a tool."""
    data = tool_data(library, tool)
    return contribution_page(library, tool, "tool.html", data, node=tool_node(library, tool), more=tuple(found_after(data)))
