"""Which pages a programme has beside its own: a part that is small stands on the programme's page, a large one has pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from contributions.library.agenda import Row
from contributions.library.editions import DAYS, DEPARTMENTS, ELSEWHERE, GATHERINGS, MONTH, SCHOOLS, InTown
from contributions.library.library import Library
from contributions.models import Programme
from contributions.record.contribution import Contribution
from publishing.strings import _
from views.french import dates
from views.lists.paging import Slice, page_of, pages_of

ROOM = {"days": 36, "towns": 60, "schools": 24, "gatherings": 60, "read": 24}
"""Entries of each sort that the programme's own page has room for."""
PER_PAGE = {"days": 160, "towns": 240, "schools": 100, "gatherings": 200, "read": 48}
"""Entries of a page, by sort: a hundred kilobytes or less, be they long."""

Of = Contribution[Programme]
SORTS = ("days", "towns", "schools", "gatherings", "read")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a programme: of which sort, where its pages begin if it has any, what it is called, and how to read what it holds."""

    sort: str
    url: str
    title: str
    read: Callable[[], Sequence[Any]]
    short: str
    """What it is called among its like."""
    day: date | None = None
    """Which day it is, if it is one."""

    def pages(self) -> Iterator[Slice[Any]]:
        """Its pages."""
        return pages_of(self.url, self.read(), PER_PAGE[self.sort])

    def page(self, number: int) -> Slice[Any]:
        """One of them, counted from 1."""
        return page_of(self.url, self.read(), number, PER_PAGE[self.sort])


def parts(library: Library, programme: Of, sort: str) -> tuple[Part, ...]:
    """All parts of a sort, large or small. What stands in them is read when they are asked for it."""
    if sort == "days":
        return tuple(_days(library, programme))
    if sort == "towns":
        return tuple(_towns(library, programme))
    address, title, read = {
        "schools": ("scolaires", _("Séances scolaires"), school_events),
        "gatherings": ("villages", _("Villages et parcours"), reunited),
        "read": ("a-lire", _("À lire, à emprunter"), other_kinds),
    }[sort]
    return (Part(sort, f"{programme.url}{address}/", title, partial(read, library, programme), title),)


def large(library: Library, programme: Of, sort: str) -> tuple[Part, ...]:
    """The parts of a sort, if they have pages: where the programme's own has no room for all of them together."""
    found = parts(library, programme, sort)
    return found if sum(len(part.read()) for part in found) > ROOM[sort] else ()


def small(library: Library, programme: Of, sort: str) -> tuple[Any, ...]:
    """What the programme's own page tells of a sort; nothing where that has pages."""
    found = parts(library, programme, sort)
    return () if large(library, programme, sort) else tuple(entry for part in found for entry in part.read())


def _days(library: Library, programme: Of) -> Iterator[Part]:
    for span in library.editions.get(f"{programme.slug}/{DAYS}", ()):
        read, first = partial(entries_of, library, programme, span), date.fromisoformat(f"{span}-01"[:10])
        if len(span) == MONTH:
            title = f"{dates.month(first)} {first.year}"
            yield Part("days", f"{programme.url}mois/{span}/", title, read, title)
        else:
            yield Part("days", f"{programme.url}jour/{span}/", dates.full_day(first), read, _short(first), first)


def _short(day: date) -> str:
    """« sam. 10 oct. »."""
    return f"{dates.short_weekday(day)} {dates.ordinal(day)} {dates.short_month(day)}"


def entries_of(library: Library, programme: Of, span: str) -> tuple[tuple[str, Row], ...]:
    """The days (ISO) of a month, or a day alone, each with each showing that it has."""
    days = library.editions[f"{programme.slug}/{span}"] if len(span) == MONTH else (span,)
    return tuple((day, row) for day in days for row in library.editions[f"{programme.slug}/{day}"])


def _towns(library: Library, programme: Of) -> Iterator[Part]:
    known = library.editions.get(f"{programme.slug}/{DEPARTMENTS}", ())
    for code in (*library.hub.departments, ELSEWHERE):
        if code in known:
            address = code if code == ELSEWHERE else f"territoires/{code}"
            title, read = department_title(library, code), partial(events_in, library, programme, code)
            yield Part("towns", f"{programme.url}{address}/", title, read, title)


def department_title(library: Library, code: str) -> str:
    """« Somme (80) »."""
    return _("Hors région et en ligne") if code == ELSEWHERE else f"{library.hub.departments[code]} ({code})"


def events_in(library: Library, programme: Of, code: str) -> tuple[InTown, ...]:
    """Its events in a department, by town."""
    return library.editions[f"{programme.slug}/{code}"]


def school_events(library: Library, programme: Of) -> tuple[tuple[str, str], ...]:
    """(department, slug) of events that have a showing for schools alone, by the first of these."""
    return library.editions.get(f"{programme.slug}/{SCHOOLS}", ())


def reunited(library: Library, programme: Of) -> tuple[tuple[str, str], ...]:
    """(slug of a village, slug of an animation or « »)."""
    return library.editions.get(f"{programme.slug}/{GATHERINGS}", ())


def other_kinds(library: Library, programme: Of) -> tuple[Contribution[Any], ...]:
    """What belongs to it and is no event."""
    return tuple(one for one in library.by_programme.get(programme.slug, ()) if one.kind != "event")
