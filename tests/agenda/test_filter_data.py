"""The documents of the filters: towns, parts of the agenda, and for whom something is."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from itertools import pairwise

import pytest

from agenda.filtering import documents
from agenda.filtering.documents import parts
from agenda.filtering.fitting import ages
from agenda.filtering.towns import as_json
from contributions.fields.levels import LEVELS, sharing
from contributions.geography.gazetteer import Gazetteer
from contributions.library.library import Library
from contributions.models.groups import Age
from publishing.page import Document
from support import Tree, event
from support_clients import node


class TestTheTowns:
    @pytest.mark.parametrize("region", ["32", "94", "01", "44"])
    def test_are_read_as_they_are_known(self, region: str) -> None:
        known = list(Gazetteer.load(region))
        found = node("towns.mjs", json.dumps({"document": as_json(known).decode(), "names": []}).encode())["towns"]
        assert sorted(found) == sorted([town.insee, town.name, town.lat, town.lon] for town in known)

    def test_of_the_region_weigh_little(self) -> None:
        assert len(gzip.compress(as_json(Gazetteer.load("32")), 9)) <= 45_000

    def test_come_the_largest_first_where_it_matters(self) -> None:
        known = {town.insee: town for town in Gazetteer.load("32")}
        found = node("towns.mjs", json.dumps({"document": as_json(known.values()).decode(), "names": []}).encode())["towns"]
        sizes = [known[code].population for code, *_rest in found[:300]]
        assert all(one >= other for one, other in pairwise(sizes))

    @pytest.mark.parametrize(
        ("name", "code"),
        [
            ("amiens", "80021"), ("80021", "80021"), ("St-Quentin", "02691"), ("SAINT QUENTIN", "02691"), ("l’etoile", "80296"),
            ("Senlis", "60612"), ("villeneuve d'ascq", "59009"), ("Ste Preuve", "02690"), ("Atlantis", None), ("75056", None), ("", None),
        ],
    )  # fmt: skip
    def test_are_found_as_people_write_them(self, name: str, code: str | None) -> None:
        text = as_json(Gazetteer.load("32")).decode()
        assert node("towns.mjs", json.dumps({"document": text, "names": [name]}).encode())["found"] == [code]


class TestTheEntries:
    def test_are_one_document_while_they_are_few(self, library: Callable[..., Library]) -> None:
        [part] = parts(library(event("un")))
        assert (part.path, part.words) == ("/agenda/entrees.json", "/agenda/mots.json")
        assert (part.first, part.last) == ("2026-11-28", "2026-11-28")

    def test_are_parted_by_months_where_they_are_many(self, library: Callable[..., Library], monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(documents, "IN_ONE", 2)
        tree: Tree = {
            **event("novembre"),
            **event("decembre", slots=[{"start": "2026-12-05 14:00"}, {"start": "2026-12-31 22:00", "end": "2027-01-01 02:00"}]),
            **event("longue", slots=[{"start": "2026-11-03", "end": "2027-01-31"}]),
        }
        found = {part.path.rpartition("/")[2]: (part.first, part.last) for part in parts(library(tree))}
        assert found == {
            "2026-11.json": ("2026-11-28", "2026-11-28"),
            "2026-12.json": ("2026-12-05", "2026-12-31"),
            "longues.json": ("2026-11-03", "2027-01-31"),
        }

    def test_are_no_document_where_there_are_none(self, library: Callable[..., Library]) -> None:
        assert parts(library({})) == ()

    def test_hold_nothing_that_is_called_off(self, library: Callable[..., Library]) -> None:
        tree: Tree = {**event("annule", event_status="annule"), **event("un")}
        [entries] = [item for item in (one.make() for one in documents.documents(library(tree))) if item.path == "/agenda/entrees.json"]
        assert isinstance(entries, Document)
        assert json.loads(entries.content)["events"]["name"] == ["un"]


class TestForWhom:
    def test_own_ages_go_before_those_of_audiences(self) -> None:
        assert ages(Age(min=8), ["petite-enfance"]) == [[8, 120]]
        assert ages(Age(max=12), []) == [[0, 12]]

    def test_audiences_mean_ages(self) -> None:
        assert ages(None, ["primaire", "adultes"]) == [[6, 11], [18, 120]]

    @pytest.mark.parametrize("audiences", [[], ["tout-public"], ["primaire", "famille"], ["publics-empeches"], ["seniors"]])
    def test_without_either_everybody_is_meant(self, audiences: list[str]) -> None:
        assert ages(None, audiences) == [[0, 120]]

    def test_levels_meet_in_a_class(self) -> None:
        assert sharing(["cycle-3"]) == ["cm1", "cm2", "6e", "cycle-3", "elementaire", "college"]
        assert sharing([]) == []
        assert all(level in sharing([level]) for level in LEVELS)
