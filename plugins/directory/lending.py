"""What an organisation lends: its tools by theme, with the coming year of each."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library.library import Library
from contributions.models import Exhibition, Organisation
from contributions.record.contribution import Contribution
from views.tools.cards import YearGroup, tool_card


def lent(library: Library, owner: Contribution[Organisation]) -> tuple[YearGroup, ...]:
    """Its tools by their first theme, in the order of the hub's themes; a theme leads to all the tools that have it."""
    return tuple(_by_theme(library, tuple(library.tools(library.catalogue.get(f"proprietaires/{owner.slug}", ())))))


def _by_theme(library: Library, tools: tuple[Contribution[Exhibition], ...]) -> Iterator[YearGroup]:
    for slug, label in library.hub.themes.items():
        lines = tuple(tool_card(library, tool) for tool in tools if tool.meta.themes[0] == slug)
        if lines:
            yield YearGroup(label, f"/outils/themes/{slug}/", lines)
