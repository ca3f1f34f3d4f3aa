"""The pages of the letter: all weeks, and each week."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from contributions.library.library import Library
from contributions.reading.letter_names import monday_of
from contributions.words.typography import typo
from newsletter.freeing import freed
from newsletter.letter import Letter
from newsletter.subscribing import form
from newsletter.weekly import head, letter, next_letter, path_of, title_of
from newsletter.weeks import ahead, neighbours, said, weeks
from publishing.page import FeedLink, Page, Planned, trail
from publishing.strings import _
from views import jsonld
from views.french import labels
from views.pages import RSS, list_page, planned_list
from views.values import Link

NEXT = "/newsletter/prochaine/"
FEED = FeedLink("Lettre hebdomadaire (RSS)", "/flux/newsletter.xml", RSS)


@dataclass(frozen=True, slots=True)
class Other:
    """Another letter than the weekly one."""

    name: str
    url: str
    tagline: str


def pages(library: Library) -> Iterator[Planned]:
    """/newsletter/, a page a week, and Monday's letter as it would be today, for editors."""
    yield planned_list("/newsletter/", "newsletter.html", _("La lettre"), partial(_list, library))
    yield Planned(NEXT, partial(_next, library), "newsletter_issue.html", noindex=True)
    # A list that pages read is made where they are planned: its digest is asked for before any is made.
    for make in (neighbours, said, ahead, freed):
        make(library)
    for week in weeks(library):
        monday = monday_of(week)
        day = monday.isoformat() if monday else None
        yield Planned(path_of(week), partial(_letter, library, week), "newsletter_issue.html", updated=day)


def _list(library: Library) -> Page:
    service = library.hub.newsletter
    return list_page(
        library,
        "/newsletter/",
        "newsletter.html",
        _("La lettre"),
        _("Chaque semaine, ce qui vient de paraître et ce qui se passe bientôt."),
        {
            "letters": tuple(head(library, week) for week in weeks(library)),
            "others": tuple(_others(library)),
            "subscribe_url": service.action_url if service else None,
            "form": form(library.hub),
            "provider": labels.PROVIDERS.get(service.provider or "") if service else None,
        },
        feeds=(FEED,),
    )


def _others(library: Library) -> Iterator[Other]:
    for slug, keys in library.hub.letters.items():
        yield Other(typo(keys.name), f"/lettres/{slug}/", typo(keys.tagline or ""))


def _letter(library: Library, week: str) -> Page:
    older, newer = neighbours(library)[week]
    return page_of(library, letter(library, week), (_("La lettre"), "/newsletter/"), FEED, _link(library, older), _link(library, newer))


def _next(library: Library) -> Page:
    """Nothing leads there but what editors are told; what it says is of today, and of no other day."""
    page = page_of(library, next_letter(library), (_("La lettre"), "/newsletter/"), FEED, None, None)
    crumbs = trail((_("La lettre"), "/newsletter/"), (_("La prochaine lettre"), NEXT))
    return replace(
        page,
        path=NEXT,
        title=_("La prochaine lettre"),
        data=MappingProxyType({**page.data, "draft": True}),
        crumbs=crumbs,
        feeds=(),
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        noindex=True,
        updated=None,
    )


def page_of(library: Library, shown: Letter, above: tuple[str, str], feed: FeedLink, older: Link | None, newer: Link | None) -> Page:
    """The page of a letter: `above` are the name and the address of the list of them."""
    crumbs = trail(above, (shown.title, shown.path))
    return Page(
        path=shown.path,
        template="newsletter_issue.html",
        title=shown.title,
        description=shown.summary,
        data=MappingProxyType({"letter": shown, "draft": False, "prev_letter": older, "next_letter": newer}),
        crumbs=crumbs,
        feeds=(feed,),
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        updated=shown.published.isoformat(),
    )


def _link(library: Library, week: str | None) -> Link | None:
    return Link(title_of(library, week), path_of(week)) if week else None
