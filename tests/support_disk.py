"""A disk that is full when one likes: a small one in a namespace of its own where the system lets one have it, else limits of size.

python support_disk.py PLACE      brings a site about on a disk that fills up at ten moments; says in JSON what came of each
"""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from support import REPOSITORY, one_of_each, write
from support_commands import arguments, at_most, variables

MOMENTS = 6
CLEAN = ("one", "other")
"""Folders of clean builds."""
SIZE = 64 << 20
LIMITS = (1_000, 3_000, 6_000, 12_000, 20_000, 30_000, 40_000, 60_000, 90_000, 130_000)
"""Bytes of the largest file that may be written, where there is no disk to fill."""


def moments(place: Path) -> list[dict[str, Any]]:
    """What came of builds that met a full disk, each at another moment, and of those that followed them when there was room again."""
    for options in (["--mount"], ["--mount", "--map-root-user"]):
        alone = ["unshare", *options, "sh", "-c", f'mount -t tmpfs -o size={SIZE} tmpfs "$1" && exec "$0" "$2" "$1" disk']
        if (
            shutil.which("unshare")
            and subprocess.run([*alone[:-1], f'mount -t tmpfs tmpfs "{place}"'], capture_output=True).returncode == 0
        ):
            return _told([*alone, sys.executable, str(place), __file__])
    return _told([sys.executable, __file__, str(place), "limits"])


def _told(line: list[str]) -> list[dict[str, Any]]:
    path = os.pathsep.join(str(REPOSITORY / folder) for folder in ("tests", "plugins", "scripts"))
    done = subprocess.run(line, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": path}, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _main(place: Path, means: str) -> None:
    text = write(place, one_of_each()) / "articles" / "portrait-d-astronome.md"
    states = [text.read_text("utf-8"), text.read_text("utf-8") + "\nUn texte de plus.\n"]
    before = _free(place)
    wholes = [_clean(place, text, state) for state in states[::-1]][::-1]
    needed = (before - _free(place)) // 2
    assert _build(place).returncode == 0
    found = []
    for moment in range(1, MOMENTS + 1):
        stands = _site(place / "output")
        text.write_text(states[moment % 2], "utf-8")
        # All is read and made anew.
        shutil.rmtree(place / "cache")
        shutil.rmtree(place / ".output.staging", ignore_errors=True)
        with _room(place, needed * moment // (MOMENTS + 1)) if means == "disk" else nullcontext():
            failed = _build(place, at_most(resource.RLIMIT_FSIZE, LIMITS[moment - 1]) if means == "limits" else None)
        ended = {"code": failed.returncode, "said": failed.stderr.splitlines(), "untouched": _site(place / "output") == stands}
        again = _build(place).returncode
        left = sorted(path.name for path in place.iterdir() if path.name not in CLEAN)
        found.append({**ended, "again": again, "right": _site(place / "output") == wholes[moment % 2], "left": left})
    print(json.dumps(found))


def _build(place: Path, limit: Any = None) -> subprocess.CompletedProcess[str]:
    line = [part for part in arguments("build", place) if part != "--no-search"]
    return subprocess.run(line, capture_output=True, text=True, env=variables(place), preexec_fn=limit, check=False)


def _clean(place: Path, text: Path, state: str) -> dict[str, bytes]:
    """What a build makes of a state of the contributions that has nothing to go by; it stays where it is, to be weighed."""
    text.write_text(state, "utf-8")
    other = next(place / name for name in CLEAN if not (place / name).exists())
    other.mkdir()
    (other / "content").symlink_to(place / "content")
    assert _build(other).returncode == 0
    return _site(other / "output")


def _site(output: Path) -> dict[str, bytes]:
    """Every file of a site; Pagefind's have other bytes each time, and count by their names that stay."""
    files = {file.relative_to(output).as_posix(): file for file in output.rglob("*") if file.is_file()}
    return {name: b"" if name.startswith("pagefind") else file.read_bytes() for name, file in files.items() if "_" not in file.name}


@contextmanager
def _room(place: Path, room: int) -> Iterator[None]:
    """Leave so many bytes free on a disk."""
    ballast = place.parent / f"{place.name}/ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, _free(place) - room)
    yield
    ballast.unlink()


def _free(place: Path) -> int:
    found = os.statvfs(place)
    return found.f_bavail * found.f_frsize


if __name__ == "__main__":
    _main(Path(sys.argv[1]), sys.argv[2])
