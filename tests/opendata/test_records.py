"""Open data says what the pages say, and nothing that they keep to themselves."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.region.addresses import PATHS
from opendata.records import as_csv, as_json, records
from support import REPOSITORY, article, event, exhibition, loan, organisation, read_library, resource

Reading = Callable[..., Library]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=15) | st.sampled_from(
    ["=1+1", "-12.5", "-e-5", "a,b", '"', "un\r\ndeux", "1e-05,\n"]
)
NUMBERS = st.integers(-(10**15), 10**15) | st.decimals("-1e9", "1e9", places=8).map(float)
VALUES = st.recursive(
    TEXT | NUMBERS | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.lists(
    st.fixed_dictionaries({"slug": TEXT, "title": TEXT}, optional={"lat": NUMBERS, "place": VALUES, "slots": VALUES}), max_size=4
)


def table_by_csv(found: list[dict[str, Any]]) -> bytes:
    """The table of the same records by Python's own writer."""
    columns = list(dict.fromkeys(key for entry in found for key in entry)) or ["slug", "url", "departments"]
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n")
    writer.writeheader()
    for entry in found:
        writer.writerow({key: cell(value) for key, value in entry.items()})
    return ("\ufeff" + text.getvalue()).encode()


def cell(value: Any) -> str:
    """A value as one text, which no spreadsheet runs."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
        value = "|".join(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    number = text.lstrip("-").replace(".", "", 1).isdigit()
    return "'" + text if text.startswith(("=", "+", "-", "@", "\t", "\r")) and not number else text


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


class TestTheFiles:
    @given(RECORDS)
    def test_are_those_of_python_s_own_writers(self, found: list[dict[str, Any]]) -> None:
        assert as_json(found) == (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
        assert as_csv(found) == table_by_csv(found)

    @pytest.mark.parametrize("number", [1e-4, 9.9e-5, 1e-5, -1.5e-7, 1e-15, 0.1, 1 / 3, 123456789012345.12, -0.00012])
    def test_write_small_numbers_as_python_does(self, number: float) -> None:
        assert as_json([{"lat": number, "all": [number]}]) == (json.dumps([{"lat": number, "all": [number]}], indent=1) + "\n").encode()

    def test_of_the_demo_are_those_of_python_s_own_writers(self) -> None:
        library = read_library(REPOSITORY / "content")
        for kind in PATHS:
            found = records(library, kind)
            assert found
            assert as_json(found) == (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
            assert as_csv(found) == table_by_csv(found)
