"""The agenda holds events and the public stops of tools; what it offers first is what the public can attend."""

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from hub.home import home_data
from support import event, exhibition, loan
from views.entries import entry_card

Reading = Callable[..., Library]
STOP = loan("2026-11-01", "2026-12-10", "en-cours", public_showing=True, city="Hazebrouck")


class TestTheAgenda:
    def test_begins_with_what_is_on_now(self, library: Reading) -> None:
        found = library(event("demain", slots=[{"start": "2026-11-22"}]) | exhibition("malle", loans=[STOP]))
        assert [(entry_card(found, entry).kind, entry.running) for entry in found.to_come] == [("exhibition", True), ("event", False)]

    def test_knows_the_department_of_a_stop(self, library: Reading) -> None:
        assert [entry.department for entry in library(exhibition("malle", loans=[STOP])).to_come] == ["59"]


class TestTheHomePage:
    @pytest.mark.parametrize(
        "keys",
        [
            {"event_status": "annule"},
            {"event_status": "reporte"},
            {"visibility": "reserve"},
            {"visibility": "professionnels"},
            {"slots": [{"start": "2026-11-28 10:00", "for": "scolaires"}]},
            {"slots": [{"start": "2026-11-28 10:00", "status": "annule"}]},
        ],
    )
    def test_offers_nothing_that_the_public_cannot_attend(self, library: Reading, keys: dict[str, Any]) -> None:
        found = home_data(library(event("nuit", featured=True, **keys)))
        assert (found["departures"], found["featured"], found["weekends"][1].cards) == ((), (), ())

    def test_offers_what_it_can(self, library: Reading) -> None:
        found = home_data(library(event("nuit", featured=True)))
        assert [card.url for card in (*found["departures"], *found["featured"], *found["weekends"][1].cards)] == ["/agenda/nuit/"] * 3

    def test_tells_of_a_departure_what_somebody_on_the_way_must_know_and_no_more(self, library: Reading) -> None:
        found = home_data(library(event("nuit", price={"free": True}, mode="mixte", online_url="https://visio.example/x")))
        assert [badge.tone for card in found["departures"] for badge in card.badges] == ["online"]
