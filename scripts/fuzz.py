#!/usr/bin/env python3
"""Break what content/ may hold at random, and see that every answer is a good one: located, French, in time, and without harm.

    .venv/bin/python scripts/fuzz.py --mutations 10000 [--seed N]    broken files of every sort (--of NAME for one of them)
    .venv/bin/python scripts/fuzz.py --of repairs                    files that `--fix` mends, held to what they said before
    .venv/bin/python scripts/fuzz.py --seed N --only 1234            one of those again, by its number, tried in every way
    .venv/bin/python scripts/fuzz.py --bodies 2000                   bodies as heavy as is let through, and what they take
    .venv/bin/python scripts/fuzz.py --coverage 300                  seconds of mutations led by what they reach (needs atheris)

Files that break a promise, and the slowest ones, are kept in .cache/fuzz/. Exit code 1 if a promise was broken. No test is timed;
this command is where time is looked at.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path
from random import Random, SystemRandom

HERE = Path(__file__).resolve().parent.parent
MEMORY = Path("/dev/shm")


def main(arguments: list[str] | None = None) -> int:
    """Run what is asked for; returns the exit code."""
    options = parser().parse_args(arguments)
    sys.path.insert(0, str(HERE / "plugins"))
    options.save.mkdir(parents=True, exist_ok=True)
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        tempfile.tempdir = str(MEMORY)  # each file is a store written and thrown away: on a disk that would be most of the time
    if options.coverage:
        return _coverage(options.coverage, options.of, options.save)
    from fuzzing.runs import bodies, mutations  # the way by coverage imports what it watches by itself
    from fuzzing.subjects import named, subjects

    try:
        chosen = tuple(map(named, options.of)) or subjects()
    except KeyError as error:
        print(f"{error} n’est pas à abîmer : {', '.join(subject.name for subject in subjects())}", file=sys.stderr)
        return 2
    seed = SystemRandom().randrange(1_000_000) if options.seed is None else options.seed
    print(f"Graine {seed}.", flush=True)
    if options.bodies:
        return bodies(options.bodies, Random(seed), options.save)
    numbers = range(options.mutations) if options.only is None else [options.only]
    return mutations(numbers, seed, chosen, options.save, all_wholly=options.wholly or options.only is not None)


def parser() -> argparse.ArgumentParser:
    """The options."""
    found = argparse.ArgumentParser(description="Abîme au hasard ce que content/ peut contenir, et vérifie ce qui en est dit.")
    found.add_argument("--mutations", type=int, default=10_000, metavar="N", help="fichiers abîmés (10000)")
    found.add_argument(
        "--of", action="append", default=[], metavar="NOM", help="de cette sorte seulement (events, hub, data, pictures, names, repairs…)"
    )
    found.add_argument(
        "--only", type=int, default=None, metavar="N", help="le fichier de ce numéro seulement, avec la même graine et les mêmes --of"
    )
    found.add_argument("--wholly", action="store_true", help="essaie chacun de toutes les manières : commande, réparations, publication")
    found.add_argument("--bodies", type=int, default=0, metavar="N", help="textes lourds à la place, et leur durée")
    found.add_argument("--coverage", type=int, default=0, metavar="S", help="secondes de mutations guidées par la couverture (atheris)")
    found.add_argument("--seed", type=int, default=None, metavar="N", help="graine du hasard")
    found.add_argument("--save", type=Path, default=HERE / ".cache" / "fuzz", metavar="DIR", help="où garder les fichiers (.cache/fuzz)")
    return found


def _coverage(seconds: int, names: list[str], save: Path) -> int:
    try:
        atheris = importlib.import_module("atheris")
    except ImportError:
        print("Il manque atheris (CPython 3.11, Linux) : .venv/bin/python -m pip install atheris", file=sys.stderr)
        return 2
    from fuzzing.guided import run

    return run(atheris, seconds, names, save)


if __name__ == "__main__":
    sys.exit(main())
