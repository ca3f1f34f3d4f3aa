"""Every feed and calendar, and the page that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from contributions.library import Library
from feeds.catalogue import offers
from feeds.ics import calendar, event_calendar
from feeds.rss import rss
from publishing.page import Declared, Document
from publishing.strings import _
from views.pages import list_page


def pages(library: Library) -> Iterator[Declared]:
    """RSS, iCalendar, and /flux/."""
    found = offers(library)
    yield list_page(
        library,
        "/flux/",
        "feeds.html",
        _("Flux et calendriers"),
        _("Suivre le portail dans un lecteur RSS, ou l’agenda dans son propre calendrier."),
        {"groups": found},
    )
    for group in found:
        for offer in group.offers:
            if offer.rss_url:
                yield Document(offer.rss_url, rss(library, offer))
            if offer.ics_url:
                yield Document(offer.ics_url, calendar(library, offer))
    for event in library.events:
        text = event_calendar(library, event)
        if text:
            yield Document(f"/agenda/{event.slug}.ics", text)
