"""Cut a list into pages: the first at the list's own address, the others at page/N/.

A list of what is to come is numbered from its beginning. A list that grows at its newest end is numbered from the oldest:
what is new changes the first page, and the others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from publishing.strings import _
from views.values import Pager, PagerItem

T = TypeVar("T")
PER_PAGE = 20


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """A page of a list: its address, its entries and the way to the others."""

    path: str
    number: int
    entries: tuple[T, ...]
    pager: Pager


def pages_of(base: str, entries: Sequence[T], per_page: int = PER_PAGE) -> Iterator[Slice[T]]:
    """The pages of a list that stands at `base` (« /agenda/ »); an empty list has one page."""
    for number in range(1, max(1, -(-len(entries) // per_page)) + 1):
        yield page_of(base, entries, number, per_page)


def page_of(base: str, entries: Sequence[T], number: int, per_page: int = PER_PAGE) -> Slice[T]:
    """One page of such a list, counted from 1."""
    total = max(1, -(-len(entries) // per_page))
    start = (number - 1) * per_page
    return Slice(_url(base, number), number, tuple(entries[start : start + per_page]), pager(base, number, total))


def pager(base: str, current: int, total: int) -> Pager:
    """Links to the first, the last and the nearest pages, with gaps between."""
    near = {1, total, current - 1, current, current + 1}
    items: list[PagerItem] = []
    previous = 0
    for number in sorted(n for n in near if 1 <= n <= total):
        if number > previous + 1:
            items.append(PagerItem(None, None, False))
        items.append(PagerItem(number, _url(base, number), number == current))
        previous = number
    return Pager(
        current,
        total,
        _url(base, current - 1) if current > 1 else None,
        _url(base, current + 1) if current < total else None,
        tuple(items),
    )


def older_pages(entries: Sequence[object], per_page: int = PER_PAGE) -> int:
    """How many full pages stand behind the first one of a list whose newest entries come first; it keeps one to two pages' worth."""
    return max(0, len(entries) // per_page - 1)


def page_from_oldest(base: str, entries: Sequence[T], number: int, per_page: int = PER_PAGE) -> Slice[T]:
    """One page of a list whose newest entries come first: `number` counts from the oldest, 0 is the first page."""
    behind = older_pages(entries, per_page)
    end = len(entries) - (number - 1) * per_page if number else len(entries) - behind * per_page
    start = end - per_page if number else 0
    return Slice(_older_url(base, number), number, tuple(entries[start:end]), pager_from_oldest(base, number, behind))


def pager_from_oldest(base: str, current: int, behind: int) -> Pager:
    """Links to the first page (without a number), the nearest ones and the oldest, with gaps between; none tells how many there are."""
    nearest = [current + 1, current, current - 1] if current else [behind, behind - 1]
    shown = [number for number in nearest if 1 <= number <= behind]
    items = [PagerItem(None, base, current == 0, _("Récents"))]
    if shown and shown[0] < behind:
        items.append(PagerItem(None, None, False))
    items += [PagerItem(number, _older_url(base, number), number == current) for number in shown]
    if shown and shown[-1] > 2:
        items.append(PagerItem(None, None, False))
    if shown and shown[-1] > 1:
        items.append(PagerItem(1, _older_url(base, 1), False))
    newer = None if current == 0 else _older_url(base, current + 1 if current < behind else 0)
    older = _older_url(base, behind if current == 0 else current - 1) if behind and current != 1 else None
    return Pager(current, behind + 1, newer, older, tuple(items))


def _older_url(base: str, number: int) -> str:
    return f"{base}page/{number}/" if number else base


def _url(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page/{number}/"
