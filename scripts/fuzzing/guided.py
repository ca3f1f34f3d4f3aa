"""Mutations led by the code they reach, with atheris, which is no part of the lock."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

MOST = 20_000
"""Bytes of an input."""


def run(atheris: Any, seconds: int, names: Sequence[str], save: Path) -> int:
    """Break files for some seconds; at a broken promise atheris ends the process.

    An input is the number of its subject, as a byte, and the datum. What atheris learns is kept in `save`/corpus, the datum that
    broke the promise in `save`/guided-SUBJECT.
    """
    # What reads contributions is imported here for the first time, so that atheris sees which lines are reached.
    with atheris.instrument_imports(include=["contributions"]):
        from fuzzing.promised.promises import kept
        from fuzzing.sources import ground
        from fuzzing.subjects import named, subjects
    from fuzzing.promised.trying import Unlayable

    chosen = [named(name) for name in names] or list(subjects())
    corpus = save / "corpus"
    corpus.mkdir(exist_ok=True)
    for place, subject in enumerate(chosen):
        for number, data in enumerate(subject.seeds()):
            if len(data) < MOST:
                (corpus / f"{subject.name}-{number}").write_bytes(bytes([place]) + data)

    def one(data: bytes) -> None:
        subject = chosen[data[0] % len(chosen)] if data else chosen[0]
        try:
            found, wrong = kept(here, subject.laid(data[1:]), wholly=False)
        except Unlayable:
            return
        for sentence in wrong:
            if sentence.startswith("too slow"):
                continue  # each line that is watched takes many times as long; what hangs ends by `-timeout`
            (save / f"guided-{subject.name}").write_bytes(data[1:])
            raise AssertionError(f"{subject.name}: {sentence}") from found.raised

    def mutator(data: bytes, size: int, seed: int) -> bytes:
        random = Random(seed)
        head = data[:1] or b"\0"
        if random.random() < 0.05:
            head = bytes([random.randrange(len(chosen))])
        subject = chosen[head[0] % len(chosen)]
        if random.random() < 0.4:
            return head + bytes(atheris.Mutate(data[1:], size - 1))
        return (head + subject.mutated(data[1:], random))[:size]

    with tempfile.TemporaryDirectory() as folder:
        here = ground(Path(folder))
        options = [f"-max_total_time={seconds}", "-timeout=10", f"-max_len={MOST}", f"-artifact_prefix={save}/"]
        atheris.Setup([sys.argv[0], *options, str(corpus)], one, custom_mutator=mutator)
        atheris.Fuzz()
    return 0
