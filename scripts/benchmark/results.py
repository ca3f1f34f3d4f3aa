"""What was measured, and how it is kept: a file of JSON from which every table can be made again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

ESCALE, WITH_SEARCH = "escale", "escale+search"
COLD = "cold"


@dataclass(slots=True)
class Series:
    """All runs of one tool on one corpus."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    """Step (cold, or an edit) → wall seconds of each round."""
    figures: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Step → what Escale's build says of itself, of each round."""
    pages: int = 0
    peak: float | None = None
    """Peak memory of a cold build, in MiB."""

    def add(self, step: str, seconds: float, figures: dict[str, Any] | None = None) -> None:
        """Keep a run."""
        self.seconds.setdefault(step, []).append(round(seconds, 3))
        if figures:
            self.figures.setdefault(step, []).append(figures)

    def median(self, step: str) -> float | None:
        """The median of a step's rounds."""
        return median(self.seconds[step]) if self.seconds.get(step) else None

    def rendered(self, step: str) -> int | None:
        """How many pages a step rendered, in its last round."""
        figures = self.figures.get(step)
        return figures[-1].get("rendered") if figures else None


@dataclass(slots=True)
class Results:
    """A whole run of the benchmark."""

    machine: dict[str, str]
    versions: dict[str, str]
    rounds: int
    sizes: dict[int, dict[str, Series]] = field(default_factory=dict)
    """Number of contributions → tool → its runs."""

    def series(self, size: int, tool: str) -> Series:
        """The runs of a tool on a corpus, empty at first."""
        return self.sizes.setdefault(size, {}).setdefault(tool, Series())

    def median(self, size: int, tool: str, step: str = COLD) -> float | None:
        """A median, or None where it was not measured."""
        series = self.sizes.get(size, {}).get(tool)
        return series.median(step) if series else None

    def save(self, file: Path) -> None:
        """Keep what has been measured so far."""
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n", "utf-8")

    @classmethod
    def read(cls, file: Path) -> Results:
        """What was kept in a file."""
        kept = json.loads(file.read_text("utf-8"))
        sizes = {int(size): {tool: Series(**series) for tool, series in tools.items()} for size, tools in kept.pop("sizes").items()}
        return cls(**kept, sizes=sizes)
