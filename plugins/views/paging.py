"""Cut a list into pages: the first at the list's own address, the others at page/N/."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from views.values import Pager, PagerItem

T = TypeVar("T")
PER_PAGE = 24


@dataclass(frozen=True, slots=True)
class Slice(Generic[T]):
    """A page of a list: its address, its entries and the way to the others."""

    path: str
    number: int
    entries: tuple[T, ...]
    pager: Pager


def pages_of(base: str, entries: Sequence[T], per_page: int = PER_PAGE) -> Iterator[Slice[T]]:
    """The pages of a list that stands at `base` (« /agenda/ »); an empty list has one page."""
    total = max(1, -(-len(entries) // per_page))
    for number in range(1, total + 1):
        start = (number - 1) * per_page
        yield Slice(_url(base, number), number, tuple(entries[start : start + per_page]), pager(base, number, total))


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


def _url(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page/{number}/"
