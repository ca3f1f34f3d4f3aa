"""The pages of the letter: all weeks, and each week."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType

from contributions.library.library import Library
from contributions.reading.introductions import monday_of
from newsletter.letter import Letter
from newsletter.weekly import head, letter, path_of
from newsletter.weeks import neighbours, weeks
from publishing.page import FeedLink, Page, Planned, trail
from publishing.strings import _
from views import jsonld
from views.french import labels
from views.pages import RSS, list_page, planned_list
from views.values import Link

FEED = FeedLink("Lettre hebdomadaire (RSS)", "/flux/newsletter.xml", RSS)


def pages(library: Library) -> Iterator[Planned]:
    """/newsletter/ and a page a week."""
    yield planned_list("/newsletter/", "newsletter.html", _("La lettre"), partial(_list, library))
    neighbours(library)  # a list that pages read is made where they are planned: its digest is asked for before any is made
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
            "subscribe_url": service.action_url if service else None,
            "provider": labels.PROVIDERS.get(service.provider or "") if service else None,
        },
        feeds=(FEED,),
    )


def _letter(library: Library, week: str) -> Page:
    older, newer = neighbours(library)[week]
    return page_of(library, letter(library, week), (_("La lettre"), "/newsletter/"), FEED, _link(library, older), _link(library, newer))


def page_of(library: Library, shown: Letter, above: tuple[str, str], feed: FeedLink, older: Link | None, newer: Link | None) -> Page:
    """The page of a letter: `above` are the name and the address of the list of them."""
    crumbs = trail(above, (shown.title, shown.path))
    return Page(
        path=shown.path,
        template="newsletter_issue.html",
        title=shown.title,
        description=shown.summary,
        data=MappingProxyType({"letter": shown, "prev_letter": older, "next_letter": newer}),
        crumbs=crumbs,
        feeds=(feed,),
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        updated=shown.published.isoformat(),
    )


def _link(library: Library, week: str | None) -> Link | None:
    if week is None:
        return None
    shown = head(library, week)
    return Link(shown.title, shown.path)
