"""The documents of the catalogue's filters: what stands in them, and what they and their scripts weigh."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from catalogue.filtering.cards import PER_PAGE
from catalogue.filtering.pages import filter_pages, listed
from catalogue.filtering.records import record, steps, vocabulary
from contributions.library.library import Library
from contributions.record.contribution import Contribution
from publishing.assets import without_remarks
from publishing.page import Document
from support import REPOSITORY, TODAY, Tree, exhibition, loan, organisation, read_library, write
from support_stock import BEGIN, Stock

SCRIPTS = REPOSITORY / "themes" / "escale" / "static" / "js"
IMPORTS = re.compile(r'^import [^;]*?from "(\.[^"]+)"', re.MULTILINE)
HORIZON = TODAY.replace(day=1).toordinal()


def only(library: Library) -> Contribution[Any]:
    """Its tool."""
    [tool] = listed(library)
    return tool


def loaded(script: Path, seen: dict[Path, str]) -> dict[Path, str]:
    """A script and what it imports, as they are published."""
    if script not in seen:
        seen[script] = without_remarks(script.read_text("utf-8"))
        for other in IMPORTS.findall(seen[script]):
            loaded((script.parent / other).resolve(), seen)
    return seen


def texts(library: Library) -> Iterator[Document]:
    """The documents."""
    made = (item.make() for item in filter_pages(library) if item.template is None)
    return (item for item in made if isinstance(item, Document))


class TestARecord:
    def test_says_nothing_of_what_the_owner_does_not_say(self, library: Callable[..., Library]) -> None:
        found = library(exhibition("malle"))
        [unit] = record(found, only(found))["units"]
        assert {name: value for name, value in unit.items() if name != "copies"} == dict.fromkeys(
            ("surface", "hauteur", "vehicule", "poids", "personnes", "price")
        )

    def test_has_a_unit_for_each_version_that_is_still_lent(self, library: Callable[..., Library]) -> None:
        gone = {"id": "vieille", "label": "Vieille", "retired_on": f"{TODAY}"}
        own = {"id": "neuve", "label": "Neuve", "format": {"surface_m2": 12}, "copies": 2}
        found = library(exhibition("malle", versions=[gone, own], format={"surface_m2": 40, "vehicle": "voiture"}, setup={"people": 3}))
        [unit] = record(found, only(found))["units"]
        assert (unit["surface"], unit["vehicule"], unit["personnes"], len(unit["copies"])) == (12, None, 3, 2)

    def test_tells_a_price_in_euros_and_per_how_many_days(self, library: Callable[..., Library]) -> None:
        def price(**keys: Any) -> Any:
            found = library(exhibition("malle", price=keys))
            return record(found, only(found))["units"][0]["price"]

        assert price(free=True) == [0]
        assert price(free=False) == [None]
        assert price(free=False, amount=45.5) == [45.5]
        assert price(free=False, amount=30, per="semaine") == [30, 7]
        assert price(free=False, amount=80, per="mois") == [80, 30]

    def test_tells_free_days_as_steps_and_leaves_out_the_end(self, library: Callable[..., Library]) -> None:
        found = library(exhibition("malle", loans=[loan("2026-12-01", "2026-12-20")], loan={"gap_days": 2}))
        [[first, days, wait]] = record(found, only(found))["units"][0]["copies"]
        assert (first, days, wait) == (0, 28, 24)

    def test_is_found_by_its_words_and_its_owners_name(self, library: Callable[..., Library]) -> None:
        tree: Tree = {
            **organisation("musee", title="Musée de l’Œuvre"),
            **exhibition("malle", title="L’été", organisation="musee", publisher=None, keywords=["3D"]),
        }
        found = library(tree)
        assert {"ete", "oeuvre", "3d"} <= set(vocabulary(found, only(found)).split())

    def test_steps_lead_from_day_to_day(self) -> None:
        assert list(steps([(HORIZON + 2, HORIZON + 4), (HORIZON + 9, HORIZON + 9)], HORIZON)) == [2, 3, 4, 1]
        assert list(steps([(HORIZON, HORIZON + 30)], HORIZON, HORIZON + 30)) == [0]


class TestTheDocuments:
    def test_are_there_without_any_tool(self, library: Callable[..., Library]) -> None:
        fiches, mots = (json.loads(item.content) for item in texts(library({})))
        assert fiches["owners"] == mots == []

    def test_hold_no_tool_that_is_withdrawn_or_kept_for_a_group(self, library: Callable[..., Library]) -> None:
        tree: Tree = {
            **exhibition("malle"),
            **exhibition("retiree", condition="retire", retired_on="2026-01-31"),
            **exhibition("partie", retired_on=f"{TODAY}"),
            **exhibition("archivee", status="archive"),
            **exhibition("reservee", visibility="reserve"),
        }
        assert [tool.slug for tool in listed(library(tree))] == ["malle"]

    def test_put_cards_into_pages_the_oldest_first(self, library: Callable[..., Library]) -> None:
        tree: Tree = {}
        for number in range(PER_PAGE + 1):
            tree = {**tree, **exhibition(f"malle-{number:02}", date=f"2026-10-{31 - number:02}")}
        found = library(tree)
        assert listed(found)[0].slug == f"malle-{PER_PAGE:02}"
        assert [item.path for item in filter_pages(found) if item.template] == ["/outils/cartes/1.html", "/outils/cartes/2.html"]

    def test_weigh_little(self, tmp_path: Path) -> None:
        """A tenth of five thousand tools in a tenth of 90 KiB, and what all tools share: owners, and what each column may hold."""
        found = read_library(write(tmp_path, Stock(1, 500, owners=40, busy=5).tree()), BEGIN)
        [fiches, _mots] = texts(found)
        assert len(gzip.compress(fiches.content, 9)) <= 9 * 1024 + 2560


class TestTheScripts:
    @pytest.mark.parametrize("name", ["agenda", "catalogue"])
    def test_that_answer_weigh_ten_kilobytes_at_most(self, name: str) -> None:
        found = loaded(SCRIPTS / name / "page.js", loaded(SCRIPTS / f"{name}.js", {}))
        assert len(gzip.compress("".join(found.values()).encode(), 9)) <= 10 * 1024
