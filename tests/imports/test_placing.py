"""Places of sources: the town that is meant for sure, by its name; what contradicts it is left out and told."""

from __future__ import annotations

from typing import Any

import pytest

from contributions.geography.towns import Towns
from imports.drafts.placing import placed

TOWNS = Towns.load("32")


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ({"city": "80100 Abbeville"}, {"postcode": "80100", "city": "Abbeville"}),
        ({"city": "ABBEVILLE", "insee": "80001"}, {"city": "Abbeville", "insee": "80001"}),
        ({"city": "Lille (Fives)", "address": "1 rue du Port"}, {"address": "1 rue du Port, Fives", "city": "Lille"}),
        ({"postcode": "80100"}, {"postcode": "80100", "city": "Abbeville"}),
        ({"city": "Saint Quentin", "postcode": "2100"}, {"postcode": "02100", "city": "Saint-Quentin"}),
        ({"city": "Abbeville", "lat": 50.1, "lon": "1,83"}, {"city": "Abbeville", "lat": "50.1", "lon": "1.83"}),
        ({"city": "Abbeville", "lat": 1.83, "lon": 50.1}, {"city": "Abbeville", "lat": "50.1", "lon": "1.83"}),
        ({"city": "Abbeville", "lat": 0, "lon": 0}, {"city": "Abbeville"}),
        ({"city": "Bruges (Belgique)"}, {"city": "Bruges (Belgique)"}),
        ({"city": "Marseille", "postcode": "13001"}, {"postcode": "13001", "city": "Marseille"}),
        ({"city": "Trifouillis"}, {"city": "Trifouillis"}),
        ({"name": "  Salle\n des fêtes ", "city": ""}, {"name": "Salle des fêtes"}),
    ],
)
def test_a_place_is_written_as_the_check_takes_it(place: dict[str, Any], found: dict[str, str]) -> None:
    assert placed(place, TOWNS) == (found, [])


@pytest.mark.parametrize(
    ("place", "found", "key"),
    [
        ({"city": "Saint-Quentin", "postcode": "02100", "insee": "59350"}, {"postcode": "02100", "city": "Saint-Quentin"}, "insee"),
        ({"city": "Abbeville", "lat": 48.8, "lon": -2.3}, {"city": "Abbeville"}, "lat"),
        ({"city": "Abbeville", "lat": 50.1}, {"city": "Abbeville"}, "lat"),
        ({"city": "Abbeville", "postcode": "BP 12"}, {"city": "Abbeville"}, "postcode"),
    ],
)
def test_what_contradicts_a_town_is_left_out_and_told(place: dict[str, Any], found: dict[str, str], key: str) -> None:
    kept, told = placed(place, TOWNS)
    assert (kept, [name for name, _why in told]) == (found, [key])


def test_of_several_towns_of_a_name_the_one_at_the_point_is_meant() -> None:
    several = TOWNS.find("Saint-Aubin")
    candidates = getattr(several, "candidates", ())
    assert len(candidates) > 1
    for town in candidates:
        kept, _told = placed({"city": "Saint-Aubin", "lat": town.lat, "lon": town.lon}, TOWNS)
        assert TOWNS.find(kept["city"], kept.get("postcode"), kept.get("insee")) == town
