"""The card of a tool says what one chooses it by, in few words, and nothing that its owner does not say."""

from collections.abc import Callable
from typing import Any

import pytest

from contributions.library.library import Library
from support import exhibition, loan, organisation
from views.tools.cards import ToolCard, tool_card

Reading = Callable[..., Library]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.fixture
def shown(library: Reading) -> Callable[..., ToolCard]:
    """The card of a tool with some keys."""

    def card(**keys: Any) -> ToolCard:
        read = library({**organisation("musee-du-ciel", title="Le musée du ciel"), **exhibition("malle", **keys)})
        return tool_card(read, read.exhibitions[0])

    return card


def decisive(card: ToolCard) -> dict[str, str]:
    """What decides, by the names of its drawings."""
    return {fact.icon: plain(fact.text) for fact in card.decisive}


class TestWhatCarriesIt:
    @pytest.mark.parametrize(
        ("form", "icon", "words"),
        [
            ({"vehicle": "voiture"}, "car", "Voiture"),
            ({"vehicle": "utilitaire"}, "van", "Utilitaire"),
            ({"vehicle": "camion"}, "lorry", "Camion"),
            ({"vehicle": "voiture", "weight_kg": 10, "volume_m3": 0.1}, "bag", "À la main"),
            ({"weight_kg": 4, "volume_m3": 0.05}, "bag", "À la main"),
        ],
    )
    def test_is_the_least_vehicle_that_suffices(self, shown: Callable[..., ToolCard], form: dict[str, Any], icon: str, words: str) -> None:
        vehicle = shown(format=form).vehicle
        assert vehicle is not None
        assert (vehicle.icon, vehicle.text) == (icon, words)

    @pytest.mark.parametrize("form", [None, {"surface_m2": 4}, {"weight_kg": 4}, {"weight_kg": 11, "volume_m3": 0.05}])
    def test_is_not_said_where_the_owner_does_not(self, shown: Callable[..., ToolCard], form: dict[str, Any] | None) -> None:
        assert shown(format=form).vehicle is None

    def test_is_no_bag_where_the_owner_wants_a_larger_vehicle(self, shown: Callable[..., ToolCard]) -> None:
        vehicle = shown(format={"vehicle": "utilitaire", "weight_kg": 4, "volume_m3": 0.05}).vehicle
        assert vehicle is not None
        assert vehicle.icon == "van"

    def test_is_said_of_each_version_that_needs_another(self, shown: Callable[..., ToolCard]) -> None:
        large = {"id": "grande", "label": "La grande", "format": {"vehicle": "camion"}}
        vehicle = shown(format={"vehicle": "voiture"}, versions=[large, {"id": "petite", "label": "La petite"}]).vehicle
        assert vehicle is not None
        assert (vehicle.icon, vehicle.text) == ("car", "Voiture ou camion")


class TestWhatDecides:
    def test_is_left_out_where_the_owner_does_not_say_it(self, shown: Callable[..., ToolCard]) -> None:
        assert decisive(shown()) == {}

    def test_is_surface_price_and_public(self, shown: Callable[..., ToolCard]) -> None:
        card = shown(
            format={"surface_m2": 40}, price={"free": False, "amount": 120, "per": "semaine"}, school_levels=["cm1", "cm2", "6e", "5e"]
        )
        assert decisive(card) == {"surface": "40 m²", "euro": "120 € par semaine", "school": "CM1 à 5e"}

    @pytest.mark.parametrize(
        ("prices", "words"),
        [
            ([{"free": True}, {"free": True}], "Gratuit"),
            ([{"free": True}, {"free": False, "amount": 30, "per": "pret"}], "Gratuit ou 30 € par prêt"),
            ([{"free": False, "amount": 60, "per": "mois"}, {"free": False, "amount": 20, "per": "mois"}], "20 à 60 € par mois"),
            (
                [{"free": False, "amount": 60, "per": "mois"}, {"free": False, "amount": 20, "per": "pret"}],
                "60 € par mois ou 20 € par prêt",
            ),
            ([{"free": False}, {"free": False, "amount": 20, "per": "mois"}], "Payant, à demander ou 20 € par mois"),
        ],
    )
    def test_is_each_price_of_its_versions(self, shown: Callable[..., ToolCard], prices: list[dict[str, Any]], words: str) -> None:
        versions = [{"id": f"v{n}", "label": f"Version {n}", "price": price} for n, price in enumerate(prices)]
        assert decisive(shown(versions=versions)) == {"euro": words, "copy": "2 versions"}

    @pytest.mark.parametrize(
        ("levels", "words"),
        [
            (["Cycle 2", "Cycle 3", "Cycle 4"], "Cycles 2 à 4"),
            (["Cycle 2", "Cycle 4"], "Cycle 2, cycle 4"),
            (["Cycle 3"], "Cycle 3"),
            (["Cycle 4", "lycee"], "Cycle 4, lycée"),
            (["Cycle 4", "lycee", "superieur"], "5e au supérieur"),
            (["ps", "ms", "gs", "cp"], "Petite section à CP"),
            (["cm1", "3e", "terminale"], "CM1, 3e, terminale"),
            (["college", "lycee", "elementaire"], "CP à terminale"),
        ],
    )
    def test_is_levels_in_few_words(self, shown: Callable[..., ToolCard], levels: list[str], words: str) -> None:
        assert decisive(shown(school_levels=levels)) == {"school": words}

    def test_is_ages_where_no_level_is_given(self, shown: Callable[..., ToolCard]) -> None:
        assert decisive(shown(age={"min": 8})) == {"school": "Dès 8 ans"}


