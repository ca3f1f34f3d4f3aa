"""Hours that the clock leaves out, and showings that last longer than anybody stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

from contributions.fields.when import When
from contributions.models import Common, Event
from contributions.models.event import Recurrence, Slot
from contributions.problems.problem import Finding, Location
from contributions.record.occurrences import expand, starts

SEVERAL = 3
"""Days after the first that somebody may stay: a congress, a camp, a night of stars."""
YEAR = 400
"""Days: what lasts longer has most likely another year than was meant."""
NAMED = 3
"""So many days are named."""


def clocks(meta: Common, moments: Iterable[tuple[Location, When]], zone: ZoneInfo) -> Iterator[Finding]:
    """Findings about hours that do not exist, wherever one is given, and about how long a showing lasts."""
    for location, when in moments:
        if when.clock and skipped(when.moment, zone):
            yield Finding(
                "E412",
                f"Cette nuit-là, on passe à l’heure d’été : {when} n’existe pas.",
                f"Écrivez l’heure d’après, {_after(when.moment, zone):%Y-%m-%d %H:%M}.",
                location,
            )
    if isinstance(meta, Event):
        for index, slot in enumerate(meta.slots):
            if slot.end and (finding := _long(slot, slot.end, index, alone=len(meta.slots) == 1)):
                yield finding
        if meta.recurrence and meta.recurrence.start.timed and meta.recurrence.end.timed:
            yield from _repeated(meta.recurrence, zone)


def skipped(moment: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks jump over a local time: it does not come back from UTC as it went there."""
    return _after(moment, zone) != moment


def _after(moment: datetime, zone: ZoneInfo) -> datetime:
    """What a clock shows at a local time; where it jumps over that, what it would show if it had not."""
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)


def _long(slot: Slot, end: When, index: int, *, alone: bool) -> Finding | None:
    days = (end.day - slot.start.day).days
    location = ("slots", index, "end")
    if days > YEAR:
        message = f"Ce créneau dure {days // 365} an{'s' if days >= 730 else ''} : du {slot.start} au {end}."
        return Finding("W005", message, "Vérifiez l’année de « end ».", location)
    if not (slot.start.clock and end.clock) or days <= SEVERAL or end.clock <= slot.start.clock:
        return None
    first, last = f"{slot.start}", f"{slot.start.day} {end.clock:%H:%M}"
    lines = f"« start: {first} », « end: {last} »"
    if alone:
        way = f"« recurrence: » à la place de « slots: », et dessous {lines}, « rule: FREQ=DAILY;COUNT={days + 1} »"
    else:
        way = f"un créneau par jour : {lines}, et ainsi de suite"
    message = f"Ce créneau dure {days + 1} jours sans s’arrêter la nuit."
    return Finding("W005", message, f"Si l’on vient chaque jour de {slot.start.clock:%H:%M} à {end.clock:%H:%M}, écrivez {way}.", location)


def _repeated(recurrence: Recurrence, zone: ZoneInfo) -> Iterator[Finding]:
    """Showings of a rule that fall on an hour that does not exist, or begin before the one before has ended."""
    lost = [start.day for start, end in expand(recurrence) if skipped(start.moment, zone) or skipped(end.moment, zone)]
    if lost := [day for day in lost if day != recurrence.start.day]:
        days = ", ".join(day.isoformat() for day in (*recurrence.except_, *lost))
        message = f"L’une des séances tombe sur une heure que l’heure d’été supprime : le {' et le '.join(map(str, lost[:NAMED]))}."
        yield Finding("E412", message, f"Écrivez « except: [{days}] », ou une autre heure.", ("recurrence", "rule"))
    following = next(islice(starts(recurrence), 1, None), None)
    if following and recurrence.end.moment > following >= recurrence.start.moment:
        close = f"{recurrence.start.day} {recurrence.end.clock:%H:%M}"
        message = f"La séance suivante commence le {following:%Y-%m-%d %H:%M}, avant la fin de la première ({recurrence.end})."
        repair = f"Écrivez « end: {close} », la fin de la première séance ; la dernière se dit dans la règle, avec UNTIL."
        yield Finding("E402", message, repair, ("recurrence", "end"))
