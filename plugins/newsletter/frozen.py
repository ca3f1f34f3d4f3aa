"""Freeze a letter: the record of what it says today, from which it is made ever after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from contributions.library.library import Library
from contributions.source.texts import bytes_of
from newsletter import weekly
from newsletter.holding import Key, key_of, name_of, ordinal_of
from newsletter.news import REACH
from newsletter.others import letters
from newsletter.others.issues import issues
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
    held: Mapping[str, _Holds]
    if slug:
        held = issues(library, slug)
        letter = letters.composed(library, slug, name, issues(library, slug)[name])
        before = [day for day in held if day < name]
    else:
        held = known = {**ahead(library), **weeks(library)}
        letter = weekly.composed(library, name, known[name])
        before = [week for week in held if ordinal_of(name) - REACH <= ordinal_of(week) < ordinal_of(name)]
    words = library.introduction(whole)
    left = [key for key in map(key_of, words.leave_out if words else ()) if key in library.by_key]
    announced = sorted({*_names(library, held[name].news), *_names(library, left)})
    earlier = {}
    for other in sorted(before):
        other_name = f"{slug}/{other}" if slug else other
        if not library.record_of(other_name):
            earlier.update(dict.fromkeys(_names(library, held[other].news), other_name))
    return path, record_of(letter, announced, dict(sorted(earlier.items())))


def _names(library: Library, keys: Iterable[Key]) -> Iterator[str]:
    return (name_of(library.by_key[key]) for key in keys)
