"""A year's report is read beside the contributions, and remembered while its file is the same."""

from collections.abc import Callable
from pathlib import Path

from contributions.cache.cache import Cache
from contributions.library.library import Library
from contributions.loading.loading import load
from support import TODAY, Tree, event, programme, write

REPORT = """---
title: Rapport d’activités 2025
date: 2026-05-12
actions:
  - title: Fête de la science
    axis: Aller vers tous les publics
    programmes: [mois-du-ciel]
    events: [nuit]
    cost: Fête de la science
---
## L’année

Un texte.
"""
FINANCES = "title;value;unit;source;series;year;category;answers;note\nFête de la science;42000;euros;Comptes;dépenses;2025;actions;3;Hors salaires\n"
TREE: Tree = {"reports/2025.md": REPORT, "data/finances-2025.csv": FINANCES, **event("nuit"), **programme("mois-du-ciel")}


def test_is_read_with_its_actions_and_text(library: Callable[..., Library]) -> None:
    (report,) = library(TREE).annals.reports
    assert (report.year, report.keys.title, report.keys.actions[0].programmes) == ("2025", "Rapport d’activités 2025", ("mois-du-ciel",))
    assert "<p>Un texte.</p>" in report.html


def test_is_the_same_from_the_cache(tmp_path: Path) -> None:
    content, cache = write(tmp_path, TREE), Cache(tmp_path / "cache")
    first, second = (load(content, TODAY, cache=cache).library for _ in range(2))
    assert first is not None
    assert second is not None
    assert first.annals == second.annals


def test_a_row_of_figures_holds_all_its_columns(library: Callable[..., Library]) -> None:
    (figure,) = library(TREE).annals.figures
    assert (figure.series, figure.year, figure.category, figure.answers, figure.note) == ("dépenses", 2025, "actions", 3, "Hors salaires")


def test_a_column_or_a_case_may_be_empty(library: Callable[..., Library]) -> None:
    (figure,) = library({"data/a.csv": "title,value,unit,source,year,answers\nVisites,12,visites,Bilan,,\n"}).annals.figures
    assert (figure.year, figure.answers, figure.note) == (None, None, "")


def test_what_a_computer_leaves_in_its_folder_is_passed_over(reported: Callable[..., list[str]]) -> None:
    assert reported({**TREE, "reports/.DS_Store": "x"}) == []
    (said,) = reported({**TREE, "reports/rapport.docx": "x"})
    assert said.startswith("content/reports/rapport.docx:1:1: E007 ")
