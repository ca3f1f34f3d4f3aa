"""Damage the cache at random, then build: the site is that of a clean build all the same."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path

from incremental.moves import MOVES, repair
from incremental.region import Sources, Workplace, differences, region, register, snapshot

Harm = Callable[[Path, Path, random.Random], None]
MOST_FLIPS = 5


def flip(file: Path, _other: Path, chance: random.Random) -> None:
    """Some bits are others."""
    found = bytearray(file.read_bytes())
    for _ in range(chance.randrange(1, MOST_FLIPS) if found else 0):
        found[chance.randrange(len(found))] ^= 1 << chance.randrange(8)
    _written(file, bytes(found))


def cut(file: Path, _other: Path, chance: random.Random) -> None:
    """The end is missing."""
    _written(file, file.read_bytes()[: chance.randrange(file.stat().st_size + 1)])


def swap(file: Path, other: Path, chance: random.Random) -> None:
    """Two files, or two parts of one, have changed places."""
    if file == other:
        found = bytearray(file.read_bytes())
        at, to, length = (chance.randrange(len(found) + 1) for _ in range(3))
        found[at : at + length], found[to : to + length] = found[to : to + length], found[at : at + length]
        _written(file, bytes(found))
        return
    one, two = file.read_bytes(), other.read_bytes()
    _written(file, two)
    _written(other, one)


def delete(file: Path, _other: Path, _chance: random.Random) -> None:
    """It is gone."""
    file.unlink()


HARMS: tuple[Harm, ...] = (flip, flip, cut, swap, delete)


def damaged(folder: Path, seed: int, times: int) -> Iterator[tuple[str, list[str]]]:
    """Each harm and where it was done, with the names of what then differs from the site of a clean build.

    Before half of the builds the contributions are edited, so that something must be made of what is kept.
    """
    register()
    chance, sources, place = random.Random(seed), region(), Workplace(folder)
    place.write(sources)
    place.build(sources.today)
    wanted = _clean(folder, sources)
    for number in range(times):
        files = sorted(file for file in place.cache.rglob("*") if file.is_file() and file.name != "lock")
        # Most of what is kept is in one file: it is hit as often as all others together.
        most = [file for file in files if file.suffix == ".sqlite"]
        file, other = (chance.choice(chance.choice([most or files, files])) for _ in range(2))
        harm = chance.choice(HARMS)
        said = f"{number + 1}: {harm.__name__} {file.relative_to(place.cache)}"
        harm(file, other, chance)
        if chance.random() < 0.5:
            chance.choice(MOVES)(sources, chance)
            repair(sources)
            place.write(sources)
            wanted = _clean(folder, sources)
        with redirect_stderr(StringIO()):
            done = place.build(sources.today)
        yield said, differences(snapshot(place.output), wanted) if done else ["(no site)"]


def _clean(folder: Path, sources: Sources) -> dict[str, bytes]:
    """The site of a build that finds nothing kept."""
    place = Workplace(folder, site="clean")
    with redirect_stderr(StringIO()):
        place.build(sources.today)
    found = snapshot(place.output)
    for gone in (place.output, place.cache, place.folder / f".{place.output.name}.staging"):
        shutil.rmtree(gone, ignore_errors=True)
    return found


def _written(file: Path, data: bytes) -> None:
    """A file of its own: some of the cache share theirs with the site."""
    file.unlink()
    file.write_bytes(data)
