"""The cards of the tools in pages, for lists to take them from: /outils/cartes/1.html."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from publishing.page import Page, Planned
from publishing.strings import _
from views.tools.cards import tool_cards

FOLDER = "/outils/cartes/"
PER_PAGE = 12
"""Cards of a page: an answer takes its cards from many pages, and a page that is loaded brings cards that are not shown."""


def card_pages(library: Library, tools: tuple[Contribution[Exhibition], ...]) -> Iterator[Planned]:
    """The pages, of the tools in the order of their list."""
    for number, first in enumerate(range(0, len(tools), PER_PAGE), 1):
        make = partial(_page, library, number, tools[first : first + PER_PAGE])
        yield Planned(f"{FOLDER}{number}.html", make, "tool_cards.html", _title(number), noindex=True)


def _title(number: int) -> str:
    return _("Outils itinérants, fiches {number}").format(number=number)


def _page(library: Library, number: int, tools: tuple[Contribution[Exhibition], ...]) -> Page:
    return Page(
        path=f"{FOLDER}{number}.html",
        template="tool_cards.html",
        title=_title(number),
        description=_("Des fiches du catalogue, où sa liste les prend."),
        data={"cards": tool_cards(library, tools)},
        section="outils",
        noindex=True,
    )
