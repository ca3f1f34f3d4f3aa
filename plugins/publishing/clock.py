"""Today: the build's day in the hub's time zone, or ESCALE_TODAY. The only clock of a build."""

from __future__ import annotations

import os
from datetime import date, datetime

from contributions.region.hub import Hub


class NotADay(Exception):
    """ESCALE_TODAY is not YYYY-MM-DD."""

    exitcode = 2


def today(hub: Hub) -> date:
    """The day that decides what is past. Raises NotADay."""
    given = os.environ.get("ESCALE_TODAY")
    if not given:
        return datetime.now(hub.zone).date()
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        raise NotADay(f"ESCALE_TODAY={given} is not a day: write YYYY-MM-DD.") from error
