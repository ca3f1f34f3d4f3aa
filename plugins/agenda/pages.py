"""The pages of the agenda: what is to come, as a timetable; archives by year; one page an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import groupby

from agenda.answered import answered, upcoming
from agenda.embedding import embedded_page
from agenda.event.jsonld import event_node
from agenda.event.sharing import words
from agenda.event.view import event_data
from agenda.filtering.documents import documents
from agenda.filtering.towns import towns
from agenda.holidays import holidays_page
from agenda.questions import LIST
from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly
from publishing.page import Declared, FeedLink, Page, Planned
from publishing.strings import _, counted
from views.entries import entry_cards
from views.french import dates
from views.lists.paging import page_of, pages_of
from views.pages import ICS, contribution_page, list_page, planned_list
from views.values import FacetLink, Section

PER_ARCHIVE = 120


def pages(library: Library) -> Iterator[Declared]:
    """The lists of the agenda."""
    years = tuple(sorted((int(year) for year in library.archives), reverse=True))
    yield from upcoming(library, years)
    yield from answered(library)
    yield from holidays_page(library)
    yield embedded_page(library)
    yield from documents(library)
    yield towns(library)
    for year in years:
        yield from _archive(library, year, years)


def event_page(library: Library, event: Contribution[Event]) -> Page:
    """The page of an event."""
    feeds = () if monthly(event) else (FeedLink(_("Ajouter à mon agenda"), f"/agenda/{event.slug}.ics", ICS),)
    data = event_data(library, event)
    node = event_node(library, event)
    page = contribution_page(
        library, event, "event.html", data, node=node, feeds=feeds, names=(data["tool"].title,) if data["tool"] else ()
    )
    return replace(page, shared=words(library, event))


def _archive(library: Library, year: int, years: tuple[int, ...]) -> Iterator[Planned]:
    """The pages of a year: its months, in order."""
    for piece in pages_of(f"/agenda/archives/{year}/", library.archives[str(year)], PER_ARCHIVE):
        title = _("Agenda {year}").format(year=year)
        yield planned_list(piece.path, "agenda_archive.html", title, partial(_past, library, year, piece.number, years))


def _past(library: Library, year: int, number: int, years: tuple[int, ...]) -> Page:
    past = library.archives[str(year)]
    piece = page_of(f"/agenda/archives/{year}/", past, number, PER_ARCHIVE)
    months = tuple(
        Section(dates.month(month).capitalize(), entry_cards(library, group), id=f"m{month:%m}")
        for month, group in groupby(piece.entries, key=lambda entry: date.fromordinal(entry.first).replace(day=1))
    )
    return list_page(
        library,
        piece.path,
        "agenda_archive.html",
        _("Agenda {year}").format(year=year),
        _("Les rendez-vous passés de {year}, mois par mois.").format(year=year),
        {
            "months": months,
            "pager": piece.pager,
            "count": counted("{n} rendez-vous passé", "{n} rendez-vous passés", len(past)),
            "archives": tuple(FacetLink(str(other), f"/agenda/archives/{other}/", None, other == year) for other in years),
        },
        section="agenda",
        above=((_("Agenda"), LIST),),
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )
