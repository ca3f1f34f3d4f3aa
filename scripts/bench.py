#!/usr/bin/env python3
"""Measure Escale's build, cold and after edits, beside vanilla Pelican, Hugo and Eleventy on the same contributions.

    scripts/bench.py                                       the whole: an hour and more; the tables go to docs/performance.md
    scripts/bench.py --sizes 1000 --rounds 1 --peers hugo  a quick look
    scripts/bench.py --sizes 20000 --rounds 1 --add .cache/bench/results.json   more of what was measured before
    scripts/bench.py --from .cache/bench/results.json      the tables again, from what was measured
    scripts/bench.py --corpus-only --sizes 1000            only the contributions, in .cache/bench/corpus-1000/content

The tools are installed at the first run, below .cache/bench-tools; that alone needs a network (and npm for Eleventy).
Exit codes: 0 measured, whether goals are met or not; 1 a sequence or a kill that went wrong; 2 wrong usage or a run that failed.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import subprocess
import sys
from pathlib import Path

from benchmark.corpus import write
from benchmark.machine import escale, machine
from benchmark.measuring import Failed
from benchmark.peers import PEERS
from benchmark.results import Results
from benchmark.rounds import Bench, compile_modules
from benchmark.table import put, tables
from benchmark.tools import install, versions

HERE = Path(__file__).resolve().parent.parent
TOOLS = HERE / ".cache" / "bench-tools"


def main(arguments: list[str] | None = None) -> int:
    """Run the benchmark; returns the exit code."""
    options = parser().parse_args(arguments)
    if options.corpus_only:
        return _corpora(options)
    if options.determinism:
        return _sequences(options.determinism, options.seed)
    if options.kill:
        return _kills(options.kill, options.work.resolve() / "kills", options.seed)
    try:
        results = Results.read(options.from_) if options.from_ else _measured(options)
    except (Failed, subprocess.CalledProcessError, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    text = tables(results)
    print(text)
    put(text, options.report)
    return 0


def _corpora(options: argparse.Namespace) -> int:
    for size in options.sizes:
        print(write(size, options.work.resolve() / f"corpus-{size}" / "content").content)
    return 0


def _sequences(number: int, seed: int) -> int:
    """Random sequences of edits, each compared with a clean build; 1 where one ends otherwise."""
    from benchmark.sequences import run
    from benchmark.small import register

    register()
    wrong = builds = 0
    for at in range(seed, seed + number):
        with contextlib.redirect_stderr(io.StringIO()):  # what the builds say of mistakes that are meant
            ended = run(at)
        builds += ended.builds
        if ended.differences:
            wrong += 1
            print(f"seed {at}: {', '.join(ended.differences)} after {', '.join(ended.moves)}", flush=True)
    print(f"{number} sequences, {builds} builds: {wrong} ended otherwise than a clean build.")
    return 1 if wrong else 0


def _kills(number: int, work: Path, seed: int) -> int:
    """Builds killed at random moments; 1 where a site was harmed."""
    from benchmark.killing import kills

    wrong = 0
    for turn, killed in enumerate(kills(number, 100, work, seed), 1):
        harmed = not killed.whole or killed.differences
        wrong += bool(harmed)
        print(
            f"{turn}: killed after {killed.seconds:.2f} s, {'harmed: ' + ', '.join(killed.differences) if harmed else 'nothing lost'}",
            flush=True,
        )
    print(f"{number} builds killed: {wrong} harmed the site.")
    return 1 if wrong else 0


def _measured(options: argparse.Namespace) -> Results:
    """All rounds of all sizes. Raises Failed, CalledProcessError and OSError."""
    peers = tuple(options.peers)
    tools = install(TOOLS, peers)
    results = Results.read(options.add) if options.add else Results(machine(), {"escale": escale(), **versions(peers)}, options.rounds)
    compile_modules()
    bench = Bench(options.work.resolve(), results, options.rounds, tools, peers, not options.no_search, options.thorough, _say)
    for size in options.sizes:
        bench.measure(size)
    return results


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def parser() -> argparse.ArgumentParser:
    """The options."""
    found = argparse.ArgumentParser(description="Measure Escale's build beside its peers on the same contributions.")
    found.add_argument("--sizes", type=_sizes, default=[1_000, 5_000, 20_000], metavar="N,…", help="contributions (1000,5000,20000)")
    found.add_argument("--rounds", type=int, choices=range(1, 21), default=3, metavar="N", help="rounds, each with every tool (3)")
    found.add_argument("--peers", type=_peers, default=list(PEERS), metavar="NAME,…", help=f"{','.join(PEERS)}, or none")
    found.add_argument("--no-search", action="store_true", help="leave out the builds with a search index")
    found.add_argument("--thorough", action="store_true", help="all rounds for Pelican at 20,000 too (minutes each)")
    found.add_argument("--add", type=Path, metavar="RESULTS.json", help="go on with what was measured before")
    found.add_argument("--work", type=Path, default=HERE / ".cache" / "bench", metavar="DIR", help="working folder (.cache/bench)")
    report = HERE / "docs" / "performance.md"
    found.add_argument("--report", type=Path, default=report, metavar="FILE", help="where the tables go (docs/performance.md)")
    instead = found.add_mutually_exclusive_group()
    instead.add_argument("--from", type=Path, dest="from_", metavar="RESULTS.json", help="measure nothing: tables of what was measured")
    instead.add_argument(
        "--determinism", type=int, metavar="N", help="measure nothing: N random sequences of edits, each beside a clean build"
    )
    instead.add_argument("--kill", type=int, metavar="N", help="measure nothing: kill N builds at random moments")
    found.add_argument("--seed", type=int, default=1, metavar="N", help="of the first sequence, or of the moments (1)")
    instead.add_argument("--corpus-only", action="store_true", help="measure nothing: write the contributions")
    return found


def _sizes(text: str) -> list[int]:
    sizes = [int(size) for size in text.replace("_", "").split(",") if size.isdigit()]
    if len(sizes) != text.count(",") + 1 or min(sizes) < 100:
        raise argparse.ArgumentTypeError(f"{text}: numbers from 100 on, with commas between them")
    return sorted(set(sizes))


def _peers(text: str) -> list[str]:
    peers = [] if text == "none" else text.split(",")
    if unknown := [peer for peer in peers if peer not in PEERS]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(PEERS)}")
    return [peer for peer in PEERS if peer in peers]


if __name__ == "__main__":
    sys.exit(main())
