"""Ways to narrow a list: links to the pages of its themes and departments, each with how many it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from contributions.library.library import Library
from publishing.strings import _
from views.values import FacetGroup, FacetLink


def by_theme(library: Library, themes: Iterable[Iterable[str]]) -> FacetGroup:
    """The themes of what is listed, given entry by entry."""
    return FacetGroup(_("Thème"), _links("/themes/", library.hub.themes, themes))


def by_department(library: Library, departments: Iterable[Iterable[str | None]]) -> FacetGroup:
    """The departments of what is listed, given entry by entry."""
    names = {code: f"{name} ({code})" for code, name in library.hub.departments.items()}
    return FacetGroup(_("Département"), _links("/territoires/", names, departments))


def _links(base: str, names: Mapping[str, str], values: Iterable[Iterable[str | None]]) -> tuple[FacetLink, ...]:
    counts = Counter(value for entry in values for value in set(entry))
    return tuple(FacetLink(name, f"{base}{value}/", counts[value]) for value, name in names.items() if counts[value])


def some(*groups: FacetGroup) -> tuple[FacetGroup, ...]:
    """The groups that have links."""
    return tuple(group for group in groups if group.links)
