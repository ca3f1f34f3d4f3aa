"""The pages of the agenda: upcoming, archives by year, one a event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from itertools import groupby

from agenda.event_view import event_data, found_after, names
from agenda.jsonld import event_node
from contributions.library.library import Library
from contributions.library.timetable import Entry
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.occurrences import monthly
from publishing.page import Declared, FeedLink, Page, Planned
from publishing.strings import _, counted
from views.entries import entry_cards
from views.facets import by_department, by_theme, some
from views.french import dates
from views.pages import ICS, RSS, contribution_page, list_page, planned_list
from views.paging import page_of, pages_of
from views.values import FacetLink, Section

PER_PAGE = 40
PER_ARCHIVE = 120
LIST = "/agenda/"


def pages(library: Library) -> Iterator[Declared]:
    """The lists of the agenda."""
    yield from _upcoming(library)
    for year in _years(library):
        yield from _archive(library, year)


def event_page(library: Library, event: Contribution[Event]) -> Page:
    """The page of an event."""
    feeds = () if monthly(event) else (FeedLink(_("Ajouter à mon agenda"), f"/agenda/{event.slug}.ics", ICS),)
    data = event_data(library, event)
    return contribution_page(
        library, event, "event.html", data, node=event_node(library, event), feeds=feeds, names=names(data), more=found_after(data)
    )


def _years(library: Library) -> tuple[int, ...]:
    """Years that have entries which are over, newest first."""
    return tuple(sorted((int(year) for year in library.archives), reverse=True))


def _upcoming(library: Library) -> Iterator[Planned]:
    ahead = [entry for entry in library.to_come if not entry.running]
    for piece in pages_of(LIST, ahead, PER_PAGE):
        yield planned_list(piece.path, "agenda.html", _("Agenda"), partial(_list, library, piece.number))


def _list(library: Library, number: int) -> Page:
    ahead = library.to_come
    piece = page_of(LIST, [entry for entry in ahead if not entry.running], number, PER_PAGE)
    facets = some(by_department(library, ((entry.department,) for entry in ahead)), by_theme(library, (entry.themes for entry in ahead)))
    return list_page(
        library,
        piece.path,
        "agenda.html",
        _("Agenda"),
        _("Ateliers, visites, conférences, spectacles : les rendez-vous des sciences en {region}.").format(region=library.hub.region.name),
        {
            "running": entry_cards(library, [entry for entry in ahead if entry.running]) if number == 1 else (),
            "months": _by_month(library, piece.entries),
            "pager": piece.pager,
            "count": counted("{n} rendez-vous à venir", "{n} rendez-vous à venir", len(ahead)),
            "facets": facets,
            "archives": tuple(FacetLink(str(year), f"/agenda/archives/{year}/", None) for year in _years(library)),
        },
        section="agenda",
        feeds=(FeedLink(_("Agenda (iCalendar)"), "/agenda.ics", ICS), FeedLink(_("Agenda (RSS)"), "/flux/agenda.xml", RSS)),
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )


def _by_month(library: Library, ahead: Sequence[Entry]) -> tuple[Section, ...]:
    found = []
    for month, group in groupby(ahead, key=lambda entry: date.fromordinal(entry.next).replace(day=1)):
        found.append(Section(f"{dates.month(month).capitalize()} {month.year}", entry_cards(library, group), id=f"m{month:%Y-%m}"))
    return tuple(found)


def _archive(library: Library, year: int) -> Iterator[Planned]:
    """The pages of a year: its months, in order."""
    for piece in pages_of(f"/agenda/archives/{year}/", library.archives[str(year)], PER_ARCHIVE):
        title = _("Agenda {year}").format(year=year)
        yield planned_list(piece.path, "agenda_archive.html", title, partial(_past, library, year, piece.number))


def _past(library: Library, year: int, number: int) -> Page:
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
            "archives": tuple(FacetLink(str(other), f"/agenda/archives/{other}/", None, other == year) for other in _years(library)),
        },
        section="agenda",
        above=((_("Agenda"), LIST),),
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )
