"""/outils/pass-culture/: what a school can have with the pass Culture – tools, interventions, events – in one list, by level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from catalogue.questions import LIST, SCHOOLS
from contributions.fields.levels import CLASSES, levels_in
from contributions.library.fund.catalogue import PASS_CULTURE
from contributions.library.library import Library
from contributions.models import Common, Event, Exhibition, Resource
from contributions.record.contribution import Contribution
from contributions.record.occurrences import next_showing
from contributions.words.typography import typo
from publishing.page import Page, Planned
from publishing.strings import _, counted
from views.cards import card
from views.french import dates, labels
from views.pages import list_page, planned_list
from views.tools.cards import levels_said
from views.tools.words import promise
from views.values import Badge, FacetLink

STAGES = {
    "maternelle": "École maternelle",
    "elementaire": "École élémentaire",
    "college": "Collège",
    "lycee": "Lycée",
    "superieur": "Enseignement supérieur",
}
AUDIENCES = {"petite-enfance": "maternelle", "primaire": "elementaire"} | {stage: stage for stage in ("college", "lycee", "superieur")}
"""The stage that an audience is, where no school level is given."""
ANY = "autre"


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a school can have. `slug` is given of tools alone: they are what the page's question asks for."""

    slug: str
    kind: str
    url: str
    title: str
    sort: str
    levels: str
    facts: tuple[str, ...]
    promise: Badge | None
    stages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """What begins at a stage, and what suits it but stands at an earlier one."""

    id: str
    label: str
    offers: tuple[Offer, ...]
    also: tuple[Offer, ...]


def schools(library: Library) -> Planned:
    """The page."""
    return planned_list(SCHOOLS, "catalogue_schools.html", _("Avec le pass Culture"), partial(_page, library))


def _page(library: Library) -> Page:
    tools: list[Contribution[Any]] = [*library.tools(library.catalogue.get(PASS_CULTURE, ()))]
    stages = tuple(_by_stage([_offer(library, found) for found in (*tools, *library.pass_culture)]))
    others = len(library.pass_culture)
    return list_page(
        library,
        SCHOOLS,
        "catalogue_schools.html",
        _("Outils itinérants : pass Culture"),
        _("Les outils à emprunter, les interventions et les rendez-vous qu’un établissement scolaire peut payer avec le pass Culture."),
        {
            "heading": _("Avec le pass Culture"),
            "stages": stages,
            "jump": tuple(FacetLink(stage.label, f"#{stage.id}", len(stage.offers) + len(stage.also)) for stage in stages),
            "total": len(tools),
            "count": counted("{n} outil à emprunter", "{n} outils à emprunter", len(tools)),
            "others": counted("et {n} intervention ou rendez-vous", "et {n} interventions et rendez-vous", others) if others else "",
        },
        section="outils",
        above=((_("Outils itinérants"), LIST),),
    )


def _by_stage(offers: Iterable[Offer]) -> Iterator[Stage]:
    """Each offer once, at the earliest stage that it suits; what suits none that is known comes last."""
    found = tuple(offers)
    for stage, label in (*STAGES.items(), (ANY, "Niveau à demander")):
        here = tuple(offer for offer in found if (offer.stages or (ANY,))[0] == stage)
        also = tuple(offer for offer in found if stage in offer.stages[1:])
        if here or also:
            yield Stage(stage, _(label), here, also)


def _offer(library: Library, found: Contribution[Common]) -> Offer:
    shown, levels = card(library, found), tuple(_levels(found.meta))
    tool = found.kind == "exhibition"
    sort = labels.label(labels.KINDS, found.kind) if found.kind != "resource" else library.hub.category("resource", "intervention")
    free_text = typo(found.meta.level) if isinstance(found.meta, Resource) and found.meta.level else ""
    return Offer(
        slug=found.slug if tool else "",
        kind=found.kind,
        url=found.url,
        title=typo(found.meta.title),
        sort=sort,
        levels=free_text or levels_said(levels) or ", ".join(_(STAGES[stage]) for stage in _stages((), found.meta.audiences)),
        facts=tuple(filter(None, (_when(library, found), shown.where, shown.host))),
        promise=promise(library, cast("Contribution[Exhibition]", found)) if tool else None,
        stages=tuple(_stages(levels, found.meta.audiences)),
    )


def _when(library: Library, found: Contribution[Common]) -> str:
    """When an event is next: the other two have no day."""
    return dates.showing(next_showing(found, library.today), library.today.year) if found.kind == "event" else ""


def _levels(meta: Common) -> Iterable[str]:
    if isinstance(meta, Exhibition):
        return meta.school_levels
    if isinstance(meta, Resource):
        return levels_in(meta.level) if meta.level else ()
    return meta.school_booking.levels if isinstance(meta, Event) and meta.school_booking else ()


def _stages(levels: Iterable[str], audiences: Iterable[str]) -> Iterator[str]:
    classes = {one for level in levels for one in CLASSES.get(level, (level,))}
    of_audiences = {AUDIENCES[slug] for slug in audiences if slug in AUDIENCES}
    for stage in STAGES:
        if not classes.isdisjoint(CLASSES.get(stage, (stage,))) or (not classes and stage in of_audiences):
            yield stage
