"""What was found out in the last build, kept under a digest of all that it follows from."""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar, cast

T = TypeVar("T")


def remembered(file: Path, key: bytes, make: Callable[[], T]) -> T:
    """What `make` gives (plain values only), taken from a file where it stands under the same key."""
    try:
        known, value = marshal.loads(file.read_bytes())
        if known == key:
            return cast("T", value)
    except (OSError, ValueError, EOFError, TypeError):
        pass  # never written, or by a build that was killed
    value = make()
    part = file.with_name(f"{file.name}-{os.getpid()}.part")
    kept: Any = value
    part.write_bytes(marshal.dumps((key, kept)))
    part.replace(file)
    return value


@dataclass(frozen=True, slots=True)
class Memory:
    """Where to keep what checks found, and what beside their own grounds decides it: code and region."""

    folder: Path
    key: str

    def of(self, name: str, grounds: object, make: Callable[[], T]) -> T:
        """What `make` gives, kept in the file `name` while its grounds (of a stable `repr`) are the same."""
        digest = blake2b(repr((self.key, grounds)).encode(), digest_size=16).digest()
        return remembered(self.folder / name, digest, make)
