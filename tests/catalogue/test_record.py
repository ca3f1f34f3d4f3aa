"""What the page of a tool says: in the order in which a borrower asks, of what its owner told and of nothing else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from catalogue.record.groups import groups
from catalogue.record.review import to_review
from catalogue.record.tour import stops, tour_map, visited
from catalogue.record.versions import versions
from catalogue.record.view import tool_data
from catalogue.record.year import Year, years
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.models.loan import Loan
from contributions.record.contribution import Contribution
from support import TODAY, exhibition, loan, organisation
from views.tools.words import owners_word

Reading = Callable[..., Library]
FORMAT = {"surface_m2": 40, "height_cm": 200, "vehicle": "utilitaire", "weight_kg": 46}
VERSIONS = [
    {"id": "cadres", "label": "Cadres"},
    {"id": "baches", "label": "Bâches", "format": {"panels": 8, "vehicle": "voiture"}, "price": {"free": True}},
]
MEASURED: dict[str, Any] = {"format": FORMAT, "setup": {"minutes": 90, "people": 2}, "price": {"free": False, "amount": 100, "per": "mois"}}
SURE = {"availability_on": "2026-11-03"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def the_tool(library: Library) -> Contribution[Exhibition]:
    """The only tool."""
    (tool,) = library.exhibitions
    return tool


def year(library: Library) -> Year:
    """Its months, where it has no versions."""
    (found,) = years(library, the_tool(library))
    return found


def sentences(library: Library) -> list[str]:
    return [plain(one.text) for one in year(library).sentences]


class TestTheFacts:
    def test_stand_in_the_order_in_which_a_borrower_asks(self, library: Reading) -> None:
        keys = {
            **MEASURED,
            "school_levels": ["cm1"],
            "loan": {"min_days": 7, "notice_days": 15},
            "contents": [{"quantity": 3, "item": "bacs"}],
        }
        found = library(exhibition("malle", **keys))
        told = groups(found, the_tool(found)).told
        assert [group.id for group in told] == ["pour-qui", "salle", "transport", "prix", "quand"]
        assert [plain(group.gist) for group in told] == [
            "Astronomie · CM1",
            "40 m² · 1 h 30 · 2 personnes",
            "Utilitaire · 46 kg",
            "100 € par mois",
            "7 jours au moins · 15 jours avant le départ",
        ]

    def test_that_the_owner_does_not_give_are_said_to_be_untold(self, library: Reading) -> None:
        found = library(exhibition("malle"))
        told = groups(found, the_tool(found))
        assert [group.id for group in told.told] == ["pour-qui"]
        points = "la salle et le montage, le transport, le prix et l’assurance, quand et combien de temps"
        assert plain(told.untold) == f"Le propriétaire ne dit rien sur ces points : {points}. Demandez-lui."

    def test_that_a_version_gives_are_not_said_to_be_untold(self, library: Reading) -> None:
        found = library(exhibition("malle", versions=VERSIONS))
        assert plain(groups(found, the_tool(found)).untold) == (
            "Le propriétaire ne dit rien sur ces points : quand et combien de temps. Demandez-lui."
        )

    def test_of_an_owner_say_on_which_days_nothing_is_handed_over(self, library: Reading) -> None:
        closed = [{"weekdays": ["samedi", "dimanche"]}, {"start": "2026-12-24", "end": "2027-01-03"}]
        owner = organisation("musee", closed=closed)
        found = library(owner | exhibition("malle", organisation="musee", publisher=None))
        (group,) = (group for group in groups(found, the_tool(found)).told if group.id == "quand")
        assert [plain(value) for value in group.facts[0].values] == ["le samedi et le dimanche", "du 24 décembre 2026 au 3 janvier 2027"]


class TestVersions:
    def test_say_what_is_the_tools(self, library: Reading) -> None:
        found = library(exhibition("malle", **MEASURED, insurance={"value": 900}, versions=VERSIONS))
        said = [(one.label, plain(one.shared)) for one in versions(the_tool(found).meta)]
        assert said == [
            ("Cadres", "Comme l’outil : mesures et transport, montage, tarif et assurance."),
            ("Bâches", "Comme l’outil : montage et assurance."),
        ]


class TestTheWordOfTheOwner:
    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ({"availability_on": "2026-11-03"}, "Disponibilités données le 3 novembre par le propriétaire, qui confirme."),
            ({"availability_on": "2026-08-23"}, "Disponibilités données le 23 août par le propriétaire, qui confirme."),
            (
                {"availability_on": "2026-08-22"},
                "À demander : son propriétaire n’a rien confirmé depuis le 22 août, il y a plus de 90 jours.",
            ),
            (
                {"availability_on": "2025-08-22"},
                "À demander : son propriétaire n’a rien confirmé depuis le 22 août 2025, il y a plus de 90 jours.",
            ),
            ({}, "À demander : son propriétaire n’a pas dit quand il est libre."),
            ({**SURE, "condition": "retire", "retired_on": "2026-01-01"}, "Cet outil n’est plus prêté."),
            (
                {**SURE, "condition": "a-reviser"},
                "En révision : il ne part pas pour l’instant. Demandez à son propriétaire quand il sera de retour.",
            ),
        ],
    )
    def test_stands_with_the_availability(self, library: Reading, keys: dict[str, Any], said: str) -> None:
        found = library(exhibition("malle", **keys))
        assert plain(owners_word(found, the_tool(found))) == said


class TestTheYear:
    def test_is_told_in_sentences_with_both_days_of_each_run(self, library: Reading) -> None:
        loans = [loan("2026-12-01", "2026-12-20"), loan("2027-03-06", "2027-03-12", "option", option_until="2026-12-24")]
        found = library(exhibition("malle", **SURE, loans=loans, loan={"gap_days": 1}))
        assert sentences(found) == [
            "Libre du 21 au 29 novembre",
            "Occupé du 30 novembre au 21 décembre",
            "Libre du 22 décembre 2026 au 4 mars 2027",
            "En option du 5 au 13 mars 2027",
            "Libre à partir du 14 mars 2027",
        ]

    def test_says_all_year_only_with_no_loan_ahead(self, library: Reading) -> None:
        assert sentences(library(exhibition("malle", **SURE))) == ["Libre toute l’année"]
        behind_the_horizon = [loan("2029-12-01", "2029-12-20")]
        assert sentences(library(exhibition("malle", **SURE, loans=behind_the_horizon))) == ["Libre dès aujourd’hui"]

    @pytest.mark.parametrize(
        ("keys", "told"),
        [
            (
                {"loans": [loan("2026-11-01", "2026-12-01"), loan("2026-12-03", "2026-12-20", "option")]},
                ["le 2 décembre", "à partir du 21 décembre"],
            ),
            ({"loans": [loan("2026-12-01", "2026-12-20", "annule")]}, ["toute l’année"]),
            ({"loans": [loan("2026-12-01", "2026-12-20")], "loan": {"copies": 2}}, ["dès aujourd’hui"]),
            ({"loan": {"notice_days": 15}}, ["à partir du 6 décembre"]),
            ({"loans": [loan("2026-11-01", "2028-07-01")]}, []),
            ({"condition": "a-reviser"}, []),
        ],
    )
    def test_says_what_is_free_from_the_day_of_the_promise_on(self, library: Reading, keys: dict[str, Any], told: list[str]) -> None:
        found = sentences(library(exhibition("malle", **{**SURE, **keys})))
        assert [text.removeprefix("Libre ") for text in found if text.startswith("Libre")] == told

    def test_ends_for_no_closed_day(self, library: Reading) -> None:
        closed = organisation("musee", closed=[{"weekdays": ["lundi", "mardi", "mercredi"]}])
        assert sentences(library(closed | exhibition("malle", organisation="musee", publisher=None, **SURE))) == ["Libre toute l’année"]

    def test_is_one_a_version(self, library: Reading) -> None:
        lent = [loan("2026-11-01", "2026-12-20", version="cadres")]
        found = library(exhibition("malle", versions=VERSIONS, loans=lent, **SURE))
        both = [(one.label, plain(one.promise.label)) for one in years(found, the_tool(found))]
        assert both == [("Cadres", "Libre à partir du 21 décembre"), ("Bâches", "Libre aujourd’hui")]

    def test_says_why_free_days_are_in_no_loan(self, library: Reading) -> None:
        loans = [loan("2026-12-08", "2026-12-20"), loan("2026-12-24", "2027-01-10")]
        found = library(exhibition("malle", **SURE, loans=loans, loan={"notice_days": 5, "min_days": 7}))
        assert sentences(found)[:4] == [
            "Trop tôt jusqu’au 25 novembre : il se demande 5 jours avant",
            "Libre du 26 novembre au 7 décembre",
            "Occupé du 8 au 20 décembre",
            "Pas de prêt du 21 au 23 décembre : trop court, ou fermé",
        ]

    def test_ends_where_the_tool_leaves_the_fund(self, library: Reading) -> None:
        found = library(exhibition("malle", **SURE, retired_on="2027-02-01"))
        assert sentences(found) == ["Libre du 21 novembre 2026 au 31 janvier 2027", "N’est plus prêté à partir du 1er février 2027"]

    def test_begins_where_it_comes_into_the_fund(self, library: Reading) -> None:
        versions = [{"id": "panneaux", "label": "Panneaux"}, {"id": "baches", "label": "Bâches", "acquired": "2027-04"}]
        found = library(exhibition("malle", **SURE, versions=versions))
        now, later = years(found, the_tool(found))
        assert [one.text for one in now.sentences] == ["Libre toute l’année"]
        assert [plain(one.text) for one in later.sentences] == ["Entre dans le fonds le 1er avril 2027", "Libre à partir du 1er avril 2027"]
        assert plain(later.promise.label) == "Libre à partir du 1er avril 2027"

    def test_promises_nothing_without_the_owners_word(self, library: Reading) -> None:
        found = library(exhibition("malle", loans=[loan("2026-12-01", "2026-12-20")]))
        assert sentences(found) == ["Occupé du 1er au 20 décembre"]
        assert [mark.state for mark in year(found).legend] == ["busy", "unconfirmed", "past"]

    def test_has_a_legend_of_exactly_the_states_that_occur(self, library: Reading) -> None:
        found = year(library(exhibition("malle", **SURE, loans=[loan("2026-12-01", "2026-12-20")])))
        drawn = {day.state for month in (*found.months, *found.later) for week in month.weeks for day in week if day}
        assert [mark.state for mark in found.legend] == ["free", "busy", "past"]
        assert {mark.state for mark in found.legend} == drawn

    def test_draws_every_day_of_twelve_months_once_on_its_weekday(self, library: Reading) -> None:
        found = year(library(exhibition("malle", **SURE)))
        months = (*found.months, *found.later)
        assert len(months) == 12
        assert [len(week) for week in months[0].weeks] == [7] * 6
        assert [day.day if day else None for day in months[0].weeks[0]] == [None] * 6 + [1]  # 1 November 2026 is a Sunday
        for month in months:
            days = [day.day for week in month.weeks for day in week if day]
            assert days == list(range(1, len(days) + 1))

    def test_draws_no_months_that_say_nothing(self, library: Reading) -> None:
        assert year(library(exhibition("malle"))).months == ()
        assert year(library(exhibition("malle", **SURE, condition="a-reviser"))).legend == ()


class TestTheTour:
    @pytest.mark.parametrize(
        ("keys", "said"),
        [
            ({"visitors": 1, "visitors_method": "compte"}, "1 visiteur (comptage)"),
            ({"visitors": 1200, "visitors_method": "estime"}, "1 200 visiteurs (estimation)"),
            ({"visitors": 220, "visitors_max": 260, "visitors_method": "estime"}, "de 220 à 260 visiteurs (estimation)"),
            ({"visitors": 220}, "220 visiteurs"),
            ({"visitors_method": "inconnu"}, "Nombre de visiteurs inconnu"),
            ({}, ""),
        ],
    )
    def test_says_how_visitors_were_counted(self, keys: dict[str, Any], said: str) -> None:
        one = Loan.model_validate({"start": "2026-01-01", "end": "2026-01-02", "state": "rendu", **keys})
        assert plain(visited(one) or "") == said

    def test_says_what_a_visit_costs(self, library: Reading) -> None:
        shown = [
            loan("2026-12-01", "2026-12-20", city="Amiens", public_showing=True, venue={"name": "Le Moulin", "price": "4 €"}),
            loan("2027-01-01", "2027-01-20", city="Laon", public_showing=True, venue={"name": "Le Pont", "price": "entrée libre"}),
        ]
        found = library(exhibition("malle", loans=shown))
        assert [plain(stop.price or "") for stop in stops(found, the_tool(found))] == ["Entrée : 4 €", "Entrée libre"]

    def test_marks_each_town_once_on_the_map_with_the_way_to_its_last_stop(self, library: Reading) -> None:
        days = [("2026-12-01", "2026-12-20"), ("2027-01-01", "2027-01-20"), ("2027-02-01", "2027-02-20")]
        towns = ("Amiens", "Laon", "Amiens")
        shown = [loan(*span, city=town, public_showing=True) for span, town in zip(days, towns, strict=True)]
        found = library(exhibition("malle", loans=shown))
        drawn = tour_map(found, the_tool(found))
        assert drawn is not None
        assert [(plain(dot.said), dot.url) for dot in drawn.dots] == [
            ("Amiens (80) : 1er – 20 déc. 2026, 1er – 20 févr. 2027", "/outils/malle/#escale-20270201"),
            ("Laon (02) : 1er – 20 janv. 2027", "/outils/malle/#escale-20270101"),
        ]

    def test_that_never_was_has_no_map(self, library: Reading) -> None:
        found = library(exhibition("malle"))
        assert tour_map(found, the_tool(found)) is None


class TestContents:
    @pytest.mark.parametrize(
        ("keys", "old"),
        [
            ({"content_updated": "2021-11-20"}, True),
            ({"content_updated": "2021-11-21"}, False),
            ({"content_updated": "2024-01-01", "year": 2001}, False),
            ({"year": 2017}, True),
            ({"year": 2018}, False),
            ({}, False),
        ],
    )
    def test_are_to_be_looked_at_when_they_are_old(self, library: Reading, keys: dict[str, Any], old: bool) -> None:
        said = to_review(the_tool(library(exhibition("malle", **keys))).meta, TODAY)
        assert (said or "").startswith("Contenu à vérifier") == old

    def test_seen_on_a_leap_day_hold_as_long_as_others(self, library: Reading) -> None:
        tool = the_tool(library(exhibition("malle", content_updated="2024-02-29"))).meta
        assert to_review(tool, date(2029, 2, 28)) is None
        assert to_review(tool, date(2029, 3, 1)) is not None


@pytest.mark.parametrize("keys", [{"condition": "retire", "retired_on": "2026-01-01"}, {"retired_on": "2026-11-21"}])
def test_what_is_withdrawn_is_offered_no_more(library: Reading, keys: dict[str, str]) -> None:
    found = library(exhibition("malle", **SURE, **keys))
    data = tool_data(found, the_tool(found))
    assert data["word"] == "Cet outil n’est plus prêté."
    assert (data["lendable"], data["years"]) == (False, ())
