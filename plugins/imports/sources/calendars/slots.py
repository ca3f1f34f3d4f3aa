"""When an event is, as the contract has it: its slots in local time, or its rule where that has no end and means the same here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from contributions.fields.repetition import repetitions
from contributions.models.event import MAX_SLOTS
from contributions.record.occurrences import HORIZON_YEARS
from imports.sources.calendars.moments import NoMoment, local, said_twice, timed
from imports.sources.calendars.repeating import Expanded, Showing, Version, expanded, window
from imports.sources.calendars.versions import Entry
from imports.taken import Refusal

TOLD = 5
"""Showings that are told one by one."""


class Slot(NamedTuple):
    """A slot, and the VEVENT that says so."""

    values: dict[str, Any]
    entry: Entry


def when(group: Sequence[Entry], own: Mapping[int, dict[str, Any]], zone: ZoneInfo, today: date, refused: list[Refusal]) -> dict[str, Any]:
    """`slots` or `recurrence`, and `event_status`, of the VEVENTs of one event; empty where it has no showing.

    `own` are what a VEVENT says of its slot beside its times: its place, for whom, its state.
    """
    entries = {entry.version.number: entry for entry in group}
    at = group[0].at
    showings: list[Showing] = []
    for versions in _apart(group):
        try:
            found = expanded(versions, today)
        except NoMoment as error:
            refused.append(Refusal(at, f"{error} Seule la première séance est reprise."))
            found = Expanded([Showing(versions[0].start, versions[0].end, versions[0].number)])
        if found.barren:
            refused.append(Refusal(at, "Cette règle de répétition ne donne aucune date : les séances données une à une sont reprises."))
        if found.endless and (rule := _rule(versions, found, zone, today)) and len(group) == 1:
            return {"recurrence": rule, **({"event_status": "annule"} if group[0].cancelled else {})}
        if found.endless:
            first, last = window(today)
            refused.append(
                Refusal(at, f"Ce rendez-vous se répète sans fin : ses séances du {first} au {last - timedelta(days=1)} sont reprises.")
            )
        showings += found.showings
    return _status(_written(showings, entries, own, zone, today, refused))


def _apart(group: Sequence[Entry]) -> Iterator[list[Version]]:
    """The versions that belong together: each master by itself, what replaces showings with the one that repeats itself."""
    masters: dict[str, Version] = {}
    for entry in group:
        version = entry.version
        if version.replaces is None and version.sequence >= masters.get(str(version.start), version).sequence:
            masters[str(version.start)] = version
    overrides = [entry.version for entry in group if entry.version.replaces is not None]
    repeated = next((each for each in masters.values() if each.rules or each.more), next(iter(masters.values()), None))
    if repeated is None:
        yield from ([override] for override in overrides)
    for version in masters.values():
        yield [version, *(overrides if version is repeated else [])]


def _written(
    showings: Sequence[Showing],
    entries: Mapping[int, Entry],
    own: Mapping[int, dict[str, Any]],
    zone: ZoneInfo,
    today: date,
    refused: list[Refusal],
) -> list[Slot]:
    """The slots that the check has nothing to say against; what cannot be one is told."""
    hours = sum(timed(showing.start) for showing in showings) * 2 >= len(showings)
    slots: list[Slot] = []
    for showing in showings:
        entry = entries[showing.number]
        if timed(showing.start) != hours:
            kind = "sans heure" if hours else "avec une heure"
            refused.append(
                Refusal(entry.at, f"La séance du {local(showing.start, zone)} est {kind}, les autres non : elle n’est pas reprise.")
            )
            continue
        if said_twice(showing.start, zone) or said_twice(showing.end, zone):
            message = f"Dans la nuit du changement d’heure, « {local(showing.start, zone)} » se lit deux fois : vérifiez cette séance."
            refused.append(Refusal(entry.at, message))
        status = {"status": "annule"} if entry.cancelled else {}
        slots.append(Slot({**_times(showing, zone, entry, refused), **own.get(showing.number, {}), **status}, entry))
    return _few(list(_without_overlaps(slots, refused)), today, refused)


def _times(showing: Showing, zone: ZoneInfo, entry: Entry, refused: list[Refusal]) -> dict[str, str]:
    """Start and end; a day's end is included, and said where it is another day."""
    start = local(showing.start, zone)
    end = local(showing.end if timed(showing.end) else showing.end - timedelta(days=1), zone)
    if end < start and timed(showing.start):
        refused.append(Refusal(entry.at, f"La séance du {start} finirait à {end[11:]}, quand l’heure a changé : sa fin n’est pas reprise."))
    return {"start": start, "end": end} if end > start else {"start": start}


