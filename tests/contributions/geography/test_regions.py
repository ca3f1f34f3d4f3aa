"""Another region only changes content/hub.yml: the lists and outlines of all of them are there, and towns are found."""

import json

import pytest

from contributions.geography.gazetteer import GEO, Gazetteer
from contributions.geography.towns import Town, TownProblem, Towns

OVERSEAS = ("01", "02", "03", "04", "06")
REGIONS = (*OVERSEAS, "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94")

every_region = pytest.mark.parametrize("region", REGIONS)


class TestEveryRegion:
    @every_region
    def test_has_a_small_list_and_small_outlines(self, region: str) -> None:
        assert (GEO / f"communes-{region}.csv").stat().st_size < 450_000
        assert (GEO / f"outlines-{region}.json").stat().st_size < 60_000

    @every_region
    def test_has_the_outlines_of_the_departments_of_its_towns(self, region: str) -> None:
        outlines = json.loads((GEO / f"outlines-{region}.json").read_text("utf-8"))
        assert {feature["properties"]["code"] for feature in outlines["features"]} == Towns.load(region).departments

    @every_region
    def test_has_every_town_on_its_map(self, region: str) -> None:
        west, south, east, north = json.loads((GEO / f"outlines-{region}.json").read_text("utf-8"))["bbox"]
        margin = 0.15  # the smallest islands have no outline
        for town in Towns.load(region):
            assert west - margin < town.lon < east + margin, town
            assert south - margin < town.lat < north + margin, town

    @every_region
    def test_has_a_postcode_for_every_town(self, region: str) -> None:
        assert all(town.postcodes for town in Towns.load(region))


class TestFrance:
    def test_has_each_town_once(self) -> None:
        codes = [town.insee for town in Gazetteer.of_france()]
        assert len(codes) == len(set(codes)) == sum(len(Towns.load(region)) for region in REGIONS)

    def test_has_its_hundred_and_one_departments(self) -> None:
        assert len(Gazetteer.of_france().departments) == 101


class TestIleDeFrance:
    @pytest.mark.parametrize(
        "place", [("Paris", None, None), ("Paris 11e", "75011", None), ("Paris Cedex 5", "75231", None), (None, None, "75111")]
    )
    def test_an_arrondissement_or_a_cedex_is_paris(self, place: tuple[str | None, str | None, str | None]) -> None:
        answer = Towns.load("11").find(*place)
        assert isinstance(answer, Town)
        assert answer.insee == "75056"

    def test_the_towns_of_other_regions_are_outside(self) -> None:
        assert Towns.load("11").find("Amiens") == TownProblem("outside", department="80")


class TestCorsica:
    """Its postcodes do not tell its two departments apart."""

    def test_a_cedex_postcode_may_be_of_either_department(self) -> None:
        answer = Towns.load("94").find("Ajaccio Cedex", "20700")
        assert isinstance(answer, Town)
        assert answer.department == "2A"

    def test_its_own_postcodes_are_never_outside(self) -> None:
        corsica = Towns.load("94")
        mismatch, unknown = corsica.find("Ajaccio", "20200"), corsica.find(None, "20999")
        assert isinstance(mismatch, TownProblem)
        assert mismatch.reason == "postcode-mismatch"
        assert unknown == TownProblem("unknown")
