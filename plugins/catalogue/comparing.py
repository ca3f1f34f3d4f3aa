"""The page that shows up to four tools side by side. Its script reads the tools' own pages: no second file says the same of each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from publishing.page import Page, Planned
from publishing.strings import _
from views.pages import list_page, planned_list

PATH = "/outils/comparer/"
MOST = 4
"""Tools side by side: more cannot be read at once, nor printed on a sheet."""


def pages(library: Library) -> Iterator[Planned]:
    """The page alone."""
    yield planned_list(PATH, "compare.html", _title(), partial(_page, library))


def _page(library: Library) -> Page:
    return list_page(
        library,
        PATH,
        "compare.html",
        _title(),
        _("Jusqu’à quatre outils côte à côte, avec ce qui les distingue, à lire ou à imprimer."),
        {"most": MOST},
        above=((_("Outils itinérants"), "/outils/"),),
        section="outils",
    )


def _title() -> str:
    return _("Comparer des outils")
