"""The search page. Its results come from Pagefind in the browser; without JavaScript it leads to the lists."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from contributions.library.library import Library
from contributions.region.addresses import PATHS
from publishing.page import Page, Planned
from publishing.strings import _
from search.suggesting.names import names
from search.suggesting.suggestions import suggestions
from search.vocabulary import vocabulary
from views import jsonld
from views.french import labels
from views.pages import list_page, planned_list
from views.values import Link


def pages(library: Library) -> Iterator[Planned]:
    """/recherche/, what its questions are understood by, what is suggested, and its list of words where there is an index."""
    yield planned_list("/recherche/", "search.html", _("Recherche"), partial(_page, library))
    yield names(library)
    yield from suggestions(library)
    if library.searched:
        yield vocabulary(library)


def _page(library: Library) -> Page:
    hub = library.hub
    lists = tuple(Link(labels.label(labels.LISTS, kind), f"/{path}/") for kind, path in PATHS.items())
    themes = tuple(Link(label, f"/themes/{slug}/") for slug, label in hub.themes.items())
    departments = tuple(Link(f"{name} ({code})", f"/territoires/{code}/") for code, name in hub.departments.items())
    return list_page(
        library,
        "/recherche/",
        "search.html",
        _("Recherche"),
        _("Chercher un rendez-vous, un outil, un article, une structure en {region}.").format(region=hub.region.name),
        {"lists": lists, "themes": themes, "departments": departments, "audiences": tuple(hub.audiences.values()), "labels": labels.LISTS},
        section="recherche",
        nodes=(jsonld.website(hub),),
    )
