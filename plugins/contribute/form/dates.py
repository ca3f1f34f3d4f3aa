"""How dates are read and what is said of wrong ones, as data for the script: the spellings and sentences of contributions/fields."""

from __future__ import annotations

from typing import Any

from contribute.form.patterns import script
from contributions.fields import date_spelling as spelling
from contributions.fields import when
from contributions.fields.date_answers import SENTENCES
from contributions.fields.local_hours import ELSEWHERE, UNIVERSAL, local_hour
from contributions.region.hub import Hub


def dates(hub: Hub) -> dict[str, Any]:
    """The contract's form and bounds, what people write instead, and each sentence, with the names of its parts in braces."""
    return {
        "form": f"^{script(when.FORM.pattern)}",
        "earliest": when.EARLIEST,
        "latest": when.LATEST,
        "months": spelling.MONTHS,
        "weekdays": spelling.WEEKDAYS,
        "words": _words(),
        "sentences": {name: {"code": "E103", "message": message, "repair": repair} for name, (message, repair) in SENTENCES.items()},
        "here": spelling.HERE,
        "zone": hub.timezone,
        "local": f" ({local_hour(hub.zone)})",
        "universal": UNIVERSAL,
        "elsewhere": ELSEWHERE,
        "smallHours": f"{when.SMALL_HOURS:%H:%M}",
    }


def _words() -> dict[str, Any]:
    """The words and patterns of which a text is made."""
    return {
        "signs": spelling.SIGNS,
        "accents": spelling.ACCENTS,
        "blanks": spelling.BLANKS,
        "months": dict(spelling.MONTH_WORDS),
        "weekdays": dict(spelling.WEEKDAY_WORDS),
        "links": spelling.LINK_WORDS,
        "zones": spelling.ZONES,
        "halves": spelling.HALVES,
        "quarters": spelling.QUARTERS,
        "noons": spelling.NOONS,
        "turn": spelling.TURN,
        "spellings": [[kind, script(pattern), after] for kind, pattern, after in spelling.SPELLINGS],
        "inFigures": spelling.IN_FIGURES,
        "word": script(spelling.WORD),
        "items": script(spelling.ITEMS),
        "one": spelling.ONE,
        "paired": script(spelling.PAIRED),
        "crossed": script(spelling.CROSSED),
        "to": spelling.TO,
    }
