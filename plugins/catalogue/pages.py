"""The pages of the catalogue: the list, one a tool."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from catalogue.jsonld import tool_node
from catalogue.tool_view import found_after, tool_data
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import typo
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.facets import by_theme, some
from views.pages import RSS, contribution_page, list_page, planned_list
from views.paging import page_of, pages_of
from views.tool_cards import tool_cards
from views.values import FacetGroup, FacetLink

LIST = "/outils/"
PER_PAGE = 48


def pages(library: Library) -> Iterator[Planned]:
    """The pages of the list."""
    for piece in pages_of(LIST, library.exhibitions, PER_PAGE):
        yield planned_list(piece.path, "catalogue.html", _("Outils itinérants"), partial(_list, library, piece.number))


def tool_page(library: Library, tool: Contribution[Exhibition]) -> Page:
    """The page of a tool."""
    data = tool_data(library, tool)
    return contribution_page(library, tool, "tool.html", data, node=tool_node(library, tool), more=tuple(found_after(data)))


def _list(library: Library, number: int) -> Page:
    tools = sorted(library.exhibitions, key=lambda tool: tool.meta.title.casefold())
    piece = page_of(LIST, tools, number, PER_PAGE)
    return list_page(
        library,
        piece.path,
        "catalogue.html",
        _("Outils itinérants"),
        _("Expositions, malles, jeux et maquettes à emprunter en {region}, avec leurs disponibilités.").format(
            region=library.hub.region.name
        ),
        {
            "cards": tool_cards(library, piece.entries),
            "pager": piece.pager,
            "count": counted("{n} outil à emprunter", "{n} outils à emprunter", len(tools)),
            "facets": some(by_theme(library, (tool.meta.themes for tool in library.exhibitions)), _by_owner(library)),
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
