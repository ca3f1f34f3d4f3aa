"""Where an event is, and how one comes there."""

from collections.abc import Callable
from typing import Any

import pytest

from agenda.event.view import event_data
from contributions.library.library import Library
from support import PLACE, Tree, event, organisation

Reading = Callable[[Tree], Library]
POINT = {"lat": 50.1067, "lon": 1.834}
VISIO = {"online_url": "https://visio.example/salle"}
WAY = "À dix minutes de la gare."


def shown(library: Reading, more: Tree | None = None, **keys: Any) -> dict[str, Any]:
    """What the page of an event shows as of 21 November 2026."""
    known = library({**event("soir", **keys), **(more or {})})
    (found,) = known.of("event")
    return event_data(known, found)


class TestAPlace:
    def test_whose_own_point_is_known_opens_a_map_there(self, library: Reading) -> None:
        place = shown(library, place={**PLACE, **POINT})["where"]
        assert place.geo == "geo:50.1067,1.834"
        assert place.map == "https://www.openstreetmap.org/?mlat=50.1067&mlon=1.834#map=17/50.1067/1.834"

    def test_of_which_only_the_town_is_known_is_looked_up(self, library: Reading) -> None:
        place = shown(library)["where"]
        assert place.geo is None
        assert place.map == "https://www.openstreetmap.org/search?query=12%20rue%20des%20Tanneurs%2C%2080100%20Abbeville"

    def test_of_the_next_date_is_told_first(self, library: Reading) -> None:
        slots = [{"start": "2026-11-05"}, {"start": "2026-12-05", "place": {**PLACE, "name": "La halle"}}, {"start": "2026-12-06"}]
        found = shown(library, slots=slots)
        assert found["where"].name == "La halle"
        assert [way.name for way in found["ways"]] == ["La halle", "Médiathèque du Moulin"]

    @pytest.mark.parametrize("status", ["annule", "reporte", "passe-en-ligne"])
    def test_where_nobody_goes_has_no_way(self, library: Reading, status: str) -> None:
        assert shown(library, event_status=status, **VISIO)["ways"] == ()


class TestItsMap:
    def test_names_its_town(self, library: Reading) -> None:
        drawn = shown(library)["map"]
        assert [dot.label for dot in drawn.dots] == ["Abbeville"]

    def test_marks_each_town_of_several(self, library: Reading) -> None:
        slots = [{"start": "2026-12-05"}, {"start": "2026-12-06", "place": {**PLACE, "city": "Amiens", "postcode": "80000"}}]
        assert {dot.said for dot in shown(library, slots=slots)["map"].dots} == {"Abbeville", "Amiens"}

    def test_is_none_outside_the_region_or_where_nobody_goes(self, library: Reading) -> None:
        assert shown(library, place={"name": "Salle", "city": "Marseille", "postcode": "13001"})["map"] is None
        assert shown(library, event_status="annule")["map"] is None


class TestOnLine:
    def test_there_is_an_address_and_no_place(self, library: Reading) -> None:
        found = shown(library, mode="en-ligne", place=None, **VISIO)
        assert (found["where"], found["ways"]) == (None, ())
        assert (found["online"].label, found["online"].url) == ("visio.example", "https://visio.example/salle")

    def test_and_at_a_place_there_are_both(self, library: Reading) -> None:
        found = shown(library, mode="mixte", **VISIO)
        assert found["where"] is not None
        assert found["online"] is not None

    def test_is_not_told_of_what_is_at_a_place_alone(self, library: Reading) -> None:
        assert shown(library, **VISIO)["online"] is None


class TestTheHouseOfWhoPublishes:
    @pytest.mark.parametrize(
        ("place", "told"),
        [
            ({}, WAY),
            ({"name": "La médiathèque", "address": "12, rue des tanneurs"}, WAY),
            ({"name": "MÉDIATHÈQUE DU MOULIN", "address": None}, WAY),
            ({"name": "Le Moulin", "address": None}, WAY),
            ({"name": "La halle", "address": "1 place du Marché"}, None),
            ({"city": "Amiens", "postcode": "80000"}, None),
        ],
    )
    def test_says_how_one_comes_where_the_event_is_there(self, library: Reading, place: dict[str, Any], told: str | None) -> None:
        where = {key: value for key, value in {**PLACE, **place}.items() if value}
        house = organisation("moulin", title="Le Moulin", getting_there=WAY)
        assert shown(library, house, place=where, organisation="moulin", publisher=None)["where"].coming == told

    def test_says_nothing_without_its_consent(self, library: Reading) -> None:
        house = organisation("moulin", title="Le Moulin", getting_there=WAY, consent=None)
        assert shown(library, house, organisation="moulin", publisher=None)["where"].coming is None
