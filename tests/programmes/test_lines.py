"""An event in one line: its days and hours in French, its places, and what must be known before one goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from programmes.lines import line
from support import event

Reading = Callable[..., Library]
CREIL = {"name": "Médiathèque", "city": "Creil", "insee": "60175"}


def shown(library: Reading, **keys: Any) -> Any:
    found = library(event("nuit", **keys))
    return line(found, found.by_key["event", "nuit"])


def plain(text: str) -> str:
    return " ".join(text.split())


def slot(start: str, end: str = "", **keys: Any) -> dict[str, Any]:
    return {"start": start, **({"end": end} if end else {}), **keys}


@pytest.mark.parametrize(
    ("slots", "said"),
    [
        ([slot("2026-12-05 14:00", "2026-12-05 16:00")], "samedi 5 décembre 2026, de 14 h à 16 h"),
        ([slot("2026-12-05 10:00"), slot("2026-12-05 14:00")], "samedi 5 décembre 2026, à 10 h et à 14 h"),
        (
            [slot("2026-12-05 10:00", "2026-12-05 12:00"), slot("2026-12-12 10:00", "2026-12-12 12:00")],
            "les 5 et 12 décembre 2026, de 10 h à 12 h",
        ),
        ([slot("2026-12-05 10:00"), slot("2026-12-12 14:00")], "les 5 et 12 décembre 2026"),
        ([slot("2026-12-31"), slot("2027-01-01")], "le 31 décembre 2026 et le 1er janvier 2027"),
        ([slot(f"2026-12-{day:02} 10:00") for day in range(1, 8)], "du 1er au 7 décembre 2026, 7 dates"),
        ([slot("2026-12-05", "2026-12-06"), slot("2026-12-12", "2026-12-13")], "du 5 au 13 décembre 2026, 2 dates"),
    ],
)
def test_says_when_it_is(library: Reading, slots: list[dict[str, Any]], said: str) -> None:
    assert plain(shown(library, slots=slots).when) == said


def test_names_its_places_and_counts_them_where_they_are_many(library: Reading) -> None:
    two = [slot("2026-12-05 10:00"), slot("2026-12-06 10:00", place=CREIL)]
    assert plain(shown(library, slots=two).where) == "Abbeville (80), Médiathèque du Moulin · Creil (60), Médiathèque"
    many = [slot(f"2026-12-{day:02} 10:00", place={**CREIL, "name": f"Salle {day}"}) for day in range(1, 6)]
    assert shown(library, slots=many).where == "5 lieux"


def test_marks_what_is_called_off_full_or_for_schools_and_no_more(library: Reading) -> None:
    keys = {"price": {"free": True}, "event_status": "complet", "slots": [slot("2026-12-05 10:00", **{"for": "scolaires"})]}
    assert [badge.label for badge in shown(library, **keys).badges] == ["Complet", "Scolaires"]


def test_begins_no_line_with_a_point_that_parts(library: Reading) -> None:
    two = [slot("2026-12-05 10:00"), slot("2026-12-06 10:00", place=CREIL)]
    assert " ·" not in shown(library, slots=two).where
