"""Feeds say to the programs that people use what the pages say: the same days, titles and states."""

from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import pytest

from contributions.library.library import Library
from feeds.items import feed
from feeds.offers import offers
from support import ORIGIN, read_library, write
from support_clients import FEEDS
from support_states import in_a_feed, region

AGENDA = "/flux/agenda.xml"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return read_library(write(tmp_path_factory.mktemp("region"), region()))


@pytest.mark.parametrize("read", FEEDS)
def test_an_item_says_what_its_page_says(library: Library, read: Any, tmp_path: Path) -> None:
    offer = offers(library)[0].offers[1]
    wanted = {
        f"{ORIGIN}/agenda/{one.meta.id or one.slug}/": (
            in_a_feed(library, one),
            datetime.combine(one.meta.date, time.min, library.hub.zone),
        )
        for one in library.events
    }
    found = {one.id: (one.title, one.moment) for one in read(feed(library, offer, AGENDA), tmp_path)}
    assert found == {own: (title, moment.astimezone(UTC)) for own, (title, moment) in wanted.items()}


@pytest.mark.parametrize("read", FEEDS)
def test_an_item_says_its_state_in_its_text_too(library: Library, read: Any, tmp_path: Path) -> None:
    texts = {
        one.title.split(" : ")[0]: one.text
        for one in read(feed(library, offers(library)[0].offers[1], AGENDA), tmp_path)
        if " : " in one.title
    }
    said = {"Annulé": "annulé", "Reporté": "reporté", "Complet": "complet", "Passé en ligne": "désormais en ligne"}
    said |= {"Scolaires": "réservé aux scolaires", "Professionnels": "aux professionnels", "Reprogrammé": "était prévu"}
    assert {word: sentence in texts[word] for word, sentence in said.items()} == dict.fromkeys(said, True)
