"""How a place's town is found: names as people write them, postcodes, INSEE codes, and what is said otherwise."""

import csv
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import FrozenInstanceError
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.geography.gazetteer import GEO, Gazetteer
from contributions.geography.town_names import normalise
from contributions.geography.towns import Town, TownProblem, Towns, department_of

TOWNS = Towns.load("32")
ALL = list(TOWNS)

towns = st.sampled_from(ALL)


def found(city: str | None, postcode: str | None = None, insee: str | None = None) -> str:
    """The name of the town that is found."""
    town = TOWNS.find(city, postcode, insee)
    assert isinstance(town, Town), town
    return town.name


def problem(city: str | None, postcode: str | None = None, insee: str | None = None) -> TownProblem:
    """The problem that stands in the way of one town."""
    answer = TOWNS.find(city, postcode, insee)
    assert isinstance(answer, TownProblem), answer
    return answer


def names(answer: TownProblem) -> list[str]:
    return [town.name for town in answer.candidates]


class TestNames:
    @pytest.mark.parametrize(
        ("written", "name"),
        [
            ("Amiens", "Amiens"),
            ("AMIENS", "Amiens"),
            ("  amiens ", "Amiens"),
            ("Chateau Thierry", "Château-Thierry"),
            ("boulogne sur mer", "Boulogne-sur-Mer"),
            ("Boulogne s/ Mer", "Boulogne-sur-Mer"),
            ("St-Omer", "Saint-Omer"),
            ("St. Omer", "Saint-Omer"),
            ("Pont Ste Maxence", "Pont-Sainte-Maxence"),
            ("Villeneuve d’Ascq", "Villeneuve-d'Ascq"),
            ("Eclusier-Vaux", "Éclusier-Vaux"),
            ("Oeuilly", "Œuilly"),
            ("Marquette-lès-Lille", "Marquette-lez-Lille"),
        ],
    )
    def test_case_accents_punctuation_and_abbreviations_do_not_matter(self, written: str, name: str) -> None:
        assert found(written) == name

    def test_an_article_may_be_left_out(self) -> None:
        assert found("Fère", "02800") == "La Fère"
        assert found("Crotoy") == "Le Crotoy"

    def test_a_name_with_its_article_comes_before_one_without(self) -> None:
        assert found("La Neuville") == "La Neuville"

    def test_a_former_commune_is_found_as_the_town_that_it_belongs_to(self) -> None:
        assert found("Lomme", "59160") == "Lille"
        assert found("Hesdin") == "Hesdin-la-Forêt"

    def test_an_unknown_name_brings_the_nearest_ones_best_first(self) -> None:
        answer = problem("Soisson")
        assert answer.reason == "unknown"
        assert names(answer)[0] == "Soissons"
        assert len(answer.candidates) <= 5

    def test_a_name_cut_short_brings_the_whole_one(self) -> None:
        assert names(problem("Le Touquet", "62520"))[0] == "Le Touquet-Paris-Plage"

    def test_nothing_at_all_is_unknown(self) -> None:
        assert problem(None) == problem(" ", "", None) == TownProblem("unknown")

    @given(town=towns, disguise=st.sampled_from([str.upper, str.lower, normalise, lambda name: name.replace("-", " ")]))
    def test_every_town_is_found_by_its_name_and_each_of_its_postcodes(self, town: Town, disguise: object) -> None:
        assert callable(disguise)
        for postcode in town.postcodes:
            assert TOWNS.find(disguise(town.name), postcode) == town

    @given(st.text(), st.text() | st.none(), st.text() | st.none())
    def test_any_text_gets_an_answer(self, city: str, postcode: str | None, insee: str | None) -> None:
        assert isinstance(TOWNS.find(city, postcode, insee), Town | TownProblem)

    @given(st.text())
    def test_a_normal_form_is_its_own_normal_form(self, text: str) -> None:
        assert normalise(normalise(text)) == normalise(text)


class TestPostcodes:
    def test_several_towns_of_one_name_are_ambiguous_until_a_postcode_tells(self) -> None:
        answer = problem("Senlis")
        assert answer.reason == "ambiguous"
        assert [town.department for town in answer.candidates] == ["60", "62"]
        assert TOWNS.find("Senlis", "62310") == answer.candidates[1]

    def test_another_postcode_of_the_region_is_a_mismatch_and_names_the_town(self) -> None:
        answer = problem("Amiens", "59000")
        assert answer.reason == "postcode-mismatch"
        assert names(answer) == ["Amiens"]

    def test_a_postcode_alone_is_enough_for_a_town_that_has_it_alone(self) -> None:
        assert found(None, "80090") == "Amiens"

    def test_a_postcode_of_several_towns_is_ambiguous_largest_first(self) -> None:
        answer = problem(None, "02100")
        assert answer.reason == "ambiguous"
        assert names(answer)[0] == "Saint-Quentin"

    def test_a_cedex_postcode_only_has_to_be_of_the_department(self) -> None:
        assert found("Amiens Cedex 1", "80039") == "Amiens"
        assert problem("Amiens CEDEX", "59039").reason == "postcode-mismatch"

    def test_what_is_no_postcode_does_not_put_a_town_elsewhere(self) -> None:
        assert problem("Amiens", "8000").reason == "postcode-mismatch"
        assert problem("Nulle-Part-sur-Rien", "8000").reason == "unknown"


