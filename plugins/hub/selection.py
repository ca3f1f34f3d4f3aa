"""« Ma sélection »: what a visitor starred, kept in the browser; the page holds nothing of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from publishing.page import Page, Planned
from publishing.strings import _
from views.pages import list_page, planned_list

PATH = "/selection/"


def selection(library: Library) -> Iterator[Planned]:
    """The page."""
    yield planned_list(PATH, "selection.html", _("Ma sélection"), partial(_page, library))


def _page(library: Library) -> Page:
    lede = _("Les rendez-vous et les outils que vous avez marqués d’une étoile. Votre navigateur les garde ; personne d’autre ne les voit.")
    return list_page(library, PATH, "selection.html", _("Ma sélection"), lede, {})
