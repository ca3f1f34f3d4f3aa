"""What was measured, as a table: medians of the rounds, and Escale's processor time beside that of the others in the same rounds."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmark.building import Run
from benchmark.rounds import COLD, Results

ESCALE, BESIDE = "escale", "beside"
"""This checkout, and the other."""
STEPS = {COLD: "cold", "body": "one body edited", "title": "one title edited", "new": "one event more", "nothing": "nothing changed"}


def table(size: int, results: Results, names: Mapping[str, str]) -> str:
    """The table of a size. `names` says how each tool that was measured is called."""
    others = [tool for tool in names if tool != ESCALE]
    head = [f"{size:,} contributions", "processor s", "wall s", "peak MiB", "pages rendered", *(f"/ {names[other]}" for other in others)]
    rows = [
        [f"{names[tool]}, {words}", *_figures(results[tool, step]), *(_ratio(results, step, other) for other in others if tool == ESCALE)]
        for tool in names
        for step, words in STEPS.items()
        if (tool, step) in results
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---", *["--:"] * (len(head) - 1)], *rows])


def _figures(runs: Sequence[Run]) -> list[str]:
    processor, wall, peak = (median(getattr(run.spent, name) for run in runs) for name in ("processor", "wall", "peak"))
    return [f"{processor:.2f}", f"{wall:.2f}", f"{peak:,.0f}", f"{runs[-1].rendered:,} of {runs[-1].pages:,}"]


def _ratio(results: Results, step: str, other: str) -> str:
    """Beside a tool that builds everything at each edit, its only step is what Escale's is compared with."""
    theirs = results.get((other, step)) or results[other, COLD]
    ratio = median(ours.spent.processor / run.spent.processor for ours, run in zip(results[ESCALE, step], theirs, strict=True))
    return f"{ratio:.2f} ×"


def version(checkout: Path) -> str:
    """The commit of a checkout, with a plus where files differ from it."""
    command = ["git", "describe", "--always", "--dirty=+"]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def machine() -> str:
    """What a reader must know to compare with another machine; nothing that names it."""
    models = [line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")]
    processor = models[0] if models else platform.machine()
    return f"{len(os.sched_getaffinity(0))} cores of {processor}, {platform.system()}, CPython {platform.python_version()}"
