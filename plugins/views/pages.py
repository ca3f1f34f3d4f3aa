"""Build the page of a contribution, and of a list, with the head that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any

from contributions.library.library import Library
from contributions.models import Announcement, Article, Common, Contributed
from contributions.models.common import Themed
from contributions.record.contribution import Contribution
from contributions.record.occurrences import next_showing
from contributions.record.states import apart
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from publishing.page import Document, FeedLink, Page, Passage, Planned, SearchRecord, Share, trail
from views import jsonld
from views.detail import detail
from views.found import passages
from views.french import labels
from views.pictures import picture
from views.values import FoundBy

RSS, ICS = "application/rss+xml", "text/calendar"


def sentence(parts: Iterable[str | None]) -> str:
    """One sentence of what there is of some words: « Le Moulin, Amiens. » of a name, no street, and a town."""
    words = ", ".join(part for part in parts if part)
    return f"{words}." if words else ""


def planned(contribution: Contribution[Common], template: str, make: Callable[[], Page | Document]) -> Planned:
    """The page of a contribution, to be made when it must."""
    brief = contribution.brief
    updated = brief.updated or brief.date
    day = date.fromordinal(updated).isoformat() if updated else None
    return Planned(contribution.url, make, template, typo(brief.title), day, apart(brief.status, brief.visibility))


def own_page(template: str, make: Callable[[Library, Any], Page]) -> Callable[[Library, Contribution[Common]], tuple[Planned]]:
    """What gives a contribution's own page, for declare_each: `make` takes the library and a contribution of the right kind."""
    return lambda library, contribution: (planned(contribution, template, partial(make, library, contribution)),)


def planned_list(path: str, template: str, title: str, make: Callable[[], Page]) -> Planned:
    """A page that lists or explains, to be made when it must."""
    return Planned(path, make, template, title)


def contribution_page(
    library: Library,
    contribution: Contribution[Common],
    template: str,
    data: Mapping[str, Any],
    *,
    node: jsonld.Node,
    feeds: tuple[FeedLink, ...] = (),
    names: tuple[str | None, ...] = (),
    more: tuple[Passage, ...] = (),
) -> Page:
    """The page of a contribution: `data` is what its kind adds to `detail`, `node` its JSON-LD; `names` and `more`: see views/found.py."""
    meta, hub, shown = contribution.meta, library.hub, detail(library, contribution)
    section = PATHS[contribution.kind]
    crumbs = trail((labels.label(labels.LISTS, contribution.kind), f"/{section}/"), (typo(meta.title), contribution.url))
    image = picture(library, meta.image)
    updated = meta.updated or (meta.date if isinstance(meta, Contributed) else None)
    alone = apart(meta.status, meta.visibility)
    return Page(
        path=contribution.url,
        template=template,
        title=typo(meta.title),
        description=typo(meta.summary),
        data=MappingProxyType({"detail": shown, "found_by": FoundBy(), **data}),
        crumbs=crumbs,
        section=section,
        feeds=feeds,
        image=Share(image.src, image.alt, image.width, image.height) if image else None,
        jsonld=jsonld.script(node, jsonld.breadcrumbs(hub, crumbs)),
        noindex=alone,
        updated=updated.isoformat() if updated else None,
        search=_search(library, contribution, passages(shown, names, more)) if not alone else None,
    )


def _search(library: Library, contribution: Contribution[Common], found: tuple[Passage, ...]) -> SearchRecord:
    meta, hub = contribution.meta, library.hub
    kind = labels.label(labels.KINDS, contribution.kind)
    filters = [("genre", labels.label(labels.LISTS, contribution.kind))]
    if isinstance(meta, Themed):
        filters += [("theme", hub.themes.get(slug, slug)) for slug in meta.themes]
    filters += [("public", hub.audiences.get(slug, slug)) for slug in meta.audiences]
    filters += [("departement", f"{hub.departments[code]} ({code})") for code in contribution.departments]
    day = next_showing(contribution, library.today).first_day if contribution.showings else getattr(meta, "date", None)
    return SearchRecord(kind, tuple(filters), day.isoformat() if day else None, _group(contribution), found)


def _group(contribution: Contribution[Common]) -> str:
    """The year in which an event ends, or something was published; what serves for years has none."""
    meta = contribution.meta
    if contribution.showings:
        return str(max(showing.last_day for showing in contribution.showings).year)
    return str(meta.date.year) if isinstance(meta, Article | Announcement) else "permanent"


def list_page(
    library: Library,
    path: str,
    template: str,
    title: str,
    description: str,
    data: Mapping[str, Any],
    *,
    above: tuple[tuple[str, str], ...] = (),
    nodes: tuple[jsonld.Node, ...] = (),
    **head: Any,
) -> Page:
    """A page that lists or explains; `above` are the stops between home and it, `head` other parts of a Page."""
    front, cut, number = path.rstrip("/").partition("page/")
    shown = f"{title} – page {number}" if cut else title
    crumbs = trail(*above, (title, front), (f"Page {number}", path)) if cut else trail(*above, (title, path))
    return Page(
        path=path,
        template=template,
        title=shown,
        description=description,
        data=MappingProxyType({"title": title, "lede": description, **data}),
        crumbs=crumbs,
        jsonld=jsonld.script(*nodes, jsonld.breadcrumbs(library.hub, crumbs)),
        **head,
    )
