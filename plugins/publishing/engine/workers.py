"""Run a function over batches in forked workers, which see the parent's memory without copying it."""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

BATCH = 40
"""Pages that a worker makes at a time."""
_inherited: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []
"""What forked children find in their copy of this process's memory, so that it needs no pickling: the last is theirs."""


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def fork_map(function: Callable[[In], Out], batches: Sequence[In], jobs: int) -> list[Out]:
    """All results in the order of the batches."""
    return list(fork_each(function, batches, jobs))


def fork_each(function: Callable[[In], Out], batches: Sequence[In], jobs: int) -> Iterator[Out]:
    """Results in the order of the batches, each once it is there. One job, one batch, or a system without fork: in this process."""
    if jobs <= 1 or len(batches) <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(function, batches)
        return
    _inherited.append((function, batches))
    try:
        with multiprocessing.get_context("fork").Pool(min(jobs, len(batches)), _begin) as pool:
            yield from pool.imap(_call, range(len(batches)), chunksize=1)
    finally:
        _inherited.pop()


def _begin() -> None:
    """Look for cycles of objects among the worker's own, seldom: among all that it inherited it would only cost time and copies."""
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()


def _call(number: int) -> Any:
    function, batches = _inherited[-1]
    return function(batches[number])


def batched(items: Sequence[In], size: int) -> list[Sequence[In]]:
    """Slices of at most `size` items."""
    return [items[start : start + size] for start in range(0, len(items), size)]
