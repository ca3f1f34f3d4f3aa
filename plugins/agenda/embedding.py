"""The agenda as a page that other sites may show in a frame: /embed/agenda/, with the names of the filters in its address."""

from __future__ import annotations

from functools import partial

from agenda.answered import told
from agenda.filtering.controls import embedded
from agenda.questions import LIST
from contributions.library.agenda import ALL
from contributions.library.library import Library
from publishing.page import Page, Planned
from publishing.strings import _
from views.pages import list_page
from views.timetable import timetable

PATH = "/embed/agenda/"
SHOWN = 24
"""Entries that it has before it is asked anything: a frame is small, and must be light."""


def embedded_page(library: Library) -> Planned:
    """The page; searches leave it out, for /agenda/ tells the same."""
    return Planned(PATH, partial(_page, library), "embed.html", _("L’agenda dans un cadre"), noindex=True)


def _page(library: Library) -> Page:
    rows = library.agenda.get(ALL, ())
    return list_page(
        library,
        PATH,
        "embed.html",
        _("L’agenda dans un cadre"),
        _("Les rendez-vous des sciences en {region}.").format(region=library.hub.region.name),
        {
            **told(library, ALL, ""),
            **embedded(library),
            "timetable": timetable(library, rows[:SHOWN], library.today.toordinal()),
            "more": len(rows) > SHOWN,
            "whole": LIST,
            "heading": _("Agenda"),
        },
        noindex=True,
    )
