"""One page an article, an announcement, a resource, a programme."""

from __future__ import annotations

from typing import Any, cast

from contributions.library.library import Library
from contributions.models import Announcement, Article, Common, Contributed, Programme, Resource
from contributions.record.contribution import Contribution
from contributions.words.escapes import file_address
from contributions.words.typography import NBSP, typo
from publishing.page import Page
from publishing.strings import _
from views.cards import cards, organisation, town
from views.found import said_by
from views.french import dates, labels
from views.jsonld import Node, image_url, publisher_node, without_nothing
from views.pages import contribution_page, sentence
from views.sections import PAST
from views.values import Fact, FoundBy, Link, Section

KINDS = ("article", "announcement", "resource", "programme")


def record_page(library: Library, contribution: Contribution[Common]) -> Page:
    """The page of a contribution of one of the four kinds."""
    data, node = _shown(library, contribution)
    names = data["authors"] if "authors" in data else said_by(data["facts"], _("Lieu"), _("Par"))
    return contribution_page(library, contribution, f"{contribution.kind}.html", data, node=node, names=names)


def _shown(library: Library, contribution: Contribution[Common]) -> tuple[dict[str, Any], Node]:
    meta = contribution.meta
    if isinstance(meta, Article):
        authors = tuple(typo(name) for name in meta.authors)
        return {"authors": authors, "found_by": FoundBy(sentence(authors))}, _article(library, contribution, meta)
    if isinstance(meta, Announcement):
        return _announcement(contribution, meta), _work(library, contribution, "CreativeWork", expires=meta.expires.isoformat())
    if isinstance(meta, Resource):
        return _resource(meta), _work(library, contribution, "LearningResource", licence=meta.licence)
    return _programme(library, cast("Contribution[Programme]", contribution)), _work(library, contribution, "CreativeWork")


def _article(library: Library, contribution: Contribution[Common], meta: Article) -> Node:
    authors = [{"@type": "Person", "name": name} for name in meta.authors] or publisher_node(library, contribution)
    return without_nothing(
        {
            "@type": "NewsArticle" if meta.category in {"actualite", "communique", "reportage"} else "Article",
            "headline": typo(meta.title)[:110],
            "description": typo(meta.summary),
            "url": library.hub.url + contribution.url,
            "datePublished": meta.date.isoformat(),
            "dateModified": (meta.updated or meta.date).isoformat(),
            "author": authors,
            "publisher": publisher_node(library, contribution),
            "image": image_url(library, meta),
            "inLanguage": meta.lang,
            "about": [library.hub.themes.get(slug, slug) for slug in meta.themes],
        }
    )


def _work(
    library: Library, contribution: Contribution[Common], kind: str, *, expires: str | None = None, licence: str | None = None
) -> Node:
    meta = contribution.meta
    assert isinstance(meta, Contributed)
    return without_nothing(
        {
            "@type": kind,
            "name": typo(meta.title),
            "description": typo(meta.summary),
            "url": library.hub.url + contribution.url,
            "datePublished": meta.date.isoformat(),
            "dateModified": meta.updated.isoformat() if meta.updated else None,
            "expires": expires,
            "license": licence,
            "publisher": publisher_node(library, contribution),
            "image": image_url(library, meta),
            "inLanguage": meta.lang,
        }
    )


def _announcement(contribution: Contribution[Common], meta: Announcement) -> dict[str, Any]:
    facts = [Fact(_("Jusqu’au"), dates.full_day(meta.expires))]
    towns = tuple(town(place) for place in contribution.places)
    if towns:
        facts.append(Fact(_("Lieu"), values=towns))
    return {"facts": tuple(facts), "found_by": FoundBy(sentence(towns))}


def _resource(meta: Resource) -> dict[str, Any]:
    facts = []
    authors = tuple(typo(name) for name in meta.authors)
    if authors:
        facts.append(Fact(_("Par"), ", ".join(authors)))
    if meta.year:
        facts.append(Fact(_("Année"), str(meta.year)))
    if meta.level:
        facts.append(Fact(_("Niveau"), typo(meta.level)))
    if meta.minutes:
        facts.append(Fact(_("Durée"), f"{meta.minutes}{NBSP}min"))
    if meta.licence:
        facts.append(Fact(_("Licence"), meta.licence))
    target = None
    if meta.path:
        target = Link(_("Télécharger"), file_address(meta.path))
    elif meta.url:
        target = Link(_("Ouvrir la ressource sur {site}").format(site=meta.url.split("/")[2].removeprefix("www.")), meta.url)
    return {"facts": tuple(facts), "target": target, "found_by": FoundBy(sentence(authors))}


def _programme(library: Library, programme: Contribution[Programme]) -> dict[str, Any]:
    meta = programme.meta
    belongs = library.by_programme.get(programme.slug, ())
    events = sorted((c for c in belongs if c.kind == "event"), key=lambda c: (c.showings[0].start.moment, c.slug))
    ahead = [c for c in events if c.showings[-1].last_day >= library.today]
    past = [c for c in events if c.showings[-1].last_day < library.today]
    facts = []
    if meta.edition:
        facts.append(Fact(_("Édition"), typo(meta.edition)))
    if meta.start and meta.end:
        facts.append(Fact(_("Dates"), dates.days(meta.start.day, meta.end.last_day)))
    elif meta.start:
        facts.append(Fact(_("Dates"), dates.precise(meta.start)))
    if meta.deadline:
        facts.append(Fact(_("Inscriptions"), _("jusqu’au {day}").format(day=dates.precise(meta.deadline))))
    if meta.coordinator:
        link = organisation(library, meta.coordinator)
        facts.append(Fact(_("Coordination"), link.label, url=link.url))
    if meta.label:
        facts.append(Fact(_("Label"), typo(meta.label)))
    if meta.school_levels:
        facts.append(Fact(_("Niveaux scolaires"), labels.levels(meta.school_levels)))
    sections = [
        Section(_("Rendez-vous à venir"), cards(library, ahead), section="agenda"),
        Section(_("Rendez-vous passés"), cards(library, past), section="agenda", id=PAST),
    ]
    others = [c for c in belongs if c.kind != "event" and library.is_listed(c)]
    if others:
        sections.append(Section(_("Articles, outils et ressources"), cards(library, others)))
    return {"facts": tuple(facts), "sections": tuple(section for section in sections if section.cards)}
