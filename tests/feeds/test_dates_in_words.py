"""An item of a feed says when a thing takes place, in words that agree with how often."""

from collections.abc import Callable

import pytest

from contributions.library.library import Library
from feeds.items import content
from support import event


@pytest.mark.parametrize(("number", "words"), [(1, ""), (2, ", puis 1 autre date"), (3, ", puis 2 autres dates")])
def test_other_dates_are_counted(library: Callable[..., Library], number: int, words: str) -> None:
    slots = [{"start": f"2026-12-0{day}"} for day in range(1, number + 1)]
    found = library(event("nuit", slots=slots))
    assert f"mardi 1er décembre 2026{words} · Abbeville" in content(found, found.all[0]).replace("\u00a0", " ").replace("&nbsp;", " ")
