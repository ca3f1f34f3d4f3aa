"""Ways to narrow a list: links to the pages of its themes and departments, each with how many it leads to."""

from __future__ import annotations

from collections.abc import Iterable

from contributions.contribution import Contribution
from contributions.library import Library
from contributions.models import Common
from publishing.strings import _
from views.values import FacetGroup, FacetLink


def by_theme(library: Library, listed: Iterable[Contribution[Common]]) -> FacetGroup:
    """The themes of what is listed."""
    entries = list(listed)
    links = tuple(
        FacetLink(label, f"/themes/{slug}/", count)
        for slug, label in library.hub.themes.items()
        if (count := sum(slug in getattr(entry.meta, "themes", ()) for entry in entries))
    )
    return FacetGroup(_("Thème"), links)


def by_department(library: Library, listed: Iterable[Contribution[Common]]) -> FacetGroup:
    """The departments of what is listed."""
    entries = list(listed)
    links = tuple(
        FacetLink(f"{name} ({code})", f"/territoires/{code}/", count)
        for code, name in library.hub.departments.items()
        if (count := sum(code in entry.departments for entry in entries))
    )
    return FacetGroup(_("Département"), links)


def some(*groups: FacetGroup) -> tuple[FacetGroup, ...]:
    """The groups that have links."""
    return tuple(group for group in groups if group.links)
