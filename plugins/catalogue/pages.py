"""The pages of the catalogue: the list by group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.cards import cards
from views.facets import by_theme, some
from views.french import labels
from views.pages import RSS, list_page, planned_list
from views.paging import page_of, pages_of
from views.values import FacetGroup, FacetLink, Section

LIST = "/outils/"
PER_PAGE = 48


def pages(library: Library) -> Iterator[Planned]:
    """The pages of the list."""
    for piece in pages_of(LIST, library.exhibitions, PER_PAGE):
        yield planned_list(piece.path, "catalogue.html", _("Outils itinérants"), partial(_list, library, piece.number))


def _list(library: Library, number: int) -> Page:
    categories = library.hub.all_categories["exhibition"]
    order = {group: position for position, group in enumerate(labels.GROUPS)}

    def group_of(tool: Contribution[Exhibition]) -> str:
        entry = categories.get(tool.meta.category)
        return (entry.group if entry else None) or "autre"

    tools = sorted(library.exhibitions, key=lambda tool: (order.get(group_of(tool), 9), tool.meta.title.casefold()))
    counts = Counter(group_of(tool) for tool in tools)
    piece = page_of(LIST, tools, number, PER_PAGE)
    sections = tuple(
        Section(
            labels.label(labels.GROUPS, group) if group in labels.GROUPS else _("Autres outils"),
            cards(library, [tool for tool in piece.entries if group_of(tool) == group]),
            id=group,
        )
        for group in dict.fromkeys(group_of(tool) for tool in piece.entries)
    )
    return list_page(
        library,
        piece.path,
        "catalogue.html",
        _("Outils itinérants"),
        _("Expositions, malles, jeux et maquettes à emprunter en {region}, avec leurs disponibilités.").format(
            region=library.hub.region.name
        ),
        {
            "sections": sections,
            "pager": piece.pager,
            "count": counted("{n} outil à emprunter", "{n} outils à emprunter", len(tools)),
            "facets": some(by_theme(library, (tool.meta.themes for tool in library.exhibitions)), _by_owner(library)),
            "groups": tuple(
                FacetLink(labels.label(labels.GROUPS, group), f"#{group}", counts[group])
                for group in labels.GROUPS
                if any(group_of(tool) == group for tool in piece.entries)
            ),
        },
        section="outils",
        feeds=(FeedLink(_("Outils itinérants (RSS)"), "/flux/outils.xml", RSS),),
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )


def _by_owner(library: Library) -> FacetGroup:
    """The owners that stand in the directory, whose pages list what they lend."""
    owners = Counter(tool.meta.organisation for tool in library.exhibitions)
    lenders = (o for o in library.organisations if owners[o.slug])
    return FacetGroup(_("Propriétaire"), tuple(FacetLink(typo(o.meta.title), o.url, owners[o.slug]) for o in lenders))
