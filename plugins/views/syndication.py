"""What every RSS channel of the site has in common."""

from __future__ import annotations

from datetime import date, datetime, time

from feedgen.feed import FeedGenerator

from contributions.library import Library

TTL_MINUTES = 360


def channel(library: Library, title: str, description: str, page: str, own: str, newest: date | None) -> FeedGenerator:
    """A feed without items. `newest` dates it; without items a constant does, as no clock may enter."""
    hub = library.hub
    found = FeedGenerator()
    found.load_extension("dc", atom=False, rss=True)
    found.title(title)
    found.description(description or hub.tagline)
    found.link(href=hub.url + own, rel="self", type="application/rss+xml")
    found.link(href=hub.url + page, rel="alternate")  # feedgen takes the last one as the channel's
    found.language(hub.lang)
    found.generator("Escale")
    found.ttl(TTL_MINUTES)
    # feedgen would stamp the clock.
    found.lastBuildDate(moment(library, newest or date(2000, 1, 1)))
    return found


def moment(library: Library, day: date) -> datetime:
    """A day as a time: the hub's own midnight, which is never to come once the day has begun there."""
    return datetime.combine(day, time.min, tzinfo=library.hub.zone)
