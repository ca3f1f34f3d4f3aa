"""What programs read of an event says what its page says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from agenda.event.jsonld import event_node
from support import event, organisation, read_library, write

VISIO = {"online_url": "https://visio.example/salle"}


def node(folder: Path, **keys: Any) -> dict[str, Any]:
    """The node of an event as of 21 November 2026."""
    (found,) = read_library(write(folder, event("soir", **keys))).of("event")
    return event_node(read_library(write(folder, event("soir", **keys))), found)


def slot(day: str, **keys: Any) -> dict[str, Any]:
    return {"start": f"2026-{day} 14:00", "end": f"2026-{day} 16:00", **keys}


def test_what_is_called_off_is_called_off_at_the_dates_that_are_ahead(tmp_path: Path) -> None:
    found = node(tmp_path, slots=[slot("11-05"), slot("12-06", status="annule")])
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert (found["startDate"], found["endDate"]) == ("2026-12-06T14:00+01:00", "2026-12-06T16:00+01:00")


def test_what_stands_ahead_goes_from_its_first_date_to_its_last(tmp_path: Path) -> None:
    found = node(tmp_path, slots=[slot("11-05"), slot("12-06"), slot("12-07", status="annule")])
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert (found["startDate"], found["endDate"]) == ("2026-11-05T14:00+01:00", "2026-12-06T16:00+01:00")


def test_here_at_one_date_and_on_line_at_another_is_both(tmp_path: Path) -> None:
    found = node(tmp_path, slots=[slot("12-05", status="passe-en-ligne"), slot("12-06")], **VISIO)
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in found["location"]] == ["Place", "VirtualLocation"]
    modes = [one["eventAttendanceMode"].rpartition("/")[2] for one in found["subEvent"]]
    assert modes == ["OnlineEventAttendanceMode", "OfflineEventAttendanceMode"]


def test_what_is_full_says_so_whatever_it_costs(tmp_path: Path) -> None:
    price = {"free": False, "text": "6 €, gratuit pour les moins de 12 ans"}
    found = node(tmp_path, price=price, booking={"required": True, "left": 0})
    assert found["remainingAttendeeCapacity"] == 0
    assert "offers" not in found, "an offer has a price, and this one is words"


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("6 €", "6"),
        ("6,50 €", "6.50"),
        ("6.5 euros", "6.50"),
        ("12 € par enfant", "12"),
        ("4 €, gratuit pour les moins de 12 ans", None),
        ("de 4 à 6 €", None),
        ("30 € l’année", None),
        ("prix libre", None),
        (None, None),
    ],
)
def test_a_price_is_offered_where_it_is_one_amount(tmp_path: Path, text: str | None, price: str | None) -> None:
    found = node(tmp_path, price={"free": False} | ({"text": text} if text else {}))
    assert found.get("offers", {}).get("price") == price


def test_what_is_full_is_sold_out_and_what_is_called_off_is_offered_no_more(tmp_path: Path) -> None:
    slots = [slot("12-05", status="complet"), slot("12-06", status="annule"), slot("12-07")]
    found = node(tmp_path, slots=slots, price={"free": True})
    assert found["offers"]["availability"] == "https://schema.org/InStock"
    told = [one.get("offers", {}).get("availability", "").rpartition("/")[2] for one in found["subEvent"]]
    assert told == ["SoldOut", "", "InStock"]


def test_an_animation_names_its_village(tmp_path: Path) -> None:
    known = read_library(write(tmp_path, event("village") | event("soir", parent="village")))
    found = event_node(known, known.by_key["event", "soir"])
    assert found["superEvent"] == {"@type": "Event", "@id": "https://escale.example/agenda/village/#event"}


def test_who_takes_the_floor_is_named_where_the_directory_says_who_that_is(tmp_path: Path) -> None:
    partners = [
        {"name": "Camille Verdier", "role": "intervenant"},
        {"organisation": "club", "role": "intervenant"},
        {"organisation": "mairie", "role": "financeur"},
    ]
    tree = event("soir", partners=partners) | organisation("club", title="Le club") | organisation("mairie", title="La mairie")
    known = read_library(write(tmp_path, tree))
    found = event_node(known, known.by_key["event", "soir"])
    assert [performer["name"] for performer in found["performer"]] == ["Le club"]


def test_what_has_moved_on_line_without_an_address_is_on_its_page(tmp_path: Path) -> None:
    found = node(tmp_path, event_status="passe-en-ligne")
    assert found["location"] == {"@type": "VirtualLocation", "url": "https://escale.example/agenda/soir/"}
