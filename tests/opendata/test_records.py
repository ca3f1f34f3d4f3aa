"""Open data says what the pages say, and nothing that they keep to themselves."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.library.library import Library
from contributions.region.addresses import PATHS
from opendata.records import Record, as_json, block, pieces, record
from support import REPOSITORY, event, exhibition, loan, organisation, read_library, resource

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


def records(library: Library, kind: str) -> list[Record]:
    return [record(library, one) for one in sorted(library.of(kind), key=lambda one: one.slug)]


def array(found: list[Record]) -> bytes:
    return as_json([block(one) for one in found])


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

    def test_of_a_tool_says_of_a_private_loan_what_names_nobody(self, library: Reading) -> None:
        lent = {"borrower": "Lycée du plateau", "borrower_category": "lycee", "city": "Amiens", "visitors": 300, "via": "direct"}
        private = loan("2026-10-01", "2026-10-20", "rendu", copy=1, papers=["convention"], first_loan=True, **lent)
        cancelled = loan("2026-09-01", "2026-09-20", "annule", borrower="Lycée du plateau")
        [found] = records(library(exhibition("malle", loans=[cancelled, private])), "exhibition")
        assert found["loans"] == [
            {
                "start": "2026-10-01",
                "end": "2026-10-20",
                "state": "rendu",
                "copy": 1,
                "borrower_category": "lycee",
                "borrower_department": "80",
            }
        ]

    def test_of_a_tool_takes_the_department_of_a_loan_without_town_from_its_borrower_in_the_directory(self, library: Reading) -> None:
        borrowers = organisation("musee") | organisation("discret", consent=None)
        loans = [loan("2026-10-01", "2026-10-20", borrower="musee"), loan("2026-12-01", "2026-12-20", borrower="discret")]
        [found] = records(library(borrowers | exhibition("malle", loans=loans)), "exhibition")
        assert [one.get("borrower_department") for one in found["loans"]] == ["80", None]

    def test_of_a_tool_keeps_the_papers_of_a_public_loan_to_itself(self, library: Reading) -> None:
        public = loan("2026-10-01", "2026-10-20", public_showing=True, city="Amiens", papers=["convention", "assurance"])
        [found] = records(library(exhibition("malle", loans=[public])), "exhibition")
        assert "papers" not in found["loans"][0]
        assert found["loans"][0]["city"] == "Amiens"

    def test_of_a_tool_shows_a_public_stop_whole(self, library: Reading) -> None:
        public = loan("2026-10-01", "2026-10-20", "rendu", borrower="Médiathèque", city="Amiens", public_showing=True)
        [found] = records(library(exhibition("malle", loans=[public])), "exhibition")
        assert found["loans"][0]["borrower"] == "Médiathèque"

    def test_of_an_organisation_keeps_how_it_agreed_to_itself(self, library: Reading) -> None:
        [found] = records(library(organisation("musee")), "organisation")
        assert "consent" not in found

    def test_of_an_organisation_without_consent_does_not_exist(self, library: Reading) -> None:
        assert records(library(organisation("musee", consent=None)), "organisation") == []


class TestTheArray:
    @given(RECORDS)
    def test_is_that_of_python_s_own_writer(self, found: list[dict[str, Any]]) -> None:
        assert array(found) == (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()

    @pytest.mark.parametrize("number", [1e-4, 9.9e-5, 1e-5, -1.5e-7, 1e-15, 0.1, 1 / 3, 123456789012345.12, -0.00012])
    def test_writes_small_numbers_as_python_does(self, number: float) -> None:
        assert array([{"lat": number, "all": [number]}]) == (json.dumps([{"lat": number, "all": [number]}], indent=1) + "\n").encode()

    def test_of_the_demo_is_that_of_python_s_own_writer(self) -> None:
        library = read_library(REPOSITORY / "content")
        for kind in PATHS:
            found = records(library, kind)
            assert found
            assert [piece.block for piece in pieces(library, kind)] == [block(one) for one in found]
            assert array(found) == (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()
