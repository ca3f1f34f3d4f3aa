"""Turn events and public stops of tools into VEVENTs (RFC 5545 section 3.6.1), with stable UIDs and times in the hub's zone.

icalendar writes them. As an event stands in half a dozen calendars of thousands, its text is made once and stored; what of
it is in the calendar of a list is cut from that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from icalendar import vUri

from contributions.library.calendars import presence, toured
from contributions.library.library import Library
from contributions.models import Event, Exhibition
from contributions.record.contribution import Contribution
from contributions.record.identity import revised, sequence, uid
from contributions.record.occurrences import monthly, showing
from contributions.record.values import Located, Occurrence, Stop
from contributions.words.typography import typo
from feeds.component import Component
from feeds.rrule import add_rule
from feeds.text import Text, categories
from publishing.strings import _
from views.cards import publisher, stop_url
from views.french import labels, terms
from views.french.states import mark, marked, sentences
from views.places import one_line

STATUS = {"annule": "CANCELLED", "reporte": "TENTATIVE"}
END = b"END:VEVENT\r\n"
LONG = timedelta(hours=24)
"""What lasts longer, or has no hours, takes nobody's whole time (TRANSP, RFC 5545 section 3.8.2.7)."""


def event_text(library: Library, event: Contribution[Event]) -> bytes:
    """The VEVENTs of an event, one a slot, or one with RRULE; none where only its month is known."""
    return b"".join(_texts(library, event, "as it is"))


def listed_text(library: Library, event: Contribution[Event]) -> bytes:
    """Those of them that stand in the calendars of lists: see calendars.py."""
    listed, today = library.is_listed(event), library.today.toordinal()
    found = []
    for position, (_one, last) in enumerate(_components(event)):
        how = presence(event.brief, last.toordinal(), shown=listed, today=today)
        found += [_texts(library, event, how)[position]] if how != "absent" else []
    return b"".join(found)


def stop_text(library: Library, tool: Contribution[Exhibition], stop: Stop) -> bytes:
    """The VEVENT of a public stop of a tool, in the calendars of lists; empty where it stands in none."""
    shown, today = library.is_listed(tool) and toured(tool.brief, stands=stop.stands), library.today.toordinal()
    how = presence(tool.brief, stop.last_day.toordinal(), shown=shown, today=today)
    return b"" if how == "absent" else library.stored(f"vevent/{tool.slug}/{stop.name}/{how}", partial(_stop, library, tool, stop, how))


def _texts(library: Library, event: Contribution[Event], how: str) -> list[bytes]:
    """The VEVENTs one by one."""
    whole = library.stored(f"vevent/{event.slug}/{how}", lambda: b"".join(_event(library, event, how)))
    return [text + END for text in whole.split(END)[:-1]]


def _components(event: Contribution[Event]) -> Iterator[tuple[Occurrence, date]]:
    """What each VEVENT of an event is of, and its last day: the showings, or the whole of a repetition."""
    if monthly(event):
        return
    if rule := event.meta.recurrence:
        place = event.places[0] if event.places else None
        yield showing(event.meta, "", rule.start, rule.end, place), max(one.last_day for one in event.showings)
    else:
        yield from ((one, one.last_day) for one in event.showings)


def _event(library: Library, event: Contribution[Event], how: str) -> Iterator[bytes]:
    for one, _last in _components(event):
        component = _showing(library, event, one) if how == "as it is" else _withdrawn(library, event, one)
        yield bytes(component.to_ical())


def _showing(library: Library, event: Contribution[Event], one: Occurrence) -> Component:
    """An event at one of its times, or from its first time on."""
    meta, hub = event.meta, library.hub
    found = _dated(library, event, one)
    found.add("summary", Text(marked(mark(library, event, one), typo(meta.title))))
    if one.place:
        _add_place(found, one.place)
    elif one.mode != "sur-place":
        found.add("location", Text(meta.online_url or _("En ligne")))
    if meta.online_url and one.mode != "sur-place":
        found.add("conference", vUri(meta.online_url), parameters={"VALUE": "URI", "LABEL": _("En ligne")})
    lines = [
        typo(meta.summary),
        *sentences(library, event, one),
        *terms.practical(meta, schools=one.audience == "scolaires"),
        publisher(library, event).label,
        hub.url + event.url,
    ]
    found.add("description", Text("\n".join(line for line in lines if line)))
    found.add("categories", categories(hub.themes.get(theme, theme) for theme in meta.themes))
    found.add("status", STATUS.get(one.status, "CONFIRMED"))
    found.add("url", hub.url + event.url)
    return found


