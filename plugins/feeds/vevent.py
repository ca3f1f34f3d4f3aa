"""Turn events and public stops of tools into VEVENTs (RFC 5545 section 3.6.1), with stable UIDs and times in the hub's zone.

They are written as text, since an event stands in half a dozen calendars of thousands; the tests hold them against icalendar.
"""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from zoneinfo import ZoneInfo

from contributions.library.contribution import Contribution
from contributions.library.library import Library
from contributions.library.occurrences import monthly
from contributions.library.values import Located, Occurrence, Stop
from contributions.models import Event, Exhibition
from contributions.words.typography import typo
from feeds.content_lines import escaped, line, text_line
from feeds.moments import day_line, stamp, time_line
from feeds.rrule import rule_lines
from publishing.strings import _
from views.cards import publisher, stop_url

STATUS = {"annule": "CANCELLED", "reporte": "TENTATIVE"}
CANCELLED_TITLE = {"annule": "Annulé : ", "reporte": "Reporté : ", "complet": "Complet : "}
FORMER = re.compile(r"/agenda/([a-z0-9-]+)/?")
BEGIN, END = b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n"


def event_text(library: Library, event: Contribution[Event]) -> bytes:
    """The VEVENTs of an event, one a slot, or one with RRULE; none where only its month is known."""
    return library.once(("vevent", event.slug), lambda: b"" if monthly(event) else _event(library, event))


def stop_text(library: Library, tool: Contribution[Exhibition], stop: Stop) -> bytes:
    """The VEVENT of a public stop of a tool."""
    return library.once(("vevent", "stop", tool.slug, stop.number), lambda: _stop(library, tool, stop))


def _event(library: Library, event: Contribution[Event]) -> bytes:
    """All its VEVENTs: what they share is written once. Properties are in icalendar's order: its first ones, then by name."""
    meta, hub = event.meta, library.hub
    address, slug, host, title = hub.url + event.url, uid_slug(event), hub.hostname, typo(meta.title)
    showings, repeated = event.showings, b""
    if rule := meta.recurrence:
        showings = (Occurrence("1", rule.start, rule.end, "tous", meta.event_status, event.places[0] if event.places else None),)
        repeated = rule_lines(rule, hub.zone)
    revised = stamp(meta.updated or meta.date, hub.zone)
    stamped, modified = f"DTSTAMP:{revised}\r\n".encode(), f"LAST-MODIFIED:{revised}\r\n".encode()
    shared = b"".join(
        (
            f"SEQUENCE:{meta.sequence}\r\n".encode(),
            repeated,
            _categories(tuple([hub.themes.get(theme, theme) for theme in meta.themes])),
            text_line("DESCRIPTION", _description(library, event, address)),
        )
    )
    url = line(f"URL:{address}")
    found = []
    for showing in showings:
        geo, place = _place(showing.place, meta.online_url)
        found += [
            BEGIN,
            text_line("SUMMARY", CANCELLED_TITLE.get(showing.status, "") + title),
            _when(showing, hub.zone),
            stamped,
            text_line("UID", f"{slug}.{showing.number}@{host}"),
            shared,
            geo,
            modified,
            place,
            f"STATUS:{STATUS.get(showing.status, 'CONFIRMED')}\r\n".encode(),
            url,
            END,
        ]
    return b"".join(found)


def uid_slug(event: Contribution[Event]) -> str:
    """The name in its UIDs, `SLUG.N@host`: an event that changed its own keeps the first one that its aliases remember."""
    former = (FORMER.fullmatch(alias) for alias in event.meta.aliases)
    return next((match[1] for match in former if match), event.slug)


def _when(showing: Occurrence, zone: ZoneInfo) -> bytes:
    """DTSTART and DTEND, which is the day after the last one where there are no hours, and none where it takes no time."""
    start, end = showing.start, showing.end
    if not start.clock:
        return day_line("DTSTART", start.day) + day_line("DTEND", (end.day if end else start.day) + timedelta(days=1))
    found = time_line("DTSTART", start, zone)
    return found + time_line("DTEND", end, zone) if end and end.moment > start.moment else found


@cache
def _categories(labels: tuple[str, ...]) -> bytes:
    return line("CATEGORIES:" + ",".join(map(escaped, labels)))


@cache
def _place(place: Located | None, online_url: str | None = None) -> tuple[bytes, bytes]:
    """GEO and LOCATION, either empty where it is not known; many events have the same place."""
    if place is None:
        return b"", text_line("LOCATION", online_url) if online_url else b""
    return _geo(place), text_line("LOCATION", location(place))


def _geo(place: Located) -> bytes:
    if place.lat is None or place.lon is None:
        return b""
    return f"GEO:{place.lat};{place.lon}\r\n".encode()


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop) -> bytes:
    """A public showing of a tool: whole days; its UID keeps the loan's position."""
    meta, hub = tool.meta, library.hub
    geo, place = _place(stop.place)
    found = [
        BEGIN,
        text_line("SUMMARY", typo(meta.title)),
        day_line("DTSTART", stop.loan.start),
        day_line("DTEND", stop.loan.end + timedelta(days=1)),
        f"DTSTAMP:{stamp(meta.updated or meta.date, hub.zone)}\r\n".encode(),
        text_line("UID", f"outil-{tool.slug}.{stop.number}@{hub.hostname}"),
        text_line("DESCRIPTION", typo(meta.summary)),
        geo,
        place,
        b"STATUS:CONFIRMED\r\n",
        b"TRANSP:TRANSPARENT\r\n",
        line(f"URL:{hub.url}{stop_url(tool, stop)}"),
        END,
    ]
    return b"".join(found)


def location(place: Located) -> str:
    """Name, address, postcode and town on one line."""
    town = " ".join(part for part in (place.postcode, place.city) if part)
    return typo(", ".join(part for part in (place.name, place.address, town) if part))


def _description(library: Library, event: Contribution[Event], address: str) -> str:
    meta = event.meta
    lines = [typo(meta.summary), publisher(library, event).label, address]
    if meta.booking and meta.booking.url:
        lines.insert(2, _("Réservation : {url}").format(url=meta.booking.url))
    return "\n".join(line for line in lines if line)
