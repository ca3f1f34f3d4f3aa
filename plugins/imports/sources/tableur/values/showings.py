"""The showings of an event from the columns that say them: a day and its hours, a start and an end, or all of it in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from contributions.fields.date_rows import slots_in
from contributions.region.hub import Hub
from imports.sheets.workbook import Cell
from imports.sources.tableur.values.cells import dated
from imports.sources.tableur.values.lists import PARTS
from imports.sources.tableur.values.taking import NotTaken, shortened

CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-4])\s*(?:h|:|heures?)\s*(?P<minute>[0-5]\d)?(?::00)?", re.IGNORECASE)
FRACTION = re.compile(r"0?[.,]\d+")
"""A part of a day, as a spreadsheet counts hours."""

Parts = Mapping[str, Cell]
"""What the columns say, by their roles (« @day », « start »…)."""


def showings(parts: Parts, hub: Hub) -> list[dict[str, str]]:
    """The starts and ends that the cells of a row say together. Raises NotTaken."""
    if "@slots" in parts:
        return [slot for part in PARTS.split(parts["@slots"].text) if part for slot in _in_words(part, parts, hub)]
    day = parts.get("start") or parts.get("@day")
    if day is None:
        said = next(iter(parts.values())).text
        raise NotTaken(f"« {shortened(said)} » : de quel jour ? La case du début est vide.")
    begins = _dated(day, hub)
    if not begins:
        return _in_words(day.text, parts, hub)
    last = parts.get("end") or parts.get("@until")
    ends = _dated(last, hub) if last else ""
    if last and not ends:
        if not (clock := _clock(last)):
            raise NotTaken(f"« {shortened(last.text)} » n’est pas une date.")
        return _from_to(begins, "", "", clock)
    if " " in begins or " " in ends:  # an hour stands with its day
        return _moments(begins, ends, parts)
    hours = parts.get("@hours")
    if hours is not None and not _clock(hours):
        return _joined(begins, ends, f" {_spelt(hours.text)}", hours.text)
    first = _clock(parts.get("@from") or hours)
    return _from_to(begins, ends, first, _clock(parts.get("@to")))


def _moments(begins: str, ends: str, parts: Parts) -> list[dict[str, str]]:
    """A start with its hour, whose end has a day or an hour at least."""
    first, until = _clock(parts.get("@from")), _clock(parts.get("@to"))
    start = begins if " " in begins or not first else f"{begins} {first}"
    if not ends and until:
        return _from_to(start[:10], "", start[11:], until)
    if ends and " " not in ends and until:
        ends = f"{ends} {until}"
    if ends and " " not in ends and ends == start[:10]:
        ends = ""
    return [{"start": start, **({"end": ends} if ends else {})}]


def _from_to(begins: str, ends: str, first: str, last: str) -> list[dict[str, str]]:
    """Days and hours that stand apart: every day from one to the other has the same hours."""
    if last and not first:
        raise NotTaken("L’heure de fin est là, et non celle du début.")
    if first and last:
        return _joined(begins, ends, f" de {first} à {last}", f"{first} – {last}")
    if first:
        return _joined(begins, ends, f" à {first}", first) if ends and ends != begins else [{"start": f"{begins} {first}"}]
    return [{"start": begins, **({"end": ends} if ends and ends != begins else {})}]


def _joined(begins: str, ends: str, hours: str, said: str) -> list[dict[str, str]]:
    days = f"du {begins} au {ends}" if ends and ends != begins else begins
    found = slots_in(f"{days}{hours}")
    if not found:
        raise NotTaken(f"« {shortened(said)} » n’est pas compris comme des heures : « 14 h – 18 h ».")
    return _slots(found)


def _in_words(text: str, parts: Parts, hub: Hub) -> list[dict[str, str]]:
    """Days in words, with the hours that stand there or in a column of their own."""
    own = " ".join(text.split())
    if moment := _dated(Cell(own), hub):
        return showings({**{role: cell for role, cell in parts.items() if role != "@slots"}, "start": Cell(moment)}, hub)
    first, last = _clock(parts.get("@from") or parts.get("@hours")), _clock(parts.get("@to"))
    hours = (
        f" de {first} à {last}"
        if first and last
        else f" à {first}"
        if first
        else _spelt(f" {parts['@hours'].text}")
        if "@hours" in parts
        else ""
    )
    found = slots_in(f"{own}{hours}") or (slots_in(own) if not hours else [])
    if not found:
        raise NotTaken(f"« {shortened(own)} » n’est pas compris comme des dates : « 2026-12-05 14:00 ».")
    return _slots(found)


def _slots(found: Sequence[tuple[str, str | None]]) -> list[dict[str, Any]]:
    return [{"start": start, **({"end": end} if end else {})} for start, end in found]


def _dated(cell: Cell, hub: Hub) -> str:
    """The day or time of a cell; empty where it is neither."""
    try:
        return dated(cell, "when", hub)
    except NotTaken:
        return ""


def _clock(cell: Cell | None) -> str:
    """The hour of a cell, HH:MM; empty where there is none."""
    if cell is None:
        return ""
    text = cell.text.strip()
    if FRACTION.fullmatch(text):
        minutes = round(float(f"0.{re.split('[.,]', text)[1]}") * 24 * 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if found := CLOCK.fullmatch(text):
        return f"{int(found['hour']):02}:{found['minute'] or '00'}"
    return text[11:16] if cell.sort == "moment" else ""


def _spelt(hours: str) -> str:
    """Hours as sentences have them: « 14:00-18:00 » is « de 14:00 à 18:00 »."""
    both = re.fullmatch(r"\s*(?:de\s+)?(?P<first>[\d:hH ]+?)\s*(?:-|–|—|à|/|>|→)\s*(?P<last>[\d:hH ]+?)\s*", hours)
    return f" de {both['first']} à {both['last']}" if both else hours
