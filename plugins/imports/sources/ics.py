"""Read a calendar (.ics, RFC 5545): its events, with all their showings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC

from imports.sources.calendars.events import taken
from imports.sources.calendars.lines import Component, Line, calendars
from imports.sources.calendars.moments import Clock
from imports.sources.calendars.versions import Entry, entry_of, together, uid_of
from imports.sources.calendars.zones import Zones
from imports.taken import Given, Reading, Refusal, Taken

MOST = 10_000
"""Events of a file."""
TOLD = 500
"""Refusals that are told one by one."""
SECRET = {"PRIVATE", "CONFIDENTIAL"}
OTHERS = {"VTODO": "tâche", "VJOURNAL": "note", "VFREEBUSY": "plage occupée"}
"""Components that are no events (RFC 5545, 3.6), as the report calls them."""


def read(data: bytes, given: Given) -> Reading:
    """The events of a calendar. Raises UnreadableSource where it is none.

    It is whole where each of its events could be read: what could not is not gone.
    """
    found, lost = calendars(data)
    refused = [Refusal(f"ligne {number}", "Cette ligne n’est pas comprise : elle n’est pas reprise.") for number in lost]
    made: dict[str, Taken] = {}
    whole = True
    for calendar in found:
        events, complete = _events(calendar, given, refused)
        whole = whole and complete
        for each in events:
            made.setdefault(each.id, each)
    if len(refused) > TOLD:
        refused = [*refused[:TOLD], Refusal(refused[TOLD].at, f"{len(refused) - TOLD} autres remarques ne sont pas listées.")]
    return Reading(tuple(made.values()), refused=tuple(refused), whole=whole and bool(made))


def _events(calendar: Component, given: Given, refused: list[Refusal]) -> tuple[list[Taken], bool]:
    """The events of one calendar, and whether nothing of it is missing."""
    clock = _clock(calendar, given)
    for name, many in Counter(part.name for part in calendar.parts).items():
        if name in OTHERS:
            refused.append(
                Refusal(f"ligne {calendar.number}", f"{many} {OTHERS[name]}{'s' if many > 1 else ''} : ce n’est pas un événement.")
            )
    components = [part for part in calendar.parts if part.name == "VEVENT"]
    if calendar.text("METHOD").upper() == "CANCEL":
        for component in components:
            component.lines.insert(0, Line("STATUS", {}, "CANCELLED", component.number))
    entries, whole = _entries(components[:MOST], clock, refused)
    if len(components) > MOST:
        refused.append(Refusal(f"ligne {components[MOST].number}", f"Plus de {MOST} événements : les suivants ne sont pas repris."))
    if not calendar.whole:
        refused.append(
            Refusal(f"ligne {calendar.number}", "La fin de ce calendrier manque : ce qui n’y est plus n’est pas pris pour retiré.")
        )
    prodid = calendar.text("PRODID")
    groups = together(entries, prodid)
    made = [taken(key, group, clock=clock, given=given, prodid=prodid, refused=refused) for key, group in groups.items()]
    complete = whole and None not in made and len(components) <= MOST and calendar.whole
    return [each for each in made if each], complete


def _clock(calendar: Component, given: Given) -> Clock:
    """How the times of a calendar are read: what names no zone is of the calendar's, if it says which, else of the hub."""
    zones = Zones(calendar.parts)
    own = zones.named(calendar.text("X-WR-TIMEZONE")) if calendar.text("X-WR-TIMEZONE") else None
    return Clock(zones, own or given.hub.zone, own or UTC)


def _entries(components: Sequence[Component], clock: Clock, refused: list[Refusal]) -> tuple[list[Entry], bool]:
    entries, whole = [], True
    for number, component in enumerate(components):
        at = f"UID {uid_of(component)[:80]} (ligne {component.number})"
        if component.text("CLASS").upper() in SECRET:
            refused.append(Refusal(at, "Cet événement est privé (CLASS) : il n’est pas repris."))
            continue
        if not component.whole:
            refused.append(Refusal(at, "La fin de cet événement manque (END:VEVENT) : ce qui précède est repris."))
        entry = entry_of(component, number, clock, refused)
        whole = whole and entry is not None
        entries += [entry] if entry else []
    return entries, whole
