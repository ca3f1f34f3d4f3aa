"""The fictional fund of the demo: who keeps a calendar, who does not; what is said of real tools is who to ask."""

from datetime import timedelta

import pytest

from contributions.lending.asking import FRESH_DAYS
from contributions.library.library import Library
from contributions.models import Exhibition
from contributions.record.contribution import Contribution
from support import REPOSITORY, TODAY, read_library


@pytest.fixture(scope="module")
def library() -> Library:
    """The demo as of the tests' day."""
    return read_library(REPOSITORY / "content")


def tools(library: Library, *, example: bool) -> list[tuple[Contribution[Exhibition], Exhibition]]:
    """The fictional tools, or the real ones, with their values."""
    found = [(tool, tool.meta) for tool in library.of("exhibition") if isinstance(tool.meta, Exhibition)]
    return [pair for pair in found if pair[0].example is example]


def test_twelve_owners_keep_calendars_and_three_do_not(library: Library) -> None:
    fresh = TODAY - timedelta(days=FRESH_DAYS)
    keep = {meta.organisation for _tool, meta in tools(library, example=True) if meta.availability_on and meta.availability_on >= fresh}
    others = {meta.organisation for _tool, meta in tools(library, example=True)} - keep
    assert (len(keep), len(others)) == (12, 3)


def test_real_tools_say_who_to_ask_and_promise_nothing(library: Library) -> None:
    for tool, meta in tools(library, example=False):
        assert meta.availability_on is None, tool.slug
        assert meta.contact is not None, tool.slug
        agency = meta.organisation != "universcience"
        assert meta.contact.email == ("admin@ombelliscience.fr" if agency else None), tool.slug
