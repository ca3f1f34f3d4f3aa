"""« Est-ce que ça rentre ? » holds what one has against the owner's figures: a table of them, and data for the script."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from catalogue.record.fitting import Fitting, fitting
from contributions.lending.asking import can_be_had
from contributions.lending.runs import Run
from contributions.library.library import Library
from contributions.library.offers import offered
from support import TODAY, exhibition, loan, organisation

Reading = Callable[..., Library]
VERSIONS = [{"id": "a", "label": "Cadres"}, {"id": "b", "label": "Bâche", "format": {"vehicle": "voiture"}, "copies": 2}]
KEYS: dict[str, Any] = {
    "organisation": "musee",
    "publisher": None,
    "availability_on": "2026-11-03",
    "format": {"surface_m2": 40, "vehicle": "camion"},
    "visit": {"capacity": 1},
    "versions": VERSIONS,
    "loan": {"min_days": 3, "notice_days": 4, "gap_days": 1},
    "loans": [loan("2026-12-10", "2026-12-20", version="a"), loan("2027-01-10", "2027-01-20", version="b", copy=2)],
}
CLOSED = [{"weekdays": ["dimanche", "lundi"]}, {"start": "2026-12-24", "end": "2027-01-03"}]


def the_fitting(library: Library) -> Fitting | None:
    """Of the only tool."""
    return fitting(library, library.exhibitions[0])


class TestTheTable:
    def test_has_a_column_a_version_and_says_what_its_owner_does_not(self, library: Reading) -> None:
        found = the_fitting(library(organisation("musee") | exhibition("malle", **KEYS)))
        assert found is not None
        assert found.columns == ("Cadres", "Bâche")
        assert {row.key: tuple((need or "–").replace("\u00a0", " ") for need in row.needs) for row in found.rows} == {
            "surface": ("40 m²", "–"),
            "height": ("–", "–"),
            "vehicle": ("Camion", "Voiture"),
            "heaviest": ("–", "–"),
            "people": ("–", "–"),
            "visitors": ("1 personne à la fois", "1 personne à la fois"),
        }

    def test_is_not_there_where_no_figure_is_given(self, library: Reading) -> None:
        assert the_fitting(library(exhibition("malle", availability_on="2026-11-03"))) is None


def test_the_data_hold_the_days_of_the_one_calculation(library: Reading) -> None:
    found = library(organisation("musee", closed=CLOSED) | exhibition("malle", **KEYS))
    told = the_fitting(found)
    assert told is not None
    data, offer = json.loads(told.data), offered(found, found.exhibitions[0])
    assert data["built"] == TODAY.isoformat()
    closed = {day for first, last in data["closed"] for day in range(first, last + 1)}
    for unit, known in zip(offer.units, data["units"], strict=True):
        for first in range(60):
            for days in (2, 3, 9):
                start = (TODAY + timedelta(days=first) - date(1970, 1, 1)).days
                end = start + days - 1
                had = (
                    first >= data["notice"]
                    and data["least"] <= days <= data["most"]
                    and not {start, end} & closed
                    and any(low <= start and end <= high for copy in known["copies"] for low, high in copy)
                )
                begins = TODAY.toordinal() + first
                assert had == can_be_had(offer, unit, Run(begins, begins + days - 1), TODAY.toordinal())


def test_the_data_close_no_script(library: Reading) -> None:
    versions = [{"id": "a", "label": "</script><b>"}]
    found = the_fitting(library(exhibition("malle", format={"surface_m2": 4}, versions=versions)))
    assert found is not None
    assert "<" not in found.data
    assert json.loads(found.data)["units"][0]["label"] == "</script><b>"
