"""The pages of a programme: its own, and where it is large one a day, a department, and for schools, villages and what one reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import Any, cast

from contributions.library.editions import UNDATED
from contributions.library.library import Library
from contributions.models import Common, Event, Programme
from contributions.record.contribution import Contribution
from contributions.record.states import apart
from contributions.words.typography import typo
from programmes.days import months, runs, stations
from programmes.figures import changes, gathered, said, taking_place, totals
from programmes.free import free_places
from programmes.gatherings import gatherings
from programmes.lines import Line, line
from programmes.outcome import leading, leading_count, organising, outcome
from programmes.panel import course, enrolment, facts
from programmes.parts import SORTS, Part, large, parts, school_events, small
from programmes.schools import offers, school_count
from programmes.towns import by_town, listed_towns, places_map, programme_map
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.cards import cards
from views.french import labels
from views.jsonld import work_node
from views.pages import ICS, RSS, contribution_page, list_page, planned, planned_list
from views.values import FacetLink, Link

OWN, OF_PART = "programme.html", "programme_part.html"


def pages(library: Library, contribution: Contribution[Common]) -> Iterator[Planned]:
    """Its own page, and those of its parts that are too large for it."""
    programme = cast("Contribution[Programme]", contribution)
    yield planned(programme, OWN, partial(programme_page, library, programme))
    title, alone = typo(programme.brief.title), apart(programme.brief.status, programme.brief.visibility)
    for part in (part for sort in SORTS for part in large(library, programme, sort)):
        for piece in part.pages():
            make = partial(part_page, library, programme, part.sort, part.url, piece.number)
            yield replace(planned_list(piece.path, OF_PART, f"{part.title} – {title}", make), noindex=alone)


def programme_page(library: Library, programme: Contribution[Programme]) -> Page:
    """The page of a programme."""
    meta = programme.meta
    everything: tuple[Contribution[Event], ...] = library.editions.get(programme.slug, ())
    events = taking_place(everything)
    figures, departments, day_parts = totals(events), by_town(library, programme), large(library, programme, "days")
    data = {
        "facts": facts(library, programme),
        "enrolment": enrolment(library, meta, events),
        "course": course(meta, events),
        "totals": said(figures),
        "gathered": gathered(figures),
        "changes": changes(everything),
        "runs": runs(library, small(library, programme, "days")),
        "stations": stations(day_parts),
        "months": months(day_parts),
        "undated": _undated(library, programme),
        "free": free_places(library, events),
        "map": programme_map(library, events, departments) or places_map(library, programme),
        "departments": departments,
        "gatherings": gatherings(library, small(library, programme, "gatherings")),
        "offers": offers(library, small(library, programme, "schools")),
        "school_count": school_count(library, school_events(library, programme)),
        "cards": cards(library, small(library, programme, "read")),
        "ways": {sort: _way(library, programme, sort) for sort in WAYS},
        "outcome": outcome(events),
        "leading": leading(library, meta, everything),
        "leading_count": leading_count(meta),
        "organising": organising(library, events),
    }
    page = contribution_page(
        library, programme, OWN, data, node=work_node(library, programme, "CreativeWork"), feeds=tuple(_feeds(library, programme))
    )
    return _on_its_own(page) if everything else page


def _feeds(library: Library, programme: Contribution[Programme]) -> Iterator[FeedLink]:
    """What follows a programme that is listed."""
    if library.is_listed(programme):
        yield FeedLink(_("Ajouter ce programme à mon agenda"), f"/dossiers/{programme.slug}.ics", ICS)
        yield FeedLink(_("Ce qui y paraît (RSS)"), f"/flux/dossiers/{programme.slug}.xml", RSS)


def _on_its_own(page: Page) -> Page:
    """A page that shows nothing like it: what is like a programme is what belongs to it, and stands there already."""
    return replace(page, data=MappingProxyType({**page.data, "detail": replace(page.data["detail"], related=())}))


def part_page(library: Library, programme: Contribution[Programme], sort: str, url: str, number: int) -> Page:
    """One page of the part of a sort that begins at an address."""
    beside = parts(library, programme, sort)
    at = next(position for position, part in enumerate(beside) if part.url == url)
    part, whole = beside[at], typo(programme.meta.title)
    piece = part.page(number)
    page = list_page(
        library,
        piece.path,
        OF_PART,
        part.title,
        _("{whole} : {part}.").format(whole=whole, part=part.title[:1].lower() + part.title[1:]),
        {
            "programme": Link(whole, programme.url),
            "pager": piece.pager if piece.pager.total > 1 else None,
            "others": tuple(FacetLink(other.short, other.url, None, other is part) for other in beside),
            "before": _to(beside[at - 1]) if at else None,
            "after": _to(beside[at + 1]) if at + 1 < len(beside) else None,
            "sort": sort,
            "shown": SHOWN[sort](library, piece.entries),
        },
        above=((labels.label(labels.LISTS, "programme"), "/dossiers/"), (whole, programme.url)),
        section="dossiers",
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )
    return replace(page, title=f"{page.title} – {whole}", noindex=apart(programme.meta.status, programme.meta.visibility))


SHOWN: Mapping[str, Callable[[Library, Any], Any]] = {
    "days": runs,
    "towns": listed_towns,
    "schools": offers,
    "gatherings": gatherings,
    "read": cards,
}
"""Sort of a part → what its template shows of the entries of a page."""


def _to(part: Part) -> Link:
    return Link(part.title, part.url)


def _undated(library: Library, programme: Contribution[Programme]) -> tuple[Line, ...]:
    slugs = library.editions.get(f"{programme.slug}/{UNDATED}", ())
    return tuple(line(library, cast("Contribution[Event]", library.by_key["event", slug])) for slug in slugs)


WAYS = {
    "schools": ("Toutes les séances, par département", "Toutes les séances, par département"),
    "gatherings": ("Tous les villages et parcours", "Tous les villages et parcours"),
    "read": ("{n} article, outil ou ressource", "{n} articles, outils et ressources"),
}
"""Sort of a part that has pages → the words of the way to it."""


def _way(library: Library, programme: Contribution[Programme], sort: str) -> Link | None:
    return next((Link(counted(*WAYS[sort], len(part.read())), part.url) for part in large(library, programme, sort)), None)
