"""What was found out in the last build, kept under a digest of all that it follows from."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")
G = TypeVar("G")


def remembered(file: Path, key: bytes, make: Callable[[], T]) -> T:
    """What `make` gives (plain values only), taken from a file where it stands under the same key."""
    known = _read(file)
    if known is not None and known[0] == key:
        return cast("T", known[1])
    value = make()
    _write(file, (key, value))
    return value


def each(file: Path, recipe: str, grounds: Mapping[str, G], make: Callable[[str], T]) -> dict[str, T]:
    """What `make` gives for each name (plain values only), taken from a file where it stands under the same grounds.

    `recipe` says what else decides it. What is asked for no more is let go of.
    """
    before = _read(file)
    table: dict[str, tuple[G, T]] = before[1] if before is not None and before[0] == recipe else {}
    found = {name: table[name] if name in table and table[name][0] == ground else (ground, make(name)) for name, ground in grounds.items()}
    if found != table:
        _write(file, (recipe, found))
    return {name: value for name, (_ground, value) in found.items()}


def _read(file: Path) -> tuple[Any, Any] | None:
    """What the file holds; nothing where it was never written, or is not as it was written."""
    try:
        key, value = marshal.loads(file.read_bytes())
    except (OSError, ValueError, EOFError, TypeError):
        return None
    return key, value


def _write(file: Path, content: Any) -> None:
    part = file.with_name(f"{file.name}-{os.getpid()}.part")
    part.write_bytes(marshal.dumps(content))
    part.replace(file)


@dataclass(frozen=True, slots=True)
class Memory:
    """Where to keep what checks found, and what beside their own grounds decides it: code and region."""

    folder: Path
    key: str

    def of(self, name: str, grounds: object, make: Callable[[], T]) -> T:
        """What `make` gives, kept in the file `name` while its grounds (of a stable `repr`) are the same."""
        digest = blake2b(repr((self.key, grounds)).encode(), digest_size=16).digest()
        return remembered(self.folder / name, digest, make)
