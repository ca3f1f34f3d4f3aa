"""The agenda of the school holidays that are on, else of the next."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from agenda.questions import HOLIDAYS, LIST
from contributions.library.agenda import Row, in_order
from contributions.library.library import Library
from contributions.library.periods import day
from contributions.region.holidays import holidays, zone_of
from contributions.words.typography import typo
from publishing.page import Page, Planned
from publishing.strings import _, counted
from views.french import dates
from views.pages import list_page, planned_list
from views.timetable import timetable

PATH = f"{LIST}{HOLIDAYS}/"


def holidays_page(library: Library) -> Iterator[Planned]:
    """The page, where the region's holidays are known."""
    if zone := zone_of(library.hub):
        yield planned_list(PATH, "agenda_answer.html", _("Pendant les vacances"), partial(_page, library, zone))


def _page(library: Library, zone: str) -> Page:
    found = holidays(zone, library.today)
    rows: list[Row] = []
    first = library.today.toordinal()
    if found:
        first = max(first, found.first.toordinal())
        days = (library.agenda.get(day(one), ()) for one in range(first, found.last.toordinal() + 1))
        rows = in_order({row for of_day in days for row in of_day}, first)
        lede = _("Les rendez-vous des sciences {when} (zone {zone}).").format(when=dates.days(found.first, found.last), zone=zone)
    else:
        lede = _("Les dates des prochaines vacances ne sont pas encore connues.")
    title = typo(found.name) if found else _("Pendant les vacances")
    return list_page(
        library,
        PATH,
        "agenda_answer.html",
        _("Agenda : {question}").format(question=title),
        lede,
        {
            "heading": title,
            "timetable": timetable(library, rows, first),
            "number": 1,
            "total": len(rows),
            "count": counted("{n} rendez-vous", "{n} rendez-vous", len(rows)),
            **dict.fromkeys(("previous", "more", "calendar", "near", "siblings")),
        },
        section="agenda",
        above=((_("Agenda"), LIST),),
    )
