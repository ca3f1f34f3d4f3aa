"""The pages of the letter: all weeks, and each week."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from contributions.library import Library
from newsletter.issues import Issue, issues
from publishing.page import FeedLink, Page, trail
from publishing.strings import _
from views import jsonld
from views.pages import RSS, list_page
from views.values import Link

FEED = FeedLink("Lettre hebdomadaire (RSS)", "/flux/newsletter.xml", RSS)


def pages(library: Library) -> Iterator[Page]:
    """/newsletter/ and a page a week."""
    found = issues(library)
    hub = library.hub
    yield list_page(
        library,
        "/newsletter/",
        "newsletter.html",
        _("La lettre"),
        _("Chaque semaine, ce qui vient de paraître et ce qui se passe bientôt."),
        {
            "issues": found,
            "subscribe_url": hub.newsletter.action_url if hub.newsletter else None,
            "provider": hub.newsletter.provider if hub.newsletter else None,
        },
        feeds=(FEED,),
    )
    for position, issue in enumerate(found):
        newer = found[position - 1] if position else None
        older = found[position + 1] if position + 1 < len(found) else None
        yield _page(library, issue, newer, older)


def _page(library: Library, issue: Issue, newer: Issue | None, older: Issue | None) -> Page:
    crumbs = trail((_("La lettre"), "/newsletter/"), (issue.title, issue.path))
    return Page(
        path=issue.path,
        template="newsletter_issue.html",
        title=issue.title,
        description=issue.summary,
        data=MappingProxyType(
            {
                "issue": issue,
                "prev_issue": Link(older.title, older.path) if older else None,
                "next_issue": Link(newer.title, newer.path) if newer else None,
            }
        ),
        crumbs=crumbs,
        feeds=(FEED,),
        jsonld=jsonld.script(jsonld.breadcrumbs(library.hub, crumbs)),
        updated=issue.published.isoformat(),
    )
