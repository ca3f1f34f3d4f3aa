"""A fund of 300 tools and 109 loans, as three owners keep them."""

from __future__ import annotations

import re
from functools import cache

import pytest

from contributions.judging.certain import errors_of
from contributions.models import KINDS
from contributions.sheets.loan_tables import read_table
from imports.sheets.workbook import opened
from imports.sources.tableur import read
from imports.taken import Reading
from support_sheets import FUND, HUB, given, table, xlsx

MOST = 0.05
"""The share of its cells that may be reported."""
TIMES = re.compile(r"(\d+) cases|^(\d+) prêts")


@cache
def readings() -> dict[str, Reading]:
    return {name: read(make(), given(name)) for name, make in FUND.items()}


def cells() -> int:
    return sum(len(row.cells) for make in FUND.values() for sheet in opened(make()).sheets for row in sheet.rows)


def reported() -> int:
    """Cells that are told: one a line, or as many as a line says of its column."""
    told = [TIMES.search(one.message) for reading in readings().values() for one in reading.refused]
    return sum(int(next(filter(None, found.groups()))) if found else 1 for found in told)


def test_comes_in_whole() -> None:
    assert sum(len(reading.taken) for reading in readings().values()) == 300
    assert sum(len(table.rows) for reading in readings().values() for table in reading.tables) == 109


def test_has_at_most_one_cell_in_twenty_reported() -> None:
    share = reported() / cells()
    assert (cells(), reported()) == (4633, 104)
    assert share <= MOST


def test_is_right_cell_by_cell() -> None:
    museum, association, agency = (readings()[name].taken for name in ("fonds-musee.xlsx", "malles.ods", "base-outils.csv"))
    assert museum[0].values == {
        "title": "Exposition fossiles à toucher", "category": "exposition-panneaux",
        "format": {"width_cm": "200", "height_cm": "300", "weight_kg": "20", "panels": "8", "surface_m2": "20"}, "loan": {"max_days": "21"},
        "price": {"free": "false", "amount": "120", "per": "semaine", "deposit": "300"}, "audiences": ["tout-public"], "themes": ["mathematiques"],
    }  # fmt: skip
    assert association[3].values == {
        "title": "Panneaux engrenages à toucher", "format": {"width_cm": "43", "height_cm": "63.5", "weight_kg": "11"}, "setup": {"minutes": "18", "people": "1"},
        "insurance": {"value": "530"}, "acquired": "2011", "school_levels": ["cp", "ce1", "ce2"], "transport": {"note": "à la charge de l’emprunteur"},
    }  # fmt: skip
    assert agency[1].values == {
        "title": "Mallette marais à toucher", "category": "malle", "contents": [{"quantity": "5", "item": "panneaux"}, {"quantity": "1", "item": "livret"}],
        "format": {"width_cm": "61", "height_cm": "151", "weight_kg": "12", "crates": "2", "vehicle": "utilitaire"}, "price": {"free": "false", "amount": "80"},
        "audiences": ["lycee"], "themes": ["astronomie"], "keywords": ["marais", "oiseaux"], "year": "2006", "aliases": ["/expos/2"],
    }  # fmt: skip


@pytest.mark.parametrize("name", list(FUND))
def test_has_nothing_that_the_models_refuse(name: str) -> None:
    for taken in readings()[name].taken:
        assert {error["type"] for error in errors_of(KINDS[taken.kind], taken.values, HUB.vocabularies)} <= {"missing"}
    for one in readings()[name].tables:
        assert not read_table(one.path, table([list(one.rows[0]), *[list(row.values()) for row in one.rows]]), HUB).problems


def test_names_nobody() -> None:
    assert not [name for name in ("Martin", "Dupont") if name in str(readings())]


def test_is_known_again_when_it_comes_again() -> None:
    again = {name: read(make(), given(name)) for name, make in FUND.items()}
    assert again == readings()
    ids = [one.id for reading in again.values() for one in reading.taken]
    assert len(set(ids)) == 300


def test_of_five_hundred_rows_is_read() -> None:
    heads = ["Titre", "Résumé", "Date", "Horaires", "Lieu", "Ville", "Thème", "Public", "Tarif", "Type", "Organisateur"]
    rows = [
        [f"Nuit {at}", "Une nuit.", "05/12/2026", "14h-16h", "Salle des fêtes", "Laon", "Santé", "Tout public", "4 €", "Atelier", "Musée"]
        for at in range(500)
    ]
    data = xlsx({"Agenda": [heads, *rows]})
    reading = read(data, given())
    assert len(reading.taken) == 500
    assert not reading.refused
