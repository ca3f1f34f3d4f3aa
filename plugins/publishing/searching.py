"""The door to whoever indexes the site: it says what it reads of a page, and is given that of all pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from contributions.cache.cache import Room
from publishing.page import Page


@dataclass(frozen=True, slots=True)
class Findable:
    """A page that is to be found: its URL path, the digest of what the index reads of it, and its group, a year or « permanent »."""

    path: str
    digest: bytes
    group: str


@dataclass(frozen=True, slots=True)
class Order:
    """A site to index. `new` holds what is to be read of pages that were made in this build, by path; `again` gives that of any others."""

    site: Path
    pages: tuple[Findable, ...]
    new: Mapping[str, str]
    again: Callable[[Collection[str]], Mapping[str, str]]
    cache: Path
    kept: Room
    """Where texts are kept from one build to the next."""
    lang: str
    today: date
    jobs: int


@dataclass(frozen=True, slots=True)
class Search:
    """`text` gives what the index reads of a page, a function of its value; `index` puts the index into the site, and returns remarks."""

    text: Callable[[Page], str]
    index: Callable[[Order], tuple[str, ...]]


def digest_of(text: str) -> bytes:
    """By what it is known that a text is the same."""
    return blake2b(text.encode(), digest_size=8).digest()