def _without_overlaps(slots: list[Slot], refused: list[Refusal]) -> Iterator[Slot]:
    """Two slots of a place do not overlap; what is cancelled gives way."""
    kept: list[Slot] = []
    lost: list[Slot] = []
    for slot in sorted(slots, key=lambda each: (each.values["start"], "status" in each.values, each.values.get("end", ""))):
        before = [each for each in kept if each.values.get("place") == slot.values.get("place")][-1:]
        if before and _end(before[0]) > _start(slot):
            loser = before[0] if before[0].values.get("status") == "annule" != slot.values.get("status") else slot
            if loser is not slot:
                kept.remove(loser)
                kept.append(slot)
            if loser.values["start"] != before[0].values["start"] or loser.values.get("end") != before[0].values.get("end"):
                lost.append(loser)
        else:
            kept.append(slot)
    for slot in lost[:TOLD]:
        message = f"La séance du {slot.values['start']} commence avant la fin d’une autre, au même lieu : elle n’est pas reprise."
        refused.append(Refusal(slot.entry.at, message))
    if len(lost) > TOLD:
        refused.append(Refusal(lost[TOLD].entry.at, f"{len(lost) - TOLD} autres séances en chevauchent une : elles ne sont pas reprises."))
    yield from kept


def _start(slot: Slot) -> datetime:
    return datetime.fromisoformat(slot.values["start"])


def _end(slot: Slot) -> datetime:
    """The first moment after it."""
    end = slot.values.get("end", slot.values["start"])
    return datetime.fromisoformat(end) + timedelta(days=0 if " " in end else 1)


def _few(slots: list[Slot], today: date, refused: list[Refusal]) -> list[Slot]:
    """As many as an event may have: those to come first, then the last ones before."""
    if len(slots) <= MAX_SLOTS:
        return slots
    month = window(today)[0].isoformat()
    coming = [slot for slot in slots if slot.values.get("end", slot.values["start"])[:10] >= month][:MAX_SLOTS]
    past = [slot for slot in slots if slot.values.get("end", slot.values["start"])[:10] < month]
    kept = [*past[len(past) - (MAX_SLOTS - len(coming)) :], *coming] if len(coming) < MAX_SLOTS else coming
    refused.append(
        Refusal(slots[0].entry.at, f"{len(slots)} séances, et {MAX_SLOTS} au plus : {len(slots) - len(kept)} ne sont pas reprises.")
    )
    return kept


def _status(slots: list[Slot]) -> dict[str, Any]:
    """The slots; what all of them say of their state is said once, of the event."""
    if not slots:
        return {}
    values = [slot.values for slot in slots]
    states = {each.get("status") for each in values}
    state = states.pop() if len(states) == 1 else None
    if state is None:
        return {"slots": values}
    return {"slots": [{key: value for key, value in each.items() if key != "status"} for each in values], "event_status": state}


def _rule(versions: Sequence[Version], found: Expanded, zone: ZoneInfo, today: date) -> dict[str, Any] | None:
    """An endless rule as `recurrence`, where it gives the same instants here, as far as the check follows it; else None."""
    [version, *others] = versions
    if others or len(version.rules) != 1 or version.more or not found.showings:
        return None
    if timed(version.start) and str(version.start.tzinfo) != str(zone):
        return None
    rule, first = version.rules[0], window(today)[0]
    start = version.start.replace(tzinfo=None) if timed(version.start) else datetime.combine(version.start, time.min)
    horizon = date(start.year + HORIZON_YEARS, 12, 31)
    given = list(repetitions(rule.parts, start, horizon))
    if not given or given[0] != start or len(given) > MAX_SLOTS or horizon < window(today)[1]:
        return None
    less = {local(each, zone)[:10] for each in version.less}
    meant = [f"{each:%Y-%m-%d %H:%M}" if timed(version.start) else f"{each:%Y-%m-%d}" for each in given]
    shown = [each for each in meant if each[:10] not in less and first.isoformat() <= each[:10] < window(today)[1].isoformat()]
    slots = [(local(each.start, zone), local(each.end, zone)) for each in found.showings]
    lengths = {datetime.fromisoformat(end) - datetime.fromisoformat(begun) for begun, end in slots}
    if [begun for begun, _end_ in slots if begun[:10] >= first.isoformat()] != shown or len(lengths) != 1:
        return None
    end = version.end if timed(version.end) else version.end - timedelta(days=1)
    left_out = sorted(less & {each[:10] for each in meant})
    made = {"start": local(version.start, zone), "end": local(end, zone), "rule": rule.local}
    return {**made, "except": left_out} if left_out else made
