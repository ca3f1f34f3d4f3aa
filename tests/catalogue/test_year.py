"""The coming year of a tool in words: what goes on behind what is told is not said to end with it, and no day is said twice otherwise."""

from collections.abc import Callable
from typing import Any, cast

import pytest

from catalogue.record.year import Year, years
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from contributions.words.typography import NBSP
from support import exhibition, loan, organisation
from views.tools.words import promise

Reading = Callable[..., Library]
WORD = {"availability_on": "2026-11-16"}
"""The owner's, a few days before the library's own day, 21 November 2026; months are told to the end of May 2028."""
VERSIONS = [{"id": "souple", "label": "Bâche souple"}, {"id": "rigide", "label": "Panneaux rigides"}]


def the_tool(library: Library) -> Contribution[Exhibition]:
    """The only tool of a library."""
    return cast("Contribution[Exhibition]", library.find("exhibition", "malle"))


def of(library: Library) -> list[Year]:
    """Its coming months, a version each."""
    return list(years(library, the_tool(library)))


def plain(text: str) -> str:
    """Without spaces that do not break."""
    return text.replace(NBSP, " ")


def said(library: Library) -> list[str]:
    """What is said of the days on which it is free, its promise first."""
    [year] = of(library)
    return [plain(year.promise.label), *(plain(sentence.text) for sentence in year.sentences if sentence.state == "free")]


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
                ["Libre à partir du 2 décembre", "Libre le 2 décembre", "Libre à partir du 21 décembre"],
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
        assert not any(
            day.state == "free"
            for year in of(found)
            for month in (*year.months, *year.later)
            for week in month.weeks
            for day in week
            if day
        )

    def test_end_for_no_closed_day(self, library: Reading) -> None:
        closed = organisation("musee", closed=[{"weekdays": ["lundi", "mardi", "mercredi"]}])
        lent = exhibition("malle", organisation="musee", publisher=None, **WORD)
        assert said(library(closed | lent)) == ["Libre aujourd’hui", "Libre toute l’année"]


class TestVersions:
    def test_have_each_their_year_and_their_promise(self, library: Reading) -> None:
        lent = [loan("2026-11-01", "2026-12-20", version="rigide")]
        both = of(library(exhibition("malle", versions=VERSIONS, loans=lent, **WORD)))
        assert [(year.label, plain(year.promise.label)) for year in both] == [
            ("Bâche souple", "Libre aujourd’hui"),
            ("Panneaux rigides", "Libre à partir du 21 décembre"),
        ]

    def test_that_can_be_had_first_are_named_by_the_card(self, library: Reading) -> None:
        lent = [loan("2026-11-01", "2026-12-20", version="rigide")]
        found = library(exhibition("malle", versions=VERSIONS, loans=lent, **WORD))
        assert promise(found, the_tool(found)).label == "Libre aujourd’hui (Bâche souple)"
        found = library(exhibition("malle", versions=VERSIONS, **WORD))
        assert promise(found, the_tool(found)).label == "Libre aujourd’hui"
