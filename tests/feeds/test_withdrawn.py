"""What has left the public is said to those who had it, and named to nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from contributions.library.library import Library
from feeds.vevent import event_text, listed_text, stop_text
from support import event, exhibition, loan, read_library, write

CHANGED = {"date": "2026-11-01", "updated": "2026-11-20"}
AT_ONCE = {"date": "2026-11-20", "updated": "2026-11-20"}


def listed(library: Library) -> str:
    """The VEVENTs of the only event, as calendars of lists have them."""
    return listed_text(library, library.by_key["event", "soir"]).decode()


@pytest.mark.parametrize(("keys", "name"), [({"visibility": "reserve"}, "rendez-vous retiré"), ({"status": "archive"}, "Le bal")])
def test_an_event_that_was_listed_is_cancelled(tmp_path: Path, keys: dict[str, str], name: str) -> None:
    library = read_library(write(tmp_path, event("soir", title="Le bal", **CHANGED, **keys)))
    text = listed(library)
    assert "STATUS:CANCELLED" in text
    assert f"SUMMARY:Annulé : {name}\r\n" in text.replace("\u00a0", " ")
    assert ("Le bal" in text) == (name == "Le bal")


@pytest.mark.parametrize("keys", [{"visibility": "reserve"}, {"status": "archive"}])
def test_an_event_that_never_was_listed_is_nowhere(tmp_path: Path, keys: dict[str, str]) -> None:
    library = read_library(write(tmp_path, event("soir", title="Le bal", **AT_ONCE, **keys)))
    assert listed(library) == ""
    assert "agenda" not in library.calendars
    assert b"Le bal" in event_text(library, library.by_key["event", "soir"])


def test_a_showing_of_a_tool_that_is_kept_for_a_group_is_not_named(tmp_path: Path) -> None:
    shown = loan("2026-12-01", "2026-12-20", public_showing=True, city="Amiens")
    library = read_library(write(tmp_path, exhibition("malle", title="La malle", visibility="reserve", loans=[shown], **CHANGED)))
    tool = library.by_key["exhibition", "malle"]
    (stop,) = tool.stops
    assert "La malle" not in stop_text(library, tool, stop).decode()
