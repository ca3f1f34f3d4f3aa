"""One page an article, an announcement, a resource."""

from __future__ import annotations

from typing import Any, cast

from contributions.library.library import Library
from contributions.models import Announcement, Article, Common, Resource
from contributions.record.contribution import Contribution
from contributions.words.escapes import file_address
from contributions.words.typography import NBSP, typo
from hub.press import press_contact, press_node
from publishing.page import Page
from publishing.strings import _
from views.cards import town
from views.found import said_by
from views.french import dates
from views.jsonld import Node, image_url, publisher_node, without_nothing, work_node
from views.pages import contribution_page, sentence
from views.values import Fact, FoundBy, Link

KINDS = ("article", "announcement", "resource")


def record_page(library: Library, contribution: Contribution[Common]) -> Page:
    """The page of a contribution of one of the three kinds."""
    data, node = _shown(library, contribution)
    names = data["authors"] if "authors" in data else said_by(data["facts"], _("Lieu"), _("Par"))
    return contribution_page(library, contribution, f"{contribution.kind}.html", data, node=node, names=names)


def _shown(library: Library, contribution: Contribution[Common]) -> tuple[dict[str, Any], Node]:
    meta = contribution.meta
    if isinstance(meta, Article):
        authors = tuple(typo(name) for name in meta.authors)
        press = press_contact(library, cast("Contribution[Article]", contribution))
        data = {"authors": authors, "press": press, "found_by": FoundBy(sentence(authors))}
        return data, _article(library, contribution, meta)
    if isinstance(meta, Announcement):
        return _announcement(contribution, meta), work_node(library, contribution, "CreativeWork", expires=meta.expires.isoformat())
    assert isinstance(meta, Resource)
    return _resource(meta), work_node(library, contribution, "LearningResource", licence=meta.licence)


def _article(library: Library, contribution: Contribution[Common], meta: Article) -> Node:
    publisher = publisher_node(library, contribution)
    authors = [{"@type": "Person", "name": name} for name in meta.authors] or publisher
    if publisher and meta.category == "communique" and (asked := press_node(meta)):
        publisher = {**publisher, "contactPoint": asked}
    return without_nothing(
        {
            "@type": "NewsArticle" if meta.category in {"actualite", "communique", "reportage"} else "Article",
            "headline": typo(meta.title)[:110],
            "description": typo(meta.summary),
            "url": library.hub.url + contribution.url,
            "datePublished": meta.date.isoformat(),
            "dateModified": (meta.updated or meta.date).isoformat(),
            "author": authors,
            "publisher": publisher,
            "image": image_url(library, meta),
            "inLanguage": meta.lang,
            "about": [library.hub.themes.get(slug, slug) for slug in meta.themes],
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