class TestOutsideTheRegion:
    @pytest.mark.parametrize(
        ("city", "postcode", "department"),
        [
            ("Paris", "75011", "75"),
            ("Saint-Denis", "93200", "93"),
            (None, "97410", "974"),
            ("Ajaccio", "20000", None),
            ("Nouméa", "98800", "988"),
        ],
    )
    def test_a_postcode_says_so_and_gives_the_department(self, city: str | None, postcode: str, department: str | None) -> None:
        assert problem(city, postcode) == TownProblem("outside", department=department)

    def test_a_namesake_in_the_region_is_not_taken_for_it(self) -> None:
        assert found("Laon", "02000") == "Laon"
        assert problem("Laon", "51100").reason == "outside"

    def test_so_does_an_insee_code(self) -> None:
        assert problem("Paris", None, "75056") == TownProblem("outside", department="75")
        assert problem("Ajaccio", None, "2A004") == TownProblem("outside", department="2A")

    @given(st.from_regex(r"[0-9]{5}", fullmatch=True))
    def test_every_postcode_has_a_department_but_the_corsican_ones(self, postcode: str) -> None:
        department = department_of(postcode)
        assert department is None if postcode.startswith("20") else department and postcode.startswith(department)


class TestANameAloneThatOnlyOtherRegionsKnow:
    @pytest.mark.parametrize(
        ("city", "department"),
        [
            ("Marseille", "13"),
            ("reims", "51"),
            ("Rochelle", "17"),
            ("Ajaccio", "2A"),
            ("Cherbourg-Octeville", "50"),
            ("Paris 11e", "75"),
            ("Paris Cedex 05", "75"),
            ("Lyon 3ème arrondissement", "69"),
            ("Marseille 1er", "13"),
        ],
    )
    def test_is_outside_and_gives_the_department(self, city: str, department: str) -> None:
        assert problem(city) == TownProblem("outside", department=department)

    @pytest.mark.parametrize(("city", "department"), [("Vélizy", "78"), ("Châlons", "51"), ("Le Kremlin", "94")])
    def test_may_be_the_first_words_of_one_large_town(self, city: str, department: str) -> None:
        assert problem(city) == TownProblem("outside", department=department)

    def test_means_the_town_that_is_by_far_the_largest_of_that_name(self) -> None:
        assert problem("Évry") == TownProblem("outside", department="91")  # and not the village of Yonne

    def test_has_no_department_where_several_towns_compare(self) -> None:
        assert problem("Saint-Denis") == TownProblem("outside", department=None)

    @pytest.mark.parametrize("slip", ["Soisson", "Lile", "Roubais", "Vileneuve d'Ascq", "Amines"])
    def test_is_a_slip_where_they_do_not_know_it_either(self, slip: str) -> None:
        answer = problem(slip)
        assert answer.reason == "unknown"
        assert answer.candidates

    @pytest.mark.parametrize("vague", ["Saint", "Le", "Vitry", "Bruxelles", "Nulle-Part-sur-Rien", "!"])
    def test_is_unknown_where_its_first_words_could_be_many_towns_or_none(self, vague: str) -> None:
        assert problem(vague).reason == "unknown"

    @pytest.mark.parametrize(
        ("city", "name"), [("Montreuil", "Montreuil-sur-Mer"), ("Boulogne", "Boulogne-sur-Mer"), ("Villeneuve", "Villeneuve-d'Ascq")]
    )
    def test_is_left_to_its_author_where_it_may_be_short_for_a_town_of_the_region(self, city: str, name: str) -> None:
        answer = problem(city)
        assert answer.reason == "unknown"
        assert names(answer)[0] == name

    def test_stays_the_regions_where_it_has_one_too(self) -> None:
        assert found("Clermont") == "Clermont"
        assert found("Saint-Quentin") == "Saint-Quentin"

    def test_is_looked_up_only_then(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def refuse() -> Gazetteer:
            raise AssertionError("the other regions were read")

        monkeypatch.setattr(Gazetteer, "of_france", refuse)
        monkeypatch.setattr(TOWNS, "_answers", {})
        assert found("Amiens") == "Amiens"
        assert problem("Senlis").reason == "ambiguous"
        assert problem("Marseille", "13001").reason == "outside"
        with pytest.raises(AssertionError, match="other regions"):
            TOWNS.find("Marseille")

    @given(towns)
    def test_no_town_of_the_region_is_said_to_be_outside_in_its_own_region(self, town: Town) -> None:
        answer = TOWNS.find(town.name)
        assert isinstance(answer, Town) or answer.reason == "ambiguous"


class TestInseeCodes:
    def test_a_code_decides_without_regard_to_the_postcode(self) -> None:
        assert found("Amiens", "59000", "80021") == "Amiens"

    @pytest.mark.parametrize(
        ("city", "insee", "name"),
        [
            ("AMIENS Cedex 1", "80021", "Amiens"),
            ("St-Omer", "62765", "Saint-Omer"),
            ("Boulogne", "62160", "Boulogne-sur-Mer"),
            ("Lille (Fives)", "59350", "Lille"),
            ("Lomme", "59355", "Lille"),
        ],
    )
    def test_a_name_may_be_short_or_long_or_that_of_a_former_commune(self, city: str, insee: str, name: str) -> None:
        assert found(city, None, insee) == name

    def test_a_code_of_another_town_is_told(self) -> None:
        answer = problem("Lille", "59000", "80021")
        assert (answer.reason, names(answer)) == ("other-town", ["Amiens"])

    def test_a_code_of_a_town_of_another_region_is_compared_too(self) -> None:
        assert problem("Paris 11e", None, "75111") == TownProblem("outside", department="75")
        answer = problem("Lille", None, "75056")
        assert (answer.reason, names(answer)) == ("other-town", ["Paris"])

    def test_the_code_of_a_former_commune_is_understood(self) -> None:
        assert found(None, None, "59355") == "Lille"

    def test_a_code_of_the_region_that_no_town_has_is_unknown_and_the_name_helps(self) -> None:
        answer = problem("Amiens", None, "80999")
        assert answer.reason == "unknown-insee"
        assert names(answer) == ["Amiens"]
        assert problem(None, None, "quatre").reason == "unknown-insee"

    @given(towns)
    def test_every_town_is_found_by_its_code(self, town: Town) -> None:
        assert TOWNS.find(None, None, town.insee) == town


class TestTheList:
    def test_it_is_read_once(self) -> None:
        assert Towns.load("32") is TOWNS

    def test_a_region_without_list_names_the_remedy(self) -> None:
        with pytest.raises(FileNotFoundError, match=r"scripts/towns\.py 99"):
            Towns.load("99")

    def test_a_town_cannot_be_changed(self) -> None:
        with pytest.raises(FrozenInstanceError):
            ALL[0].name = "Ailleurs"

    def test_it_holds_every_commune_of_the_five_departments_in_order(self) -> None:
        assert len(TOWNS) == len(ALL) == 3782
        assert TOWNS.departments == {"02", "59", "60", "62", "80"}
        codes = [town.insee for town in ALL]
        assert codes == sorted(set(codes))

    def test_every_town_has_a_postcode_of_its_department(self) -> None:
        assert all(town.postcodes for town in ALL)
        assert all(code.startswith(town.department) for town in ALL for code in town.postcodes)

    @pytest.mark.parametrize(
        ("name", "lat", "lon"),
        [
            ("Amiens", 49.894, 2.302),
            ("Lille", 50.63, 3.06),
            ("Arras", 50.29, 2.78),
            ("Laon", 49.56, 3.62),
            ("Beauvais", 49.43, 2.08),
            ("Dunkerque", 51.04, 2.38),
            ("Calais", 50.95, 1.86),
            ("Château-Thierry", 49.05, 3.40),
            ("Hirson", 49.92, 4.08),
        ],
    )
    def test_known_towns_stand_where_they_are(self, name: str, lat: float, lon: float) -> None:
        town = TOWNS.find(name)
        assert isinstance(town, Town)
        assert (town.lat, town.lon) == pytest.approx((lat, lon), abs=0.02)

    def test_its_file_stays_small_and_says_which_points_are_town_halls(self) -> None:
        path = GEO / "communes-32.csv"
        assert path.stat().st_size < 300_000
        with path.open(encoding="utf-8", newline="") as file:
            assert Counter(row["exact"] for row in csv.DictReader(file))["1"] > 0.9 * len(TOWNS)


class TestTheOutlines:
    def test_neighbouring_departments_share_their_border_point_by_point(self) -> None:
        edges = Counter(edge for _, ring in rings() for edge in pairwise(ring))
        assert set(edges.values()) == {1}
        assert sum((b, a) in edges for a, b in edges) > 300

    def test_nearly_every_town_stands_inside_its_department(self) -> None:
        inside = sum(sum(crosses(ring, town) for code, ring in rings() if code == town.department) % 2 for town in ALL)
        assert inside / len(ALL) > 0.99

    def test_the_file_stays_small(self) -> None:
        assert (GEO / "outlines-32.json").stat().st_size < 60_000


def rings() -> Iterator[tuple[str, list[tuple[float, float]]]]:
    """Every ring of the outlines, with its department."""
    for feature in json.loads((GEO / "outlines-32.json").read_text("utf-8"))["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            for ring in polygon:
                yield feature["properties"]["code"], [(lon, lat) for lon, lat in ring]


def crosses(ring: list[tuple[float, float]], town: Town) -> int:
    """How often a line from the town due west crosses a ring."""
    return sum(
        (ay > town.lat) != (by > town.lat) and town.lon < ax + (town.lat - ay) * (bx - ax) / (by - ay)
        for (ax, ay), (bx, by) in pairwise(ring)
    )
