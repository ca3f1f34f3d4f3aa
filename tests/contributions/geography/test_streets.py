"""An address says its town once, however its author wrote it."""

from pathlib import Path

import pytest

from contributions.geography.streets import street
from contributions.library.library import Library
from support import PLACE, event, exhibition, loan, read_library, write
from support_limits import in_bounded_time


@pytest.mark.parametrize(
    ("address", "postcode", "city", "found"),
    [
        ("35 rue X, 80000 Amiens", "80000", "Amiens", ("35 rue X", "80000")),
        ("35 rue X, 80000 AMIENS, France", None, "Amiens", ("35 rue X", "80000")),
        ("35 rue X\n80000 Amiens", "80000", "Amiens", ("35 rue X", "80000")),
        ("35 rue X 80000 Amiens", None, "Amiens", ("35 rue X", "80000")),
        ("35 rue X, Amiens", None, "Amiens", ("35 rue X", None)),
        ("35 rue X 80000", "80000", "Amiens", ("35 rue X", "80000")),
        ("12 rue X - 62500 St-Omer", "62500", "Saint-Omer", ("12 rue X", "62500")),
        ("Quai 5, 69003 Lyon 3e", None, "Lyon", ("Quai 5", "69003")),
        ("Amiens", "80000", "Amiens", (None, "80000")),
        ("80000 Amiens", None, "Amiens", (None, "80000")),
        (None, "80000", "Amiens", (None, "80000")),
        ("Place X - Amiens", None, "Amiens", ("Place X", None)),
        ("Place X – Amiens, France", "80000", "Amiens", ("Place X", "80000")),
        ("Place X, Saint - Omer", None, "Saint-Omer", ("Place X", None)),
        ("Cour 12345, 80000, Amiens", None, "Amiens", ("Cour 12345", "80000")),
    ],
)
def test_what_has_keys_of_its_own_is_taken_off(address: str, postcode: str, city: str, found: tuple[str, str]) -> None:
    assert street(address, postcode, city) == found


@pytest.mark.parametrize(
    ("address", "postcode", "city"),
    [
        ("12 rue d’Amiens", "80000", "Amiens"),
        ("12 avenue Saint-Omer", None, "Saint-Omer"),
        ("35 rue X, 80039 Amiens Cedex 1", "80000", "Amiens"),
        ("35 rue X, 80100 Abbeville", "80000", "Amiens"),
        ("35 rue X, 80100 Amiens", "80000", "Amiens"),
        ("BP 80000", None, "Amiens"),
        ("35, rue X, bâtiment B", None, "Amiens"),
    ],
)
def test_what_says_something_else_stays(address: str, postcode: str, city: str) -> None:
    assert street(address, postcode, city) == (address, postcode)


MARKS = ["\n", " ", ",", "–", " - ", " 80000", " 80000 a", "\n - \n", " france", "é"]
"""What an address is parted by, and what it is made of."""


@pytest.mark.parametrize("mark", MARKS)
@pytest.mark.parametrize("end", ["1", ",5", "80000 Lyon"])
@pytest.mark.parametrize("before", ["Place X", "80000", "Place X,"])
def test_an_address_is_gone_through_once_however_often_it_is_parted(before: str, mark: str, end: str) -> None:
    with in_bounded_time():
        address, _postcode = street(f"{before}{mark * 100_000}{end}", None, "Amiens")
    assert address is not None


WHOLE = {**PLACE, "address": "12 rue des Tanneurs, 80100 Abbeville"}


class TestAPlace:
    @pytest.fixture
    def library(self, tmp_path: Path) -> Library:
        stop = loan(
            "2026-12-01", "2026-12-20", public_showing=True, city="Amiens", venue={"name": "Halle", "address": "1 rue X, 80000 Amiens"}
        )
        return read_library(write(tmp_path, event("nuit", place=WHOLE) | exhibition("malle", loans=[stop])))

    def test_of_an_event_is_that_of_the_same_without_its_town(self, library: Library, tmp_path: Path) -> None:
        plain = read_library(write(tmp_path / "plain", event("nuit")))
        assert library.page("event", "nuit").places == plain.page("event", "nuit").places

    def test_of_a_stop_has_its_street(self, library: Library) -> None:
        (stop,) = library.page("exhibition", "malle").stops
        assert (stop.place.address, stop.place.postcode, stop.place.city) == ("1 rue X", "80000", "Amiens")
