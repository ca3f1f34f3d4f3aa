"""A content folder that changes from day to day, and the letters that are sent from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from contributions.library.library import Library
from newsletter.feed import feed
from newsletter.frozen import freeze
from newsletter.letter import Letter
from newsletter.others.pages import feeds_of_others, pages_of_others
from newsletter.pages import pages
from publishing.page import Planned
from support import TODAY, read_library, write

MONDAY = date(2026, 11, 16)
"""Of « 2026-w47 »."""


@dataclass
class Desk:
    """What an editor has on her desk: the files, and the records of what was sent."""

    folder: Path
    tree: dict[str, str | bytes] = field(default_factory=dict)

    def on(self, today: date = TODAY) -> Library:
        """The library as of a day."""
        for file in self.folder.rglob("*.*"):
            if file.is_file():
                file.unlink()
        return read_library(write(self.folder, self.tree), today)

    def send(self, name: str, slug: str = "", today: date = TODAY) -> bytes:
        """Freeze a letter, as is done on a Monday; what was written."""
        path, data = freeze(self.on(today), name, slug)
        self.tree[path] = data
        return data


def made(library: Library) -> dict[str, Any]:
    """What each page of the letters shows, and the bytes of their feeds, by path."""
    planned = (one for source in (pages, feed, pages_of_others, feeds_of_others) for one in source(library))
    return {one.path: one.make() if isinstance(one, Planned) else one for one in planned}


def titles(letter: Letter) -> Mapping[str, list[str]]:
    """The titles of the cards of each section."""
    return {section.title: [card.title for card in section.cards] for section in letter.sections}


def said_as_new(letter: Letter) -> list[str]:
    """The titles of what a letter marks as new."""
    return [card.title for card in letter.cards if any(badge.tone == "new" for badge in card.badges)]
