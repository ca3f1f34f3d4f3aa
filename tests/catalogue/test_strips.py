"""The coming year of a tool in words: what goes on behind what is told is not said to end with it, and no day is said twice otherwise."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from catalogue.strips import Strip, strips
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP
from support import exhibition, loan, organisation
from views.lending import promise

Reading = Callable[..., Library]
WORD = {"availability_on": "2026-11-16"}
"""The owner's, a few days before the library's own day, 21 November 2026; months are told to the end of May 2028."""
VERSIONS = [{"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides"}]


def the_tool(library: Library) -> Contribution[Exhibition]:
    """The only tool of a library."""
    return cast("Contribution[Exhibition]", library.find("exhibition", "malle"))


def of(library: Library) -> list[Strip]:
    """Its strips."""
    return list(strips(library, the_tool(library)))


def plain(text: str) -> str:
    """Without spaces that do not break."""
    return text.replace(NBSP, " ")


def said(library: Library) -> list[str]:
    """What is said of its only strip, its promise first."""
    [strip] = of(library)
    return [plain(strip.promise.label), *map(plain, strip.sentences)]


class TestTheSentences:
    @pytest.mark.parametrize(
        ("keys", "sentences"),
        [
            ({}, ["Libre aujourd’hui", "Libre toute l’année"]),
            (
                {"loans": [loan("2027-01-12", "2027-03-05")]},
                ["Libre aujourd’hui", "Libre du 21 novembre 2026 au 11 janvier 2027", "Libre à partir du 6 mars 2027"],
            ),
            (
                {"loans": [loan("2026-11-01", "2026-12-01"), loan("2026-12-03", "2026-12-20", "option")]},
                ["Libre à partir du 2 décembre", "Libre le 2 décembre 2026", "Libre à partir du 21 décembre"],
            ),
            ({"loans": [loan("2026-12-01", "2026-12-20", "annule")]}, ["Libre aujourd’hui", "Libre toute l’année"]),
            ({"loans": [loan("2026-11-01", "2026-11-20")]}, ["Libre aujourd’hui", "Libre toute l’année"]),
            (
                {"loans": [loan("2026-12-01", "2026-12-20")], "loan": {"copies": 2}},
                ["Libre aujourd’hui", "Libre dès aujourd’hui"],
            ),
            ({"loan": {"notice_days": 15}}, ["Libre à partir du 6 décembre", "Libre à partir du 6 décembre"]),
            ({"retired_on": "2027-03-01"}, ["Libre aujourd’hui", "Libre du 21 novembre 2026 au 28 février 2027"]),
            ({"loans": [loan("2026-11-01", "2028-07-01")]}, ["Rien de libre d’ici fin mai 2028"]),
            ({"loans": [loan("2028-08-01", "2028-09-01")]}, ["Libre aujourd’hui", "Libre dès aujourd’hui"]),
        ],
    )
    def test_say_what_is_free_and_begin_on_the_day_of_the_promise(
        self, library: Reading, keys: dict[str, Any], sentences: list[str]
    ) -> None:
        assert said(library(exhibition("malle", **WORD, **keys))) == sentences

    @pytest.mark.parametrize(
        ("keys", "told"),
        [
            ({"availability_on": None}, "À demander"),
            ({"availability_on": "2026-08-22"}, "À demander"),
            ({"condition": "a-reviser"}, "En révision"),
            ({"condition": "retire", "retired_on": "2026-01-01"}, "Retiré du prêt"),
            ({"retired_on": "2026-11-21"}, "Retiré du prêt"),
        ],
    )
    def test_say_nothing_of_what_may_not_be_promised(self, library: Reading, keys: dict[str, Any], told: str) -> None:
        found = library(exhibition("malle", **{**WORD, **keys}))
        assert said(found) == [told]
        assert not any(day.state == "free" for strip in of(found) for month in strip.months for day in month.days)

    def test_end_for_no_closed_day(self, library: Reading) -> None:
        closed = organisation("musee", closed=[{"weekdays": ["lundi", "mardi", "mercredi"]}])
        lent = exhibition("malle", organisation="musee", publisher=None, **WORD)
        assert said(library(closed | lent)) == ["Libre aujourd’hui", "Libre toute l’année"]


class TestVersions:
    def test_have_each_their_strip_and_their_promise(self, library: Reading) -> None:
        lent = [loan("2026-11-01", "2026-12-20", version="rigide")]
        both = of(library(exhibition("malle", versions=VERSIONS, loans=lent, **WORD)))
        assert [(strip.label, plain(strip.promise.label)) for strip in both] == [
            ("Bâche souple", "Libre aujourd’hui"),
            ("Panneaux rigides", "Libre à partir du 21 décembre"),
        ]

    def test_that_can_be_had_first_are_named_by_the_card(self, library: Reading) -> None:
        lent = [loan("2026-11-01", "2026-12-20", version="rigide")]
        found = library(exhibition("malle", versions=VERSIONS, loans=lent, **WORD))
        assert promise(found, the_tool(found)).label == "Libre aujourd’hui (Bâche souple)"
        found = library(exhibition("malle", versions=VERSIONS, **WORD))
        assert promise(found, the_tool(found)).label == "Libre aujourd’hui"


class TestMonths:
    def test_are_twelve_from_this_one_on_with_the_year_at_each_january(self, library: Reading) -> None:
        [strip] = of(library(exhibition("malle", loans=[loan("2026-12-03", "2026-12-04")], **WORD)))
        assert [month.label for month in strip.months][:4] == ["nov.", "déc.", "janv. 27", "févr."]
        assert len(strip.months) == 12
        assert [day.state for day in strip.months[0].days[18:22]] == ["past", "past", "free", "free"]
        assert [(day.day, day.state) for day in strip.months[1].days[1:5]] == [(2, "free"), (3, "busy"), (4, "busy"), (5, "free")]
