"""The slots of an event: the instants of the source in the hub's time, in order, apart, and no more than an event may have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from contributions.models.event import MAX_SLOTS
from imports.agendas.instants import instant, local, zone_called
from imports.agendas.record import Record, shown
from imports.agendas.timings import NOUGHT, Timing, alone, timings
from imports.taken import Refusal

TOLD = 10
"""So many times of one event are told one by one, the others by their number."""
DAY = timedelta(days=1)
LAST_MINUTE = time(23, 59)


@dataclass(frozen=True, slots=True, order=True)
class Showing:
    """From when to when, in the hub's time; a whole day begins at midnight, and ends there or a minute before."""

    start: datetime
    end: datetime
    has_end: bool
    within: str

    @property
    def whole(self) -> bool:
        """Whether it is of whole days."""
        return self.has_end and self.start.time() == time.min and self.end.time() in {time.min, LAST_MINUTE} and self.end > self.start


class NoShowing(Exception):
    """Why a time cannot be taken (French, a sentence)."""


def dated(record: Record) -> tuple[dict[str, Any], list[Refusal]]:
    """The key `slots` of a record, and what of its times is not taken."""
    found, refused = _showings(record)
    kept, overlapping = _apart(found)
    refused += [(showing.within, _overlap(showing)) for showing in overlapping]
    refusals = [record.refusal("timings", message, within) for within, message in refused[:TOLD]]
    if more := len(refused) - TOLD:
        refusals += [record.refusal("timings", f"{more} autres horaires ne sont pas pris.")] if more > 0 else []
    if len(kept) > MAX_SLOTS:
        message = f"{len(kept)} créneaux : un événement en a {MAX_SLOTS} au plus ; les {MAX_SLOTS} premiers sont pris."
        refusals.append(record.refusal("timings", message))
    slots = _written(kept[:MAX_SLOTS])
    if not slots and not refusals and str(record.get("first_begin") or NOUGHT)[:10] != NOUGHT:
        message = "La source ne dit que le premier et le dernier jour, pas les séances : complétez « slots »."
        refusals.append(record.refusal("first_begin", message))
    return ({"slots": slots} if slots else {}), refusals


def _showings(record: Record) -> tuple[list[Showing], list[tuple[str, str]]]:
    found, refused = [], []
    given: Iterable[Timing] = timings(record)
    if record.get("timings") is None:
        given = [only] if (only := alone(record)) else []
    for timing in given:
        try:
            found.append(_showing(timing, record))
        except NoShowing as error:
            refused.append((timing.within, str(error)))
    return found, refused


def _showing(timing: Timing, record: Record) -> Showing:
    start, whole_day = _moment(timing.begin, record)
    if timing.end in (None, "") or str(timing.end)[:10] == NOUGHT:
        return Showing(start, start + DAY, True, timing.within) if whole_day else Showing(start, start, False, timing.within)
    end, whole_end = _moment(timing.end, record)
    end += DAY if whole_end else timedelta()
    if end < start:
        raise NoShowing(f"La fin ({end:%Y-%m-%d %H:%M}) est avant le début ({start:%Y-%m-%d %H:%M}).")
    return Showing(start, end, end > start, timing.within)


def _moment(value: Any, record: Record) -> tuple[datetime, bool]:
    """A moment in the hub's time, and whether it is a day that has no hour."""
    moment = instant(value, zone_called(record.get("timezone"), record.zone))
    if moment is None:
        raise NoShowing(f"« {shown(value)} » n’est pas un horaire (AAAA-MM-JJTHH:MM+02:00)." if value else "Cet horaire n’a pas de début.")
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min), True
    here = local(moment, record.zone)
    if here is None:
        raise NoShowing(f"« {shown(value)} » tombe dans l’heure qui revient deux fois au passage à l’heure d’hiver : écrivez-le à la main.")
    return here, False


def _apart(found: list[Showing]) -> tuple[list[Showing], list[Showing]]:
    """The showings in order, each once, and those that begin before the one before them has ended."""
    kept: list[Showing] = []
    overlapping = []
    for showing in sorted(found, key=lambda each: (each.start, -(each.end - each.start))):
        if kept and (showing.start, showing.end) == (kept[-1].start, kept[-1].end):
            continue
        if kept and showing.start < kept[-1].end:
            overlapping.append(showing)
        else:
            kept.append(showing)
    return kept, overlapping


def _overlap(showing: Showing) -> str:
    return f"Le créneau de {showing.start:%Y-%m-%d %H:%M} commence avant la fin du précédent, au même lieu."


def _written(showings: list[Showing]) -> list[dict[str, str]]:
    """As an event has them: all with hours, or all days without."""
    if showings and all(showing.whole for showing in showings):
        return [_days(showing) for showing in showings]
    return [
        {"start": f"{showing.start:%Y-%m-%d %H:%M}", **({"end": f"{showing.end:%Y-%m-%d %H:%M}"} if showing.has_end else {})}
        for showing in showings
    ]


def _days(showing: Showing) -> dict[str, str]:
    first: date = showing.start.date()
    last = (showing.end - timedelta(minutes=1)).date()
    return {"start": str(first), **({"end": str(last)} if last > first else {})}
