"""A static page of the agenda holds exactly what the question of its name gives, in the same order."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

import pytest

from contributions.library.agenda import Row
from contributions.library.library import Library
from contributions.library.periods import DAYS_AHEAD
from support import read_library, write
from support_answers import ACCESS, Oracle, Pairs, Shown
from support_season import AUDIENCES, BEGIN, CATEGORIES, THEMES, Season

SIZE = 400
DAYS = tuple(BEGIN + timedelta(later) for later in range(DAYS_AHEAD + 1))
MONTHS = tuple(date(year, month, 1) for year, month in ((2026, 11), (2026, 12), (2027, 1), (2027, 2)))
QUESTIONS: Mapping[str, Pairs] = {
    **{f"jour/{day}": [("du", f"{day}"), ("au", f"{day}")] for day in DAYS},
    **{f"mois/{day:%Y-%m}": [("du", f"{day}"), ("au", f"{day.replace(day=monthrange(day.year, day.month)[1])}")] for day in MONTHS},
    "ce-week-end": [("du", "2026-12-05"), ("au", "2026-12-06")],
    **{f"themes/{theme}": [("theme", theme)] for theme in THEMES},
    **{f"territoires/{code}": [("departement", code)] for code in ("02", "59", "60", "62", "80")},
    **{f"publics/{audience}": [("public", audience)] for audience in AUDIENCES},
    **{f"categories/{category}": [("categorie", category)] for category in CATEGORIES},
    **{f"accessibilite/{code}": [("acces", code)] for code in ACCESS},
    "gratuit": [("gratuit", "1")],
    "en-ligne": [("mode", "en-ligne")],
    "scolaires": [("scolaires", "1")],
}
"""The address of a page below /agenda/, and what it asks in the words of the filters."""


@pytest.fixture(scope="module", params=[1, 4])
def season(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A season at random, small enough to be asked for everything."""
    return read_library(write(tmp_path_factory.mktemp("season"), Season(request.param, SIZE).tree()), BEGIN)


@pytest.fixture(scope="module")
def oracle(season: Library) -> Oracle:
    """What the contract says of it."""
    return Oracle(season, BEGIN)


def told(library: Library, row: Row) -> tuple[str, str]:
    """An entry as a page tells it."""
    found = library.by_key[row.kind, row.slug]
    if row.kind == "event":
        return row.slug, found.showings[row.number].start.iso.replace(" ", "T")
    return row.slug, next(stop for stop in found.stops if stop.number == row.number).first_day.isoformat()


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_page_holds_what_its_question_gives(season: Library, oracle: Oracle, question: str) -> None:
    found = [told(season, row) for row in season.agenda.get(question, ())]
    assert found == [one.told for one in oracle.answer(QUESTIONS[question])]


def test_a_town_holds_what_one_can_go_to_there(season: Library, oracle: Oracle) -> None:
    def of(insee: str) -> list[Shown]:
        return [one for one in oracle.answer([]) if one.place is not None and one.place.insee == insee]

    towns = {name.removeprefix("communes/") for name in season.agenda if name.startswith("communes/")}
    assert towns == {one.place.insee for one in oracle.answer([]) if one.place is not None and one.place.insee}
    for insee in towns:
        assert [told(season, row) for row in season.agenda[f"communes/{insee}"]] == [one.told for one in of(insee)]


def test_the_agenda_without_a_question_holds_what_no_question_gives_too(season: Library) -> None:
    rows = {(row.slug, row.number) for row in season.agenda[""]}
    answering = {(row.slug, row.number) for name, found in season.agenda.items() if name for row in found}
    apart = rows - answering
    assert answering < rows
    for slug, number in apart:
        event = season.by_key["event", slug]
        showing = event.showings[number]
        assert showing.status in {"annule", "reporte"} or event.visibility == "professionnels"
