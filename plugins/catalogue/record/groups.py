"""What is known of a tool, in five groups of facts, in the order in which a borrower asks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.record.measures import contents, in_the_room, minutes, on_the_road, said, setting_up
from catalogue.record.terms import calendar_facts, entered, insurance_facts, price_facts
from contributions.library.library import Library
from contributions.library.offers import closures
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP, typo
from publishing.strings import _, counted
from views.cards import organisation
from views.found import said_by
from views.french import dates, labels
from views.tools.cards import ages_said
from views.values import Fact


@dataclass(frozen=True, slots=True)
class Group:
    """Facts about one question of a borrower; `gist` says the weightiest of them where the group is folded."""

    id: str
    title: str
    gist: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups that have facts, and a sentence on those that have none, or nothing."""

    told: tuple[Group, ...]
    untold: str


def groups(library: Library, tool: Contribution[Exhibition]) -> Groups:
    """All of them."""
    meta = tool.meta
    made = (
        _group("pour-qui", _("Pour qui, sur quoi"), _public(library, meta), _("Niveaux scolaires"), _("Âge"), _("Thème")),
        _group("salle", _("La salle et le montage"), _room(meta), _("Surface au sol"), _("Durée du montage"), _("Pour le monter")),
        _group("transport", _("Le transport"), _transport(library, meta), _("Véhicule"), _("Poids")),
        _group("prix", _("Le prix et l’assurance"), _money(meta), _("Tarif"), _("Pass Culture")),
        _group("quand", _("Quand et combien de temps"), _calendar(library, meta), _("Durée du prêt"), _("Délai de demande")),
    )
    by_versions = _told_by_versions(meta)
    untold = [group.title[:1].lower() + group.title[1:] for group in made if not group.facts and group.id not in by_versions]
    sentence = _("Le propriétaire ne dit rien sur ces points : {points}. Demandez-lui.").format(points=", ".join(untold)) if untold else ""
    return Groups(tuple(group for group in made if group.facts), sentence)


def _told_by_versions(meta: Exhibition) -> set[str]:
    """The groups of which a version tells something."""
    found = set()
    for one in meta.versions:
        found |= {"salle"} if one.contents or one.setup or any(in_the_room(one.format)) else set()
        found |= {"transport"} if any(on_the_road(one.format)) else set()
        found |= {"prix"} if one.price or one.insurance else set()
    return found


def _group(id: str, title: str, found: Iterator[Fact], *weighty: str) -> Group:
    facts = tuple(found)
    return Group(id, title, f"{NBSP}· ".join(said_by(facts, *weighty)), facts)


def _public(library: Library, meta: Exhibition) -> Iterator[Fact]:
    hub = library.hub
    yield Fact(_("Thème"), ", ".join(hub.themes.get(slug, slug) for slug in meta.themes))
    if meta.audiences:
        yield Fact(_("Publics"), ", ".join(hub.audiences.get(slug, slug) for slug in meta.audiences))
    if text := ages_said(meta):
        yield Fact(_("Âge"), text)
    if meta.school_levels:
        yield Fact(_("Niveaux scolaires"), labels.levels(meta.school_levels))
    if meta.languages:
        yield Fact(_("Langues"), ", ".join(labels.label(labels.LANGUAGES, code) for code in meta.languages))
    if meta.accessibility:
        yield Fact(_("Accessibilité"), values=tuple(labels.label(labels.ACCESS, value) for value in meta.accessibility))
    if meta.access_note:
        yield Fact(_("Accueil"), typo(meta.access_note))
    if meta.visit and meta.visit.minutes:
        yield Fact(_("Visite"), minutes(meta.visit.minutes))
    if meta.visit and meta.visit.capacity:
        yield Fact(_("Groupe"), counted("{n} personne à la fois", "{n} personnes à la fois", meta.visit.capacity))
    if meta.visit and meta.visit.mediator:
        yield Fact(_("Médiation"), said(meta.visit.mediator))
    if meta.designers:
        yield Fact(_("Conception"), ", ".join(organisation(library, name).label for name in meta.designers))
    if meta.year:
        yield Fact(_("Création"), str(meta.year))
    if meta.content_updated:
        yield Fact(_("Contenu revu"), dates.day_month(meta.content_updated))


def _room(meta: Exhibition) -> Iterator[Fact]:
    yield from in_the_room(meta.format)
    yield from setting_up(meta.setup)
    yield from contents(meta.contents)


def _transport(library: Library, meta: Exhibition) -> Iterator[Fact]:
    yield from on_the_road(meta.format)
    if meta.transport:
        by = labels.label(labels.PARTIES, meta.transport.by).capitalize() if meta.transport.by else ""
        parts = tuple(filter(None, (by, typo(meta.transport.note or ""))))
        if parts:
            yield Fact(_("Trajet"), values=parts)
    if meta.area:
        yield Fact(_("Zone de prêt"), ", ".join(library.hub.departments.get(code, code) for code in meta.area))


def _money(meta: Exhibition) -> Iterator[Fact]:
    yield from price_facts(meta.price)
    yield from insurance_facts(meta.insurance)
    if meta.pass_culture:
        yield Fact(_("Pass Culture"), _("Part collective du pass Culture"))


def _calendar(library: Library, meta: Exhibition) -> Iterator[Fact]:
    yield from calendar_facts(meta, closures(library, meta))
    if meta.acquired:
        yield Fact(_("Entrée dans le fonds"), entered(meta.acquired))
    if meta.condition == "retire" and meta.retired_on:
        yield Fact(_("Retiré le"), dates.day_month(meta.retired_on))
