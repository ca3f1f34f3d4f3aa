"""Run a function over batches in forked workers, which see the parent's memory without copying it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Any, TypeVar

from endings.failure import Failure

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
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor  # a build of which nothing changed needs none

    _inherited.append((function, batches))
    others = set(multiprocessing.active_children())
    workers = ProcessPoolExecutor(min(jobs, len(batches)), multiprocessing.get_context("fork"), _begin)
    try:
        with _interruptions_for_the_parent():
            results = workers.map(_call, range(len(batches)))  # workers begin here
        yield from results
    except BrokenProcessPool:
        raise WorkerLost(
            "Un des processus a été arrêté, faute de mémoire sans doute : libérez-en, ou recommencez avec « --jobs 1 »."
        ) from None
    finally:
        workers.shutdown(cancel_futures=True)
        for left in set(multiprocessing.active_children()) - others:  # of those that could not all begin
            left.terminate()
        _inherited.pop()


class WorkerLost(Failure):
    """A worker was ended before its work was done."""


@contextmanager
def _interruptions_for_the_parent() -> Iterator[None]:
    """Processes that begin within hear nothing of Ctrl-C, which a terminal sends to all of them: the parent ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Look for cycles of objects among the worker's own, seldom: among all that it inherited it would only cost time and copies.

    A worker does not outlive its parent.
    """
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    gc.enable()
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _call(number: int) -> Any:
    function, batches = _inherited[-1]
    try:
        return function(batches[number])
    except Exception as error:
        raise portable(error) from None


def portable(error: Exception) -> Exception:
    """The error, if it can go to another process; else one that says the same."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}").with_traceback(error.__traceback__)
    return error


def batched(items: Sequence[In], size: int) -> list[Sequence[In]]:
    """Slices of at most `size` items."""
    return [items[start : start + size] for start in range(0, len(items), size)]
