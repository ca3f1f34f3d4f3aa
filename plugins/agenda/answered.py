"""The agenda as it is told: what is to come, and the pages that answer one question each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from agenda.calendar_table import CalendarTable, calendar_table
from agenda.filtering.controls import filters
from agenda.questions import GROUPS, HOLIDAYS, LIST, Question, days, of_day
from contributions.library.agenda import ALL
from contributions.library.library import Library
from contributions.library.periods import DAY, DAYS_AHEAD, MONTH, first_day, named_day
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.cards import sign
from views.french import dates
from views.pages import ICS, RSS, list_page, planned_list
from views.timetable import timetable
from views.values import Day, FacetGroup, FacetLink, Link

STATIONS = 21
"""Days of the strip."""


@dataclass(frozen=True, slots=True)
class Station:
    """A day of the strip; without address where nothing is."""

    day: Day
    count: str
    url: str | None


def upcoming(library: Library, years: Sequence[int]) -> Iterator[Planned]:
    """/agenda/ and the pages behind it; `years` have archives."""
    for path in _paths(library, ALL):
        yield planned_list(LIST + path, "agenda.html", _("Agenda"), partial(_upcoming, library, path, tuple(years)))


def answered(library: Library) -> Iterator[Planned]:
    """The pages that answer one question each, empty ones too: their addresses are stable."""
    for group, questions in GROUPS.items():
        for question in questions(library):
            yield from _planned(library, question, group) if question.name != HOLIDAYS else ()
    for question in days(library):
        yield from _planned(library, question, None)


def _planned(library: Library, question: Question, group: str | None) -> Iterator[Planned]:
    for path in _paths(library, question.name):
        yield planned_list(LIST + path, "agenda_answer.html", question.title, partial(_answer, library, question, path, group))


def _paths(library: Library, question: str) -> Iterator[str]:
    """The addresses of a question's pages below /agenda/."""
    base = f"{question}/" if question else ""
    path, number = base, 1
    while number == 1 or path in library.agenda_pages:
        yield path
        number += 1
        path = f"{base}page/{number}/"


def _upcoming(library: Library, path: str, years: tuple[int, ...]) -> Page:
    front = path == ""
    return list_page(
        library,
        LIST + path,
        "agenda.html",
        _("Agenda"),
        _("Ateliers, visites, conférences, spectacles : les rendez-vous des sciences en {region}.").format(region=library.hub.region.name),
        {
            **told(library, ALL, path),
            "stations": _stations(library, path) if front else (),
            "facets": _ways(library) if front else (),
            "archives": tuple(FacetLink(str(year), f"/agenda/archives/{year}/", None) for year in years),
            **(filters(library) if front else {}),
        },
        section="agenda",
        feeds=(FeedLink(_("Agenda (iCalendar)"), "/agenda.ics", ICS), FeedLink(_("Agenda (RSS)"), "/flux/agenda.xml", RSS)),
    )


def _answer(library: Library, question: Question, path: str, group: str | None) -> Page:
    front = path == f"{question.name}/"
    return list_page(
        library,
        LIST + path,
        "agenda_answer.html",
        _("Agenda : {question}").format(question=question.label),
        question.lede,
        {
            **told(library, question.name, path),
            "heading": question.title,
            "calendar": _calendar(library, question.name) if front and question.name.startswith(MONTH) else None,
            "near": _days_beside(library, question.name) if question.name.startswith(DAY) else (),
            "siblings": _siblings(library, question, group) if group else None,
        },
        section="agenda",
        above=((_("Agenda"), LIST),),
        feeds=tuple(_feeds(question)),
    )


def _calendar(library: Library, name: str) -> CalendarTable:
    year, month = map(int, name.removeprefix(MONTH).split("-"))
    pages = {LIST + path: library.agenda_pages.get(path, ()) for path in _paths(library, name)}
    return calendar_table(year, month, pages, _first_asked(library, name))


def _siblings(library: Library, question: Question, group: str) -> FacetGroup:
    links = (FacetLink(one.label, one.url, None, one.name == question.name) for one in GROUPS[group](library))
    return FacetGroup(_(group), tuple(links))


def told(library: Library, question: str, path: str) -> dict[str, Any]:
    """The entries of one page of a question, how many there are, and the way on.

    How many there are in all is said on its first page: that changes often. The pages behind it say how many they have themselves.
    """
    rows = library.agenda_pages.get(path, ())
    base = f"{question}/" if question else ""
    number = 1 if path == base else int(path.rstrip("/").rpartition("/")[2])
    further = f"{base}page/{number + 1}/"
    back = base if number == 2 else f"{base}page/{number - 1}/"
    begins = library.agenda_starts.get(further)
    front = number == 1
    count = library.agenda_counts.get(question, (0,))[0] if front else len(rows)
    said = counted("{n} rendez-vous", "{n} rendez-vous", count)
    return {
        "timetable": timetable(library, rows, _first_asked(library, question)),
        "number": number,
        "total": count,
        "count": said if front else _("{count} sur cette page").format(count=said),
        "previous": None if front else Link(_("Avant"), LIST + back),
        "more": Link(_("La suite, à partir du {day}").format(day=dates.day_month(date.fromordinal(*begins))), LIST + further)
        if begins
        else None,
    }


def _first_asked(library: Library, question: str) -> int:
    """The first day that a question asks for. One that names a later day than today's does not depend on which day it is."""
    named = named_day(question)
    if named is not None and not library.has_come(date.fromordinal(named)):
        return named
    return first_day(question, library.today.toordinal())


def _stations(library: Library, path: str) -> tuple[Station, ...]:
    """The coming days, each with how much begins or goes on; those of this page lead down it."""
    here = {row.first for row in library.agenda_pages.get(path, ())}
    found = []
    for later in range(STATIONS):
        day = library.today + timedelta(later)
        question = of_day(day)
        count = library.agenda_counts.get(question.name, (0,))[0]
        url = f"#j{day}" if day.toordinal() in here else question.url
        found.append(Station(sign(day), counted("{n} rendez-vous", "{n} rendez-vous", count), url if count else None))
    return tuple(found)


def _days_beside(library: Library, name: str) -> tuple[Link, ...]:
    """The days before and after one, where they have pages."""
    shown, one = date.fromisoformat(name.removeprefix(DAY)), timedelta(1)
    beside = [] if library.is_past(shown - one) else [of_day(shown - one)]
    if library.has_come(shown + one - timedelta(DAYS_AHEAD)):
        beside.append(of_day(shown + one))
    return tuple(Link(question.label, question.url) for question in beside)


def _ways(library: Library) -> tuple[FacetGroup, ...]:
    """Ways into the agenda, each with how many it leads to; what is empty is left out."""
    counts = library.agenda_counts
    found = []
    for group, questions in GROUPS.items():
        links = [FacetLink(one.label, one.url, counts.get(one.name, (0,))[0]) for one in questions(library) if one.name != HOLIDAYS]
        holidays = [FacetLink(one.label, one.url, None) for one in questions(library) if one.name == HOLIDAYS]
        found.append(FacetGroup(_(group), (*holidays, *(link for link in links if link.count))))
    return tuple(group for group in found if group.links)


def _feeds(question: Question) -> Iterator[FeedLink]:
    """The calendar and the feed that follow the same question."""
    sort, _sep, value = question.name.partition("/")
    if sort in {"themes", "territoires", "publics"}:
        yield FeedLink(_("Agenda (iCalendar)"), f"/agenda/{sort}/{value}.ics", ICS)
        yield FeedLink(_("Nouveautés (RSS)"), f"/flux/{sort}/{value}.xml", RSS)
