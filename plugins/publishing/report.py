"""Say on the terminal what was found and what was published."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

from contributions.models import KINDS
from contributions.problems.problem import Problem
from publishing.engine.building import Built


def problems(found: Iterable[Problem]) -> None:
    """Every problem on standard error, a line each; ContentError says how many are errors."""
    listed = list(found)
    for problem in listed:
        print(problem, file=sys.stderr)
    if any(problem.severity == "error" for problem in listed):
        print(file=sys.stderr)


def figures(built: Built, timings: Mapping[str, float], remarks: Iterable[str] = ()) -> dict[str, Any]:
    """What a build published: contributions by kind, pages, how many of them were rendered, files written, seconds a step, remarks."""
    kinds = built.manifest.kinds
    return {
        "kinds": {kind: kinds[kind] for kind in KINDS if kind in kinds},
        "pages": built.manifest.pages,
        "rendered": built.rendered,
        "written": built.written,
        "timings": dict(timings),
        "remarks": list(remarks),
    }


def say(published: Mapping[str, Any]) -> None:
    """One line, for a build by Pelican's own command."""
    number = sum(published["kinds"].values())
    plural = "s" if number > 1 else ""
    print(f"{number} contribution{plural}, {published['pages']} pages, {sum(published['timings'].values()):.1f} s.")