def _withdrawn(library: Library, event: Contribution[Event], one: Occurrence) -> Component:
    """A showing of what is announced no more: nothing but that."""
    found = _dated(library, event, one)
    _cancel(found, event)
    return found


def _dated(library: Library, event: Contribution[Event], one: Occurrence) -> Component:
    """What calendars know a showing by, and when it is."""
    found, zone = known(library, event, one.name), library.hub.zone
    _add_times(found, one, zone)
    if event.meta.recurrence:
        add_rule(found, event.meta.recurrence, zone)
    if not one.start.clock or (one.end and one.end.moment - one.start.moment > LONG) or not one.stands:
        found.add("transp", "TRANSPARENT")
    return found


def known(library: Library, of: Contribution[Event] | Contribution[Exhibition], *names: str) -> Component:
    """A VEVENT with what calendars know it by, and how often it was revised."""
    hub, meta, parent = library.hub, of.meta, of.whole.revision
    revision = stamp(revised(meta, parent), hub.zone)
    found = Component()
    found.add("uid", Text(uid(hub.hostname, of.id, *names)))
    found.add("dtstamp", revision)
    found.add("last-modified", revision)
    found.add("sequence", sequence(meta, parent))
    return found


def _cancel(component: Component, of: Contribution[Event] | Contribution[Exhibition]) -> None:
    """Say that it is announced no more; what is kept for a group is not named any more either."""
    title = _("rendez-vous retiré") if of.meta.visibility == "reserve" else typo(of.meta.title)
    component.add("summary", Text(marked(labels.label(labels.STATUS, "annule"), title)))
    component.add("description", Text(_("Ce rendez-vous n’est plus annoncé.")))
    component.add("status", "CANCELLED")


def stamp(day: date, zone: ZoneInfo) -> datetime:
    """Its midnight in UTC: stamps must be so; a contribution knows a day, and no clock of the build may enter."""
    return datetime.combine(day, time.min, tzinfo=zone).astimezone(UTC)


def _add_times(component: Component, one: Occurrence, zone: ZoneInfo) -> None:
    """DTSTART and DTEND, which is the day after the last one where there are no hours, and none where it takes no time."""
    start, end = one.start, one.end
    if not start.clock:
        add_days(component, start.day, end.day if end else start.day)
        return
    component.add("dtstart", start.moment.replace(tzinfo=zone))
    if end and end.moment > start.moment:
        component.add("dtend", end.moment.replace(tzinfo=zone))


def add_days(component: Component, first: date, last: date) -> None:
    """Whole days, both included."""
    component.add("dtstart", first)
    component.add("dtend", last + timedelta(days=1))


def _add_place(component: Component, place: Located) -> None:
    component.add("location", Text(one_line(place)))
    if place.lat is not None and place.lon is not None:
        component.add("geo", (place.lat, place.lon))


def _stop(library: Library, tool: Contribution[Exhibition], stop: Stop, how: str) -> bytes:
    """A public showing of a tool: whole days."""
    meta, hub, venue = tool.meta, library.hub, stop.loan.venue
    found = known(library, tool, "pret", stop.name)
    add_days(found, stop.first_day, stop.last_day)
    found.add("transp", "TRANSPARENT")
    if how == "cancelled":
        _cancel(found, tool)
        return bytes(found.to_ical())
    found.add("summary", Text(typo(meta.title)))
    if stop.place:
        _add_place(found, stop.place)
    lines: Iterable[str | None] = (
        typo(meta.summary),
        typo(venue.hours) if venue and venue.hours else None,
        _("Tarif : {price}").format(price=terms.price(venue.price)) if venue and venue.price else None,
        hub.url + stop_url(tool, stop),
    )
    found.add("description", Text("\n".join(line for line in lines if line)))
    found.add("categories", categories(hub.themes.get(theme, theme) for theme in meta.themes))
    found.add("status", "CONFIRMED")
    found.add("url", hub.url + stop_url(tool, stop))
    return bytes(found.to_ical())
