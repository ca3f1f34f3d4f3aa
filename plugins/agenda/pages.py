"""The pages of the agenda: upcoming, archives by year, one a event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from agenda.event_view import event_data
from agenda.jsonld import event_node
from contributions.library import Library
from contributions.occurrences import monthly
from publishing.page import FeedLink, Page
from publishing.strings import _, counted
from views import dates
from views.entries import Entry, entries, upcoming
from views.facets import by_department, by_theme, some
from views.pages import ICS, RSS, contribution_page, list_page
from views.paging import pages_of
from views.values import FacetLink, Section

PER_PAGE = 40
LIST = "/agenda/"


def pages(library: Library) -> Iterator[Page]:
    """Every page of the agenda."""
    years = archive_years(library)
    yield from _upcoming(library, years)
    for year in years:
        yield _archive(library, year, years)
    for event in library.events:
        feeds = () if monthly(event) else (FeedLink(_("Ajouter à mon agenda"), f"/agenda/{event.slug}.ics", ICS),)
        yield contribution_page(
            library,
            event,
            "event.html",
            event_data(library, event),
            node=event_node(library, event),
            neighbours=library.upcoming,
            feeds=feeds,
        )


def archive_years(library: Library) -> tuple[int, ...]:
    """Years that have entries which are over, newest first."""
    return tuple(sorted({entry.first.year for entry in entries(library) if entry.last < library.today}, reverse=True))


def _upcoming(library: Library, years: tuple[int, ...]) -> Iterator[Page]:
    title = _("Agenda")
    description = _("Ateliers, visites, conférences, spectacles : les rendez-vous des sciences en {region}.").format(
        region=library.hub.region.name
    )
    ahead = upcoming(library)
    running = tuple(entry.card for entry in ahead if entry.running)
    for piece in pages_of(LIST, [entry for entry in ahead if not entry.running], PER_PAGE):
        yield list_page(
            library,
            piece.path,
            "agenda.html",
            title,
            description,
            {
                "running": running if piece.number == 1 else (),
                "months": _by_month(piece.entries),
                "pager": piece.pager,
                "count": counted("{n} rendez-vous à venir", "{n} rendez-vous à venir", len(ahead)),
                "facets": some(
                    by_department(library, ((entry.department,) for entry in ahead)), by_theme(library, (entry.themes for entry in ahead))
                ),
                "archives": tuple(FacetLink(str(year), f"/agenda/archives/{year}/", None) for year in years),
            },
            section="agenda",
            feeds=(FeedLink(_("Agenda (iCalendar)"), "/agenda.ics", ICS), FeedLink(_("Agenda (RSS)"), "/flux/agenda.xml", RSS)),
            number=piece.number,
            prev=piece.pager.previous_url,
            next=piece.pager.next_url,
        )


def _by_month(ahead: Sequence[Entry]) -> tuple[Section, ...]:
    found = []
    for month, group in groupby(ahead, key=lambda entry: entry.next.replace(day=1)):
        found.append(Section(f"{dates.month(month).capitalize()} {month.year}", tuple(e.card for e in group), id=f"m{month:%Y-%m}"))
    return tuple(found)


def _archive(library: Library, year: int, years: tuple[int, ...]) -> Page:
    past = sorted((e for e in entries(library) if e.first.year == year and e.last < library.today), key=lambda e: (e.first, e.card.url))
    months = tuple(
        Section(dates.month(month).capitalize(), tuple(e.card for e in group), id=f"m{month:%m}")
        for month, group in groupby(past, key=lambda e: e.first.replace(day=1))
    )
    title = _("Agenda {year}").format(year=year)
    description = _("Les rendez-vous passés de {year}, mois par mois.").format(year=year)
    data: dict[str, Any] = {
        "months": months,
        "count": counted("{n} rendez-vous passé", "{n} rendez-vous passés", len(past)),
        "archives": tuple(FacetLink(str(other), f"/agenda/archives/{other}/", None, other == year) for other in years),
    }
    path = f"/agenda/archives/{year}/"
    return list_page(library, path, "agenda_archive.html", title, description, data, section="agenda", above=((_("Agenda"), LIST),))
