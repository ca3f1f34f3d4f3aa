"""Publish a folder whole or not at all: build beside it, then exchange the two; the old one serves to build the next."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from publishing.engine.manifest import Manifest
from publishing.engine.manifests import Manifests

AT_FDCWD = -100
RENAME_EXCHANGE = 2


MARKS = ("index.html", "sitemap.xml")
"""What a folder must hold to be taken for a site of ours, which may be replaced."""


class UnsafeOutput(Exception):
    """Publishing there would destroy something that no build made."""

    exitcode = 2


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
def staged(output: Path, manifests: Manifests, apart: Sequence[Path] = ()) -> Iterator[Staging]:
    """A folder beside `output` that takes its place when the block ends; on an exception `output` is untouched.

    The folder holds the site before the last one, if its manifest says that it is whole: what both have is not written
    again. Raises UnsafeOutput where `output` overlaps a folder of `apart` (the contributions, the cache), or holds
    something else than a site.
    """
    aside, staging = (output.with_name(f".{output.name}.{name}") for name in ("old", "staging"))
    if aside.exists() and not output.exists():  # killed between the two renames of replace()
        aside.rename(output)
    _refuse(output, apart)
    kept, last = manifests.read(staging), manifests.read(output)
    manifests.remove(staging)
    if kept is None:
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir(parents=True)
    found = Staging(staging, output, kept or Manifest(), last or Manifest())
    try:
        yield found
        manifests.write(staging, found.manifest or Manifest())
        replace(staging, output)
    except BaseException:
        shutil.rmtree(staging, ignore_errors=True)
        raise
    manifests.keep((output, staging))


def _refuse(output: Path, apart: Sequence[Path]) -> None:
    """Raise UnsafeOutput where publishing would destroy something."""
    for folder in apart:
        if output.is_relative_to(folder) or folder.is_relative_to(output):
            raise UnsafeOutput(f"« {output} » et « {folder} » se recouvrent : choisissez un autre dossier de sortie.")
    if output.exists() and (not output.is_dir() or (any(output.iterdir()) and not all((output / mark).is_file() for mark in MARKS))):
        raise UnsafeOutput(f"« {output} » n’est pas un site publié par Escale : videz-le, ou choisissez un autre dossier de sortie.")


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
