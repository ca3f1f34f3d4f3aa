"""Sound contributions and what breaking made of them, both in one datum: `--fix` is held to what stood there before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from fuzzing.breaking.families import FAMILIES
from fuzzing.breaking.mutations import mutated as at_random
from fuzzing.sources import sources

PART = b"\n\0\n"
"""Between the path below content/, the text as it was, and the bytes as they are."""
FAULTS = (1, 1, 1, 2, 3)
AT_RANDOM = 0.4
"""The share that is not broken as people break a line, but in any way."""


def seeds() -> Sequence[bytes]:
    """Nothing broken yet."""
    return [PART.join((path.encode(), text.encode(), text.encode())) for path, text in sources()]


def mutated(data: bytes, random: Random) -> bytes:
    """The same with a few faults."""
    path, text, _same = data.split(PART, 2)
    words = text.decode()
    if random.random() < AT_RANDOM:
        return PART.join((path, text, at_random(words, random)))
    for _ in range(random.choice(FAULTS)):
        family = random.choice(list(FAMILIES.values()))
        fenced = words.startswith("---\n") and "\n---\n" in words
        words = fault.text if fenced and (fault := family(words.split("\n"), random)) else words
    return PART.join((path, text, words.encode()))


def laid(data: bytes) -> Mapping[bytes, bytes]:
    """The broken file."""
    path, _text, broken = data.split(PART, 2)
    return {path: broken}


def meant(data: bytes) -> Mapping[bytes, bytes]:
    """The file as it was."""
    path, text, _broken = data.split(PART, 2)
    return {path: text}
