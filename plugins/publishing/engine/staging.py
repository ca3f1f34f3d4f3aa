"""Publish a folder whole or not at all: build beside it, then exchange the two; the old one serves to build the next."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from endings.telling import UNCHANGED, noting
from publishing.engine.lock import output_locked
from publishing.engine.manifest import Manifest
from publishing.engine.manifests import Manifests
from publishing.engine.places import check_output

AT_FDCWD = -100
RENAME_EXCHANGE = 2


@dataclass(slots=True)
class Staging:
    """Where the new site is built, and where the last one stands; each with its manifest, empty where none is to be trusted."""

    new: Path
    live: Path
    kept: Manifest
    last: Manifest
    manifest: Manifest | None = None
    """Of the new site, once it is whole."""


@contextmanager
def staged(output: Path, manifests: Manifests) -> Iterator[Staging]:
    """A folder beside `output` that takes its place when the block ends; on an exception `output` is untouched.

    The folder holds the site before the last one, if its manifest says that it is whole: what both have is not written
    again. Nobody else publishes to `output` meanwhile, whatever his cache. Raises UnsafeOutput where it is no site.
    """
    aside, staging = (output.with_name(f".{output.name}.{name}") for name in ("old", "staging"))
    with ExitStack() as held:
        with noting(UNCHANGED):
            held.enter_context(output_locked(output))
            if aside.exists() and not output.exists():  # killed between the two renames of replace()
                aside.rename(output)
            check_output(output)
            kept, last = manifests.read(staging), manifests.read(output)
            manifests.remove(staging)
            if kept is None:
                shutil.rmtree(staging, ignore_errors=True)
                staging.mkdir()
            found = Staging(staging, output, kept or Manifest(), last or Manifest())
            try:
                yield found
                manifests.write(staging, found.manifest or Manifest())
                replace(staging, output)
            except BaseException:
                shutil.rmtree(staging, ignore_errors=True)
                raise
        if not staging.exists() and _twin(output, staging):
            manifests.write(staging, found.manifest or Manifest())  # so that the next build does not pay for it
        manifests.keep((output, staging))


def _twin(folder: Path, twin: Path) -> bool:
    """Give all files of a folder a second place, at the price of a name each; False, and nothing is left, where that cannot be."""
    try:
        shutil.copytree(folder, twin, copy_function=os.link)
    except (OSError, shutil.Error):
        shutil.rmtree(twin, ignore_errors=True)
        return False
    return True


def replace(new: Path, old: Path) -> None:
    """Put `new` in the place of `old`; afterwards `new` holds what `old` held, if anything."""
    if not old.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        new.rename(old)
    elif not _exchange(new, old):
        # No renameat2 here (not Linux): two renames, a moment apart.
        aside = old.with_name(f".{old.name}.old")
        shutil.rmtree(aside, ignore_errors=True)
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step of the kernel (renameat2); False where it cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    done = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if done == 0:
        return True
    if ctypes.get_errno() in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(one))
