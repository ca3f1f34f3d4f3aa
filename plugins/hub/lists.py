"""The plain lists: articles, announcements, resources, programmes, cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from contributions.library.library import Library
from contributions.models import Common
from contributions.record.contribution import Contribution
from contributions.region.addresses import PATHS
from publishing.page import FeedLink, Page, Planned
from publishing.strings import _, counted
from views.cards import cards
from views.french import labels
from views.lists.facets import by_theme, some
from views.lists.paging import older_pages, page_from_oldest
from views.pages import RSS, list_page, planned_list


@dataclass(frozen=True, slots=True)
class PlainList:
    """A list: its kind, what it is about, how its entries are counted."""

    kind: str
    description: str
    one: str
    many: str


LISTS = (
    PlainList("article", "Portraits, reportages, entretiens et retours d’expérience.", "{n} article", "{n} articles"),
    PlainList(
        "announcement",
        "Appels, emplois, stages, matériel à partager : ce qui attend une réponse.",
        "{n} annonce ouverte",
        "{n} annonces ouvertes",
    ),
    PlainList("resource", "Fiches, podcasts, jeux, études et interventions à la demande.", "{n} ressource", "{n} ressources"),
    PlainList("programme", "Festivals, parcours, formations et réseaux, avec tout ce qui s’y rattache.", "{n} dossier", "{n} dossiers"),
)


def lists(library: Library) -> Iterator[Planned]:
    """The pages of all plain lists."""
    for plain in LISTS:
        path, title = f"/{PATHS[plain.kind]}/", labels.label(labels.LISTS, plain.kind)
        entries = _entries(library, plain.kind)
        behind = older_pages(entries)
        for number in range(behind + 1):
            piece = page_from_oldest(path, entries, number)
            yield planned_list(piece.path, "list.html", title, partial(_list, library, plain, number))


def _list(library: Library, plain: PlainList, number: int) -> Page:
    """A page of a list; only the first tells what all hold together."""
    entries = _entries(library, plain.kind)
    piece = page_from_oldest(f"/{PATHS[plain.kind]}/", entries, number)
    title = labels.label(labels.LISTS, plain.kind)
    first = number == 0
    data: dict[str, Any] = {
        "cards": cards(library, piece.entries),
        "pager": piece.pager,
        "count": counted(plain.one, plain.many, len(entries)) if first else None,
        "facets": some(by_theme(library, (getattr(entry.meta, "themes", ()) for entry in entries))) if first else (),
        "kind": plain.kind,
    }
    return list_page(
        library,
        piece.path,
        "list.html",
        title,
        _(plain.description),
        data,
        section=PATHS[plain.kind],
        feeds=(FeedLink(f"{title} (RSS)", f"/flux/{PATHS[plain.kind]}.xml", RSS),),
        prev=piece.pager.previous_url,
        next=piece.pager.next_url,
    )


def _entries(library: Library, kind: str) -> Sequence[Contribution[Common]]:
    return library.announcements if kind == "announcement" else library.of(kind, archived=False)
