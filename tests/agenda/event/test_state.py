"""One message on an event's state, whatever the states of its dates."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from agenda.event.state import State, state
from agenda.event.view import event_data
from contributions.library.library import Library
from contributions.record.states import open_to_all
from support import Tree, event

Reading = Callable[[Tree], Library]
VISIO = {"online_url": "https://visio.example/salle"}


def slot(day: str, **keys: Any) -> dict[str, Any]:
    return {"start": f"2026-{day} 14:00", "end": f"2026-{day} 16:00", **keys}


def told(library: Reading, **keys: Any) -> State | None:
    """The state of an event as of 21 November 2026, with ordinary spaces."""
    known = library(event("soir", **keys))
    (found,) = known.of("event")
    return state(known, found)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


class TestWhatSimplyTakesPlace:
    @pytest.mark.parametrize("keys", [{}, {"booking": {"required": True, "left": 3}}, {"mode": "mixte", **VISIO}])
    def test_has_no_message(self, library: Reading, keys: Mapping[str, Any]) -> None:
        assert told(library, **keys) is None


class TestTheWhole:
    @pytest.mark.parametrize(
        ("keys", "sentence", "tone"),
        [
            ({"event_status": "annule"}, "Ce rendez-vous est annulé.", "bad"),
            ({"event_status": "complet"}, "Ce rendez-vous est complet.", "bad"),
            ({"booking": {"required": True, "left": 0}}, "Ce rendez-vous est complet.", "bad"),
            ({"slots": [slot("12-05", status="complet"), slot("12-06", status="complet")]}, "Ce rendez-vous est complet.", "bad"),
            ({"slots": [slot("11-05"), slot("12-06", status="annule")]}, "Ce rendez-vous est annulé.", "bad"),
            ({"event_status": "reporte"}, "Ce rendez-vous est reporté : la nouvelle date sera annoncée ici.", "bad"),
            ({"event_status": "passe-en-ligne", **VISIO}, "Ce rendez-vous se tient désormais en ligne.", "warning"),
            ({"visibility": "professionnels"}, "Réservé aux professionnels et professionnelles.", "info"),
            ({"slots": [slot("12-05", **{"for": "scolaires"})]}, "Ce rendez-vous est réservé aux scolaires.", "info"),
            ({"slots": [slot("11-05")]}, "Ce rendez-vous est passé.", "info"),
            ({"slots": [slot("11-05")], "event_status": "annule"}, "Ce rendez-vous est annulé.", "info"),
            ({"slots": [slot("11-05")], "event_status": "complet"}, "Ce rendez-vous est passé.", "info"),
        ],
    )
    def test_is_told_in_one_sentence(self, library: Reading, keys: Mapping[str, Any], sentence: str, tone: str) -> None:
        found = told(library, **keys)
        assert found == State(tone, (sentence,))

    def test_tells_states_and_readers_in_one_message(self, library: Reading) -> None:
        found = told(library, event_status="complet", slots=[slot("12-05", **{"for": "scolaires"})])
        assert found is not None
        assert found.sentences == ("Ce rendez-vous est complet.", "Ce rendez-vous est réservé aux scolaires.")


class TestWhereTheNextDateIsNotOpen:
    @pytest.mark.parametrize(
        ("slots", "sentence", "way"),
        [
            (
                [slot("12-05", status="complet"), slot("12-09")],
                "Complet : samedi 5 décembre, de 14 h à 16 h.",
                "Prochaine date où il reste des places : mercredi 9 décembre, de 14 h à 16 h",
            ),
            (
                [slot("12-05", status="complet"), slot("12-06", status="annule"), slot("12-09")],
                "Complet : samedi 5 décembre, de 14 h à 16 h.",
                "Prochaine date où il reste des places : mercredi 9 décembre, de 14 h à 16 h",
            ),
            (
                [slot("12-04", **{"for": "scolaires"}), slot("12-09")],
                "Réservé aux scolaires : vendredi 4 décembre, de 14 h à 16 h.",
                "Prochaine date ouverte à tout le monde : mercredi 9 décembre, de 14 h à 16 h",
            ),
        ],
    )
    def test_the_first_that_is_has_a_link(self, library: Reading, slots: list[dict[str, Any]], sentence: str, way: str) -> None:
        found = told(library, slots=slots)
        assert found is not None
        assert [plain(text) for text in found.sentences] == [sentence]
        assert found.next is not None
        assert (plain(found.next.label), found.next.url) == (way, "#date-20261209T1400")

    def test_a_cancelled_one_is_told_above_the_one_that_takes_place(self, library: Reading) -> None:
        found = told(library, slots=[slot("12-05", status="annule"), slot("12-09")])
        assert found is not None
        assert [plain(text) for text in found.sentences] == ["Annulé : samedi 5 décembre, de 14 h à 16 h."]
        assert found.next is None

    def test_there_is_no_link_where_none_is_open(self, library: Reading) -> None:
        found = told(library, slots=[slot("12-05", status="complet"), slot("12-09", **{"for": "scolaires"})])
        assert found is not None
        assert found.next is None

    def test_a_date_far_away_is_sought_among_all(self, library: Reading) -> None:
        full = [{"start": f"2026-12-{day:02} 14:00", "status": "complet"} for day in range(1, 32)]
        found = told(library, slots=[*full, {"start": "2027-01-09 14:00"}])
        assert found is not None
        assert found.next is not None
        assert found.next.url == "#dates"


class TestStateAndPlaces:
    @pytest.mark.parametrize("left", [0, 5, 30])
    def test_what_is_full_has_no_place_left_whatever_was_written(self, library: Reading, left: int) -> None:
        booking = {"required": True, "url": "https://billets.example/", "capacity": 30, "left": left}
        known = library(event("soir", event_status="complet", booking=booking))
        (found,) = known.of("event")
        shown = event_data(known, found)["booking"]
        assert shown.sentences == ("Complet : il n’y a plus de place à réserver.", "30 places en tout.")
        assert shown.url is None

    def test_the_date_that_is_open_is_not_full_and_not_for_schools(self, library: Reading) -> None:
        slots = [slot("11-20"), slot("12-01", status="annule"), slot("12-02", status="complet"), slot("12-03", **{"for": "scolaires"})]
        known = library(event("soir", slots=[*slots, slot("12-04")]))
        (found,) = known.of("event")
        free = open_to_all(found, known.today)
        assert free is not None
        assert free.name == "20261204T1400"

    def test_badges_repeat_neither_state_nor_price(self, library: Reading) -> None:
        known = library(event("soir", event_status="complet", price={"free": True}, mode="mixte", **VISIO))
        (found,) = known.of("event")
        assert [badge.label for badge in event_data(known, found)["shown_badges"]] == ["Sur place et en ligne"]
