"""The pages of the letter: all weeks, and each week."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from types import MappingProxyType

from contributions.library.library import Library
from contributions.reading.introductions import monday_of
from newsletter.issues import head, issue
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
        yield Planned(f"/newsletter/{week}/", partial(_letter, library, week), "newsletter_issue.html", updated=day)


def _list(library: Library) -> Page:
    letter = library.hub.newsletter
    return list_page(
        library,
        "/newsletter/",
        "newsletter.html",
        _("La lettre"),
        _("Chaque semaine, ce qui vient de paraître et ce qui se passe bientôt."),
        {
            "issues": tuple(head(library, week) for week in weeks(library)),
            "subscribe_url": letter.action_url if letter else None,
            "provider": labels.PROVIDERS.get(letter.provider or "") if letter else None,
        },
        feeds=(FEED,),
    )


def _letter(library: Library, week: str) -> Page:
    older, newer = neighbours(library)[week]
    found = issue(library, week)
    shown = found.head
    crumbs = trail((_("La lettre"), "/newsletter/"), (shown.title, shown.path))
    return Page(
        path=shown.path,
        template="newsletter_issue.html",
        title=shown.title,
        description=shown.summary,
        data=MappingProxyType({"issue": found, "head": shown, "prev_issue": _link(library, older), "next_issue": _link(library, newer)}),
        crumbs=crumbs,
        feeds=(FEED,),
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        updated=shown.published.isoformat(),
    )


def _link(library: Library, week: str | None) -> Link | None:
    if week is None:
        return None
    shown = head(library, week)
    return Link(shown.title, shown.path)
