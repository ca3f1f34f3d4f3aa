"""One build at a time, on a cache and on an output: another one waits until this one ends, in whichever way it ends.

Locks are always taken in this order, a cache, then an output, and at most one of each: whoever holds an output waits for nothing,
so that no two builds can wait for one another. Forked workers hold them too: they are free once nobody writes there any more.
"""

from __future__ import annotations

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from endings.failure import Failure

LOCK = "lock"
"""A file that every cache has."""
MOMENT, PATIENCE, AGAIN = 1.0, 900.0, 0.05
"""Seconds: until it is said that one waits, until one gives up, and between two tries."""


class NeverFree(Failure):
    """What another command holds did not become free."""


@contextmanager
def cache_locked(cache: Path) -> Iterator[None]:
    """Hold a cache, which is made where it is not there. Raises NeverFree and OSError."""
    cache.mkdir(parents=True, exist_ok=True)
    lock = _hold(cache / LOCK, f"Une autre commande d’Escale emploie le cache « {cache} »")
    try:
        yield
    finally:
        os.close(lock)


@contextmanager
def output_locked(output: Path) -> Iterator[None]:
    """Hold a folder to publish to, by a file beside it, which is gone afterwards. Raises NeverFree and OSError."""
    output.parent.mkdir(parents=True, exist_ok=True)
    path = output.with_name(f".{output.name}.lock")
    lock = _hold(path, f"Une autre construction publie dans « {output} »")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(lock)


def _hold(path: Path, why: str) -> int:
    begun, said = time.monotonic(), False
    while True:
        file = _opened(path)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(file, path):
                return file
        except BlockingIOError:
            pass
        except BaseException:
            os.close(file)
            raise
        os.close(file)
        waited = time.monotonic() - begun
        if waited > PATIENCE:
            raise NeverFree(f"{why} depuis plus de {PATIENCE / 60:.0f} minutes : arrêtez-la, ou recommencez plus tard.")
        if waited > MOMENT and not said:
            print(f"{why} : celle-ci attend qu’elle finisse.", file=sys.stderr, flush=True)
            said = True
        time.sleep(AGAIN)


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
    except PermissionError as error:  # what people know, and can mend, is the folder
        raise PermissionError(error.errno, error.strerror, os.fspath(path.parent)) from error


def _is_at(file: int, path: Path) -> bool:
    """Whether an open file is the one that stands at a path: another build may have removed it meanwhile, and a third made it anew."""
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False
