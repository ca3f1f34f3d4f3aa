"""/outils/disponibilites/: the coming year of all that can be lent, as a table, a line a tool, by owner."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.questions import LIST, YEAR
from contributions.library.fund.catalogue import ALL
from contributions.library.library import Library
from contributions.words.typography import typo
from publishing.page import Page, Planned
from publishing.strings import _, counted
from views.cards import organisation
from views.lists.paging import pager
from views.pages import list_page, planned_list
from views.tools.cards import YearGroup, tool_cards
from views.tools.months import columns

PATH = YEAR.removeprefix(LIST)


def year(library: Library) -> Iterator[Planned]:
    """The pages of the table."""
    for number in range(1, len(library.years) + 1):
        path = f"{PATH}page/{number}/" if number > 1 else PATH
        yield planned_list(LIST + path, "catalogue_year.html", _("Disponibilités"), partial(_page, library, path, number))


def _page(library: Library, path: str, number: int) -> Page:
    shown = pager(YEAR, number, len(library.years))
    count = library.catalogue_counts.get(ALL, (0,))[0] if number == 1 else None
    return list_page(
        library,
        LIST + path,
        "catalogue_year.html",
        _("Disponibilités des outils"),
        _("Les douze mois à venir, propriétaire par propriétaire : c’est à lui de confirmer."),
        {
            "columns": columns(library),
            "groups": tuple(_group(library, owner, slugs) for owner, slugs in library.years.get(path, ())),
            "total": count,
            "count": counted("{n} outil à emprunter", "{n} outils à emprunter", count) if count is not None else None,
            "pager": shown,
        },
        section="outils",
        above=((_("Outils itinérants"), LIST),),
        prev=shown.previous_url,
        next=shown.next_url,
    )


def _group(library: Library, owner: str, slugs: tuple[str, ...]) -> YearGroup:
    lines = tool_cards(library, library.tools(slugs))
    if library.find("organisation", owner) is None:
        return YearGroup(typo(owner), None, lines)
    return YearGroup(organisation(library, owner).label, f"{LIST}proprietaires/{owner}/", lines)
