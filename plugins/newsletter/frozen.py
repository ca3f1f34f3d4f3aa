"""Freeze a letter: the record of what it says today, from which it is made ever after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from contributions.library.library import Library
from contributions.source.texts import bytes_of
from newsletter import others, weekly
from newsletter.holding import Key, key_of, name_of, ordinal_of
from newsletter.issues import issues
from newsletter.news import REACH
from newsletter.records import record_of
from newsletter.weeks import ahead, weeks


class _Holds(Protocol):
    @property
    def news(self) -> tuple[Key, ...]:
        """What is new in an issue."""


def freeze(library: Library, name: str, slug: str = "") -> tuple[str, bytes]:
    """Where the record of a letter lies below content/, and what it holds; the same as before where there is one already.

    `name` is a week (« 2026-w47 »), of which the next Monday's may be one, or the day of an issue of the letter `slug`. Raises
    KeyError where there is no such letter.
    """
    whole = f"{slug}/{name}" if slug else name
    path = f"letters/{slug}/{name}.json" if slug else f"newsletter/{name}.json"
    record = library.record_of(whole)
    if record is not None:
        return path, bytes_of(record.file)
    held: Mapping[str, _Holds] = issues(library, slug) if slug else {**ahead(library), **weeks(library)}
    if slug:
        letter = others.composed(library, slug, name, issues(library, slug)[name])
        earlier = [day for day in held if day < name and not library.record_of(f"{slug}/{day}")]
    else:
        letter = weekly.composed(library, name, {**ahead(library), **weeks(library)}[name])
        since = ordinal_of(name) - REACH
        earlier = [week for week in held if since <= ordinal_of(week) < ordinal_of(name) and not library.record_of(week)]
    words = library.introduction(whole)
    left = (key for key in map(key_of, words.leave_out if words else ()) if key in library.by_key)
    announced = sorted({*_names(library, held[name].news), *_names(library, left)})
    return path, record_of(letter, announced, sorted({one for before in earlier for one in _names(library, held[before].news)}))


def _names(library: Library, keys: Iterator[Key] | tuple[Key, ...]) -> Iterator[str]:
    return (name_of(library.by_key[key]) for key in keys)
