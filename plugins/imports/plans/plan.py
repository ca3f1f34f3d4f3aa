"""What an import is about to do: what becomes of each record, what is to be written, and what could not be taken."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from imports.taken import Refusal

Word = Literal["new", "changed", "back", "cancelled", "kept", "twice", "gone", "past", "same", "rows"]


@dataclass(frozen=True)
class Outcome:
    """What becomes of a record: its file below content/, what it lacks, and of what was edited here, both sides, key by key."""

    word: Word
    path: str
    title: str
    at: str = ""
    lacking: tuple[str, ...] = ()
    sides: tuple[tuple[str, str, str], ...] = ()
    """Key, here, there."""
    other: str = ""
    """Of what is there twice: the file that is kept."""


@dataclass
class Plan:
    """What is to be written, by path below content/, what those files held, what becomes of each record, and what could not be taken."""

    files: dict[str, bytes] = field(default_factory=dict)
    held: dict[str, bytes | None] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    unknown: Counter[str] = field(default_factory=Counter)
    """Words of the source that mean no theme, category or audience here, with how many records have them."""

    def write(self, content: Path, path: str, data: bytes) -> None:
        """Note that a file is to be written."""
        file = content / path
        self.held[path] = file.read_bytes() if file.is_file() else None
        self.files[path] = data
