"""The page that shows up to four tools side by side. Its script reads the tools' own pages: no second file says the same of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from catalogue.questions import YEAR
from contributions.library.fund.catalogue import ALL
from contributions.library.library import Library
from publishing.page import Page, Planned
from publishing.strings import _
from views.pages import list_page, planned_list
from views.tools.cards import tool_cards

PATH = "/outils/comparer/"
MOST = 4
"""Tools side by side: more cannot be read at once, nor printed on a sheet."""

TO_BEGIN_WITH = 3
"""Tools that the page proposes while none is chosen."""


def pages(library: Library) -> Iterator[Planned]:
    """The page alone."""
    yield planned_list(PATH, "compare.html", _title(), partial(_page, library))


def _page(library: Library) -> Page:
    first = library.catalogue_pages.get(ALL, ())
    return list_page(
        library,
        PATH,
        "compare.html",
        _title(),
        _("Jusqu’à quatre outils côte à côte, avec ce qui les distingue, à lire ou à imprimer."),
        {"most": MOST, "year_url": YEAR, "cards": tool_cards(library, library.tools(first[:TO_BEGIN_WITH]))},
        above=((_("Outils itinérants"), "/outils/"),),
        section="outils",
    )


def _title() -> str:
    return _("Comparer des outils")
