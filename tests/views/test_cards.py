"""A card says at a glance when, where, by whom and in which state."""

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from support import announcement, article, event, exhibition, loan, organisation
from views.cards import card
from views.values import Card

Reading = Callable[..., Library]
SAID = {"availability_on": "2026-11-16"}
"""The word of the owner of a tool that its loans are all."""


def the_card(library: Library) -> Card:
    """The card of the first contribution."""
    return card(library, library.all[0])


def badges(library: Library) -> list[str]:
    """The words of its badges."""
    return [badge.label for badge in the_card(library).badges]


def plain(text: str | None) -> str:
    return (text or "").replace("\u00a0", " ").replace("\u202f", " ")


class TestBadges:
    @pytest.mark.parametrize(
        ("keys", "shown"),
        [
            ({}, []),
            ({"price": {"free": True}}, ["Gratuit"]),
            ({"price": {"free": False, "text": "4 €"}}, []),
            ({"event_status": "complet"}, ["Complet"]),
            ({"event_status": "annule"}, ["Annulé"]),
            ({"event_status": "reporte"}, ["Reporté"]),
            ({"mode": "mixte", "online_url": "https://visio.example/x"}, ["Sur place et en ligne"]),
            ({"slots": [{"start": "2026-12-01", "for": "scolaires"}]}, ["Scolaires"]),
            ({"slots": [{"start": "2026-12-01", "for": "scolaires"}, {"start": "2026-12-02"}]}, ["2 dates"]),
            ({"visibility": "professionnels"}, ["Professionnels"]),
        ],
    )
    def test_of_an_event(self, library: Reading, keys: dict[str, Any], shown: list[str]) -> None:
        assert badges(library(event("nuit", **keys))) == shown

    @pytest.mark.parametrize(
        ("expires", "shown"),
        [("2026-11-20", ["Close"]), ("2026-11-21", ["Dernier jour"]), ("2026-12-01", ["Se termine bientôt"]), ("2026-12-02", [])],
    )
    def test_of_an_announcement(self, library: Reading, expires: str, shown: list[str]) -> None:
        assert badges(library(announcement("appel", expires=expires))) == shown

    @pytest.mark.parametrize(
        ("keys", "shown"),
        [
            ({}, ["À demander"]),
            ({**SAID, "date": "2026-11-20"}, ["Libre aujourd’hui", "Nouveau"]),
            ({**SAID, "price": {"free": True}}, ["Libre aujourd’hui", "Prêt gratuit"]),
            ({**SAID, "loans": [loan("2026-12-01", "2026-12-20")]}, ["Libre aujourd’hui"]),
            ({**SAID, "loans": [loan("2026-11-01", "2026-12-20", "en-cours")]}, ["Libre à partir du 21 décembre"]),
            ({**SAID, "loans": [loan("2026-11-01", "2026-12-31", "en-cours")]}, ["Libre à partir du 1er janvier 2027"]),
            ({**SAID, "loans": [loan("2026-11-01", "2028-12-31", "en-cours")]}, ["Rien de libre d’ici fin mai 2028"]),
            ({**SAID, "condition": "a-reviser"}, ["En révision"]),
            ({**SAID, "condition": "retire", "retired_on": "2026-01-01"}, ["Retiré du prêt"]),
        ],
    )
    def test_of_a_tool(self, library: Reading, keys: dict[str, Any], shown: list[str]) -> None:
        assert [plain(badge) for badge in badges(library(exhibition("malle", **{"date": "2026-01-01", **keys})))] == shown

    def test_marks_what_is_fictional(self, library: Reading) -> None:
        assert badges(library(article("portrait", folder="exemple"))) == ["exemple"]

    def test_marks_a_draft_in_a_preview(self, library: Reading) -> None:
        assert badges(library(article("portrait", status="brouillon"), drafts=True)) == ["Brouillon"]


class TestWhen:
    def test_is_the_hour_of_an_event_beside_its_day(self, library: Reading) -> None:
        found = the_card(library(event("nuit")))
        assert plain(found.when) == "14 h – 16 h"
        assert found.day is not None
        assert (found.day.day, found.day.month) == ("28", "nov.")

    def test_of_several_dates_is_the_next_one(self, library: Reading) -> None:
        found = the_card(library(event("nuit", slots=[{"start": f"{day} 10:00"} for day in ("2026-11-01", "2026-12-02", "2026-12-03")])))
        assert plain(found.when) == "10 h"
        assert found.datetime == "2026-12-02T10:00"
        assert [badge.label for badge in found.badges] == ["3 dates"]

    def test_of_a_day_without_hours_is_its_sign_alone(self, library: Reading) -> None:
        found = the_card(library(event("nuit", slots=[{"start": "2026-12-02"}])))
        assert found.when is None
        assert found.day is not None
        assert found.day.iso == "2026-12-02"

    def test_of_what_is_running_is_its_last_day(self, library: Reading) -> None:
        found = the_card(library(event("expo", slots=[{"start": "2026-11-01", "end": "2026-12-31"}])))
        assert plain(found.when) == "jusqu’au 31 décembre 2026"
        assert found.day is not None
        assert found.day.iso == "2026-11-21"

    def test_of_an_announcement_is_its_last_day(self, library: Reading) -> None:
        assert plain(the_card(library(announcement("appel"))).when) == "jusqu’au 31 décembre 2026"


class TestWhere:
    def test_is_the_town_its_department_and_the_place(self, library: Reading) -> None:
        assert the_card(library(event("nuit"))).where == "Abbeville (80), Médiathèque du Moulin"

    def test_of_an_event_on_line_is_no_town(self, library: Reading) -> None:
        assert the_card(library(event("visio", mode="en-ligne", online_url="https://visio.example/x", place=None))).where == "En ligne"


class TestPublisher:
    def test_is_named_although_it_did_not_agree_to_a_page(self, library: Reading) -> None:
        found = library(organisation("club", title="Club radio", consent=None) | article("portrait", organisation="club", publisher=None))
        assert card(found, found.articles[0]).publisher == "Club radio"


class TestTheHost:
    @pytest.mark.parametrize(
        ("where", "publisher", "host"),
        [
            ("Amiens (80), Médiathèque", "Association", "Association"),
            ("Amiens (80), Médiathèque", "Médiathèque", None),
            (None, "Association", "Association"),
            ("Amiens (80)", None, None),
        ],
    )
    def test_is_the_publisher_unless_the_place_names_it(self, where: str | None, publisher: str | None, host: str | None) -> None:
        assert Card("event", "/", "Nuit", "", where=where, publisher=publisher).host == host
