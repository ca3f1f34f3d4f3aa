"""Add one date of an event to one's own calendar: plain links to the two large ones on the web, and what cuts it out of the event's file.

Google and Outlook take an appointment as the query of an address; nothing of theirs is loaded. static/js/one_date.js makes a file
of one date from /agenda/SLUG.ics, in which it finds the date by its UID.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import quote, urlencode

from contributions.library.library import Library
from contributions.models import Event
from contributions.record.contribution import Contribution
from contributions.record.identity import compact, uid
from contributions.record.values import Occurrence
from contributions.words.typography import typo
from views.french.states import mark, marked
from views.places import one_line

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Adding:
    """One date, for calendars: two links, and where its entry stands."""

    google: str
    outlook: str
    file: str
    """The event's calendar."""
    uid: str
    """Of the entry in it: of the date, or of the whole repetition that it is one of."""
    only: str
    """Of a repetition, the UID of this date alone; else empty."""
    start: str
    """Of a repetition, its first moment as iCalendar writes it; else empty."""
    end: str
    name: str
    """What the file of that date is called."""


def adding(library: Library, event: Contribution[Event], one: Occurrence) -> Adding:
    """How to add one showing."""
    hub, repeated = library.hub, event.meta.recurrence is not None
    title = marked(mark(library, event, one), typo(event.meta.title))
    place = one_line(one.place) if one.place else event.meta.online_url or ""
    start, end = _moments(one)
    own = uid(hub.hostname, event.id, one.name)
    return Adding(
        google=_google(title, hub.url + event.url, place, one, hub.timezone),
        outlook=_outlook(library, title, hub.url + event.url, place, one),
        file=f"/agenda/{event.slug}.ics",
        uid=uid(hub.hostname, event.id) if repeated else own,
        only=own if repeated else "",
        start=_basic(one, start) if repeated else "",
        end=_basic(one, end) if repeated else "",
        name=f"{event.slug}-{compact(one.start)}.ics",
    )


def _moments(one: Occurrence) -> tuple[datetime, datetime]:
    """Start, and the first moment after: calendars count the day after the last of what has no hours."""
    start = one.start.moment
    if one.start.clock is None:
        return start, (one.end.moment if one.end else start) + DAY
    return start, max(start, one.end.moment) if one.end else start


def _basic(one: Occurrence, moment: datetime) -> str:
    """`20261205T140000`, or `20261205` of a whole day (RFC 5545 section 3.3)."""
    return f"{moment:%Y%m%dT%H%M%S}" if one.start.clock else f"{moment:%Y%m%d}"


def _google(title: str, url: str, place: str, one: Occurrence, zone: str) -> str:
    start, end = _moments(one)
    asked = {"action": "TEMPLATE", "text": title, "dates": f"{_basic(one, start)}/{_basic(one, end)}", "ctz": zone, "details": url}
    return f"{GOOGLE}?{_query({**asked, 'location': place})}"


def _outlook(library: Library, title: str, url: str, place: str, one: Occurrence) -> str:
    start, end = _moments(one)
    if one.start.clock:
        zone = library.hub.zone
        times = {"startdt": start.replace(tzinfo=zone).isoformat(), "enddt": end.replace(tzinfo=zone).isoformat()}
    else:
        times = {"startdt": f"{start:%Y-%m-%d}", "enddt": f"{end:%Y-%m-%d}", "allday": "true"}
    asked = {"path": "/calendar/action/compose", "rru": "addevent", "subject": title, **times, "body": url}
    return f"{OUTLOOK}?{_query({**asked, 'location': place})}"


def _query(asked: dict[str, str]) -> str:
    return urlencode({name: value for name, value in asked.items() if value}, quote_via=quote)
