"""The school holidays of a region: its zone, and those that are on or come next.

Zones are those of the ministry (A, B, C), days those of vacances-scolaires-france, which has them from its open data; overseas
regions and Corsica have holidays of their own, which it does not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from contributions.problems.problem import Finding
from contributions.region.hub import Hub

ZONES = {
    "84": "A",
    "27": "A",
    "75": "A",
    "44": "B",
    "32": "B",
    "28": "B",
    "52": "B",
    "53": "B",
    "24": "B",
    "93": "B",
    "11": "C",
    "76": "C",
}
"""Region (INSEE) → zone: each of these lies in one."""


class Holidays(NamedTuple):
    """Holidays by their name (« Vacances de Noël »), from the first whole day without school to the last, both included."""

    name: str
    first: date
    last: date


def zone_of(hub: Hub) -> str | None:
    """The zone that hub.yml names, else the region's; None where nobody knows its days."""
    return hub.school_holidays or ZONES.get(hub.region.code)


def without_holidays(hub: Hub) -> Iterator[Finding]:
    """That the page of the holidays is missing, and what would give it."""
    if zone_of(hub) is None:
        message = (
            f"Les vacances scolaires de la région {hub.region.code} ne sont pas connues : la page /agenda/vacances/ n’est pas publiée."
        )
        yield Finding("W009", message, "Si elles sont celles d’une zone, ajoutez « school_holidays: » avec A, B ou C.", ("region", "code"))


def holidays(zone: str, today: date) -> Holidays | None:
    """Those of a zone that are on, else the next; None beyond the years that are known."""
    from vacances_scolaires_france import SchoolHolidayDates  # here, for it reads twenty years of days, and one page asks

    off = {day: found["nom_vacances"] for day, found in SchoolHolidayDates().data.items() if found[f"vacances_zone_{zone.lower()}"]}
    first = min((day for day in off if day >= today), default=None)
    if first is None:
        return None
    one, name = timedelta(1), off[first]
    last = first
    while off.get(first - one) == name:
        first -= one
    while off.get(last + one) == name:
        last += one
    return Holidays(name, first, last)
