"""Whether what a tool tells must be looked at again before it is shown to anybody."""

from __future__ import annotations

from datetime import date

from contributions.models import Exhibition
from publishing.strings import _
from views.french import dates

YEARS = 5
"""Years for which contents hold once somebody has looked at them: by then school programmes and figures of science have moved on."""
YEARS_UNSEEN = 8
"""The same since it was made, where nobody says more: longer, for somebody may have looked without a word."""


def to_review(meta: Exhibition, today: date) -> str | None:
    """Why its contents are « à vérifier »; None where they are not."""
    if seen := meta.content_updated:
        if (seen.year + YEARS, seen.month, seen.day) < (today.year, today.month, today.day):
            return _("Contenu à vérifier : il a été revu pour la dernière fois le {day}.").format(day=dates.day_month(seen))
        return None
    if meta.year and meta.year + YEARS_UNSEEN < today.year:
        return _("Contenu à vérifier : l’outil date de {year}, et rien ne dit qu’il ait été revu depuis.").format(year=meta.year)
    return None
