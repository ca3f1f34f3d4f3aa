"""Calendars say to the programs that people use what the pages say: the same dates, titles and states."""

from pathlib import Path
from typing import Any

import pytest

from contributions.library.library import Library
from contributions.record.contribution import Contribution
from feeds.ics import calendar, event_calendar
from feeds.offers import offers
from support import read_library, write
from support_clients import CALENDARS
from support_states import Seen, dated, on_the_page, region


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_library(write(tmp_path_factory.mktemp("region"), region()))


@pytest.fixture(scope="module")
def pages(library: Library) -> list[Seen]:
    """What the pages of all events say, and the tour of the tool."""
    stops = [Seen(stop.loan.start.isoformat(), tool.meta.title, "CONFIRMED") for tool, stop in library.tour_stops]
    return sorted([*stops, *(seen for one in dated(library) for seen in on_the_page(library, one))])


@pytest.mark.parametrize("read", CALENDARS)
def test_the_agenda_says_what_the_pages_say(library: Library, pages: list[Seen], read: Any, tmp_path: Path) -> None:
    assert read(calendar(library, offers(library)[0].offers[1]), tmp_path) == pages


def test_the_pages_hold_every_state(pages: list[Seen]) -> None:
    words = {seen.title.split(" : ")[0] for seen in pages if " : " in seen.title}
    assert {"Annulé", "Reporté", "Complet", "Reprogrammé", "Passé en ligne", "Scolaires", "Professionnels"} <= words
    assert {seen.status for seen in pages} == {"CONFIRMED", "CANCELLED", "TENTATIVE"}


@pytest.mark.parametrize("read", CALENDARS)
def test_an_event_says_alone_what_its_page_says(library: Library, read: Any, tmp_path: Path) -> None:
    chosen: list[Contribution[Any]] = [one for one in dated(library) if one.slug in {"melange", "regle-chaque-mardi", "longue"}]
    for one in chosen:
        text = event_calendar(library, one)
        assert text is not None
        folder = tmp_path / one.slug
        folder.mkdir()
        assert read(text, folder) == on_the_page(library, one)
