"""The catalogue as it is told: all that can be lent, and the pages that answer one question each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from catalogue.filtering.pages import filters
from catalogue.questions import GROUPS, LIST, SCHOOLS, YEAR, Question, not_said
from contributions.library.fund.catalogue import ALL, PASS_CULTURE
from contributions.library.library import Library
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.lists.paging import pager
from views.pages import RSS, list_page, planned_list
from views.tools.cards import tool_cards
from views.values import FacetGroup, FacetLink, Pager

TEMPLATE = "catalogue_answer.html"


def everything(library: Library) -> Iterator[Planned]:
    """/outils/ and the pages behind it."""
    for number, path in _pages(library, ALL):
        yield planned_list(LIST + path, "catalogue.html", _("Outils itinérants"), partial(_everything, library, path, number))


def answered(library: Library) -> Iterator[Planned]:
    """The pages that answer one question each, empty ones too: their addresses are stable."""
    for group, questions in GROUPS.items():
        for question in questions(library):
            for number, path in _pages(library, question.name):
                yield planned_list(LIST + path, TEMPLATE, question.label, partial(_answer, library, question, path, number, group))


def _pages(library: Library, question: str) -> Iterator[tuple[int, str]]:
    """The pages of a question: their numbers, and their addresses below /outils/."""
    base = f"{question}/" if question else ""
    for number in range(1, library.catalogue_lengths.get(question, (1,))[0] + 1):
        yield number, f"{base}page/{number}/" if number > 1 else base


def _everything(library: Library, path: str, number: int) -> Page:
    shown = _pager(library, ALL, number)
    return list_page(
        library,
        LIST + path,
        "catalogue.html",
        _("Outils itinérants"),
        _("Expositions, malles, jeux et maquettes à emprunter en {region}, avec leurs disponibilités.").format(
            region=library.hub.region.name
        ),
        {
            **told(library, ALL, path, number),
            "facets": ways(library) if number == 1 else (),
            "year_url": YEAR,
            "schools_url": SCHOOLS,
            **(filters(library) if number == 1 else {}),
        },
        section="outils",
        feeds=(FeedLink(_("Outils itinérants (RSS)"), "/flux/outils.xml", RSS),),
        prev=shown.previous_url,
        next=shown.next_url,
    )


def _answer(library: Library, question: Question, path: str, number: int, group: str) -> Page:
    shown = _pager(library, question.name, number)
    return list_page(
        library,
        LIST + path,
        TEMPLATE,
        _("Outils itinérants : {question}").format(question=question.label),
        question.lede,
        {
            **told(library, question.name, path, number),
            "heading": question.label,
            "unsaid": not_said(question, library.catalogue_unsaid.get(question.name, (0,))[0]) if number == 1 else "",
            "siblings": FacetGroup(
                _(group), tuple(FacetLink(one.label, one.url, None, one.name == question.name) for one in GROUPS[group](library))
            ),
        },
        section="outils",
        above=((_("Outils itinérants"), LIST),),
        feeds=tuple(_feeds(question)),
        prev=shown.previous_url,
        next=shown.next_url,
    )


def told(library: Library, question: str, path: str, number: int) -> dict[str, Any]:
    """The tools of one page of a question, how many there are in all (on its first page alone: that changes often), and the way on."""
    count = library.catalogue_counts.get(question, (0,))[0] if number == 1 else None
    slugs = library.catalogue_pages.get(path, ())
    return {
        "cards": tool_cards(library, library.tools(slugs)),
        "number": number,
        "total": count,
        "count": counted("{n} outil à emprunter", "{n} outils à emprunter", count) if count is not None else None,
        "pager": _pager(library, question, number),
    }


def ways(library: Library) -> tuple[FacetGroup, ...]:
    """Ways into the catalogue, each with how many it leads to; what is empty is left out."""
    counts = library.catalogue_counts
    found = []
    for group, questions in GROUPS.items():
        links = [FacetLink(one.label, one.url, counts.get(one.name, (0,))[0]) for one in questions(library)]
        if group == "Tarif":
            links.append(FacetLink(_("Pass Culture"), SCHOOLS, counts.get(PASS_CULTURE, (0,))[0]))
        found.append(FacetGroup(_(group), tuple(link for link in links if link.count)))
    return tuple(group for group in found if group.links)


def _pager(library: Library, question: str, number: int) -> Pager:
    base = f"{LIST}{question}/" if question else LIST
    return pager(base, number, library.catalogue_lengths.get(question, (1,))[0])


def _feeds(question: Question) -> Iterator[FeedLink]:
    """The feed that follows what is new on the same subject."""
    sort, _sep, value = question.name.partition("/")
    if sort in {"themes", "territoires", "publics"}:
        yield FeedLink(_("Nouveautés (RSS)"), f"/flux/{sort}/{value}.xml", RSS)
