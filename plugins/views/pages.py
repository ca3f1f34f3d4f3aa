"""Build the page of a contribution, and of a list, with the head that they share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import Any, cast

from contributions.library.library import Library
from contributions.models import Announcement, Article, Common, Contributed, Event, Exhibition, Programme
from contributions.models.common import Themed
from contributions.record.contribution import Contribution
from contributions.record.states import apart, event_status
from contributions.region.addresses import PATHS
from contributions.words.typography import typo
from publishing.page import Document, FeedLink, Page, Passage, Planned, SearchRecord, Share, trail
from views import jsonld
from views.cards import town
from views.detail import detail
from views.found import names as found_names
from views.found import passages
from views.french import labels
from views.naming import acronyms
from views.pictures import picture, thumbnail
from views.values import Detail, FoundBy

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
        search=None if alone else _search(library, contribution, shown, names, more),
    )


def _search(
    library: Library, contribution: Contribution[Common], shown: Detail, names: tuple[str | None, ...], more: tuple[Passage, ...]
) -> SearchRecord:
    meta, hub = contribution.meta, library.hub
    filters = [("genre", labels.label(labels.LISTS, contribution.kind))]
    if isinstance(meta, Themed):
        filters += [("theme", hub.themes.get(slug, slug)) for slug in meta.themes]
    filters += [("public", hub.audiences.get(slug, slug)) for slug in meta.audiences]
    filters += [("departement", f"{hub.departments[code]} ({code})") for code in contribution.departments]
    first, last = _days(contribution)
    state, tone = _state(contribution)
    shows = max((showing.first_day for showing in contribution.showings), default=getattr(meta, "date", None))
    return SearchRecord(
        kind=shown.kicker or labels.label(labels.KINDS, contribution.kind),
        filters=tuple(filters),
        sort_date=shows.isoformat() if shows else None,
        group=_group(contribution),
        passages=passages(shown, more),
        called=tuple(acronyms(library, (contribution.slug,))) if contribution.kind == "organisation" else (),
        names=found_names(library, contribution, shown, names),
        first=first.isoformat() if first else None,
        last=last.isoformat() if last else None,
        state=state,
        tone=tone,
        where=_where(contribution),
        picture=thumbnail(library, meta.image) or "",
        motif=shown.motif or "",
    )


def _days(contribution: Contribution[Common]) -> tuple[date | None, date | None]:
    """The days between which something takes place or is open, as far as its own record says."""
    meta = contribution.meta
    if contribution.showings:
        return min(showing.first_day for showing in contribution.showings), max(showing.last_day for showing in contribution.showings)
    if isinstance(meta, Programme):
        return (meta.start.day if meta.start else meta.date), None
    first = meta.date if isinstance(meta, Contributed) and not isinstance(meta, Exhibition) else None
    return first, meta.expires if isinstance(meta, Announcement) else None


def _state(contribution: Contribution[Common]) -> tuple[str, str]:
    """« Annulé », « Complet », and its tone: of all showings together, whatever the day."""
    status = event_status(cast("Contribution[Event]", contribution), date.min) if contribution.showings else "programme"
    return ("", "") if status == "programme" else (labels.label(labels.STATUS, status), labels.STATUS_TONE.get(status, "neutral"))


def _where(contribution: Contribution[Common]) -> str:
    places = tuple(dict.fromkeys(town(place) for place in contribution.places))
    return places[0] if len(places) == 1 else ""


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
