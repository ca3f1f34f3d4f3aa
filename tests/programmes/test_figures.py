"""The figures of an edition follow from its files, whatever these hold; courses tell their sessions and how one enrols."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contributions.library.library import Library
from programmes.figures import called_off, came, gathered, minutes, places, said, sessions, taking_place, totals
from programmes.outcome import outcome
from programmes.panel import course, enrolment
from programmes.parts import school_events
from support import event, programme, read_library, write
from support_edition import Counted
from support_festival import MIDST, SLUG, festival

Reading = Callable[..., Library]
PLACE = {"name": "Salle", "city": "Amiens", "insee": "80021"}


def edition(library: Library) -> tuple[Any, ...]:
    return library.editions["mois-du-ciel"]


def of(library: Reading, *trees: Any, **keys: Any) -> Library:
    """A programme and its events, on the day of the tests."""
    found = programme("mois-du-ciel", **keys)
    for tree in trees:
        found |= tree
    return library(found)


def animation(slug: str, **keys: Any) -> dict[str, str | bytes]:
    return event(slug, **{"programmes": ["mois-du-ciel"], **keys})


def visitors(value: int, **keys: Any) -> dict[str, Any]:
    told = {"label": "Visiteurs", "value": value, "measure": "visiteurs", "public": "tout-public", "method": "compte"}
    return {"slots": [{"start": "2026-11-14 14:00"}], "results": [told | keys]}


class TestAnyEdition:
    @pytest.mark.slow
    @settings(max_examples=4)
    @given(st.integers(0, 10_000))
    def test_adds_up_to_what_its_files_hold(self, tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
        tree = festival(seed, 160)
        counted, library = Counted(tree), read_library(write(Path(tmp_path_factory.mktemp("edition")), tree), MIDST)
        published = library.editions[SLUG]
        events = taking_place(published)
        found = totals(events)
        assert {one.slug for one in events} == counted.on.keys()
        towns = counted.towns(counted.on)
        assert (found.events, found.towns, found.organisers) == (len(counted.on), len(towns), len(counted.organisers()))
        assert found.departments == len({insee[:2] for insee in towns})
        sums = {(one.public, method): value for one in came(events) for method, value in one.by_method.items()}
        assert sums == counted.visitors()
        festival_page = library.find("programme", SLUG)
        assert festival_page is not None
        assert set(school_events(library, festival_page)) == counted.schools()
        for day in library.editions[f"{SLUG}/jours"]:
            shown = {row.slug for row in library.editions[f"{SLUG}/{day}"]}
            assert shown == counted.on_day(counted.events, date.fromisoformat(day))


class TestTotals:
    def test_leave_out_what_is_called_off_and_a_town_of_nothing_else(self, library: Reading) -> None:
        found = of(library, animation("ici"), animation("annule", event_status="annule", place=PLACE))
        assert said(totals(taking_place(edition(found)))) == ("1 événement", "1 commune", "1 département", "1 organisateur")

    def test_count_an_event_of_which_a_showing_is_called_off(self, library: Reading) -> None:
        slots = [{"start": "2026-11-28 14:00", "status": "annule"}, {"start": "2026-11-29 14:00"}]
        assert not called_off(edition(of(library, animation("ici", slots=slots)))[0])

    def test_count_a_slot_that_takes_place_where_its_event_is_called_off(self, library: Reading) -> None:
        slots = [{"start": "2026-11-28 14:00"}, {"start": "2026-11-29 14:00", "status": "programme"}]
        assert not called_off(edition(of(library, animation("ici", event_status="annule", slots=slots)))[0])

    def test_count_the_towns_of_slots_too(self, library: Reading) -> None:
        slots = [{"start": "2026-11-28 14:00"}, {"start": "2026-11-29 14:00", "place": PLACE}]
        assert totals(edition(of(library, animation("ici", slots=slots)))).towns == 2

    def test_count_what_is_on_line_among_events_only(self, library: Reading) -> None:
        found = of(library, animation("a-distance", mode="en-ligne", place=None, online_url="https://exemple.fr/"))
        assert said(totals(edition(found))) == ("1 événement", "1 organisateur")

    def test_count_a_town_outside_the_region_and_no_department_of_it(self, library: Reading) -> None:
        found = totals(edition(of(library, animation("reims", place={"name": "Salle", "city": "Reims", "postcode": "51100"}))))
        assert (found.towns, found.departments) == (1, 0)

    def test_tell_a_publisher_who_writes_its_name_otherwise_as_one(self, library: Reading) -> None:
        found = of(library, animation("un", publisher={"name": "Club Étoiles"}), animation("deux", publisher={"name": "club etoiles"}))
        assert totals(edition(found)).organisers == 1

    def test_tell_apart_what_reunites_others(self, library: Reading) -> None:
        found = of(
            library,
            animation("village", category="village-des-sciences"),
            animation("stand", parent="village"),
            animation("sentier", category="parcours"),
            animation("nuit"),
            animation("sous-nuit", parent="nuit"),
        )
        assert gathered(totals(edition(found))) == "dont 3 réunions de plusieurs : 1 village des sciences, 1 parcours, 1 autre"


class TestWhoCame:
    def test_is_told_by_the_parent_for_animations_of_the_same_measure_and_public(self, library: Reading) -> None:
        found = of(
            library,
            animation("village", category="village-des-sciences", **visitors(500)),
            animation("stand", parent="village", **visitors(80)),
            animation("classe", parent="village", **visitors(30, public="scolaire")),
        )
        assert [(one.public, one.all) for one in came(edition(found))] == [("tout-public", 500), ("scolaire", 30)]

    def test_is_told_by_animations_whose_parent_is_not_of_the_edition(self, library: Reading) -> None:
        found = of(library, event("village", **visitors(500)), animation("stand", parent="village", **visitors(80)))
        assert [one.all for one in came(edition(found))] == [80]

    def test_says_what_was_counted_and_what_was_estimated(self, library: Reading) -> None:
        found = of(library, animation("un", **visitors(500)), animation("deux", **visitors(41, method="estime")))
        shown = outcome(edition(found))
        assert shown is not None
        assert (shown.sums[0].counted, shown.sums[0].estimated, shown.sums[0].all) == ("500", "41", "541")
        assert shown.basis == "D’après les bilans de 2 événements sur 2."

    def test_adds_no_shares_and_nothing_of_no_measure(self, library: Reading) -> None:
        found = of(library, animation("un", **visitors(96, measure="satisfaction")), animation("deux", **visitors(5, measure="autre")))
        assert outcome(edition(found)) is None


class TestPlaces:
    def test_are_those_that_are_told(self, library: Reading) -> None:
        found = of(
            library,
            animation("un", booking={"capacity": 30, "left": 4}),
            animation("deux", booking={"capacity": 12, "left": 0}),
            animation("trois"),
        )
        left = places(edition(found))
        assert (left.left, left.capacity, left.events) == (4, 42, 2)

    def test_are_no_share_of_a_capacity_that_somebody_does_not_tell(self, library: Reading) -> None:
        found = of(library, animation("un", booking={"capacity": 30, "left": 4}), animation("deux", booking={"left": 3}))
        assert (places(edition(found)).left, places(edition(found)).capacity) == (7, 0)


class TestACourse:
    SLOTS = ({"start": "2026-12-01 18:00", "end": "2026-12-01 20:30"}, {"start": "2026-12-08 18:00", "end": "2026-12-09 00:00"})

    def of(self, library: Reading, **keys: Any) -> tuple[Library, Any, tuple[Any, ...]]:
        found = of(library, animation("seance", slots=list(self.SLOTS)), **{"category": "formation", **keys})
        own = found.find("programme", "mois-du-ciel")
        assert own is not None
        return found, own.meta, edition(found)

    def test_tells_its_sessions_and_its_hours(self, library: Reading) -> None:
        _found, meta, events = self.of(library)
        assert (sessions(events), minutes(events)) == (2, 510)
        assert course(meta, events) == ("2 séances", "8\u202fh\u202f30")

    def test_is_no_festival(self, library: Reading) -> None:
        _found, meta, events = self.of(library, category="festival")
        assert course(meta, events) == ()

    def test_is_enrolled_in_once_as_its_contact_says(self, library: Reading) -> None:
        found, meta, events = self.of(library, deadline="2026-11-30", contact={"email": "parcours@exemple.fr"})
        shown = enrolment(found, meta, events)
        assert shown is not None
        assert (shown.closed, [way.value for way in shown.ways]) == (False, ["parcours@exemple.fr"])

    def test_is_enrolled_in_as_all_its_sessions_are_booked(self, library: Reading) -> None:
        booking = {"url": "https://exemple.fr/cours"}
        found = of(
            library, animation("un", booking=booking), animation("deux", booking=booking), category="parcours", deadline="2026-11-30"
        )
        own = found.find("programme", "mois-du-ciel")
        assert own is not None
        shown = enrolment(found, own.meta, edition(found))
        assert shown is not None
        assert [way.url for way in shown.ways] == ["https://exemple.fr/cours"]

    def test_is_closed_the_day_after_its_deadline(self, library: Reading) -> None:
        found, meta, events = self.of(library, deadline="2026-11-20", contact={"email": "parcours@exemple.fr"})
        shown = enrolment(found, meta, events)
        assert shown is not None
        assert shown.closed
