"""The rounds: each step by every tool, one after the other, so that a noisy minute of the machine is shared by all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from benchmark import hugo
from benchmark.building import Build, Run
from benchmark.corpus import write
from benchmark.edition import Edition
from benchmark.edits import EDITS, edited
from benchmark.measuring import spent

COLD = "cold"
HUGO = "hugo"

Results = dict[tuple[str, str], list[Run]]
"""Tool and step (cold, or an edit) → its run in each round."""


def compared(
    size: int, rounds: int, checkouts: Mapping[str, Path], work: Path, say: Callable[[str], None], *, with_hugo: bool, search: bool
) -> Results:
    """All rounds of a size: each checkout of Escale (name → folder), cold and after each edit, and Hugo. Raises Failed.

    The contributions have the keys of the contract as the last checkout has it, the earliest.
    """
    corpus = write(size, work / f"corpus-{size}" / "content", Edition(list(checkouts.values())[-1]))
    builds = {name: Build(checkout, corpus, work / f"{name}-{size}", search) for name, checkout in checkouts.items()}
    results: Results = {}

    def keep(tool: str, step: str, run: Run) -> None:
        results.setdefault((tool, step), []).append(run)
        say(f"  {tool:<8} {step:<8} {run.spent.processor:7.2f} s of processor, {run.spent.wall:7.2f} s, {run.rendered} rendered")

    for number in range(1, rounds + 1):
        say(f"{size} contributions, round {number} of {rounds}")
        for name, build in builds.items():
            build.clean()
            keep(name, COLD, build.run())
        if with_hugo:
            keep(HUGO, COLD, _hugo(next(iter(builds.values())), work / f"{HUGO}-{size}"))
        for edit in EDITS:
            with edited(corpus, edit):
                for name, build in builds.items():
                    keep(name, edit, build.run())
            for build in builds.values():
                build.run()  # the site as it was, before the next
    return results


def _hugo(build: Build, folder: Path) -> Run:
    """Hugo's whole build, which is what it does after an edit as well."""
    hugo.prepare(build.corpus, build.output, folder)
    measured = spent(hugo.COMMAND, folder)
    pages = sum(1 for _ in (folder / "output").rglob("*.html"))
    return Run(measured, pages, pages)
