#!/usr/bin/env python3
"""Measure Escale's build, cold and after edits, beside another checkout of it and beside a Hugo that makes the same pages.

    scripts/bench.py --sizes 1000 --rounds 1               a quick look
    scripts/bench.py --beside ../earlier                   beside another checkout (git worktree add ../earlier COMMIT), A B A B
    scripts/bench.py --corpus-only --sizes 1000            only the contributions, in .cache/bench/corpus-1000/content
    scripts/bench.py --determinism 100                     random sequences of edits, each compared with a clean build
    scripts/bench.py --kill 30                             builds killed at random moments: is the site whole?
    scripts/bench.py --damage 200                          the cache damaged at random: is the site that of a clean build?
    scripts/bench.py --filters output                      how soon the catalogue of a site that is built answers in Chromium
    scripts/bench.py --pairs 20                            two builds at once into one folder, some killed: is the site one of theirs?

Processor time is of the whole command and all its processes. No network is needed; a tool that is not installed is left out.
Exit codes: 0 measured; 1 a sequence, a kill or a pair that went wrong; 2 wrong usage or a run that failed.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import sys
from argparse import Namespace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "plugins"))

from endings.command import command, loading, run
from endings.given import Senseless, folder
from usage import Parser

with loading():
    from benchmark import hugo
    from benchmark.building import HERE, compile_modules
    from benchmark.corpus import write
    from benchmark.filters import answers
    from benchmark.rounds import HUGO, compared
    from benchmark.table import BESIDE, ESCALE, machine, table, version
    from incremental import sequences
    from incremental.damage import damaged
    from incremental.killing import kills
    from incremental.pairs import pairs
    from incremental.region import register


@command
def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    options = parser().parse_args(arguments)
    if options.corpus_only:
        return _corpora(options)
    if options.filters:
        return _filters(options.filters)
    if options.determinism:
        return _sequences(options.determinism, options.seed)
    if options.kill:
        return _kills(options.kill, options.work.resolve() / "kills", options.seed)
    if options.damage:
        return _damage(options.damage, options.work.resolve() / "damage", options.seed)
    if options.pairs:
        return _pairs(options.pairs, options.work.resolve() / "pairs", options.seed)
    return _measured(options)


def _corpora(options: Namespace) -> int:
    for size in options.sizes:
        print(write(size, options.work.resolve() / f"corpus-{size}" / "content").content)
    return 0


def _filters(site: Path) -> int:
    for line in answers(site):
        print(line, flush=True)
    return 0


def _sequences(number: int, seed: int) -> int:
    """Random sequences of edits, each compared with a clean build; 1 where one ends otherwise."""
    register()
    wrong = builds = 0
    for at in range(seed, seed + number):
        with contextlib.redirect_stderr(io.StringIO()):  # what the builds say of mistakes that are meant
            ended = sequences.run(at)
        builds += ended.builds
        if ended.differences:
            wrong += 1
            print(f"seed {at}: {', '.join(ended.differences)} after {', '.join(ended.moves)}", flush=True)
    print(f"{number} sequences, {builds} builds: {wrong} ended otherwise than a clean build.")
    return 1 if wrong else 0


def _kills(number: int, work: Path, seed: int) -> int:
    """Builds killed at random moments; 1 where a site was harmed."""
    wrong = 0
    for turn, (seconds, lost) in enumerate(kills(number, 100, work, seed), 1):
        wrong += bool(lost)
        print(f"{turn}: killed after {seconds:.2f} s, {', '.join(lost) or 'nothing lost'}", flush=True)
    print(f"{number} builds killed: {wrong} harmed the site.")
    return 1 if wrong else 0


def _damage(number: int, work: Path, seed: int) -> int:
    """Caches damaged at random; 1 where a site was another than that of a clean build."""
    shutil.rmtree(work, ignore_errors=True)
    wrong = 0
    for said, differing in damaged(work, seed, number):
        wrong += bool(differing)
        if differing:
            print(f"{said}: {', '.join(differing[:5])}", flush=True)
    print(f"{number} times damaged: {wrong} gave another site.")
    return 1 if wrong else 0


def _pairs(number: int, work: Path, seed: int) -> int:
    """Pairs of builds at once into one folder; 1 where a site is neither the one nor the other."""
    wrong = 0
    for turn, (what, lost) in enumerate(pairs(number, 100, work, seed), 1):
        wrong += bool(lost)
        print(f"{turn}: {what}, {', '.join(lost) or 'a whole site'}", flush=True)
    print(f"{number} pairs: {wrong} left a site that is neither one's.")
    return 1 if wrong else 0


def _measured(options: Namespace) -> int:
    """All rounds of all sizes; a table each. Raises Failed and OSError."""
    checkouts = {ESCALE: HERE, **({BESIDE: options.beside.resolve()} if options.beside else {})}
    names = {name: f"Escale {version(checkout)}" for name, checkout in checkouts.items()}
    for peer in options.peers:
        if peer == HUGO and (found := hugo.version()):
            names[HUGO] = found
        elif peer != "none":
            _say(f"{peer} is {'not installed here' if peer == HUGO else 'not measured'}: left out")
    for checkout in checkouts.values():
        compile_modules(checkout)
    _say(f"Medians of rounds: {options.rounds}, on {machine()}")
    for size in options.sizes:
        work = options.work.resolve()
        results = compared(size, options.rounds, checkouts, work, _say, with_hugo=HUGO in names, search=options.search)
        print(f"{table(size, results, names)}\n", flush=True)
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def parser() -> Parser:
    """The options."""
    found = Parser("Measure Escale's build beside others on the same contributions.")
    found.add_argument("--sizes", type=_sizes, default=[1_000, 5_000], metavar="N,…", help="contributions (1000,5000)")
    found.add_argument("--rounds", type=int, choices=range(1, 21), default=3, metavar="N", help="rounds, each with every tool (3)")
    found.add_argument("--peers", type=lambda text: text.split(","), default=[HUGO], metavar="NAME,…", help=f"{HUGO}, or none ({HUGO})")
    found.add_argument("--beside", type=folder, metavar="DIR", help="another checkout, in turn with this one, with the keys that it knows")
    found.add_argument("--search", action="store_true", help="build Escale's sites with their search index")
    found.add_argument("--work", type=Path, default=HERE / ".cache" / "bench", metavar="DIR", help="working folder (.cache/bench)")
    found.add_argument("--seed", type=int, default=1, metavar="N", help="of the first sequence, or of the moments (1)")
    instead = found.add_mutually_exclusive_group()
    instead.add_argument("--determinism", type=int, metavar="N", help="measure nothing: N random sequences of edits")
    instead.add_argument("--kill", type=int, metavar="N", help="measure nothing: kill N builds at random moments")
    instead.add_argument("--damage", type=int, metavar="N", help="measure nothing: damage the cache N times, and build")
    instead.add_argument("--pairs", type=int, metavar="N", help="measure nothing: N pairs of builds at once into one folder")
    instead.add_argument("--filters", type=folder, metavar="DIR", help="build nothing: measure the catalogue's filters in a site")
    instead.add_argument("--corpus-only", action="store_true", help="measure nothing: write the contributions")
    return found


def _sizes(text: str) -> list[int]:
    sizes = [int(size) if size.isdigit() else 0 for size in text.replace("_", "").split(",")]
    if min(sizes) < 100:
        raise Senseless(f"{text}: numbers from 100 on, with commas between them")
    return sorted(set(sizes))


if __name__ == "__main__":
    run(main)
