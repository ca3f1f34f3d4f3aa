"""Many broken files, or many heavy bodies, one after the other; what is wrong and what is slow is kept and named."""

from __future__ import annotations

import heapq
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random

from fuzzing.bodies import conversions
from fuzzing.promised.promises import SLOW, kept
from fuzzing.promised.trying import Unlayable
from fuzzing.sources import ground
from fuzzing.subjects import Subject

SHOWN = 5
WHOLLY = 0.15
"""The share of files that is tried in every way: it takes many times as long."""


def case(subjects: Sequence[Subject], seed: int, index: int) -> tuple[Subject, bytes, bool]:
    """The datum of a number, whatever came before it, and whether it is tried in every way."""
    random = Random(f"{seed} {index}")
    subject = random.choice(subjects)
    data = subject.mutated(random.choice(subject.seeds()), random)
    return subject, data, random.random() < WHOLLY


def mutations(numbers: Sequence[int], seed: int, subjects: Sequence[Subject], save: Path, *, all_wholly: bool) -> int:
    """Break files one by one; the exit code says whether a promise was broken."""
    slowest: list[tuple[float, int]] = []
    tried: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        here = ground(Path(folder))
        for index in numbers:
            subject, data, wholly = case(subjects, seed, index)
            try:
                found, wrong = kept(here, subject.laid(data), subject.meant(data), wholly=wholly or all_wholly)
            except Unlayable:
                tried["(refusés par le système)"] += 1
                continue
            tried[subject.name] += 1
            for sentence in wrong:
                kinds[f"{subject.name} : {sentence.split(':')[0]}"] += 1
                print(f"{subject.name} {index} : {sentence[:300]!s}".encode("utf-8", "replace").decode(), flush=True)
            if wrong:
                print(f"  {_kept(save / f'{subject.name}-{index}', data)}", flush=True)
            heapq.heappush(slowest, (found.seconds, index))
            slowest = heapq.nlargest(SHOWN, slowest)
            heapq.heapify(slowest)
    print(f"{len(numbers)} essais en {time.monotonic() - began:.0f} s : {', '.join(f'{name} {n}' for name, n in sorted(tried.items()))}")
    print(f"Promesses non tenues : {dict(kinds) or 'aucune'}")
    for seconds, index in sorted(slowest, reverse=True):
        subject, data, _wholly = case(subjects, seed, index)
        print(f"  {seconds:.3f} s  {_kept(save / f'{subject.name}-{index}', data)}")
    return 1 if kinds else 0


def bodies(number: int, random: Random, save: Path) -> int:
    """Convert heavy bodies; the exit code says whether one was too slow."""
    slowest = heapq.nlargest(SHOWN, conversions(number, random))
    for rank, (seconds, text) in enumerate(slowest):
        print(f"  {seconds:.3f} s  {len(text)} caractères  {text[:40]!r}…  {_kept(save / f'body-{rank}.md', text.encode())}")
    return 1 if any(seconds > SLOW for seconds, _text in slowest) else 0


def _kept(file: Path, data: bytes) -> Path:
    file.write_bytes(data)
    return file
