"""Open data says what the pages say, and nothing that they keep to themselves."""

import csv
import io
import json
from collections.abc import Callable

import pytest

from contributions.library import Library
from opendata.records import as_csv, as_json, records
from support import article, event, exhibition, loan, organisation, resource

Reading = Callable[..., Library]


class TestARecord:
    def test_holds_the_keys_that_were_written_with_slug_url_and_departments(self, library: Reading) -> None:
        [found] = records(library(event("nuit")), "event")
        assert (found["slug"], found["url"], found["departments"]) == ("nuit", "https://escale.example/agenda/nuit/", ["80"])
        assert found["slots"] == [{"start": "2026-11-28T14:00", "end": "2026-11-28T16:00"}]
        assert "booking" not in found

    def test_of_a_resource_keeps_its_own_address_apart_from_that_of_its_page(self, library: Reading) -> None:
        [found] = records(library(resource("carte", url="https://musee.example/carte")), "resource")
        assert found["url"] == "https://escale.example/ressources/carte/"
        assert found["resource_url"] == "https://musee.example/carte"

    def test_of_a_tool_says_only_when_a_private_loan_takes_it_away(self, library: Reading) -> None:
        private = loan("2026-10-01", "2026-10-20", "rendu", borrower="Lycée du plateau", city="Amiens", visitors=300)
        cancelled = loan("2026-09-01", "2026-09-20", "annule", borrower="Lycée du plateau")
        [found] = records(library(exhibition("malle", loans=[private, cancelled])), "exhibition")
        assert found["loans"] == [{"start": "2026-10-01", "end": "2026-10-20"}]

    def test_of_a_tool_shows_a_public_stop_whole(self, library: Reading) -> None:
        public = loan("2026-10-01", "2026-10-20", "rendu", borrower="Médiathèque", city="Amiens", public_showing=True)
        [found] = records(library(exhibition("malle", loans=[public])), "exhibition")
        assert found["loans"][0]["borrower"] == "Médiathèque"

    def test_of_an_organisation_keeps_how_it_agreed_to_itself(self, library: Reading) -> None:
        [found] = records(library(organisation("musee")), "organisation")
        assert "consent" not in found

    def test_of_an_organisation_without_consent_does_not_exist(self, library: Reading) -> None:
        assert records(library(organisation("musee", consent=None)), "organisation") == []


class TestATable:
    @pytest.mark.parametrize("title", ["=1+1 étoiles", "+33 kilomètres", "@midi"])
    def test_holds_no_formula(self, library: Reading, title: str) -> None:
        text = as_csv(records(library(article("portrait", title=title)), "article")).decode("utf-8-sig")
        [row] = csv.DictReader(io.StringIO(text))
        assert row["title"] == f"'{title}"

    def test_without_records_has_its_first_columns(self) -> None:
        assert as_csv([]).decode("utf-8-sig") == "slug,url,departments\r\n"

    def test_and_the_array_hold_the_same_records(self, library: Reading) -> None:
        found = records(library(article("un") | article("deux")), "article")
        rows = csv.DictReader(io.StringIO(as_csv(found).decode("utf-8-sig")))
        assert [row["slug"] for row in rows] == [entry["slug"] for entry in json.loads(as_json(found))] == ["deux", "un"]