class TestItsOwner:
    def test_is_named_with_its_town(self, shown: Callable[..., ToolCard]) -> None:
        card = shown(organisation="musee-du-ciel", publisher=None)
        assert (card.owner, card.town) == ("Le musée du ciel", "Abbeville (80)")

    def test_has_no_town_where_it_has_no_page(self, shown: Callable[..., ToolCard]) -> None:
        assert (shown().owner, shown().town) == ("La Maison des étoiles", None)


class TestItsYear:
    def test_begins_with_this_month_and_has_twelve(self, shown: Callable[..., ToolCard]) -> None:
        card = shown(availability_on="2026-11-20")
        assert [month.short for month in card.months][:3] == ["nov.", "déc.", "janv."]
        assert len(card.months) == 12
        assert [month.name for month in card.months if month.opens] == ["janvier"]

    def test_says_each_state_in_words(self, shown: Callable[..., ToolCard]) -> None:
        lent = [
            loan("2026-11-21", "2026-12-31"),
            loan("2027-01-10", "2027-01-20"),
            loan("2027-02-01", "2027-03-31", "option", option_until="2027-01-15"),
        ]
        card = shown(availability_on="2026-11-20", loans=lent)
        assert plain(card.year) == (
            "Libre : avril à octobre. En partie libre : janvier. En option : février à mars. Pas libre : novembre à décembre."
        )

    def test_promises_nothing_of_a_tool_whose_owner_did_not_speak_of_late(self, shown: Callable[..., ToolCard]) -> None:
        card = shown(availability_on="2026-08-01", loans=[loan("2026-11-21", "2026-12-31")])
        assert plain(card.year) == "À demander : janvier à octobre. Pas libre : novembre à décembre."

    def test_of_versions_is_what_is_best_of_them(self, shown: Callable[..., ToolCard]) -> None:
        both = [{"id": "grande", "label": "La grande"}, {"id": "petite", "label": "La petite"}]
        card = shown(availability_on="2026-11-20", versions=both, loans=[loan("2026-12-01", "2027-01-31", version="grande")])
        assert {month.state for month in card.months} == {"free"}

    @pytest.mark.parametrize("keys", [{"condition": "a-reviser"}, {"condition": "retire", "retired_on": "2026-01-01"}])
    def test_is_not_told_of_what_cannot_leave(self, shown: Callable[..., ToolCard], keys: dict[str, Any]) -> None:
        card = shown(availability_on="2026-11-20", **keys)
        assert (card.months, card.year) == ((), "")


class TestItsWords:
    def test_are_cut_behind_a_word(self, shown: Callable[..., ToolCard]) -> None:
        long = "Dix enrouleurs où des chercheuses, techniciennes et ingénieures de la région racontent un doute, un déclic, et la suite."
        assert shown(summary=long).summary == (
            "Dix enrouleurs où des chercheuses, techniciennes et ingénieures de la région racontent un doute, un déclic…"
        )

    def test_say_that_it_is_new_and_made_up(self, library: Reading) -> None:
        read = library(exhibition("malle", folder="exemple", date="2026-11-10"))
        assert [badge.label for badge in tool_card(read, read.exhibitions[0]).badges] == ["Nouveau", "exemple"]
