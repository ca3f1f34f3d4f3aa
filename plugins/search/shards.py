"""Which pages are searched together: shards of pages of the same years, made so that a change of one page touches one shard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from publishing.searching import Findable

PERMANENT = "permanent"
MOST = 800
"""Pages of a shard: about two seconds of work when one of them changes, and 160 MB."""
PAST = 400
"""Pages of a shard of past years: these are loaded only where somebody asks for them, so that their number costs others nothing."""
SEPTEMBER = 9
HASH = 64
YEAR = 14
"""Bits of the keys by which pages are parted: a year, then a hash of the path."""


@dataclass(frozen=True, slots=True)
class Shard:
    """Pages of one index, by path. `season` says that an ordinary question looks into it."""

    name: str
    pages: tuple[Findable, ...]
    season: bool


def shards(pages: Sequence[Findable], today: date, most: int = MOST) -> tuple[Shard, ...]:
    """All pages, in shards of at most `most` (and past ones of PAST), the newest first. What is permanent stands with the newest year.

    Years are parted as a calendar is: all of them, else halves of fixed bounds (2016–2023 and 2024–2031, then 2024–2027…), down
    to a single year, which is parted by a hash of the paths. A page that comes can thus split its own shard, and goes unnoticed
    by all others; only the first page of a new year moves what is permanent.
    """
    newest = max((int(page.group) for page in pages if page.group != PERMANENT), default=today.year)
    since = min(season(today), newest)
    keyed = sorted((_key(page, newest), page) for page in pages)
    found = [
        (
            -(part[0][0] >> HASH),
            Shard(
                name=_name(part[0][0], free),
                pages=tuple(sorted((page for _key, page in part), key=lambda page: page.path)),
                season=any(page.group == PERMANENT or int(page.group) >= since for _key, page in part),
            ),
        )
        for part, free in _parts(keyed, HASH + YEAR, since, most)
    ]
    return tuple(shard for _year, shard in sorted(found, key=lambda pair: pair[0]))


def season(today: date) -> int:
    """The first year that an ordinary question looks into: this one from September on, and before that the one before too."""
    return today.year if today.month >= SEPTEMBER else today.year - 1


def _key(page: Findable, newest: int) -> int:
    year = newest if page.group == PERMANENT else int(page.group)
    return year << HASH | int.from_bytes(blake2b(page.path.encode(), digest_size=HASH // 8).digest())


def _parts(keyed: Sequence[tuple[int, Findable]], free: int, since: int, most: int) -> Iterator[tuple[Sequence[tuple[int, Findable]], int]]:
    """Halves, and halves of halves, until each is small enough; with how many bits of its keys may differ."""
    past = bool(keyed) and keyed[-1][0] >> HASH < since
    if len(keyed) <= (min(most, PAST) if past else most) or free == 0:
        if keyed:
            yield keyed, free
        return
    bit = 1 << (free - 1)
    middle = next((place for place, (key, _page) in enumerate(keyed) if key & bit), len(keyed))
    yield from _parts(keyed[:middle], free - 1, since, most)
    yield from _parts(keyed[middle:], free - 1, since, most)


def _name(key: int, free: int) -> str:
    """« tout », « 2024-2027 », « 2026 », « 2026-a », « 2026-ab »."""
    if free == HASH + YEAR:
        return "tout"
    year = key >> max(free, HASH) << max(free - HASH, 0)
    if free > HASH:
        return f"{year}-{year + (1 << free - HASH) - 1}"
    letters = "".join("ab"[key >> bit & 1] for bit in range(HASH - 1, free - 1, -1))
    return f"{year}-{letters}" if letters else str(year)
