"""Many broken contributions, or many heavy bodies, one after the other; what is wrong and what is slow is kept and named."""

from __future__ import annotations

import heapq
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from fuzzing.bodies import conversions
from fuzzing.mutations import mutated
from fuzzing.promises import answer, broken
from fuzzing.sources import region, sources

SLOW = 1.0
"""Seconds that no file may take."""
SHOWN = 5


def mutations(number: int, random: Random, save: Path) -> int:
    """Break contributions one by one; the exit code says whether a promise was broken."""
    known = sources()
    slowest: list[tuple[float, int, bytes]] = []
    kinds: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        content = region(Path(folder))
        for index in range(number):
            path, text = random.choice(known)
            data = mutated(text, random)
            found = answer(content, path, data)
            wrong = [*broken(data, found), *([f"too slow: {found.seconds:.1f} s"] if found.seconds > SLOW else [])]
            for sentence in wrong:
                kinds[sentence.split(":")[0]] += 1
                print(f"{path} : {sentence[:300]}")
            if wrong:
                print(f"  {_kept(save / f'mutation-{index}.md', data)}")
            heapq.heappush(slowest, (found.seconds, index, data))
            slowest = heapq.nlargest(SHOWN, slowest)
            heapq.heapify(slowest)
    print(f"{number} fichiers abîmés ; promesses non tenues : {dict(kinds) or 'aucune'}")
    for rank, (seconds, _index, data) in enumerate(sorted(slowest, reverse=True)):
        print(f"  {seconds:.3f} s  {_kept(save / f'slow-{rank}.md', data)}")
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
