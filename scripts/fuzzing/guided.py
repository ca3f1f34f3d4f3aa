"""Mutations led by the code they reach, with atheris, which is no part of the lock."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from random import Random
from typing import Any


def run(atheris: Any, seconds: int, save: Path) -> int:
    """Break contributions for some seconds; at a broken promise atheris ends the process.

    What it learns is kept in `save`/corpus, the file that broke the promise in `save`/guided.md.
    """
    # What reads contributions is imported here for the first time, so that atheris sees which lines are reached.
    with atheris.instrument_imports(include=["contributions"]):
        from fuzzing.promises import answer, broken
        from fuzzing.sources import region, sources
    from fuzzing.mutations import mutated

    corpus = save / "corpus"
    corpus.mkdir(exist_ok=True)
    for number, (_path, text) in enumerate(sources()):
        (corpus / f"source-{number}").write_text(text, "utf-8")

    def one(data: bytes) -> None:
        found = answer(content, "events/nuit.md", data)
        for sentence in broken(data, found):
            (save / "guided.md").write_bytes(data)
            raise AssertionError(sentence) from found.raised

    def mutator(data: bytes, size: int, seed: int) -> bytes:
        random = Random(seed)
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, size))
        return mutated(data.decode("utf-8", "replace"), random)[:size]

    with tempfile.TemporaryDirectory() as folder:
        content = region(Path(folder))
        options = [f"-max_total_time={seconds}", "-timeout=10", "-max_len=20000", f"-artifact_prefix={save}/"]
        atheris.Setup([sys.argv[0], *options, str(corpus)], one, custom_mutator=mutator)
        atheris.Fuzz()
    return 0
