"""Every feed and calendar, and the page that lists them.

icalendar is imported where a calendar is made: most edits make none, and it takes as long to load as some of them to build.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from contributions.library.library import Library
from contributions.models import Common, Event, Exhibition
from contributions.record.contribution import Contribution
from feeds.items import feed
from feeds.offers import Offer, of_one, offers
from feeds.opml import opml
from publishing.page import Document, FeedLink, Page, Planned
from publishing.strings import _
from views.pages import RSS, list_page, planned_list
from views.syndication import both

OPML = "/flux/tout.opml"


def pages(library: Library) -> Iterator[Planned]:
    """Feeds and calendars of lists, /flux/, and all feeds as one list for a reader."""
    yield planned_list("/flux/", "feeds.html", _("Flux et calendriers"), partial(_page, library))
    yield Planned(OPML, lambda: Document(OPML, opml(library)))
    for group in offers(library):
        for offer in group.offers:
            if not offer.of_one and not offer.made_elsewhere:
                yield from _planned(library, offer)


def of_listed(library: Library, contribution: Contribution[Common]) -> Iterator[Planned]:
    """The feed and the calendar of an organisation or a programme that is listed."""
    if library.is_listed(contribution):
        yield from _planned(library, of_one(library, contribution))


def _planned(library: Library, offer: Offer) -> Iterator[Planned]:
    if offer.rss_url:
        yield from both(offer.rss_url, partial(feed, library, offer))
    if offer.ics_url:  # not wide: it comes after the calendars of single events, which share out the making of all texts
        yield Planned(offer.ics_url, partial(_calendar, library, offer, offer.ics_url))


def calendar_of(library: Library, contribution: Contribution[Common]) -> Iterator[Planned]:
    """The calendar of an event, unless its days are not known."""
    event = cast("Contribution[Event]", contribution)
    if not event.brief.monthly:
        path = f"/agenda/{event.slug}.ics"
        yield Planned(path, partial(_event, library, event, path))


def days_of(library: Library, contribution: Contribution[Common]) -> Iterator[Planned]:
    """The calendar of a tool: when it cannot be had."""
    tool = cast("Contribution[Exhibition]", contribution)
    path = f"/outils/{tool.slug}.ics"
    yield Planned(path, partial(_tool, library, tool, path))


def _page(library: Library) -> Page:
    return list_page(
        library,
        "/flux/",
        "feeds.html",
        _("Flux et calendriers"),
        _("Être prévenu de ce qui vous intéresse, et de rien d’autre : un thème, un département, un public, une structure."),
        {"groups": offers(library), "opml_url": OPML},
        feeds=(FeedLink(_("Nouveautés (RSS)"), "/flux/nouveautes.xml", RSS),),
    )


def _calendar(library: Library, offer: Offer, path: str) -> Document:
    from feeds.ics import calendar

    return Document(path, calendar(library, offer))


def _event(library: Library, event: Contribution[Event], path: str) -> Document:
    from feeds.ics import event_calendar

    return Document(path, event_calendar(library, event) or b"")


def _tool(library: Library, tool: Contribution[Exhibition], path: str) -> Document:
    from feeds.ics import tool_calendar

    return Document(path, tool_calendar(library, tool))
