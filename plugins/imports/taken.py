"""What a source gives, before it is a contribution: our keys where it has them, its own words where a map must say what they mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from contributions.region.hub import Hub


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a source: where it lies, and what is said of it. Without a credit it is not taken."""

    url: str
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """One record of a source.

    `values` are front matter as plain data: keys of the content model, texts (days « 2026-12-05 », local times « 2026-12-05 14:30 »),
    lists and groups. They hold what the source says, and nothing that is guessed: `category`, `themes` and `audiences` are left to the map.
    """

    kind: str
    """A kind of contribution: « event », « exhibition »…"""
    id: str
    """The source's own identity of it, which stays when it changes."""
    at: str
    """Where it stands in the source, as a person finds it: « ligne 12 », « events[3] », « UID 5f@example »."""
    values: Mapping[str, Any]
    body: str = ""
    """Markdown."""
    words: tuple[str, ...] = ()
    """The source's keywords, types and categories, for the map."""
    organiser: str = ""
    """Who publishes, by the name that the source has: no person."""
    pictures: tuple[Picture, ...] = ()
    created: date | None = None
    """The source's day of creation."""
    slug: str = ""
    """The name that its file had elsewhere, where it had one: else the title makes it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that belong into a table of content/: loans, or figures of content/data/. `key` names the columns that tell rows apart."""

    path: str
    """Below content/: « loans/2023.csv », « data/questionnaire-2023.csv »."""
    key: tuple[str, ...]
    rows: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What could not be taken, a whole record or a value of one, and why (French, a sentence)."""

    at: str
    message: str
    id: str = ""
    """The identity of a record that is still there, and could not be taken as it is now: it has not gone."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read of a source."""

    taken: tuple[Taken, ...] = ()
    tables: tuple[Table, ...] = ()
    refused: tuple[Refusal, ...] = ()
    whole: bool = True
    """Whether it is all that the source has: only then has gone what is no longer there."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a source is read with: its file's name or address, the region's settings, the day, and how its further pages are had."""

    name: str
    hub: Hub
    today: date
    further: Callable[[str], bytes] | None = None
    """The bytes at another address of the same source; none for a file. Raises UnreadableSource."""


class UnreadableSource(Exception):
    """The source is not what it is said to be, or nothing of it can be read; its text says why (French, a sentence)."""
