"""How one books stands once, and only where one can."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from agenda.event.view import event_data
from contributions.library.library import Library
from support import Tree, event

Reading = Callable[[Tree], Library]
URL = "https://billets.example/soir"
SCHOOLS = [{"start": "2026-12-03 09:30", "for": "scolaires"}]


def shown(library: Reading, **keys: Any) -> dict[str, Any]:
    """What the page of an event shows as of 21 November 2026."""
    known = library(event("soir", **keys))
    (found,) = known.of("event")
    return event_data(known, found)


def plain(texts: tuple[str, ...]) -> list[str]:
    return [text.replace("\u00a0", " ").replace("\u202f", " ") for text in texts]


class TestThePublic:
    @pytest.mark.parametrize(
        ("booking", "sentences"),
        [
            ({"required": True}, ["Réservation obligatoire."]),
            ({"required": False, "url": URL}, ["Réservation conseillée."]),
            ({"required": True, "deadline": "2026-11-27 12:00"}, ["Réservation obligatoire, jusqu’au vendredi 27 novembre à 12 h."]),
            ({"required": False, "deadline": "2026-11-28"}, ["Réservation conseillée, jusqu’au samedi 28 novembre."]),
            ({"required": True, "capacity": 30}, ["Réservation obligatoire.", "30 places en tout."]),
            ({"required": True, "capacity": 30, "left": 1}, ["Réservation obligatoire.", "Il reste 1 place sur 30."]),
            ({"required": True, "left": 12}, ["Réservation obligatoire.", "Il reste 12 places."]),
            ({"required": True, "deadline": "2026-11-21"}, ["Réservation obligatoire, jusqu’au samedi 21 novembre."]),
            ({"required": True, "deadline": "2026-11-20"}, ["Les réservations sont closes depuis le vendredi 20 novembre."]),
        ],
    )
    def test_reads_what_it_must_do(self, library: Reading, booking: Mapping[str, Any], sentences: list[str]) -> None:
        assert plain(shown(library, booking=booking)["booking"].sentences) == sentences

    @pytest.mark.parametrize(
        ("keys", "url"),
        [
            ({}, URL),
            ({"event_status": "reprogramme", "previous_start": "2026-11-14"}, URL),
            ({"event_status": "complet"}, None),
        ],
    )
    def test_has_a_button_where_there_is_room(self, library: Reading, keys: Mapping[str, Any], url: str | None) -> None:
        assert shown(library, booking={"required": True, "url": URL}, **keys)["booking"].url == url

    def test_has_no_button_once_it_is_too_late(self, library: Reading) -> None:
        assert shown(library, booking={"required": True, "url": URL, "deadline": "2026-11-20"})["booking"].url is None

    @pytest.mark.parametrize(
        "keys",
        [{"event_status": "annule"}, {"event_status": "reporte"}, {"slots": [{"start": "2026-11-05"}]}, {"slots": [{"start": "2026-10"}]}],
    )
    def test_books_nothing_that_is_over_or_called_off(self, library: Reading, keys: Mapping[str, Any]) -> None:
        booking = {"required": True, "url": URL}
        found = shown(library, booking=booking, school_booking={"url": URL}, **keys)
        assert (found["booking"], found["school_booking"]) == (None, None)


class TestClasses:
    def test_book_apart_from_the_public(self, library: Reading) -> None:
        found = shown(
            library,
            booking={"required": True, "url": URL},
            school_booking={"levels": ["cm1", "cycle-4"], "email": "classes@musee.example"},
            pass_culture=True,
        )
        assert plain(found["school_booking"].sentences) == ["Niveaux : CM1, cycle 4.", "À réserver avec le pass Culture."]
        assert [way.value for way in found["school_booking"].ways] == ["classes@musee.example"]
        assert found["booking"].url == URL

    def test_that_come_alone_read_only_how_classes_book(self, library: Reading) -> None:
        found = shown(library, slots=SCHOOLS, booking={"required": True, "url": URL}, school_booking={"phone": "03 22 00 00 00"})
        assert found["booking"] is None
        assert found["school_booking"] is not None

    def test_that_have_no_way_of_their_own_book_as_all_do(self, library: Reading) -> None:
        assert shown(library, slots=SCHOOLS, booking={"required": True, "url": URL})["booking"].url == URL


def test_whom_one_asks_is_not_told_twice(library: Reading) -> None:
    contact = {"name": "Accueil", "email": "resa@musee.example", "phone": "03 22 00 00 01"}
    found = shown(library, booking={"required": True, "email": "resa@musee.example"}, contact=contact)
    assert [fact.value for fact in found["contact"]] == ["Accueil", "03\u00a022\u00a000\u00a000\u00a001"]
