"""Pages that stand alone: those of content/pages/, the legal ones that every site owes, and the one for lost visitors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType
from typing import Any

from contributions.library.library import Library
from contributions.models import StandalonePage
from contributions.record.contribution import Contribution
from contributions.words.escapes import mailto
from contributions.words.typography import typo
from publishing.headers import policy_of_a_page_anywhere
from publishing.page import Page, Passage, Planned, SearchRecord, trail
from publishing.strings import _
from views import jsonld
from views.detail import detail, telephone
from views.found import facts
from views.pages import planned, planned_list
from views.values import Fact, Link

OWED = {
    "accessibilite": ("Accessibilité", "Déclaration d’accessibilité : ce portail n’a pas encore été audité."),
    "mentions-legales": ("Mentions légales", "Qui édite et héberge ce portail."),
    "donnees-personnelles": ("Données personnelles", "Ni traceur, ni compte : ce que ce portail sait de vous, c’est-à-dire rien."),
}
"""Slug → title and description, where content/pages/ does not give its own."""


def standalone(library: Library) -> Iterator[Planned]:
    """The pages of content/pages/, then the owed ones that it lacks."""
    written = {page.slug for page in library.pages}
    for page in library.pages:
        yield planned(page, "page.html", partial(_contributed, library, page))
    for slug, (title, _description) in OWED.items():
        if slug not in written:
            yield planned_list(f"/{slug}/", "page.html", _(title), partial(_owed, library, slug))


def _contributed(library: Library, page: Contribution[StandalonePage]) -> Page:
    return _page(library, page.slug, typo(page.meta.title), typo(page.meta.summary), _written(library, page))


def _owed(library: Library, slug: str) -> Page:
    title, description = OWED[slug]
    nothing = {"html": None, "badges": (), "source_url": None, "updated": None, "text_lang": library.hub.lang}
    return _page(library, slug, _(title), _(description), nothing)


def _written(library: Library, page: Contribution[StandalonePage]) -> dict[str, Any]:
    shown = detail(library, page)
    return {"html": shown.html, "badges": shown.badges, "source_url": shown.source_url, "updated": shown.updated, "text_lang": shown.lang}


def _page(library: Library, slug: str, title: str, description: str, data: dict[str, Any]) -> Page:
    path = f"/{slug}/"
    crumbs = trail((title, path))
    return Page(
        path=path,
        template="page.html",
        title=title,
        description=description,
        data=MappingProxyType({"title": title, "lede": description, "slug": slug, "facts": tuple(_legal(library, slug)), **data}),
        crumbs=crumbs,
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        search=SearchRecord(_("Page"), passages=(facts("", _legal(library, slug)), Passage(html=data["html"] or ""))),
    )


def _legal(library: Library, slug: str) -> Iterator[Fact]:
    """What the law wants to be told, from hub.yml."""
    hub = library.hub
    contact = hub.contact.email if hub.contact else hub.editor.email
    if slug == "mentions-legales":
        yield Fact(_("Éditeur"), values=(typo(hub.editor.name), typo(hub.editor.address)))
        if hub.editor.director:
            yield Fact(_("Direction de la publication"), typo(hub.editor.director))
        if hub.editor.phone:
            yield telephone(hub.editor.phone)
        yield Fact(_("Courriel"), hub.editor.email, url=mailto(hub.editor.email))
        yield Fact(_("Hébergeur"), values=(typo(hub.host.name), typo(hub.host.address)))
    if slug in {"accessibilite", "donnees-personnelles"}:
        yield Fact(_("Nous écrire"), contact, url=mailto(contact))


def not_found(library: Library) -> Planned:
    """The page that the host serves for an address that leads nowhere."""
    return Planned("/404.html", partial(_not_found, library), "not_found.html", noindex=True)


def _not_found(library: Library) -> Page:
    return Page(
        path="/404.html",
        template="not_found.html",
        title=_("Page introuvable"),
        description=_("Cette adresse ne mène à rien."),
        data=MappingProxyType(
            {
                "policy": policy_of_a_page_anywhere(library.hub),
                "ways": (Link(_("Accueil"), "/"), Link(_("Agenda"), "/agenda/"), Link(_("Plan du site"), "/plan-du-site/")),
            }
        ),
        jsonld=jsonld.script(jsonld.website(library.hub)),
        noindex=True,
    )
