"""The rounds: every tool once, then every tool again, so that a noisy minute of the machine is shared by all."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmark.corpus import Corpus, write
from benchmark.edits import EDITS
from benchmark.measuring import peak_memory, timed
from benchmark.peers import PEERS, Peer, pages, prepare
from benchmark.plan import TODAY
from benchmark.results import COLD, ESCALE, WITH_SEARCH, Results, Series
from benchmark.tools import Tools

HERE = Path(__file__).resolve().parent.parent.parent
ONCE_FROM = {"pelican": 20_000}
"""Tools that take minutes from that size on: they run once, unless all rounds are asked for."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Bench:
    """A run of the benchmark: where, how often, against whom."""

    work: Path
    results: Results
    rounds: int
    tools: Tools
    peers: tuple[str, ...]
    search: bool
    thorough: bool
    say: Say

    @property
    def kept(self) -> Path:
        """Where the raw results stand."""
        return self.work / "results.json"

    def measure(self, size: int) -> None:
        """All rounds of a size, then its peaks of memory."""
        self.say(f"{size} contributions: writing the corpus and the sites of {', '.join(self.peers) or 'no peer'}")
        corpus = write(size, self.work / f"corpus-{size}" / "content")
        prepare([PEERS[name] for name in self.peers], corpus, self.work)
        for number in range(1, self.rounds + 1):
            self.say(f"{size} contributions, round {number} of {self.rounds}")
            for tool in self._escales:
                self._escale(corpus, tool)
            for name in self.peers:
                if number == 1 or not self._once(size, name):
                    self._peer(PEERS[name], size)
        self._peaks(corpus)

    @property
    def _escales(self) -> tuple[str, ...]:
        return (ESCALE, WITH_SEARCH) if self.search else (ESCALE,)

    def _once(self, size: int, name: str) -> bool:
        return not self.thorough and size >= ONCE_FROM.get(name, sys.maxsize)

    def _escale(self, corpus: Corpus, tool: str) -> None:
        """A cold build, then each edit on what it left; each is taken back, and the site made as it was, before the next."""
        build = Build(corpus, self.work / f"{tool}-{corpus.plan.size}", search=tool == WITH_SEARCH)
        series = self.results.series(corpus.plan.size, tool)
        build.clean()
        self._keep(series, tool, COLD, *build.run())
        for name, edit in EDITS.items():
            change = edit(corpus)
            change.apply()
            try:
                measured = build.run()
            finally:
                change.undo()
            self._keep(series, tool, name, *measured)
            if change.before != change.after:
                build.run()
        series.pages = pages(build.output)

    def _peer(self, peer: Peer, size: int) -> None:
        folder = peer.folder(size, self.work)
        series = self.results.series(size, peer.name)
        peer.clean(folder)
        spent = timed(peer.command(self.tools), folder)
        self._keep(series, peer.name, COLD, spent.seconds, {})
        series.pages = pages(folder / "output")
        series.peak = round(spent.largest, 1)

    def _keep(self, series: Series, tool: str, step: str, seconds: float, figures: dict[str, Any]) -> None:
        series.add(step, seconds, figures)
        self.results.save(self.kept)
        rendered = f", {figures['rendered']} rendered" if "rendered" in figures else ""
        self.say(f"  {tool:<14} {step:<8} {seconds:8.2f} s{rendered}")

    def _peaks(self, corpus: Corpus) -> None:
        """Peaks of memory, each in a cold build of its own. A peer that runs but once keeps the kernel's count of that run."""
        size = corpus.plan.size
        for tool in self._escales:
            build = Build(corpus, self.work / f"{tool}-{size}", search=tool == WITH_SEARCH)
            build.clean()
            self._peak(size, tool, peak_memory(build.command, build.folder, build.environment))
        for name in self.peers:
            if not self._once(size, name):
                folder = PEERS[name].folder(size, self.work)
                PEERS[name].clean(folder)
                self._peak(size, name, peak_memory(PEERS[name].command(self.tools), folder))

    def _peak(self, size: int, tool: str, peak: float) -> None:
        self.results.series(size, tool).peak = round(peak, 1)
        self.results.save(self.kept)
        self.say(f"  {tool:<14} {'peak':<8} {peak:8.0f} MiB")


@dataclass(frozen=True, slots=True)
class Build:
    """Escale's own build of a corpus into a folder of its own."""

    corpus: Corpus
    folder: Path
    search: bool

    @property
    def output(self) -> Path:
        """The site."""
        return self.folder / "output"

    @property
    def command(self) -> list[str]:
        """The command of scripts/build.py."""
        folders = ["--content", str(self.corpus.content), "--output", str(self.output), "--cache", str(self.folder / "cache")]
        said = ["--figures", str(self.folder / "figures.json")]
        return [sys.executable, str(HERE / "scripts" / "build.py"), *folders, *said, *([] if self.search else ["--no-search"])]

    @property
    def environment(self) -> dict[str, str]:
        """This one without what steers a build, and the day of the corpus."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ESCALE_") and name != "CONTEXT"}
        return {**kept, "ESCALE_TODAY": TODAY.isoformat()}

    def clean(self) -> None:
        """Make the next build a cold one."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def run(self) -> tuple[float, dict[str, Any]]:
        """Build: wall seconds, and what the build says of itself."""
        spent = timed(self.command, self.folder, self.environment)
        figures: dict[str, Any] = json.loads((self.folder / "figures.json").read_text("utf-8"))
        return spent.seconds, figures


def compile_modules() -> None:
    """Compile Escale's modules, so that the first run is not the only one that does."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(HERE / "plugins"), str(HERE / "scripts")], check=True)
