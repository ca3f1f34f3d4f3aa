"""A letter: the one value of which its page, its mail, its text, its item in a feed and its frozen record are made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from views.values import Card, Fact, Link, Section

MOST = 40
"""Entries of a mail; programs cut what is longer than some 100 KB, and nobody reads it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as it is shown. Addresses begin with « / » where they are the site's own."""

    slug: str
    """Its key in hub.yml's `letters`; empty for the weekly letter."""
    name: str
    """Its week (« 2026-w47 »), or its day for another letter (« 2026-11-23 »)."""
    path: str
    title: str
    subject: str
    """What the mail is called."""
    summary: str
    """What it holds, in a line: shown beside the subject in a mailbox, in lists and in the feed."""
    label: str
    """Of when it is: « Semaine du 16 novembre »."""
    published: date
    words: str | None = None
    """The editor's, as safe HTML."""
    departments: tuple[Link, ...] = ()
    """Where something is on: « Nord 12 », with the list that says so."""
    sections: tuple[Section, ...] = ()
    """None is empty, and no card stands in two."""
    thanks: tuple[Link, ...] = ()
    contact: tuple[Fact, ...] = ()
    notice: str | None = None

    @property
    def cards(self) -> tuple[Card, ...]:
        """All entries, in their order."""
        return tuple(card for section in self.sections for card in section.cards)

    def mailed(self, most: int = MOST) -> tuple[tuple[Section, ...], int]:
        """The sections of a mail, with so many entries, and how many are left to the page."""
        left, found = most, []
        for section in self.sections:
            shown = section.cards[:left]
            if shown or section.html:
                found.append(replace(section, cards=shown))
            left -= len(shown)
        return tuple(found), len(self.cards) - (most - left)
