"""The goals of the build's speed, and what was measured of each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from benchmark.results import ESCALE, WITH_SEARCH, Results

Measure = Callable[[Results], float | None]


@dataclass(frozen=True, slots=True)
class Goal:
    """A limit, in words and as a number that what is measured must not exceed."""

    words: str
    limit: float
    unit: str
    measure: Measure

    def met(self, results: Results) -> bool | None:
        """Whether it is met; None where it was not measured."""
        measured = self.measure(results)
        return None if measured is None else measured <= self.limit


def _against(peer: str, size: int, step: str = "cold") -> Measure:
    def ratio(results: Results) -> float | None:
        ours, theirs = results.median(size, ESCALE, step), results.median(size, peer)
        return ours / theirs if ours is not None and theirs else None

    return ratio


def _seconds(size: int, tool: str, step: str) -> Measure:
    return lambda results: results.median(size, tool, step)


def _peak(size: int, tool: str) -> Measure:
    def peak(results: Results) -> float | None:
        series = results.sizes.get(size, {}).get(tool)
        return series.peak if series else None

    return peak


def growth(small: int, large: int, tool: str = ESCALE) -> Measure:
    """How many times longer a cold build of the larger corpus takes."""

    def ratio(results: Results) -> float | None:
        less, more = results.median(small, tool), results.median(large, tool)
        return more / less if less and more is not None else None

    return ratio


GOALS = (
    *(Goal(f"Cold, {size:,}: at most 0.35 × Pelican", 0.35, "×", _against("pelican", size)) for size in (1_000, 5_000)),
    *(Goal(f"Cold, {size:,}: at most 1.0 × Eleventy", 1.0, "×", _against("eleventy", size)) for size in (1_000, 5_000, 20_000)),
    Goal("Cold, 20,000: at most 1.1 × Hugo", 1.1, "×", _against("hugo", 20_000)),
    Goal("One body edited, 5,000: at most 0.25 × Hugo’s full build", 0.25, "×", _against("hugo", 5_000, "body")),
    Goal("One body edited, 20,000: at most 1.5 s", 1.5, "s", _seconds(20_000, ESCALE, "body")),
    Goal("One body edited, with search, 5,000: at most 3 s", 3.0, "s", _seconds(5_000, WITH_SEARCH, "body")),
    Goal("Peak memory of a cold build, with search, 20,000: at most 1,024 MiB", 1024, "MiB", _peak(20_000, WITH_SEARCH)),
    Goal("Growth of a cold build from 5,000 to 20,000: at most 4.4 ×", 4.4, "×", growth(5_000, 20_000)),
)
