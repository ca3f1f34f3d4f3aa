"""The map: where towns stand, what their marks tell, and how little a small one weighs."""

import gzip
import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contributions.geography.gazetteer import GEO
from contributions.geography.outlines import outlines
from contributions.region.hub import Hub
from support import Built, demo_hub
from views.maps.drawing import GRID, WIDTH, Projection, backdrop, drawing, on_grid
from views.maps.values import BACKDROP, FORMS, Sort, Spot, large_map, map_of, mark_path, small_map

REGIONS = sorted(path.stem.removeprefix("outlines-") for path in GEO.glob("outlines-*.json"))
UNITS = Projection(0, 0, 1, 1)
"""A degree a unit, so that corners can be thought of in units."""


@pytest.fixture(scope="module")
def hub() -> Hub:
    return demo_hub()


def spot(name: str = "Amiens", lat: float | None = 49.894, lon: float | None = 2.302, **keys: Any) -> Spot:
    return Spot(name, f"{name} : 1", lat, lon, keys.get("counts", (("event", 1),)), keys.get("url"))


def centre(path: str) -> tuple[float, float]:
    """The middle of a circle's path: its line begins at its left and first goes to its right."""
    found = re.match(r"M(-?[\d.]+) (-?[\d.]+)a([\d.]+)", path)
    assert found is not None, path
    x, y, half = map(float, found.groups())
    return x + half, y


class TestABackdrop:
    @pytest.mark.parametrize("region", REGIONS)
    def test_draws_every_department_and_weighs_little(self, region: str) -> None:
        departments = tuple(outlines(region))
        drawn = backdrop(region, departments)
        assert drawn.count(b"<path ") == len(departments)
        assert len(gzip.compress(drawn, 9)) < 2500

    def test_of_a_region_without_outlines_draws_nothing(self) -> None:
        assert drawing("99", ("987",)) is None

    @given(st.lists(st.tuples(st.integers(-400, 400), st.integers(-400, 400)), min_size=4, max_size=60))
    def test_keeps_corners_near_their_place_and_no_step_that_leads_nowhere(self, corners: list[tuple[int, int]]) -> None:
        ring = [[float(x), float(y)] for x, y in corners]
        kept = on_grid(ring, UNITS, GRID)
        places = {UNITS.point(x, y) for x, y in corners[:-1]}
        assert all(any(abs(GRID * a - x) <= GRID / 2 and abs(GRID * b - y) <= GRID / 2 for x, y in places) for a, b in kept)
        assert all(one != after for one, after in pairwise(kept))
        assert all(one != second for one, second in zip(kept, kept[2:], strict=False))


class TestAMap:
    def test_marks_a_town_where_it_lies(self, hub: Hub) -> None:
        drawn = small_map(hub, "Carte", (), [spot("Calais", 50.948, 1.856), spot("Soissons", 49.381, 3.323)])
        assert drawn is not None
        places = {dot.said.split()[0]: centre(dot.marks[0].path) for dot in drawn.dots}
        assert places["Calais"][0] < places["Soissons"][0]
        assert places["Calais"][1] < places["Soissons"][1]
        assert all(0 < x < WIDTH and 0 < y < drawn.height for x, y in places.values())

    def test_leaves_out_what_lies_elsewhere_or_nobody_knows_where(self, hub: Hub) -> None:
        towns = [spot("Bastia", 42.70, 9.45), spot("Nulle part", None, None), spot()]
        drawn = large_map(hub, "Carte", (), towns)
        assert drawn is not None
        assert [dot.said for dot in drawn.dots] == ["Amiens : 1"]

    def test_of_no_town_that_stands_on_it_is_none(self, hub: Hub) -> None:
        assert small_map(hub, "Carte", (), [spot("Bastia", 42.70, 9.45)]) is None

    def test_tells_sorts_by_form_and_not_by_colour_alone(self, hub: Hub) -> None:
        sorts = ("event", "exhibition", "organisation", "reading")
        drawn = large_map(hub, "Carte", (Sort(kind, kind) for kind in sorts), [spot(counts=tuple((kind, 1) for kind in sorts))])
        assert drawn is not None
        shapes = [re.sub(r"-?[\d.]+", "", mark.path) for mark in drawn.dots[0].marks]
        assert len(set(shapes)) == 4
        assert len({FORMS[kind] for kind in ("event", "gathering", "trail", "school")}) == 4

    def test_marks_side_by_side_what_a_town_has_of_several_sorts(self, hub: Hub) -> None:
        drawn = large_map(hub, "Carte", (), [spot(counts=(("event", 4), ("exhibition", 0), ("organisation", 1)))])
        assert drawn is not None
        assert [mark.kind for mark in drawn.dots[0].marks] == ["event", "organisation"]

    def test_of_one_place_writes_its_town_beside_it(self, hub: Hub) -> None:
        drawn = map_of(hub, "Calais", 50.948, 1.856)
        assert drawn is not None
        assert (drawn.backdrop, drawn.leads, drawn.dots[0].label, drawn.dots[0].anchor) == (BACKDROP, False, "Calais", "start")

    @given(st.sampled_from(("circle", "square", "diamond", "triangle")), st.floats(1, 60))
    def test_has_marks_that_grow_with_what_they_stand_for(self, form: str, half: float) -> None:
        def extent(path: str) -> float:
            return max(abs(float(number)) for number in re.findall(r"-?[\d.]+", path))

        assert extent(mark_path(form, 0, 0, half)) < extent(mark_path(form, 0, 0, half + 2))


class TestTheMapOfTheSite:
    def test_says_in_its_list_all_that_it_shows(self, demo: Built) -> None:
        page = demo.page("/carte/")
        shown = {str(link["href"]).removeprefix("#") for link in page.select("svg.map .map-town[href]")}
        listed = {str(town["id"]) for town in page.select(".town > [id]")}
        assert shown
        assert shown <= listed

    def test_leads_to_each_department_by_the_keyboard(self, demo: Built) -> None:
        page = demo.page("/carte/")
        assert [str(link["href"]) for link in page.select("svg.map a.map-department:not([tabindex])")] == [
            f"/territoires/{code}/" for code in demo_hub().departments
        ]

    def test_shares_its_backdrop_with_small_maps(self, demo: Built) -> None:
        assert demo.read(BACKDROP).startswith('<svg xmlns="http://www.w3.org/2000/svg"><g id="fond"')
