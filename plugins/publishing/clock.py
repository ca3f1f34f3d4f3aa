"""Today: the build's day in the hub's time zone, or ESCALE_TODAY. The only clock of a build."""

from __future__ import annotations

import os
from datetime import date, datetime

from contributions.region.hub import Hub
from endings.failure import Failure

FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)
"""Other days are typing mistakes, and would take arithmetic out of the calendar; contributions have days to 2200."""


class NotADay(Failure):
    """ESCALE_TODAY is no day on which a site could be built."""


def today(hub: Hub) -> date:
    """The day that decides what is past. Raises NotADay."""
    given = os.environ.get("ESCALE_TODAY")
    if not given:
        return datetime.now(hub.zone).date()
    try:
        day = date.fromisoformat(given)
    except ValueError:
        day = date.min
    if not FIRST <= day <= LAST:
        raise NotADay(f"« ESCALE_TODAY={given} » n’est pas un jour de {FIRST.year} à {LAST.year} : écrivez AAAA-MM-JJ.")
    return day
