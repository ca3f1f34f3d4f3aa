"""What the list of tools needs to answer questions: on its first page, and beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from catalogue.filtering.cards import card_pages
from catalogue.filtering.controls import panel
from catalogue.filtering.documents import Tools, documents
from contributions.library.library import Library
from contributions.words.folding import folded
from publishing.page import Planned


def filter_pages(library: Library) -> Iterator[Planned]:
    """The documents and the cards."""
    tools = listed(library)
    yield from documents(library, tools)
    yield from card_pages(library, tools)


def filters(library: Library) -> dict[str, Any]:
    """What the first page of the list holds."""
    return panel(library, listed(library))


def listed(library: Library) -> Tools:
    """What can be lent, the oldest first: a tool more is in the last page of cards, and leaves the others as they are."""
    return tuple(sorted(library.lendable, key=lambda tool: (tool.brief.date or 0, folded(tool.brief.title), tool.slug)))
