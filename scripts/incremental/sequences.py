"""Random sequences of edits, each built in passing, and the promise that they end where a clean build does, to the byte."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from incremental.moves import MOVES, accident, repair
from incremental.region import Workplace, differences, indexed, region, snapshot


@dataclass(frozen=True, slots=True)
class Ended:
    """How a sequence ended: the names of its moves, the files that differ from a clean build, how many builds it had."""

    moves: tuple[str, ...]
    differences: tuple[str, ...]
    builds: int


def run(seed: int, moves: int = 5) -> Ended:
    """Make a random sequence of moves, with a build now and then, and compare its end with a clean build of the same sources.

    One sequence in three has a search index, and is compared by what it finds too.
    """
    chance = random.Random(seed)
    done: list[str] = []
    with TemporaryDirectory(prefix="escale-sequence-") as name:
        place = Workplace(Path(name), search=seed % 3 == 0)
        sources = region()
        for builds in range(1, moves + 2):
            place.write(sources)
            before = snapshot(place.output)
            published = place.build(sources.today, jobs=chance.choice([1, 1, 2])) is not None
            if not published and snapshot(place.output) != before:
                return Ended((*done, "refused"), ("a refused build changed the site",), builds)
            for _move in range(chance.randrange(1, 4)):
                move = chance.choice(MOVES)
                move(sources, chance)
                done.append(move.__name__)
            if chance.random() < 0.1:
                done.append(accident(place, chance))
        repair(sources)
        place.write(sources)
        if place.build(sources.today) is None:
            return Ended(tuple(done), ("the last build was refused",), moves + 2)
        clean = replace(place, site="clean")
        assert clean.build(sources.today) is not None
        found = [*differences(snapshot(place.output), snapshot(clean.output)), *differences(indexed(place.output), indexed(clean.output))]
        return Ended(tuple(done), tuple(found), moves + 3)
