"""A letter that was sent: what its record tells without being read as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Record:
    """The record of a letter. Names are those by which contributions are known (« event/nuit »)."""

    name: str
    """« 2026-w47 », or « curieux/2026-11-23 » of another letter than the weekly one."""
    file: Path
    digest: bytes
    title: str
    summary: str
    label: str
    published: date
    announced: tuple[str, ...] = ()
    """What it said as new."""
    earlier: tuple[str, ...] = ()
    """What letters before it that have no record had said as new when it was written."""
